"""Guards: words that look like service and are not. Each says what it holds down, and where.

A guard has to be sure: at most 2 in 100 good replies may be flagged (tests/bench/reading.py).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from scoring.reading.context import Context
from scoring.reading.cues import cues
from scoring.reading.guard_words import ABUSE, GLUE, GOOD_WORDS, GRADER, SPOKEN
from scoring.reading.normal import plain
from scoring.reading.overlap import share
from scoring.reading.sentences import Clause, bare

EMPATHY: Final = "empathy"
GRATITUDE: Final = "gratitude"
RESOLUTION: Final = "resolution"
WORDS: Final = f"{EMPATHY} {GRATITUDE}"
ALL: Final = "all"


@dataclass(frozen=True, slots=True)
class Guard:
    """A guard that spoke over letters `start` to `end` of the plain text.

    `whole`: it holds down the whole reply, not only the sentence it stands in.
    """

    name: str
    start: int
    end: int
    caps: str
    whole: bool = False

    def holds(self, axis: str) -> bool:
        """Whether it holds down an axis of the reading: er, ip, ex, gratitude or resolution."""
        named = self.caps.split()
        return ALL in named or (EMPATHY if axis in ("er", "ip", "ex") else axis) in named


_WORD: Final = re.compile(r"[^\W_]+(?:'[a-z]+)?")
_FEWEST_WORDS: Final = 5


def guards(said: Sequence[Clause], context: Context) -> list[Guard]:
    """The guards that speak over the sentences of a reply, in order of place."""
    found = [one for clause in said for check in _CHECKS for one in check(clause, context)]
    found += _strung(said)
    return sorted(set(found), key=lambda one: (one.start, one.end, one.name))


def _strung(said: Sequence[Clause]) -> Iterator[Guard]:
    """Good words strung together as sentences of one word or two."""
    words = [word for clause in said for word in _WORD.findall(clause.text)]
    if len(said) > 2 and len(words) <= 2 * len(said) and _is_list(words):
        yield Guard("stuffing", said[0].start, said[-1].end, ALL, whole=True)


def _over(clause: Clause, name: str, caps: str, whole: bool = False) -> Guard:
    return Guard(name, clause.start, clause.end, caps, whole)


def _grader(clause: Clause, _: Context) -> Iterator[Guard]:
    if GRADER.search(clause.text):
        yield _over(clause, "grader", ALL, whole=True)


def _stuffing(clause: Clause, _: Context) -> Iterator[Guard]:
    if _is_list(_WORD.findall(clause.text)):
        yield _over(clause, "stuffing", ALL)


def _is_list(words: Sequence[str]) -> bool:
    """Whether words are a list of good ones, with hardly anything that makes a sentence of them."""
    good = {word for word in words if word in GOOD_WORDS}
    spoken = sum(word in GLUE or bool(SPOKEN.search(word)) for word in words if word not in good)
    return (
        len(words) >= _FEWEST_WORDS and len(good) >= 2 and 5 * len(good) >= len(words) >= 5 * spoken
    )


def _abuse(clause: Clause, _: Context) -> Iterator[Guard]:
    if ABUSE.search(clause.text):
        yield _over(clause, "abuse", ALL, whole=True)


def _negated(clause: Clause, _: Context) -> Iterator[Guard]:
    found = cues(clause.text)
    if "double_not" in found:
        return
    if "not_sorry" in found:
        yield _over(clause, "negated", EMPATHY)
    if "not_thanks" in found:
        yield _over(clause, "negated", GRATITUDE)


# Thanks that are only hearty: 참 감사합니다, 감사합니다~.
_HEARTY: Final = re.compile(r"참\s?감사(?=합니다|드|해요)|감사(?=합니다~)(?:합니다~)")


def _mocking(clause: Clause, _: Context) -> Iterator[Guard]:
    """Thanks in a sentence that mocks (참 고맙네요, wow, thanks) are none."""
    if {"mock", "thanks"} <= cues(_HEARTY.sub("감사", clause.text)):
        yield _over(clause, "sarcasm", GRATITUDE)


def _quoted(clause: Clause, _: Context) -> Iterator[Guard]:
    for start, end in quotations(clause.text):
        held = cues(clause.text[start:end])
        caps = [
            caps
            for caps, names in ((EMPATHY, {"sorry", "feeling"}), (GRATITUDE, {"thanks"}))
            if held & names
        ]
        if caps:
            yield Guard("quoted", clause.start + start, clause.start + end, " ".join(caps))


def _echo(clause: Clause, context: Context) -> Iterator[Guard]:
    if len(bare(clause.text)) >= 10 and share(clause.text, plain(context.customer)) >= 0.9:
        yield _over(clause, "echo", EMPATHY)


def _repeated(clause: Clause, context: Context) -> Iterator[Guard]:
    mine = bare(clause.text)
    if len(mine) >= 8 and any(mine in bare(plain(one)) for one in context.said):
        yield _over(clause, "repeated", WORDS)


_SAID: Final = re.compile(r"\"[^\"\n]{2,}\"|'(?=[^\s'])[^'\n]{3,}(?<=[^\s])'(?=\s|[가-힣,.]|$)")


def quotations(text: str) -> list[tuple[int, int]]:
    """Where a plain text holds words between quotation marks."""
    return [mark.span() for mark in _SAID.finditer(text)]


def without_quotations(text: str) -> str:
    """The text with spaces for what stands between quotation marks; as long as before."""
    return _SAID.sub(lambda mark: " " * len(mark[0]), text)


_CHECKS: Final[tuple[Callable[[Clause, Context], Iterator[Guard]], ...]] = (
    _grader, _stuffing, _abuse, _negated, _mocking, _quoted, _echo, _repeated,
)  # fmt: skip
