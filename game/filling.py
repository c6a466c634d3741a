"""Places in a text, and Korean particles that agree with what fills them.

A place is written `<name>`; `<name:을>` adds the particle that agrees with the value, `<:을>` the
one that agrees with the text before it, such as a value in quotes.
"""

import re
from collections.abc import Mapping
from typing import Final

_PLACE: Final = re.compile(r"<([^<>:\s]+)(?::([^<>]+))?>|<:([^<>]+)>")
_PAIRS: Final = {
    "이": "가", "은": "는", "을": "를", "과": "와", "아": "야", "이나": "나", "이랑": "랑",
    "이라는": "라는", "이라고": "라고", "이에요": "예요", "이라": "라", "이며": "며", "이든": "든",
}  # fmt: skip
_AFTER_CONSONANT: Final = {
    **{pair: closed for closed, vowel in _PAIRS.items() for pair in (closed, vowel)},
    "으로": "으로",
    "로": "으로",
    "입니다": "입니다",
}
_AFTER_VOWEL: Final = {**_PAIRS, "으로": "로", "입니다": "입니다"}
PARTICLES: Final = tuple(dict.fromkeys(_AFTER_CONSONANT.values()))
_DIGIT_FINALS: Final = {"0": 21, "1": 8, "3": 16, "6": 1, "7": 8, "8": 8}
_CLOSED: Final = 1  # stands for any final consonant but rieul
_RIEUL: Final = 8
# How an English word ends as Korean writes it: `late` is 레이트, `file` 파일, `shop` 숍. The first
# that fits counts; what is written now so and now so (세트, 티켓) has None.
_ENGLISH: Final[tuple[tuple[str, int | None], ...]] = (
    (r"check", 0),
    (r"[aeiouy][^aeiouy]*le", _RIEUL),
    (r"[aeiouy][mn]e", _CLOSED),
    (r"[aeiouy][^aeiouy]*pe", None),
    (r"[aeiouwyrhsxzfvjqd]", 0),
    (r"l", _RIEUL),
    (r"[mn]|ng|[mg]n|mb|[cpt]k|[aeiouy](?:[cpb]|pp|tt)|oo[kt]", _CLOSED),
    (r"(?:ai|ea|ee|oa|ie)[kt]", 0),
    (r"[aeiouy][gkt]", None),
    (r"[bcgkpt]", 0),
)
_SPELT: Final = {"l": _RIEUL, "r": _RIEUL, "m": _CLOSED, "n": _CLOSED}  # 엘, 알, 엠, 엔


def fill(text: str, values: Mapping[str, object]) -> str:
    """`text` with each `<name>` and `<name:particle>` that `values` knows filled in."""
    if "<" not in text:
        return text
    filled, at = "", 0
    for match in _PLACE.finditer(text):
        name, particle, bare = match.groups()
        filled += text[at : match.start()]
        at = match.end()
        if bare:
            filled += agreeing(filled, bare)
        elif name in values:
            value = str(values[name])
            filled += value + (agreeing(value, particle) if particle else "")
        else:
            filled += match.group()
    return filled + text[at:]


def places_in(text: str) -> set[str]:
    """The names of the places in a text, with or without a particle."""
    return {match[1] for match in _PLACE.finditer(text) if match[1]}


def strange_particles_in(text: str) -> set[str]:
    """What the places of a text ask for as a particle and is none of `PARTICLES` in either form."""
    asked = {match[2] or match[3] for match in _PLACE.finditer(text)}
    return asked - {None} - _AFTER_CONSONANT.keys()


def agreeing(word: str, particle: str) -> str:
    """The form of a Korean particle that agrees with the end of `word` as it is read.

    English words are read by their usual Korean spelling, abbreviations letter by letter. Where
    the reading is anybody's guess both forms stand, as in 을(를).
    """
    closed = _AFTER_CONSONANT.get(particle, particle)
    after_vowel = _AFTER_VOWEL.get(closed, particle)
    final = _final_of(word)
    if final is None:
        return _both(closed, after_vowel)
    if final == 0 or (final == _RIEUL and closed == "으로"):
        return after_vowel
    return closed


def _both(closed: str, after_vowel: str) -> str:
    if closed == after_vowel:
        return closed
    if closed.endswith(after_vowel):
        return f"({closed.removesuffix(after_vowel)}){after_vowel}"
    return f"{closed}({after_vowel})"


def _final_of(word: str) -> int | None:
    """The number of the final consonant (jongseong) of a word, 0 for none, None where unclear."""
    bare = word.rstrip(" \"'”’)」』.!?")
    last = bare[-1:]
    if not last:
        return 0
    if "가" <= last <= "힣":
        return (ord(last) - ord("가")) % 28
    if last.isdecimal():
        return _DIGIT_FINALS.get(last, 0)
    english = re.search(r"[A-Za-z]+$", bare)
    return _final_of_english(english[0]) if english else None


def _final_of_english(word: str) -> int | None:
    low = word.lower()
    if (word.isupper() and len(word) < 5) or not re.search("[aeiouy]", low):
        return _SPELT.get(low[-1], 0)
    return next((final for end, final in _ENGLISH if re.search(f"(?:{end})$", low)), None)
