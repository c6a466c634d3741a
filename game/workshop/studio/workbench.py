"""What the studio shows: the problems of a case, its graph, and a play of it that outlives edits.

The last text that could be played stays on the bench while a newer one is broken. A play is kept as
its inputs: they are played again on every new text, and where they no longer lead on, it is said.
"""

import threading
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from operator import itemgetter
from pathlib import Path
from typing import Any, Final

from game.case.library import Library, Stamp, check_reading, read_file
from game.case.model import Case
from game.case.problems import Problem
from game.case.telling import as_json
from game.engine.inputs import Choose, Input
from game.engine.offers import deadline
from game.errors import CaseError, IllegalMove
from game.playthrough import (
    Divergence,
    Entry,
    Header,
    Mode,
    Playthrough,
    entry_from_json,
    header_from_json,
    replay,
)
from game.view.dialogue import dialogue_view
from game.words import Lang, words
from game.workshop.graph import Graph, graph_of
from game.workshop.graph_page import graph_data, track_data
from game.workshop.graph_paths import track_of
from game.workshop.studio.stamps import stamps_of
from game.workshop.studio.way import way_to

_SEED: Final = 1


@dataclass(frozen=True, slots=True)
class Shown:
    """A text of the case that can be played, and the number of the save that it came with."""

    case: Case
    graph: Graph
    data: Mapping[str, Any]
    number: int


