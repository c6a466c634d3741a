"""What a clause does by its form: named cues in Korean and English, looked up together.

Replies mix the languages, so both tables are always asked.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from scoring.reading.cues_en import CUES as ENGLISH
from scoring.reading.cues_ko import CUES as KOREAN

NAMES: Final = tuple(KOREAN)

_HANGUL: Final = re.compile(r"[가-힣ㄱ-ㅎㅏ-ㅣ]")
_LATIN: Final = re.compile(r"[a-z]")
_KOREAN: Final = {name: re.compile(pattern) for name, pattern in KOREAN.items()}
_ENGLISH: Final = {name: re.compile(pattern) for name, pattern in ENGLISH.items()}


def is_korean(text: str) -> bool:
    """Whether a plain text is written in Hangul for the greater part."""
    return 2 * len(_HANGUL.findall(text)) >= len(_LATIN.findall(text))


@lru_cache(maxsize=4096)
def cues(text: str) -> frozenset[str]:
    """The names of the cues that a plain text holds."""
    tables: list[Mapping[str, re.Pattern[str]]] = []
    if _HANGUL.search(text):
        tables.append(_KOREAN)
    if _LATIN.search(text):
        tables.append(_ENGLISH)
    return frozenset(name for table in tables for name in NAMES if table[name].search(text))


def spots(name: str, text: str) -> list[tuple[int, int]]:
    """Where a plain text holds a cue."""
    found = (table[name].finditer(text) for table in (_KOREAN, _ENGLISH))
    return [mark.span() for marks in found for mark in marks]
