"""Plays cut down to what is live: those that nothing tells apart any more have the same key."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from operator import attrgetter, itemgetter
from typing import Any, Final

from game.case.conditions import Read
from game.case.model import Case
from game.engine.liveness import Liveness
from game.engine.mentions import bounds_of
from game.engine.play import Play

_SETS: Final = {
    "told": "told", "denied": "denied", "shown": "shown", "hurt": "harmed", "broke": "broken",
    "solved": "solved", "remembers": "memory",
}  # fmt: skip

Key = tuple[Hashable, ...]
_Part = Callable[[Play], Hashable]


class Slices:
    """The keys of plays at rest; two plays of the same key have the same to come."""

    def __init__(
        self, case: Case, lines: bool = True, ends: Iterable[Read] = (), moods: bool = True
    ) -> None:
        self.case, self.lines = case, lines
        self.live = Liveness(case, lines, ends, moods)
        self._bounds = bounds_of(case)
        self._views: dict[tuple[int, bool], tuple[_Part, ...]] = {}
        self._humours: dict[tuple[int, str], tuple[bool, bool]] = {}
        self._timed = {node.id for node in case.nodes.values() if node.timer} if lines else set()

    def key(self, play: Play) -> Key:
        """What tells this play from others that wait or have ended at the same node."""
        return self._key(play, *self._live(play), True)

    def spot(self, play: Play) -> tuple[Key, bool, bool]:
        """The key but for the humour of who the scene is with; whether their mood, and their
        patience, are live.
        """
        mask, frames = self._live(play)
        customer = play.contact.customer.id
        found = self._humours.get((mask, customer))
        if found is None:
            reads = self.live.reads_in(mask)
            found = (Read("mood", customer) in reads, Read("patience", customer) in reads)
            self._humours[mask, customer] = found
        return (self._key(play, mask, frames, False), *found)

    def _live(self, play: Play) -> tuple[int, tuple[tuple[str, bool], ...]]:
        """The bits of what is live, and the interruptions that may still come back."""
        live, node = self.live, play.node
        if play.ended:
            return live.at_end, ()
        mask, depth = live.waiting[node], live.wait_depth[node]
        frames: tuple[tuple[str, bool], ...] = ()
        if depth:
            frames = play.returns[-depth:]
            for name, _ in frames:
                mask |= live.waiting[name]
            if depth > len(frames):  # it may go on to the first node of its scene
                mask |= live.entered[play.contact.start]
        return mask, frames

    def _key(
        self, play: Play, mask: int, frames: tuple[tuple[str, bool], ...], humours: bool
    ) -> Key:
        node = play.node
        parts = [part(play) for part in self._view(mask, humours)]
        if play.ended:
            return (node, *parts)
        # A line is only repeated to a trainee who spoke, so that `spoke` decides what is asked.
        spoke = play.spoke if node in self._timed else None
        return (node, play.scene, play.late, frames, spoke, *parts)

    def _view(self, mask: int, humours: bool) -> tuple[_Part, ...]:
        """How the live values of a play are taken out of it."""
        found = self._views.get((mask, humours))
        if found is None:
            found = tuple(self._parts(self.live.reads_in(mask), humours))
            self._views[mask, humours] = found
        return found

    def _parts(self, live: Iterable[Read], humours: bool) -> Iterator[_Part]:
        by_kind: dict[str, list[str]] = {}
        for kind, name in sorted(live):
            by_kind.setdefault(kind, []).append(name)
        nodes = self.case.nodes
        for kind, names in by_kind.items():
            if kind in _SETS:
                yield _subset(_SETS[kind], frozenset(names))
            elif kind == "fact":
                yield from self._facts(names)
            elif kind == "seen":
                yield _bits("seen", [nodes[name].number for name in names])
            elif kind == "chose":
                yield _bits("chosen", [_number(self.case, name) for name in names])
            elif kind == "visits":
                yield from (self._visits(name) for name in names)
            elif kind in ("clock", "time"):
                yield self._bounded(attrgetter(kind), Read(kind))
            elif humours:
                yield from (_of_customer(self.case, kind, name) for name in names)
            elif len(self.case.customers) > 1:
                yield from (_of_another(kind, name) for name in names)

    def _facts(self, names: list[str]) -> Iterator[_Part]:
        slots = {fact.id: i for i, fact in enumerate(self.case.facts)}
        plain = [slots[name] for name in names if Read("fact", name) not in self._bounds]
        if plain:
            values = itemgetter(*plain)
            yield lambda play: values(play.facts)
        for name in names:
            if Read("fact", name) in self._bounds:
                yield self._bounded(_fact(slots[name]), Read("fact", name))

    def _visits(self, name: str) -> _Part:
        return self._bounded(lambda play: play.visits_of(name), Read("visits", name))

    def _bounded(self, part: Callable[[Play], Any], read: Read) -> _Part:
        """A number that only grows is the same to every condition once it is past all of them."""
        if read not in self._bounds:
            return part
        low, high = self._bounds[read]
        return lambda play: max(low, min(high, part(play)))


def _fact(slot: int) -> Callable[[Play], Any]:
    return lambda play: play.facts[slot]


def _number(case: Case, chosen: str) -> int:
    node, _, reply = chosen.partition(".")
    found = case.nodes[node].reply(reply)
    assert found is not None
    return found.number


def _subset(name: str, wanted: frozenset[str]) -> _Part:
    held: Callable[[Play], frozenset[str]] = attrgetter(name)
    return lambda play: held(play) & wanted


def _bits(name: str, numbers: list[int]) -> _Part:
    mask = sum(1 << number for number in numbers)
    held: Callable[[Play], int] = attrgetter(name)
    return lambda play: held(play) & mask


def _of_customer(case: Case, kind: str, name: str) -> _Part:
    if len(case.customers) == 1:
        return attrgetter(kind)
    if kind == "mood":
        return lambda play: play.mood_of(name)
    return lambda play: play.patience_of(name)


def _of_another(kind: str, name: str) -> _Part:
    """The mood or patience of somebody, nothing while the scene is with them."""

    def part(play: Play) -> int | None:
        if play.contact.customer.id == name:
            return None
        return play.mood_of(name) if kind == "mood" else play.patience_of(name)

    return part
