"""JSON lines in, JSON lines out: in order, wrong ones told by their number and passed over."""

import contextlib
import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

import click

from game.errors import DangolError
from game.words import Lang, words

LONGEST: Final = 4_000_000
"""The longest line that is read, in bytes."""

Answer = Callable[[Mapping[str, Any]], Mapping[str, Any]]


class WrongLine(Exception):
    """A line that cannot be answered: the key of a sentence, and what fills its places."""

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key, self.values = key, values


@dataclass(slots=True)
class Tally:
    """How many lines were answered, and how many were wrong."""

    answered: int = 0
    wrong: int = 0


def answer_lines(path: str | None, answer: Answer, lang: Lang) -> int:
    """Answers each line of a file, or of standard input; the exit code.

    1 where a line was wrong or there was none. Raises DangolError for a file that cannot be read.
    """
    tally = Tally()
    try:
        with _opened(path) as file, _progress(path, file) as told:
            for number, line in enumerate(_lines(file, told), 1):
                if line is None or line.strip():
                    _answer(number, line, answer, tally, lang)
    except KeyboardInterrupt:
        click.echo(words(lang, "cli.lines.stopped", lines=tally.answered), err=True)
        raise
    if not tally.answered and not tally.wrong:
        click.echo(words(lang, "cli.lines.none"), err=True)
    elif tally.wrong:
        click.echo(words(lang, "cli.lines.some", wrong=tally.wrong, lines=tally.answered), err=True)
    return 0 if tally.answered and not tally.wrong else 1


def _answer(number: int, line: bytes | None, answer: Answer, tally: Tally, lang: Lang) -> None:
    try:
        given = answer(_parsed(line))
    except WrongLine as wrong:
        tally.wrong += 1
        said = words(lang, wrong.key, **wrong.values)
        click.echo(words(lang, "cli.lines.wrong", line=number, said=said), err=True)
        return
    tally.answered += 1
    encoding = (sys.stdout.encoding or "utf-8").lower().replace("-", "")
    click.echo(json.dumps(given, ensure_ascii=not encoding.startswith("utf")))


def _parsed(line: bytes | None) -> Mapping[str, Any]:
    if line is None:
        raise WrongLine("cli.lines.long", most=LONGEST // 1_000_000)
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise WrongLine("cli.lines.binary") from None
    except (ValueError, RecursionError):
        raise WrongLine("cli.lines.json") from None
    if not isinstance(found, dict):
        raise WrongLine("cli.lines.object")
    return found


@contextlib.contextmanager
def _opened(path: str | None) -> Iterator[BinaryIO]:
    if path is None or path == "-":
        yield sys.stdin.buffer
        return
    if not Path(path).is_file():
        raise DangolError("cli.path.none", path=path)
    with Path(path).open("rb") as file:
        yield file


@contextlib.contextmanager
def _progress(path: str | None, file: BinaryIO) -> Iterator[Callable[[int], None]]:
    """Tells how many bytes are done: a bar on a terminal, where the answers go elsewhere."""
    if path in (None, "-") or not sys.stderr.isatty() or sys.stdout.isatty():
        yield lambda _: None
        return
    size = Path(str(path)).stat().st_size
    with click.progressbar(length=size, file=sys.stderr) as bar:
        yield bar.update


def _lines(file: BinaryIO, told: Callable[[int], None]) -> Iterator[bytes | None]:
    """The lines of a file, None for one that is longer than anybody types."""
    while line := file.readline(LONGEST + 1):
        is_long = len(line) > LONGEST
        while is_long and not line.endswith(b"\n") and (rest := file.readline(LONGEST)):
            line = rest
        yield None if is_long else line
        told(len(line))


# What stands in a line


def text_of(data: Mapping[str, Any], key: str, default: str | None = None) -> str:
    """The text under a key; raises WrongLine where it is missing or no text."""
    if key not in data and default is not None:
        return default
    if key not in data:
        raise WrongLine("cli.lines.missing", name=key)
    if not isinstance(data[key], str):
        raise WrongLine("cli.lines.text", name=key)
    return str(data[key]).encode("utf-8", "replace").decode()  # lone surrogates fit no file


def texts_of(data: Mapping[str, Any], key: str) -> Mapping[str, str]:
    """Texts by id: a mapping as it is, a list with each text as its own id; {} where missing."""
    found = data.get(key) or {}
    if isinstance(found, list):
        found = {one: one for one in found if isinstance(one, str)} if _are_texts(found) else None
    if not isinstance(found, dict) or not _are_texts(list(found.values())):
        raise WrongLine("cli.lines.texts", name=key)
    return found


def language_of(data: Mapping[str, Any]) -> str:
    """The language under "lang"; raises WrongLine where it is neither ko nor en."""
    lang = text_of(data, "lang")
    if lang not in ("ko", "en"):
        raise WrongLine("cli.lines.lang", spoken=lang[:20])
    return lang


def _are_texts(found: list[Any]) -> bool:
    return all(isinstance(one, str) for one in found)
