"""The reader against the authors of the shipped cases: acts, targets and quotes they wrote down.

Weak labels: an author tells what a reply does in the story, and leaves out what it does besides.
"""

from collections.abc import Iterator
from typing import Any

from game.case.library import Library
from scoring.acts import ACTS
from scoring.reading.context import Context
from scoring.reading.reader import Reader
from scoring.reading.reading import Reading
from tests.bench.authored import BETWEEN, rows
from tests.plays import ROOT

Found = tuple[dict[str, str], Reading, list[list[str]]]
_AXIS = {"acknowledge": "er", "interpret": "ip", "ask": "ex", "thank": "gratitude"}


def against_authors(reader: Reader) -> Iterator[dict[str, Any]]:
    """How often an act is found, aimed at the same target, and quoted where the author quotes."""
    table = list(rows(Library([ROOT / "scenarios"])))
    found = [(row, reader.read(row["reply"], row["lang"], _context(row))) for row in table]
    for name, axis in _AXIS.items():
        yield {"figure": "acts as authored", "act": name, **_act(name, axis, found)}
    flagged = sum(bool(read.flags) for row, read in found if _is_good(row))
    yield {"figure": "good authored replies flagged", "flagged": flagged,
           "of": sum(_is_good(row) for row, _ in found)}  # fmt: skip


def _act(name: str, axis: str, found: list[tuple[dict[str, str], Reading]]) -> dict[str, Any]:
    written = [(row, read, _written(row, name)) for row, read in found]
    there = [(row, read, acts) for row, read, acts in written if acts]
    hit = sum(getattr(read, axis) >= 0.5 for _, read, _ in there)
    free = [read for _, read, acts in written if not acts]
    extra = sum(getattr(read, axis) >= 0.5 for read in free)
    aimed, right = _targets(name, there)
    inside = [_inside(row, read, name, axis) for row, read, _ in there]
    quoted = [one for one in inside if one is not None]
    return {
        "found": f"{hit} of {len(there)}", "found where not authored": f"{extra} of {len(free)}",
        "aimed": aimed, "right target": right,
        "evidence on the author's quote": f"{sum(quoted)} of {len(quoted)}",
    }  # fmt: skip


def _targets(
    name: str, there: list[tuple[dict[str, str], Reading, list[list[str]]]]
) -> tuple[int, int]:
    """Of acts read with a target where the author gave one: how many, and how many the same."""
    aimed = right = 0
    for _, read, acts in there:
        wanted = {act[1] for act in acts} - {"-"}
        given = {act.target for act in read.acts if act.name == name and act.target}
        if wanted and given:
            aimed += 1
            right += bool(wanted & given)
    return aimed, right


def _inside(row: dict[str, str], read: Reading, name: str, axis: str) -> int | None:
    """Whether the evidence and the author's quote for the act share words; None without either."""
    quotes = [q.partition(": ") for q in row["quotes"].split(BETWEEN) if q.startswith(f"{name} ")]
    spans = [one for one in read.evidence if one.axis == axis]
    if not quotes or not spans:
        return None
    start = row["reply"].find(quotes[0][2])
    end = start + len(quotes[0][2])
    return int(any(one.start < end and start < one.end for one in spans))


def _written(row: dict[str, str], name: str) -> list[list[str]]:
    return [act.split() for act in row["acts"].split(BETWEEN) if act.startswith(f"{name} ")]


def _is_good(row: dict[str, str]) -> bool:
    names = [act.split()[0] for act in row["acts"].split(BETWEEN) if act]
    return bool(names) and not any(ACTS[name].is_poor for name in names)


def _context(row: dict[str, str]) -> Context:
    return Context(
        customer=row["customer"],
        feels=_named(row["feels"]),
        thank_for=_named(row["thank_for"]),
        harms=_named(row["harms"]),
        steps=tuple(row["steps"].split(BETWEEN)),
        facts=tuple(row["facts"].split(BETWEEN)),
    )


def _named(cell: str) -> dict[str, str]:
    pairs = (one.partition(": ") for one in cell.split(BETWEEN) if one)
    return {name: text for name, _, text in pairs}
