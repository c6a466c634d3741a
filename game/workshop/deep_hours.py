"""A time of day in a text that the story clock denies: no play comes to that text at such a time.

Each such text becomes a question that every play is asked on its way (whether it is that hour), and
the search for plays answers it like any other condition: what never holds is denied. It is proved
by following every play or by the intervals, so that an hour that some play meets is never told.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import reduce
from operator import attrgetter
from types import MappingProxyType
from typing import Final

from game.case.checks.structure import Found as Told
from game.case.checks.structure import ways_from
from game.case.conditions import Condition, Read, Said, State
from game.case.model import Case
from game.case.nodes import Change, Node, Reply
from game.case.spoken import Line, Variant
from game.case.tree import Fields
from game.engine.survey import Survey, survey
from game.workshop.hours import Hour, hours_in

_DIRECTS: Final = ("scene", "desk")
_STEPS: Final = 25_000  # fewer than for the case itself: every minute apart is another play


@dataclass(frozen=True, slots=True)
class _Asked:
    """An hour that a text says, the place of the text, and the condition that asks for it."""

    hour: Hour
    at: Fields
    key: str
    condition: Condition


def hour_problems(case: Case) -> Iterator[Told]:
    """The hours that texts say it is and no play comes to, in any language of the case."""
    asked: list[_Asked] = []
    timeless = _timeless(case)
    nodes = {
        name: node if name in timeless else _asking(case, node, asked)
        for name, node in case.nodes.items()
    }
    if not asked:
        return
    found = survey(replace(case, nodes=MappingProxyType(nodes)), _STEPS, 1)
    if found.found.endless:
        return
    never = {watch.source for watch in found.never_held()}
    unsaid = set(_unsaid(case, found))
    for one in asked:
        if one.condition.source in never and id(one.at) not in unsaid:
            yield "P016", one.at.at(one.key), {"hour": one.hour.said}


def _unsaid(case: Case, found: Survey) -> Iterator[int]:
    """The nodes and replies that are never come to or never on offer, which is told elsewhere."""
    for name in found.never_entered():
        yield id(case.nodes[name].at)
        yield from (id(reply.at) for reply in case.nodes[name].replies)
    for name, reply in found.never_offered():
        offered = case.nodes[name].reply(reply)
        yield id(offered.at if offered else None)


def _timeless(case: Case) -> set[str]:
    """The nodes that a scene without a clock leads to: what hour it is there nobody knows."""
    starts = {scene.start for scene in case.scenes}
    left = [scene.start for scene in case.scenes if scene.clock is None]
    found = set(left)
    while left:
        for to in ways_from(case.nodes[left.pop()]):
            if to not in found | starts:
                found.add(to)
                left.append(to)
    return found


def _asking(case: Case, node: Node, asked: list[_Asked]) -> Node:
    """The node with a question for every hour that its texts or those of its replies say."""
    lines = (("scene", node.scene), ("desk", node.desk), ("say", node.say))
    told = [(key, hour) for key, line in lines for hour in _hours(case, line, key in _DIRECTS)]
    do = (*node.do, *(_question(key, hour, node, asked) for key, hour in told))
    replies = tuple(_asked_of(case, reply, asked) for reply in node.replies)
    return replace(node, do=do, stirs=node.stirs or bool(told), replies=replies)


def _asked_of(case: Case, reply: Reply, asked: list[_Asked]) -> Reply:
    own = Line((Variant(reply.say),))
    told = [("say", hour) for hour in _hours(case, own, False)]
    told += [("answer", hour) for hour in _hours(case, reply.answer, False)]
    return replace(
        reply, do=(*reply.do, *(_question(key, hour, reply, asked) for key, hour in told))
    )


def _hours(case: Case, line: Line | None, directs: bool) -> Iterator[Hour]:
    for variant in line.variants if line else ():
        for language in case.languages:
            yield from hours_in(case.text(variant.text, language), language, directs)


def _question(key: str, hour: Hour, of: Node | Reply, asked: list[_Asked]) -> Change:
    """An effect that changes nothing and asks whether it may be that hour here."""
    # What is said may come before or after the time that a node or reply takes.
    spans = [(start - of.takes, end) for start, end in hour.spans]
    holds = _is_within(attrgetter(hour.of), spans)
    condition = Condition(f"{len(asked)}: {hour.said}", holds, said=_said(Read(hour.of), spans))
    asked.append(_Asked(hour, of.at, key, condition))
    return Change(when=condition)


def _is_within(
    clock: Callable[[State], int], spans: list[tuple[int, int]]
) -> Callable[[State], bool]:
    return lambda state: any(start <= clock(state) <= end for start, end in spans)


def _said(time: Read, spans: list[tuple[int, int]]) -> Said:
    each: list[Said] = [("and", (">=", time, one), ("<=", time, other)) for one, other in spans]
    return reduce(lambda one, other: ("or", one, other), each)
