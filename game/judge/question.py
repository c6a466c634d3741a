"""What the judge reads: the rubric, the slots and the talk as data; and the form of the answer."""

import hashlib
import json
from collections.abc import Sequence
from typing import Final, Literal

from pydantic import Field, create_model

from game.customers.asking import Form
from game.customers.prompt import Message, harmless
from game.judge.slots import Criterion, Slot
from game.words import Lang, words
from scoring.reading.context import Context
from scoring.reading.guards import guards
from scoring.reading.normal import normalise
from scoring.reading.sentences import sentences
from scoring.transcript import Line, Speaker

MOST_LETTERS: Final = 1000  # of one line
MOST_QUOTE: Final = 160
MOST_QUOTES: Final = 2
TOKENS_A_SLOT: Final = 160
_PARTS: Final = ("part", "rules", "levels", "slots", "slot", "transcript")


class Quoted(Form):
    """A piece of what the agent said."""

    turn: int
    quote: str = Field(max_length=MOST_QUOTE)


class Given(Form):
    """The answer for one slot: evidence comes before the level that rests on it."""

    evidence: list[Quoted] = Field(max_length=MOST_QUOTES)
    level: Literal[0, 1, 2]


def form_of(slots: Sequence[Slot]) -> type[Form]:
    """The form of an answer for these slots: a `Given` under the id of each."""
    fields = {slot.id: (Given, ...) for slot in slots}
    return create_model("Judgement", __base__=Form, **fields)  # type: ignore[call-overload, no-any-return]


def question(lines: Sequence[Line], slots: Sequence[Slot], lang: Lang) -> list[Message]:
    """The messages of one judgement, in the language of the talk."""
    asked = dict.fromkeys(slot.criterion for slot in slots)
    rubric = [words(lang, f"judge.level.{one}") for one in Criterion if one in asked]
    system = [
        words(lang, "judge.part"), words(lang, "judge.rules"), words(lang, "judge.levels"), *rubric,
    ]  # fmt: skip
    data = [
        words(lang, "judge.slots"), *(_told(slot, lang) for slot in slots),
        words(lang, "judge.transcript"), _as_json(lines, lang),
    ]  # fmt: skip
    return [
        {"role": "system", "content": "\n".join(system)},
        {"role": "user", "content": "\n".join(data)},
    ]


def version(lang: Lang) -> str:
    """Eight hex digits that name the wording of the question in a language."""
    keys = [*_PARTS, *(f"level.{one}" for one in Criterion)]
    text = "\n".join(words(lang, f"judge.{key}") for key in keys)
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def speaks_to_graders(text: str) -> bool:
    """Whether somebody tries to talk a grader or a model into something."""
    said = guards(sentences(normalise(text)), Context())
    return any(one.name == "grader" for one in said)


def _told(slot: Slot, lang: Lang) -> str:
    criterion = words(lang, f"judge.criterion.{slot.criterion}")
    about = words(lang, f"judge.about.{slot.kind}", text=slot.about)
    return words(lang, "judge.slot", id=slot.id, criterion=criterion, about=about)


def _as_json(lines: Sequence[Line], lang: Lang) -> str:
    """The talk as JSON; what speaks to graders is not even read to them."""
    talk = [
        {"turn": line.turn, "who": line.speaker.value, "text": _shown(line, lang)} for line in lines
    ]
    return json.dumps(talk, ensure_ascii=False)


def _shown(line: Line, lang: Lang) -> str:
    if line.speaker is Speaker.AGENT and speaks_to_graders(line.text):
        return words(lang, "judge.left-out")
    return harmless(line.text, MOST_LETTERS)
