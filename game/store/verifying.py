"""Whether plays are what they were: their chain holds, and replayed they come to what was kept.

This finds damage. A record that somebody made anew, with a chain of its own, holds as well.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from game.case.model import Case
from game.errors import CaseError, StoreError
from game.playthrough import FORMAT, Header, Playthrough, entry_from_json, header_from_json, replay
from game.store.exported import Line
from game.store.links import Break, Row, first_break
from game.view.history import Finished, Scores, finished_of, summary_from_json
from scoring.scorecard import SCORED, Scorecard

Values = Mapping[str, Any]
_NAMED: Final = 20  # so many damaged plays are looked into for the field; it takes a moment each
_LONGEST: Final = 60
# All fields of a play before "head" was exported: without it, another field is "head" misspelt.
_EARLIER: Final = frozenset(
    [
        "kind",
        "id",
        "learner",
        "header",
        "inputs",
        "turns",
        "began",
        "touched",
        "ended",
        "aside",
        "follows",
        "ending",
        "passed",
        "summary",
        "scorecards",
    ]
)


class State(StrEnum):
    """What came of a play."""

    WHOLE = "whole"
    UNCOMPARED = "uncompared"  # its chain holds, and there is no case to replay it on
    DIFFERENT = "different"  # its chain holds, and replayed it comes to something else
    DAMAGED = "damaged"


@dataclass(frozen=True, slots=True)
class Checked:
    """A play that was checked, and where it is not whole, `why` as a sentence and `broken`.

    `day` is of this computer's calendar, "" where it is not known, as `case`, `play` and `version`.
    """

    line: int
    state: State
    play: str = ""
    case: str = ""
    version: str = ""
    day: str = ""
    turns: int | None = None
    scores: Scores | None = None
    why: StoreError | None = None
    broken: Break | None = None

    @property
    def is_good(self) -> bool:
        """Whether nothing was found that does not hold."""
        return self.state in (State.WHOLE, State.UNCOMPARED)


class _Wrong(Exception):
    """Ends the checks of a play."""

    def __init__(self, state: State, key: str, broken: Break | None = None, **values: object):
        self.state, self.why, self.broken = state, StoreError(key, **values), broken


def verify(lines: Iterable[Line], case_of: Callable[[str], Case]) -> Iterator[Checked]:
    """Checks the plays of some lines; `case_of` finds a case by its id and raises CaseError."""
    damaged = 0
    for number, found in lines:
        if isinstance(found, StoreError):
            checked = Checked(number, State.DAMAGED, why=found)
        else:
            checked = _about(number, found)
            try:
                _check(found, case_of, damaged < _NAMED)
            except _Wrong as wrong:
                checked = replace(checked, state=wrong.state, why=wrong.why, broken=wrong.broken)
        damaged += checked.state is State.DAMAGED
        yield checked


def _about(number: int, data: Values) -> Checked:
    """What a line says of its play, as far as it can be read."""
    header = data.get("header")
    header = header if isinstance(header, dict) else {}
    turns, scores, day = data.get("turns"), None, ""
    with suppress(ValueError, AttributeError):
        scores = summary_from_json(data.get("summary") or {}).scores
    with suppress(TypeError, ValueError, OverflowError, OSError):
        day = f"{datetime.fromtimestamp(data['began']):%Y-%m-%d}" if "began" in data else ""
    play, case, version = map(_shown, (data.get("id"), header.get("case"), header.get("version")))
    known = turns if type(turns) is int else None
    return Checked(number, State.WHOLE, play, case, version, day, known, scores)


def _shown(value: object) -> str:
    """A text of a file that may hold anything, for a terminal."""
    text = value if isinstance(value, str) else ""
    return "".join(one if one.isprintable() else "?" for one in text[:_LONGEST])


def _check(data: Values, case_of: Callable[[str], Case], is_named: bool) -> None:
    header, rows = _records(data)
    head = data.get("head")
    try:
        broken = first_break(header, rows, head if isinstance(head, str) else None, is_named)
    except (ValueError, RecursionError):  # half of a surrogate pair
        raise _Wrong(State.DAMAGED, "cli.verify.no-text") from None
    if broken:
        raise _Wrong(State.DAMAGED, _key_of(broken, len(rows)), broken, **_values_of(broken))
    written = header.get("format")
    if type(written) is int and written > FORMAT:
        raise _Wrong(State.UNCOMPARED, "cli.verify.newer", format=written, known=FORMAT)
    run = _replayed(header, rows, case_of)
    stored, fresh = _stored(data), _fresh(run)
    for name, value in stored.items():
        if value != fresh.get(name):
            raise _Wrong(
                State.DIFFERENT, "cli.verify.scores",
                name=name, stored=_told(value), fresh=_told(fresh.get(name)),
            )  # fmt: skip


def _records(data: Values) -> tuple[Values, list[Row]]:
    """Header and inputs with their links; raises _Wrong."""
    header, inputs = data.get("header"), data.get("inputs")
    if not isinstance(header, dict):
        raise _Wrong(State.DAMAGED, "cli.import.shape", field="header")
    if not isinstance(inputs, list):
        raise _Wrong(State.DAMAGED, "cli.import.shape", field="inputs")
    if not isinstance(data.get("head", ""), str) or ("head" not in data and data.keys() - _EARLIER):
        raise _Wrong(State.DAMAGED, "cli.import.shape", field="head")
    rows: list[Row] = []
    for number, one in enumerate(inputs, 1):
        if not isinstance(one, dict) or not isinstance(one.get("chain"), str):
            raise _Wrong(State.DAMAGED, "cli.verify.input", Break(number), number=number)
        rows.append(({key: value for key, value in one.items() if key != "chain"}, one["chain"]))
    return header, rows


def _key_of(broken: Break, inputs: int) -> str:
    if broken.number > inputs:
        return "cli.verify.short"
    where = "input" if broken.number else "header"
    if not broken.field:
        return "cli.verify.first" if broken.number == 1 else f"cli.verify.{where}"
    return f"cli.verify.{where}.{'field' if broken.stands else 'private'}"


def _values_of(broken: Break) -> dict[str, object]:
    return {
        "number": broken.number,
        "before": broken.number - 1,
        "field": _shown(broken.field),
        "stands": _shown(broken.stands),
        "was": _shown(broken.was),
    }


# ---------------------------------------------------------------- replayed


def _replayed(header: Values, rows: list[Row], case_of: Callable[[str], Case]) -> Playthrough:
    """The play on its case; raises _Wrong where there is none or it goes otherwise."""
    known = _header(header)
    try:
        log = [entry_from_json(entry) for entry, _ in rows]
    except ValueError as error:
        raise _Wrong(State.DIFFERENT, "cli.import.shape", field=_shown(str(error))) from None
    try:
        case = case_of(known.case)
    except CaseError:
        raise _Wrong(
            State.UNCOMPARED, "cli.verify.no-case",
            case=_shown(known.case), version=_shown(known.version),
        ) from None  # fmt: skip
    if case.version != known.version:
        raise _Wrong(
            State.UNCOMPARED, "cli.verify.edited",
            case=known.case, version=_shown(known.version), now=case.version,
        )  # fmt: skip
    run, divergence = replay(case, known, log)
    if divergence:
        broken = Break(divergence.entry)
        raise _Wrong(State.DIFFERENT, "cli.verify.parted", broken, number=divergence.entry)
    return run


def _header(header: Values) -> Header:
    try:
        return header_from_json(header)
    except ValueError as error:
        raise _Wrong(State.DIFFERENT, "cli.import.shape", field=_shown(str(error))) from None


def _told(value: object) -> str:
    return "–" if value is None else _shown(str(value))


# ---------------------------------------------------------------- what it came to, by name


def _stored(data: Values) -> dict[str, object]:
    """What was kept of a play; what is not there is not compared."""
    columns = {name: data.get(name) for name in ("turns", "ended", "passed", "ending")}
    kept = {name: value for name, value in columns.items() if value not in (None, "")}
    with suppress(ValueError, AttributeError):
        summary = summary_from_json(data.get("summary") or {})
        kept |= _scores("summary", summary.scores)
        kept |= _scores("summary.first", summary.first) if summary.first else {}
    cards = data.get("scorecards")
    for card in cards if isinstance(cards, list) else ():
        if isinstance(card, dict):
            names = ("handled", "resolved", "passed", *SCORED)
            kept |= {f"{card.get('path')}.{one}": card.get(one) for one in names}
            found = card.get("findings")
            kept[f"{card.get('path')}.findings"] = [
                (one.get("axis"), one.get("points"), one.get("turn"))
                for one in (found if isinstance(found, list) else ())
                if isinstance(one, dict)
            ]
    return kept


def _fresh(run: Playthrough) -> dict[str, object]:
    """The same of the play replayed."""
    came: dict[str, object] = {"turns": run.play.turn, "ended": run.play.ended}
    return {**came, **_finished(finished_of(run))} if run.play.ended else came


def _finished(finished: Finished) -> dict[str, object]:
    summary = finished.summary
    came: dict[str, object] = {"ending": summary.ending, "passed": summary.scores.passed}
    came |= _scores("summary", summary.scores)
    came |= _scores("summary.first", summary.first) if summary.first else {}
    for path, card in (("today", finished.today), ("first", finished.first)):
        came |= _card(path, card) if card else {}
    return came


def _scores(where: str, scores: Scores) -> dict[str, object]:
    named = zip((axis.value for axis in SCORED), scores.axes, strict=True)
    axes = {f"{where}.{name}": value for name, value in named}
    return {**axes, f"{where}.passed": scores.passed}


def _card(path: str, card: Scorecard) -> dict[str, object]:
    shares: dict[str, object] = {f"{path}.{axis}": card.score(axis) for axis in SCORED}
    shares |= {f"{path}.{one}": getattr(card, one) for one in ("handled", "resolved", "passed")}
    found = [(one.axis.value, one.points, one.turn) for one in card.findings]
    return {**shares, f"{path}.findings": found}
