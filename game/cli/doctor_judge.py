"""What `dangol doctor --judge` asks of a model, and how it tells what came of it."""

import sys
from contextlib import closing

import click

from game.cli.desk import as_json_text
from game.cli.doctor import line_of
from game.cli.language_model import chosen_server, may_send
from game.customers.asking import Asker
from game.customers.servers import key_for
from game.doctor.agreement import agreement, asked
from game.doctor.findings import is_well
from game.judge.agreement import labelled, labels
from game.judge.question import question, version
from game.words import LANGUAGES, Lang, words

UNFIT = 1


def try_judge(
    base_url: str | None, model: str | None, sample: int, only: Lang | None, yes: bool,
    as_json: bool, lang: Lang,
) -> int:  # fmt: skip
    """Asks a model about labelled replies; 0 where it agrees at least fairly on everything."""
    server = chosen_server(base_url, model)
    langs = (only,) if only else LANGUAGES
    replies = [one for each in langs for one in labelled(each, sample)]
    what = words(lang, "doctor.judge.what", calls=len(replies))
    first = replies[0]
    if not may_send(server, what, question(first.lines, first.slots, first.lang), yes, lang):
        return UNFIT
    with (
        closing(Asker(server, key_for(server))) as asker,
        click.progressbar(
            length=len(replies), label=words(lang, "doctor.llm.bar"), file=sys.stderr,
            hidden=not sys.stderr.isatty(),
        ) as bar,
    ):  # fmt: skip
        found = asked(asker, replies, lambda: bar.update(1))
    findings = list(agreement(found))
    if as_json:
        about = {"host": server.host, "model": server.model, "asked": len(replies)}
        prompts = {each: version(each) for each in langs}
        rest = {"prompts": prompts, "findings": [one.to_json(lang) for one in findings]}
        click.echo(as_json_text(about | rest))
    else:
        for one in findings:
            click.echo(line_of(one, lang))
        everything = sum(map(labels, langs))
        click.echo(words(lang, "doctor.judge.about", calls=len(replies), all=everything))
    return 0 if is_well(findings) else UNFIT
