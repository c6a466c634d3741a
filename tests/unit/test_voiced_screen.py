"""The dialogue while a customer is talking: what grows, what keys and clicks do, what waits."""

import time
from collections.abc import Iterator
from contextlib import contextmanager

import pygame
import pytest

from game.customers.speaking import Speaker
from game.customers.voice import Voice
from game.customers.voicing import Voicing
from game.desk import Desk
from game.screens.canvas import Canvas
from game.screens.conversation import Bubble
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import problems
from game.screens.voicing import heard, news
from game.session import Session
from game.view.lines import Voice as Speaks
from game.words import words
from tests.unit.test_voiced import OTHERWISE, PATIENT, SIGH, Held
from tests.voices import VOICES

CASE = "changed-address"
ROUND = 1 / 60


def key(code: int) -> pygame.event.Event:
    return pygame.event.Event(pygame.KEYDOWN, key=code, mod=0, unicode="")


def click(screen: DialogueScreen, at: tuple[float, float]) -> None:
    factor = screen.canvas.surface.get_height() / 720
    where = (round(at[0] * factor), round(at[1] * factor))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        screen.on_event(pygame.event.Event(kind, button=pygame.BUTTON_LEFT, pos=where))


@contextmanager
def talking(
    desk: Desk, canvas: Canvas, voice: Voice, mode: str = "coach"
) -> Iterator[DialogueScreen]:
    """A dialogue whose customer begins to talk."""
    desk.set(lang="ko")
    desk.give_voice = lambda: Voicing(Speaker(voice))
    session = desk.begin(CASE, mode, "ko", 7)
    screen = DialogueScreen(desk, canvas, session)
    screen.draw(canvas.surface)
    screen.update(ROUND)
    yield screen
    session.leave()


def rounds(screen: DialogueScreen, so_far: str = "") -> None:
    """Rounds until the customer has said it all, or so much."""
    end = time.monotonic() + PATIENT
    while screen.view.is_talking and not (so_far and screen.view.lines[-1].text == so_far):
        assert time.monotonic() < end
        screen.update(ROUND)
        screen.draw(screen.canvas.surface)
        time.sleep(0.002)


def bubble(screen: DialogueScreen) -> Bubble:
    """The newest bubble."""
    return [one for one in screen.page.widgets() if isinstance(one, Bubble)][-1]


def names(screen: DialogueScreen) -> set[str]:
    return {one.name for one in screen.page.widgets() if one.takes_focus}


def test_a_bubble_grows_and_the_replies_come_when_it_is_whole(desk: Desk, canvas: Canvas) -> None:
    voice = Held()
    with talking(desk, canvas, voice) as screen:
        assert bubble(screen).dots
        assert "reply:0" not in names(screen)
        empty = bubble(screen).rect.w
        rounds(screen, SIGH["ko"])
        assert bubble(screen).rect.w > empty
        assert problems(canvas) == []
        voice.may_go_on.set()
        rounds(screen)
        assert bubble(screen).dots is None
        assert {"reply:0", "answer"} <= names(screen)
        assert screen.page.focus
        assert screen.page.focus.name == "reply:0"


def test_enter_does_not_wait_and_does_not_answer(desk: Desk, canvas: Canvas) -> None:
    for mode in ("coach", "exam"):
        with talking(desk, canvas, Held(), mode) as screen:
            screen.on_event(key(pygame.K_RETURN))
            assert not screen.view.is_talking
            assert not screen.is_revealing
            assert screen.view.turn == 0


def test_a_click_on_the_talk_does_not_wait_one_on_the_policy_does(
    desk: Desk, canvas: Canvas
) -> None:
    with talking(desk, canvas, Held()) as screen:
        policy = next(one for one in screen.page.widgets() if one.name == "policy")
        click(screen, policy.rect.center)
        assert screen.modal
        assert screen.view.is_talking
        screen.on_event(key(pygame.K_ESCAPE))
        assert not screen.modal
        click(screen, screen.page.scrolled("talk").rect.center)
        assert not screen.view.is_talking


