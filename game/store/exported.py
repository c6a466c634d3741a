"""Reading a file of exported plays, or one save of version 0.1.0, line by line and however broken.

What is wrong with the whole file is raised; what is wrong with a line stands in its place.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO, Final

from game.errors import StoreError
from game.store.archive import FORMAT, KIND
from game.store.chains import object_of

Values = Mapping[str, Any]
Line = tuple[int, Values | StoreError]

LONGEST: Final = 16_000_000  # bytes of a line; a play of a thousand replies has 500,000
_KINDS: Final = ("learner", "play", "plan")


def read_lines(path: Path) -> Iterator[Line]:
    """The number and the play, or what is wrong, of each line; raises StoreError.

    Lines that hold no play and are right are left out.
    """
    if not path.is_file():  # a pipe would wait for a writer for ever
        raise StoreError("cli.import.none", path=path)
    try:
        with path.open("rb") as file:
            yield from _lines(path, file)
    except OSError:
        raise StoreError("cli.import.none", path=path) from None


def plays_in(texts: Iterator[str]) -> Iterator[Line]:
    """The same of lines that were exported just now."""
    for number, text in enumerate(texts, 1):
        if number > 1 and (found := _play_in(text.encode(), False)) is not None:
            yield number, found


def _lines(path: Path, file: BinaryIO) -> Iterator[Line]:
    first = file.readline(LONGEST + 1)
    head = object_of(first.decode("utf-8-sig", "replace")) if len(first) <= LONGEST else {}
    if head.get("kind") == "play" and "case" in head:
        yield 1, _save(path, head, file)
        return
    _check(path, first, head)
    number = 1
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            while line and not line.endswith(b"\n"):
                line = file.readline(LONGEST)
            yield number, StoreError("cli.verify.long", most=LONGEST // 1_000_000)
        elif line.strip() and (found := _play_in(line, not line.endswith(b"\n"))) is not None:
            yield number, found


def _check(path: Path, first: bytes, head: Values) -> None:
    """Raises StoreError where the first line is not that of exported records."""
    written = head.get("format")
    if head.get("kind") == KIND and type(written) is int and written >= 1:
        if written > FORMAT:
            raise StoreError("cli.import.newer", path=path)
        return
    if len(first) > LONGEST:
        raise StoreError("cli.verify.long-file", path=path, most=LONGEST // 1_000_000)
    if first.startswith(b"SQLite format 3\0"):
        raise StoreError("cli.verify.backup", path=path)
    with path.open("rb") as file:
        if first.startswith(b"{") and "digest" in object_of(_text(file.read(LONGEST))):
            raise StoreError("cli.verify.result", path=path)
    raise StoreError("cli.import.not-ours", path=path)


def _text(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace")


def _play_in(line: bytes, is_last: bool) -> Values | StoreError | None:
    """The play of a line; None where it holds something else that was exported."""
    try:
        data = json.loads(line.decode())
    except UnicodeDecodeError as error:
        return StoreError("cli.verify.utf8", at=error.start + 1)
    except (ValueError, RecursionError) as error:
        at = getattr(error, "pos", 0) + 1
        return StoreError("cli.verify.cut") if is_last else StoreError("cli.verify.json", at=at)
    kind = data.get("kind") if isinstance(data, dict) else None
    if kind not in _KINDS:
        return StoreError("cli.import.line")
    return data if kind == "play" else None


def _save(path: Path, header: Values, file: BinaryIO) -> Values | StoreError:
    """One play as version 0.1.0 kept it: its header, then an input a line, the result beside it."""
    inputs = []
    # Not splitlines: a trainee's words may hold a line end of another kind, such as U+2028.
    data = file.read(LONGEST + 1)
    if len(data) > LONGEST:
        return StoreError("cli.verify.long", most=LONGEST // 1_000_000)
    for line in data.decode("utf-8", "replace").removesuffix("\n").split("\n"):
        inputs.append(object_of(line))
    own = {key: value for key, value in header.items() if key != "kind"}
    result = path.with_name(f"{path.stem}.result.json")
    play = {"id": path.stem, "header": own, "inputs": inputs if data else []}
    if result.is_file():
        play["summary"] = object_of(_text(result.read_bytes()[:LONGEST]))
    return play
