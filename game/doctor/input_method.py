"""Whether Hangul can be typed: on Linux an input method has to run and SDL has to know which.

A hint and no more: who plays in English, or picks replies, needs none.
"""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from game.doctor.findings import Finding, State

# Process -> the name that SDL_IM_MODULE and XMODIFIERS go by.
_KNOWN: Final = {
    "fcitx5": "fcitx", "fcitx": "fcitx", "ibus-daemon": "ibus", "nabi": "nabi", "kime": "kime",
}  # fmt: skip


def input_method() -> Iterator[Finding]:
    """What can be told of this computer; nothing where no window could be opened anyway."""
    if sys.platform != "linux":
        yield Finding("input", State.OK, "doctor.input.system")
    elif os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        yield on_linux(os.environ, _processes())


def on_linux(environment: Mapping[str, str], processes: Iterable[str]) -> Finding:
    """The finding for an environment and the names of the processes that run."""
    running = next((one for one in processes if one in _KNOWN), None)
    if running is None:
        return Finding("input", State.WARN, "doctor.input.none")
    name = _KNOWN[running]
    named = (environment.get("SDL_IM_MODULE", ""), environment.get("XMODIFIERS", ""))
    values = {"name": name, "process": running}
    if any(name in one for one in named):
        return Finding("input", State.OK, "doctor.input", values)
    return Finding("input", State.WARN, "doctor.input.unnamed", values)


def _processes() -> Iterator[str]:
    for path in Path("/proc").glob("[0-9]*/comm"):
        try:
            yield path.read_text("utf-8", "replace").strip()
        except OSError:
            continue
