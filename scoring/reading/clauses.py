"""A text as its clauses: its sentences, cut again where an ending or a word joins two thoughts."""

import re
from functools import lru_cache
from typing import Final

from scoring.reading.normal import normalise
from scoring.reading.sentences import sentences

# Korean endings that join a clause to the next (not 고 after 하려), English conjunctions.
_JOINED: Final = re.compile(
    r"(?<=[가-힣])(?<!려)(?:지만|는데요?|은데요?|인데요?|니까|므로|라서|어서|아서|으며|거나|든지|이라|거라"
    r"|으니|구요|고요|고|면(?!\s안\s?[돼되됩]))(?=[\s,])[,\s]+"
    r"|,\s+|\s+(?=(?:but|because|so|although|though|while|and|if|unless|until)\b)"
)


@lru_cache(maxsize=4096)
def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text made plain, in order; a joining ending stays with its clause."""
    found: list[str] = []
    for sentence in sentences(normalise(text)):
        start = 0
        for joint in _JOINED.finditer(sentence.text):
            found.append(sentence.text[start : joint.end()])
            start = joint.end()
        found.append(sentence.text[start:])
    return tuple(one.strip(" ,") for one in found if any(letter.isalnum() for letter in one))
