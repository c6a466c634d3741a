"""The screens: drawn in every size and language, looked over, and played by posted events."""

import gc
import os
from pathlib import Path

import pygame
import pytest
from pygame import FRect

from game.desk import Desk
from game.engine.inputs import Input
from game.errors import DangolError
from game.screens import theme
from game.screens.briefing import BriefingScreen
from game.screens.canvas import Canvas
from game.screens.debrief import DebriefScreen
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import contrast, problems
from game.screens.library import LibraryScreen
from game.screens.modal import CLOSE, Modal
from game.screens.pause import DISCARD, DISCARD_YES, HISTORY, KEEP, POLICY, SETTINGS
from game.screens.rating import RatingScreen
from game.screens.screen import PageScreen
from game.screens.shot import SCREENS, build, shot
from game.screens.stack import Change, Pop, Push, Quit, Replace
from game.screens.talk import SPARE
from game.screens.title import TitleScreen
from game.screens.widgets.scroll import ScrollView
from game.screens.window import Window
from game.session import Session
from game.shots import fixed_session
from game.view.lines import Voice
from game.words import LANGUAGES, Lang
from tests.homes import read_all

CASE = "just-okay"
SIZES = ((1024, 640), (1280, 720), (2560, 1440))
Event = pygame.event.Event


def session_of(desk: Desk, mode: str) -> Session:
    return desk.begin(CASE, mode, "ko", seed=7)


def play(desk: Desk, canvas: Canvas, mode: str = "coach") -> DialogueScreen:
    """A dialogue whose first line has been said."""
    screen = DialogueScreen(desk, canvas, session_of(desk, mode))
    screen.draw(canvas.surface)
    screen.finish_talking()
    return screen


def press(screen: PageScreen, *keys: int, mod: int = 0) -> object:
    """The change that the last of some keys asks for."""
    change: object = None
    for key in keys:
        change = screen.on_event(Event(pygame.KEYDOWN, key=key, mod=mod, unicode=""))
        screen.update(0)
        screen.draw(screen.canvas.surface)
    return change


def focus_of(screen: PageScreen) -> str:
    focus = (screen.modal.page if screen.modal else screen.page).focus
    return focus.name if focus else ""


def opened(screen: PageScreen) -> Modal | None:
    """What stands in front (a function, since mypy would remember the attribute)."""
    return screen.modal


def is_still(screen: DialogueScreen) -> bool:
    """Whether the customer has finished and nothing is to be read first."""
    return not screen.is_revealing and not screen.is_reading


def own_words(screen: DialogueScreen) -> list[str]:
    return [line.text for line in screen.view.lines if line.voice is Voice.AGENT]


# Drawn


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_nothing_is_cut_covered_or_faint(
    desk: Desk, tmp_path: Path, name: str, lang: Lang, text_scale: float
) -> None:
    session = fixed_session(desk.library, CASE, name, lang)
    for size in SIZES:
        seen = shot(name, tmp_path / "s.png", desk, CASE, size, lang, text_scale, session)
        assert problems(seen) == [], size
        assert seen.drawn
    pygame.display.quit()


@pytest.mark.parametrize("key", [pygame.K_F1, pygame.K_F2, pygame.K_F3, pygame.K_ESCAPE])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.5])
def test_nothing_is_wrong_with_what_opens_in_front(
    desk: Desk, canvas: Canvas, key: int, lang: Lang, text_scale: float
) -> None:
    desk.set(lang=lang, text_scale=text_scale)
    screen = play(desk, canvas)
    press(screen, key)
    assert opened(screen)
    assert problems(canvas) == []
    press(screen, pygame.K_ESCAPE)
    assert opened(screen) is None
    assert problems(canvas) == []


def test_every_stop_has_a_role_and_a_label(desk: Desk, canvas: Canvas) -> None:
    for name in SCREENS:
        session = fixed_session(desk.library, CASE, name, "ko")
        screen = build(name, desk, canvas, CASE, session)
        screen.draw(canvas.surface)
        stops = [widget for widget in screen.page.widgets() if widget.takes_focus]
        assert stops
        for stop in stops:
            assert stop.role != "group"
            assert stop.label or stop.value, (name, stop.name)
            assert stop.rect.w > 0
        assert len({stop.name for stop in stops}) == len(stops), name


# The checker itself


