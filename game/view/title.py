"""The title: who practises, the play that was left unfinished, and the alley with its regulars."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.case.model import Case
from game.playthrough import Playthrough
from game.view.history import Played, Summary
from game.view.wording import place_of
from game.words import Lang, words


@dataclass(frozen=True, slots=True)
class CaseCard:
    """One case as a card: `place` is its channel, touchpoint and level in words."""

    case: str
    title: str
    place: str
    channel: str
    brief: str
    portrait: str
    level: int


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A play that can be resumed: `save` names it, `where` says turn and mode, `when` the time."""

    save: str
    case: str
    title: str
    where: str
    portrait: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class TitleView:
    """What the console begins with; `notices` are one-sentence warnings (a save set aside, say)."""

    cards: tuple[CaseCard, ...]
    unfinished: Unfinished | None
    notices: tuple[str, ...] = ()


NAME_LIMIT: Final = 20


@dataclass(frozen=True, slots=True)
class LearnerTile:
    """One who practises here, or the guest (`id` is ""); `note` counts regulars and plays."""

    id: str
    name: str
    portrait: str
    regulars: int
    note: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Regular:
    """A customer whose case was passed, with a line of their letter ("" where they wrote none)."""

    case: str
    name: str
    portrait: str
    letter: str


@dataclass(frozen=True, slots=True)
class FrontView:
    """What the window's title shows; `plan` is the if-then plan to ask about, as a sentence.

    `first` is a case to begin with, for who has played none; it names no save. While the records
    are `opening` nothing of them is known yet, and nothing is guessed.
    """

    learners: tuple[LearnerTile, ...]
    unfinished: Unfinished | None
    alley: str
    regulars: tuple[Regular, ...]
    regulars_words: str
    waverers_words: str
    plan: str = ""
    notices: tuple[str, ...] = ()
    first: Unfinished | None = None
    opening: bool = False


OPENING: Final = FrontView((), None, "", (), "", "", opening=True)


def name_of(typed: str) -> str:
    """A name as it is kept: NFC, single blanks, nothing that cannot be seen."""
    whole = unicodedata.normalize("NFC", typed)
    return " ".join("".join(one if one.isprintable() else " " for one in whole).split())


def name_problem(typed: str, taken: Sequence[str], lang: Lang) -> str:
    """Why somebody cannot be called so, in one sentence; "" where they can."""
    name = name_of(typed)
    if not name:
        return words(lang, "screen.learner.name.empty")
    if len(name) > NAME_LIMIT:
        return words(lang, "screen.learner.name.long", most=NAME_LIMIT)
    if name.casefold() in (one.casefold() for one in taken):
        return words(lang, "screen.learner.name.taken", name=name)
    return ""


def told_apart(names: Sequence[str]) -> list[str]:
    """The names, those that are there more than once with a number: records may be merged."""
    met: Counter[str] = Counter()
    told = []
    for name in names:
        met[name.casefold()] += 1
        number = met[name.casefold()]
        told.append(f"{name} ({number})" if number > 1 else name)
    return told


def regulars_of(played: Sequence[Played], lang: Lang) -> tuple[Regular, ...]:
    """The customers of the cases that were passed, the newest first."""
    found: dict[str, Regular] = {}
    for one in played:
        summary = one.summary
        if summary and summary.counts and summary.scores.passed and summary.case not in found:
            found[summary.case] = _regular(summary, lang)
    return tuple(found.values())


def regulars_words(number: int, lang: Lang) -> str:
    """How many regulars there are, in words."""
    if number == 1:
        return words(lang, "screen.learner.regulars.one")
    return words(lang, "screen.learner.regulars", number=number)


def waverers_words(number: int, lang: Lang) -> str:
    """How many may not come back, in words; "" for nobody."""
    return words(lang, "screen.learner.waverers", number=number) if number else ""


def waverers_in(played: Sequence[Played]) -> int:
    """How many customers were met on the record, but would not come back yet."""
    counted = [one.summary for one in played if one.summary and one.summary.counts]
    met = {summary.case for summary in counted}
    return len(met - {summary.case for summary in counted if summary.scores.passed})


def _regular(summary: Summary, lang: Lang) -> Regular:
    told = summary.in_words(lang)
    return Regular(summary.case, told.customer, summary.portrait, line_of(told.letter))


def line_of(letter: str, most: int = 60) -> str:
    """One sentence of a letter: the longest that is short enough to be said in a bubble."""
    sentences = [one.strip() for one in re.findall(r"[^.!?…\n]+[.!?…]*", letter)]
    short = [one for one in sentences if 4 <= len(one) <= most]
    return max(short, key=len, default="")


def card_of(case: Case, lang: Lang) -> CaseCard:
    """The card of one case."""
    return CaseCard(
        case=case.id,
        title=case.text(case.title, lang),
        place=place_of(case, lang),
        channel=case.scenes[0].channel,
        brief=case.text(case.brief, lang),
        portrait=case.scenes[0].customer.portrait.folder,
        level=case.level,
    )


def first_of(case: Case, lang: Lang) -> Unfinished:
    """The card of a case to begin with."""
    return Unfinished(
        save="",
        case=case.id,
        title=case.text(case.title, lang),
        where=words(lang, "screen.title.first.note", level=case.level),
        portrait=case.scenes[0].customer.portrait.folder,
    )


def unfinished_of(save: str, run: Playthrough, lang: Lang, when: str = "") -> Unfinished:
    """The card of a play that was left."""
    mode = words(lang, f"mode.{run.header.mode}")
    return Unfinished(
        save=save,
        case=run.case.id,
        title=run.case.text(run.case.title, lang),
        where=words(lang, "title.where", turn=run.play.turn, mode=mode),
        portrait=run.case.scenes[0].customer.portrait.folder,
        when=when,
    )
