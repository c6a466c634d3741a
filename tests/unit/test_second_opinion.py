"""The second opinion: asked for, beside the score, in nobody's name, and never in an exam."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from time import sleep

import pygame
import pytest

from game.cli import main
from game.customers.choosing import Choice, agreed_to
from game.desk import Desk
from game.errors import CustomerUnavailable
from game.playthrough import Mode
from game.screens.canvas import Canvas
from game.screens.debrief import DebriefScreen
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import problems
from game.screens.opinion import OpinionScreen
from game.screens.stack import Push
from game.second_opinion import SecondOpinion
from game.session import Session
from game.shots import fixed_session
from game.store.voice import VoiceFile
from game.voices import Voices
from game.words import LANGUAGES, Lang
from tests.llm_server import Stub, stub_server
from tests.plays import BEST, played
from tests.steps.conftest import put_cases

Messages = list[dict[str, str]]


def judging(messages: Messages) -> str:
    """A judge who finds the most in the first reply, for every second thing that it is asked."""
    if "evening sky" in messages[0]["content"]:
        return json.dumps({"colour": "blue", "why": "dusk"})
    *slots, talk = messages[1]["content"].split("\n")
    first = next(one for one in json.loads(talk) if one["who"] == "agent")
    found = {"evidence": [{"turn": first["turn"], "quote": first["text"][:150]}], "level": 2}
    ids = [line.split(" ")[0] for line in slots if re.match(r"s\d+ \[", line)]
    none = {"evidence": [], "level": 0}
    return json.dumps({one: none if at % 2 else found for at, one in enumerate(ids)})


@pytest.fixture
def able() -> Iterator[Stub]:
    with stub_server(judging) as stub:
        yield stub


def on(desk: Desk, home: Path, stub: Stub, model: str = "good") -> None:
    VoiceFile(home).write(agreed_to(Choice(stub.base_url, model)))
    desk.voices = Voices(VoiceFile(home), {})


def session_of(desk: Desk, lang: Lang = "en") -> Session:
    return fixed_session(desk.library, "just-okay", "debrief", lang)


def debrief_of(desk: Desk, canvas: Canvas, session: Session) -> DebriefScreen:
    screen = DebriefScreen(desk, canvas, session, lambda one: DialogueScreen(desk, canvas, one))
    screen.draw(canvas.surface)
    return screen


def f3(screen: DebriefScreen) -> object:
    return screen.on_event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_F3, mod=0, unicode=""))


def test_nothing_is_offered_until_somebody_agreed(
    desk: Desk, canvas: Canvas, home: Path, able: Stub
) -> None:
    desk.voices = Voices(VoiceFile(home), {})
    desk.voices.name(able.base_url, "good")
    screen = debrief_of(desk, canvas, session_of(desk))
    assert not any(one.name == "opinion" for one in screen.page.widgets())
    assert f3(screen) is None
    on(desk, home, able)
    offered = debrief_of(desk, canvas, session_of(desk))
    assert any(one.name == "opinion" for one in offered.page.widgets())
    assert isinstance(f3(offered), Push)
    assert able.asked == []


def test_there_is_none_in_an_exam(desk: Desk, home: Path, able: Stub) -> None:
    on(desk, home, able)
    run = played(["ask", "file"], mode=Mode.EXAM)
    assert desk.second_opinion(Session(run)) is None
    with pytest.raises(CustomerUnavailable) as refused:
        SecondOpinion(run, desk.voices.server)  # type: ignore[arg-type]
    assert refused.value.key == "opinion.exam"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_it_is_asked_for_and_stands_beside_the_score(
    desk: Desk, canvas: Canvas, home: Path, able: Stub, lang: Lang, scale: float
) -> None:
    on(desk, home, able)
    desk.set(lang=lang, text_scale=scale)
    session = session_of(desk, lang)
    debrief = debrief_of(desk, canvas, session)
    assert problems(canvas) == []
    before = session.debrief(lang)
    assert debrief.opinion is not None
    screen = OpinionScreen(desk, canvas, debrief.opinion)
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    assert able.asked == []
    screen.page.set_focus("ask")
    screen.on_event(pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""))
    while debrief.opinion.is_asking:
        screen.update(0.01)
        sleep(0.01)
    screen.update(0.01)
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    assert screen.view is not None
    assert [one.offline for one in screen.view.axes] == [str(one.score) for one in before.axes]
    assert screen.view.axes[0].judged == "–"
    assert "good" in screen.view.by
    assert any(one.far for one in screen.view.axes)
    assert session.debrief(lang) == before


def test_it_is_kept_nowhere(desk: Desk, home: Path, able: Stub) -> None:
    on(desk, home, able)
    asked = desk.second_opinion(session_of(desk))
    assert asked is not None
    before = sorted(path.name for path in home.rglob("*"))
    asked.begin()
    asked.wait()
    assert asked.view("en") is not None
    assert sorted(path.name for path in home.rglob("*")) == before


@pytest.mark.parametrize("fault", ["401", "500", "html", "cut", "empty"])
def test_whatever_goes_wrong_is_a_sentence(desk: Desk, home: Path, able: Stub, fault: str) -> None:
    on(desk, home, able, fault)
    asked = desk.second_opinion(session_of(desk))
    assert asked is not None
    asked.begin()
    asked.wait()
    assert asked.view("en") is None
    assert asked.fault("en")
    assert "쓰인 대사" not in asked.fault("ko")  # nothing stands in for an opinion


def test_nobody_s_name_is_sent(desk: Desk, home: Path, able: Stub) -> None:
    on(desk, home, able)
    desk.people.add("Wilhelmina", "")
    session = desk.begin("just-okay", "coach", "en", seed=7)
    while not session.ended and session.run.play.turn < 30:
        session.choose(session.view("en").replies[0].id, 1)
    asked = desk.second_opinion(session)
    assert asked is not None
    asked.begin()
    asked.wait()
    assert able.asked
    assert "Wilhelmina" not in json.dumps(able.asked)
    assert "Wilhelmina" not in "\n".join(asked.example())


def test_the_console_asks_as_well(
    home: Path, able: Stub, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put_cases(home)
    script = tmp_path / "play.txt"
    script.write_text("\n".join(BEST), "utf-8")
    asked = ["play", "lamp", "--console", "--inputs", str(script), "--opinion", "--lang", "en"]
    assert main(asked) == 2
    VoiceFile(home).write(agreed_to(Choice(able.base_url, "good")))
    assert main(asked) == 2
    assert able.asked == []
    capsys.readouterr()
    assert main([*asked, "--yes"]) == 0
    out, said = capsys.readouterr()
    assert "never counts" in out
    assert "127.0.0.1" in said
