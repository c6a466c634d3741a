"""The settings of this computer: language, text size, motion."""

import json
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from game.store.files import write_atomically
from game.words import Lang


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen; `lang` is None until it is, then the computer's own language counts."""

    lang: Lang | None = None
    text_scale: float = 1.0
    reduced_motion: bool = False


class Settings:
    """The settings file; one that cannot be read counts as none, one that is wrong in part."""

    def __init__(self, home: Path) -> None:
        self.path = home / "settings.json"
        self.chosen = _read(self.path)

    def set(self, **changes: Any) -> None:
        """Changes settings and writes them; raises StoreError, the change stands all the same."""
        self.chosen = Chosen(**{**asdict(self.chosen), **changes})
        write_atomically(self.path, json.dumps(asdict(self.chosen), indent=2) + "\n")


def _read(path: Path) -> Chosen:
    try:
        data = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return Chosen()
    known = {one.name: data[one.name] for one in fields(Chosen) if one.name in data}
    if known.get("lang") not in ("ko", "en"):
        known.pop("lang", None)
    if type(known.get("text_scale")) is not float or not 1.0 <= known["text_scale"] <= 1.5:
        known.pop("text_scale", None)
    if type(known.get("reduced_motion")) is not bool:
        known.pop("reduced_motion", None)
    return Chosen(**known)
