"""Settings: stored and read back, changed on their screen, and what follows from them."""

import json
from dataclasses import asdict, fields
from pathlib import Path

import pygame
import pytest

from game import content
from game.case.library import Library
from game.desk import Desk
from game.engine.inputs import Input
from game.screens import theme, tutorial
from game.screens.canvas import Canvas
from game.screens.countdown import STRETCH, counted, shown
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import contrast, problems
from game.screens.palette import HIGH_CONTRAST
from game.screens.pause import SETTINGS
from game.screens.settings import SettingsScreen
from game.screens.settings_rows import CHAPTERS, VALUES, value_of
from game.screens.shot import SCREENS, shot
from game.screens.soundboard import Soundboard, play
from game.screens.stack import Pop, Push
from game.screens.window import Window
from game.session import Session
from game.shots import fixed_session
from game.sounds import Sound, caption_key
from game.store.home import Store
from game.store.settings import CHOICES, RANGES, Chosen, Settings
from game.words import LANGUAGES, Lang, words

CASE = "just-okay"
SIZES = ((1024, 640), (1280, 720), (2560, 1440))
OTHER = Chosen(
    lang="en",
    text_scale=1.25,
    high_contrast=True,
    reduced_motion=True,
    typing="fast",
    timers="twice",
    sounds=True,
    volume=20,
    captions=True,
    voicing=True,
    clipboard=True,
    full_screen=True,
)
Event = pygame.event.Event


@pytest.fixture
def desk(home: Path) -> Desk:
    made = Desk(Library([content.scenarios()]), Settings(home), Store(home))
    made.people.see(tutorial.SEEN)
    made.set(lang="ko")
    return made


