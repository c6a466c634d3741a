"""Every play of a case: what can be reached, with the shortest way to it.

Exact up to a budget of moves. A spot is a play at rest, cut down to what is still live there
(`slicing`), so that plays which nothing can tell apart any more are followed once. It is a spot for
every mood and patience that plays come to it with: these are followed together (`humours`), which
takes a fiftieth of the moves.
"""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from game.case.model import Case
from game.case.tree import no_garbage_collection
from game.engine.humours import Humours, bits_of
from game.engine.inputs import Input
from game.engine.play import Play
from game.engine.search import UNCLEAR, Found, Path, Search
from game.engine.slicing import Key, Slices

MOST_STEPS: Final = 100_000


def explore(case: Case, most: int = MOST_STEPS, lines: bool = True) -> Found:
    """Follows every play until all are followed or `most` moves were made.

    With `lines`, every condition of a line is asked in every way it can be; without, only those
    that decide where a play goes, what it offers and how it ends, which takes fewer moves.
    """
    explorer = _Explorer(case, most, lines)
    with no_garbage_collection():
        explorer.run()
    return explorer.found


@dataclass(slots=True)
class _Step:
    """A move from a spot to another: the humours that it moves alike, and how far it shifts them.

    `same` are the parts of a humour that it sets for all of them, each with the value that the
    shift is reckoned from. `taken` are the humours that made the move.
    """

    move: Input
    source: int
    humours: int
    by: int
    to: int
    same: tuple[tuple[str, int], ...] = ()
    taken: int = 0


@dataclass(slots=True)
class _Spot:
    """`met` are the humours that plays came with.

    `origins` tell how they first came: the humours there, those they had before, and the step that
    brought them (or how the play began). `moves` are kept by what is alike, `steps` by the move.
    """

    play: Play
    moody: bool
    patient: bool
    met: int = 0
    origins: list[tuple[int, int, _Step | Path]] = field(default_factory=list)
    moves: dict[int, list[Input]] = field(default_factory=dict)
    steps: dict[Input, list[_Step]] = field(default_factory=dict)
    into: list[_Step] = field(default_factory=list)


