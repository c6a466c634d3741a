"""A plain text cut into sentences, also where Korean ends them without a full stop."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from scoring.reading.normal import Normal

MOST_SENTENCES: Final = 24

_END: Final = re.compile(
    r"(?<!\d)[.]+[\"')\]]*(?!\d)(?=\s|$|[가-힣])|(?<=\d)[.]+[\"')\]]*(?=\s|$)"
    r"|[!?]+[\"')\]]*|~+(?=\s|$)|[;\n]|\s[-–—]+\s"
    r"|(?<=니다|세요|어요|아요|네요|까요|나요|게요|해요|예요|에요|군요|데요)(?=\s)|(?<=습니까)(?=\s)|(?<=죠)(?=\s)"
)  # fmt: skip
_ABBREVIATION: Final = re.compile(r"\b(?:mr|mrs|ms|dr|st|no|a\.m|p\.m|e\.g|i\.e)\.$")
_PART: Final = re.compile(
    r",\s|:\s|(?<=지만)\s|(?<=는데)\s|(?<=니까)\s"
    r"|\s(?=but\s|so\s(?:that|i|you|we)\b|and\s(?:i|you|we|it)\b)"
)
_SHORTEST_PART: Final = 6


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of the plain text, and where it stands in it."""

    text: str
    start: int
    end: int


def sentences(normal: Normal) -> tuple[Clause, ...]:
    """The sentences of a text in order, at most `MOST_SENTENCES`.

    One that was said before in the same text is left out, so that saying it twice earns nothing.
    """
    found: dict[str, Clause] = {}
    for clause in _cut(normal.text, _ends(normal.text), 0):
        key = bare(clause.text)
        if key:
            found.setdefault(key, clause)
    return tuple(found.values())[:MOST_SENTENCES]


def parts(clause: Clause) -> tuple[Clause, ...]:
    """A sentence cut at its commas and conjunctions; whole where a part would be too short."""
    marks = (mark.end() for mark in _PART.finditer(clause.text))
    cut = tuple(_cut(clause.text, marks, clause.start))
    return cut if all(len(bare(one.text)) >= _SHORTEST_PART for one in cut) else (clause,)


def bare(text: str) -> str:
    """Letters and digits alone."""
    return "".join(one for one in text if one.isalnum())


def _ends(text: str) -> Iterator[int]:
    for mark in _END.finditer(text):
        if not _ABBREVIATION.search(text, 0, mark.end()):
            yield mark.end()


def _cut(text: str, ends: Iterator[int], offset: int) -> Iterator[Clause]:
    start = 0
    for end in (*ends, len(text)):
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            yield Clause(text[left:right], offset + left, offset + right)
        start = end
