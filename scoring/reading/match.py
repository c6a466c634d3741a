"""Which authored reply a typed one means: taken, asked about, or not understood.

Likeness ranks the replies; a second weighing, in which polarity and figures count most, says
whether the best of them is truly meant. Whatever that says, a reply that contradicts the typed
text, or has another figure, actor or condition, is never taken without asking.
"""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Final

from scoring.reading.likeness import FEATURES, Row, Similar, likenesses, options_of
from scoring.reading.normal import plain
from scoring.reading.sentences import bare
from scoring.reading.stems import stems

# An extra question is far cheaper than the wrong branch: from here on at most two near misses in a
# hundred are taken (cross-validated over the contexts that are not held out).
SURE: Final = 0.85
POSSIBLE: Final = 0.2
MOST_ASKED: Final = 3
FILE: Final = Path(__file__).parent / "models" / "matching.json"
_OPPOSED: Final = 0.5
_AWAY: Final = 0.3
_CHANGED: Final = 0.9
_CLOSE: Final = 3.0
_RIVAL: Final = 0.5
_SHARED: Final = 0.2
_NEAR_ENOUGH: Final = 0.45


@dataclass(frozen=True, slots=True)
class Match:
    """What a typed text may mean: `sure` one id, or else the ids to ask about, likeliest first.

    `scores` gives every id the chance, 0 to 1, that just it is meant.
    """

    sure: str | None
    possible: tuple[str, ...]
    scores: Mapping[str, float]

    @property
    def confidence(self) -> float:
        """The chance that the likeliest is meant, 0 where there is none."""
        return max(self.scores.values(), default=0.0)


@dataclass(frozen=True, slots=True)
class Weights:
    """What each feature counts: for which option it is, and for whether that is meant at all.

    It is meant when it is `near` (this and nothing else is spoken of) and `true` (and just this is
    said of it). Those have two more: how far ahead of the next the option is, and its rank; and a
    bias.
    """

    rank: Row
    near: Row
    true: Row


# Without the model: letters and stems rank, and what is not verbatim is asked about.
BY_LETTERS: Final = Weights(
    (2.0, 2.0, 3.0, *([0.0] * (len(FEATURES) - 3))),
    (6.0, 4.0, *([0.0] * len(FEATURES)), -2.0),
    (*([0.0] * (len(FEATURES) + 2)), -1.0),
)


def match(
    typed: str, examples: Mapping[str, Sequence[str]], similar: Similar | None = None
) -> Match:
    """The ids of `examples` whose wordings a typed text may mean; ties keep their order.

    `similar` gives the cosines of sentence vectors (`Reader.similarity`), None where there are
    none. Sure from a chance of .85 on; asked about, where the best speaks of the same, are at most
    three. Fitted and measured on `scoring/data/matching.csv` by `python -m tests.bench.matching`.
    """
    nothing = dict.fromkeys(examples, 0.0)
    offered = {one: tuple(wordings) for one, wordings in examples.items() if wordings}
    if not offered or not bare(plain(typed)):
        return Match(None, (), nothing)
    told = tuple(_verbatim(typed, offered))
    if told:
        sure = told[0] if len(told) == 1 else None
        return Match(sure, told[:MOST_ASKED], nothing | dict.fromkeys(told, 1 / len(told)))
    weighed = _weighed(typed, offered, similar or _no_vectors)
    if len(stems(typed)) <= 1 and not any(map(_has_in_common, weighed.values())):
        return Match(None, (), nothing)
    return _decided(weighed, nothing)


def _decided(weighed: Mapping[str, "_Weighed"], nothing: Mapping[str, float]) -> Match:
    order = sorted(weighed, key=lambda one: -weighed[one].rank)
    first = weighed[order[0]]
    close = [one for one in order if first.rank - weighed[one].rank <= _CLOSE][:MOST_ASKED]
    possible = tuple(close) if first.near >= POSSIBLE else ()
    has_rival = any(weighed[one].near >= _RIVAL for one in order[1:])
    is_sure = first.chance >= SURE and not has_rival and not _is_unlike(first.row)
    scores = {one: found.chance for one, found in weighed.items()}
    return Match(order[0] if is_sure else None, possible, {**nothing, **scores})


@dataclass(frozen=True, slots=True)
class _Weighed:
    """An option weighed: its features, its rank, and the chances that it is near and is meant."""

    row: Row
    rank: float
    near: float
    chance: float


def _verbatim(typed: str, offered: Mapping[str, Sequence[str]]) -> list[str]:
    """The options that hold the typed text letter for letter."""
    mine = bare(plain(typed))
    return [
        one
        for one, wordings in offered.items()
        if any(bare(plain(wording)) == mine for wording in wordings)
    ]


def _weighed(
    typed: str, offered: Mapping[str, Sequence[str]], similar: Similar
) -> dict[str, _Weighed]:
    rows = likenesses(typed, options_of(list(offered.values())), similar)
    weights = weights_of(similar(typed, []) is not None)
    best = [max((_sum(row, weights.rank), row) for row in option) for option in rows]
    found = {}
    for number, (one, (rank, row)) in enumerate(zip(offered, best, strict=True)):
        behind = max((other for i, (other, _) in enumerate(best) if i != number), default=rank - 3)
        told = (*row, min(3.0, rank - behind), rank, 1.0)
        near, true = _chance(_sum(told, weights.near)), _chance(_sum(told, weights.true))
        found[one] = _Weighed(row, rank, near, true * min(1.0, near / _NEAR_ENOUGH))
    return found


def _has_in_common(weighed: _Weighed) -> bool:
    """Whether anything written is shared; of one word a sentence vector says nothing."""
    told = dict(zip(FEATURES, weighed.row, strict=True))
    return told["stems"] > 0 or told["concepts"] > 0 or told["letters"] >= _SHARED


def _is_unlike(row: Row) -> bool:
    """Whether the text speaks against an option, or says of it what the option does not.

    Another yes or no, figure, day or actor, a word exchanged, a condition of its own, or a part
    that clearly means another option.
    """
    told = dict(zip(FEATURES, row, strict=True))
    return (
        told["opposed"] >= _OPPOSED
        or told["leaning"] == 1
        or told["changed"] >= _CHANGED
        or any(told[name] for name in ("odds", "when", "mode", "if"))
        or max(told["elsewhere"], told["written elsewhere"]) >= _AWAY
    )


def _chance(odds: float) -> float:
    return 1 / (1 + math.exp(-odds))


def _sum(row: Sequence[float], weights: Sequence[float]) -> float:
    return sum(one * weight for one, weight in zip(row, weights, strict=True))


def _no_vectors(one: str, others: Sequence[str]) -> None:
    return None


@lru_cache(maxsize=4)
def weights_of(vectors: bool, file: Path = FILE) -> Weights:
    """The fitted weights, with sentence vectors or without; `BY_LETTERS` where they are broken."""
    try:
        model = json.loads(file.read_text("utf-8"))
        found = model["vectors" if vectors else "plain"]
        read = Weights(*(tuple(map(float, found[name])) for name in ("rank", "near", "true")))
        sizes = [len(FEATURES) + more for more in (0, 3, 3)]
        is_whole = [len(read.rank), len(read.near), len(read.true)] == sizes
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return BY_LETTERS
    return read if is_whole and tuple(model["features"]) == FEATURES else BY_LETTERS


def trouble(file: Path = FILE) -> str:
    """In English, that the model of matching is broken, "" where it is whole."""
    return f"{file.name}: broken or missing" if weights_of(False, file) is BY_LETTERS else ""