def test_checker_sees_what_is_wrong(canvas: Canvas) -> None:
    canvas.clear()
    body, ink = theme.BODY, theme.INK
    canvas.text("창 밖으로 나간 글", FRect(1200, 10, 300, 24), body, ink)
    canvas.text("자리보다 넓은 글", FRect(10, 100, 20, 24), body, ink)
    canvas.text("흐린 글", FRect(10, 200, 200, 24), body, theme.LINE)
    canvas.text("겹친 글", FRect(10, 300, 200, 24), body, ink)
    canvas.text("위의 글", FRect(12, 304, 200, 24), body, ink)
    found = "\n".join(problems(canvas))
    for wrong in ("outside the window", "too wide", "contrast", "text over text", "0 places"):
        assert wrong in found
    for box in (FRect(10, 400, 80, 40), FRect(200, 400, 80, 40)):
        canvas.ring(box, 8)
    assert "2 places have the focus" in problems(canvas)


def test_contrast_is_that_of_wcag() -> None:
    assert contrast((0, 0, 0), (255, 255, 255)) == pytest.approx(21)
    assert contrast((119, 119, 119), (255, 255, 255)) == pytest.approx(4.48, abs=0.01)


def test_all_tones_are_readable_on_their_grounds() -> None:
    for tone in (*theme.AXES.values(), theme.HINT, theme.CRITICAL, theme.BETTER, theme.AGAIN):
        assert contrast(tone.word, tone.soft) >= 4.5
        assert contrast(tone.word, theme.WHITE) >= 4.5
    for mood in theme.MOODS.values():
        assert contrast(mood.word, mood.soft) >= 4.5


# Played


