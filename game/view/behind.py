"""What stood behind the words: hidden facts and how they came out, and what a customer loves."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.case.declared import Disclosure, Hidden
from game.engine.events import SecretTold
from game.engine.play import Play
from game.playthrough import Playthrough
from game.transcribe import text_in
from game.words import Lang, words


@dataclass(frozen=True, slots=True)
class HiddenView:
    """A hidden fact; `state` is told, denied (asked badly), kept (never came out) or never.

    `rule` is what it takes to hear it: asked, near or never. `turn` is the trainee's turn that it
    was told at, 0 where the customer told it at the start, None where they never did.
    """

    text: str
    state: str
    state_words: str
    rule: str = ""
    turn: int | None = None


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
    turns = _told_at(run)
    return tuple(
        _hidden(one, _state(one, run.play), turns.get(one.id), text(one.text), lang)
        for one in run.case.hidden.values()
    )


def elicited_words(hidden: Sequence[HiddenView], lang: Lang) -> str:
    """How much of what could be heard came out, in a sentence; "" where nothing could."""
    could = [one for one in hidden if one.state == "told" or one.rule != Disclosure.NEVER]
    if not could:
        return ""
    told = sum(one.state == "told" for one in could)
    return words(lang, "debrief.hidden.count", told=told, of=len(could))


def _hidden(one: Hidden, state: str, turn: int | None, text: str, lang: Lang) -> HiddenView:
    key = state
    if state == "told":
        key = "told.turn" if turn else "told.first"
    elif state == "kept":
        key = f"kept.{one.told.value}"
    said = words(lang, f"debrief.hidden.{key}", turn=turn)
    return HiddenView(text, state, said, one.told.value, turn)


def _told_at(run: Playthrough) -> dict[str, int]:
    """The turn at which each hidden fact was told."""
    moments = [(0, run.opening), *((step.after.turn, step.events) for step in run.steps)]
    return {
        event.secret: turn
        for turn, events in reversed(moments)
        for event in events
        if isinstance(event, SecretTold)
    }


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
