"""`dangol play`: in the window, at the console, or from a file."""

from functools import partial
from typing import TYPE_CHECKING

import click

from game.cli.desk import as_json_text, lang_option, library, open_desk
from game.cli.language_model import chosen_server, may_send, server_options
from game.desk import Desk, new_run
from game.engine.difficulty import AS_WRITTEN, DIALS
from game.errors import DangolError
from game.playthrough import Mode, Playthrough
from game.words import Lang, words

if TYPE_CHECKING:
    from game.customers.servers import Server

ENDED_EARLY = 3


@click.command()
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
@click.option(
    "--difficulty", type=click.IntRange(min(DIALS), max(DIALS)), default=AS_WRITTEN,
    help="손님의 까다로움 1-5, 3은 쓰인 그대로 / difficulty 1-5, 3 as written",
)  # fmt: skip
@click.option("--opinion", is_flag=True, help="모델의 참고 의견도 / a model's second opinion too")
@server_options
@click.option("--yes", is_flag=True, help="모델에 보내는 데 동의합니다 / agree to what is sent")
@lang_option
def play(
    case: str | None,
    console: bool,
    inputs: str | None,
    as_json: bool,
    seed: int | None,
    mode: str | None,
    difficulty: int,
    opinion: bool,
    base_url: str | None,
    model: str | None,
    yes: bool,
    lang: Lang | None,
) -> int:
    """사례를 합니다: 창에서, 화면이 없으면 콘솔에서 / play a case"""
    if (inputs or as_json) and not console:
        raise DangolError("cli.inputs.console")
    if as_json and not inputs:
        raise DangolError("cli.inputs.json")
    if opinion and (not inputs or as_json):
        raise DangolError("cli.opinion.inputs")
    if mode == Mode.EXAM and difficulty != AS_WRITTEN:
        raise DangolError("cli.difficulty.exam")
    is_voiced = bool(base_url or model)
    if inputs and is_voiced:
        raise DangolError("cli.inputs.voice")
    desk = open_desk()
    desk.difficulty = difficulty
    chosen = lang or desk.lang
    if inputs:
        given = Mode(mode or "coach")
        run = _play_file(case, inputs, seed or 0, given, difficulty, chosen, as_json)
        if opinion:
            _ask_opinion(desk, run, yes, chosen)
        return 0 if run.play.ended else ENDED_EARLY
    if lang and lang != desk.lang:
        desk.speak(lang)
    if is_voiced:
        _give_voice(desk, case, chosen_server(base_url, model), yes, chosen)
    if not console:
        code = _play_window(desk, case, chosen)
        if code is not None:
            return code
    return _play_console(desk, case, mode, seed, chosen)


def _give_voice(desk: Desk, case: str | None, server: "Server", yes: bool, lang: Lang) -> None:
    """From now on a language model words what customers say, if the trainee agrees."""
    from game.customers.prompt import messages
    from game.customers.servers import key_for
    from game.customers.wanted import wanted_lines
    from game.voiced import voicing_for

    shown = desk.library.load(case) if case else next(iter(desk.library.playable()))
    run = new_run(shown, Mode.COACH, lang, 0)
    example = [
        one for line in wanted_lines(run, run.opening, (), "", lang) for one in messages(line)
    ]
    if may_send(server, words(lang, "play.llm.what"), example[:2], yes, lang):
        desk.give_voice = partial(voicing_for, server, key_for)


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
    case: str | None, inputs: str, seed: int, mode: Mode, difficulty: int, lang: Lang,
    as_json: bool,
) -> Playthrough:  # fmt: skip
    from game.inputs_file import play_inputs, read_inputs
    from game.plain import debrief_lines
    from game.view.debrief import debrief_view
    from game.view.result import result_of

    if case is None:
        raise DangolError("cli.inputs.case")
    cases = library()
    run = new_run(cases.load(case), mode, lang, seed, difficulty=difficulty)
    play_inputs(run, read_inputs(inputs), lang)
    if as_json:
        click.echo(as_json_text(result_of(run, lang)))
    else:
        for line in debrief_lines(debrief_view(run, lang, cases.pages("principle")), lang):
            click.echo(line)
    return run


def _ask_opinion(desk: Desk, run: Playthrough, yes: bool, lang: Lang) -> None:
    """Tells what is sent, asks, and shows what the model makes of it beside the score."""
    from game.cli.language_model import may_send
    from game.errors import CustomerUnavailable
    from game.second_opinion import SecondOpinion
    from game.view.opinion import opinion_lines

    server = desk.voices.server
    if server is None:
        raise DangolError("cli.opinion.none")
    asked = SecondOpinion(run, server, desk.voices.key)
    example = [{"role": "user", "content": "\n".join(asked.example())}]
    if not may_send(server, words(lang, "screen.opinion.sends"), example, yes, lang):
        return
    asked.begin()
    asked.wait()
    view = asked.view(lang)
    if view is None:
        raise CustomerUnavailable("opinion.failed", why=asked.fault(lang))
    for line in opinion_lines(view, lang):
        click.echo(line)
