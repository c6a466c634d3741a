"""What a play has earned and lost in empathy so far, cut down to what its score can depend on.

The rules are those of `scoring.empathy`, followed a step at a time; the tests hold the two together
on every kind of play. Credits are counted in quarters: a level 2 in time is 4, late it is 2.
"""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations
from typing import Final, NamedTuple

from game.case.model import Case
from game.case.nodes import AuthoredAct, Reply
from game.engine.events import Event, FeelingShown, NodeEntered, NotUnderstood, ReplyGiven
from game.workshop.extremes_reach import Ahead
from scoring.acts import ACTS
from scoring.empathy import HARM_POINTS, LATE_AFTER, MOST_HARM, WEIGHTS
from scoring.points import deal, part

_HURTS: Final = MOST_HARM // HARM_POINTS
_MOST_OPTIONAL: Final = 8


class Hurt(NamedTuple):
    """One deduction: the harm that was done, None for a poor act that does none by name."""

    harm: str | None
    mended: bool = False


class Standing(NamedTuple):
    """How a play stands.

    `credits` are those of the slots, `ages` the trainee's turns since each feeling showed (None
    where it has not; no more than what makes it late), `latest` the feeling that showed last.
    `loose` tells that the last hurt belongs to the last line and yields to a harm by name there.
    """

    credits: tuple[int, ...]
    ages: tuple[int | None, ...]
    latest: int = -1
    hurts: tuple[Hurt, ...] = ()
    loose: bool = False
    spoken: bool = False


