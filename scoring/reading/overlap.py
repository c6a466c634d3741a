"""How much of one text stands in another, by its letters: pairs and triples, spaces left out."""

from collections import Counter
from functools import lru_cache

from scoring.reading.sentences import bare


def share(text: str, within: str) -> float:
    """The share, 0 to 1, of the letter pairs and triples of a plain text that `within` holds."""
    mine, theirs = letter_grams(text), letter_grams(within)
    total = mine.total()
    return (mine & theirs).total() / total if total else 0.0


def dice(one: str, other: str) -> float:
    """The letter pairs and triples two plain texts have in common, 0 to 1 [Dice 1945]."""
    a, b = letter_grams(one), letter_grams(other)
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


@lru_cache(maxsize=4096)
def letter_grams(text: str) -> Counter[str]:
    """The letter pairs and triples of a plain text."""
    letters = bare(text)
    return Counter(letters[i : i + n] for n in (2, 3) for i in range(len(letters) - n + 1))
