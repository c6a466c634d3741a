"""The window: pygame, a display, the fonts and sound, tried out in a process of its own.

A driver that crashes or hangs takes that process with it and not the doctor.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from typing import Any, Final

from game.doctor.findings import Finding, State

_SECONDS: Final = 30


def window() -> Iterator[Finding]:
    """What the trial says, in the doctor's words."""
    try:
        found = equipment()
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        yield Finding("pygame", State.FAIL, "doctor.pygame.broken", {"said": _last(error)})
        return
    yield from findings(found)


def equipment() -> dict[str, Any]:
    """What `python -m game.screens.equipment` finds; raises where it does not come to its end."""
    done = subprocess.run(
        (sys.executable, "-m", "game.screens.equipment"),
        capture_output=True, encoding="utf-8", errors="replace", timeout=_SECONDS, check=True,
    )  # fmt: skip
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1] if done.stdout else "")
    return found


def findings(found: Mapping[str, Any]) -> Iterator[Finding]:
    """The findings for what a trial found."""
    values = {"version": found["pygame"], "sdl": found["sdl"]}
    if not found["is_ce"]:
        yield Finding("pygame", State.FAIL, "doctor.pygame.other", values)
        return
    yield Finding("pygame", State.OK, "doctor.pygame", values)
    if found["display"]:
        yield Finding("display", State.OK, "doctor.display", {"driver": found["display"]})
    else:
        yield Finding("display", State.WARN, "doctor.display.none")
    if found["hangul"]:
        yield Finding("fonts", State.OK, "doctor.fonts", {"names": ", ".join(found["hangul"])})
    else:
        yield Finding("fonts", State.FAIL, "doctor.fonts.no-hangul")
    if found["sound"]:
        yield Finding("sound", State.OK, "doctor.sound", {"driver": found["sound"]})
    else:
        yield Finding("sound", State.WARN, "doctor.sound.none")


def _last(error: Exception) -> str:
    """The last thing that a process said, or the error itself."""
    lines = str(getattr(error, "stderr", "") or "").strip().splitlines()
    return lines[-1] if lines else str(error)
