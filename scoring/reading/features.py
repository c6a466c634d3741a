"""What the heads weigh: the numbers of a stretch by name, and its nearness in meaning to the case.

`DENSE` needs no library; `NEAR` needs the sentence vectors. N-grams are in `stretch.py`.
"""

import math
from collections.abc import Mapping, Sequence
from typing import Final

from scoring.reading.cues import NAMES, is_korean
from scoring.reading.stretch import Stretch
from scoring.reading.ties import SOURCES, TIES, Against, ties

# What a cue says depends on whether the stretch speaks of this customer's matter at all.
_PRODUCTS: Final = (
    ("guess", "held by customer"), ("guess", "holds customer"), ("guess", "own words"),
    ("normal", "held by customer"), ("feeling", "held by customer"), ("feeling", "own words"),
    ("effort", "held by customer"), ("question", "held by customer"), ("question", "held by steps"),
    ("thanks", "holds thank_for"), ("thanks", "held by customer"), ("beyond", "holds thank_for"),
    ("done", "held by steps"), ("done", "held by facts"), ("commit", "held by steps"),
    ("commit", "held by facts"), ("state", "held by facts"), ("state", "held by false_claims"),
    ("settled", "held by steps"), ("refuse", "held by false_claims"), ("state", "figures of facts"),
    ("sorry", "held by customer"),
)  # fmt: skip
_NEAR_PRODUCTS: Final = (
    ("guess", "near customer"), ("guess", "near feels"), ("question", "near customer"),
    ("question", "near steps"), ("thanks", "near thank_for"), ("beyond", "near thank_for"),
    ("state", "near facts"), ("state", "near false_claims"), ("state", "nearer false"),
    ("commit", "near steps"), ("commit", "nearer false"), ("done", "nearer false"),
    ("refuse", "nearer false"),
)  # fmt: skip
_SIMPLE: Final = (*NAMES, "korean", "length", "words", *TIES)
DENSE: Final = (*_SIMPLE, *(f"{one} x {other}" for one, other in _PRODUCTS))
NEAR: Final = (
    *(f"near {source}" for source in SOURCES), "nearer false",
    *(f"{one} x {other}" for one, other in _NEAR_PRODUCTS),
)  # fmt: skip


def dense(held: Stretch, ready: Against) -> list[float]:
    """The numbers of `DENSE`."""
    letters = sum(one.isalnum() for one in held.text)
    simple = [
        *(float(name in held.cues) for name in NAMES),
        float(is_korean(held.text)),
        min(math.log1p(letters) / 5, 1.5),
        min(math.log1p(held.words) / 3, 1.5),
        *ties(held, ready),
    ]
    by_name = dict(zip(_SIMPLE, simple, strict=True))
    return [*simple, *(by_name[one] * by_name[other] for one, other in _PRODUCTS)]


def near(plainly: Sequence[float], cosines: Mapping[str, float]) -> list[float]:
    """The numbers of `NEAR`, from those of `DENSE` and the best cosine with each source."""
    false = cosines["false_claims"] - max(cosines["facts"], cosines["steps"])
    by_name = dict(zip(DENSE, plainly, strict=True))
    by_name |= {f"near {source}": cosines[source] for source in SOURCES}
    by_name["nearer false"] = false
    products = (by_name[one] * by_name[other] for one, other in _NEAR_PRODUCTS)
    return [*(cosines[source] for source in SOURCES), false, *products]