def test_digits_pick_nothing_while_the_customer_talks(desk: Desk, canvas: Canvas) -> None:
    with talking(desk, canvas, Held()) as screen:
        screen.on_event(key(pygame.K_1))
        assert screen.view.is_talking
        assert screen.view.turn == 0


def test_time_does_not_run_while_the_customer_talks(desk: Desk, canvas: Canvas) -> None:
    with talking(desk, canvas, Held()) as screen:
        for _ in range(30):
            screen.update(1.0)
        assert screen.pace.waited == 0
        screen.on_event(key(pygame.K_RETURN))
        screen.update(1.0)
        screen.update(1.0)
        assert screen.pace.waited > 0


def test_feedback_is_read_while_the_next_line_comes(desk: Desk, canvas: Canvas) -> None:
    voice = Held()
    with talking(desk, canvas, voice, "explore") as screen:
        screen.on_event(key(pygame.K_RETURN))
        screen.on_event(key(pygame.K_1))
        reading = [screen.is_reading]
        screen.update(ROUND)
        screen.on_event(key(pygame.K_RETURN))
        reading.append(screen.is_reading)
        assert reading == [True, False]
        assert screen.view.is_talking
        screen.draw(canvas.surface)
        assert "skip" in names(screen)


def test_a_line_is_read_aloud_once_and_whole(desk: Desk, canvas: Canvas) -> None:
    voice = Held()
    with talking(desk, canvas, voice) as screen:
        rounds(screen, SIGH["ko"])
        before = heard(screen)
        assert SIGH["ko"] not in str(before.lines)
        voice.may_go_on.set()
        rounds(screen)
        told = news(before, heard(screen))
        assert told.count(SIGH["ko"]) == 1
        assert screen.view.lines[-1].text.rstrip(".?") in told


def test_the_language_changes_in_the_middle_of_a_line(desk: Desk, canvas: Canvas) -> None:
    voice = Held()
    with talking(desk, canvas, voice) as screen:
        rounds(screen, SIGH["ko"])
        screen.on_event(key(pygame.K_F4))
        rounds(screen, SIGH["en"])
        voice.may_go_on.set()
        rounds(screen)
        last = [one for one in screen.view.lines if one.voice is Speaks.CUSTOMER][-1]
        assert last.text.startswith(SIGH["en"])


def test_rewinding_in_the_middle_of_a_line(desk: Desk, canvas: Canvas) -> None:
    with talking(desk, canvas, Held()) as screen:
        screen.on_event(key(pygame.K_RETURN))
        screen.on_event(key(pygame.K_1))
        screen.update(ROUND)
        talks = [screen.view.is_talking]
        rewind = next(one for one in screen.page.widgets() if one.name == "rewind")
        click(screen, rewind.rect.center)
        talks.append(screen.view.is_talking)
        assert talks == [True, False]
        assert screen.view.turn == 0


def test_a_voice_that_is_given_up_is_told_on_the_lowest_line(desk: Desk, canvas: Canvas) -> None:
    with talking(desk, canvas, VOICES["broken"]) as screen:
        for _ in range(4):
            rounds(screen)
            screen.finish_talking()
            if screen.aside:
                break
            screen.on_event(key(pygame.K_1))
        assert screen.aside == words("ko", "voice.given-up")


def test_a_play_that_was_left_in_the_middle_of_a_line_is_resumed(
    desk: Desk, canvas: Canvas
) -> None:
    with talking(desk, canvas, OTHERWISE) as screen:
        rounds(screen)
        name = screen.session.name
        first = [one.text for one in screen.view.lines if one.voice is Speaks.CUSTOMER]
    session = desk.resume(name, "ko")
    assert isinstance(session, Session)
    assert [one.text for one in session.view("ko").lines if one.voice is Speaks.CUSTOMER] == first
    assert first[0].endswith(SIGH["ko"])
    assert not session.is_talking


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_nothing_overlaps_while_a_customer_talks(
    desk: Desk, canvas: Canvas, lang: str, scale: float
) -> None:
    with talking(desk, canvas, Held()) as screen:
        desk.set(lang=lang, text_scale=scale)
        canvas.aim(canvas.surface, scale)
        rounds(screen, SIGH[lang])
        screen.finish_talking()
        screen.draw(canvas.surface)
        assert problems(canvas) == []
