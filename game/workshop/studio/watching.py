"""Seeing that a file was saved, whatever editor saved it: by looking, many times a second."""

import threading
from pathlib import Path
from typing import Final

from game.case.library import Stamp
from game.workshop.studio.stamps import stamps_of
from game.workshop.studio.workbench import Workbench

_EVERY: Final = 0.025  # seconds; a look takes a tenth of a millisecond
_SETTLED: Final = 0.02
_GONE: Final = 0.4  # some editors delete a file before they put the new one in its place


class Watch:
    """Has a workbench read its file anew, in a thread of its own, whenever that was saved."""

    def __init__(self, bench: Workbench) -> None:
        self._bench = bench
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, name="watch", daemon=True)

    def begin(self) -> None:
        """Begins to look."""
        self._thread.start()

    def end(self) -> None:
        """Looks no more."""
        self._over.set()
        self._thread.join(timeout=2)

    def _look(self) -> None:
        while not self._over.wait(_EVERY):
            path, known = self._bench.read_as
            found = stamps_of(path)
            if found != known and self._settles(path, found):
                self._bench.read()

    def _settles(self, path: Path | None, found: Stamp) -> bool:
        """Waits until nothing changes any more, so that no half of a file is read."""
        while True:
            gone = path is not None and not path.exists()
            if self._over.wait(_GONE if gone else _SETTLED):
                return False
            later = stamps_of(path)
            if later == found:
                return True
            found = later
