"""Reading aloud: what is said, through a real program that writes down what it is told to say."""

import os
import time
from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game import content
from game.case.library import Library
from game.desk import Desk
from game.screens import tutorial
from game.screens.canvas import Canvas
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import problems
from game.screens.settings import SettingsScreen
from game.screens.speech import Mouth, Speaker, speakers
from game.screens.stack import Push
from game.screens.title import TitleScreen
from game.screens.voicing import Heard, Voice, everything, heard, news, said_of
from game.screens.window import Window
from game.store.home import Store
from game.store.settings import Settings
from game.view.lines import Voice as Speaks

CASE = "just-okay"
SAYS = "#!/bin/sh\nprintf '%s\\n' \"$*\" >> {log}\n"
TALKS_ON = (
    "#!/bin/sh\ntrap 'echo stopped >> {log}; kill $!; exit' TERM\n"
    "printf '%s\\n' \"$*\" >> {log}\nsleep 30 &\nwait\n"
)
FAILS = "#!/bin/sh\nexit 1\n"
Event = pygame.event.Event


class Log:
    """What the programs of a folder were told, one line each."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path = folder, folder / "log.txt"
        folder.mkdir()

    def put(self, name: str, script: str) -> None:
        """Put a program into the folder."""
        program = self.folder / name
        program.write_text(script.format(log=self.path), "utf-8")
        program.chmod(0o755)

    @property
    def lines(self) -> list[str]:
        """What was said so far."""
        return self.path.read_text("utf-8").splitlines() if self.path.exists() else []

    def waits_for(self, is_there: Callable[[list[str]], bool]) -> bool:
        """Whether it comes to be there within some seconds."""
        end = time.monotonic() + 10
        while time.monotonic() < end:
            if is_there(self.lines):
                return True
            time.sleep(0.01)
        return False


@pytest.fixture
def log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Log:
    """A folder that alone is searched for programs."""
    made = Log(tmp_path / "bin")
    monkeypatch.setenv("PATH", str(made.folder))
    made.put("sh-path", "")
    found = next(one for one in (Path("/bin/sleep"), Path("/usr/bin/sleep")) if one.exists())
    (made.folder / "sleep").symlink_to(found)
    return made


@pytest.fixture
def desk(home: Path) -> Desk:
    made = Desk(Library([content.scenarios()]), Settings(home), Store(home))
    made.people.see(tutorial.SEEN)
    made.set(lang="ko", reduced_motion=True)
    return made


def turns(window: Window, *keys: int) -> None:
    """Press keys, then let the focus rest."""
    for key in keys:
        window.turn(
            [Event(kind, key=key, mod=0, unicode="") for kind in (pygame.KEYDOWN, pygame.KEYUP)], 0
        )
    for _ in range(4):
        window.turn([], 0.1)


# What is said


def test_focus_is_said_with_role_and_value(desk: Desk, canvas: Canvas) -> None:
    screen = SettingsScreen(desk, canvas)
    screen.draw(canvas.surface)
    said = {one.name: said_of(one, "ko") for one in screen.page.widgets() if one.takes_focus}
    assert said["high_contrast"] == "고대비, 켜고 끄기, 끔"
    assert said["text_scale"] == "글자 크기, 눈금, 100 %, 4개 가운데 1번째"
    assert said["lang"] == "언어, 하나만 고르기, 한국어, 2개 가운데 1번째"
    assert said["back"] == "뒤로, 단추"


def test_every_stop_of_a_dialogue_says_something(desk: Desk, canvas: Canvas) -> None:
    screen = DialogueScreen(desk, canvas, desk.begin(CASE, "coach", "ko", seed=7))
    screen.draw(canvas.surface)
    for stop in (one for one in screen.page.widgets() if one.takes_focus):
        assert said_of(stop, "ko")
    reply = screen.view.replies[0].text
    assert heard(screen).said == f"1, {reply}"


def test_news_are_the_place_the_new_lines_and_the_focus() -> None:
    before = Heard(("A",), "문", ((0, "가"),), "x", "엑스")
    now = Heard(("A",), "문", ((0, "가"), (3, "나!")), "x", "엑스")
    assert news(Heard(), before) == "문. 가. 엑스."
    assert news(before, before) == ""
    assert news(before, now) == "나! 엑스."
    assert news(now, Heard(("A",), "문", now.lines, "y", "와이")) == "와이."
    assert news(now, Heard(("A",), "문", ((0, "가"), (4, "나!")), "x", "엑스")) == "나! 엑스."


def test_what_is_being_written_is_not_said_at_every_letter() -> None:
    before = Heard(("A",), "", (), "answer", "칸", True)
    written = Heard(("A",), "", (), "answer", "칸, 안", True)
    assert news(before, written) == ""
    assert news(Heard(("A",), "", (), "reply:0", "답"), written) == "칸, 안."


def test_customer_is_read_and_the_trainee_is_not(desk: Desk, canvas: Canvas) -> None:
    screen = DialogueScreen(desk, canvas, desk.begin(CASE, "coach", "ko", seed=7))
    screen.draw(canvas.surface)
    before = heard(screen)
    screen.finish_talking()
    screen.on_event(Event(pygame.KEYDOWN, key=pygame.K_1, mod=0, unicode=""))
    screen.draw(canvas.surface)
    told = news(before, heard(screen))
    own = [line.text for line in screen.view.lines if line.voice is Speaks.AGENT]
    answer = screen.view.lines[-1].text
    assert own
    assert own[0] not in told
    assert answer in told


def test_short_modal_is_read_whole(desk: Desk, canvas: Canvas) -> None:
    screen = DialogueScreen(desk, canvas, desk.begin(CASE, "coach", "ko", seed=7))
    screen.draw(canvas.surface)
    screen.finish_talking()
    before = heard(screen)
    screen.on_event(Event(pygame.KEYDOWN, key=pygame.K_ESCAPE, mod=0, unicode=""))
    told = news(before, heard(screen))
    for key in ("pause", "pause-text", "stay"):
        assert screen.word(key).rstrip(".") in told


def test_whole_screen_can_be_read(desk: Desk, canvas: Canvas) -> None:
    screen = SettingsScreen(desk, canvas)
    screen.draw(canvas.surface)
    told = everything(screen.page, "ko")
    for name in ("lang", "text_scale", "high_contrast", "reduced_motion", "typing"):
        assert screen.word(f"settings.{name}") in told


# Who says it


def test_speakers_are_what_the_computer_has(log: Log) -> None:
    assert speakers("linux") == []
    log.put("espeak-ng", SAYS)
    assert [one.name for one in speakers("linux")] == ["espeak-ng"]
    log.put("spd-say", SAYS)
    assert [one.name for one in speakers("linux")] == ["spd-say", "espeak-ng"]
    assert speakers("win32") == []
    log.put("say", SAYS)
    assert [one.name for one in speakers("darwin")] == ["say", "espeak-ng"]


def test_text_never_becomes_an_option_or_a_script() -> None:
    nasty = "-f /etc/passwd'; rm"
    for name in ("spd-say", "espeak-ng", "say", "powershell"):
        *options, last = Speaker(name, name).command(nasty, "ko")
        assert not last.startswith("-")
        assert nasty not in " ".join(options)
        assert name != "powershell" or "passwd" not in last


def test_next_text_stops_the_one_before(log: Log) -> None:
    log.put("espeak-ng", TALKS_ON)
    mouth = Mouth(speakers("linux"))
    mouth.say("처음 말", "ko")
    assert log.waits_for(lambda lines: lines == ["-v ko 처음 말"])
    started = time.monotonic()
    mouth.say("Next", "en")
    assert time.monotonic() - started < 1
    assert log.waits_for(lambda lines: "stopped" in lines and "-v en Next" in lines)
    mouth.close()
    assert log.waits_for(lambda lines: lines.count("stopped") == 2)


def test_program_that_fails_gives_way_to_the_next(log: Log) -> None:
    log.put("spd-say", FAILS)
    log.put("espeak-ng", SAYS)
    mouth = Mouth(speakers("linux"))
    mouth.say("들리나요", "ko")

    def listened(lines: list[str]) -> bool:
        mouth.listen()
        return lines == ["-v ko 들리나요"]

    assert log.waits_for(listened)
    mouth.close()


def test_program_that_is_gone_is_no_fault(log: Log) -> None:
    mouth = Mouth([Speaker("espeak-ng", str(log.folder / "gone"))])
    mouth.say("아무도 없다", "ko")
    mouth.close()


# The window


def test_window_reads_the_screen_and_the_focus(desk: Desk, canvas: Canvas, log: Log) -> None:
    log.put("espeak-ng", SAYS)
    desk.set(voicing=True)
    window = Window(desk, canvas, None)
    turns(window)
    assert log.waits_for(lambda lines: any("단골" in line for line in lines))
    assert isinstance(window.stack.top, TitleScreen)
    window.stack.apply(Push(SettingsScreen(desk, canvas)))
    turns(window)
    turns(window, pygame.K_TAB)
    assert log.waits_for(lambda lines: any("언어, 하나만 고르기" in line for line in lines))
    turns(window, pygame.K_F10)
    assert log.waits_for(lambda lines: any("움직임 줄이기" in line for line in lines))
    window.voice.close()


def test_nothing_is_started_until_reading_aloud_is_on(desk: Desk, canvas: Canvas, log: Log) -> None:
    log.put("espeak-ng", SAYS)
    window = Window(desk, canvas, None)
    turns(window, pygame.K_TAB, pygame.K_F10)
    assert log.lines == []
    assert os.listdir(log.folder)


def test_clipboard_takes_the_same_words(desk: Desk, canvas: Canvas) -> None:
    desk.set(clipboard=True)
    voice = Voice(desk, [])
    screen = SettingsScreen(desk, canvas)
    screen.draw(canvas.surface)
    voice.follow(screen, 0.1)
    voice.follow(screen, 0.2)
    assert pygame.scrap.get_text() == news(Heard(), heard(screen))


def test_settings_say_who_reads_and_what_to_do_without(
    desk: Desk, canvas: Canvas, log: Log
) -> None:
    screen = SettingsScreen(desk, canvas, "aloud")
    screen.draw(canvas.surface)
    none = screen.word("settings.voicing.none")
    assert none in [one.label for one in screen.page.widgets()]
    log.put("espeak-ng", SAYS)
    screen.changed()
    screen.draw(canvas.surface)
    assert any("espeak-ng" in text.text for text in canvas.drawn)
    assert none not in [one.label for one in screen.page.widgets()]
    assert problems(canvas) == []
