"""How likely a text of anybody's speaks of gratitude: for what the customer types, above all.

Trained on what people heard in short texts of the public web (card: models/thanks.md). Levels of
gratitude in a trainee's reply do not come from here.
"""

import json
import math
import re
import zlib
from array import array
from base64 import b64decode
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from scoring.reading.cues import is_korean
from scoring.reading.heads import MODELS, BrokenModel
from scoring.reading.normal import plain
from scoring.reading.vectors import Vectors

FORMAT: Final = 1
BUCKETS: Final = 1 << 15
FILE: Final = MODELS / "thanks.json"

_WORD: Final = re.compile(r"[a-z0-9가-힣ㄱ-ㅎㅏ-ㅣ']+|[^\sa-z0-9]")


@dataclass(frozen=True, slots=True)
class Linear:
    """One linear model; `least` is the chance from which on it says yes.

    `vector` is empty where the sentence vector has no part in it.
    """

    bias: float
    scale: float
    grams: Sequence[int]
    vector: Sequence[float]
    least: float

    def chance(self, buckets: Sequence[int], vector: Any = None) -> float:
        """The chance, 0 to 1, of gratitude in a text with these n-grams."""
        odds = self.scale * sum(map(self.grams.__getitem__, buckets))
        odds = self.bias + odds / math.sqrt(len(buckets) or 1)
        if self.vector:
            odds += sum(w * float(x) for w, x in zip(self.vector, vector, strict=True))
        return 1 / (1 + math.exp(-min(max(odds, -35.0), 35.0)))


@dataclass(frozen=True, slots=True)
class Thanks:
    """The models: of English, of Korean, and of Korean with the sentence vector."""

    english: Linear
    korean: Linear
    korean_by_meaning: Linear

    @classmethod
    def open(cls, file: Path = FILE) -> "Thanks":
        """The models of a file; raises BrokenModel."""
        try:
            model = json.loads(file.read_text("utf-8"))
            if model["format"] != FORMAT or model["buckets"] != BUCKETS:
                raise BrokenModel(f"{file.name}: another format")
            return cls(*(_linear(model[name]) for name in ("en", "ko", "ko-vectors")))
        except BrokenModel:
            raise
        except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
            raise BrokenModel(f"{file.name}: {type(error).__name__}: {error}") from error

    def in_text(self, text: str, vectors: Vectors | None = None) -> bool:
        """Whether a text speaks of gratitude, in Korean or English."""
        said = plain(text)
        found = buckets(said)
        if not found:
            return False
        if not is_korean(said):
            return self.english.chance(found) >= self.english.least
        if vectors is None:
            return self.korean.chance(found) >= self.korean.least
        (vector,) = vectors.of([said])
        return self.korean_by_meaning.chance(found, vector) >= self.korean_by_meaning.least


def _linear(packed: dict[str, Any]) -> Linear:
    grams = array("b")
    grams.frombytes(b64decode(packed["grams"][1], validate=True))
    if len(grams) != BUCKETS:
        raise BrokenModel(f"{len(grams)} weights, not {BUCKETS}")
    scale, vector = _vector(packed.get("vector"))
    return Linear(
        float(packed["bias"]), float(packed["grams"][0]), grams,
        [scale * one for one in vector], float(packed["least"]),
    )  # fmt: skip


def _vector(packed: Any) -> tuple[float, Sequence[int]]:
    values = array("b")
    if packed is None:
        return 0.0, values
    values.frombytes(b64decode(packed[1], validate=True))
    if len(values) != 512:
        raise BrokenModel(f"{len(values)} weights, not 512")
    return float(packed[0]), values


def buckets(said: str) -> tuple[int, ...]:
    """The buckets of a plain text: up to three words in a row, letters within words, its ends."""
    return tuple(sorted({zlib.crc32(one.encode("utf-8")) % BUCKETS for one in _grams(said)}))


def _grams(said: str) -> Iterator[str]:
    words = _WORD.findall(said)
    if not words:
        return
    yield from (f"f{words[0]}", f"l{words[-1]}")
    yield from (f"1{one}" for one in words)
    yield from (f"2{one} {two}" for one, two in pairwise(words))
    yield from (f"3{' '.join(words[i : i + 3])}" for i in range(len(words) - 2))
    for word in words:
        framed = f"<{word}>"
        for n in (2, 3, 4) if word[0] >= "가" else (3, 4, 5):
            yield from (f"c{framed[i : i + n]}" for i in range(len(framed) - n + 1))
