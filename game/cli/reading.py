"""`dangol read` and `dangol match`: the reader of typed replies by itself, for other programs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.cli.desk import lang_option, language
from game.cli.json_lines import WrongLine, answer_lines, language_of, text_of, texts_of
from game.errors import DangolError
from game.words import Lang, words

if TYPE_CHECKING:
    from scoring.reading.context import Context
    from scoring.reading.reader import Reader
    from scoring.reading.reading import Reading

_plain = click.option("--plain", is_flag=True, help="문장 모형 없이 / without the sentence model")
_FIGURES = ("er", "ip", "ex", "gratitude", "resolution", "ack", "empathy")


@click.command()
@click.argument("file", required=False)
@click.option("--context", "shared", metavar="FILE", help="모든 줄의 배경 / context of all lines")
@_plain
@lang_option
def read(file: str | None, shared: str | None, plain: bool, lang: Lang | None) -> int:
    """답을 읽습니다: JSON 줄마다 수준과 근거 / read replies, a JSON line each"""
    chosen = language(lang)
    context = _shared(shared) if shared else {}
    reader = open_reader(plain, chosen)

    def answer(data: Mapping[str, Any]) -> Mapping[str, Any]:
        whole = {**context, **data}
        reply, spoken = text_of(whole, "reply"), language_of(whole)
        found = reader.read(reply, spoken, context_of(whole))
        return {"id": data.get("id"), **as_json(found)}

    return answer_lines(file, answer, chosen)


@click.command()
@click.argument("file", required=False)
@_plain
@lang_option
def match(file: str | None, plain: bool, lang: Lang | None) -> int:
    """답이 어느 보기를 뜻하는지 고릅니다 / which option a reply means, a JSON line each"""
    from scoring.reading import match as matching

    chosen = language(lang)
    reader = open_reader(plain, chosen)

    def answer(data: Mapping[str, Any]) -> Mapping[str, Any]:
        language_of(data)
        options = data.get("options")
        if not isinstance(options, list) or not all(isinstance(one, str) for one in options):
            raise WrongLine("cli.lines.options")
        examples = {str(number): (one,) for number, one in enumerate(options)}
        found = matching.match(text_of(data, "reply"), examples, reader.similarity)
        return {
            "id": data.get("id"),
            "choice": None if found.sure is None else int(found.sure),
            "ask": [] if found.sure is not None else [int(one) for one in found.possible],
            "scores": [round(found.scores[one], 4) for one in examples],
            "confidence": round(found.confidence, 4),
        }

    return answer_lines(file, answer, chosen)


def open_reader(plain: bool, lang: Lang) -> "Reader":
    """A reader, with the sentence vectors where they can be had and are wanted."""
    from scoring.reading import match as matching
    from scoring.reading.reader import Reader

    reader = Reader.open()
    broken = "; ".join(one for one in (reader.trouble, matching.trouble()) if one)
    if broken:
        click.echo(words(lang, "typed.broken", what=broken), err=True)
    if not plain and not reader.warm():
        click.echo(words(lang, "typed.plain"), err=True)
    return reader


def context_of(data: Mapping[str, Any]) -> "Context":
    """What a reply is read against; raises WrongLine."""
    from scoring.reading.context import Context

    return Context(
        customer=text_of(data, "customer", ""),
        feels=texts_of(data, "feels"),
        thank_for=texts_of(data, "thank_for"),
        harms=texts_of(data, "harms"),
        steps=tuple(texts_of(data, "steps").values()),
        facts=tuple(texts_of(data, "facts").values()),
        false_claims=tuple(texts_of(data, "false_claims").values()),
        said=tuple(texts_of(data, "said").values()),
    )


def as_json(found: "Reading") -> dict[str, Any]:
    """A reading as JSON values: er, ip, ex, gratitude and resolution are expected levels 0 to 2."""
    return {
        **{name: round(getattr(found, name), 4) for name in _FIGURES},
        "acts": [
            {"name": one.name, "target": one.target, "level": one.level, "quote": one.quote}
            for one in found.acts
        ],
        "evidence": [
            {"axis": one.axis, "quote": one.quote, "start": one.start, "end": one.end}
            for one in found.evidence
        ],
        "flags": [
            {"name": o.name, "quote": o.quote, "start": o.start, "end": o.end, "caps": o.caps}
            for o in found.flags
        ],
        "confidence": round(found.confidence, 4),
        "tier": found.tier,
    }


def _shared(path: str) -> Mapping[str, Any]:
    """The context of all lines; raises DangolError."""
    try:
        found = json.loads(Path(path).read_text("utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        known = isinstance(error, ValueError | RecursionError)
        raise DangolError("cli.context.json" if known else "cli.path.none", path=path) from None
    if not isinstance(found, dict):
        raise DangolError("cli.context.json", path=path)
    try:
        context_of(found)
    except WrongLine as wrong:
        raise DangolError(wrong.key, **wrong.values) from None
    return found
