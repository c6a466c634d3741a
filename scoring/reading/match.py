"""Which authored reply a typed one means: the seam where the trained reader will come.

For now a plain similarity: the share of letter pairs and triples that two texts have in common
(Dice), against every example wording. It knows words, not meaning; so it takes a branch only when
it is clear, asks where it is not, and never takes one whose negation or figures differ.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

SURE: Final = 0.46
MARGIN: Final = 0.08
POSSIBLE: Final = 0.22
MOST_ASKED: Final = 3

_NOT: Final = re.compile(
    r"(?<!\w)(?:안|못)(?=\s)|않|못\s?하|없|아니|불가|어렵|\b(?:not|no|never|cannot)\b|n['’]t\b",
    re.IGNORECASE,
)

_FIGURE: Final = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Match:
    """What a typed text may mean: `sure` one id, or else the ids to ask about, likeliest first."""

    sure: str | None
    possible: tuple[str, ...]


def match(typed: str, examples: Mapping[str, Sequence[str]]) -> Match:
    """The ids of `examples` whose wordings are near to `typed`; ties keep their order.

    Sure: similarity of at least .46, .08 ahead of the next, the same polarity and figures. Asked:
    at least .22. Our thresholds, unvalidated until the reader is measured.
    """
    near = {one: _nearest(typed, wordings) for one, wordings in examples.items()}
    order = sorted(near, key=lambda one: -near[one][0])
    possible = tuple(one for one in order if near[one][0] >= POSSIBLE)[:MOST_ASKED]
    if not possible:
        return Match(None, ())
    score, wording = near[possible[0]]
    behind = near[possible[1]][0] if len(possible) > 1 else 0.0
    if score >= SURE and score - behind >= MARGIN and _agree(typed, wording):
        return Match(possible[0], possible)
    return Match(None, possible)


def _agree(typed: str, wording: str) -> bool:
    """Whether two near texts deny or affirm alike, and name the same figures if both name any."""
    figures = set(_FIGURE.findall(typed)), set(_FIGURE.findall(wording))
    same = not all(figures) or figures[0] == figures[1]
    return same and bool(_NOT.search(typed)) == bool(_NOT.search(wording))


def _nearest(typed: str, wordings: Sequence[str]) -> tuple[float, str]:
    return max(((_similarity(typed, one), one) for one in wordings), default=(0.0, ""))


def _similarity(one: str, other: str) -> float:
    a, b = _grams(one), _grams(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


@lru_cache(maxsize=2048)
def _grams(text: str) -> Counter[str]:
    normal = unicodedata.normalize("NFKC", text).lower()
    letters = "".join(one for one in normal if one.isalnum())
    return Counter(letters[i : i + n] for n in (2, 3) for i in range(len(letters) - n + 1))
