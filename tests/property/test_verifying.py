"""One changed byte of an exported play is told, wherever it is, or the file means the same."""

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from game.playthrough import Playthrough
from game.store.archive import export
from game.store.exported import read_lines
from game.store.learners import Learners
from game.store.verifying import verify
from game.view.history import finished_of
from tests.plays import BEST, played
from tests.property.moves import a_run, cases


def line_of(run: Playthrough) -> list[bytes]:
    """The lines of a file with one play."""
    with TemporaryDirectory() as folder:
        learners = Learners(Path(folder))
        saves = learners.drawer("").saves
        saves.keep(saves.new_name(), run, finished_of(run) if run.play.ended else None)
        lines = [f"{line}\n".encode() for line in export(learners.database)]
        learners.database.close()
    return lines


@cache
def rewound() -> list[bytes]:
    """A play with a rewind and with words of the trainee's own."""
    return line_of(played(("file", "> 고맙습니다 \u2028 ok", "back 1", *BEST)))


def is_good(lines: list[bytes]) -> bool:
    with TemporaryDirectory() as folder:
        file = Path(folder, "plays.jsonl")
        file.write_bytes(b"".join(lines))
        found = list(verify(read_lines(file), cases().__getitem__))
        return bool(found) and all(one.is_good for one in found)


@settings(max_examples=25)
@given(a_run(12))
def test_what_was_exported_is_whole(run: Playthrough) -> None:
    assert is_good(line_of(run))


def held(line: bytes) -> list[int]:
    """The places in a line that belong to header, inputs, chain or head."""
    data: dict[str, Any] = json.loads(line)
    places: list[int] = []
    for key in ("header", "inputs", "head"):
        text = f'"{key}": {json.dumps(data[key], ensure_ascii=False)}'.encode()
        assert line.count(text) == 1
        places += range(line.index(text), line.index(text) + len(text))
    return places


@settings(max_examples=150)
@given(st.data())
def test_one_changed_byte_is_told(data: st.DataObject) -> None:
    head, line = rewound()
    at = data.draw(st.sampled_from(held(line)))
    byte = data.draw(st.integers(0, 255))
    spoilt = line[:at] + bytes((byte,)) + line[at + 1 :]
    assert is_good([head, spoilt]) == means_the_same(spoilt, line)


def means_the_same(spoilt: bytes, line: bytes) -> bool:
    try:
        return bool(json.loads(spoilt) == json.loads(line))
    except ValueError:
        return False
