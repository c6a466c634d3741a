"""The deep checks of what is on the bench: in a process of their own, that a newer save ends.

They take seconds and all of a processor; in the studio's own process they would hold up the page.
"""

import contextlib
import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Mapping
from typing import Any, Final

from game.workshop.studio.workbench import Workbench

_CALM: Final = 0.6  # seconds from a save until they begin: the page comes first


class DeepChecks:
    """Runs `dangol check --deep` on the file of a workbench after every save."""

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

    def _run(self, number: int) -> list[Mapping[str, Any]] | None:
        """What the checks say of this text; None where they were ended or cannot be run."""
        lang, path = self._bench.lang, self._bench.path
        command = [sys.executable, "-m", "game.cli", "check", "--deep", "--json", "--lang", lang]
        if nice := shutil.which("nice"):
            command = [nice, "-n", "10", *command]
        with subprocess.Popen(
            [*command, str(path)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
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
            found = json.loads(said)
            return found if isinstance(found, list) else found.get("problems")
        return None
