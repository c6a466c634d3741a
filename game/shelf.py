"""The cases of the library, read once and anew when their files change; a few at a time."""

import time
from pathlib import Path

from game.case.library import Found, Library, Stamp, read_file, stamp_of
from game.case.model import Case


class Shelf:
    """Keeps what was read of a library, so that sixty cases do not hold up a screen."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._found: list[Found] = []
        self._read: dict[Path, tuple[Stamp, Case | None]] = {}
        self._left: list[Found] = []

    def look(self) -> None:
        """Look what is there now; what is new or was changed is to be read."""
        self._found = self._library.found()
        stamps = {one.path: stamp_of(one.path) for one in self._found}
        self._read = {p: kept for p, kept in self._read.items() if stamps.get(p) == kept[0]}
        self._left = [one for one in self._found if one.path not in self._read]

    def read(self, seconds: float) -> bool:
        """Read for about so long, at least one case; whether anything was read."""
        end, changed = time.monotonic() + seconds, False
        while self._left and (not changed or time.monotonic() < end):
            path = self._left.pop(0).path
            self._read[path] = (stamp_of(path), read_file(path).case)
            changed = True
        return changed

    @property
    def is_complete(self) -> bool:
        """Whether all that was found has been read."""
        return not self._left

    def cases(self) -> list[tuple[Case, bool]]:
        """The playable cases read so far, and whether each is the user's own."""
        read = ((one, self._read.get(one.path)) for one in self._found)
        return [(kept[1], self._is_own(one.path)) for one, kept in read if kept and kept[1]]

    def case(self, wanted: str) -> Case | None:
        """A case by its id; None where it is not there or cannot be played."""
        path = next((one.path for one in self._found if one.id == wanted), None)
        if path is None:
            return None
        stamp = stamp_of(path)
        kept = self._read.get(path)
        if kept is None or kept[0] != stamp:
            kept = self._read[path] = (stamp, read_file(path).case)
            self._left = [one for one in self._left if one.path != path]
        return kept[1]

    def _is_own(self, path: Path) -> bool:
        """The first folder ships with the program; all others are the user's."""
        shipped = self._library.folders[0] if self._library.folders else None
        return shipped is None or not path.is_relative_to(shipped)
