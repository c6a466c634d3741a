"""A case laid out from a story of Twine: a node for each passage, a reply for each link.

Texts that the story does not hold are holes, as in a draft from a conversation. What is longer than
a spoken line may be goes on in a further node.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from game.words import words
from game.workshop.drafting import Wish
from game.workshop.drafting_holes import HOLE
from game.workshop.drafting_yaml import comment, id_of, quoted
from game.workshop.twine import Loss, Passage, Twine, losses_of

_SPOKEN: Final = 240
_LETTER: Final = 580


def case_of_story(story: Twine, wish: Wish) -> tuple[str, tuple[Loss, ...]]:
    """The text of the case, and everything that could not be carried into it, by line."""
    losses = tuple(losses_of(story))
    taken: set[str] = set()
    ids = {name: id_of(name, taken, "passage") for name in story.passages}
    lines = [*_head(story, wish, ids), "nodes:"]
    for passage in story.passages.values():
        lines += _nodes(passage, ids, taken, wish)
    return "\n".join(lines) + "\n", losses


def _head(story: Twine, wish: Wish, ids: Mapping[str, str]) -> Iterator[str]:
    yield comment(words(wish.language, "workshop.twine.head", file=f"{wish.id}.yaml"))
    yield f"case: {wish.id}"
    yield "format: 1"
    yield f"language: {wish.language}"
    yield f"title: {quoted(_plain(story.title)[:60]) if story.title.strip() else HOLE}"
    yield f"brief: {HOLE}"
    yield "source: {document: S3}"
    yield f"season: {wish.season}"
    yield "level: 1"
    yield f"channel: {wish.channel}"
    yield f"touchpoint: {wish.touchpoint}"
    yield "fault: none"
    yield "customer:"
    yield f"  name: {HOLE}"
    yield "  portrait: {base: woman-50s, hair: medium-black, glasses: none}"
    yield "  mood: 50"
    yield "  patience: 3"
    yield "problem:"
    yield "  solved-for-them:"
    yield "    weight: 1"
    yield f"    text: {HOLE}"
    yield f"start: {ids[story.start]}"


def _nodes(passage: Passage, ids: Mapping[str, str], taken: set[str], wish: Wish) -> Iterator[str]:
    """The node of a passage, and the further ones that a long text needs."""
    name = ids[passage.name]
    is_end = not passage.links
    parts = list(_pieces(_plain(passage.text), _LETTER if is_end else _SPOKEN))
    last = parts.pop() if parts else ""
    for part in parts:
        further = id_of(f"{ids[passage.name]}-more", taken)
        yield f"  {name}:"
        yield from _said(part)
        yield f"    go: {further}"
        name = further
    yield comment(
        words(wish.language, "workshop.twine.passage", name=passage.name, line=passage.line), 2
    )
    yield f"  {name}:"
    if is_end:
        yield "    end: handled"
        yield f"    letter: {quoted(last) if last else HOLE}"
        return
    yield from _said(last)
    yield "    replies:"
    replies: set[str] = set()
    for link in passage.links:
        said = _plain(link.text)
        yield f"      - id: {id_of(said[:30], replies, 'reply')}"
        yield f"        say: {quoted(said) if said else HOLE}"
        yield "        acts: [inform]"
        yield "        solves: solved-for-them"
        yield f"        why: {HOLE}"
        yield f"        go: {ids.get(link.to, 'stay')}"


def _said(text: str) -> Iterator[str]:
    if text:
        yield f"    say: {quoted(text)}"


def _pieces(text: str, most: int) -> Iterator[str]:
    """A text in pieces that fit, cut between paragraphs, else sentences, else words."""
    flat = " ".join(text.split())
    while len(flat) > most:
        window = flat[: most + 1]
        ends = [one.end() for one in re.finditer(r"[.!?…。]['\")”’]*\s", window)]
        cut = ends[-1] if ends else window.rfind(" ")
        cut = cut if cut > 0 else most
        yield flat[:cut].strip()
        flat = flat[cut:].strip()
    if flat:
        yield flat


def _plain(text: str) -> str:
    return " ".join(text.replace("<", "‹").replace(">", "›").split())
