"""Whether two texts are one wording with a word exchanged, which makes it another promise."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache
from typing import Final

from scoring.reading.concepts import concepts
from scoring.reading.stems import ordered

_FRAME: Final = 2
_LEAST, _MOST = 0.3, 0.7


@lru_cache(maxsize=16384)
def changed(one: str, other: str) -> float:
    """How plainly two texts are the same, word by word, but for what was exchanged; else 0.

    0 where three words in ten are the same, 1 from seven in ten on. The dog's file beside the
    cat's is high; a paraphrase is low, and so is what only says more or says it by a synonym.
    """
    mine, theirs = ordered(one), ordered(other)
    found = SequenceMatcher(None, mine, theirs, autojunk=False)
    held = sum(block.size for block in found.get_matching_blocks())
    if held < _FRAME or not any(_exchanged(mine, theirs, found)):
        return 0.0
    share = 2 * held / (len(mine) + len(theirs))
    return min(1.0, max(0.0, (share - _LEAST) / (_MOST - _LEAST)))


def _exchanged(
    mine: Sequence[str], theirs: Sequence[str], found: "SequenceMatcher[str]"
) -> Iterator[bool]:
    for what, a, b, c, d in found.get_opcodes():
        if what == "replace":
            yield not _means_the_same(mine[a:b], theirs[c:d])


def _means_the_same(mine: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether words share a concept or their beginning."""
    if concepts(" ".join(mine)) & concepts(" ".join(theirs)):
        return True
    return any(one[:2] == other[:2] for one in mine for other in theirs)
