"""The dial on the briefing, on the command line, and wherever a result is shown."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pygame
import pytest

from game.cli import main
from game.desk import Desk
from game.engine.difficulty import AS_WRITTEN, DIALS
from game.screens.briefing import BriefingScreen
from game.screens.canvas import Canvas
from game.screens.debrief import DebriefScreen
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import problems
from game.screens.stack import Replace
from game.screens.widgets.widget import Pressed
from game.view.briefing import briefing_view
from game.view.debrief import debrief_view
from game.view.history import Played, history_view, summary_from_json, summary_of
from game.view.result import result_of
from game.words import LANGUAGES, Lang
from tests.plays import BEST, edited, lamp, played, started
from tests.property.test_difficulty import on_level
from tests.steps.conftest import put_cases

CASE = "just-okay"


def press(screen: BriefingScreen, *keys: int) -> object:
    change: object = None
    for key in keys:
        change = screen.on_event(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        screen.draw(screen.canvas.surface)
    return change


@pytest.fixture
def screen(desk: Desk, canvas: Canvas) -> BriefingScreen:
    desk.set(lang="en")
    made = BriefingScreen(desk, canvas, CASE)
    made.draw(canvas.surface)
    return made


def shown(canvas: Canvas) -> str:
    return " ".join(one.text for one in canvas.drawn)


# The briefing


@pytest.mark.parametrize("level", DIALS)
def test_a_digit_turns_the_dial_and_the_play_begins_there(
    screen: BriefingScreen, desk: Desk, canvas: Canvas, level: int
) -> None:
    press(screen, getattr(pygame, f"K_{level}"))
    bar = {1: 40, 2: 50, 3: 60, 4: 70, 5: 80}[level]
    assert f"Resolution {bar}" in shown(canvas)
    screen.page.set_focus("start")
    change = press(screen, pygame.K_RETURN)
    assert isinstance(change, Replace)
    assert desk.begin(CASE, "coach", "en", seed=1).run.header.difficulty == level


def test_the_arrows_turn_it_too_and_no_policy_page_with_it(
    screen: BriefingScreen, desk: Desk
) -> None:
    screen.page.set_focus("difficulty")
    press(screen, pygame.K_RIGHT, pygame.K_RIGHT, pygame.K_RIGHT)
    assert (desk.difficulty, screen.policy) == (5, 0)
    press(screen, pygame.K_LEFT)
    assert (desk.difficulty, screen.policy) == (4, 0)


def test_an_exam_stands_still(screen: BriefingScreen, desk: Desk, canvas: Canvas) -> None:
    press(screen, pygame.K_5, pygame.K_UP)
    assert screen.mode == "exam"
    assert "Resolution 60" in shown(canvas)
    press(screen, pygame.K_1)
    assert desk.difficulty == 5  # what was chosen before waits for the next practice
    assert desk.begin(CASE, "exam", "en", seed=1).run.header.difficulty == AS_WRITTEN
    press(screen, pygame.K_DOWN)
    assert "Resolution 80" in shown(canvas)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("mode", ["coach", "exam"])
def test_nothing_is_clipped_or_in_the_way(
    desk: Desk, canvas: Canvas, lang: Lang, scale: float, mode: str
) -> None:
    desk.set(lang=lang, text_scale=scale)
    screen = BriefingScreen(desk, canvas, CASE)
    screen.mode = mode
    for level in DIALS:
        desk.difficulty = level
        screen.changed()
        screen.draw(canvas.surface)
        screen.page.set_focus("difficulty")
        screen.draw(canvas.surface)
        assert problems(canvas) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_case_that_asks_for_patience_says_that_only_the_bars_move(lang: Lang) -> None:
    asking = edited(("when: ticket = filed, text", "when: ticket = filed and patience > 0, text"))
    usual, still = (briefing_view(one, lang).levels for one in (lamp(), asking))
    assert [one.bars for one in usual] == [one.bars for one in still]
    assert [a.text == b.text for a, b in zip(usual, still, strict=True)] == [
        False, False, True, False, False,
    ]  # fmt: skip


# Where it stands


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_stands_beside_the_mode_and_only_where_it_was_turned(lang: Lang) -> None:
    usual = played(BEST)
    hard = on_level(usual, 5)
    assert "5" not in debrief_view(usual, lang).caption
    assert debrief_view(hard, lang).caption != debrief_view(usual, lang).caption
    assert "5" in debrief_view(hard, lang).caption
    assert "difficulty" not in result_of(usual, lang)
    assert result_of(hard, lang)["difficulty"] == 5
    row = _row(summary_of(hard), lang)
    assert "5" in row
    assert _row(summary_of(usual), lang) in row


def _row(summary: object, lang: Lang) -> str:
    now = datetime(2026, 11, 22)
    one = Played("x", "lamp", now, summary)  # type: ignore[arg-type]
    return history_view([one], [], {}, now, lang).rows[0].mode_name


def test_a_summary_goes_to_json_and_back() -> None:
    for level in DIALS:
        summary = summary_of(on_level(played(BEST), level))
        written = json.loads(json.dumps(summary.to_json()))
        assert summary_from_json(written) == replace(summary, told=dict(summary.told))
        assert ("difficulty" in written) == (level != AS_WRITTEN)


@pytest.mark.parametrize("wrong", [0, 6, "5", True])
def test_a_summary_on_no_level_is_none(wrong: object) -> None:
    with pytest.raises(ValueError, match="no summary"):
        summary_from_json({**summary_of(played(BEST)).to_json(), "difficulty": wrong})


def test_the_meter_of_patience_has_room_for_all_of_it() -> None:
    from game.view.dialogue import dialogue_view

    for level in DIALS:
        run = on_level(started(), level)
        meter = next(one for one in dialogue_view(run, "en").meters if one.key == "patience")
        assert 0 < meter.value <= meter.most


def test_another_try_is_at_the_same_level(desk: Desk, canvas: Canvas) -> None:
    desk.difficulty = 4
    session = desk.begin(CASE, "coach", "en", seed=1)
    desk.difficulty = 2
    debrief = DebriefScreen(desk, canvas, session, lambda one: DialogueScreen(desk, canvas, one))
    debrief.on_intent(Pressed("again"))
    assert desk.difficulty == 4


# The command


@pytest.fixture
def dangol(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str, str]]:
    put_cases(home)

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*arguments, "--lang", "en"])
        return code, *capsys.readouterr()

    return run


def test_a_file_is_played_at_a_difficulty(
    dangol: Callable[..., tuple[int, str, str]], tmp_path: Path
) -> None:
    script = tmp_path / "play.txt"
    script.write_text("\n".join(BEST), "utf-8")
    usual = ("play", "lamp", "--console", "--inputs", str(script), "--json")
    code, out, _ = dangol(*usual, "--difficulty", "5")
    assert (code, json.loads(out)["difficulty"], json.loads(out)["passed"]) == (0, 5, True)
    code, out, _ = dangol(*usual)
    assert "difficulty" not in json.loads(out)
    assert dangol(*usual, "--difficulty", "6")[0] == 2
    code, _, said = dangol(*usual, "--difficulty", "4", "--mode", "exam")
    assert (code, "as written" in said) == (2, True)
