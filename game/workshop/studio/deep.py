"""The deep checks of what is on the bench: in a process of their own, that a newer save ends.

They take seconds and all of a processor; in the studio's own process they would hold up the page.
"""

import contextlib
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from game.case.library import read_file
from game.case.telling import as_json
from game.words import Lang
from game.workshop.studio.workbench import Workbench

if TYPE_CHECKING:
    from game.case.model import Case
    from game.engine.survey import Survey

_CALM: Final = 0.6  # seconds from a save until they begin: the page comes first


class DeepChecks:
    """Looks through the case on a workbench, every play of it, after every save."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._follow, name="deep", daemon=True)

    def begin(self) -> None:
        """Begins to follow the bench."""
        self._thread.start()

    def end(self) -> None:
        """Ends what runs."""
        self._over.set()
        self._thread.join(timeout=5)

    def _follow(self) -> None:
        checked, seen = 0, -1
        while not self._over.is_set():
            if self._bench.saved != checked and not self._over.wait(_CALM):
                checked = self._bench.saved
                found = self._run(checked)
                if checked == self._bench.saved:
                    self._bench.keep_deep(checked, found)
                continue
            seen = self._bench.wait_for_change(seen, 0.5)

    def _run(self, number: int) -> Mapping[str, Any] | None:
        """What there is to say of this text; None where it was ended or cannot be said."""
        command = [sys.executable, "-m", __name__, str(self._bench.path), self._bench.lang]
        if nice := shutil.which("nice"):
            command = [nice, "-n", "10", *command]
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        ) as process:
            said = b""
            while True:
                try:
                    said, _ = process.communicate(timeout=0.1)
                    break
                except subprocess.TimeoutExpired:
                    if self._over.is_set() or self._bench.saved != number:
                        process.kill()
        with contextlib.suppress(ValueError):
            found: Mapping[str, Any] = json.loads(said)
            return found
        return None


def looked_through(path: Path, lang: Lang) -> dict[str, list[Any]]:
    """The deep problems and hints of a case file, and the ways to the ends of each axis."""
    from game.workshop.deep import deep_check

    case = read_file(path).case
    if case is None:
        return {"problems": [], "ways": []}
    deep = deep_check(case, str(path))
    return {
        "problems": [as_json(one, lang) for one in (*deep.problems, *deep.hints)],
        "ways": list(_ways(case, deep.survey)),
    }


def _ways(case: "Case", survey: "Survey") -> Iterator[dict[str, Any]]:
    from game.workshop.extremes import extremes, run_of

    for axis, found in extremes(case, survey).items():
        for end, one in (("best", found.best), ("worst", found.worst)):
            run = run_of(case, one.path)
            yield {
                "axis": axis.value,
                "end": end,
                "points": one.points,
                "limit": one.limit,
                "header": run.header.to_json(),
                "log": [entry.to_json() for entry in run.log],
            }


if __name__ == "__main__":
    print(json.dumps(looked_through(Path(sys.argv[1]), "ko" if sys.argv[2] == "ko" else "en")))
