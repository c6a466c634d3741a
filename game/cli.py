"""The command `dangol`: play, cases, check, schema, shot. One of the two places that catch all."""

import contextlib
import json
import re
import sys
import traceback
from pathlib import Path
from typing import Any

import click

from game import __version__, content
from game.case.library import Library, check_file, yaml_files
from game.desk import Desk, new_run, system_language
from game.errors import DangolError
from game.playthrough import Mode
from game.store.files import write_atomically
from game.store.learners import Learners
from game.store.saves import Saves
from game.store.settings import Settings
from game.view.debrief import DebriefView
from game.words import LANGUAGES, Lang, words

WRONG_USE = 2
ENDED_EARLY = 3


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
    return Settings(content.home()).chosen.lang or system_language()


def _crash_report() -> Path:
    path = content.home() / "crash.txt"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(traceback.format_exc(), "utf-8")
    except OSError:
        traceback.print_exc()
    return path


_lang = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="한국어 또는 영어 / Korean or English"
)


def _library() -> Library:
    return Library([content.scenarios(), content.home() / "scenarios"])


def _desk() -> Desk:
    home = content.home()
    return Desk(_library(), Saves(home), Settings(home), Learners(home), _print_debrief)


def _print_debrief(view: DebriefView, lang: Lang) -> str:
    """Writes a debrief as a page in the data folder and asks the browser to open it."""
    import webbrowser

    from game.report.html import write_debrief

    path = write_debrief(view, lang, content.home() / "debriefs", write_atomically)
    with contextlib.suppress(webbrowser.Error):
        webbrowser.open(path.as_uri())
    return str(path)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dangol")
def dangol() -> None:
    """단골: 고객 경험 훈련 게임 / a training game for customer experience"""


@dangol.command()
@click.argument("case", required=False)
@click.option("--console", is_flag=True, help="창 없이 터미널에서 / in the terminal")
@click.option("--inputs", metavar="FILE", help="묻지 않고 파일대로 / play a file without asking")
@click.option(
    "--json", "as_json", is_flag=True, help="결과를 JSON 하나로 / the result as one JSON object"
)
@click.option(
    "--seed", type=click.IntRange(0, 2**31 - 1), help="같은 수는 같은 대화 / same seed, same play"
)
@click.option(
    "--mode", type=click.Choice([mode.value for mode in Mode]), help="연습 방식 / how to practise"
)
@_lang
def play(
    case: str | None,
    console: bool,
    inputs: str | None,
    as_json: bool,
    seed: int | None,
    mode: str | None,
    lang: Lang | None,
) -> int:
    """사례를 합니다: 창에서, 화면이 없으면 콘솔에서 / play a case"""
    if (inputs or as_json) and not console:
        raise DangolError("cli.inputs.console")
    if as_json and not inputs:
        raise DangolError("cli.inputs.json")
    desk = _desk()
    chosen = lang or desk.lang
    if inputs:
        return _play_file(case, inputs, seed or 0, Mode(mode or "coach"), chosen, as_json)
    if lang and lang != desk.lang:
        desk.speak(lang)
    if not console:
        code = _play_window(desk, case, chosen)
        if code is not None:
            return code
    return _play_console(desk, case, mode, seed, chosen)


def _play_window(desk: Desk, case: str | None, lang: Lang) -> int | None:
    """The exit code of the window, or None where there is no display for one."""
    if case is not None:
        case = desk.library.load(case).id
    from game.screens import window

    try:
        return int(window.run(desk, case))
    except DangolError as error:
        if error.key != "display.none":
            raise
        click.echo(words(lang, error.key), err=True)
        return None


def _play_console(
    desk: Desk, case: str | None, mode: str | None, seed: int | None, lang: Lang
) -> int:
    from game.console import Console

    def ask(prompt: str) -> str | None:
        try:
            # Bytes that are no text come as lone surrogates in some terminals; no file takes them.
            return input(prompt).encode("utf-8", "replace").decode()
        except (EOFError, RuntimeError):  # RuntimeError: standard input was closed
            click.echo()
            return None
        except UnicodeDecodeError:
            return ""

    return Console(desk, lang, ask, click.echo).run(case, mode, seed)


