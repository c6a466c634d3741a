"""The assets: all of them licensed in LICENSES.md, all of the cast with its six faces."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ASSETS = Path(__file__).resolve().parents[2] / "assets"
CAST: dict[str, Any] = yaml.safe_load((ASSETS / "portraits" / "cast.yaml").read_text("utf-8"))
FACES = {"furious", "irritated", "sad", "neutral", "smiling", "grateful"}
CHANNELS = {"phone", "counter", "chat", "email", "dm", "board", "self-service"}

# What building the art leaves behind; git ignores it too.
MADE_BY_TOOLS = {"node_modules", "package-lock.json", "__pycache__", ".cache"}


def files() -> list[str]:
    """Every file under assets/ by its path below it, but for the words, which have one row."""
    paths = (path.relative_to(ASSETS) for path in ASSETS.rglob("*") if path.is_file())
    ours = (path for path in paths if not MADE_BY_TOOLS.intersection(path.parts))
    return [path.as_posix() for path in ours if path.parts[0] != "words"]


def rows() -> list[list[str]]:
    """The cells of the table in LICENSES.md, without its head."""
    text = (ASSETS / "LICENSES.md").read_text("utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def patterns() -> list[str]:
    return [row[0].strip("`") for row in rows()]


def matches(pattern: str, path: str) -> bool:
    """`*` stays in one folder, `**` goes into all below."""
    wild = re.escape(pattern).replace(r"\*\*", ".+").replace(r"\*", "[^/]+")
    return re.fullmatch(wild, path) is not None


def png_size(path: Path) -> tuple[int, int]:
    """Width and height, from the head of the file."""
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n", path
    return int.from_bytes(head[16:20], "big"), int.from_bytes(head[20:24], "big")


# LICENSES.md


def test_every_file_has_a_row() -> None:
    assert [path for path in files() if not any(matches(row, path) for row in patterns())] == []


@pytest.mark.parametrize("pattern", patterns())
def test_every_row_has_a_file(pattern: str) -> None:
    everything = [path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*")]
    assert any(matches(pattern, path) for path in everything)


def test_every_row_names_what_who_and_licence() -> None:
    assert [row[0] for row in rows() if len(row) != 5 or not all(row)] == []


def test_no_pattern_twice() -> None:
    assert len(patterns()) == len(set(patterns()))


@pytest.mark.parametrize(
    ("file", "words"),
    [("fonts/OFL.txt", "SIL OPEN FONT LICENSE Version 1.1"), ("icons/LICENSE", "MIT License")],
)
def test_licence_texts_travel_with_what_needs_them(file: str, words: str) -> None:
    assert words in (ASSETS / file).read_text("utf-8")


# Portraits


def test_cast_and_folders_agree() -> None:
    folders = {path.name for path in (ASSETS / "portraits").iterdir() if path.is_dir()}
    assert folders == CAST.keys()


@pytest.mark.parametrize("name", CAST)
def test_person_has_six_faces_of_one_size(name: str) -> None:
    assert re.fullmatch(r"(wo)?man-[2-8]0s_[a-z-]+_(none|round|thin|square)", name)
    paths = {path.stem: path for path in (ASSETS / "portraits" / name).iterdir()}
    assert paths.keys() == FACES
    assert {png_size(path) for path in paths.values()} == {(768, 768)}


@pytest.mark.parametrize("name", CAST)
def test_person_is_described_in_both_languages_with_a_soft_tint(name: str) -> None:
    person = CAST[name]
    assert person.keys() == {"ko", "en", "tint"}
    assert re.search("[가-힣]", person["ko"])
    assert not re.search("[가-힣]", person["en"])
    assert len(person["tint"]) == 3
    assert all(205 <= part <= 255 for part in person["tint"])


def test_cast_is_what_the_build_draws() -> None:
    people = json.loads((ASSETS / "build" / "people.json").read_text("utf-8"))
    assert people.keys() == CAST.keys()


# Pictures


def test_every_channel_has_its_backdrop() -> None:
    paths = {path.stem: path for path in (ASSETS / "backdrops").iterdir()}
    assert paths.keys() == CHANNELS
    assert {png_size(path) for path in paths.values()} == {(1000, 1200)}
    assert all(path.stat().st_size < 250_000 for path in paths.values())


def test_title_fills_the_window_and_its_hedge_lies_on_it() -> None:
    sizes = {path.name: png_size(path) for path in (ASSETS / "title").iterdir()}
    assert sizes == {"alley.png": (1600, 900), "hedge.png": (1600, 900)}
