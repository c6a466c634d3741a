"""The command `dangol`. One of the two places that catch all.

The commands stand by subject beside this file; each imports what is heavy when it runs.
"""

import sys
import traceback
from pathlib import Path

import click

from game import __version__, content
from game.cli.cases import cases, check, schema
from game.cli.desk import language
from game.cli.doctor import doctor
from game.cli.drafting import explain, import_story, new, sheet, texts, translate
from game.cli.graph import graph, studio
from game.cli.play import play
from game.cli.reading import match, read
from game.cli.records import backup, erase, export, import_, restore
from game.cli.scoring import score
from game.cli.shot import shot
from game.cli.trying import simulate, try_
from game.cli.verify import verify
from game.cli.voice import voice
from game.errors import DangolError
from game.words import LANGUAGES, Lang, words

WRONG_USE = 2


def main(arguments: list[str] | None = None) -> int:
    """Runs one command and gives its exit code; nothing that goes wrong shows a traceback."""
    _speak_any_encoding()
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = _language_in(given)
    try:
        code = dangol.main(given, prog_name="dangol", standalone_mode=False)
        return code if isinstance(code, int) else 0
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.ctx.get_help() if error.ctx else "")
        return WRONG_USE
    except click.ClickException as error:
        return _told(lang, words(lang, "cli.usage", said=error.format_message()), WRONG_USE)
    except DangolError as error:
        return _told(lang, words(lang, error.key, **error.values), _code_of(error))
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        return 0
    except Exception:
        return _told(lang, words(lang, "cli.crash", path=_crash_report()), 1)


def _told(lang: Lang, said: str, code: int) -> int:
    click.echo(words(lang, "cli.error", said=said), err=True)
    return code


def _code_of(error: DangolError) -> int:
    return WRONG_USE if error.key.startswith(("cli.", "case.unknown")) else 1


def _speak_any_encoding() -> None:
    """A terminal that lacks a letter (cp949, C) shows a mark in its place instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")


def _language_in(arguments: list[str]) -> Lang:
    """The language asked for, also when the arguments are wrong otherwise."""
    for one, after in zip(arguments, [*arguments[1:], ""], strict=False):
        for lang in LANGUAGES:
            if one == f"--lang={lang}" or (one == "--lang" and after == lang):
                return lang
    return language(None)


def _crash_report() -> Path:
    path = content.home() / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), "utf-8")
    except OSError:
        traceback.print_exc()
    return path


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dangol")
def dangol() -> None:
    """단골: 고객 경험 훈련 게임 / a training game for customer experience"""


for _command in (
    play,
    cases,
    check,
    schema,
    shot,
    backup,
    restore,
    export,
    import_,
    erase,
    verify,
    graph,
    studio,
    try_,
    simulate,
    new,
    explain,
    translate,
    texts,
    sheet,
    import_story,
    read,
    match,
    score,
    doctor,
    voice,
):
    dangol.add_command(_command)
