"""What every test stands on: no window, no sound, its own data folder."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Before anybody imports pygame. A test marked `window` gives its own process a real display.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"
os.environ["PYGAME_HIDE_SUPPORT_PROMPT"] = "1"

# The sentence model takes two seconds and 150 MB; a test marked `model` asks for it.
os.environ["DANGOL_READER"] = "plain"

# A slow machine is no failure, and a run finds today what it found yesterday.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--update-golden` writes what golden plays come to as what is expected of them."""
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden/**/*.json")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's data folder for this test alone."""
    folder = tmp_path / "home"
    monkeypatch.setenv("DANGOL_HOME", str(folder))
    return folder
