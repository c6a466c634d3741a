"""What `dangol doctor --llm` asks of a model, and how it tells what came of it."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import closing

import click

from game import content
from game.case.library import Library
from game.cli.desk import as_json_text
from game.cli.language_model import chosen_server, may_send
from game.customers.openai_voice import OpenAIVoice
from game.customers.prompt import messages
from game.customers.servers import Server, key_for
from game.doctor.findings import Finding, is_well
from game.doctor.form import kept_form
from game.doctor.trial import TEXTS, Heard, Kind, Trial, trials, tried
from game.doctor.verdict import failing, spoken, told, verdict
from game.words import LANGUAGES, Lang, words

UNFIT = 1
_MOST_TOLD = 6


def try_model(
    base_url: str | None, model: str | None, lines: int, only: Lang | None, yes: bool,
    as_json: bool, lang: Lang,
) -> int:  # fmt: skip
    """Tries a model as a customer, in one language or in both; 0 where it is fit to be one."""
    server = chosen_server(base_url, model)
    langs = (only,) if only else LANGUAGES
    asked = trials(Library([content.scenarios()]), lines, min(lines, TEXTS), langs)
    what = words(lang, "doctor.llm.what", calls=len(asked))
    if not may_send(server, what, messages(asked[0].wanted), yes, lang):
        return UNFIT
    form = kept_form(server, key_for(server))
    heard = _heard(server, asked, lang)
    found = [form, *verdict(heard, len(asked))]
    if as_json:
        click.echo(as_json_text(_data(server, found, heard, lang)))
    else:
        _tell(found, heard, lang)
    return 0 if is_well(found) else UNFIT


def _heard(server: Server, asked: Sequence[Trial], lang: Lang) -> list[Heard]:
    heard: list[Heard] = []
    with (
        closing(OpenAIVoice(server, key_for(server))) as voice,
        click.progressbar(
            length=len(asked), label=words(lang, "doctor.llm.bar"), file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar,
    ):  # fmt: skip
        for one in tried(voice, asked):
            heard.append(one)
            bar.update(1)
    return heard


def _data(
    server: Server, found: Sequence[Finding], heard: Sequence[Heard], lang: Lang
) -> dict[str, object]:
    return {
        "host": server.host,
        "model": server.model,
        "fit": is_well(found),
        "spoken": spoken(heard),
        "findings": [one.to_json(lang) for one in found],
        "failed": [told(one, lang) for one in failing(heard)],
    }


def _tell(found: Sequence[Finding], heard: Sequence[Heard], lang: Lang) -> None:
    from game.cli.doctor import line_of

    for finding in found:
        click.echo(line_of(finding, lang))
    _tell_failed([told(one, lang) for one in failing(heard)], lang)
    key = "doctor.llm.fit" if is_well(found) else "doctor.llm.unfit"
    click.echo(words(lang, key, share=spoken(heard)))


def _tell_failed(failed: Sequence[dict[str, object]], lang: Lang) -> None:
    if not failed:
        return
    click.echo(words(lang, "doctor.llm.failed", number=len(failed)))
    for one in failed[:_MOST_TOLD]:
        click.echo(words(lang, "doctor.llm.failed.meant", **one))
        if one["kind"] != Kind.LINE:
            click.echo(words(lang, "doctor.llm.failed.reply", reply=_shortened(str(one["reply"]))))
        if one["said"]:
            click.echo(words(lang, "doctor.llm.failed.said", said=_shortened(str(one["said"]))))
        click.echo(words(lang, "doctor.llm.failed.why", why=_joined(one["refused"], one["faults"])))
    if len(failed) > _MOST_TOLD:
        click.echo(words(lang, "doctor.llm.more", number=len(failed) - _MOST_TOLD))


def _joined(*parts: object) -> str:
    return ", ".join(str(one) for part in parts if isinstance(part, Iterable) for one in part)


def _shortened(said: str) -> str:
    line = " ".join(said.split())
    return line if len(line) <= 160 else f"{line[:159]}…"
