"""`dangol score`: a conversation that was not played here, and what cannot be judged of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.cli.desk import as_json_text, lang_option, language, library
from game.errors import DangolError
from game.words import Lang, words

if TYPE_CHECKING:
    from game.overheard import Overheard, Said

MOST_BYTES = 1_000_000


@click.command()
@click.argument("transcripts", nargs=-1, required=True, metavar="TRANSCRIPT...")
@click.option("--case", "case", help="견줄 사례 / the case to score against")
@click.option("--agent", metavar="NAME", help="대화에서 상담원의 표시 / the agent's mark in it")
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@click.option("--plain", is_flag=True, help="문장 모형 없이 / without the sentence model")
@lang_option
def score(
    transcripts: tuple[str, ...],
    case: str | None,
    agent: str | None,
    as_json: bool,
    plain: bool,
    lang: Lang | None,
) -> int:
    """다른 곳의 대화를 채점합니다 / score a conversation from elsewhere"""
    from game.listening import Ear
    from game.overheard import overhear

    chosen = language(lang)
    against = library().load(case) if case else None
    ear = Ear(sharp=not plain)
    ear.wait()
    if ear.is_dull:
        click.echo(words(chosen, "typed.plain"), err=True)
    found, wrong = [], 0
    for path in transcripts:
        try:
            found.append((path, overhear(_read(path, agent), ear, against)))
        except DangolError as error:
            wrong += 1
            said = words(chosen, error.key, **error.values)
            click.echo(words(chosen, "cli.score.wrong", path=path, said=said), err=True)
    if ear.trouble:
        click.echo(words(chosen, "typed.broken", what=ear.trouble), err=True)
    if as_json:
        click.echo(as_json_text([result_of(path, one, chosen) for path, one in found]))
    else:
        for path, one in found:
            click.echo("\n".join(lines_of(path, one, chosen)))
    return 1 if wrong else 0


def _read(path: str, agent: str | None) -> "tuple[Said, ...]":
    """The lines of a file: JSON, or plain text with marks of who speaks; raises DangolError."""
    from game.overheard import Said, said_in
    from game.workshop.drafting_transcript import read_conversation

    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError):
        raise DangolError("cli.path.none", path=path) from None
    if len(data) > MOST_BYTES:
        raise DangolError("cli.score.long", most=MOST_BYTES // 1000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DangolError("cli.lines.binary") from None
    if not text.strip():
        raise DangolError("cli.score.empty")
    said = (
        said_in(text)
        if text.lstrip()[0] in "[{" and Path(path).suffix == ".json"
        else tuple(Said(one.agent, one.text) for one in read_conversation(text, agent).turns)
    )
    if not any(one.agent for one in said):
        raise DangolError("cli.score.no-agent")
    return said


def cannot(found: "Overheard", lang: Lang) -> Iterator[str]:
    """What is not judged, a sentence each."""
    yield words(lang, "cli.score.cannot.resolution")
    if found.transcript is None:
        yield words(lang, "cli.score.cannot.case")
    else:
        yield words(lang, "cli.score.cannot.received")
    unsure = sum(one.is_unsure for one in found.lines)
    if unsure:
        yield words(lang, "cli.score.cannot.unsure", unsure=unsure, turns=len(found.turns))


def lines_of(path: str, found: "Overheard", lang: Lang) -> Iterator[str]:
    """The result as lines of text: turn by turn, what it comes to, what cannot be said."""
    from game.view.typed import typed_lines, typed_view

    yield f"== {path}"
    for line in found.lines:
        yield words(lang, "typed.line", turn=line.turn, quote=shortened(line.text))
        view = typed_view(line, lang, crafted=found.language == lang)
        yield from (f"  {text}" for text in (typed_lines(view, lang) if view else ()))
    yield ""
    yield from _axes(found, lang)
    yield ""
    yield from cannot(found, lang)


def _axes(found: "Overheard", lang: Lang) -> Iterator[str]:
    """The axes against a case, with their findings; without one, the best of the language."""
    from game.overheard import best_of
    from game.view.debrief import why_of
    from scoring.judge import judge
    from scoring.scorecard import SCORED

    if found.transcript is None:
        for best in best_of(found.turns):
            key = "cli.score.best" if best.level else "cli.score.best.none"
            axis = words(lang, f"cli.score.axis.{best.axis}")
            yield words(lang, key, axis=axis, level=f"{best.level:.1f}", quote=best.quote)
        return
    card = judge(found.transcript)
    for axis in SCORED:
        score = card.score(axis)
        if score is not None:
            name, bar = words(lang, f"axis.{axis}"), found.transcript.bars[axis]
            yield words(lang, "cli.score.axis", axis=name, score=score, bar=bar)
            for one in card.findings:
                if one.axis is axis:
                    of = "" if one.of is None else f"/{one.of}"
                    yield f"  {one.points}{of} {why_of(one.reason, lang)}"


def result_of(path: str, found: "Overheard", lang: Lang) -> dict[str, Any]:
    """The result as JSON values; `resolution` is always null. Without a case the axes are null."""
    from game.cli.reading import as_json
    from game.overheard import best_of
    from game.view.debrief import why_of
    from scoring.judge import judge

    card = judge(found.transcript) if found.transcript else None
    return {
        "file": path,
        "language": found.language,
        "case": found.transcript.case if found.transcript else None,
        "resolution": None,
        "empathy": card.empathy if card else None,
        "gratitude": card.gratitude if card else None,
        "best": [
            {"axis": o.axis, "level": round(o.level, 4), "turn": o.turn, "quote": o.quote}
            for o in best_of(found.turns)
        ],
        "turns": [
            {"turn": o.turn, "text": o.text, **as_json(o.reading)} for o in found.turns
        ],
        "findings": [
            {
                "axis": one.axis, "points": one.points, "of": one.of, "turn": one.turn,
                "quote": one.quote, "why": why_of(one.reason, lang), "better": one.better,
            }
            for one in (card.findings if card else ())
        ],
        "cannot": list(cannot(found, lang)),
    }  # fmt: skip


def shortened(text: str) -> str:
    """A text as long as a line of a terminal."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"


_LONGEST = 80
