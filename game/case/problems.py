"""What is wrong with a case: a value with a code and a place, never an exception.

The texts of the codes, with the smallest bad example of each: `assets/words/problems.yaml`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Final, NamedTuple

_MANY: Final = 500


class Place(NamedTuple):
    """A line and a column, both from 1; columns count characters.

    `file` is set where the place is in another file than the one that is read: a shared scene.
    """

    line: int
    column: int
    file: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem; `file` is set where more than one file is read together."""

    code: str
    place: Place
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
    file: str = ""

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Files by name, then places from the top, then codes."""
        return (self.file, self.place.line, self.place.column, self.code)


def nearest(word: str, known: Mapping[str, object] | tuple[str, ...] | list[str]) -> str | None:
    """The known word most like `word`, if any is near enough for "did you mean".

    Among very many, only those that begin alike are looked at: each look takes a while.
    """
    words = list(known)
    if len(words) > _MANY:
        words = [one for one in words if one[:2] == word[:2]][:_MANY]
    found = get_close_matches(word, words, n=1, cutoff=0.6)
    return found[0] if found else None
