"""Evidence as it is believed: only what the trainee really said, word for word."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.customers.prompt import BRACKETS
from game.judge.question import Given, speaks_to_graders
from game.judge.slots import Slot
from scoring.transcript import Line, Speaker

SHORTEST: Final = 6


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quote that stands verbatim in what the trainee said at `turn`."""

    turn: int
    quote: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A slot with the level, 0 to 2, that its evidence bears; `dropped` quotes were not true."""

    slot: Slot
    level: int
    evidence: tuple[Evidence, ...]
    dropped: int = 0


def judged(slot: Slot, given: Given, lines: Sequence[Line]) -> Judged:
    """An answer after its quotes were looked up; a level without evidence is none."""
    found = [one for each in given.evidence if (one := _found(each.turn, each.quote, lines))]
    kept = tuple(dict.fromkeys(found)) if given.level else ()
    level = given.level if kept else 0
    return Judged(slot, level, kept, len(given.evidence) - len(found))


def _found(turn: int, quote: str, lines: Sequence[Line]) -> Evidence | None:
    own = (one for one in lines if one.turn == turn and one.speaker is Speaker.AGENT)
    line = next(own, None)
    if line is None or speaks_to_graders(line.text):
        return None
    words = _plain(quote).split()
    if len(" ".join(words)) < SHORTEST:
        return None
    match = re.search(r"\s+".join(map(re.escape, words)), _plain(line.text))
    if match is None:
        return None
    # Where composing letters moved the offsets, the whole line is the quote: it is verbatim too.
    is_composed = unicodedata.is_normalized("NFC", line.text)
    return Evidence(turn, line.text[match.start() : match.end()] if is_composed else line.text)


def _plain(text: str) -> str:
    """Composed, with the brackets that the judge was shown; otherwise as it was said."""
    return unicodedata.normalize("NFC", text).translate(BRACKETS)
