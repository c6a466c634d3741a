"""Hangul through a real input method: fcitx5 with the dubeolsik keyboard, in the real window.

The keys are those of an American keyboard, as a Korean one sends them: "gksrmf" is 한글. What
reached the play is read from its save.
"""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game import content
from game.case.library import Library
from game.desk import Desk
from game.screens.canvas import Canvas
from game.screens.dialogue import DialogueScreen
from game.session import Session
from game.store.home import Store
from game.store.settings import Settings
from tests.window.display import CASE, Desktop, Game, desktop, until

pytestmark = pytest.mark.ime

# A bus that starts no services: what it started would outlive the test.
BUS = """
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
PROFILE = """
[Groups/0]
Name=Default
Default Layout=us
DefaultIM=hangul

[Groups/0/Items/0]
Name=hangul
Layout=

[GroupOrder]
0=Default
"""
CONTROLLER = ("--dest=org.fcitx.Fcitx5", "/controller", "org.fcitx.Fcitx.Controller1.DebugInfo")


@pytest.fixture
def game(tmp_path: Path, home: Path, request: pytest.FixtureRequest) -> Iterator[Game]:
    """The dialogue, its text line focused, on a desktop where one writes Hangul."""
    with desktop(tmp_path, home, request) as screen:
        start_input_method(screen)
        game = Game(screen, CASE)
        game.begin()
        game.go_to_text_line()
        until(lambda: "focus:1" in seen_by_fcitx(screen), "fcitx5 sees the window focused")
        until(lambda: screen.ask("fcitx5-remote", "-n") == "hangul", "fcitx5 writes Hangul")
        yield game


def start_input_method(screen: Desktop) -> None:
    """A bus, a window manager and fcitx5 that writes Hangul from the start."""
    config = screen.folder / "bus.conf"
    config.write_text(BUS.format(socket=screen.folder / "bus"), "utf-8")
    profile = screen.folder / ".config" / "fcitx5" / "profile"
    profile.parent.mkdir(parents=True)
    profile.write_text(PROFILE, "utf-8")
    bus = screen.start(
        "bus", "dbus-daemon", f"--config-file={config}", "--nofork", "--print-address=1"
    )
    screen.env |= {
        "DBUS_SESSION_BUS_ADDRESS": screen.first_line("bus", bus),
        "XMODIFIERS": "@im=fcitx",
        "SDL_IM_MODULE": "fcitx",
    }
    screen.start("openbox", "openbox")
    screen.start("fcitx5", "fcitx5")
    until(lambda: screen.ask("fcitx5-remote"), "fcitx5 answers")


def seen_by_fcitx(screen: Desktop) -> str:
    return screen.ask("dbus-send", "--session", "--print-reply", *CONTROLLER)


def said(game: Game, number: int = 1) -> object:
    """The trainee's words of this number as they reached the play."""
    until(lambda: len(game.entries()) >= number, f"{number} replies are kept")
    assert len(game.entries()) == number
    return game.entries()[-1]["say"]


def test_return_and_space_end_a_composition(game: Game) -> None:
    game.screen.write("sp dkfrpTtmqslek")  # 네 알겠습니다: both keys come before the commit
    game.screen.keys("Return")
    assert said(game) == "네 알겠습니다"
    [entry] = game.entries()
    assert (entry["at"], entry["meant"]) == ("opens", "okay")


@pytest.mark.parametrize(
    ("keys", "text"), [("gks rmf", "한 글"), ("gksrmf1", "한글1"), ("gks? rmf!!", "한? 글!!")]
)
def test_letter_that_ends_a_composition_stands_after_it(game: Game, keys: str, text: str) -> None:
    game.screen.write(keys)
    game.screen.keys("Return")
    assert said(game) == text


def test_backspace_takes_a_composition_apart_by_letters(game: Game) -> None:
    game.screen.write("gksrmf")
    game.screen.keys("BackSpace")  # 한그
    game.screen.write("s")  # 한근
    game.screen.keys("Return")
    assert said(game) == "한근"


def test_backspace_goes_on_into_the_text_before(game: Game) -> None:
    game.screen.write("gks rmf")
    game.screen.keys(*["BackSpace"] * 4)  # 글 in three letters, then the space
    game.screen.write("rmf")
    game.screen.keys("Return")
    assert said(game) == "한글"


def test_next_text_begins_empty(game: Game) -> None:
    for number, (keys, text) in enumerate((("gks", "한"), ("rmf", "글")), 1):
        game.screen.write(keys)
        game.screen.keys("Return")
        assert said(game, number) == text


def test_keys_taken_in_at_once_keep_their_order(game: Game) -> None:
    game.hang()
    game.screen.write("gks? rmf!!")
    game.screen.keys("Left")
    game.screen.write("dyd")
    game.screen.keys("BackSpace")
    game.screen.keys("Return")
    game.go_on()
    assert said(game) == "한? 글!요!"


def test_click_on_send_takes_what_is_composed_once(game: Game) -> None:
    game.screen.write("gksrmf")
    game.screen.click(*place_of(game, "send"))
    assert said(game) == "한글"
    game.screen.write("rmf")
    game.screen.keys("Return")
    assert said(game, 2) == "글"


def test_tab_that_ends_a_composition_goes_on(game: Game) -> None:
    game.screen.write("gksrmf")
    game.screen.keys("Tab", "Return")  # on the button beside
    assert said(game) == "한글"


def test_focus_that_leaves_and_returns_doubles_nothing(game: Game) -> None:
    game.screen.write("gksrmf")
    game.screen.keys("Tab", "shift+Tab")
    game.settle()
    game.screen.write("dy")
    game.screen.keys("Return")
    assert said(game) == "한글요"


def test_function_key_in_a_composition_keeps_the_text(game: Game) -> None:
    game.screen.write("gksrmf")
    game.settle()
    game.screen.write("dy")
    game.screen.keys("Return")
    assert said(game) == "한글요"


def place_of(game: Game, name: str) -> tuple[int, int]:
    """Where the middle of a widget of the dialogue is on the screen."""
    shell = game.screen.ask("xdotool", "getwindowgeometry", "--shell", game.window)
    box = dict(line.split("=") for line in shell.splitlines())
    desk = Desk(Library([content.scenarios()]), Settings(game.home), Store(game.home))
    canvas = Canvas(content.assets())
    pygame.display.init()
    pygame.font.init()
    try:
        canvas.aim(pygame.display.set_mode((int(box["WIDTH"]), int(box["HEIGHT"]))), 1.0)
        shown = DialogueScreen(desk, canvas, Session(game.run()))
        shown.prepare()
        widget = next(one for one in shown.page.widgets() if one.name == name)
        middle = canvas.pixels(widget.rect).center
    finally:
        pygame.quit()
    return int(box["X"]) + middle[0], int(box["Y"]) + middle[1]
