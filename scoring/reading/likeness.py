"""How alike a typed text and authored wordings are: the features that matching weighs.

What tells the wordings of one choice apart counts more than what they share: letters, stems and
concepts are weighed by how many of the options hold them.
"""

import math
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from scoring.reading.changed import changed
from scoring.reading.clauses import clauses
from scoring.reading.concepts import concepts
from scoring.reading.cues import cues
from scoring.reading.figures import at_odds, figures, other_time
from scoring.reading.normal import plain
from scoring.reading.polarity import leaning, opposition
from scoring.reading.restated import adds_condition, other_mode
from scoring.reading.stems import stems

FEATURES: Final = (
    "letters", "stems", "held", "concepts", "cues", "asks", "opposed", "leaning", "odds", "when",
    "unheard", "swapped", "vector", "clauses", "back", "least", "least back", "elsewhere",
    "written least", "written least back", "written elsewhere", "changed", "mode", "if",
    "edited",
)  # fmt: skip
ALIKE: Final = 0.5
_NEARLY: Final = 0.5

Similar = Callable[[str, Sequence[str]], list[float] | None]
Row = tuple[float, ...]

_ASKING: Final = re.compile(
    r"\?|(?:까요?|나요|가요|습니까|십니까|신지|은지|는지|으신가|으세요|겠어요)[\s.!~]*$"
)


@dataclass(frozen=True, slots=True)
class Options:
    """The wordings of each option, and how much each letter group, stem and concept tells."""

    wordings: tuple[tuple[str, ...], ...]
    letters: Mapping[str, float]
    stems: Mapping[str, float]
    concepts: Mapping[str, float]


def options_of(wordings: Sequence[Sequence[str]]) -> Options:
    """The options of one choice, ready to be compared with."""
    return Options(
        tuple(map(tuple, wordings)),
        *(_telling([frozenset().union(*map(of, one)) for one in wordings]) for of in _PARTS),
    )


def alike(one: str, other: str, similar: Similar) -> bool:
    """Whether two clauses say the same: half of it in letters or stems, with vectors of meaning.

    Never where one denies what the other affirms or gives another figure. Our threshold.
    """
    if opposition(one, other) or at_odds(one, other):
        return False
    near, written = similar(one, [other]), _written(one, other)
    return (written if near is None else (written + near[0]) / 2) >= ALIKE


def likenesses(typed: str, options: Options, similar: Similar) -> list[list[Row]]:
    """For each option, for each of its wordings, the features in the order of FEATURES.

    `similar` gives the sentence vectors' cosines, or None where there are none; those features
    are 0 then.
    """
    parts = clauses(typed) or (typed,)
    nearness = _Nearness(typed, parts, similar, options)
    return [
        [_row(typed, wording, options, nearness, number) for wording in wordings]
        for number, wordings in enumerate(options.wordings)
    ]


@lru_cache(maxsize=4096)
def asks(text: str) -> bool:
    """Whether a text asks something: its last clause, or any with a question mark."""
    said = clauses(text)
    return "?" in plain(text) or (bool(said) and bool(_ASKING.search(said[-1])))


def _row(typed: str, wording: str, options: Options, near: "_Nearness", number: int) -> Row:
    mine, theirs = stems(typed), stems(wording)
    written = near.written(wording)
    return (
        _shared(_grams(typed), _grams(wording), options.letters),
        _shared(mine, theirs, options.stems),
        _held(mine, theirs, options.stems),
        _shared(concepts(typed), concepts(wording), options.concepts),
        _dice(cues(plain(typed)), cues(plain(wording))),
        float(asks(typed) == asks(wording)),
        opposition(typed, wording),
        leaning(typed, wording),
        float(at_odds(typed, wording)),
        float(other_time(typed, wording)),
        _unheard(typed, wording),
        swapped(typed, wording),
        *near.meant(wording, number),
        min(max(row) for row in written),
        min(max(column) for column in zip(*(row[:-1] for row in written), strict=True)),
        near.written_away(number, written),
        changed(typed, wording),
        float(other_mode(typed, wording)),
        float(adds_condition(typed, wording)),
        edited(typed, wording),
    )


class _Nearness:
    """How near each clause of the typed text is to each clause of every wording."""

    def __init__(
        self, typed: str, parts: Sequence[str], similar: Similar, options: Options
    ) -> None:
        self.typed, self.parts, self.options = typed, parts, options
        texts = [
            text
            for wordings in options.wordings
            for wording in wordings
            for text in (wording, *_parts(wording))
        ]
        self._texts = list(dict.fromkeys(texts))
        self._vectors = [self._near(one, similar) for one in (typed, *parts)]
        self._writings = [{text: _written(part, text) for text in self._texts} for part in parts]

    def _near(self, one: str, similar: Similar) -> Mapping[str, float] | None:
        found = similar(one, self._texts)
        return None if found is None else dict(zip(self._texts, found, strict=True))

    def written(self, wording: str) -> list[list[float]]:
        """For each typed clause, its likeness in letters to each clause of a wording and to all."""
        texts = (*_parts(wording), wording)
        return [[row[text] for text in texts] for row in self._writings]

    def written_away(self, number: int, written: Sequence[Sequence[float]]) -> float:
        """How much liker in letters some typed clause is to another option."""
        away = [
            _best_but(self.options, number, there) - max(here)
            for there, here in zip(self._writings, written, strict=True)
        ]
        return max(0.0, *away)

    def meant(self, wording: str, number: int) -> Row:
        """The features of the sentence vectors, 0 without them.

        The whole text with the whole wording; the mean over the typed clauses, each with what is
        nearest to it, and the mean over the wording's; the least of both; and how much nearer some
        typed clause is to another option.
        """
        whole, *parts = self._vectors
        if whole is None:
            return (0.0,) * 6
        texts = _parts(wording)
        rows = [row for row in parts if row is not None]
        forth = [max(row[text] for text in (*texts, wording)) for row in rows]
        back = [max(whole[text], *(row[text] for row in rows)) for text in texts]
        away = [
            _best_but(self.options, number, row) - here
            for row, here in zip(rows, forth, strict=True)
        ]
        mean = (sum(forth) / len(forth), sum(back) / len(back))
        return (whole[wording], *mean, min(forth), min(back), max(0.0, *away))


