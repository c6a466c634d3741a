"""Playing a file of inputs without asking: a reply id, `> typed text`, `wait S` or `back N` a line.

Empty lines and lines that begin with `#` are passed over. Waits add up until the next move.
"""

import re
from pathlib import Path

from game.engine.inputs import Choose, Input, Move
from game.engine.offers import on_offer
from game.errors import DangolError, IllegalMove
from game.listening import Ear, shared_ear
from game.playthrough import Playthrough
from game.words import Lang, words


def read_inputs(path: str) -> str:
    """The text of an inputs file; raises DangolError."""
    try:
        return Path(path).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise DangolError("cli.inputs.binary", path=path) from None
    except OSError:
        raise DangolError("cli.inputs.none", path=path) from None


def play_inputs(run: Playthrough, text: str, lang: Lang, ear: Ear | None = None) -> None:
    """Plays the lines of `text`; raises DangolError that names the first wrong line.

    A typed text that is not clear is not guessed at: it counts as not understood. `ear` hears it;
    the program's own unless said.
    """
    ear = ear or shared_ear()
    waited = 0
    for number, line in enumerate(text.split("\n"), 1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        try:
            waited = _play_line(run, said, waited, ear)
        except DangolError as error:
            why = words(lang, error.key, **error.values)
            raise DangolError("cli.inputs.line", line=number, text=said, said=why) from error
    if waited:
        run.take(Input(waited, None))


def _play_line(run: Playthrough, line: str, waited: int, ear: Ear) -> int:
    """Plays one line and gives the seconds that wait for the next."""
    command, _, rest = line.partition(" ")
    if run.play.ended and command != "back":
        raise IllegalMove("move.ended")
    if command == "wait" and not _is_reply(run, line):
        return waited + _number(rest, "cli.inputs.wait", 86_400)
    if command == "back" and not _is_reply(run, line):
        run.back(_number(rest, "cli.inputs.back", 9999))
        return 0
    run.take(Input(waited, _move(run, line, ear)))
    return 0


def _is_reply(run: Playthrough, line: str) -> bool:
    return any(line == reply.id for reply in on_offer(run.play))


def _number(text: str, key: str, most: int) -> int:
    if not re.fullmatch(r"\d{1,6}", text.strip()) or int(text) > most:
        raise DangolError(key)
    return int(text)


def _move(run: Playthrough, line: str, ear: Ear) -> Move:
    if line.startswith(">"):
        typed = line[1:].strip()
        if not typed:
            raise DangolError("cli.inputs.empty")
        return ear.hear(run, typed, ear.read(run, typed).sure)
    node = run.case.nodes[run.play.node]
    if node.reply(line) is None:
        offered = ", ".join(reply.id for reply in on_offer(run.play))
        raise DangolError("cli.inputs.unknown", replies=offered)
    return Choose(line)