class Empathy:
    """The axis over one case."""

    def __init__(self, case: Case) -> None:
        self.case = case
        self.feelings = list(case.feels.values())
        self.numbers = {one.id: number for number, one in enumerate(self.feelings)}
        self.slots = [
            (number, need) for number, one in enumerate(self.feelings) for need in one.needs
        ]
        self._most = lru_cache(maxsize=None)(self._ceiling)
        self._worths = lru_cache(maxsize=None)(self._dealt)

    def start(self, opening: Iterable[Event]) -> Standing:
        """How a play stands before the trainee's first word."""
        none = Standing((0,) * len(self.slots), (None,) * len(self.feelings))
        return self.after(none, opening)

    def after(self, standing: Standing, events: Iterable[Event]) -> Standing:
        """How it stands after what happened in one step."""
        for event in events:
            match event:
                case ReplyGiven(node, reply):
                    found = self.case.nodes[node].reply(reply)
                    assert found is not None
                    standing = self._said(_a_turn_on(standing), found)
                case NotUnderstood():
                    standing = _a_turn_on(standing)
                case FeelingShown(feeling):
                    standing = self._shown(standing, self.numbers[feeling])
                case NodeEntered(node) if standing.spoken:
                    standing = _hurt(standing, self.case.nodes[node].hurts)
                case _:
                    pass
        return standing

    def score(self, standing: Standing) -> int | None:
        """The points of the axis if the play ended now, None where it is not judged on it."""
        return self._points(standing.credits, standing.hurts, self._counted(standing))

    def bounds(self, standing: Standing, ahead: Ahead) -> tuple[int, int]:
        """What a play that stands so cannot end below and above, whatever is still done."""
        counted = self._counted(standing)
        optional = [
            number
            for number, one in enumerate(self.feelings)
            if number not in counted and one.id in ahead.shows
        ]
        if len(optional) > _MOST_OPTIONAL:
            return 0, 100
        best = self._most(standing.credits, standing.ages, ahead)
        mended = tuple(one._replace(mended=self._may_mend(one, ahead)) for one in standing.hurts)
        open_ = 0 if not self._may_hurt(ahead) else _HURTS - len(standing.hurts)
        worse = (*standing.hurts, *[Hurt(None)] * open_)
        low, high = [], []
        for more in _subsets(optional):
            both = frozenset((*counted, *more))
            least, most = (
                self._points(standing.credits, worse, both), self._points(best, mended, both),
            )  # fmt: skip
            if least is not None and most is not None:
                low.append(least)
                high.append(most)
        return (min(low), max(high)) if low else (0, 100)

    # ------------------------------------------------ one step

    def _said(self, standing: Standing, reply: Reply) -> Standing:
        earned = list(standing.credits)
        for act in reply.acts:
            for slot, (feeling, need) in enumerate(self.slots):
                if ACTS[act.name].mechanism is need and self._is_about(act, feeling, standing):
                    earned[slot] = max(earned[slot], _credit(act, standing.ages[feeling]))
        mended = {one.target for one in reply.acts if one.name == "apologise" and one.level == 2}
        hurts = tuple(
            one._replace(mended=True) if one.harm is not None and one.harm in mended else one
            for one in standing.hurts
        )
        after = _hurt(standing._replace(credits=tuple(earned), hurts=hurts), reply.hurts)
        if len(after.hurts) == len(hurts) < _HURTS and _is_poor(reply):
            return after._replace(hurts=(*hurts, Hurt(None)), loose=True)
        return after

    def _is_about(self, act: AuthoredAct, feeling: int, standing: Standing) -> bool:
        if act.target is not None:
            return act.target == self.feelings[feeling].id
        return feeling == standing.latest

    def _shown(self, standing: Standing, feeling: int) -> Standing:
        """A feeling shows; of those that show in one turn the first of the case counts as last."""
        if standing.ages[feeling] is not None:
            return standing
        ages = (*standing.ages[:feeling], 0, *standing.ages[feeling + 1 :])
        same = standing.latest >= 0 and standing.ages[standing.latest] == 0
        return standing._replace(
            ages=ages, latest=min(standing.latest, feeling) if same else feeling
        )

    # ------------------------------------------------ points

    def _counted(self, standing: Standing) -> frozenset[int]:
        return frozenset(
            number
            for number, one in enumerate(self.feelings)
            if one.core or standing.ages[number] is not None
        )

    def _points(
        self, credits: tuple[int, ...], hurts: tuple[Hurt, ...], counted: frozenset[int]
    ) -> int | None:
        worths = self._worths(counted)
        if not worths:
            return None
        won = sum(worth[credits[slot]] for slot, worth in worths)
        lost = sum(HARM_POINTS // 2 if one.mended else HARM_POINTS for one in hurts)
        return max(0, won - lost)

    def _dealt(self, counted: frozenset[int]) -> list[tuple[int, tuple[int, ...]]]:
        """The slots that count, each with the points of 0 to 4 quarters."""
        slots = [at for at, (feeling, _) in enumerate(self.slots) if feeling in counted]
        shares = []
        for feeling, need in (self.slots[at] for at in slots):
            shares.append(WEIGHTS[need] / sum(WEIGHTS[one] for one in self.feelings[feeling].needs))
        quarters = [Fraction(one, 4) for one in range(5)]
        return [
            (at, tuple(part(of, one) for one in quarters))
            for at, of in zip(slots, deal(shares), strict=True)
        ]

    # ------------------------------------------------ what may still come

    def _ceiling(
        self, credits: tuple[int, ...], ages: tuple[int | None, ...], ahead: Ahead
    ) -> tuple[int, ...]:
        best = list(credits)
        for name, target, level in ahead.acts:
            act = AuthoredAct(name, target, level)
            for slot, (feeling, need) in enumerate(self.slots):
                fits = target is None or target == self.feelings[feeling].id
                if fits and ACTS[name].mechanism is need:
                    age = ages[feeling]
                    best[slot] = max(best[slot], _credit(act, None if age is None else age + 1))
        return tuple(best)

    def _may_hurt(self, ahead: Ahead) -> bool:
        return bool(ahead.hurts) or any(
            ACTS[name].is_poor and target is not None for name, target, _ in ahead.acts
        )

    def _may_mend(self, hurt: Hurt, ahead: Ahead) -> bool:
        """Whether half of a deduction may come back; a loose one may yet get a name."""
        mends = {target for name, target, level in ahead.acts if name == "apologise" and level == 2}
        return hurt.mended or hurt.harm in mends or (hurt.harm is None and bool(mends))


def _a_turn_on(standing: Standing) -> Standing:
    late = LATE_AFTER + 1
    ages = tuple(None if age is None else min(age + 1, late) for age in standing.ages)
    return standing._replace(ages=ages, loose=False, spoken=True)


def _credit(act: AuthoredAct, age: int | None) -> int:
    level = min(act.level, ACTS[act.name].most if act.target is not None else 1)
    return level if age is not None and age > LATE_AFTER else 2 * level


def _is_poor(reply: Reply) -> bool:
    return any(ACTS[one.name].is_poor and one.target is not None for one in reply.acts)


def _hurt(standing: Standing, harms: Iterable[str]) -> Standing:
    """Harms done by the last line; each counts once, and the first few alone."""
    for harm in harms:
        if any(one.harm == harm for one in standing.hurts):
            continue
        kept = standing.hurts[:-1] if standing.loose else standing.hurts
        standing = standing._replace(hurts=(*kept, Hurt(harm))[:_HURTS], loose=False)
    return standing


def _subsets(numbers: list[int]) -> Iterator[tuple[int, ...]]:
    return chain.from_iterable(combinations(numbers, size) for size in range(len(numbers) + 1))
