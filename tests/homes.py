"""Data folders for the tests: many cases, learners with many plays, and screens drawn over them."""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pygame

from game import content
from game.case.library import Library
from game.desk import Desk
from game.engine.offers import on_offer
from game.screens.canvas import Canvas
from game.screens.screen import PageScreen
from game.screens.shot import StillDesk
from game.session import Session
from game.store.database import FILE
from game.store.home import Store
from game.store.learners import GUEST, Learners
from game.store.saves import Saves
from game.store.settings import Settings
from game.words import Lang
from tests.plays import BEST, LAMP_ENGLISH, LAMP_TEXT

Event = pygame.event.Event
SIZES = ((1024, 640), (1280, 720), (2560, 1440))
CHANNELS = ("phone", "chat", "email", "dm", "counter", "board", "self-service")
POINTS = ("before", "first", "core", "closing", "after")
POOR = ("file", "bye")
LONG = "아무도 받지 않던 전화와 세 번째로 옮겨 적은 아주 긴 접수 번호"


def desk_at(home: Path, shipped: Path | None = None) -> Desk:
    """A desk over the cases in the home alone, or over the shipped ones too."""
    folders = [shipped or home / "shipped", home / "scenarios"]
    store = Store(home)
    assert store.learners.home == home  # and so it is open: no test waits for it in a picture
    return Desk(Library(folders), Settings(home), store)


def saves_at(home: Path, learner: str = GUEST) -> Saves:
    """The plays in a data folder, as a program that starts now finds them."""
    return Learners(home).drawer(learner).saves


def sql(home: Path, statement: str, *values: object) -> list[tuple[Any, ...]]:
    """What a statement gives that is run on the database by another program."""
    with closing(sqlite3.connect(home / FILE)) as connection:
        rows = connection.execute(statement, values).fetchall()
        connection.commit()
    return rows


def put_many(home: Path, number: int = 60) -> None:
    """Copies of the tests' case with other ids, titles, channels, touchpoints and levels."""
    folder = home / "scenarios"
    folder.mkdir(parents=True, exist_ok=True)
    for at in range(number):
        title = LONG if at % 7 == 3 else f"깜빡이는 스탠드 {at:02}"
        text = LAMP_TEXT
        for old, new in (
            ("case: lamp", f"case: lamp-{at:02}"),
            ("title: 깜빡이는 스탠드", f"title: {title}"),
            ("level: 1", f"level: {1 + at % 5}"),
            ("channel: phone", f"channel: {CHANNELS[at % 7]}"),
            ("touchpoint: after", f"touchpoint: {POINTS[at % 5]}"),
        ):
            assert text.count(old) == 1
            text = text.replace(old, new)
        english = LAMP_ENGLISH.replace("of: lamp", f"of: lamp-{at:02}")
        (folder / f"lamp-{at:02}.yaml").write_text(text, "utf-8")
        (folder / f"lamp-{at:02}.en.yaml").write_text(english, "utf-8")


def play(
    desk: Desk, case: str, mode: str = "coach", script: tuple[str, ...] = BEST, back: bool = False
) -> Session:
    """A play of a case by a script of replies; with `back` the first of them is tried twice."""
    session = desk.begin(case, mode, "ko", seed=1)
    if back:
        session.choose(on_offer(session.run.play)[0].id, 1)
        session.back(1)
    for reply in script:
        session.choose(reply, 2)
    return session


def fill(home: Path, cases: int = 60) -> Desk:
    """A full home: learners with long names, passed, failed, explored and unfinished plays."""
    put_many(home, cases)
    desk = desk_at(home)
    for name in ("한지우", "이름이아주길어서자리를넘는사람", "Bartholomew Higginb"):
        desk.people.add(name, "woman-20s_bangs-black_round")
        for at in range(8):
            case = f"lamp-{at * 3 % cases:02}"
            play(
                desk, case, ("coach", "exam", "explore")[at % 3], (BEST, POOR)[at % 2], at % 3 == 0
            )
        play(desk, f"lamp-{1 % cases:02}", script=("ask",))
    desk.choose_learner(desk.people.found[0].id)
    return desk_at(home)


def age(home: Path, play: str, days: float) -> None:
    """Makes a play as old as that."""
    sql(home, "UPDATE plays SET touched = touched - ? WHERE id = ?", days * 86_400, play)


def copy_play(home: Path, number: int) -> None:
    """So many copies of the newest play, each a second older than the one before."""
    ((play,),) = sql(home, "SELECT id FROM plays ORDER BY touched DESC LIMIT 1")
    columns = [name for _, name, *_ in sql(home, "PRAGMA table_info(plays)")]
    with closing(sqlite3.connect(home / FILE)) as connection:
        for at in range(1, number + 1):
            new = {"id": f"'{uuid.UUID(int=at)}'", "touched": f"touched - {at}"}
            taken = ", ".join(new.get(one, f'"{one}"') for one in columns)
            own = (play,)
            connection.execute(f"INSERT INTO plays SELECT {taken} FROM plays WHERE id = ?", own)
            connection.execute(
                f"INSERT INTO inputs SELECT {new['id']}, number, entry, chain FROM inputs"
                " WHERE play = ?", own,
            )  # fmt: skip
        connection.commit()


@contextmanager
def drawing(size: tuple[int, int] = (1280, 720), text_scale: float = 1.0) -> Iterator[Canvas]:
    """A canvas that writes down what is drawn."""
    pygame.display.init()
    pygame.font.init()
    canvas = Canvas(content.assets())
    canvas.watching = True
    canvas.aim(pygame.display.set_mode(size), text_scale)
    yield canvas
    pygame.display.quit()


def still(desk: Desk, lang: Lang, text_scale: float = 1.0) -> StillDesk:
    """The desk in one language and text size."""
    return StillDesk(desk, lang, text_scale)


def read_all(desk: Desk) -> None:
    """Reads all that a screen would read in its first moments."""
    while desk.read_more():
        pass


def press(screen: PageScreen, *keys: int) -> object:
    """The change that the last of some keys asks for."""
    change: object = None
    for key in keys:
        change = screen.on_event(Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        change = screen.update(0) or change
        screen.draw(screen.canvas.surface)
    return change


def write(screen: PageScreen, *pieces: str, composing: str = "") -> None:
    """Letters that arrive from the keyboard, and what the input method still holds."""
    for piece in pieces:
        screen.on_event(Event(pygame.TEXTINPUT, text=piece))
    if composing:
        screen.on_event(Event(pygame.TEXTEDITING, text=composing, start=0, length=1))
    screen.draw(screen.canvas.surface)


def focus_of(screen: PageScreen) -> str:
    """The name of what has the focus."""
    focus = (screen.modal.page if screen.modal else screen.page).focus
    return focus.name if focus else ""


def texts(screen: PageScreen) -> str:
    """All that is written on the screen now."""
    screen.draw(screen.canvas.surface)
    return "\n".join(text.text for text in screen.canvas.drawn)
