"""A pack that means harm: refused, or shown harmlessly, by everything of the workshop."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from game.case.telling import good_case, good_table
from game.cli import main
from game.workshop.explaining import codes

GIGABYTE = 1_000_000_000
EVIL = "<script>alert(1)</script>"
COMMANDS: tuple[tuple[str, ...], ...] = (
    ("check", "{file}"), ("check", "{file}", "--fix", "--yes"),
    ("sheet", "{file}", "-o", "{out}.html"),
    ("texts", "{file}", "-o", "{out}.csv"), ("texts", "{good}", "--in", "{file}", "--yes"),
    ("translate", "{file}", "--yes"), ("new", "drafted", "--dir", "{folder}", "--from", "{file}"),
    ("import-story", "{file}", "-o", "{out}.yaml"),
)  # fmt: skip


def sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(GIGABYTE)


def climbing(path: Path) -> None:
    case = good_case().replace("season: thanks", "season: ../../../etc")
    case = case.replace(
        "      say: 어제", "      call: shared/../../../../etc/passwd\n      say: 어제"
    )
    path.write_text(case.replace("case: late-parcel", "case: ../../late-parcel"), "utf-8")


def nested(path: Path) -> None:
    path.write_text("case: x\nnodes: " + "[" * 100_000, "utf-8")


def linked(path: Path) -> None:
    path.symlink_to("/etc/passwd")


def looped(path: Path) -> None:
    path.symlink_to(path)


def marked_up(path: Path) -> None:
    case = (
        good_case().replace("  opens:", f"  '{EVIL}':").replace("start: opens", f"start: '{EVIL}'")
    )
    path.write_text(case.replace("- id: find", f"- id: '{EVIL}'"), "utf-8")


def laughing(path: Path) -> None:
    path.write_text("a: &a [x]\n" + "".join(f"b{i}: &b{i} [*a, *a]\n" for i in range(99)), "utf-8")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 100)


def terminal(path: Path) -> None:
    case = good_case().replace("start: opens", 'start: "\\e[31mred\\e]0;title\\a"')
    path.write_text(case, "utf-8")


def piped(path: Path) -> None:
    os.mkfifo(path)


PACK = (sparse, climbing, nested, linked, looped, marked_up, laughing, binary, terminal, piped)


def contents(folder: Path) -> dict[str, bytes]:
    """Every plain file below a folder but the large ones."""
    files = (one for one in folder.rglob("*") if one.is_file() and not one.is_symlink())
    return {str(one): one.read_bytes() for one in files if one.stat().st_size < GIGABYTE}


@pytest.mark.parametrize("command", COMMANDS, ids=lambda one: " ".join(one[:2]).split(" {")[0])
@pytest.mark.parametrize("make", PACK, ids=lambda one: one.__name__)
def test_a_hostile_file_does_no_harm(
    make: Callable[[Path], None], command: tuple[str, ...], tmp_path: Path, home: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    folder, outside = tmp_path / "pack", tmp_path / "outside"
    folder.mkdir()
    outside.mkdir()
    (outside / "kept.yaml").write_text(good_case(), "utf-8")
    good = folder / "good.yaml"
    good.write_text(good_case(), "utf-8")
    (folder / "good.en.yaml").write_text(good_table(), "utf-8")
    file = folder / "evil.yaml"
    make(file)
    before = contents(tmp_path)
    places = {"file": file, "good": good, "out": folder / "out", "folder": folder}
    code = main([one.format(**places) for one in command] + ["--lang", "en"])
    printed = capsys.readouterr()
    assert code in ((0, 1, 2) if command[0] == "new" else (1, 2))
    assert "\x1b" not in printed.out + printed.err
    assert "Traceback" not in printed.out + printed.err
    assert "crash.txt" not in printed.err
    assert "root:" not in printed.out + printed.err
    after = contents(tmp_path)
    assert {name: after[name] for name in before} == before
    assert not (home / "crash.txt").exists()
    for name in after.keys() - before.keys():
        assert name.startswith(str(folder))
        assert EVIL.encode() not in after[name]


def test_a_folder_with_all_of_it_is_checked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for make in PACK:
        make(tmp_path / f"{make.__name__}.yaml")
    assert main(["check", str(tmp_path), "--lang", "en"]) == 1
    assert main(["check", str(tmp_path), "--fix", "--yes", "--lang", "en"]) == 1
    assert "\x1b" not in capsys.readouterr().out


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_every_code_is_explained(lang: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "--lang", lang]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in listed] == list(codes())
    assert main(["explain", "d014", "--lang", lang]) == 0
    told = capsys.readouterr().out
    assert ">   19 | start: open\n" in told
    assert "   19 | start: opens\n" in told
    assert main(["explain", "D999", "--lang", lang]) == 1
    assert main(["explain", EVIL, "--lang", lang]) == 1
