"""What the studio shows: the problems of a case, its graph, and a play of it that outlives edits.

The last text that could be played stays on the bench while a newer one is broken. A play is kept as
its inputs: they are played again on every new text, and where they no longer lead on, it is said.
"""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, TypeAlias

from game.case.library import Library, Stamp, check_file, read_file, stamp_of, yaml_files
from game.case.model import Case
from game.case.problems import Problem
from game.case.shared import FOLDER
from game.case.telling import as_json
from game.engine.inputs import Choose, Input
from game.engine.offers import deadline
from game.errors import CaseError, IllegalMove
from game.playthrough import Divergence, Entry, Header, Mode, Playthrough, replay
from game.view.dialogue import dialogue_view
from game.words import Lang, words
from game.workshop.graph import Graph, graph_of
from game.workshop.graph_page import graph_data
from game.workshop.graph_paths import track_of
from game.workshop.studio.way import way_to

Stamps: TypeAlias = Stamp
_SEED: Final = 1


def stamps_of(path: Path | None) -> Stamps:
    """What tells that a case, its tables or a shared scene near it was saved."""
    if path is None:
        return ()
    shared = [folder / FOLDER.rstrip("/") for folder in (path.parent, path.parent.parent)]
    beside = [one for folder in shared if folder.is_dir() for one in yaml_files(folder)]
    return (*stamp_of(path), *(stamp for one in beside for stamp in stamp_of(one)))


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
        self.read_as: tuple[Path | None, Stamps] = (None, ())
        self._lock = threading.RLock()
        self._changed = threading.Condition(self._lock)
        self._shown: Shown | None = None
        self._run: Playthrough | None = None
        self._log: list[Entry] = []
        self._parted: Divergence | None = None
        self._problems: list[Problem] = []
        self._deep: list[Mapping[str, Any]] = []
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
            self._problems, self._deep = problems, []
            self._is_deep_due = reading is not None and reading.case is not None
            if reading is not None and reading.case is not None:
                self._show(reading.case)
            self._tell()
        if path is not None and reading is not None and reading.case is not None:
            checked = check_file(path)
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

    def keep_deep(self, number: int, found: list[Mapping[str, Any]] | None) -> None:
        """Takes what the deep checks found in the text with this number; None if they failed."""
        with self._lock:
            if number == self.saved and self._is_deep_due:
                self._deep, self._is_deep_due = found or [], False
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
            problems = [self._told(one, own) for one in self._problems]
            keys = {(one["code"], one["line"], one["column"]) for one in problems}
            deep = [self._placed(one, own) for one in self._deep]
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
                "graph": self._shown.number if self._shown else 0,
                "play": self._play_state(),
            }

    def _told(self, problem: Problem, own: str) -> dict[str, Any]:
        return self._placed(as_json(replace(problem, file=problem.file or own), self.lang), own)

    def _placed(self, told: Mapping[str, Any], own: str) -> dict[str, Any]:
        """A problem with the node that it stands in, where it is one of the case's own."""
        node = self._node_at(int(told["line"])) if told["file"] == own else ""
        return {**told, "name": Path(str(told["file"])).name, "node": node}

    def _node_at(self, line: int) -> str:
        found = ""
        for node in self._shown.case.nodes.values() if self._shown else ():
            place = node.at.place
            if not place.file and place.line - 1 <= line:
                found = node.id
        return found

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
            "track": asdict(track_of("", self._shown.graph, run)),
        }
