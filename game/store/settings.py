"""The settings of this computer: language, reading, sound, time and reading aloud."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any

from game.store.files import write_atomically
from game.words import LANGUAGES, Lang

CHOICES: Mapping[str, tuple[str, ...]] = {
    "lang": LANGUAGES,
    "typing": ("off", "slow", "normal", "fast"),
    "timers": ("case", "longer", "twice", "off"),
}
RANGES: Mapping[str, tuple[float, float]] = {"text_scale": (1.0, 1.5), "volume": (0, 100)}


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen; `lang` is None until it is, then the computer's own language counts.

    `volume` is a percentage. `captions` count without sounds as well: who hears nothing needs
    them, who plays in an office may want them.
    """

    lang: Lang | None = None
    text_scale: float = 1.0
    high_contrast: bool = False
    reduced_motion: bool = False
    typing: str = "normal"
    timers: str = "case"
    sounds: bool = False
    volume: int = 60
    captions: bool = False
    voicing: bool = False
    clipboard: bool = False
    full_screen: bool = False


class Settings:
    """The settings file; one that cannot be read counts as none, one that is wrong in part."""

    def __init__(self, home: Path) -> None:
        self.path = home / "settings.json"
        self.chosen = _read(self.path)

    def set(self, **changes: Any) -> None:
        """Changes settings and writes them; raises StoreError, the change stands all the same."""
        self.chosen = replace(self.chosen, **changes)
        write_atomically(self.path, json.dumps(asdict(self.chosen), indent=2) + "\n")


def _read(path: Path) -> Chosen:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return Chosen()
    if not isinstance(data, dict):
        return Chosen()
    known = (one.name for one in fields(Chosen) if one.name in data)
    return Chosen(**{name: data[name] for name in known if _fits(name, data[name])})


def _fits(name: str, value: Any) -> bool:
    """Whether a value read back is one that could have been chosen."""
    if name in CHOICES:
        return isinstance(value, str) and value in CHOICES[name]
    if name in RANGES:
        low, high = RANGES[name]
        return type(value) is type(getattr(Chosen(), name)) and bool(low <= value <= high)
    return type(value) is bool