class _Explorer(Search):
    """Breadth first, so that the first way to anything is a shortest one."""

    def __init__(self, case: Case, most: int, lines: bool) -> None:
        super().__init__(case)
        self.left = most
        self.last = (most, 0)  # moves left and spots waiting, a round ago
        self.slices = Slices(self.case, lines, self.at_end)
        self.humours = Humours(self.case)
        self.numbers: dict[Key, int] = {}
        self.spots: list[_Spot] = []
        self.waiting: dict[int, int] = {}  # spots, and the humours that are to be followed there

    def run(self) -> None:
        for play, path in self.begin():
            self.arrive(self.spot_of(play), 1 << self.humours.of(play), path)
        while self.waiting and self.left > 0 and not self.grows_too_fast():
            round_, self.waiting = self.waiting, {}
            for number, humours in round_.items():
                if self.left > 0:
                    self.follow(number, humours)
                else:
                    self.waiting[number] = humours
        self.found.whole = self.found.whole and not self.waiting
        self.found.states = sum(spot.met.bit_count() for spot in self.spots)
        if self.found.whole:
            self.find_traps()

    def grows_too_fast(self) -> bool:
        """Whether two more rounds, each as much larger as the last was, would pass the budget.

        A round is all that lies one move further. What will not be whole had better be given up
        soon: `scouting` sees more of it in less time.
        """
        (left, waiting), self.last = self.last, (self.left, len(self.waiting))
        growth = len(self.waiting) / max(1, waiting)
        return growth > 1 and (left - self.left) * growth * (1 + growth) > self.left

    # ------------------------------------------------ one spot

    def spot_of(self, play: Play) -> int:
        """The number of the spot where a play rests."""
        key, moody, patient = self.slices.spot(play)
        number = self.numbers.get(key)
        if number is None:
            number = self.numbers[key] = len(self.spots)
            self.spots.append(_Spot(play, moody, patient))
        return number

    def known(self, number: int, humours: int) -> int:
        """Humours as far as they still matter at a spot."""
        spot = self.spots[number]
        if not spot.moody:
            humours = self.humours.without("mood", humours, spot.play.mood)
        if not spot.patient:
            humours = self.humours.without("patience", humours, spot.play.patience)
        return humours

    def arrive(self, number: int, humours: int, origin: _Step | Path) -> None:
        """Plays come to a spot by a step that these humours made, or at their start."""
        spot = self.spots[number]
        come = self.led(origin, humours) if isinstance(origin, _Step) else humours
        new = self.known(number, come) & ~spot.met
        if new:
            spot.met |= new
            spot.origins.append((new, humours, origin))
            self.waiting[number] = self.waiting.get(number, 0) | new

    def follow(self, number: int, humours: int) -> None:
        """Makes every move from a spot, for humours that have not made them."""
        spot = self.spots[number]
        for humour, group in self.groups(humours):
            alike = self.humours.alike(humour)
            if alike not in spot.moves:
                spot.moves[alike] = self.rest(self.place(number, humour), self.play(spot, humour))
            for move in spot.moves[alike]:
                self.make_all(number, move, group)

    def groups(self, humours: int) -> Iterator[tuple[int, int]]:
        """Humours in groups of those that nothing tells apart at rest, each by its lowest."""
        while humours:
            lowest = (humours & -humours).bit_length() - 1
            group = humours & self.humours.alike(lowest)
            humours &= ~group
            yield lowest, group

    def make_all(self, number: int, move: Input, humours: int) -> None:
        """Makes one move for some humours: by the steps that are known, else in a play."""
        steps = self.spots[number].steps.setdefault(move, [])
        for step in steps:
            self.take(step, humours & step.humours)
            humours &= ~step.humours
        while humours:
            lowest = (humours & -humours).bit_length() - 1
            made = self.step(number, move, lowest)
            if made is not None:
                steps.append(made)
                self.take(made, humours & made.humours)
                humours &= ~made.humours
            humours &= ~(1 << lowest)

    def step(self, number: int, move: Input, humour: int) -> _Step | None:
        """What a move does in a play with this humour, and to which others the same happens."""
        self.left -= 1
        play = self.play(self.spots[number], humour)
        made = self.make(self.place(number, humour), play, move)
        if made is None:
            return None
        after, events = made
        alike, same = self.humours.moved_alike(play, events)
        by, to = self.humours.of(after) - humour, self.spot_of(after)
        reckoned = tuple((kind, getattr(play, kind)) for kind in same)
        step = _Step(move, number, alike, by, to, reckoned)
        self.spots[to].into.append(step)
        return step

    def led(self, step: _Step, humours: int) -> int:
        """What humours become by a step."""
        for kind, value in step.same:
            humours = self.humours.without(kind, humours, value)
        return humours << step.by if step.by >= 0 else humours >> -step.by

    def take(self, step: _Step, humours: int) -> None:
        if humours & ~step.taken:
            step.taken |= humours
            self.arrive(step.to, humours, step)

    def play(self, spot: _Spot, humour: int) -> Play:
        """The play at a spot with another humour."""
        mood, patience = self.humours.split(humour)
        if (spot.play.mood, spot.play.patience) == (mood, patience):
            return spot.play
        return replace(spot.play, mood=mood, patience=patience)

    # ------------------------------------------------ ways, and where there is none

    def place(self, number: int, humour: int) -> int:
        """A spot and a humour there, as one number."""
        return number * self.humours.span + humour

    def path_to(self, number: int) -> Path:
        """How the play with this number was come to."""
        inputs: list[Input] = []
        at, humour = divmod(number, self.humours.span)
        while True:
            origins = self.spots[at].origins
            before, origin = next((was, one) for met, was, one in origins if met >> humour & 1)
            if not isinstance(origin, _Step):
                return origin._replace(inputs=tuple(reversed(inputs)))
            inputs.append(origin.move)
            humour = next(one for one in bits_of(before) if self.leads(origin, one, humour))
            at = origin.source

    def leads(self, step: _Step, humour: int, to: int) -> bool:
        return self.known(step.to, self.led(step, 1 << humour)) == 1 << to

    def find_traps(self) -> None:
        """Humours at a spot from which no reply and no silence leads to an ending any more."""
        free = [spot.met if spot.play.ended else 0 for spot in self.spots]
        queue = deque(number for number, found in enumerate(free) if found)
        while queue:
            number = queue.popleft()
            for step in self.spots[number].into:
                if step.move is UNCLEAR:
                    continue
                out = self.freed(step, free[number]) & ~free[step.source]
                if out:
                    free[step.source] |= out
                    queue.append(step.source)
        for number, spot in enumerate(self.spots):
            shut = spot.met & ~free[number]
            if shut and spot.play.node not in self.found.stuck:
                self.keep(self.found.trapped, spot.play.node, self.place(number, bits_of(shut)[0]))

    def freed(self, step: _Step, free: int) -> int:
        """Of those that took a step, the ones that it brought among the free."""
        spot = self.spots[step.to]
        if spot.moody and spot.patient and not step.same:
            back = free >> step.by if step.by >= 0 else free << -step.by
            return back & step.taken
        return sum(
            1 << one
            for one in bits_of(step.taken)
            if self.known(step.to, self.led(step, 1 << one)) & free
        )
