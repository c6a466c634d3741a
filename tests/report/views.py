"""Debriefs for the tests of the report: of real plays, and the same with every text replaced."""

from dataclasses import fields, is_dataclass, replace
from typing import Any

from game.case.library import Library
from game.view.debrief import DebriefView, debrief_view
from game.words import Lang
from tests.plays import BEST, CASES, played

# Brushed off, promised what cannot be kept, said goodbye.
WORST = ("brush", "promise", "bye")
PLAYS = {
    "best": BEST,
    "worst": WORST,
    "unfinished": ("brush", "ask"),
    "scenes": ("fill-in", "hand-over", "not-ours"),
}

# What the program reads, not the reader: these name styles, pictures and states.
_NAMES = {
    "key",
    "state",
    "axis",
    "tone",
    "voice",
    "portrait",
    "face",
    "channel",
    "case",
    "headline",
}


def view_of(play: str, lang: Lang) -> DebriefView:
    """The debrief of one of the plays by its name."""
    cases = Library([CASES])
    case = cases.load("lost-bag" if play == "scenes" else "lamp")
    return debrief_view(played(PLAYS[play], case), lang, cases.pages("principle"))


def saying(view: DebriefView, text: str) -> DebriefView:
    """The same debrief with `text` for everything that is there to be read."""
    changed: DebriefView = _saying(view, text)
    return changed


def _saying(value: Any, text: str) -> Any:
    match value:
        case str():
            return text
        case tuple():
            return tuple(_saying(one, text) for one in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            read = (field.name for field in fields(value) if field.name not in _NAMES)
            return replace(value, **{name: _saying(getattr(value, name), text) for name in read})
        case _:
            return value
