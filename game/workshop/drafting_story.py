"""A case drafted by a language model from an anecdote, laid out as one from a conversation is.

The anecdote is masked on this computer before anything is sent. What the model may write are words;
what a case teaches stays a hole, so that `dangol check` holds the draft back until a person has
filled it (H001).
"""

from pathlib import Path
from typing import Final

from pydantic import Field

from game.case.problems import Problem
from game.case.reading import read_case
from game.customers.asking import Asks, Form
from game.customers.prompt import Message, harmless
from game.errors import CustomerUnavailable, DangolError
from game.words import Lang, words
from game.workshop.drafting import Wish, check_wish, expect_free
from game.workshop.drafting_holes import Filled, laid_out, text_of
from game.workshop.drafting_transcript import Conversation, Turn
from game.workshop.masking import Masked, mask
from game.workshop.mending_text import place_new

MOST_LETTERS: Final = 6000
TOKENS: Final = 3000
_HANGUL: Final = {"ko": (0.5, 1.0), "en": (0.0, 0.1)}
_LEAST: Final = 2  # letters of anything that is said


class Said(Form):
    """One turn: the customer, an answer that falls short, and a stronger one."""

    customer: str = Field(min_length=_LEAST, max_length=300)
    agent: str = Field(min_length=_LEAST, max_length=300)
    better: str = Field(min_length=_LEAST, max_length=300)


class Told(Form):
    """What a model makes of an anecdote."""

    title: str = Field(min_length=_LEAST, max_length=60)
    feeling: str = Field(min_length=_LEAST, max_length=120)
    solved: str = Field(min_length=_LEAST, max_length=120)
    turns: list[Said] = Field(min_length=2, max_length=6)


def masked_story(wish: Wish, story: Path, folder: Path) -> Masked:
    """The anecdote as it may be sent; raises DangolError for a file or a case that cannot be."""
    check_wish(wish)
    expect_free(wish, folder)
    text = text_of(story).strip()
    if len(text) > MOST_LETTERS:
        raise DangolError("workshop.llm.long", path=story, most=MOST_LETTERS)
    if not text:
        raise DangolError("workshop.llm.blank", path=story)
    return mask(text, wish.language)


def story_question(story: Masked, lang: Lang) -> list[Message]:
    """The messages that ask for a draft."""
    system = "\n".join((words(lang, "draft.part"), words(lang, "draft.rules")))
    told = "\n".join(harmless(line, MOST_LETTERS) for line in story.text.splitlines())
    return [
        {"role": "system", "content": system},
        {"role": "user", "content": f"{words(lang, 'draft.story')}\n{told}"},
    ]


def draft_story(wish: Wish, story: Masked, asks: Asks, folder: Path) -> Path:
    """Asks for a draft and writes it; raises DangolError, and writes nothing, where it is none."""
    try:
        told = asks.ask(story_question(story, wish.language), Told, TOKENS)
    except CustomerUnavailable as error:
        if error.key in ("voice.misshapen", "voice.cut"):
            raise DangolError("workshop.llm.nonsense") from error
        raise
    case = laid_out(wish, *_conversation(told, asks.model))
    if not _is_in(wish.language, told) or any(one.code != "H001" for one in _problems(wish, case)):
        raise DangolError("workshop.llm.nonsense")
    path = folder / f"{wish.id}.yaml"
    place_new(path, case)
    return path


def _conversation(told: Told, model: str) -> tuple[Conversation, Filled]:
    turns = [
        turn
        for number, said in enumerate(told.turns, 1)
        for turn in (Turn(False, said.customer, number), Turn(True, said.agent, number))
    ]
    stronger = tuple(said.better for said in told.turns)
    filled = Filled(told.title, told.feeling, told.solved, stronger, model)
    return Conversation(tuple(turns), (), ()), filled


def _is_in(lang: Lang, told: Told) -> bool:
    """Whether what is said is in the language of the case, and says more than one thing."""
    said = [text for turn in told.turns for text in (turn.customer, turn.agent, turn.better)]
    letters = [one for one in "".join(said) if one.isalpha()]
    share = sum("가" <= one <= "힣" for one in letters) / len(letters) if letters else 0.0
    least, most = _HANGUL[lang]
    return bool(letters) and least <= share <= most and 2 * len(set(said)) > len(said)


def _problems(wish: Wish, case: str) -> list[Problem]:
    return list(read_case(f"{wish.id}.yaml", case.encode()).problems)