def test_digit_picks_a_reply(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    wanted = screen.view.replies[1].text
    press(screen, pygame.K_2)
    assert own_words(screen) == [wanted]


def test_digit_while_the_customer_talks_only_ends_the_typing(desk: Desk, canvas: Canvas) -> None:
    screen = DialogueScreen(desk, canvas, session_of(desk, "coach"))
    screen.draw(canvas.surface)
    assert not is_still(screen)
    press(screen, pygame.K_1)
    assert is_still(screen)
    assert own_words(screen) == []


def test_exam_wants_enter_and_shows_no_meters(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas, "exam")
    assert screen.view.meters == ()
    press(screen, pygame.K_2)
    assert (own_words(screen), focus_of(screen)) == ([], "reply:1")
    wanted = screen.view.replies[1].text
    press(screen, pygame.K_RETURN)
    assert own_words(screen) == [wanted]
    assert not screen.is_reading


def click(screen: DialogueScreen, number: int) -> None:
    row = next(one for one in screen.page.widgets() if one.name == f"reply:{number}")
    view = next(one for one in screen.page.items if row in one.children())
    place = (row.rect.centerx, row.rect.centery + view.rect.y)
    at = (int(place[0] * screen.canvas.scale), int(place[1] * screen.canvas.scale))
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        screen.on_event(Event(kind, button=pygame.BUTTON_LEFT, pos=at))
    screen.draw(screen.canvas.surface)


def test_click_picks_and_in_exam_mode_the_second_one_does(desk: Desk, canvas: Canvas) -> None:
    coach = play(desk, canvas)
    click(coach, 1)
    assert len(own_words(coach)) == 1
    exam = play(desk, canvas, "exam")
    click(exam, 1)
    assert own_words(exam) == []
    wanted = exam.view.replies[1].text
    click(exam, 1)
    assert own_words(exam) == [wanted]


def test_wheel_and_page_keys_scroll_the_talk_back(desk: Desk, canvas: Canvas) -> None:
    screen = DialogueScreen(desk, canvas, fixed_session(desk.library, CASE, "ended", "ko"))
    screen.draw(canvas.surface)
    screen.finish_talking()
    view = next(one for one in screen.page.items if isinstance(one, ScrollView))
    assert view.furthest > 0
    assert 0 <= view.furthest - view.offset <= SPARE
    press(screen, pygame.K_PAGEUP)
    paged = view.offset
    screen.on_event(Event(pygame.MOUSEWHEEL, x=0, y=1))
    assert view.furthest > paged > view.offset
    assert problems(canvas) == []


def test_feedback_is_read_before_the_next_reply(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas, "explore")
    press(screen, pygame.K_1)
    screen.finish_talking()
    screen.draw(canvas.surface)
    assert not is_still(screen)
    assert focus_of(screen) == "continue"
    press(screen, pygame.K_2)
    assert len(own_words(screen)) == 1
    press(screen, pygame.K_RETURN)
    assert is_still(screen)
    assert focus_of(screen) == "reply:0"


def test_hangul_is_composed_and_sent_from_the_text_line(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    press(screen, pygame.K_TAB)
    while focus_of(screen) != "answer":
        press(screen, pygame.K_TAB)
    for kind, text in ((pygame.TEXTEDITING, "ㄴ"), (pygame.TEXTEDITING, "네")):
        screen.on_event(Event(kind, text=text, start=0, length=1))
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    assert "네" in [text.text for text in canvas.drawn]
    for event in (
        Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="\r"),
        Event(pygame.TEXTINPUT, text="네"),
    ):
        screen.on_event(event)
    screen.update(0)
    screen.draw(canvas.surface)
    assert screen.maybe or own_words(screen) == ["네"]


def test_digits_are_text_in_the_text_line(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    screen.page.set_focus("answer")
    press(screen, pygame.K_2)
    screen.on_event(Event(pygame.TEXTINPUT, text="2"))
    assert own_words(screen) == []
    assert screen.entry.value == "2"


def test_words_that_may_mean_several_replies_are_asked_about(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    screen.maybe, screen.unclear = screen.view.replies[:2], "음, 그러니까요."
    screen.changed(reload=False)
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    press(screen, pygame.K_3)
    assert own_words(screen) == ["음, 그러니까요."]


def test_tab_goes_round_and_back(desk: Desk, canvas: Canvas) -> None:
    library = LibraryScreen(desk, canvas)
    while library.view.is_reading:  # a card that comes in later is one stop more
        library.update(1)
    for name in SCREENS:
        session = fixed_session(desk.library, CASE, name, "ko")
        screen = build(name, desk, canvas, CASE, session)
        screen.draw(canvas.surface)
        page = screen.modal.page if screen.modal else screen.page
        stops = [widget.name for widget in page.widgets() if widget.takes_focus]
        start = focus_of(screen)
        seen = []
        for _ in stops:
            seen.append(focus_of(screen))
            press(screen, pygame.K_TAB)
            assert len(canvas.rings) == 1, (name, focus_of(screen))
        assert sorted(seen) == sorted(stops)
        assert focus_of(screen) == start
        press(screen, pygame.K_TAB, mod=pygame.KMOD_SHIFT)
        assert focus_of(screen) == seen[-1]


def test_time_stands_still_in_menus_and_while_writing(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    thinking = [screen.is_thinking]
    press(screen, pygame.K_ESCAPE)
    thinking.append(screen.is_thinking)
    press(screen, pygame.K_ESCAPE)
    screen.page.set_focus("answer")
    screen.on_event(Event(pygame.TEXTEDITING, text="ㄴ", start=0, length=1))
    thinking.append(screen.is_thinking)
    assert thinking == [True, False, False]


def test_deadline_passes_in_silence(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    session = screen.session
    assert isinstance(session, Session)
    assert screen.view.deadline == 40
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    screen.update(39.5)
    assert session.run.log == []
    screen.update(1)
    assert [entry.done for entry in session.run.log] == [Input(40, None)]


def test_language_changes_on_a_running_play(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    desk.set(lang="ko")
    screen.draw(canvas.surface)
    korean = {text.text for text in canvas.drawn}
    desk.set(lang="en")
    screen.draw(canvas.surface)
    assert korean != {text.text for text in canvas.drawn}
    assert problems(canvas) == []


def test_function_keys_change_language_and_text_size(desk: Desk, canvas: Canvas) -> None:
    desk.set(lang="ko")
    screen = play(desk, canvas)
    press(screen, pygame.K_F4, pygame.K_F8, pygame.K_F8)
    assert (desk.lang, desk.text_scale) == ("en", 1.5)
    assert problems(canvas) == []
    press(screen, pygame.K_F7)
    assert desk.text_scale == 1.25


def choose(screen: DialogueScreen, name: str) -> object:
    """The change that a button of the open modal asks for."""
    modal = opened(screen)
    assert modal
    modal.page.set_focus(name)
    return press(screen, pygame.K_RETURN)


def test_a_play_is_left_and_taken_up_again(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    press(screen, pygame.K_1, pygame.K_ESCAPE)
    assert choose(screen, KEEP) == Pop()
    unfinished = desk.title("ko").unfinished
    assert unfinished
    again = DialogueScreen(desk, canvas, desk.resume(unfinished.save))
    assert own_words(again) == own_words(screen)


def test_pause_leads_everywhere_and_back(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    for name in (POLICY, HISTORY):
        press(screen, pygame.K_ESCAPE)
        assert choose(screen, name) is None
        assert opened(screen)
        assert problems(canvas) == []
        press(screen, pygame.K_ESCAPE)
        assert opened(screen) is None
    press(screen, pygame.K_ESCAPE)
    change = choose(screen, SETTINGS)
    assert isinstance(change, Push)
    assert type(change.screen).__name__ == "SettingsScreen"


def test_a_play_is_discarded_only_when_asked_twice(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    press(screen, pygame.K_1, pygame.K_ESCAPE)
    assert choose(screen, DISCARD) is None
    assert focus_of(screen) == CLOSE
    assert problems(canvas) == []
    assert desk.title("ko").unfinished
    assert choose(screen, DISCARD_YES) == Pop()
    assert desk.title("ko").unfinished is None


def test_quit_is_one_press_away(desk: Desk, canvas: Canvas) -> None:
    title = TitleScreen(desk, canvas)
    title.draw(canvas.surface)
    press(title, pygame.K_ESCAPE)
    assert press(title, pygame.K_RETURN) == Quit()


# Before and after the score


def finished(desk: Desk, canvas: Canvas, mode: str = "coach") -> DialogueScreen:
    """A dialogue that has come to its end."""
    screen = play(desk, canvas, mode)
    for _ in range(60):
        if screen.view.ended and is_still(screen):
            break
        press(screen, pygame.K_RETURN)
        screen.finish_talking()
        screen.draw(canvas.surface)
    assert screen.view.ended
    return screen


@pytest.mark.parametrize("mode", ["coach", "exam"])
def test_own_rating_comes_before_the_score_and_may_be_skipped(
    desk: Desk, canvas: Canvas, mode: str
) -> None:
    change = press(finished(desk, canvas, mode), pygame.K_RETURN)
    assert isinstance(change, Replace)
    rating = change.screen
    assert isinstance(rating, RatingScreen)
    rating.draw(canvas.surface)
    assert problems(canvas) == []
    change = press(rating, pygame.K_RETURN)
    assert isinstance(change, Replace)
    assert isinstance(change.screen, DebriefScreen)
    assert change.screen.own == {}


def test_exploring_asks_for_no_rating(desk: Desk, canvas: Canvas) -> None:
    change = press(finished(desk, canvas, "explore"), pygame.K_RETURN)
    assert isinstance(change, Replace)
    assert isinstance(change.screen, DebriefScreen)


def test_rating_by_arrows_shows_below_the_bar(desk: Desk, canvas: Canvas) -> None:
    session = fixed_session(desk.library, CASE, "rating", "ko")
    rating = RatingScreen(desk, canvas, session, lambda one: DialogueScreen(desk, canvas, one))
    rating.draw(canvas.surface)
    rating.page.set_focus("rate:empathy")
    press(rating, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_PAGEUP)
    assert rating.own == {"empathy": 80}
    assert problems(canvas) == []
    rating.page.set_focus("go-on")
    change = press(rating, pygame.K_RETURN)
    assert isinstance(change, Replace)
    debrief = change.screen
    debrief.draw(canvas.surface)
    debrief.update(1)
    debrief.draw(canvas.surface)
    assert "나 80" in [text.text for text in canvas.drawn]


def debrief_of(desk: Desk, canvas: Canvas, screen: str, page: int) -> DebriefScreen:
    session = fixed_session(desk.library, CASE, screen, "ko")
    shown = DebriefScreen(desk, canvas, session, lambda one: DialogueScreen(desk, canvas, one))
    shown.number = page
    shown.draw(canvas.surface)
    shown.update(1)
    return shown


def test_plan_is_written_and_kept_with_enter(desk: Desk, canvas: Canvas) -> None:
    screen = debrief_of(desk, canvas, "debrief2", 1)
    screen.page.set_focus("plan-when")
    for text in ("다시 연락할", "때 2시라고 말한다"):
        screen.on_event(Event(pygame.TEXTINPUT, text=text))
        press(screen, pygame.K_RETURN)
    assert screen.plan_kept
    assert (screen.plan_when.value, screen.plan_then.value) == ("다시 연락할", "때 2시라고 말한다")
    assert problems(canvas) == []


def test_half_a_plan_says_what_is_missing(desk: Desk, canvas: Canvas) -> None:
    screen = debrief_of(desk, canvas, "debrief2", 1)
    screen.page.set_focus("plan-save")
    press(screen, pygame.K_RETURN)
    assert not screen.plan_kept
    assert focus_of(screen) == "plan-when"
    assert screen.plan_when.error in [text.text for text in canvas.drawn]
    assert problems(canvas) == []


def test_digits_turn_pages_but_not_while_a_plan_is_written(desk: Desk, canvas: Canvas) -> None:
    screen = debrief_of(desk, canvas, "debrief2", 1)
    screen.page.set_focus("plan-then")
    press(screen, pygame.K_1)
    assert screen.number == 1
    screen.page.set_focus("to-title")
    press(screen, pygame.K_1)
    assert screen.number == 0


def test_an_exam_is_not_tried_again_from_a_moment(desk: Desk, canvas: Canvas) -> None:
    screen = DebriefScreen(
        desk,
        canvas,
        finished(desk, canvas, "exam").session,
        lambda one: DialogueScreen(desk, canvas, one),
    )
    screen.number = 1
    screen.draw(canvas.surface)
    assert "retry" not in [widget.name for widget in screen.page.widgets()]
    assert press(screen, pygame.K_F6) is None


# Scrolled and moving


def test_no_scrolled_line_is_cut(desk: Desk, canvas: Canvas) -> None:
    """At every offset each line that is drawn at all is drawn with the whole of its letters."""
    screen = DialogueScreen(desk, canvas, fixed_session(desk.library, CASE, "ended", "en"))
    screen.draw(canvas.surface)
    screen.finish_talking()
    view = next(one for one in screen.page.items if isinstance(one, ScrollView))
    top, bottom = canvas.pixels(view.rect).top - 6, canvas.pixels(view.rect).bottom + 6
    for offset in range(0, int(view.furthest), 3):
        view.offset = float(offset)
        screen.draw(canvas.surface)
        for text in canvas.drawn:
            if view.rect.x <= text.box.x / canvas.scale <= view.rect.right:
                whole = canvas.letters.image(text.text, text.style, text.colour)
                if top < text.box.top and text.box.bottom < bottom:
                    assert text.box.h == whole.get_bounding_rect().h, (offset, text.text)


def test_motion_ends_and_then_nothing_is_drawn(desk: Desk, canvas: Canvas) -> None:
    desk.set(reduced_motion=False)
    screen = debrief_of(desk, canvas, "debrief", 0)
    screen.page.motion.forget("enter:0")
    screen.changed()
    frames = 0
    while screen.dirty and frames < 100:
        screen.draw(canvas.surface)
        screen.update(1 / 60)
        frames += 1
    assert 8 < frames < 40
    screen.update(1 / 60)
    assert not screen.dirty


def test_reduced_motion_shows_the_end_at_once(desk: Desk, canvas: Canvas) -> None:
    desk.set(reduced_motion=True)
    screen = debrief_of(desk, canvas, "debrief", 0)
    screen.draw(canvas.surface)
    screen.update(1 / 60)
    assert not screen.dirty


def test_pointer_warms_a_control_and_leaves_it_cold(desk: Desk, canvas: Canvas) -> None:
    screen = play(desk, canvas)
    row = next(one for one in screen.page.widgets() if one.name == "send")
    at = (int(row.rect.centerx * canvas.scale), int(row.rect.centery * canvas.scale))
    for place, warmth in ((at, 1.0), ((5, 5), 0.0)):
        motion = Event(pygame.MOUSEMOTION, pos=place, rel=(1, 0), buttons=(0, 0, 0))
        screen.on_event(motion)
        for _ in range(12):
            screen.update(1 / 60)
        assert row.glow == warmth


# The window


def keys(*codes: int) -> list[Event]:
    return [
        Event(kind, key=code, mod=0, unicode="")
        for code in codes
        for kind in (pygame.KEYDOWN, pygame.KEYUP)
    ]


def test_from_the_title_to_the_debrief_by_keys(desk: Desk, canvas: Canvas) -> None:
    window = Window(desk, canvas, CASE)
    window.turn([], 0)
    for _ in range(200):
        window.turn(keys(pygame.K_RETURN), 0.5)
        if type(window.stack.top).__name__ == "DebriefScreen":
            break
    assert type(window.stack.top).__name__ == "DebriefScreen"
    assert problems(canvas) == []
    window.turn(keys(pygame.K_2), 0)
    assert problems(canvas) == []
    window.turn(keys(pygame.K_ESCAPE), 0)
    assert isinstance(window.stack.top, TitleScreen)


def test_an_error_is_one_sentence_on_the_screen(desk: Desk, canvas: Canvas) -> None:
    window = Window(desk, canvas, "no-such-case")
    window.turn([], 0)
    assert problems(canvas) == []
    window.turn(keys(pygame.K_RETURN), 0)
    assert isinstance(window.stack.top, TitleScreen)


class FaultyScreen(BriefingScreen):
    """A screen with a fault in it."""

    def on_event(self, event: Event) -> Change | None:
        raise ZeroDivisionError(event)


def test_a_fault_of_ours_is_written_down(desk: Desk, canvas: Canvas, home: Path) -> None:
    window = Window(desk, canvas, None)
    window.stack.apply(Push(FaultyScreen(desk, canvas, CASE)))
    window.turn([], 0)
    window.turn(keys(pygame.K_RETURN), 0)
    window.turn([], 0)
    assert problems(canvas) == []
    assert "ZeroDivisionError" in (home / "error.log").read_text("utf-8")
    window.turn(keys(pygame.K_RETURN), 0)
    assert isinstance(window.stack.top, TitleScreen)


def test_held_enter_answers_once(desk: Desk, canvas: Canvas) -> None:
    window = Window(desk, canvas, CASE)
    down = Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
    window.turn([down] * 20, 0)
    screen = window.stack.top
    assert isinstance(screen, DialogueScreen)
    assert own_words(screen) == []


def test_nothing_is_drawn_while_nothing_changes(desk: Desk, canvas: Canvas) -> None:
    window = Window(desk, canvas, None)
    window.turn([], 0)
    read_all(desk)
    window.turn([], 1)  # what was read is shown
    window.turn([], 0)
    canvas.drawn.clear()
    for _ in range(10):
        window.turn([], 0.016)
    assert canvas.drawn == []


def test_missing_fonts_are_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DangolError) as error:
        Canvas(tmp_path)
    assert error.value.key == "assets.missing"


def test_window_of_another_size_is_laid_out_anew(desk: Desk, canvas: Canvas) -> None:
    window = Window(desk, canvas, CASE)
    window.turn([], 0)
    pygame.display.set_mode((1600, 1000))
    window.turn([Event(pygame.VIDEORESIZE, size=(1600, 1000), w=1600, h=1000)], 0)
    assert canvas.surface.get_size() == (1600, 1000)
    assert problems(canvas) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_f9_leaves_the_customer_alone_and_any_key_brings_the_rest_back(
    desk: Desk, canvas: Canvas, lang: Lang
) -> None:
    desk.set(lang=lang)
    screen = play(desk, canvas)
    before = screen.session.view(lang)
    screen.on_event(Event(pygame.KEYDOWN, key=pygame.K_F9, mod=0, unicode=""))
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    assert not screen.is_thinking
    screen.on_event(Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode="1"))
    screen.draw(canvas.surface)
    assert len(screen.answers.options) > 1
    assert screen.session.view(lang) == before


def open_files() -> int:
    """How many files this process holds open."""

    def is_open(number: int) -> bool:
        try:
            os.fstat(number)
        except OSError:
            return False
        return True

    return sum(is_open(number) for number in range(512))


def test_a_window_dragged_through_many_sizes_keeps_few_files_open(
    desk: Desk, canvas: Canvas
) -> None:
    screen = play(desk, canvas)
    gc.collect()
    before = open_files()
    for height in range(640, 1440, 20):
        screen.draw(pygame.display.set_mode((1280, height)))
    assert open_files() < before + 20  # the fonts of one size
