"""A stretch of a reply, one sentence or two neighbours, with all that can be counted in it."""

import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from typing import Final

from scoring.reading.cues import cues, spots
from scoring.reading.figures import figures
from scoring.reading.stems import stems

BUCKETS: Final = 1 << 13

Figures = Mapping[str, frozenset[str]]

_WORD: Final = re.compile(r"[a-z0-9']+|[가-힣ㄱ-ㅎㅏ-ㅣ]+|[^\sa-z0-9가-힣ㄱ-ㅎㅏ-ㅣ]")


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a stretch of plain text holds; `grams` are the buckets of its n-grams.

    `feelings` are the words for feelings in it, cut to their stems.
    """

    text: str
    words: int
    cues: frozenset[str]
    stems: frozenset[str]
    figures: Figures
    feelings: frozenset[str]
    grams: frozenset[int]


def stretch(text: str) -> Stretch:
    """A sentence of plain text, ready to be weighed."""
    return Stretch(
        text,
        len(text.split()),
        cues(text),
        stems(text),
        dict(figures(text)),
        frozenset(_feelings(text)),
        frozenset(map(bucket, _grams(text))),
    )


def joined(one: Stretch, other: Stretch) -> Stretch:
    """Two neighbouring sentences as one stretch: what either holds."""
    kinds = one.figures.keys() | other.figures.keys()
    none: frozenset[str] = frozenset()
    return Stretch(
        f"{one.text} {other.text}",
        one.words + other.words,
        one.cues | other.cues,
        one.stems | other.stems,
        {kind: one.figures.get(kind, none) | other.figures.get(kind, none) for kind in kinds},
        one.feelings | other.feelings,
        one.grams | other.grams,
    )


def hashed(held: Stretch) -> tuple[int, ...]:
    """The buckets of a stretch: its n-grams, and its cues two by two."""
    return tuple(sorted(held.grams | _pairs(held.cues)))


@lru_cache(maxsize=2048)
def _pairs(found: frozenset[str]) -> frozenset[int]:
    return frozenset(bucket(f"&{one}&{two}") for one, two in combinations(sorted(found), 2))


@lru_cache(maxsize=65536)
def bucket(gram: str) -> int:
    """The bucket of an n-gram: CRC-32 of its UTF-8, the same on every machine."""
    return zlib.crc32(gram.encode("utf-8")) % BUCKETS


def _feelings(text: str) -> Iterator[str]:
    """The first letters of each word for a feeling: enough to know it again in other words."""
    for start, end in spots("feeling", text):
        word = text[start:end].strip()
        yield word[: 4 if word.isascii() else 2]


def _grams(text: str) -> Iterator[str]:
    """Words, neighbouring words, and runs of letters within words."""
    words = _WORD.findall(text)
    yield from (f"1{word}" for word in words)
    yield from (f"2{one} {two}" for one, two in pairwise(words))
    for word in words:
        framed = f"<{word}>"
        for n in (2, 3, 4) if word[0] >= "가" else (4, 5):
            yield from (f"c{framed[i : i + n]}" for i in range(len(framed) - n + 1))
