"""What `dangol verify` says of files that are whole, damaged, cut off, or something else."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.playthrough import chained
from game.store.database import FILE
from game.store.exported import LONGEST
from tests.homes import desk_at, play, sql
from tests.plays import ROOT
from tests.steps.conftest import put_cases

Data = dict[str, Any]
Printed = tuple[int, str, str]


@pytest.fixture
def file(home: Path, tmp_path: Path) -> Path:
    """A finished play that was rewound, one that was left, and one that was only begun."""
    put_cases(home)
    desk = desk_at(home)
    play(desk, "lamp", back=True)
    play(desk, "lamp", script=("ask",))
    play(desk, "lamp", script=())
    assert main(["export", str(tmp_path / "plays.jsonl"), "--lang", "en"]) == 0
    return tmp_path / "plays.jsonl"


@pytest.fixture
def verify(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Runs the command: its code, what it printed and what it complained of."""

    def run(*arguments: str | Path) -> Printed:
        capsys.readouterr()
        code = main(["verify", *map(str, arguments), "--lang", "en"])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


Verify = Callable[..., Printed]


def changed(file: Path, change: Callable[[Data], object], which: int = 0) -> None:
    """Changes one of the plays in a file."""
    rows = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    change([row for row in rows if row["kind"] == "play"][which])
    file.write_text("".join(f"{json.dumps(row)}\n" for row in rows), "utf-8")


def chain_anew(row: Data) -> None:
    """What a forger does, or a program that wrote a play of another version."""
    link = chained("", row["header"])
    for one in row["inputs"]:
        link = chained(link, {key: value for key, value in one.items() if key != "chain"})
        one["chain"] = link
    row["head"] = link


def with_new_chain(change: Callable[[Data], object]) -> Callable[[Data], object]:
    def both(row: Data) -> None:
        change(row)
        chain_anew(row)

    return both


def flipped(chain: str) -> str:
    return ("1" if chain[0] == "0" else "0") + chain[1:]


CHANGES: dict[str, tuple[int, Callable[[Data], object], tuple[str, int | None, str]]] = {
    "header": (0, lambda row: row["header"].update(seed=3), ("damaged", 0, "seed")),
    "mode": (0, lambda row: row["header"].update(mode="coacd"), ("damaged", 0, "mode")),
    "input": (0, lambda row: row["inputs"][0].update(wait=9), ("damaged", 1, "wait")),
    "node": (1, lambda row: row["inputs"][0].update(at="openz"), ("damaged", 1, "at")),
    "link": (
        0, lambda row: row["inputs"][2].update(chain=flipped(row["inputs"][2]["chain"])),
        ("damaged", 3, "chain"),
    ),
    "last link": (
        1, lambda row: row["inputs"][0].update(chain=flipped(row["inputs"][0]["chain"])),
        ("damaged", 1, "chain"),
    ),
    "head": (0, lambda row: row.update(head=flipped(row["head"])), ("damaged", 8, "head")),
    "head misspelt": (0, lambda row: row.update(hezd=row.pop("head")), ("damaged", None, "")),
    "gone": (0, lambda row: row["inputs"].pop(3), ("damaged", 4, "")),
    "cut": (0, lambda row: row["inputs"].pop(), ("damaged", 8, "")),
    "no inputs": (2, lambda row: row["header"].update(seed=2), ("damaged", 0, "seed")),
    "two bytes": (0, lambda row: row["header"].update(seed=23), ("damaged", 1, "")),
    "no object": (0, lambda row: row.update(inputs=["x"]), ("damaged", 1, "")),
    "no header": (0, lambda row: row.pop("header"), ("damaged", None, "")),
    "surrogate": (0, lambda row: row["header"].update(agent="\ud800"), ("damaged", None, "")),
    "score": (0, lambda row: row["scorecards"][0].update(empathy=1), ("different", None, "")),
    "turns": (1, lambda row: row.update(turns=2), ("different", None, "")),
    "illegal": (
        0, with_new_chain(lambda row: row["inputs"][-1].update(choose="nothing")),
        ("different", 8, ""),
    ),
    "misshapen": (
        0, with_new_chain(lambda row: row["header"].pop("seed")), ("different", None, ""),
    ),
    "other case": (
        0, with_new_chain(lambda row: row["header"].update(case="gone")), ("uncompared", None, ""),
    ),
    "a path": (
        0, with_new_chain(lambda row: row["header"].update(case="tests/cases/lamp.yaml")),
        ("uncompared", None, ""),
    ),
    "newer": (
        0, with_new_chain(lambda row: row["header"].update(format=2)), ("uncompared", None, ""),
    ),
}  # fmt: skip


@pytest.mark.parametrize("what", CHANGES)
def test_what_was_changed_is_named(file: Path, verify: Verify, what: str) -> None:
    which, change, told = CHANGES[what]
    changed(file, change, which)
    code, out, err = verify(file, "--json")
    found = json.loads(out)
    assert (code, err) == (0 if told[0] == "uncompared" else 1, "")
    one = found["plays"].pop(which)
    assert (one["state"], one["input"], one["field"]) == told
    assert one["why"]
    assert [other["state"] for other in found["plays"]] == ["whole"] * 2


