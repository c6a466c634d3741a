"""A file of a trainer's as it stands on the disk, and edits that leave all other bytes alone."""

import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path

from game.case.problems import Place
from game.case.tree import MAX_BYTES, Scalar, Unreadable, text_of
from game.errors import DangolError

_BREAK = re.compile(r"\r\n|\r|\n")
_BOM = "\ufeff"


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """The letters from `start` to `end` become `new`."""

    start: int
    end: int
    new: str


class Written:
    """The text of one file with its own line ends; offsets count its letters.

    Raises Unreadable where no case could be read from it.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self.plain = text_of(data)
        except Unreadable as unreadable:
            if unreadable.problem.code != "Y002":  # a letter that no editor shows can be taken out
                raise
            self.plain = _BREAK.sub("\n", data.decode("utf-8-sig"))
        text = data.decode("utf-8")
        self.mark = _BOM if text.startswith(_BOM) else ""
        self.text = text.removeprefix(_BOM)
        breaks = list(_BREAK.finditer(self.text))
        self.newline = breaks[0].group() if breaks else "\n"
        self._starts = [0, *(one.end() for one in breaks)]
        self._plain_starts = [0, *(i + 1 for i, letter in enumerate(self.plain) if letter == "\n")]

    def at(self, place: Place) -> int:
        """The offset of a place."""
        return self._starts[place.line - 1] + place.column - 1

    def line_start(self, line: int) -> int:
        """The offset of the first letter of a line; behind the last line, the end of the text."""
        return self._starts[line - 1] if line <= len(self._starts) else len(self.text)

    def line(self, number: int) -> str:
        """A line by its number from 1, without its end."""
        return self.text[self.line_start(number) : self.line_start(number + 1)].rstrip("\r\n")

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    def span(self, scalar: Scalar) -> tuple[int, int]:
        """Where a scalar begins and ends, its quotes with it and no blank behind it."""
        start = self.at(scalar.place)
        end = self._raw(scalar.end)
        return start, start + len(self.text[start:end].rstrip())

    def _raw(self, offset: int) -> int:
        """The offset in the file of an offset in the text with plain line ends."""
        low, high = 0, len(self._plain_starts)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self._plain_starts[middle] <= offset else (low, middle)
        return self._starts[low] + offset - self._plain_starts[low]

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The bytes of the file after edits; of two that meet, the first counts."""
        parts, at = [], 0
        for edit in sorted(edits):
            if edit.start < at:
                continue
            parts += [self.text[at : edit.start], edit.new.replace("\n", self.newline)]
            at = edit.end
        return (self.mark + "".join(parts) + self.text[at:]).encode()


def read_written(path: Path) -> tuple[bytes, Written]:
    """The bytes and the text of a file; raises DangolError where it cannot be read."""
    data = read_small(path, MAX_BYTES)
    try:
        return data, Written(data)
    except Unreadable as unreadable:
        place = unreadable.problem.place
        where = f"{path}:{place.line}:{place.column}"
        raise DangolError("workshop.file.unreadable", place=where) from None


def read_small(path: Path, most: int) -> bytes:
    """The bytes of a plain file of at most `most` bytes; raises DangolError."""
    if path.is_symlink():
        raise DangolError("workshop.file.linked", path=path)
    if not path.is_file():  # no folder, no pipe that would wait for ever
        raise DangolError("workshop.file.none", path=path)
    try:
        with path.open("rb") as file:
            data = file.read(most + 1)
    except OSError as error:
        said = error.strerror or str(error)
        raise DangolError("workshop.file.failed", path=path, said=said) from error
    if len(data) > most:
        raise DangolError("workshop.file.large", path=path, most=most // 1_000_000)
    return data


def difference(path: Path, before: bytes, after: bytes) -> str:
    """What changes, as a unified diff."""
    old, new = (one.decode("utf-8").splitlines(keepends=True) for one in (before, after))
    lines = unified_diff(old, new, f"{path}", f"{path}", n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def replace_file(path: Path, before: bytes, after: bytes) -> None:
    """Puts new bytes in place of those that were read, all at once; raises DangolError.

    A link is not followed, and a file that somebody has saved meanwhile is left as it is.
    """
    if path.is_symlink():
        raise DangolError("workshop.file.link", path=path)
    try:
        if path.read_bytes() != before:
            raise DangolError("workshop.file.changed", path=path)
        mode = path.stat().st_mode
        _write_beside(path, after, mode & 0o7777)
    except OSError as error:
        said = error.strerror or str(error)
        raise DangolError("workshop.file.failed", path=path, said=said) from error


def _write_beside(path: Path, data: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode)
        os.replace(name, path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def place_new(path: Path, text: str | bytes, ours: bytes = b"") -> None:
    """Writes a file where none is; one that begins with `ours` was made by us and is made anew.

    Raises DangolError where another file stands there, or where it cannot be written.
    """
    data = text.encode() if isinstance(text, str) else text
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if ours and path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if not file.read(len(ours)) == ours:
                    raise DangolError("workshop.file.taken", path=path)
            _write_beside(path, data, path.stat().st_mode & 0o7777)
            return
        with path.open("xb") as file:
            file.write(data)
    except FileExistsError:
        raise DangolError("workshop.file.taken", path=path) from None
    except OSError as error:
        said = error.strerror or str(error)
        raise DangolError("workshop.file.failed", path=path, said=said) from error
