"""Where the shipped cases and assets are, and the user's own folder."""

import os
from functools import cache
from pathlib import Path

import platformdirs


@cache
def _root() -> Path:
    """The folder that holds `scenarios` and `assets`: inside the wheel, else the checkout."""
    shipped = Path(__file__).parent / "shipped"
    return shipped if shipped.is_dir() else Path(__file__).parent.parent


def scenarios() -> Path:
    """The folder of the shipped cases."""
    return _root() / "scenarios"


def assets() -> Path:
    """The folder of fonts, pictures and words."""
    return _root() / "assets"


def home() -> Path:
    """The user's data folder: `DANGOL_HOME`, else the platform's own; it may not exist yet."""
    named = os.environ.get("DANGOL_HOME")
    return Path(named) if named else Path(platformdirs.user_data_dir("dangol", appauthor=False))