def test_the_trainees_name_is_not_repeated(file: Path, verify: Verify) -> None:
    changed(file, with_new_chain(lambda row: row["header"].update(agent="Sujeong")))
    assert "Sujeong" not in verify(file)[1]
    changed(file, lambda row: row["header"].update(agent="Sujeonk"))
    code, out, _ = verify(file)
    assert code == 1
    assert "The field 'agent' of the header was changed." in out
    assert "Sujeon" not in out


def test_letters_that_a_terminal_would_obey_are_not_printed(file: Path, verify: Verify) -> None:
    changed(file, lambda row: row["header"].update(case="\x1b[2Jlamp"))
    out = verify(file)[1]
    assert "\x1b" not in out
    assert "?[2Jlamp" in out


PHOTO = bytes(range(256)) * 9
WHOLE_FILES: dict[str, tuple[bytes, str]] = {
    "empty": (b"", "was not made by dangol export"),
    "a photo": (PHOTO, "was not made by dangol export"),
    "other lines": (b'{"kind": "poem", "format": 1}\n', "was not made by dangol export"),
    "a newer export": (b'{"kind": "dangol-records", "format": 2}\n', "made by a newer Dangol"),
    "a backup": (b"SQLite format 3\0" + PHOTO, "dangol restore"),
    "a result": (b'{\n "case": "lamp",\n "digest": "0"\n}\n', "a result without its inputs"),
    "one endless line": (b"x" * (LONGEST + 2), "longer than 16 MB"),
}


@pytest.mark.parametrize("what", WHOLE_FILES)
def test_a_file_of_something_else_is_refused(
    home: Path, tmp_path: Path, verify: Verify, what: str
) -> None:
    data, told = WHOLE_FILES[what]
    (tmp_path / "file").write_bytes(data)
    code, out, err = verify(tmp_path / "file")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


@pytest.mark.parametrize("name", ["none.jsonl", ".", "a\0b"])
def test_no_such_file(home: Path, tmp_path: Path, verify: Verify, name: str) -> None:
    code, out, err = verify(f"{tmp_path}/{name}")
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert "cannot be read" in err


LINES: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "not UTF-8": (lambda line: line[:9] + b"\xff" + line[9:], "From byte 10 on it is not UTF-8."),
    "not JSON": (lambda line: line[1:], "From character 7 on it is not JSON."),
    "no play": (lambda line: b"[1]\n", "This is no learner, play or plan."),
    "deep": (lambda line: b"[" * 200_000 + b"\n", "it is not JSON."),
    "too long": (lambda line: b'"' + b"x" * (LONGEST * 2) + b'"\n', "longer than 16 MB"),
}


@pytest.mark.parametrize("what", LINES)
def test_a_broken_line_is_told_and_the_others_are_checked(
    file: Path, verify: Verify, what: str
) -> None:
    change, told = LINES[what]
    lines = file.read_bytes().splitlines(keepends=True)
    lines[1] = change(lines[1])
    file.write_bytes(b"".join(lines))
    code, out, err = verify(file)
    first, *others, total, _ = out.splitlines()
    assert (code, err) == (1, "")
    assert first.startswith("Line 2: damaged: ")
    assert told in first
    assert total == "Whole: 2, not compared: 0, not holding: 1"
    assert [one.endswith("  whole") for one in others] == [True, True]


def test_a_file_that_was_cut_off(file: Path, verify: Verify) -> None:
    file.write_bytes(file.read_bytes()[:-30])
    code, out, _ = verify(file)
    assert code == 1
    assert "Line 4: damaged: The file breaks off in the middle of this line." in out


@pytest.mark.parametrize("path", sorted((ROOT / "tests/databases/0.1.0").rglob("*.jsonl")))
def test_a_save_of_an_older_version(home: Path, tmp_path: Path, verify: Verify, path: Path) -> None:
    code, out, _ = verify(path, "--json")
    (one,) = json.loads(out)["plays"]
    is_whole = one["state"] != "damaged"
    assert code == (0 if is_whole else 1)
    (tmp_path / path.name).write_bytes(path.read_bytes().replace(b'"wait": 2', b'"wait": 3', 1))
    code, out, _ = verify(tmp_path / path.name, "--json")
    assert (code, json.loads(out)["plays"][0]["field"]) == (1, "wait" if is_whole else "")


def test_the_plays_of_this_computer(file: Path, home: Path, verify: Verify) -> None:
    assert verify()[0] == 0
    sql(home, "UPDATE inputs SET entry = replace(entry, '\"wait\": 2', '\"wait\": 4')")
    code, out, _ = verify()
    assert code == 1
    assert out.count("The field 'wait' of input ") == 2


def test_records_that_cannot_be_opened_are_not_called_whole(home: Path, verify: Verify) -> None:
    assert verify()[:2][0] == 0
    assert not home.exists()
    home.mkdir()
    (home / FILE).write_bytes(b"to do: milk, bread\n" * 500)
    code, _, err = verify()
    assert code == 1
    assert "damaged" in err
