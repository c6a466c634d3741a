"""The library: a card a case, with what came of it, and the filters over the cards."""

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import inf
from typing import Any

from game.case.model import Case
from game.case.pages import Page
from game.view.faces import face_of
from game.view.history import Left, Scores, Summary, figures, moment
from game.words import Lang, words
from scoring.scorecard import SCORED

STATES = ("new", "going", "practised", "below", "passed")


@dataclass(frozen=True, slots=True)
class Tried:
    """One axis of a card: its key and name, the first try and the best one."""

    axis: str
    name: str
    first: int | None
    best: int | None


@dataclass(frozen=True, slots=True)
class LibraryCard:
    """A case as a card; `state` is one of `STATES`.

    `where` says where a play was left, `tried` holds first and best try, `skills` what a new case
    is about; `own` marks a case from the user's folder. `twin` is a word on a case that is played
    in exams alone, "" for any other. `season` is a key, `season_name` its heading.
    """

    case: str
    title: str
    brief: str
    channel: str
    channel_name: str
    touchpoint: str
    touchpoint_name: str
    portrait: str
    face: str
    level: int
    level_name: str
    own: bool
    state: str
    state_name: str
    skills: tuple[str, ...]
    tried: tuple[Tried, ...] = ()
    where: str = ""
    when: str = ""
    twin: str = ""
    season: str = ""
    season_name: str = ""

    @property
    def told(self) -> str:
        """The card in one sentence, for voicing."""
        parts = [self.channel_name, self.touchpoint_name, self.level_name, self.state_name]
        parts += [one for one in (self.twin, self.where) if one]
        parts += [f"{one.name} {one.first} / {one.best}" for one in self.tried]
        return " · ".join([*parts, self.brief])


@dataclass(frozen=True, slots=True)
class LibraryView:
    """All cards, season by season, the easiest first; `is_reading` while more are on their way.

    `states` are key and word of each state."""

    cards: tuple[LibraryCard, ...]
    tried: int
    passed: int
    is_reading: bool
    folder: str
    states: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Record:
    """What one learner has done with one case: finished plays oldest first, and one left open."""

    plays: tuple[Summary, ...] = ()
    left: Left | None = None

    @property
    def counting(self) -> tuple[Summary, ...]:
        """The plays that stand on the record: all but exploring."""
        return tuple(one for one in self.plays if one.counts)

    @property
    def has_passed(self) -> bool:
        """Whether the case was passed once: its customer comes back."""
        return any(one.scores.passed for one in self.counting)

    @property
    def state(self) -> str:
        """One of `STATES`."""
        if self.left:
            return "going"
        if self.has_passed:
            return "passed"
        if self.counting:
            return "below"
        return "practised" if self.plays else "new"

    @property
    def first(self) -> Scores | None:
        """The very first try: before the first rewind, where there was one."""
        return (self.counting[0].first or self.counting[0].scores) if self.counting else None

    @property
    def best(self) -> Scores | None:
        """The best try: a passed one before any other, then the greatest sum."""
        scores = [one.scores for one in self.counting]
        return max(scores, key=lambda one: (one.passed, one.total)) if scores else None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The filters; an empty word and level 0 let everything pass."""

    channel: str = ""
    touchpoint: str = ""
    level: int = 0
    state: str = ""
    text: str = ""

    def but(self, **filters: Any) -> "Wanted":
        """The same with some of them changed."""
        return replace(self, **filters)


def library_view(
    cases: Sequence[tuple[Case, bool]],
    records: Mapping[str, Record],
    now: datetime,
    lang: Lang,
    is_reading: bool = False,
    folder: str = "",
    pages: Sequence[Page] = (),
) -> LibraryView:
    """The library of one learner; `cases` say of each whether it is the user's own.

    `pages` hold the files of the seasons: a season without one stands after the others.
    """
    seasons = {page.id: page for page in pages if page.kind == "season"}
    titles = {name: page.title(lang) for name, page in seasons.items()}
    cards = [
        replace(
            _card(case, own, records.get(case.id, Record()), now, lang),
            season=case.season,
            season_name=titles.get(case.season, case.season),
        )
        for case, own in cases
    ]

    def place(card: LibraryCard) -> tuple[float, str, int, str]:
        season = seasons.get(card.season)
        return season.order if season else inf, card.season, card.level, card.title

    ordered = sorted(cards, key=place)
    tried = sum(card.state != "new" for card in cards)
    passed = sum(records.get(card.case, Record()).has_passed for card in cards)
    states = tuple((state, words(lang, f"library.state.{state}")) for state in STATES)
    return LibraryView(tuple(ordered), tried, passed, is_reading, folder, states)


def matching(cards: Sequence[LibraryCard], wanted: Wanted) -> tuple[LibraryCard, ...]:
    """The cards that pass every filter; each word must stand in title, story or id."""
    needles = folded(wanted.text).split()
    return tuple(
        card
        for card in cards
        if wanted.channel in ("", card.channel)
        and wanted.touchpoint in ("", card.touchpoint)
        and wanted.level in (0, card.level)
        and wanted.state in ("", card.state)
        and all(needle in _haystack(card) for needle in needles)
    )


def count(cards: Sequence[LibraryCard], wanted: Wanted, **filters: Any) -> int:
    """How many cards there would be with some filters changed."""
    return len(matching(cards, wanted.but(**filters)))


def folded(text: str) -> str:
    """A text for comparing: NFC, small letters."""
    return unicodedata.normalize("NFC", text).casefold()


def _haystack(card: LibraryCard) -> str:
    return folded(f"{card.title}\n{card.brief}\n{card.case}")


def _card(case: Case, own: bool, record: Record, now: datetime, lang: Lang) -> LibraryCard:
    scene, state = case.scenes[0], record.state
    card = LibraryCard(
        case=case.id,
        title=case.text(case.title, lang),
        brief=case.text(case.brief, lang),
        channel=scene.channel,
        channel_name=words(lang, f"channel.{scene.channel}"),
        touchpoint=scene.touchpoint,
        touchpoint_name=words(lang, f"touchpoint.{scene.touchpoint}"),
        portrait=scene.customer.portrait.folder,
        face="smiling" if record.has_passed else face_of(scene.customer.mood),
        level=case.level,
        level_name=words(lang, "library.level", level=case.level),
        own=own,
        state=state,
        state_name=words(lang, f"library.state.{state}"),
        skills=skills_of(case, lang),
        twin=words(lang, "scene.twin") if case.twin else "",
    )
    if record.left:
        mode = words(lang, f"mode.{record.left.header.mode}")
        when = f"{moment(record.left.at, now, lang)} · {mode}"
        where = words(lang, "library.where", turn=record.left.turn)
        return replace(card, where=where, when=when)
    if record.first and record.best:
        pairs = zip(SCORED, record.first.axes, record.best.axes, strict=True)
        tried = (Tried(a.value, words(lang, f"axis.{a.value}"), f, b) for a, f, b in pairs)
        return replace(card, tried=tuple(tried))
    if record.plays:
        where = words(lang, "library.explored", times=len(record.plays))
        return replace(card, where=where, when=figures(record.plays[-1].scores))
    return card


def skills_of(case: Case, lang: Lang) -> tuple[str, ...]:
    """What a case practises: how its core feelings want to be met, and whether thanks are due."""
    core = [feeling for feeling in case.feels.values() if feeling.core]
    needs = {need for feeling in core for need in feeling.needs}
    keys = [key for key in ("reaction", "interpretation", "exploration") if key in needs]
    keys += ["gratitude"] if case.deeds else []
    return tuple(words(lang, f"library.skill.{key}") for key in keys)
