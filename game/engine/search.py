"""What a search through the plays of a case has in common with every other, and what it finds.

From a play at rest every move is made that makes a difference: each reply on offer, words that are
not understood, and waiting until the timer runs out. The engine itself makes the moves: what is
found happens in play, and every path can be played again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Final, NamedTuple, TypeVar

from game.case.conditions import Read
from game.case.model import Case
from game.case.spoken import Line
from game.engine.advance import Advance, advance, begin, first_value
from game.engine.events import Event, NodeEntered, ReplyGiven
from game.engine.inputs import MOST_WAIT, Choose, Input, Say
from game.engine.mentions import bounds_of, flat
from game.engine.offers import deadline, on_offer, wording
from game.engine.play import Play
from game.engine.watching import Watch, watched
from game.errors import IllegalMove

_MOST_STARTS: Final = 256
_MOST_SEEDS: Final = 20_000
UNCLEAR: Final = Input(0, Say("?", None))

T = TypeVar("T")
Afterwards = tuple[str, str | None, str | None, str | None]


class Path(NamedTuple):
    """A play from its start: the seed, the memories that hold, and the inputs."""

    seed: int
    memory: tuple[str, ...]
    inputs: tuple[Input, ...]


class Settled(NamedTuple):
    """How the problem stands at an ending: the facts that count, and those that are solved."""

    counts: frozenset[str]
    solved: frozenset[str]


@dataclass(slots=True)
class Found:
    """What was reached, each with the shortest way to it.

    `case` is the watched one. `whole` tells that nothing was left out: then what is not in here
    cannot happen. `offered` and `withheld` are replies (node, reply) as they were seen on offer and
    not on offer at their node. `afters` are the endings with their day, week and month (text ids).
    `stuck` are nodes where nothing is on offer, `endless` where the case goes round by itself
    forever, `lost_patience` where patience ends and nobody leaves, `trapped` from where no ending
    can be reached, `farmed` the facts of the problem that a reply or node raises again and again.
    """

    case: Case
    whole: bool = True
    states: int = 0
    starts: int = 0
    entered: set[str] = field(default_factory=set)
    waited: set[str] = field(default_factory=set)
    offered: set[tuple[str, str]] = field(default_factory=set)
    withheld: set[tuple[str, str]] = field(default_factory=set)
    endings: dict[str, Path] = field(default_factory=dict)
    afters: dict[Afterwards, Path] = field(default_factory=dict)
    settled: dict[Settled, Path] = field(default_factory=dict)
    stuck: dict[str, Path] = field(default_factory=dict)
    endless: dict[str, Path] = field(default_factory=dict)
    lost_patience: dict[str, Path] = field(default_factory=dict)
    trapped: dict[str, Path] = field(default_factory=dict)
    farmed: dict[tuple[str, str], Path] = field(default_factory=dict)
    watches: list[Watch] = field(default_factory=list)

    @property
    def full(self) -> Path | None:
        """The shortest way to an ending where all that counts is solved."""
        found = (path for one, path in self.settled.items() if one.counts == one.solved)
        return next(found, None)


def starts(case: Case) -> tuple[list[Play], list[Path], list[tuple[Event, ...]], bool]:
    """A play for every way the case can begin: seeded facts times memories; whether that is all."""
    plays, paths, events = [], [], []
    all_seeds, whole = _seeds(case)
    memories = _memories(case)
    for seed, memory in list(product(all_seeds, memories))[:_MOST_STARTS]:
        play, happened = begin(case, seed, memory)
        plays.append(play)
        paths.append(Path(seed, memory, ()))
        events.append(happened)
    return plays, paths, events, whole and len(all_seeds) * len(memories) <= _MOST_STARTS


def _seeds(case: Case) -> tuple[list[int], bool]:
    """A seed for every combination of what the seed picks."""
    drawn = [fact for fact in case.facts if fact.any_of]
    wanted = 1
    for fact in drawn:
        wanted *= len(set(fact.words))
    if wanted == 1:
        return [0], True
    if wanted > _MOST_STARTS:
        return [0], False
    found: dict[tuple[int | str, ...], int] = {}
    for seed in range(_MOST_SEEDS):
        found.setdefault(tuple(first_value(fact, seed) for fact in drawn), seed)
        if len(found) == wanted:
            return list(found.values()), True
    return list(found.values()), False


def _memories(case: Case) -> list[tuple[str, ...]]:
    """Every set of memories that can hold together: of each earlier case one ending at most."""
    others: dict[str, set[str]] = {}
    for memory in case.remembers.values():
        others.setdefault(memory.case, set()).update(memory.endings)
    choices = [[("", ""), *((name, end) for end in sorted(ends))] for name, ends in others.items()]
    held = {
        tuple(
            sorted(
                memory.id
                for memory in case.remembers.values()
                if any(name == memory.case and end in memory.endings for name, end in chosen)
            )
        )
        for chosen in product(*choices)
    }
    return sorted(held)


class Search:
    """A search at work. How it goes about is its own; what it makes of what it meets is shared."""

    def __init__(self, case: Case, found: Found | None = None) -> None:
        """Goes on from what another search found, where there was one."""
        if found is None:
            own, watches = watched(case)
            found = Found(own, watches=watches)
        self.case, self.found = found.case, found
        self.raising = _raising(self.case)
        had = (Read("chose" if "." in name else "seen", name) for name in self.raising)
        self.at_end = [Read("solved"), *had]
        self.bounds = bounds_of(self.case)
        self.origins: list[tuple[int, Input | None, Path | None]] = []
        self.choices = {
            reply.number: Input(0, Choose(reply.id))
            for node in self.case.nodes.values()
            for reply in node.replies
        }

    def begin(self) -> Iterator[tuple[Play, Path]]:
        """Every play that the case can begin with."""
        plays, paths, events, self.found.whole = starts(self.case)
        self.found.starts = len(plays)
        for play, path, happened in zip(plays, paths, events, strict=True):
            self.note(happened)
            yield play, path

    def rest(self, number: int, play: Play) -> list[Input]:
        """Notes what there is to see of a play not met before; gives the moves to make there.

        Those are all that make a difference: UNCLEAR stands for any nonsense.
        """
        found, node = self.found, self.case.nodes[play.node]
        if play.ended:
            self.end(number, play)
            return []
        if play.patience <= 0 and play.contact.leaves is None:
            self.keep(found.lost_patience, node.id, number)
        found.waited.add(node.id)
        offered = on_offer(play)
        if len(offered) < len(node.replies):
            there = {reply.id for reply in offered}
            found.withheld.update((node.id, one.id) for one in node.replies if one.id not in there)
        for reply in offered:
            found.offered.add((node.id, reply.id))
        if not offered and node.timer is None:
            self.keep(found.stuck, node.id, number)
        moves = [self.choices[reply.number] for reply in offered]
        left = deadline(play) if node.timer else None
        if left is not None and left <= MOST_WAIT:
            moves.append(Input(left, None))
        if self.case.free_text is not None:
            moves.append(UNCLEAR)
        return moves

    def end(self, number: int, play: Play) -> None:
        found, after = self.found, self.case.after
        self.keep(found.endings, play.node, number)
        for day, week, month in product(
            texts(after.day, play), texts(after.week, play), texts(after.month, play)
        ):
            self.keep(found.afters, (play.node, day, week, month), number)
        counts = frozenset(fact for fact in self.case.problem if play.counts(fact))
        solved = frozenset(fact for fact in counts if play.is_solved(fact))
        self.keep(found.settled, Settled(counts, solved), number)

    def make(self, number: int, play: Play, taken: Input) -> Advance | None:
        """What a move leads to; None where the case then goes round by itself forever."""
        try:
            after, events = advance(self.case, play, taken)
        except IllegalMove:
            self.keep(self.found.endless, play.node, number, taken)
            return None
        self.note(events)
        if self.raising and after.facts is not play.facts:
            self.note_farming(number, play, taken, after, events)
        return after, events

    def note(self, events: Iterable[Event]) -> None:
        """What was entered on the way."""
        entered = self.found.entered
        for event in events:
            if type(event) is NodeEntered:
                entered.add(event.node)

    def note_farming(
        self, number: int, play: Play, taken: Input, after: Play, events: Iterable[Event]
    ) -> None:
        """A fact of the problem that is raised by what raised it before in the same play."""
        raised = {
            fact.id
            for fact, had, has in zip(self.case.facts, play.facts, after.facts, strict=True)
            if isinstance(had, int)
            and isinstance(has, int)
            and has > had
            and self.still_counts(fact.id, had)
        }
        for event in events if raised else ():
            if isinstance(event, ReplyGiven):
                name, again = (
                    f"{event.node}.{event.reply}",
                    play.has_chosen(event.node, event.reply),
                )
            elif isinstance(event, NodeEntered):
                name, again = event.node, play.has_seen(event.node)
            else:
                continue
            for fact in raised & self.raising.get(name, frozenset()) if again else ():
                self.keep(self.found.farmed, (fact, name), number, taken)

    def still_counts(self, fact: str, value: int) -> bool:
        """Whether raising a fact that is at `value` can still change what a condition says."""
        bounds = self.bounds.get(Read("fact", fact))
        return bounds is None or value < bounds[1]

    def keep(self, into: dict[T, Path], what: T, number: int, taken: Input | None = None) -> None:
        if what not in into:
            path = self.path_to(number)
            extra = () if taken is None else (taken,)
            into[what] = path._replace(inputs=(*path.inputs, *extra))

    def path_to(self, number: int) -> Path:
        """How the play with this number was come to."""
        inputs: list[Input] = []
        origin, taken, path = self.origins[number]
        while path is None:
            assert taken is not None
            inputs.append(taken)
            origin, taken, path = self.origins[origin]
        return path._replace(inputs=tuple(reversed(inputs)))


def _raising(case: Case) -> dict[str, frozenset[str]]:
    """The facts of the problem that a node (`node`) or a reply (`node.reply`) raises."""
    told = (one for fact in case.problem.values() for one in (fact.when, fact.counts) if one)
    asked = {read.name for condition in told for read in condition.reads if read.kind == "fact"}
    raising: dict[str, frozenset[str]] = {}
    for node in case.nodes.values():
        for name, do in ((node.id, node.do), *((f"{node.id}.{r.id}", r.do) for r in node.replies)):
            raised = {one.name for one in flat(do) if one.slot >= 0 and one.by > 0}
            if raised & asked:
                raising[name] = frozenset(raised & asked)
    return raising


def texts(line: Line | None, play: Play) -> tuple[str | None, ...]:
    """The texts that a line may have at a play: one, or each that the seed may pick."""
    if line is None:
        return (None,)
    if line.any_of:
        return tuple(one.text for one in line.variants)
    return (wording(line, play),)
