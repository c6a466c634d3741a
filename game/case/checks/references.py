"""What a case refers to outside itself: the drawn people, the articles, the places in its texts."""

from collections.abc import Iterator, Mapping, Set
from functools import cache
from typing import Final

import yaml

from game import content
from game.case.checks.structure import Found
from game.case.model import Case
from game.case.problems import Place, nearest
from game.filling import PARTICLES, places_in, strange_particles_in

PLACEHOLDERS: Final = frozenset({"agent", "clock", "time"})


@cache
def sources() -> Mapping[str, Mapping[str, str]]:
    """How the articles that cases cite are named, by document and language (sources.yaml)."""
    text = (content.scenarios() / "sources.yaml").read_text("utf-8")
    table: dict[str, dict[str, str]] = yaml.load(text, Loader=yaml.BaseLoader)
    return table


@cache
def people() -> tuple[str, ...]:
    """The drawn people, each `base_hair_glasses`."""
    folder = content.assets() / "portraits"
    return tuple(sorted(one.name for one in folder.iterdir() if one.is_dir()))


def reference_problems(case: Case, places: Mapping[str, Place]) -> Iterator[Found]:
    """Problems of what a case refers to; `places` tells where its texts stand."""
    document = case.source.document
    if document not in sources():
        yield (
            "S015",
            case.source.at.at("document"),
            {"document": document, "known": ", ".join(sources())},
        )
    for customer in case.customers.values():
        folder = customer.portrait.folder
        if folder not in people():
            near = nearest(folder, people())
            yield "S016", customer.at.at("portrait"), {"portrait": folder, "near": near}
    for key, place in places.items():
        yield from place_problems(case.texts[case.language].get(key, ""), PLACEHOLDERS, place)


def place_problems(text: str, known: Set[str], place: Place) -> Iterator[Found]:
    """Problems of the places in a text that stands at a place, of which some are known."""
    for name in sorted(places_in(text) - known):
        yield "S017", place, {"name": name, "known": ", ".join(sorted(known))}
    for values in strange_particles(text):
        yield "S026", place, values


def strange_particles(text: str) -> Iterator[dict[str, object]]:
    """The particles in a text that nobody knows the forms of, each with those that are known."""
    for particle in sorted(strange_particles_in(text)):
        yield {"particle": particle, "known": ", ".join(PARTICLES)}
