"""How a stretch of a reply hangs together with the case: the words and figures they share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from scoring.reading.context import Context
from scoring.reading.figures import figures
from scoring.reading.normal import plain
from scoring.reading.stems import stems
from scoring.reading.stretch import Figures, Stretch

SOURCES: Final = ("customer", "feels", "thank_for", "steps", "facts", "false_claims")
TIES: Final = (
    *(f"holds {source}" for source in SOURCES), *(f"held by {source}" for source in SOURCES),
    "figures of facts", "figures of customer", "figures of false_claims", "figures of nobody",
    "figures at odds", "copied", "no thank_for", "feeling said before", "feeling unsaid",
    "own words",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Against:
    """A context made ready: the plain texts of each source, their stems and figures."""

    texts: Mapping[str, tuple[str, ...]]
    stems: Mapping[str, tuple[frozenset[str], ...]]
    figures: Mapping[str, Figures]
    known: frozenset[str]


def against(context: Context) -> Against:
    """A context made ready to read many stretches against."""
    return _ready(
        (context.customer,),
        tuple(context.feels.values()),
        tuple(context.thank_for.values()),
        context.steps,
        context.facts,
        context.false_claims,
    )


@lru_cache(maxsize=64)
def _ready(*sources: tuple[str, ...]) -> Against:
    texts = dict(zip(SOURCES, sources, strict=True))
    held = {source: tuple(map(stems, those)) for source, those in texts.items()}
    return Against(
        {source: tuple(map(plain, those)) for source, those in texts.items()},
        held,
        {source: _figures(those) for source, those in texts.items()},
        frozenset[str]().union(*(one for those in held.values() for one in those)),
    )


def _figures(texts: Iterable[str]) -> Figures:
    found: dict[str, frozenset[str]] = {}
    for text in texts:
        for kind, values in dict(figures(text)).items():
            found[kind] = found.get(kind, frozenset()) | values
    return found


def ties(held: Stretch, ready: Against) -> list[float]:
    """The numbers of `TIES`, each 0 to 1."""
    mine, (customer,) = held.stems, ready.stems["customer"]
    said = ready.texts["customer"][0]
    repeated = {word for word in held.feelings if word in said}
    return [
        *_shares(mine, ready),
        *_figure_ties(held.figures, ready),
        float(len(mine) > 2 and len(mine & customer) >= 0.8 * len(mine)),
        float(not any(ready.texts["thank_for"])),
        float(bool(repeated)),
        float(bool(held.feelings - repeated)),
        len(mine - ready.known) / len(mine) if mine else 0.0,
    ]


def _shares(mine: frozenset[str], ready: Against) -> Iterator[float]:
    """How much of a source's text the stretch holds, then how much of the stretch that holds."""
    best = [_best(mine, ready.stems[source]) for source in SOURCES]
    yield from (both / whole for both, whole in best)
    yield from (both / len(mine) if mine else 0.0 for both, _ in best)


def _best(mine: frozenset[str], texts: Iterable[frozenset[str]]) -> tuple[int, int]:
    """The stems shared with the text that is met most fully, and how many that text has."""
    shared = ((len(mine & one), len(one)) for one in texts if one)
    return max(shared, key=lambda pair: pair[0] / (pair[1] + 1), default=(0, 1))


def _figure_ties(mine: Figures, ready: Against) -> Iterator[float]:
    theirs = ready.figures
    yield float(_agree(mine, theirs["facts"]) or _agree(mine, theirs["steps"]))
    yield float(_agree(mine, theirs["customer"]))
    yield float(_agree(mine, theirs["false_claims"]))
    yield float(bool(mine) and not any(_agree(mine, one) for one in theirs.values()))
    yield float(_at_odds(mine, theirs["facts"]))


def _agree(mine: Figures, theirs: Figures) -> bool:
    return any(values & theirs.get(kind, frozenset()) for kind, values in mine.items())


def _at_odds(mine: Figures, theirs: Figures) -> bool:
    return any(kind in theirs and not values & theirs[kind] for kind, values in mine.items())
