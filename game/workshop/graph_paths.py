"""Paths of plays laid over a graph: which boxes, rows and lines a play went along."""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.case.model import Case
from game.engine.events import Event, NodeEntered, ReplyGiven, SilenceFell
from game.errors import DangolError
from game.inputs_file import play_inputs
from game.playthrough import Header, Mode, Playthrough
from game.words import Lang
from game.workshop.graph import Graph, Leads

_SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Track:
    """One play on a graph; a row is (box, row), an edge its number in `Graph.edges`."""

    name: str
    boxes: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    edges: tuple[int, ...]


def tracks_of(
    case: Case, graph: Graph, paths: Mapping[str, Sequence[str]], seed: int = _SEED
) -> tuple[Track, ...]:
    """The plays of `paths` by their names, each the lines of an inputs file.

    A path that the case no longer allows is followed as far as it goes.
    """
    return tuple(
        track_of(name, graph, _played(case, lines, graph.lang, seed))
        for name, lines in paths.items()
    )


def _played(case: Case, lines: Sequence[str], lang: Lang, seed: int) -> Playthrough:
    language = lang if lang in case.languages else case.language
    run = Playthrough(case, Header(case.id, case.version, seed, Mode.EXPLORE, language, ""))
    with contextlib.suppress(DangolError):
        play_inputs(run, "\n".join(lines), lang)
    return run


def track_of(name: str, graph: Graph, run: Playthrough) -> Track:
    """Where a play went on the graph."""
    numbers: dict[tuple[str, str, str], int] = {}
    for number, edge in enumerate(graph.edges()):
        numbers.setdefault((edge.box, edge.row, edge.to), number)
    boxes: dict[str, None] = {}
    rows: dict[tuple[str, str], None] = {}
    edges: dict[int, None] = {}
    at, row = "", ""
    for event in _events(run):
        match event:
            case ReplyGiven(node, reply):
                at, row = node, reply
            case SilenceFell(node):
                at, row = node, "timer"
            case NodeEntered(node):
                row = row or _rule(graph, at, node)
                if (at, row, node) in numbers:
                    edges[numbers[at, row, node]] = None
                    rows[at, row] = None
                boxes[node] = None
                at, row = node, ""
            case _:
                continue
        if row:
            rows[at, row] = None
    return Track(name, tuple(boxes), tuple(rows), tuple(edges))


def _rule(graph: Graph, box: str, to: str) -> str:
    """The rule by which a box leads to another by itself, "" where none does."""
    rules = (row for row in graph.boxes[box].rows if row.leads is Leads.ROUTE) if box else ()
    return next((row.id for row in rules if any(way.to == to for way in row.ways)), "")


def _events(run: Playthrough) -> Iterator[Event]:
    yield from run.opening
    for step in run.steps:
        yield from step.events


def heat_of(runs: Iterable[Playthrough]) -> dict[str, float]:
    """The share of plays, 0 to 1, that entered each node ("node") or gave each reply."""
    met: Counter[str] = Counter()
    plays = 0
    for run in runs:
        plays += 1
        places = set()
        for event in _events(run):
            if isinstance(event, NodeEntered):
                places.add(event.node)
            elif isinstance(event, ReplyGiven):
                places.add(f"{event.node}.{event.reply}")
        met.update(places)
    return {place: number / plays for place, number in met.items()}