def press(screen: SettingsScreen, *keys: int) -> object:
    """The change that the last of some keys asks for."""
    change: object = None
    for key in keys:
        change = screen.on_event(Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        screen.update(0)
        screen.draw(screen.canvas.surface)
    return change


def key(code: int) -> list[Event]:
    return [Event(kind, key=code, mod=0, unicode="") for kind in (pygame.KEYDOWN, pygame.KEYUP)]


# Stored


def test_every_setting_comes_back_from_the_file(home: Path) -> None:
    usual = asdict(Chosen())
    assert all(value != usual[name] for name, value in asdict(OTHER).items())
    for name, value in asdict(OTHER).items():
        Settings(home).set(**{name: value})
    assert Settings(home).chosen == OTHER


@pytest.mark.parametrize("wrong", [None, "x", -1, 2, 101, 1.6, True, [], {}, float("nan")])
def test_wrong_values_fall_back_one_by_one(home: Path, wrong: object) -> None:
    home.mkdir()
    known = asdict(OTHER)
    for name in known:
        said = {**known, name: wrong, "unheard_of": wrong}
        (home / "settings.json").write_text(json.dumps(said), "utf-8")
        read = Settings(home).chosen
        is_right = (wrong is True and type(known[name]) is bool) or (name, wrong) == ("volume", 2)
        expected = wrong if is_right else getattr(Chosen(), name)
        assert asdict(read) == {**known, name: expected}, name


@pytest.mark.parametrize("text", ["", "{", "3", "[]", "null", '"lang"', "[" * 100_000, "\xff"])
def test_file_that_is_no_settings_counts_as_none(home: Path, text: str) -> None:
    home.mkdir()
    (home / "settings.json").write_text(text, "latin-1")
    assert Settings(home).chosen == Chosen()


def test_screen_offers_what_the_store_takes() -> None:
    for name, offered in CHOICES.items():
        assert tuple(VALUES[name]) == offered
    for name, (low, high) in RANGES.items():
        assert (min(VALUES[name]), max(VALUES[name])) == (low, high)  # type: ignore[type-var]
    rows = {name for _, names in CHAPTERS.values() for name in names}
    assert {one.name for one in fields(Chosen)} <= rows


# The screen


@pytest.mark.parametrize("name", [one.name for one in fields(Chosen)])
def test_every_setting_is_changed_by_keys_and_kept(
    desk: Desk, canvas: Canvas, home: Path, name: str
) -> None:
    chapter = next(key for key, (_, names) in CHAPTERS.items() if name in names)
    screen = SettingsScreen(desk, canvas)
    screen.draw(canvas.surface)
    press(screen, *[pygame.K_DOWN] * list(CHAPTERS).index(chapter))
    assert screen.chapter == chapter
    for _ in range(20):
        focus = screen.page.focus
        if focus and focus.name == name:
            break
        press(screen, pygame.K_TAB)
    before = getattr(desk, name)
    press(screen, pygame.K_RIGHT)
    after = getattr(desk, name)
    assert after != before
    assert after in [value_of(name, at) for at in range(len(VALUES.get(name, (0, 1))))]
    assert getattr(Settings(home).chosen, name) == after
    assert problems(canvas) == []
    press(screen, pygame.K_LEFT)
    assert getattr(desk, name) == before


def test_enter_turns_a_switch_over(desk: Desk, canvas: Canvas) -> None:
    screen = SettingsScreen(desk, canvas)
    screen.draw(canvas.surface)
    screen.page.set_focus("reduced_motion")
    press(screen, pygame.K_RETURN)
    assert desk.reduced_motion
    press(screen, pygame.K_SPACE)
    assert not desk.reduced_motion


def test_stop_is_chosen_by_a_click(desk: Desk, canvas: Canvas) -> None:
    screen = SettingsScreen(desk, canvas)
    screen.draw(canvas.surface)
    view = next(one for one in screen.page.items if one.name == "rows:reading")
    stops = next(one for one in view.children() if one.name == "text_scale")
    top = view.rect.y + stops.rect.y
    at = (stops.rect.right - 12, top + 12)
    for kind in (pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
        screen.on_event(Event(kind, button=pygame.BUTTON_LEFT, pos=at))
    assert desk.text_scale == 1.5


def test_change_that_cannot_be_stored_counts_and_is_said(
    desk: Desk, canvas: Canvas, home: Path
) -> None:
    (home / "settings.json").unlink()
    (home / "settings.json").mkdir()
    screen = SettingsScreen(desk, canvas)
    screen.draw(canvas.surface)
    screen.page.set_focus("high_contrast")
    press(screen, pygame.K_RETURN)
    assert desk.high_contrast
    assert str(home) in screen.aside
    assert any(screen.aside == text.text for text in canvas.drawn)
    assert problems(canvas) == []
    screen.update(6)
    screen.draw(canvas.surface)
    assert screen.aside == ""


def test_escape_goes_back(desk: Desk, canvas: Canvas) -> None:
    screen = SettingsScreen(desk, canvas)
    screen.draw(canvas.surface)
    assert press(screen, pygame.K_ESCAPE) == Pop()


@pytest.mark.parametrize("high_contrast", [False, True])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text_scale", theme.TEXT_SIZES)
def test_settings_and_help_are_readable_everywhere(
    desk: Desk, canvas: Canvas, lang: Lang, text_scale: float, high_contrast: bool
) -> None:
    desk.set(lang=lang, text_scale=text_scale, high_contrast=high_contrast)
    for size in SIZES:
        surface = pygame.display.set_mode(size)
        canvas.aim(surface, text_scale)
        for chapter in CHAPTERS:
            screen = SettingsScreen(desk, canvas, chapter)
            screen.draw(surface)
            assert problems(canvas) == [], (chapter, size)
            press(screen, pygame.K_F1)
            assert problems(canvas) == [], ("help", size)


# High contrast


@pytest.mark.parametrize("text_scale", [1.0, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", SCREENS)
def test_high_contrast_is_seven_to_one_on_every_screen(
    desk: Desk, tmp_path: Path, name: str, lang: Lang, text_scale: float
) -> None:
    desk.set(high_contrast=True)
    session = fixed_session(desk.library, CASE, name, lang)
    for size in SIZES:
        seen = shot(name, tmp_path / "s.png", desk, CASE, size, lang, text_scale, session)
        assert seen.palette is HIGH_CONTRAST
        assert problems(seen) == [], size
        for text in seen.drawn:
            least = 4.5 if text.style.is_large else 7
            assert contrast(text.colour, text.ground) >= least, text
    pygame.display.quit()


def test_high_contrast_knows_every_colour_of_the_theme() -> None:
    colours = [value for value in vars(theme).values() if isinstance(value, tuple)]
    colours = [value for value in colours if len(value) == 3]
    tones = [*theme.AXES.values(), theme.BETTER, theme.AGAIN, theme.HINT, theme.CRITICAL]
    colours += [colour for tone in tones for colour in (tone.mark, tone.word, tone.soft)]
    for colour in colours:
        word, ground = HIGH_CONTRAST.word(colour), HIGH_CONTRAST.ground(colour)
        assert word == theme.WHITE or contrast(word, theme.WHITE) >= 7
        assert ground == theme.WHITE or contrast(ground, theme.WHITE) >= 3
        edge = HIGH_CONTRAST.edge(colour, theme.WHITE, 40)
        assert edge
        assert contrast(edge, theme.WHITE) >= 3


# Time


def test_longer_timers_count_less_of_each_second() -> None:
    assert [counted(30, timers) for timers in STRETCH] == [30, 20, 15, 0]
    assert [shown(20, timers) for timers in STRETCH] == [20, 30, 40, 0]


def thinking(desk: Desk, canvas: Canvas) -> DialogueScreen:
    """An exam in which the customer has spoken and forty seconds are left."""
    screen = DialogueScreen(desk, canvas, desk.begin(CASE, "exam", "ko", seed=7))
    assert screen.view.deadline == 40
    screen.draw(canvas.surface)
    screen.finish_talking()
    return screen


def taken(screen: DialogueScreen) -> list[Input]:
    """What the play has taken so far."""
    session = screen.session
    assert isinstance(session, Session)
    return [entry.done for entry in session.run.log if isinstance(entry.done, Input)]


@pytest.mark.parametrize(("timers", "passes"), [("case", 40), ("longer", 60), ("twice", 80)])
def test_deadline_of_an_exam_passes_when_the_setting_says(
    desk: Desk, canvas: Canvas, timers: str, passes: int
) -> None:
    desk.set(timers=timers)
    screen = thinking(desk, canvas)
    assert words("ko", "screen.time-left", seconds=passes) in [one.text for one in canvas.drawn]
    screen.update(passes - 0.5)
    assert taken(screen) == []
    screen.update(1)
    assert taken(screen) == [Input(40, None)]


def test_without_timers_nothing_counts_down_and_nothing_passes(desk: Desk, canvas: Canvas) -> None:
    desk.set(timers="off")
    screen = thinking(desk, canvas)
    assert "timer" not in [one.role for one in screen.page.widgets()]
    screen.update(10_000)
    assert screen.is_thinking
    for code in (pygame.K_1, pygame.K_RETURN):
        screen.on_event(Event(pygame.KEYDOWN, key=code, mod=0, unicode=""))
    assert [one.wait for one in taken(screen)] == [0]


def test_pause_leads_to_the_settings_and_back(desk: Desk, canvas: Canvas) -> None:
    screen = thinking(desk, canvas)
    screen.on_event(Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    assert screen.modal
    screen.modal.page.set_focus(SETTINGS)
    change = screen.on_event(Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    assert isinstance(change, Push)
    assert isinstance(change.screen, SettingsScreen)


# Sounds


def soundboard_turn(window: Window, seconds: float) -> None:
    window.turn(pygame.event.get(), seconds)


def test_no_audio_device_is_touched_until_sounds_are_on(desk: Desk, canvas: Canvas) -> None:
    window = Window(desk, canvas, None)
    play(Sound.CHOOSE)
    soundboard_turn(window, 0)
    assert pygame.mixer.get_init() is None
    desk.set(sounds=True)
    for sound in Sound:
        play(sound)
    soundboard_turn(window, 0)
    assert pygame.mixer.get_init()
    assert pygame.mixer.get_busy()
    desk.set(sounds=False)
    soundboard_turn(window, 0)
    assert pygame.mixer.get_init() is None


def test_caption_names_the_sound_for_a_moment(desk: Desk, canvas: Canvas) -> None:
    desk.set(captions=True)
    window = Window(desk, canvas, None)
    soundboard_turn(window, 0)
    caption = words("ko", caption_key(Sound.CUSTOMER))
    play(Sound.CUSTOMER)
    soundboard_turn(window, 0)
    assert caption in [text.text for text in canvas.drawn]
    assert problems(canvas) == []
    soundboard_turn(window, 1.4)
    assert caption in [text.text for text in canvas.drawn]
    soundboard_turn(window, 0.2)
    assert caption not in [text.text for text in canvas.drawn]


def test_computer_without_audio_says_so_once(
    desk: Desk, canvas: Canvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "none-such")
    desk.set(sounds=True)
    board = Soundboard(desk)
    asked = Event(pygame.USEREVENT, sound=Sound.GOOD)
    board.on_event(asked)
    assert board.caption == words("ko", "screen.settings.no-device")
    board.update(10)
    board.on_event(asked)
    assert board.caption == ""


def test_full_screen_follows_the_setting_and_f11(desk: Desk, canvas: Canvas) -> None:
    window = Window(desk, canvas, None)
    chosen = []
    for _ in range(2):
        window.turn(key(pygame.K_F11), 0)
        chosen.append(desk.full_screen)
    assert chosen == [True, False]
    assert type(window.stack.top).__name__ == "TitleScreen"


def test_link_to_what_is_stored_opens_its_screen(desk: Desk, canvas: Canvas) -> None:
    screen = SettingsScreen(desk, canvas, "data")
    screen.draw(canvas.surface)
    screen.page.set_focus("stored")
    change = press(screen, pygame.K_RETURN)
    assert isinstance(change, Push)
    assert type(change.screen).__name__ == "PrivacyScreen"