def _play_file(
    case: str | None, inputs: str, seed: int, mode: Mode, lang: Lang, as_json: bool
) -> int:
    from game.console import debrief_lines
    from game.inputs_file import play_inputs, read_inputs
    from game.view.debrief import debrief_view
    from game.view.result import result_of

    if case is None:
        raise DangolError("cli.inputs.case")
    run = new_run(_library().load(case), mode, lang, seed)
    play_inputs(run, read_inputs(inputs), lang)
    if as_json:
        click.echo(_json(result_of(run, lang)))
    else:
        for line in debrief_lines(debrief_view(run, lang), lang):
            click.echo(line)
    return 0 if run.play.ended else ENDED_EARLY


def _json(data: Any) -> str:
    """JSON that any terminal can print: in ASCII where it cannot print Hangul."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    return json.dumps(data, ensure_ascii=not encoding.startswith("utf"), indent=2)


@dangol.command()
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@_lang
def cases(as_json: bool, lang: Lang | None) -> None:
    """있는 사례를 봅니다 / list the cases"""
    from game.view.catalogue import catalogue_of

    rows = catalogue_of(_library(), lang or _desk().lang)
    if as_json:
        click.echo(_json(rows))
        return
    for row in rows:
        about = (row["season"], row["channel"], f"{row['level']}", "/".join(row["languages"]))
        click.echo(f"{row['id']:<20} {row['title']}  ({', '.join(about)})")


@dangol.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@_lang
def check(paths: tuple[str, ...], as_json: bool, lang: Lang | None) -> int:
    """사례 파일을 살펴봅니다: 없으면 0, 있으면 1 / check case files"""
    from game.case.telling import as_json as problem_json
    from game.case.telling import line_of

    chosen = lang or _desk().lang
    files = [file for path in paths for file in _files_under(path)]
    problems = list(dict.fromkeys(one for file in files for one in check_file(file)))
    if as_json:
        click.echo(_json([problem_json(one, chosen) for one in problems]))
    else:
        for one in problems:
            click.echo(line_of(one, chosen))
        key = "cli.check.some" if problems else "cli.check.none"
        click.echo(words(chosen, key, problems=len(problems), files=len(files)), err=True)
    return 1 if problems else 0


def _files_under(path: str) -> list[Path]:
    if not Path(path).exists():
        raise DangolError("cli.path.none", path=path)
    files = yaml_files(Path(path))
    if not files:
        raise DangolError("cli.no-yaml", path=path)
    return files


@dangol.command()
def schema() -> None:
    """사례 언어의 JSON 스키마 / the JSON Schema of the case language"""
    from game.case.schema import case_schema

    click.echo(_json(case_schema()))


SCREENS = (
    *("title", "briefing", "dialogue", "feedback", "exam", "pause", "ended"),
    *("rating", "debrief", "debrief2", "library", "history", "learners", "privacy", "settings"),
    *("gallery", "gallery2", "gallery3"),
)


@dangol.command()
@click.argument("screen", type=click.Choice(SCREENS))
@click.argument("out", metavar="OUT.png")
@click.option("--case", "case", help="사례 / case")
@click.option("--size", default="1280x720", help="1280x720")
@click.option("--text-scale", type=click.FloatRange(1.0, 1.5), default=1.0, help="1.0-1.5")
@_lang
def shot(
    screen: str, out: str, case: str | None, size: str, text_scale: float, lang: Lang | None
) -> None:
    """화면 하나를 창 없이 그림으로 / draw a screen to a PNG without a window"""
    from game.screens.shot import shot as draw
    from game.shots import fixed_session

    desk = _desk()
    chosen = lang or desk.lang
    session = fixed_session(desk.library, case, screen, chosen)
    try:
        draw(screen, Path(out), desk, session.case, _size(size), chosen, text_scale, session)
    except OSError as error:
        raise DangolError("cli.shot.failed", path=out, said=error.strerror or error) from error
    click.echo(words(chosen, "cli.shot.done", path=out), err=True)


def _size(text: str) -> tuple[int, int]:
    written = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text)
    width, height = map(int, written.groups()) if written else (0, 0)
    if not (1024 <= width <= 3840 and 640 <= height <= 2160):
        raise DangolError("cli.shot.size")
    return width, height


if __name__ == "__main__":
    sys.exit(main())
