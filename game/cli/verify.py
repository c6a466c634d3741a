"""`dangol verify`: whether results are what was played, and what of them was changed."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game import content
from game.case.model import Case
from game.cli.desk import as_json_text, lang_option, language, library
from game.cli.records import records
from game.errors import CaseError
from game.words import Lang, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from game.store.exported import Line
    from game.store.verifying import Checked

DOES_NOT_HOLD = 1


@click.command()
@click.argument("result", metavar="[RESULT]", required=False)
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@lang_option
def verify(result: str | None, as_json: bool, lang: Lang | None) -> int:
    """내보낸 결과나 여기 기록이 온전한지 / whether an exported result, or the records, are whole"""
    from game.store.verifying import verify as check

    chosen = language(lang)
    found: list[Checked] = []
    lines, is_open = _opened(result, chosen)
    for one in check(lines, _cases()):
        found.append(one)
        if not as_json:
            click.echo(_line(one, chosen))
    if as_json:
        click.echo(as_json_text(_json(found, chosen)))
    else:
        click.echo(words(chosen, "cli.verify.sum", **_sums(found)))
        click.echo(words(chosen, "cli.verify.note"))
    return 0 if is_open and all(one.is_good for one in found) else DOES_NOT_HOLD


def _opened(result: str | None, lang: Lang) -> "tuple[Iterator[Line], bool]":
    """The lines to check; False beside them where the records here could not be opened whole."""
    from game.store.exported import plays_in, read_lines

    if result is not None:
        return read_lines(Path(result)), True
    from game.store.archive import export
    from game.store.database import FILE

    if not (content.home() / FILE).exists():
        return iter(()), True
    learners = records(lang)
    return plays_in(export(learners.database)), not learners.notices


def _cases() -> "Callable[[str], Case]":
    """The cases by id alone, each read once: an id in a file is no name of another file."""
    cases = library()
    known: dict[str, Case | None] = {}

    def case_of(name: str) -> Case:
        if name not in known:
            is_here = any(one.id == name for one in cases.found())
            try:
                known[name] = cases.load(name) if is_here else None
            except CaseError:
                known[name] = None
        found = known[name]
        if found is None:
            raise CaseError("case.unknown", case=name, known="")
        return found

    return case_of


def _line(one: "Checked", lang: Lang) -> str:
    from game.view.history import figures

    state = words(lang, f"cli.verify.state.{one.state}")
    said = f"{state}: {words(lang, one.why.key, **one.why.values)}" if one.why else state
    if not one.play:
        return words(lang, "cli.lines.wrong", line=one.line, said=said)
    turns = "–" if one.turns is None else one.turns
    return words(
        lang, "cli.verify.play",
        case=one.case or "–", play=one.play, day=one.day or "–", turns=turns,
        scores=figures(one.scores) if one.scores else "–", said=said,
    )  # fmt: skip


def _sums(found: "list[Checked]") -> dict[str, int]:
    whole, uncompared = (sum(one.state == s for one in found) for s in ("whole", "uncompared"))
    return {"whole": whole, "uncompared": uncompared, "bad": len(found) - whole - uncompared}


def _json(found: "list[Checked]", lang: Lang) -> dict[str, Any]:
    plays = [_play_json(one, lang) for one in found]
    return {"plays": plays, **_sums(found), "note": words(lang, "cli.verify.note")}


def _play_json(one: "Checked", lang: Lang) -> dict[str, Any]:
    from scoring.scorecard import SCORED

    broken, scores = one.broken, one.scores
    axes = (axis.value for axis in SCORED)
    return {
        "line": one.line,
        "play": one.play,
        "case": one.case,
        "version": one.version,
        "day": one.day,
        "turns": one.turns,
        "scores": dict(zip(axes, scores.axes, strict=True)) if scores else None,
        "state": one.state,
        "why": words(lang, one.why.key, **one.why.values) if one.why else "",
        "input": broken.number if broken else None,
        "field": broken.field if broken else "",
        "stands": broken.stands if broken else "",
        "was": broken.was if broken else "",
    }
