"""What was read in the trainee's own words, as it is shown: with quotes, kindly, never as a fine.

Notes on the Korean craft of a line are computed here anew: they teach, and count for nothing.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.words import Lang, knows, words
from scoring.acts import ACTS
from scoring.earning import EARNED
from scoring.reading.craft import notes
from scoring.transcript import Line, Transcript


@dataclass(frozen=True, slots=True)
class ReadView:
    """One thing that the words do: `quote` stands verbatim in them; `is_full` is level 2."""

    what: str
    quote: str
    is_full: bool


@dataclass(frozen=True, slots=True)
class CraftView:
    """A place that could be put better: the words, why, and a better wording ("" for none)."""

    quote: str
    why: str
    better: str


@dataclass(frozen=True, slots=True)
class TypedView:
    """What is said of one typed line.

    `guards` are sentences on what was held against it. `unsure` is a sentence where the reader was
    not sure, "" else.
    """

    read: tuple[ReadView, ...]
    guards: tuple[str, ...]
    unsure: str
    craft: tuple[CraftView, ...] = ()


def typed_view(line: Line, lang: Lang, crafted: bool = False) -> TypedView | None:
    """What was read in a line, None where it was picked; with `crafted` also notes on its craft.

    The language of the line is taken for that of the interface.
    """
    if line.heard is None and not line.is_unsure:
        return None
    return TypedView(
        tuple(_reads(line, lang)),
        tuple(_guards(line, lang)),
        words(lang, "typed.unsure") if line.is_unsure else "",
        tuple(_crafted(line.text, lang)) if crafted else (),
    )


def unread_words(transcript: Transcript, lang: Lang) -> str:
    """Why empathy and gratitude are not judged, "" where they are."""
    if not transcript.is_unread:
        return ""
    unsure = sum(line.is_unsure for line in transcript.agent_lines)
    return words(lang, "typed.unread", unsure=unsure, turns=len(transcript.agent_lines))


def typed_lines(view: TypedView, lang: Lang) -> Iterator[str]:
    """The same as lines of text, for the console and for pages."""
    for one in view.read:
        key = "typed.read.full" if one.is_full else "typed.read.part"
        yield words(lang, key, what=one.what, quote=one.quote)
    if not view.read and not view.unsure:
        yield words(lang, "typed.read.none")
    yield from (one for one in (*view.guards, view.unsure) if one)
    for note in view.craft:
        key = "typed.craft.better" if note.better else "typed.craft"
        yield words(lang, key, quote=note.quote, why=note.why, better=note.better)


def _reads(line: Line, lang: Lang) -> Iterator[ReadView]:
    """What the words were read to do, and of that what can earn or cost something."""
    for act in line.heard or ():
        kind = ACTS[act.name]
        if act.name in EARNED or kind.is_poor:
            yield ReadView(kind.ko if lang == "ko" else kind.en, act.quote, act.level == 2)


def _guards(line: Line, lang: Lang) -> Iterable[str]:
    """Each guard once, in a sentence that names the words it is about."""
    found: dict[str, str] = {}
    for guard in line.guards:
        key = f"guard.{guard.name}"
        known = key if knows(lang, key) else "guard.other"
        found.setdefault(guard.name, words(lang, known, quote=_short(guard.quote)))
    return found.values()


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST].rstrip()}…"


def _crafted(text: str, lang: Lang) -> Iterator[CraftView]:
    for note in notes(text, lang):
        key = f"craft.{note.kind}"
        known = key if knows(lang, key) else "craft.other"
        yield CraftView(note.quote, words(lang, known), note.better or "")


_LONGEST = 60
