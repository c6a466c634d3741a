"""Places in a text, and Korean particles that agree with what fills them.

A place is written `<name>`; `<name:을>` adds the particle that agrees with the value.
"""

import re
from collections.abc import Mapping

_PLACE = re.compile(r"<([^<>:\s]+)(?::([^<>]+))?>")
_PAIRS = {"이": "가", "은": "는", "을": "를", "과": "와", "아": "야", "이나": "나", "이랑": "랑"}
_AFTER_CONSONANT = {
    **{pair: closed for closed, vowel in _PAIRS.items() for pair in (closed, vowel)},
    "으로": "으로",
    "로": "으로",
    "이에요": "이에요",
    "예요": "이에요",
    "입니다": "입니다",
}
_AFTER_VOWEL = {**_PAIRS, "으로": "로", "이에요": "예요", "입니다": "입니다"}
_DIGIT_FINALS = {"0": 21, "1": 8, "3": 16, "6": 1, "7": 8, "8": 8}
_RIEUL = 8


def fill(text: str, values: Mapping[str, object]) -> str:
    """`text` with each `<name>` and `<name:particle>` that `values` knows filled in."""

    def one(match: re.Match[str]) -> str:
        name, particle = match.groups()
        if name not in values:
            return match.group()
        value = str(values[name])
        return value + (agreeing(value, particle) if particle else "")

    return _PLACE.sub(one, text) if "<" in text else text


def places_in(text: str) -> set[str]:
    """The names of the places in a text, with or without a particle."""
    return {match[1] for match in _PLACE.finditer(text)}


def agreeing(word: str, particle: str) -> str:
    """The form of a Korean particle that agrees with the last letter of `word`.

    Words that end in neither Hangul nor a digit take the form after a vowel.
    """
    final = _final_of(word)
    closed = _AFTER_CONSONANT.get(particle, particle)
    if final == 0 or (final == _RIEUL and closed == "으로"):
        return _AFTER_VOWEL.get(closed, particle)
    return closed


def _final_of(word: str) -> int:
    """The number of the final consonant (jongseong) of the last letter, 0 for none."""
    last = word.rstrip(" \"'”’)」』.!?")[-1:]
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28
    return _DIGIT_FINALS.get(last, 0)
