"""What a model is told before it words a line: the part, the facts, the meaning, never the score.

The trainee's words are data between marks. They stand on one line, and no bracket of theirs stays
one, so that they can neither close the marks nor open the markup of a chat template.
"""

import hashlib
import unicodedata
from collections.abc import Iterator
from typing import Final

from game.customers.wanted import CustomerLineWanted
from game.words import Lang, words

OPEN: Final = "<<<"
CLOSE: Final = ">>>"
_MOODS: Final = ((20, "furious"), (40, "annoyed"), (60, "wary"), (80, "calm"), (101, "glad"))
_LONGEST: Final = 500
# Letter for letter, so that an offset in a text stays what it is.
BRACKETS: Final = str.maketrans("<>[]{}|＜＞［］｛｝｜", "‹›()()/‹›()()/")
_PARTS: Final = (
    "part", "who", "tone", "never", "mood", "facts", "rules", "line", "data", "agent", "customer",
    "opening",
)  # fmt: skip

Message = dict[str, str]


def messages(wanted: CustomerLineWanted) -> list[Message]:
    """The messages of one call, with the roles system and user alone."""
    return [
        {"role": "system", "content": "\n".join(_part(wanted))},
        {"role": "user", "content": "\n".join(_turn(wanted))},
    ]


def version(lang: Lang) -> str:
    """Eight hex digits that name the wording of the prompt in a language."""
    text = "\n".join(words(lang, f"prompt.{part}") for part in _PARTS)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def labels(lang: Lang) -> tuple[str, ...]:
    """The labels of the prompt, which no line may repeat."""
    return tuple(words(lang, f"prompt.{part}") for part in ("line", "data", "agent", "customer"))


def _part(wanted: CustomerLineWanted) -> Iterator[str]:
    lang = wanted.language
    yield words(lang, "prompt.part", name=wanted.name)
    if wanted.who:
        yield words(lang, "prompt.who", text=wanted.who)
    if wanted.tone:
        yield words(lang, "prompt.tone", text=wanted.tone)
    if wanted.never:
        yield words(lang, "prompt.never", text=" / ".join(wanted.never))
    mood = next(name for below, name in _MOODS if wanted.mood < below)
    yield words(lang, "prompt.mood", text=words(lang, f"prompt.mood.{mood}"))
    if wanted.told:
        yield words(lang, "prompt.facts", text=" / ".join(wanted.told))
    yield words(lang, "prompt.rules")


def _turn(wanted: CustomerLineWanted) -> Iterator[str]:
    lang = wanted.language
    for said in wanted.heard:
        label = words(lang, "prompt.agent" if said.agent else "prompt.customer")
        yield f"{label} {OPEN}{harmless(said.text)}{CLOSE}"
    reply = harmless(wanted.reply) or words(lang, "prompt.opening")
    yield f"{words(lang, 'prompt.data')} {OPEN}{reply}{CLOSE}"
    yield f"{words(lang, 'prompt.line')} {wanted.meaning}"


def harmless(text: str, most: int = _LONGEST) -> str:
    """Somebody's words as data: on one line, without brackets or what cannot be seen.

    At most `most` characters.
    """
    line = " ".join(text[: 4 * most].translate(BRACKETS).split())
    return "".join(one for one in line if unicodedata.category(one)[0] != "C")[:most]
