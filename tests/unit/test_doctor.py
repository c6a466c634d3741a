"""`dangol doctor`: what stands, what does not, and the mend; never a traceback."""

import json
import sqlite3
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.doctor import installation as looks
from game.doctor.findings import Finding, State, is_well
from game.doctor.input_method import on_linux
from game.doctor.window import equipment, findings
from game.store.home import Store
from game.words import LANGUAGES
from tests.plays import LAMP_TEXT, program

WELL: dict[str, Any] = {
    "pygame": "2.5.8", "is_ce": True, "sdl": "2.32.10", "display": "x11", "sound": "pulseaudio",
    "hangul": ["Pretendard-Regular.otf"],
}  # fmt: skip
States = dict[str, str]


@pytest.fixture
def look(capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, Any]]:
    """Runs the doctor in this process: its exit code and its findings by what they are about."""

    def run(*arguments: str) -> tuple[int, Any]:
        code = main(["doctor", "--json", *arguments])
        said = json.loads(capsys.readouterr().out)
        return code, {one["about"]: one for one in said["findings"]}

    return run


def test_all_is_told_and_nothing_is_broken(look: Callable[..., tuple[int, Any]]) -> None:
    code, found = look()
    assert code == 0
    assert {"python", "pygame", "fonts", "sound", "data", "records", "cases"} <= found.keys()
    assert {"reader", "vectors", "openai", "keyring", "typst"} <= found.keys()
    assert {one["state"] for one in found.values()} <= {"ok", "warn"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_line_for_each_finding_and_a_sum(lang: str, home: Path) -> None:
    done = program("doctor", "--lang", lang, home=home)
    assert done.returncode == 0, done.stdout
    assert f"Python {sys.version_info.major}.{sys.version_info.minor}" in done.stdout
    assert len(done.stdout.splitlines()) >= 10
    assert done.stderr.count("\n") == 1


def test_looking_makes_nothing(home: Path, look: Callable[..., tuple[int, Any]]) -> None:
    _, found = look()
    assert found["records"]["key"] == "doctor.records.none"
    assert not home.exists()


# The records and the folder


def test_records_that_can_be_read(home: Path, look: Callable[..., tuple[int, Any]]) -> None:
    Store(home).learners.look()
    assert look()[1]["records"]["key"] == "doctor.records"


def test_records_that_are_no_records(home: Path, look: Callable[..., tuple[int, Any]]) -> None:
    home.mkdir()
    (home / "dangol.db").write_bytes(b"not a database" * 100)
    code, found = look()
    assert (code, found["records"]["key"]) == (1, "doctor.records.damaged")
    assert (home / "dangol.db").read_bytes().startswith(b"not a")


def test_records_of_somebody_else(home: Path, look: Callable[..., tuple[int, Any]]) -> None:
    home.mkdir()
    with sqlite3.connect(home / "dangol.db") as other:
        other.execute("CREATE TABLE birds (name)")
    other.close()
    assert look()[1]["records"]["key"] == "doctor.records.damaged"


def test_records_of_a_newer_program(home: Path, look: Callable[..., tuple[int, Any]]) -> None:
    store = Store(home)
    store.learners.look()
    with sqlite3.connect(home / "dangol.db") as newer:
        newer.execute("UPDATE alembic_version SET version_num = 'ffff'")
    newer.close()
    code, found = look()
    assert (code, found["records"]["key"]) == (1, "doctor.records.newer")


def test_records_that_another_program_writes(
    home: Path, look: Callable[..., tuple[int, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looks, "_PATIENCE", 0.01)
    home.mkdir()
    with sqlite3.connect(home / "dangol.db") as writer:
        writer.execute("CREATE TABLE alembic_version (version_num)")
        writer.commit()
        writer.execute("BEGIN EXCLUSIVE")
        code, found = look()
    writer.close()
    assert (code, found["records"]["key"]) == (0, "doctor.records.busy")


def test_a_folder_that_cannot_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[..., tuple[int, Any]]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DANGOL_HOME", str(tmp_path / "file"))
    code, found = look()
    assert (code, found["data"]["key"]) == (1, "doctor.data.closed")


def test_a_case_of_one_s_own_that_is_half_written(
    home: Path, look: Callable[..., tuple[int, Any]]
) -> None:
    (home / "scenarios").mkdir(parents=True)
    (home / "scenarios" / "half.yaml").write_text("case: half\nformat: 1\n", "utf-8")
    (home / "scenarios" / "lamp.yaml").write_text(LAMP_TEXT, "utf-8")
    code, found = look("--lang", "en")
    assert code == 0
    assert found["cases"]["state"] == "warn"
    assert "half.yaml" in found["cases"]["said"]


# The window


def test_the_trial_of_the_window_runs_by_itself() -> None:
    found = equipment()
    assert found.keys() == WELL.keys()
    assert len(found["hangul"]) == 3


@pytest.mark.parametrize(
    ("broken", "about", "state"),
    [
        ({}, "display", State.OK),
        ({"is_ce": False}, "pygame", State.FAIL),
        ({"display": ""}, "display", State.WARN),
        ({"sound": ""}, "sound", State.WARN),
        ({"hangul": []}, "fonts", State.FAIL),
    ],
)
def test_what_the_trial_found(broken: dict[str, Any], about: str, state: State) -> None:
    found = {one.about: one for one in findings({**WELL, **broken})}
    assert found[about].state is state
    assert is_well(tuple(found.values())) == (state is not State.FAIL)
    assert all(one.sentence(lang) for one in found.values() for lang in LANGUAGES)


def test_a_pygame_that_does_not_even_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, look: Callable[..., tuple[int, Any]]
) -> None:
    (tmp_path / "pygame.py").write_text("raise ImportError('no SDL on this ship')")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    code, found = look()
    assert (code, found["pygame"]["state"]) == (1, "fail")
    assert "no SDL on this ship" in found["pygame"]["said"]


# The input method


@pytest.mark.parametrize(
    ("environment", "processes", "key"),
    [
        ({}, ["bash", "Xorg"], "doctor.input.none"),
        ({}, ["bash", "fcitx5"], "doctor.input.unnamed"),
        ({"XMODIFIERS": "@im=ibus"}, ["fcitx5"], "doctor.input.unnamed"),
        ({"XMODIFIERS": "@im=fcitx"}, ["fcitx5"], "doctor.input"),
        ({"SDL_IM_MODULE": "ibus"}, ["ibus-daemon"], "doctor.input"),
        ({"XMODIFIERS": "@im=nabi"}, ["nabi"], "doctor.input"),
    ],
)
def test_an_input_method_is_a_hint(
    environment: dict[str, str], processes: list[str], key: str
) -> None:
    found = on_linux(environment, processes)
    assert found.key == key
    assert found.state is not State.FAIL
    assert all(found.sentence(lang) for lang in LANGUAGES)


# Whatever happens


def test_a_check_that_stumbles_is_a_finding_and_the_others_go_on(
    monkeypatch: pytest.MonkeyPatch, look: Callable[..., tuple[int, Any]]
) -> None:
    def torn() -> Any:
        raise RuntimeError("torn page")

    monkeypatch.setattr(looks, "CHECKS", (torn, looks.python))
    code, found = look("--lang", "en")
    assert code == 1
    assert "torn page" in found["torn"]["said"]
    assert found["python"]["state"] == "ok"


def test_a_finding_is_data_too() -> None:
    finding = Finding("python", State.OK, "doctor.python", {"version": "3.11.7"})
    assert finding.to_json("en") == {
        "about": "python", "state": "ok", "key": "doctor.python", "said": "Python 3.11.7",
    }  # fmt: skip
