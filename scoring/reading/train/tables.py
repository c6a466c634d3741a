"""The tables the reader is trained and measured on, and which contexts are held out."""

import csv
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from scoring.reading.context import Context
from scoring.reading.reading import AXES

OWN: Final = Path(__file__).parents[2] / "data"
LANGUAGES: Final = ("ko", "en")
_OLDEST: Final = ("D", "F")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A reply with its levels by one annotator, the context it answers, and its trick."""

    id: str
    lang: str
    ctx: str
    reply: str
    levels: dict[str, int]
    ack: int
    tag: str
    context: Context


def is_held_out(ctx: str) -> bool:
    """Whether a context is kept from training and tuning: about a quarter, by CRC-32 of its id.

    The seven oldest (D1-D4, F1-F3) were published as examples, so they cannot be held out.
    """
    return ctx[0] not in _OLDEST and zlib.crc32(ctx.encode()) % 4 == 0


def replies(folder: Path, held_out: bool) -> list[Labelled]:
    """The hand-labelled replies of the contexts that are held out, or of all others."""
    found = _labelled(folder, "contexts", "replies")
    return [one for one in found if is_held_out(one.ctx) == held_out]


def contrasts(folder: Path) -> list[Labelled]:
    """Further replies, written to tell near levels apart; for training alone."""
    return _labelled(folder, "contrast_contexts", "contrast_replies")


def _labelled(folder: Path, contexts: str, texts: str) -> list[Labelled]:
    known = {row["ctx"]: _context(row) for row in _rows(folder, contexts)}
    return [
        Labelled(
            row["id"], row["lang"], row["ctx"], row["reply"],
            {axis: int(row[axis]) for axis in AXES}, int(row["ack"]), row["tag"], known[row["ctx"]],
        )
        for row in _rows(folder, texts)
    ]  # fmt: skip


def _context(row: dict[str, str]) -> Context:
    return Context(
        customer=row["customer"],
        feels={f"feeling-{i}": text for i, text in enumerate(_several(row["feels"]))},
        thank_for={f"deed-{i}": text for i, text in enumerate(_several(row["thank_for"]))},
        steps=_several(row["steps"]),
        facts=_several(row["facts"]),
        false_claims=_several(row["false_claims"]),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in cell.split(";") if one.strip())


def _rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    """The rows of a table, of both languages where there is a file for each."""
    files = [folder / f"{name}_{lang}.csv" for lang in LANGUAGES]
    for file in files if files[0].exists() else [folder / f"{name}.csv"]:
        with file.open(encoding="utf-8", newline="") as opened:
            yield from csv.DictReader(opened)


def thanks(folder: Path, names: Sequence[str]) -> list[tuple[str, int]]:
    """Texts with 1 where people heard gratitude in them, from public tables by name."""
    found = []
    for name in names:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as opened:
            found += [(row["text"], int(row["gratitude"])) for row in csv.DictReader(opened)]
    return found
