"""Mood and patience of who the scene is with, many at once: as the bits of one number.

A play moves mood and patience by adding to them, and asks of them only where they stand against the
few numbers that the case names. So what one play does, all do that stand on the same sides of those
numbers, before and after each addition: one is played, and the others follow by shifting bits.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from game.case.model import Case
from game.engine.events import Event, MoodChanged, NodeEntered, ReplyGiven, SceneBegan
from game.engine.mentions import compared_in, flat
from game.engine.play import Play

_MOODS: Final = 101
_KINDS: Final = ("mood", "patience")
_NONE: Final[frozenset[str]] = frozenset()


class Humours:
    """The humours of one case; one of them is a number below `span`, a set of them is bits."""

    def __init__(self, case: Case) -> None:
        self._most = {one.id: one.patience + 1 for one in case.customers.values()}
        rows = max(self._most.values()) + 1
        self.span = _MOODS * rows
        self._moods = _classes(_MOODS, _cuts(case, "mood", _MOODS))
        # Whether the customer leaves is asked of patience everywhere.
        self._patiences = _classes(rows, {1, *_cuts(case, "patience", rows)})
        self._sets = dict(_setting(case))
        self._product = lru_cache(maxsize=None)(_product)

    def of(self, play: Play) -> int:
        """The humour of a play."""
        return play.patience * _MOODS + play.mood

    def split(self, humour: int) -> tuple[int, int]:
        """Its mood and its patience."""
        patience, mood = divmod(humour, _MOODS)
        return mood, patience

    def alike(self, humour: int) -> int:
        """All that stand on the same sides of everything that is asked."""
        mood, patience = self.split(humour)
        return self._product(self._moods[mood], self._patiences[patience])

    def moved_alike(self, before: Play, events: Iterable[Event]) -> tuple[int, tuple[str, ...]]:
        """All that what just happened would happen to in the same way, from `before` on.

        And whether their mood, or patience, is then the same for all, since it was set.
        """
        changes: dict[str, list[int]] = {kind: [0] for kind in _KINDS}
        same: set[str] = set()
        for event in events:
            if type(event) is MoodChanged:
                if event.who is None and event.name not in same:
                    passed = changes[event.name]
                    passed.append(passed[-1] + event.by)
                continue
            sets = self._set_by(event, before)
            if sets is None:
                return 1 << self.of(before), ()
            same |= sets
        most = self._most[before.contact.customer.id]
        alike = self._product(
            _moving(self._moods, before.mood, changes["mood"], _MOODS - 1),
            _moving(self._patiences, before.patience, changes["patience"], most),
        )
        return alike, tuple(sorted(same))

    def _set_by(self, event: Event, before: Play) -> frozenset[str] | None:
        """What of a humour an event sets to one value for all; None where that cannot be said."""
        if type(event) is SceneBegan:
            entered = before.case.scenes[before.case.scene_number(event.scene)]
            return _NONE if entered.customer.id == before.contact.customer.id else None
        if type(event) is NodeEntered:
            sets, again = self._sets.get(event.node, _NONE), before.has_seen(event.node)
        elif type(event) is ReplyGiven:
            sets = self._sets.get(f"{event.node}.{event.reply}", _NONE)
            again = before.has_chosen(event.node, event.reply)
        else:
            return _NONE
        return None if sets is None or (sets and again) else sets

    def without(self, kind: str, humours: int, value: int) -> int:
        """Humours with their mood (or patience) forgotten: `value` stands for every one."""
        if kind == "patience":
            moods, row = 0, (1 << _MOODS) - 1
            while humours:
                moods |= humours & row
                humours >>= _MOODS
            return moods << value * _MOODS
        patiences = {patience for _, patience in map(self.split, bits_of(humours))}
        return sum(1 << patience * _MOODS + value for patience in patiences)


def bits_of(number: int) -> list[int]:
    """The places of the bits that are set, the lowest first."""
    found = []
    while number:
        low = number & -number
        found.append(low.bit_length() - 1)
        number ^= low
    return found


def _cuts(case: Case, kind: str, values: int) -> set[int]:
    """The values that are told apart from the one below; all, where that is not plain to see."""
    compared, free = compared_in(case)
    if any(read.kind == kind for read in free):
        return set(range(1, values))
    numbers = {one for read, found in compared.items() if read.kind == kind for one in found}
    return {cut for one in numbers for cut in (one, one + 1) if 0 < cut < values}


def _setting(case: Case) -> Iterator[tuple[str, frozenset[str] | None]]:
    """The nodes and replies (`node.reply`) that set mood or patience to a value, and which.

    None where something else is done to it, too, or not always.
    """
    for node in case.nodes.values():
        for name, do in ((node.id, node.do), *((f"{node.id}.{r.id}", r.do) for r in node.replies)):
            moving = [one for one in flat(do) if one.name in _KINDS]
            if any(one.value is not None for one in moving):
                plain = all(one.value is not None and not one.of and one in do for one in moving)
                kinds = [one.name for one in moving]
                yield name, frozenset(kinds) if plain and len(set(kinds)) == len(kinds) else None


def _classes(values: int, cuts: Iterable[int]) -> list[int]:
    """For each value the bits of those that it is not told apart from."""
    bounds = [0, *sorted(cuts), values]
    masks = []
    for low, high in pairwise(bounds):
        masks += [(1 << high) - (1 << low)] * (high - low)
    return masks


def _moving(classes: Sequence[int], value: int, passed: Sequence[int], most: int) -> int:
    """The values that are moved as `value` was, through the same sides and to no bound.

    At a bound it cannot be seen how far a change would have gone, so that each stands alone there.
    """
    if any(value + by in (0, most) for by in passed):
        return 1 << value
    if len(passed) == 1:
        return classes[value]
    inner, same = (1 << most) - 2, -1
    for by in passed:
        there = classes[value + by] & inner
        same &= there >> by if by >= 0 else there << -by
    return same


def _product(moods: int, patiences: int) -> int:
    return sum(moods << patience * _MOODS for patience in bits_of(patiences))