class Workbench:
    """One case on the bench. Every call may come from any thread; `number` grows with every change.

    `wanted` is the id or the file of the case; one that does not exist is told as a problem.
    """

    def __init__(self, library: Library, lang: Lang, wanted: str | None) -> None:
        self.library, self.lang = library, lang
        self.number = 0
        self.path: Path | None = None
        self.read_as: tuple[Path | None, Stamp] = (None, ())
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._shown: Shown | None = None
        self._run: Playthrough | None = None
        self._log: list[Entry] = []
        self._parted: Divergence | None = None
        self._problems: list[Problem] = []
        self._deep: list[Mapping[str, Any]] = []
        self._ways: list[dict[str, Any]] = []
        self._is_deep_due = False
        self._said = ""
        self.open(wanted)

    # ------------------------------------------------ the file

    def open(self, wanted: str | None) -> None:
        """Puts another case on the bench."""
        with self._lock:
            self.path, self._said = None, ""
            self._shown, self._run, self._log, self._parted = None, None, [], None
            if wanted is not None:
                self._find(wanted)
            self.read()

    def _find(self, wanted: str) -> None:
        known = {one.id: one.path for one in self.library.found()}
        if wanted.endswith((".yaml", ".yml")):
            self.path = Path(wanted)
        elif wanted in known:
            self.path = known[wanted]
        else:
            error = CaseError("case.unknown", case=wanted, known=", ".join(known))
            self._said = words(self.lang, error.key, **error.values)

    def read(self) -> None:
        """Reads the file as it is now: its graph and its play at once, then its problems."""
        path = self.path
        self.read_as = (path, stamps_of(path))
        reading = read_file(path) if path else None
        problems = list(reading.problems) if reading else []
        with self._lock:
            if path != self.path:
                return
            self._problems, self._deep, self._ways = problems, [], []
            self._is_deep_due = reading is not None and reading.case is not None
            if reading is not None and reading.case is not None:
                self._show(reading.case)
            self._tell()
        if path is not None and reading is not None and reading.case is not None:
            checked = check_reading(path, reading)
            with self._lock:
                if path == self.path and checked != self._problems:
                    self._problems = checked
                    self._tell()

    def _show(self, case: Case) -> None:
        drawn = graph_of(case, self.lang)
        language = self.lang if self.lang in case.languages else case.language
        header = Header(case.id, case.version, _SEED, Mode.EXPLORE, language, "")
        try:
            self._run, self._parted = replay(case, header, self._log)
        except IllegalMove:  # it goes round by itself before anybody says a word
            self._run, self._parted = None, None
        self._shown = Shown(case, drawn, graph_data(drawn), self.number + 1)

    def keep_deep(self, number: int, found: Mapping[str, Any] | None) -> None:
        """Takes what the deep checks found in the text with this number; None if they failed.

        `problems` are those for other programs, `ways` lead to the best and worst of each axis.
        """
        with self._lock:
            if number == self.saved and self._is_deep_due and self._shown:
                self._is_deep_due = False
                if found is not None:
                    shown = self._shown
                    self._deep = list(found["problems"])
                    self._ways = [_way_data(shown, one, self.lang) for one in found["ways"]]
                self._tell()

    @property
    def saved(self) -> int:
        """Which text is on the bench; the deep checks answer for one of them."""
        return self._shown.number if self._shown else 0

    # ------------------------------------------------ the play

    def choose(self, node: str, reply: str) -> None:
        """Gives a reply at a node; nothing where the play has moved on. Raises IllegalMove."""
        with self._lock:
            if self._run is not None and self._run.play.node == node:
                self._run.take(Input(0, Choose(reply)))
                self._keep_play()

    def wait(self) -> None:
        """Says nothing until the customer speaks up."""
        with self._lock:
            left = deadline(self._run.play) if self._run else None
            if self._run is not None and left is not None:
                self._run.take(Input(left, None))
                self._keep_play()

    def back(self) -> None:
        """Takes the last reply back."""
        with self._lock:
            if self._run is not None and self._run.play.turn:
                self._begin([step.taken for step in self._run.steps[:-1]])

    def restart(self) -> None:
        """Begins the play anew."""
        with self._lock:
            self._begin([])

    def go(self, node: str) -> bool:
        """Plays to a node by the fewest replies; False where no way was found."""
        with self._lock:
            if self._shown is None or node not in self._shown.case.nodes:
                return False
            way = way_to(self._shown.case, node, _SEED)
            if way is not None:
                self._begin(way)
            return way is not None

    def _begin(self, inputs: list[Input]) -> None:
        if self._run is None:
            return
        self._run = Playthrough(self._run.case, self._run.header)
        for one in inputs:
            self._run.take(one)
        self._keep_play()

    def _keep_play(self) -> None:
        """What is played now is the play that later texts are to follow."""
        assert self._run is not None
        self._log, self._parted = list(self._run.log), None
        self._tell()

    # ------------------------------------------------ what the page is told

    def _tell(self) -> None:
        self.number += 1
        self._changed.notify_all()

    def wait_for_change(self, number: int, seconds: float) -> int:
        """The number now, as soon as it is another than `number` or the seconds are over."""
        with self._changed:
            self._changed.wait_for(lambda: self.number != number, seconds)
            return self.number

    def graph(self) -> dict[str, Any]:
        """The graph of the last text that could be played; {} while there was none."""
        with self._lock:
            return {**self._shown.data, "number": self._shown.number} if self._shown else {}

    def state(self) -> dict[str, Any]:
        """Everything else: the problems, the play, and whether the graph is of an older text."""
        with self._lock:
            own = str(self.path) if self.path else ""
            nodes = self._nodes_by_line()
            problems = [_placed(self._told(one, own), own, nodes) for one in self._problems]
            keys = {(one["code"], one["line"], one["column"]) for one in problems}
            deep = [_placed(one, own, nodes) for one in self._deep]
            return {
                "number": self.number,
                "file": own,
                "said": self._said,
                "cases": [one.id for one in self.library.found()],
                "problems": problems,
                "deep": [
                    one for one in deep if (one["code"], one["line"], one["column"]) not in keys
                ],
                "deepDue": self._is_deep_due,
                "ways": [*self._own_way(), *self._ways],
                "graph": self._shown.number if self._shown else 0,
                "play": self._play_state(),
            }

    def _told(self, problem: Problem, own: str) -> dict[str, Any]:
        return as_json(replace(problem, file=problem.file or own), self.lang)

    def _nodes_by_line(self) -> list[tuple[int, str]]:
        """The nodes that stand in the case's own file, each with its first line."""
        nodes = self._shown.case.nodes.values() if self._shown else ()
        places = ((node.at.place, node.id) for node in nodes)
        return sorted((place.line - 1, name) for place, name in places if not place.file)

    def _own_way(self) -> Iterator[dict[str, Any]]:
        """The way of the play that is on the bench."""
        if self._run is not None and self._shown is not None:
            graph, name = self._shown.graph, words(self.lang, "workshop.studio.way.play")
            yield {"key": "play", **track_data(track_of(name, graph, self._run), graph)}

    def _play_state(self) -> dict[str, Any] | None:
        run = self._run
        if run is None or self._shown is None:
            return None
        view = dialogue_view(run, self.lang)
        parted = self._parted
        return {
            "node": run.play.node,
            "turn": view.turn,
            "mood": view.mood_word,
            "moodNumber": run.play.mood,
            "patience": run.play.patience,
            "customer": view.customer,
            "scene": view.scene,
            "lines": [
                {"voice": line.voice, "text": line.text, "who": line.who or ""}
                for line in view.lines
            ],
            "replies": [asdict(one) for one in view.replies],
            "feedback": asdict(view.feedback) if view.feedback else None,
            "deadline": view.deadline,
            "ended": view.ended,
            "parted": asdict(parted) if parted else None,
        }


def _way_data(shown: Shown, way: Mapping[str, Any], lang: Lang) -> dict[str, Any]:
    """The way to an end of an axis, for the page: what it is called, and where it goes."""
    run, _ = replay(
        shown.case,
        header_from_json(way["header"]),
        [entry_from_json(one) for one in way["log"]],
    )
    end, is_open = way["end"], "" if way["points"] == way["limit"] else ".open"
    axis = words(lang, f"axis.{way['axis']}")
    name = words(
        lang, f"workshop.studio.way.{end}{is_open}",
        axis=axis, points=way["points"], limit=way["limit"],
    )  # fmt: skip
    track = track_data(track_of(name, shown.graph, run), shown.graph)
    return {"key": f"{way['axis']}.{end}", **track}


def _placed(told: Mapping[str, Any], own: str, nodes: list[tuple[int, str]]) -> dict[str, Any]:
    """A problem with the node that it stands in, where it is one of the case's own."""
    at = bisect_right(nodes, int(told["line"]), key=itemgetter(0)) if told["file"] == own else 0
    node = nodes[at - 1][1] if at else ""
    return {**told, "name": Path(str(told["file"])).name, "node": node}
