"""Saved plays: one JSON Lines file each, a header and the inputs with their hash chain.

The file is replaced whole after every turn, so that a crash loses at most the turn in the making.
What is damaged is set aside, never deleted, and the intact turns before the damage are kept. Beside
a finished play lies what it came to (`.result.json`): only a copy, built again when it is missing.
"""

import json
import os
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from glob import escape
from pathlib import Path
from typing import Any, Final

from game.errors import StoreError
from game.playthrough import (
    FORMAT,
    Entry,
    Header,
    Playthrough,
    chained,
    entry_from_json,
    header_from_json,
)
from game.store.files import delete_folder, store_error, write_atomically

_MOST_BYTES: Final = 4_000_000


@dataclass(frozen=True, slots=True)
class Saved:
    """A play as it was read back; `damaged` when only the turns before some damage are here."""

    name: str
    header: Header
    log: list[Entry]
    damaged: bool = False


class Saves:
    """The plays under `home`: those left unfinished, and those played to the end."""

    def __init__(self, home: Path) -> None:
        self.unfinished = home / "plays" / "unfinished"
        self.finished = home / "plays" / "finished"

    def new_name(self, case: str) -> str:
        """A name for a new play: when it began, its case, and four letters against collisions."""
        return f"{time.strftime('%Y%m%d-%H%M%S')}-{case}-{uuid.uuid4().hex[:4]}"

    def keep(self, name: str, run: Playthrough) -> None:
        """Writes a play as it stands; an ended one moves to the finished. Raises StoreError."""
        rows = [{"kind": "play", **run.header.to_json()}]
        rows += [
            {**entry.to_json(), "chain": chain}
            for entry, chain in zip(run.log, run.chain, strict=True)
        ]
        text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        open_play, closed = self.unfinished / f"{name}.jsonl", self.finished / f"{name}.jsonl"
        write_atomically(closed if run.play.ended else open_play, text)
        stale = open_play if run.play.ended else closed
        try:
            stale.unlink(missing_ok=True)
        except OSError as error:
            raise store_error(stale, error) from error

    def names(self) -> list[str]:
        """The unfinished plays, the one touched last first."""
        return [name for name, _ in self.dated()]

    def dated(self, ended: bool = False) -> list[tuple[str, float]]:
        """The unfinished or the `ended` plays and when they were last touched, the newest first.

        Times are seconds since 1970. Raises StoreError.
        """
        folder = self.finished if ended else self.unfinished
        try:
            files = [(one.stat().st_mtime_ns, one.stem) for one in folder.glob("*.jsonl")]
        except OSError as error:
            raise store_error(folder / "any", error) from error
        return [(name, at / 1e9) for at, name in sorted(files, reverse=True)]

    def result(self, name: str) -> dict[str, Any] | None:
        """What a finished play came to, as it was kept; None where that cannot be read."""
        try:
            return _object(self._result(name).read_text("utf-8")) or None
        except (OSError, ValueError):
            return None

    def keep_result(self, name: str, result: Mapping[str, Any]) -> None:
        """Writes what a finished play came to; raises StoreError."""
        write_atomically(self._result(name), json.dumps(result, ensure_ascii=False) + "\n")

    def _result(self, name: str) -> Path:
        return self.finished / f"{name}.result.json"

    def delete(self, name: str) -> None:
        """Deletes a play for good, and all that was kept or set aside of it. Raises StoreError."""
        try:
            for folder in (self.unfinished, self.finished):
                for path in folder.glob(f"{escape(name)}.*"):
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise store_error(self.finished / name, error) from error

    def clear(self) -> None:
        """Deletes all plays for good; raises StoreError."""
        delete_folder(self.unfinished.parent)

    def load(self, name: str, ended: bool = False) -> Saved:
        """An unfinished or an `ended` play by name.

        Raises StoreError when there is none, when it is from a newer program, or when not even
        its header can be read: then the file is set aside.
        """
        path = (self.finished if ended else self.unfinished) / f"{name}.jsonl"
        try:
            with path.open("rb") as file:
                data = file.read(_MOST_BYTES + 1)
        except FileNotFoundError:
            raise StoreError("save.gone", name=name) from None
        except OSError as error:
            raise store_error(path, error) from error
        # Not splitlines: a trainee's words may hold a line end of another kind, such as U+2028.
        lines = data.decode("utf-8", "replace").removesuffix("\n").split("\n")
        header = self._header(path, lines[0] if lines else "")
        log = _log(header, lines[1:])
        damaged = len(log) < len(lines) - 1 or len(data) > _MOST_BYTES
        if damaged and not ended:  # nothing ever writes over a finished one
            self.set_aside(name, "damaged")
        return Saved(name, header, log, damaged)

    def set_aside(self, name: str, why: str) -> None:
        """Keeps a copy of a play as it is now under another ending, so that nothing is lost."""
        path = self.unfinished / f"{name}.jsonl"
        try:
            write_bytes_beside(path, f"{name}.{why}")
        except OSError as error:
            raise store_error(path, error) from error

    def _header(self, path: Path, line: str) -> Header:
        data = _object(line)
        written = data.get("format")
        if isinstance(written, int) and written > FORMAT:
            raise StoreError("save.future", name=path.stem, format=written, known=FORMAT)
        try:
            return header_from_json(data)
        except ValueError:
            aside = path.with_suffix(".damaged")
            try:
                os.replace(path, aside)
            except OSError as error:
                raise store_error(path, error) from error
            raise StoreError("save.damaged", name=path.stem, aside=aside) from None


def write_bytes_beside(path: Path, name: str) -> None:
    """Copies a file to another name in its folder."""
    path.with_name(name).write_bytes(path.read_bytes())


def _object(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def _log(header: Header, lines: list[str]) -> list[Entry]:
    """The entries up to the first that is damaged or does not fit the chain."""
    log: list[Entry] = []
    head = chained("", header.to_json())
    for line in lines:
        data = _object(line)
        try:
            entry = entry_from_json(data)
        except ValueError:
            break
        head = chained(head, entry.to_json())
        if data.get("chain") != head:
            break
        log.append(entry)
    return log
