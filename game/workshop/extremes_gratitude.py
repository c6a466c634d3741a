"""What a play has earned and lost in gratitude so far, cut down to what its score can depend on.

The rules are those of `scoring.gratitude`, followed a step at a time; the tests hold the two
together on every kind of play.
"""

from collections.abc import Iterable
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations
from typing import Final, NamedTuple

from game.case.model import Case
from game.case.nodes import Reply
from game.engine.events import CustomerSpoke, DeedDone, Event, NotUnderstood, ReplyGiven
from game.workshop.extremes_reach import Ahead
from scoring.gratitude import BEGGING, GIVEN, PASSED_ON, RECEIVED
from scoring.points import deal, part

_MOST_OPTIONAL: Final = 8


class Thanked(NamedTuple):
    """How a play stands: the level of thanks for each deed, the deeds done, and what else counts.

    `latest` is the deed done last, `fresh` whether that was since the trainee's last word.
    """

    levels: tuple[int, ...]
    done: frozenset[int]
    latest: int = -1
    fresh: bool = True
    received: bool = False
    passed_on: bool = False
    begged: bool = False


class Gratitude:
    """The axis over one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.ids = list(case.deeds)
        self.numbers = {deed: number for number, deed in enumerate(self.ids)}
        nodes = case.nodes.values()
        replies = [reply for node in nodes for reply in node.replies]
        earned = {deed for node in nodes for deed in node.earns}
        earned |= {deed for reply in replies for deed in reply.earns}
        self.done = frozenset(self.numbers[deed] for deed in self.ids if deed not in earned)
        self.can_receive = any(node.gives_thanks for node in nodes)
        self.can_pass_on = any(reply.does("pass-on") for reply in replies)
        self._worths = lru_cache(maxsize=None)(self._dealt)

    def start(self, opening: Iterable[Event]) -> Thanked:
        """How a play stands before the trainee's first word."""
        return self.after(
            Thanked((0,) * len(self.ids), self.done, min(self.done, default=-1)), opening
        )

    def after(self, standing: Thanked, events: Iterable[Event]) -> Thanked:
        """How it stands after what happened in one step."""
        for event in events:
            match event:
                case ReplyGiven(node, reply):
                    found = self.case.nodes[node].reply(reply)
                    assert found is not None
                    standing = self._said(standing._replace(fresh=False), found)
                case NotUnderstood():
                    standing = standing._replace(fresh=False)
                case DeedDone(deed):
                    standing = _did(standing, self.numbers[deed])
                case CustomerSpoke(_, True):
                    standing = standing._replace(received=True)
                case _:
                    pass
        return standing

    def score(self, standing: Thanked) -> int | None:
        """The points of the axis if the play ended now, None where it is not judged on it."""
        return self._points(standing, standing.done)

    def bounds(self, standing: Thanked, ahead: Ahead) -> tuple[int, int]:
        """What a play that stands so cannot end below and above, whatever is still done."""
        optional = [
            number
            for number, deed in enumerate(self.ids)
            if number not in standing.done and deed in ahead.earns
        ]
        if len(optional) > _MOST_OPTIONAL:
            return 0, 100
        said = {name for name, _, _ in ahead.acts}
        best = standing._replace(
            levels=tuple(self._ceiling(standing, ahead)),
            received=standing.received or ahead.thanks,
            passed_on=standing.passed_on or "pass-on" in said,
        )
        worst = standing._replace(begged=standing.begged or "beg" in said)
        low, high = [], []
        for more in chain.from_iterable(
            combinations(optional, size) for size in range(len(optional) + 1)
        ):
            done = standing.done.union(more)
            least, most = self._points(worst, done), self._points(best, done)
            if least is not None and most is not None:
                low.append(least)
                high.append(most)
        return (min(low), max(high)) if low else (0, 100)

    def _said(self, standing: Thanked, reply: Reply) -> Thanked:
        levels = list(standing.levels)
        for act in reply.acts:
            if act.name == "thank":
                deed = standing.latest if act.target is None else self.numbers[act.target]
                if deed >= 0:
                    levels[deed] = max(levels[deed], act.level)
        return standing._replace(
            levels=tuple(levels),
            passed_on=standing.passed_on or reply.does("pass-on"),
            begged=standing.begged or reply.does("beg"),
        )

    def _ceiling(self, standing: Thanked, ahead: Ahead) -> Iterable[int]:
        thanks = [(target, level) for name, target, level in ahead.acts if name == "thank"]
        for deed, level in zip(self.ids, standing.levels, strict=True):
            yield max([level, *(high for target, high in thanks if target in (None, deed))])

    def _points(self, standing: Thanked, done: frozenset[int]) -> int | None:
        worths = self._worths(len(done))
        if not worths:
            return None
        credits = [standing.levels[deed] for deed in sorted(done)]
        if self.can_receive:
            credits.append(2 * standing.received)
        if self.can_pass_on:
            credits.append(2 * standing.passed_on)
        won = sum(worth[credit] for worth, credit in zip(worths, credits, strict=True))
        return max(0, won - BEGGING) if standing.begged else won

    def _dealt(self, deeds: int) -> list[tuple[int, ...]]:
        """The points of nothing, half and all for each deed and for what else counts."""
        parts = [Fraction(GIVEN, deeds) for _ in range(deeds)]
        parts += [Fraction(RECEIVED)] * self.can_receive + [Fraction(PASSED_ON)] * self.can_pass_on
        halves = [Fraction(one, 2) for one in range(3)]
        return [tuple(part(of, one) for one in halves) for of in deal(parts)]


def _did(standing: Thanked, deed: int) -> Thanked:
    """A deed is done; of those done in one turn the first of the case counts as last."""
    if deed in standing.done:
        return standing
    latest = min(standing.latest, deed) if standing.fresh and standing.latest >= 0 else deed
    return standing._replace(done=standing.done | {deed}, latest=latest, fresh=True)
