"""Questions on a terminal: each is asked until its answer can be used, or somebody breaks off."""

from collections.abc import Callable, Sequence

import click

from game.words import Lang, words

Wrong = Callable[[str], str | None]


def asked(question: str, usual: str, wrong: Wrong, lang: Lang) -> str:
    """The answer to a question; an empty one is the usual one, a wrong one is asked for again.

    `wrong` says what is wrong with an answer. Ctrl-C and Ctrl-D raise click.Abort, after a word
    that nothing was written.
    """
    while True:
        try:
            answer = str(click.prompt(question, default=usual)).strip()
        except click.Abort:
            click.echo(f"\n{words(lang, 'workshop.kept')}", err=True)
            raise
        except UnicodeDecodeError:
            answer = "?"
        said = wrong(answer)
        if said is None:
            return answer
        click.echo(said, err=True)


def one_of(field: str, known: Sequence[str], lang: Lang) -> Wrong:
    """What is wrong with an answer that is to be one of some words."""

    def wrong(answer: str) -> str | None:
        values = {"field": field, "name": answer, "known": ", ".join(known)}
        return None if answer in known else words(lang, "workshop.new.word", **values)

    return wrong
