"""The house itself: what lies at the top, what README.md has people type, what a wheel holds."""

import configparser
import json
import os
import re
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

AT_THE_TOP = {
    "game",
    "scenarios",
    "assets",
    "scoring",
    "tests",
    "pyproject.toml",
    "README.md",
    "LICENSE",
}
MADE_BY_TOOLS = {"dist", "PKG-INFO"}
SHIPPED = {
    "game": "game",
    "scoring": "scoring",
    "scenarios": "game/shipped/scenarios",
    "assets": "game/shipped/assets",
}


def python(words: str, *places: Path, folder: Path = ROOT, **environment: str) -> str:
    """What this Python prints when run so; what it complains of is the test's failure."""
    done = subprocess.run(
        (sys.executable, *words.split(), *places),
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, f"python {words}: {done.stdout}{done.stderr}"
    return done.stdout


# The top of the repository


def test_nothing_else_lies_at_the_top() -> None:
    entries = {name for name in top_entries() if not name.startswith(".")}
    assert entries - MADE_BY_TOOLS == AT_THE_TOP


def top_entries() -> set[str]:
    """What git keeps or is about to; outside a checkout, what is there."""
    if not (ROOT / ".git").exists():
        return {path.name for path in ROOT.iterdir()}
    asked = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(asked, cwd=ROOT, capture_output=True, encoding="utf-8", check=True)
    return {name.split("/")[0] for name in listed.stdout.split("\0") if name}


# README.md's two commands


@pytest.fixture(scope="module")
def commands() -> dict[str, str]:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^<!-- (play|test) -->\n+```\w*\n(.+)\n```$", text, re.MULTILINE))


@pytest.mark.parametrize(("name", "extras"), [("play", set()), ("test", {"dev"})])
def test_readme_installs_what_pyproject_offers(
    commands: dict[str, str], name: str, extras: set[str]
) -> None:
    asked = re.search(r" -e '?\.(?:\[(.*)\])?'? &&", commands[name])
    assert asked, commands[name]
    assert set((asked[1] or "").split(",")) - {""} == extras
    assert extras <= PROJECT["project"]["optional-dependencies"].keys()


def test_readme_plays_with_a_command_that_exists(commands: dict[str, str]) -> None:
    script, command = commands["play"].split("&& ")[-1].removeprefix(".venv/bin/").split()
    module = PROJECT["project"]["scripts"][script].split(":")[0]
    assert "Usage:" in python(f"-m {module} {command} --help")


def test_readme_tests_all_but_what_needs_more_than_python(commands: dict[str, str]) -> None:
    left_out = re.search(r'-m "not \((.*)\)"$', commands["test"])
    assert left_out, commands["test"]
    known = {marker.split(":")[0] for marker in PROJECT["tool"]["pytest"]["markers"]}
    assert set(left_out[1].split(" or ")) == known


# The wheel


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build("--wheel", tmp_path_factory.mktemp("wheel"))


def build(what: str, into: Path) -> Path:
    """The wheel, built with the installed hatchling: no network, nothing written to the source."""
    python(f"-m build --no-isolation {what} --outdir", into)
    (built,) = into.glob("*.whl")
    return built


def names_in(wheel: Path) -> set[str]:
    """The files of the wheel but for the ones that describe it."""
    names = set(zipfile.ZipFile(wheel).namelist())
    return {name for name in names if ".dist-info/" not in name}


def test_wheel_holds_packages_cases_and_assets_and_nothing_else(wheel: Path) -> None:
    assert names_in(wheel) == {
        f"{place}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, place in SHIPPED.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts and not stays_here(path)
    }


def stays_here(path: Path) -> bool:
    """What draws the assets, and the pictures of README.md."""
    return path.relative_to(ROOT).parts[:2] in {("assets", "build"), ("assets", "readme")}


def test_wheel_gives_the_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as opened:
        (name,) = (name for name in opened.namelist() if name.endswith("/entry_points.txt"))
        points = configparser.ConfigParser()
        points.read_string(opened.read(name).decode())
    assert dict(points["console_scripts"]) == {"dangol": "game.cli:main"}


def test_wheel_by_way_of_the_source_archive_is_the_same(wheel: Path, tmp_path: Path) -> None:
    assert names_in(build("", tmp_path)) == names_in(wheel)


def test_installed_wheel_finds_its_cases_far_from_the_repository(
    wheel: Path, tmp_path: Path
) -> None:
    site = tmp_path / "site"
    python("-m pip install -q --isolated --no-index --no-deps --target", site, wheel)
    # -S leaves out the path file by which an editable install would show the repository after all.
    path = [str(site), sysconfig.get_path("purelib"), sysconfig.get_path("platlib")]
    found = python("-S -m game.cli cases --json", folder=tmp_path, PYTHONPATH=os.pathsep.join(path))
    assert {case["id"] for case in json.loads(found)} == shipped_cases()


def shipped_cases() -> set[str]:
    """The ids of the repository's cases: files whose first key is `case`."""
    texts = (path.read_text(encoding="utf-8") for path in (ROOT / "scenarios").rglob("*.yaml"))
    return {found[1] for text in texts if (found := re.match(r"(?:#.*\n|\s)*case: *(\S+)", text))}
