"""A case laid out from a conversation that took place: nodes with holes, which a trainer fills.

A hole is a text that is nothing but `…`; `dangol check` names every one (H001). What was said
stands as it was said, after masking; what the case is to teach nobody can read off it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from game.errors import DangolError
from game.words import words
from game.workshop.drafting import Wish, check_wish, expect_free
from game.workshop.drafting_transcript import (
    MOST_BYTES,
    Conversation,
    Turn,
    read_conversation,
)
from game.workshop.drafting_yaml import comment, quoted
from game.workshop.masking import Masked, mask
from game.workshop.mending_text import place_new, read_small

HOLE: Final = '"…"'


@dataclass(frozen=True, slots=True)
class Filled:
    """What a draft has where else there are holes; `stronger` are better words, node by node.

    `by` is who wrote all of it, where nobody really said it.
    """

    title: str = ""
    feeling: str = ""
    solved: str = ""
    stronger: tuple[str, ...] = ()
    by: str = ""


# By the first of these words that stands in what the agent said. A guess, and told as one.
_GUESSES: Final = (
    (("죄송", "sorry", "apologi"), "apologise"),
    (("감사", "고맙", "thank"), "thank"),
    (("확인해 보", "알아보", "let me check", "look into"), "own"),
    (("으세요?", "신가요?", "까요?", "?"), "ask"),
)


def draft_from(
    wish: Wish, transcript: Path, folder: Path, agent: str | None = None
) -> tuple[Path, Masked, Conversation]:
    """Writes a case laid out from a conversation; raises DangolError, never writes over a file."""
    check_wish(wish)
    expect_free(wish, folder)
    path = folder / f"{wish.id}.yaml"
    spoken = read_conversation(text_of(transcript), agent)
    masked, conversation = _masked(spoken, wish)
    place_new(path, laid_out(wish, conversation))
    return path, masked, conversation


def _masked(spoken: Conversation, wish: Wish) -> tuple[Masked, Conversation]:
    """The conversation after masking, and what was masked, by the lines of the transcript."""
    whole = mask("\n".join(turn.text for turn in spoken.turns), wish.language, spoken.names)
    masks = tuple(replace(one, line=spoken.turns[one.line - 1].line) for one in whole.masks)
    turns = tuple(
        replace(turn, text=text)
        for turn, text in zip(spoken.turns, whole.text.split("\n"), strict=True)
    )
    return Masked(whole.text, masks), replace(spoken, turns=turns)


def text_of(path: Path) -> str:
    """The text of a trainer's file, in the encodings that chats are exported in; DangolError."""
    data = read_small(path, MOST_BYTES)
    for encoding in ("utf-8-sig", "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "cp949"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise DangolError("workshop.from.binary", path=path)


def laid_out(wish: Wish, conversation: Conversation, filled: Filled = Filled()) -> str:
    """The case: a node for each turn of the customer, the agent's answer as its first reply."""
    turns = list(conversation.turns)
    opening = [turns.pop(0)] if turns[0].agent else []
    parts = [_head(wish, opening, filled)]
    nodes = list(_pairs(turns))
    last = max((number for number, (_, agent) in enumerate(nodes, 1) if agent), default=0)
    for number, (customer, agent) in enumerate(nodes, 1):
        to = f"turn-{number + 1}" if number < len(nodes) else "end-as-it-was"
        parts.append(_node(wish, number, customer, agent, to, number == last, filled))
    parts.append(_endings())
    return "\n".join(parts)


def _pairs(turns: Sequence[Turn]) -> Iterator[tuple[Turn, Turn | None]]:
    for at in range(0, len(turns), 2):
        yield turns[at], turns[at + 1] if at + 1 < len(turns) else None


def _head(wish: Wish, opening: Sequence[Turn], filled: Filled) -> str:
    said = [
        comment(words(wish.language, "workshop.from.opening", text=one.text)) for one in opening
    ]
    head = "workshop.llm.head" if filled.by else "workshop.from.head"
    return "\n".join([
        comment(words(wish.language, head, file=f"{wish.id}.yaml", by=filled.by)),
        f"case: {wish.id}",
        "format: 1",
        f"language: {wish.language}",
        f"title: {_text(filled.title)}",
        f"brief: {HOLE}",
        "source: {document: S3}",
        f"season: {wish.season}",
        "level: 1",
        f"channel: {wish.channel}",
        f"touchpoint: {wish.touchpoint}",
        "fault: company",
        "customer:",
        f"  name: {HOLE}",
        "  portrait: {base: woman-50s, hair: medium-black, glasses: none}",
        "  mood: 50",
        "  patience: 3",
        "feels:",
        "  unheard:",
        f"    text: {_text(filled.feeling)}",
        "    needs: [reaction]",
        "    core: true",
        "problem:",
        "  solved-for-them:",
        "    weight: 1",
        f"    text: {_text(filled.solved)}",
        *said,
        "start: turn-1",
        "nodes:",
    ])  # fmt: skip


def _node(
    wish: Wish, number: int, customer: Turn, agent: Turn | None, to: str, is_last: bool,
    filled: Filled,
) -> str:  # fmt: skip
    solves = ["        solves: solved-for-them"] if is_last else []
    lines = [f"  turn-{number}:", f"    say: {quoted(_plain(customer.text))}"]
    if number == 1:
        lines.append("    shows: unheard")
    if agent is None:
        return "\n".join([*lines, f"    go: {to}"])
    act = _guess(agent.text)
    said = "workshop.llm.as-said" if filled.by else "workshop.from.as-said"
    stronger = filled.stronger[number - 1] if number <= len(filled.stronger) else ""
    lines += [
        "    replies:",
        comment(words(wish.language, said, line=agent.line, act=act), 6),
        "      - id: as-said",
        f"        say: {quoted(_plain(agent.text))}",
        f"        acts: [{act}]",
        *solves,
        f"        why: {HOLE}",
        f"        better: {HOLE}",
        f"        go: {to}",
        comment(words(wish.language, "workshop.from.better"), 6),
        "      - id: stronger",
        f"        say: {_text(stronger)}",
        f"        acts: [{'acknowledge unheard' if number == 1 else 'acknowledge'}]",
        *solves,
        f"        why: {HOLE}",
        f"        go: {to}",
    ]
    return "\n".join(lines)


def _endings() -> str:
    return f"  end-as-it-was:\n    end: handled\n    letter: {HOLE}\n"


def _text(text: str) -> str:
    return quoted(_plain(text)) if text.strip() else HOLE


def _guess(text: str) -> str:
    low = text.lower()
    return next((act for marks, act in _GUESSES if any(mark in low for mark in marks)), "inform")


def _plain(text: str) -> str:
    """What was said, without brackets that would read as a place to be filled."""
    return text.replace("<", "‹").replace(">", "›").strip() or "…"
