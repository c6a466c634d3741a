"""Reading the lines of exported records: each one right in every part, or refused."""

import math
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar

from game.errors import StoreError
from game.playthrough import FORMAT
from game.store.chains import Saved, saved_of, text_of
from game.view.history import summary_from_json
from game.view.title import NAME_LIMIT, name_of
from scoring.scorecard import SCORED, Axis

Values = Mapping[str, Any]
T = TypeVar("T")

_FOLDER: Final = re.compile(r"[\w-]*")


class Refused(StoreError):
    """A line that is not taken; the sentence says why."""


@dataclass(frozen=True, slots=True)
class PlayLine:
    """A play whose chain holds from the first input to the last.

    `row` are its columns but for what follows from `saved`; each card is path, columns, findings.
    """

    saved: Saved
    row: Values
    rows: tuple[tuple[str, str], ...]
    cards: Sequence[tuple[str, Values, Sequence[Values]]]


def learner_row(data: Values) -> Values:
    """The columns of a learner; raises Refused."""
    name, portrait = _text(data, "name"), _text(data, "portrait")
    if name_of(name) != name or not 0 < len(name) <= NAME_LIMIT:
        raise Refused("cli.import.shape", field="name")
    if not _FOLDER.fullmatch(portrait):
        raise Refused("cli.import.shape", field="portrait")
    seen = _list(data, "seen")
    if not all(isinstance(one, str) for one in seen):
        raise Refused("cli.import.shape", field="seen")
    return {
        "id": _id(data, "id"),
        "name": name,
        "portrait": portrait,
        "seen": text_of(seen),
        "came": _number(data, "came"),
        "changed": _number(data, "changed"),
    }


def plan_row(data: Values) -> Values:
    """The columns of a plan; raises Refused."""
    try:
        date.fromisoformat(_text(data, "day"))
    except ValueError:
        raise Refused("cli.import.shape", field="day") from None
    return {
        "id": _id(data, "id"),
        "learner": _id_or_none(data, "learner"),
        **{key: _text(data, key) for key in ("case", "when", "then", "day", "asked", "answer")},
        "made": _number(data, "made"),
    }


def play_line(data: Values) -> PlayLine:
    """A play; raises Refused, also where its chain does not hold."""
    header = _typed(data, "header", dict)
    if isinstance(header.get("format"), int) and header["format"] > FORMAT:
        raise Refused("cli.import.play-newer")
    entries = []
    for one in _list(data, "inputs"):
        if not isinstance(one, dict):
            raise Refused("cli.import.shape", field="inputs")
        entry = {key: value for key, value in one.items() if key != "chain"}
        entries.append((text_of(entry), str(one.get("chain"))))
    name = _id(data, "id")
    try:
        saved = saved_of(name, header, entries)
    except ValueError:
        raise Refused("cli.import.shape", field="header") from None
    if saved.damaged or data.get("head", saved.head) != saved.head:  # older exports have no head
        raise Refused("cli.import.chain", number=len(saved.log) + 1)
    row = {
        "id": name,
        "learner": _id_or_none(data, "learner"),
        "header": text_of(header),
        "began": _number(data, "began"),
        "touched": _number(data, "touched"),
        "turns": _typed(data, "turns", int),
        "ended": _typed(data, "ended", bool),
        "aside": _text(data, "aside"),
        "follows": _id_or_none(data, "follows"),
        "ending": _text(data, "ending"),
        "passed": _or_none(data, "passed", bool),
        "summary": _summary(data),
    }
    cards = [_card(one) for one in _list(data, "scorecards")]
    if len({path for path, _, _ in cards}) < len(cards):
        raise Refused("cli.import.shape", field="scorecards")
    return PlayLine(saved, row, tuple(entries), cards)


def _summary(data: Values) -> str | None:
    summary = _or_none(data, "summary", dict)
    try:
        return None if summary is None else text_of(summary_from_json(summary).to_json())
    except ValueError:
        raise Refused("cli.import.shape", field="summary") from None


def _card(data: Any) -> tuple[str, Values, list[Values]]:
    if not isinstance(data, dict) or data.get("path") not in ("today", "first"):
        raise Refused("cli.import.shape", field="scorecards")
    scores = {axis.value: _or_none(data, axis.value, int) for axis in SCORED}
    shares = {key: _number(data, key) for key in ("handled", "resolved")}
    for key, value in {**scores, **shares}.items():
        if value is not None and not 0 <= value <= (100 if key in scores else 1):
            raise Refused("cli.import.shape", field=key)
    card = {**scores, **shares, "passed": _typed(data, "passed", bool)}
    return data["path"], card, [_finding(one) for one in _list(data, "findings")]


def _finding(data: Any) -> Values:
    if not isinstance(data, dict) or data.get("axis") not in list(Axis):
        raise Refused("cli.import.shape", field="findings")
    pairs = _list(data, "reason_values")
    if not all(isinstance(one, list) and [*map(type, one)] == [str, str] for one in pairs):
        raise Refused("cli.import.shape", field="reason_values")
    return {
        **{key: _text(data, key) for key in ("axis", "quote", "reason", "remark")},
        **{key: _typed(data, key, int) for key in ("points", "turn")},
        **{key: _or_none(data, key, str) for key in ("better", "kind")},
        "of": _or_none(data, "of", int),
        "reason_values": text_of(pairs),
    }


# Fields


def _typed(data: Values, key: str, kind: type[T]) -> T:
    value = data.get(key)
    if type(value) is not kind:
        raise Refused("cli.import.shape", field=key)
    return value


def _or_none(data: Values, key: str, kind: type[T]) -> T | None:
    return None if data.get(key) is None else _typed(data, key, kind)


def _text(data: Values, key: str) -> str:
    return _typed(data, key, str)


def _list(data: Values, key: str) -> list[Any]:
    return _typed(data, key, list)


def _number(data: Values, key: str) -> float:
    value = data.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise Refused("cli.import.shape", field=key)
    return float(value)


def _id(data: Values, key: str) -> str:
    try:
        return str(uuid.UUID(_text(data, key)))
    except ValueError:
        raise Refused("cli.import.shape", field=key) from None


def _id_or_none(data: Values, key: str) -> str | None:
    return None if data.get(key) is None else _id(data, key)
