"""What version 0.1.0 kept: learners.json, plans.json and a file for each play. Only reads."""

import json
import time
import uuid
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from game.playthrough import FORMAT
from game.store.chains import Saved, object_of, saved_of
from game.view.history import Summary, summary_from_json

GUEST: Final = ""
NAMES: Final = ("learners.json", "plans.json", "plays", "learners")
_MOST_BYTES: Final = 4_000_000
# Ids are made from what was there, so that taking the same files over twice gives the same rows.
_SPACE: Final = uuid.UUID("7d0b4f5e-2d6a-5b0e-9d5f-0f4f6e676c31")


@dataclass(frozen=True, slots=True)
class OldLearner:
    """One who practised."""

    id: str
    name: str
    portrait: str
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OldList:
    """The list of learners; those who were leaving when the program was killed are to be deleted.

    Where the list itself cannot be read, learners are known by their folders and called 1, 2, 3.
    """

    learners: tuple[OldLearner, ...] = ()
    chosen: str = GUEST
    guest_seen: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()
    is_damaged: bool = False


@dataclass(frozen=True, slots=True)
class OldPlay:
    """A play; `saved.name` is the id that it gets, times are seconds since 1970."""

    saved: Saved
    header: dict[str, Any]
    rows: tuple[tuple[str, str], ...]  # the intact entries and their chain
    ended: bool
    began: float
    touched: float
    summary: Summary | None


@dataclass(frozen=True, slots=True)
class OldPlan:
    """An if-then plan; dates are ISO dates."""

    id: str
    made: float
    case: str
    when: str
    then: str
    day: str
    asked: str
    answer: str


def read_list(home: Path) -> OldList:
    """The learners of a data folder."""
    try:
        return _list(json.loads((home / "learners.json").read_text("utf-8")))
    except FileNotFoundError:
        return OldList(_by_folder(home))
    except (OSError, ValueError, RecursionError):
        return OldList(_by_folder(home), is_damaged=True)


def _by_folder(home: Path) -> tuple[OldLearner, ...]:
    folders = sorted(home.glob("learners/*-*-*-*-*"))
    return tuple(OldLearner(one.name, f"{number}", "") for number, one in enumerate(folders, 1))


def _list(data: Any) -> OldList:
    try:
        learners = tuple(
            OldLearner(
                _id(one["id"]), _text(one["name"]), _text(one["portrait"]), _texts(one["seen"])
            )
            for one in data["learners"]
        )
        leaving = tuple(_id(one) if one else GUEST for one in data["leaving"])
        return OldList(learners, _text(data["chosen"]), _texts(data["guest_seen"]), leaving)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


# Plays


def read_plays(folder: Path, learner: str) -> Iterator[OldPlay | None]:
    """The plays of a learner; None for each that cannot be read at all."""
    for kind in ("finished", "unfinished"):
        for path in sorted((folder / "plays" / kind).glob("*.jsonl")):
            yield _play(path, learner, kind == "finished")


def _play(path: Path, learner: str, ended: bool) -> OldPlay | None:
    try:
        with path.open("rb") as file:
            data = file.read(_MOST_BYTES)
        touched = path.stat().st_mtime
    except OSError:
        return None
    # Not splitlines: a trainee's words may hold a line end of another kind, such as U+2028.
    first, *lines = data.decode("utf-8", "replace").removesuffix("\n").split("\n")
    header = object_of(first)
    header.pop("kind", None)
    rows = [_row(line) for line in lines]
    own = uuid.uuid5(_SPACE, f"{learner}/{path.stem}/{json.dumps(header, sort_keys=True)}")
    try:
        saved = saved_of(str(own), header, rows)
    except ValueError:
        return None
    if saved.header.format > FORMAT:
        return None
    whole = tuple(rows[: len(saved.log)])
    summary = _summary(path.with_name(f"{path.stem}.result.json")) if ended else None
    return OldPlay(saved, header, whole, ended, _began(path.stem, touched), touched, summary)


def _row(line: str) -> tuple[str, str]:
    data = object_of(line)
    chain = data.pop("chain", "")
    return json.dumps(data, ensure_ascii=False), str(chain)


def _began(stem: str, otherwise: float) -> float:
    """A play was called by the local time at which it began."""
    try:
        return time.mktime(time.strptime(stem[:15], "%Y%m%d-%H%M%S"))
    except (ValueError, OverflowError):
        return otherwise


def _summary(path: Path) -> Summary | None:
    with suppress(OSError, ValueError):
        return summary_from_json(object_of(path.read_text("utf-8")))
    return None


# Plans


def read_plans(folder: Path, learner: str) -> list[OldPlan]:
    """The plans of a learner, oldest first; raises ValueError where they cannot be read."""
    try:
        rows = json.loads((folder / "plans.json").read_text("utf-8"))
        return [_plan(row, number, learner) for number, row in enumerate(rows)]
    except FileNotFoundError:
        return []
    except (OSError, TypeError, AttributeError, KeyError, RecursionError) as error:
        raise ValueError(str(error)) from error


def _plan(row: Any, number: int, learner: str) -> OldPlan:
    case, when, then, day = (_text(row[key]) for key in ("case", "when", "then", "day"))
    asked, answer = _text(row.get("asked", "")), _text(row.get("answer", ""))
    own = uuid.uuid5(_SPACE, f"{learner}/plan/{number}/{day}/{when}/{then}")
    made = datetime.fromisoformat(day).timestamp() + number / 1000
    return OldPlan(str(own), made, case, when, then, day, asked, answer)


def _id(value: object) -> str:
    """An id names a folder: anything but a UUID might name one that is not ours."""
    return str(uuid.UUID(_text(value)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise ValueError(values)
    return tuple(_text(one) for one in values)
