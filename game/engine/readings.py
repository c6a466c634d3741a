"""What was read in a typed text, as it stands in the log of a play, and its way to JSON and back.

Another reader would read otherwise, and a play that was scored must not change for that: so the
reading is an input like the text itself. It points into the text by offsets, and is bounded.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

MOST: Final = 16
"""The most acts, and the most guards, that are written down of one text."""
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class ReadAct:
    """An act read in a typed text: its name, target, level 1 or 2, and `text[start:end]`."""

    name: str
    target: str | None
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ReadGuard:
    """What was held against `text[start:end]`; `caps` names the axes it holds down."""

    name: str
    caps: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Read:
    """One reading: by which version and tier of the reader, how sure (0 to 100), and what.

    Where `is_judged` is false the reader was not sure enough, and nothing rests on the acts.
    """

    by: str
    sure: int
    is_judged: bool
    acts: tuple[ReadAct, ...] = ()
    guards: tuple[ReadGuard, ...] = ()


def to_json(read: Read) -> dict[str, Any]:
    """A reading as JSON values."""
    return {
        "by": read.by,
        "sure": read.sure,
        "judged": read.is_judged,
        "acts": [[one.name, one.target, one.level, one.start, one.end] for one in read.acts],
        "guards": [[one.name, one.caps, one.start, one.end] for one in read.guards],
    }


def from_json(data: object, text: str) -> Read:
    """The reading of `text` that `to_json` wrote; raises ValueError where it is misshapen."""
    if not isinstance(data, Mapping):
        raise ValueError("read")
    by, sure, judged = data.get("by"), data.get("sure"), data.get("judged")
    if not isinstance(by, str) or type(sure) is not int or not isinstance(judged, bool):
        raise ValueError("read")
    acts = [ReadAct(*_row(one, (str, str | None, int), text)) for one in _rows(data, "acts")]
    guards = [ReadGuard(*_row(one, (str, str), text)) for one in _rows(data, "guards")]
    if len(by) > _LONGEST or not 0 <= sure <= 100 or any(one.level not in (1, 2) for one in acts):
        raise ValueError("read")
    return Read(by, sure, judged, tuple(acts), tuple(guards))


def _rows(data: Mapping[str, Any], key: str) -> Sequence[object]:
    rows = data.get(key)
    if not isinstance(rows, list) or len(rows) > MOST:
        raise ValueError(key)
    return rows


def _row(row: object, kinds: tuple[Any, ...], text: str) -> tuple[Any, ...]:
    """One row: values of these kinds, then a stretch of the text that is not empty."""
    if not isinstance(row, list) or len(row) != len(kinds) + 2:
        raise ValueError("read")
    *values, start, end = row
    fits = all(isinstance(one, kind) for one, kind in zip(values, kinds, strict=True))
    if (
        not fits
        or type(start) is not int
        or type(end) is not int
        or not 0 <= start < end <= len(text)
    ):
        raise ValueError("read")
    return tuple(row)
