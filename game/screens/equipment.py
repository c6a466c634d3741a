"""What this computer offers a window: `python -m game.screens.equipment` prints it as JSON.

Run by the doctor in a process of its own. Opens no window and plays nothing.
"""

import json
import os
from pathlib import Path
from typing import Any

import pygame

from game import content

_UNSEEN = ("dummy", "offscreen")
_HANGUL = "가힣뷁"


def equipment() -> dict[str, Any]:
    """Versions, the display's and the sound's driver ("" for none), the fonts that have Hangul."""
    return {
        "pygame": pygame.version.ver,
        "is_ce": bool(getattr(pygame, "IS_CE", False)),
        "sdl": ".".join(map(str, pygame.get_sdl_version())),
        "display": _display(),
        "sound": _sound(),
        "hangul": [path.name for path in _fonts() if _has_hangul(path)],
    }


def _display() -> str:
    try:
        pygame.display.init()
    except pygame.error:
        return ""
    driver = pygame.display.get_driver()
    asked = os.environ.get("SDL_VIDEODRIVER") or os.environ.get("SDL_VIDEO_DRIVER")
    pygame.display.quit()
    return "" if driver in _UNSEEN and asked not in _UNSEEN else driver


def _sound() -> str:
    try:
        pygame.mixer.init()
    except pygame.error:
        return ""
    driver = pygame.mixer.get_driver()
    pygame.mixer.quit()
    return driver


def _fonts() -> list[Path]:
    return sorted((content.assets() / "fonts").glob("*.otf"))


def _has_hangul(path: Path) -> bool:
    pygame.font.init()
    try:
        return None not in pygame.font.Font(str(path), 16).metrics(_HANGUL)
    except (pygame.error, OSError):
        return False


if __name__ == "__main__":
    print(json.dumps(equipment()))
