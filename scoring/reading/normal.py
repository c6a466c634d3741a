"""A typed text made plain, with the way back to every raw offset.

Hangul is composed, widths and compatibility forms are folded, letters are lowered, what has no
width is dropped, a letter held down is let go. Nothing is corrected.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

MOST_READ: Final = 4000

_FOLD: Final = str.maketrans("‘’‚‛´`“”„«»「」『』〜∼˜？！，．", '\'\'\'\'\'\'"""""""""~~~?!,.')
_TAG: Final = re.compile(r"</?[a-zA-Z][^<>]{0,80}>|<!--.{0,200}?-->", re.DOTALL)
_COMPATIBILITY_JAMO: Final = ("\u3130", "\u318f")
_JOINING_JAMO: Final = ("\u1160", "\u11ff")
_ASCII: Final = re.compile(r"[\x20-\x7e\n]*")
# What nearly everybody types: each letter stands for itself, in lower case.
_ORDINARY: Final = re.compile(r"[\n !-;=-~가-힣]*")
_HELD: Final = re.compile(r"(\D)\1\1|[ \n]{2}")


@dataclass(frozen=True, slots=True)
class Normal:
    """The plain text; letter `i` of it came from `starts[i]` to `ends[i]` of the raw text."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span that letters `start` to `end` came from."""
        if start >= end:
            return (0, 0)
        return self.starts[start], self.ends[end - 1]


def normalise(raw: str) -> Normal:
    """The first `MOST_READ` characters of a text, made plain."""
    if _ORDINARY.fullmatch(raw, 0, MOST_READ) and not _HELD.search(raw, 0, MOST_READ):
        size = min(len(raw), MOST_READ)
        return Normal(raw[:size].lower(), range(size), range(1, size + 1))
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    read = _without_tags(raw[:MOST_READ])
    for start, end in _clusters(read):
        for letter in _plain(read[start:end]):
            if _is_held(letters, letter):
                ends[-1] = end
                continue
            letters.append(letter)
            starts.append(start)
            ends.append(end)
    return Normal("".join(letters), starts, ends)


@lru_cache(maxsize=8192)
def plain(raw: str) -> str:
    """The plain text alone, on one line."""
    return normalise(raw).text.replace("\n", " ").strip()


def _without_tags(raw: str) -> str:
    """The text with spaces for HTML tags, as long as before: markup says nothing to a customer."""
    return _TAG.sub(lambda tag: " " * len(tag[0]), raw) if "<" in raw else raw


def _clusters(letters: str) -> Iterator[tuple[int, int]]:
    """Spans of one letter each with the marks and jamo that belong to it."""
    start = 0
    for i in range(1, len(letters) + 1):
        if i == len(letters) or not _joins(letters[i]):
            yield start, i
            start = i


def _joins(letter: str) -> bool:
    if letter < "\u0300":
        return False
    low, high = _JOINING_JAMO
    return low <= letter <= high or unicodedata.category(letter) in ("Mn", "Me")


def _plain(cluster: str) -> str:
    if _ASCII.fullmatch(cluster):
        return cluster.lower()
    low, high = _COMPATIBILITY_JAMO
    # NFKC turns the jamo of a keyboard ("ㅋㅋ", "ㅠ") into ones that melt into their neighbours.
    keeps = low < cluster[0] < high
    folded = (cluster if keeps else unicodedata.normalize("NFKC", cluster)).translate(_FOLD)
    return "".join(one for one in map(_letter, folded.lower()) if one)


def _letter(one: str) -> str:
    if one.isspace():
        return "\n" if one in "\n\r\u2028\u2029" else " "
    return "" if unicodedata.category(one) in ("Cf", "Cc", "Cs", "Co", "Mn", "Me") else one


def _is_held(letters: list[str], letter: str) -> bool:
    """Whether a letter only repeats: a second space, or the third of anything but a digit."""
    if not letters or letter.isdigit():
        return False
    if letter in " \n" and letters[-1] in " \n":
        if letter == "\n":
            letters[-1] = "\n"
        return True
    return len(letters) > 1 and letters[-1] == letters[-2] == letter
