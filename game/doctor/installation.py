"""The installation, part by part: each check gives findings and none of them ever raises."""

import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from game import content
from game.case.library import Library, check_file
from game.doctor.findings import Finding, State
from game.doctor.input_method import input_method
from game.doctor.window import window

OLDEST_PYTHON: Final = (3, 11)
OPTIONAL: Final = {"keyring": "keys", "typst": "pdf"}
_PATIENCE: Final = 2.0

Check = Callable[[], Iterator[Finding]]


def installation() -> Iterator[Finding]:
    """All that is to be found of this installation."""
    for check in CHECKS:
        try:
            yield from check()
        except Exception as error:  # a doctor who falls ill at the sight of a patient is none
            values = {"about": check.__name__, "kind": type(error).__name__, "said": error}
            yield Finding(check.__name__, State.FAIL, "doctor.stumbled", values)


def python() -> Iterator[Finding]:
    """The interpreter."""
    said = {"version": ".".join(map(str, sys.version_info[:3])), "oldest": "3.11"}
    if sys.version_info >= OLDEST_PYTHON:
        yield Finding("python", State.OK, "doctor.python", said)
    else:
        yield Finding("python", State.FAIL, "doctor.python.old", said)


def data_folder() -> Iterator[Finding]:
    """Whether the data folder, or the nearest folder above it, can be written to."""
    home = content.home()
    there = next(one for one in (home, *home.parents) if one.exists())
    try:
        with tempfile.TemporaryFile(dir=there):
            yield Finding("data", State.OK, "doctor.data", {"path": home})
    except OSError as error:
        values = {"path": home, "said": error.strerror or error}
        yield Finding("data", State.FAIL, "doctor.data.closed", values)


def database() -> Iterator[Finding]:
    """The records: whether they can be read, looked at without changing them."""
    from game.store.database import FILE
    from game.store.peeking import peek

    path = content.home() / FILE
    if not path.exists():
        yield Finding("records", State.OK, "doctor.records.none", {"path": path})
        return
    try:
        found = peek(path, _PATIENCE)
    except sqlite3.Error as error:
        is_busy = (getattr(error, "sqlite_errorname", None) or "").startswith(
            ("SQLITE_BUSY", "SQLITE_LOCKED")
        )
        key = "doctor.records.busy" if is_busy else "doctor.records.damaged"
        state = State.WARN if is_busy else State.FAIL
        yield Finding("records", state, key, {"path": path})
        return
    if found.is_newer:
        yield Finding("records", State.FAIL, "doctor.records.newer", {"path": path})
    elif not found.is_ours:
        yield Finding("records", State.FAIL, "doctor.records.damaged", {"path": path})
    else:
        yield Finding("records", State.OK, "doctor.records", {"path": path})


def cases() -> Iterator[Finding]:
    """The shipped cases and the user's own; one of the user's own may be half written."""
    shipped = Library([content.scenarios()])
    playable = {case.id for case in shipped.playable()}
    broken = [one for one in shipped.found() if one.id not in playable]
    if broken or not playable:
        folder = broken[0].path if broken else content.scenarios()
        yield Finding("cases", State.FAIL, "doctor.cases.broken", {"path": folder})
    else:
        yield Finding("cases", State.OK, "doctor.cases", {"number": len(playable)})
    for one in Library([content.home() / "scenarios"]).found():
        if problems := check_file(one.path):
            values = {"path": one.path, "problems": len(problems)}
            yield Finding("cases", State.WARN, "doctor.cases.own", values)


def reader() -> Iterator[Finding]:
    """The reader of typed replies, and its sentence vectors."""
    from scoring.reading.reader import Reader

    opened = Reader.open()
    values = {"tier": opened.tier}
    if opened.tier == "rules":
        yield Finding("reader", State.WARN, "doctor.reader.rules", values)
    else:
        yield Finding("reader", State.OK, "doctor.reader", values)
    if opened.warm():
        yield Finding("vectors", State.OK, "doctor.vectors")
    else:
        yield Finding("vectors", State.WARN, "doctor.vectors.none")


def packages() -> Iterator[Finding]:
    """The package that speaks to language models, and those that nobody has to have."""
    found = _version("openai")
    if found:
        yield Finding("openai", State.OK, "doctor.openai", {"version": found})
    else:
        yield Finding("openai", State.WARN, "doctor.openai.none")
    for name, extra in OPTIONAL.items():
        key = "doctor.optional" if find_spec(name) else f"doctor.optional.{extra}"
        state = State.OK if find_spec(name) else State.WARN
        yield Finding(name, state, key, {"name": name, "version": _version(name)})


def _version(package: str) -> str:
    try:
        return version(package) if find_spec(package) else ""
    except PackageNotFoundError:
        return ""


def fonts() -> Iterator[Finding]:
    """The font files; whether they can write Hangul the window's check finds out."""
    missing = [name for name in _FONTS if not (content.assets() / "fonts" / name).is_file()]
    if missing:
        folder: Path = content.assets() / "fonts"
        values = {"path": folder, "names": ", ".join(missing)}
        yield Finding("fonts", State.FAIL, "doctor.fonts.none", values)


_FONTS: Final = ("Pretendard-Regular.otf", "Pretendard-SemiBold.otf", "Pretendard-Bold.otf")
CHECKS: Final[tuple[Check, ...]] = (
    python, fonts, window, input_method, data_folder, database, cases, reader, packages,
)  # fmt: skip
