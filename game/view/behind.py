"""What stood behind the words: hidden facts and how they came out, and what a customer loves."""

from dataclasses import dataclass

from game.case.declared import Disclosure, Hidden
from game.engine.play import Play
from game.playthrough import Playthrough
from game.transcribe import text_in
from game.words import Lang, words


@dataclass(frozen=True, slots=True)
class HiddenView:
    """A hidden fact; `state` is told, denied (asked badly), kept (never came out) or never."""

    text: str
    state: str
    state_words: str


@dataclass(frozen=True, slots=True)
class TasteView:
    """What a customer loves and hates, in the author's words."""

    customer: str
    loves: tuple[str, ...]
    hates: tuple[str, ...]


def hidden_of(run: Playthrough, lang: Lang) -> tuple[HiddenView, ...]:
    """Every hidden fact of the case and what became of it; nothing before the end."""
    if not run.play.ended:
        return ()
    text = text_in(run.case, run.header, lang)
    states = ((one, _state(one, run.play)) for one in run.case.hidden.values())
    return tuple(
        HiddenView(text(one.text), state, words(lang, f"debrief.hidden.{state}"))
        for one, state in states
    )


def tastes_of(run: Playthrough, lang: Lang) -> tuple[TasteView, ...]:
    """The customers of the case of whom it says what they love or hate; none before the end."""
    if not run.play.ended:
        return ()
    text = text_in(run.case, run.header, lang)
    return tuple(
        TasteView(text(one.name), tuple(map(text, one.loves)), tuple(map(text, one.hates)))
        for one in run.case.customers.values()
        if one.loves or one.hates
    )


def _state(hidden: Hidden, play: Play) -> str:
    if hidden.id in play.told:
        return "told"
    if hidden.told is Disclosure.NEVER:
        return "never"
    return "denied" if hidden.id in play.denied else "kept"
