"""Any moves at all: possible ones, impossible ones, silences, words and rewinds."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from hypothesis import strategies as st

from game import content
from game.case.library import Library
from game.case.model import Case
from game.engine.inputs import Choose, Input, Move, Say
from game.engine.offers import on_offer
from game.errors import IllegalMove
from game.playthrough import Mode, Playthrough
from tests.plays import journey, lamp, started


@dataclass(frozen=True)
class Pick:
    """A reply on offer, counted through; a good one if `good`, in the trainee's words if `text`."""

    number: int
    good: bool = False
    text: str | None = None
    wait: int = 0


@dataclass(frozen=True)
class Name:
    """A reply by any id, on offer or not."""

    reply: str
    text: str | None = None


@dataclass(frozen=True)
class Mumble:
    """Words that mean nothing."""

    text: str


@dataclass(frozen=True)
class Silence:
    """Seconds, possible or not."""

    seconds: int


@dataclass(frozen=True)
class Rewind:
    """Back to a turn, possible or not."""

    turn: int


Try = Pick | Name | Mumble | Silence | Rewind


@cache
def cases() -> dict[str, Case]:
    """The cases of the tests, and every shipped one."""
    shipped = Library([content.scenarios()]).playable()
    return {case.id: case for case in (lamp(), journey(), *shipped)}


_WORDS = st.text(max_size=8)
_NAMES = ("ask", "brush", "bye", "file", "hush", "pack", "name-it", "check", "no-such-reply", "")
_PICKS = st.integers(0, 7)
_TRIES: tuple[st.SearchStrategy[Try], ...] = (
    st.builds(Pick, _PICKS, st.just(True)),
    st.builds(Pick, _PICKS, st.just(True)),
    st.builds(Pick, _PICKS),
    st.builds(Pick, _PICKS, st.booleans(), st.none() | _WORDS, st.integers(0, 50)),
    st.builds(Name, st.sampled_from(_NAMES), st.none() | _WORDS),
    st.builds(Mumble, _WORDS),
    st.builds(Silence, st.sampled_from([-1, 0, 1, 39, 40, 41, 300, 90_000])),
    st.builds(Rewind, st.integers(-1, 9)),
)


def a_try() -> st.SearchStrategy[Try]:
    """Any try; a good reply that is on offer more often than not."""
    return st.sampled_from((0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7)).flatmap(lambda i: _TRIES[i])


def tries(most: int = 20) -> st.SearchStrategy[list[Try]]:
    """Any number of tries, as often long as short."""
    return st.integers(0, most).flatmap(
        lambda size: st.lists(a_try(), min_size=size, max_size=size)
    )


def a_start(name: str = "") -> st.SearchStrategy[Playthrough]:
    """Any case (or this one) in any mode, language, seed and memory, not yet begun."""
    names = st.just(name) if name else st.sampled_from(sorted(cases()))
    modes, seeds = st.sampled_from(Mode), st.integers(0, 2**31 - 1)
    languages = st.sampled_from(["ko", "en"])
    return st.builds(_start, names, modes, languages, seeds, st.booleans())


def _start(name: str, mode: Mode, lang: str, seed: int, remembers: bool) -> Playthrough:
    run = started(cases()[name], mode, lang, seed)
    memory = tuple(run.case.remembers) if remembers else ()
    return Playthrough(run.case, replace(run.header, memory=memory))


@st.composite
def a_run(draw: st.DrawFn, most: int = 20, name: str = "") -> Playthrough:
    """Any run, of this case where it is named, after any tries."""
    run = draw(a_start(name))
    attempt_all(run, draw(tries(most)))
    return run


def attempt_all(run: Playthrough, all_tries: Sequence[Try]) -> None:
    """Makes every try; those that are refused are passed over."""
    for one in all_tries:
        attempt(run, one)


def attempt(run: Playthrough, one: Try) -> bool:
    """Makes a try and tells whether it was accepted."""
    try:
        if isinstance(one, Rewind):
            run.back(one.turn)
        else:
            run.take(_input(run, one))
    except IllegalMove:
        return False
    return True


def _input(run: Playthrough, one: Pick | Name | Mumble | Silence) -> Input:
    match one:
        case Pick(number, good, text, wait):
            return Input(wait, _move(_picked(run, number, good), text))
        case Name(reply, text):
            return Input(0, _move(reply, text))
        case Mumble(text):
            return Input(0, Say(text, None))
        case Silence(seconds):
            return Input(seconds, None)


def _picked(run: Playthrough, number: int, good: bool) -> str:
    offered = on_offer(run.play)
    wanted = [reply for reply in offered if reply.better is None] if good else []
    among = wanted or offered
    return among[number % len(among)].id if among else "nothing"


def _move(reply: str, text: str | None) -> Move:
    return Choose(reply) if text is None else Say(text, reply)