def _best_but(options: Options, number: int, row: Mapping[str, float]) -> float:
    others = (
        row[text]
        for other, wordings in enumerate(options.wordings)
        if other != number
        for wording in wordings
        for text in _parts(wording)
    )
    return max(others, default=0.0)


def _parts(wording: str) -> tuple[str, ...]:
    return clauses(wording) or (wording,)


@lru_cache(maxsize=32768)
def _written(one: str, other: str) -> float:
    words = (stems(text) | concepts(text) for text in (one, other))
    return max(_dice(_grams(one), _grams(other)), _dice(*words))


def _unheard(typed: str, wording: str) -> float:
    """The share of the typed text's classes of figures that the wording says nothing of."""
    mine, theirs = figures(typed), figures(wording)
    return sum(kind not in theirs for kind in mine) / len(mine) if mine else 0.0


@lru_cache(maxsize=16384)
def swapped(one: str, other: str) -> float:
    """How much two texts look like one with words exchanged, 0 to 1.

    High where the letters are alike and yet both sides have words that the other lacks: 초코를
    보내고, 뽀삐를 보내고. A paraphrase differs throughout; what only says more lacks nothing.
    """
    lacking = min(_lacking(one, other), _lacking(other, one))
    return min(1.0, 3 * lacking * _dice(_grams(one), _grams(other)))


@lru_cache(maxsize=16384)
def edited(one: str, other: str) -> float:
    """How alike two texts are in letters where words of one are missing in the other; else 0.

    Who words a reply afresh shares few letters with its author, and who copies it out shares all
    but slips of the pen. In between somebody has the words at hand and means something else.
    """
    lacks = max(_lacking(one, other), _lacking(other, one))
    return _dice(_grams(one), _grams(other)) if lacks else 0.0


def _lacking(one: str, other: str) -> float:
    """The share of a text's stems that the other lacks: as such, nearly, and by concept."""
    mine, theirs, there = stems(one), stems(other), concepts(other)
    lacks = [
        stem
        for stem in mine - theirs
        if not concepts(stem) & there and not any(_is_nearly(stem, word) for word in theirs)
    ]
    return len(lacks) / len(mine) if mine else 0.0


def _is_nearly(stem: str, other: str) -> bool:
    """Whether two stems differ in a slip of the pen, or in what is left of an ending (사, 사셨)."""
    begin = stem.startswith(other) or other.startswith(stem)
    return begin or _dice(_grams(stem), _grams(other)) >= _NEARLY


def _telling(options: Sequence[frozenset[str]]) -> Mapping[str, float]:
    """What each part tells: log((n + 1) / how many of the n options hold it)."""
    held: dict[str, int] = {}
    for one in options:
        for part in one:
            held[part] = held.get(part, 0) + 1
    return {"": math.log(len(options) + 1)} | {
        part: math.log((len(options) + 1) / number) for part, number in held.items()
    }


def _weight(parts: Iterable[str], telling: Mapping[str, float]) -> float:
    return sum(telling.get(part, telling[""]) for part in parts)


def _shared(mine: frozenset[str], theirs: frozenset[str], telling: Mapping[str, float]) -> float:
    both = _weight(mine, telling) + _weight(theirs, telling)
    return 2 * _weight(mine & theirs, telling) / both if both else 0.0


def _held(mine: frozenset[str], theirs: frozenset[str], telling: Mapping[str, float]) -> float:
    whole = _weight(mine, telling)
    return _weight(mine & theirs, telling) / whole if whole else 0.0


def _dice(one: Collection[str], other: Collection[str]) -> float:
    both = len(one) + len(other)
    return 2 * len(frozenset(one).intersection(other)) / both if both else 0.0


@lru_cache(maxsize=8192)
def _grams(text: str) -> frozenset[str]:
    """Three letters in a row, Hangul taken apart: 바꿔 and 바꾸 then have most in common."""
    apart = unicodedata.normalize("NFD", plain(text))
    letters = "".join(one for one in apart if one.isalnum() or "\u1100" <= one <= "\u11ff")
    return frozenset(letters[i : i + 3] for i in range(len(letters) - 2))


_PARTS: Final = (_grams, stems, concepts)
