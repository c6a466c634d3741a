"""What a case mentions: its conditions, its effects, the numbers that it compares with."""

from collections.abc import Iterable, Iterator
from typing import Final

from game.case.conditions import Condition, Read, Said
from game.case.model import Case
from game.case.nodes import Change, Node, Reply
from game.case.spoken import Line

_MARKS: Final = frozenset({"=", "!=", "<", "<=", ">", ">="})
_FAR: Final = 10**9


def conditions_of(case: Case) -> Iterator[Condition]:
    """Every condition of a case."""
    for node in case.nodes.values():
        yield from _in_part(node)
        for line in (node.say, node.again, node.desk, node.scene, node.letter):
            yield from _in_line(line)
        for reply in node.replies:
            yield from _in_part(reply)
            yield from _in_line(reply.answer)
            if reply.when:
                yield reply.when
    for fact in case.problem.values():
        yield from (one for one in (fact.when, fact.counts) if one)
    for secret in case.hidden.values():
        yield from _in_line(secret.says)
        yield from _in_line(secret.denies)
    for line in (case.after.day, case.after.week, case.after.month):
        yield from _in_line(line)


def _in_part(of: Node | Reply) -> Iterator[Condition]:
    yield from (route.when for route in of.go if route.when)
    yield from _in_changes(of.do)


def _in_changes(changes: Iterable[Change]) -> Iterator[Condition]:
    for change in changes:
        if change.when:
            yield change.when
            yield from _in_changes(change.then)


def _in_line(line: Line | None) -> Iterator[Condition]:
    if line:
        yield from (variant.when for variant in line.variants if variant.when)


def bounds_of(case: Case) -> dict[Read, tuple[int, int]]:
    """For each number that only ever grows, or only shrinks: from where on it is all the same."""
    compared, free = compared_in(case)
    grows, shrinks = _directions(case)
    bounds = {}
    for read, numbers in compared.items():
        low, high = -_FAR, _FAR
        if read.kind in ("clock", "time", "visits") or read in grows:
            high = max(numbers) + 1
        elif read in shrinks:
            low = min(numbers) - 1
        else:
            continue
        if read not in free:
            bounds[read] = (low, high)
    return bounds


def compared_in(case: Case) -> tuple[dict[Read, list[int]], set[Read]]:
    """Which numbers each read is compared with, and what is read in any other way."""
    compared: dict[Read, list[int]] = {}
    free: set[Read] = set()
    for condition in conditions_of(case):
        _compare(condition.said, compared, free)
    return compared, free


def _compare(said: Said, compared: dict[Read, list[int]], free: set[Read]) -> None:
    """Which numbers each read is compared with; `free` where with anything but a plain number."""
    if isinstance(said, Read):
        free.add(said)
    elif isinstance(said, tuple):
        mark, *parts = said
        if mark in _MARKS and len(parts) == 2:
            for one, other in (parts, reversed(parts)):
                if isinstance(one, Read) and isinstance(other, int):
                    compared.setdefault(one, []).append(other)
                    return
        for part in parts:
            _compare(part, compared, free)


def _directions(case: Case) -> tuple[set[Read], set[Read]]:
    """The facts whose changes all go up, and those whose changes all go down; none that are set."""
    ups: set[str] = set()
    downs: set[str] = set()
    for change in changes_of(case):
        if change.slot >= 0 and change.value is None and change.by:
            (ups if change.by > 0 else downs).add(change.name)
    return {Read("fact", one) for one in ups - downs}, {Read("fact", one) for one in downs - ups}


def changes_of(case: Case) -> Iterator[Change]:
    """Every effect of a case, those under a condition too."""
    for node in case.nodes.values():
        yield from flat(node.do)
        for reply in node.replies:
            yield from flat(reply.do)


def can_tire(case: Case) -> bool:
    """Whether anybody's patience can ever end."""
    falls = (one.by < 0 or one.value == 0 for one in changes_of(case) if one.name == "patience")
    return any(falls) or any(one.patience <= 0 for one in case.customers.values())


def flat(changes: Iterable[Change]) -> Iterator[Change]:
    """The effects of a list, with those under a condition."""
    for change in changes:
        yield change
        yield from flat(change.then)
