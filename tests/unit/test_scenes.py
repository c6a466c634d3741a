"""Scenes, other customers, the story clock and what stays hidden, as they are seen."""

from collections.abc import Sequence
from pathlib import Path

import pygame
import pytest

from game import content
from game.case.library import Library
from game.case.model import Case
from game.console import Console
from game.desk import Desk, new_run
from game.errors import CaseError
from game.playthrough import Mode, Playthrough
from game.screens import tutorial
from game.screens.briefing import BriefingScreen
from game.screens.canvas import Canvas
from game.screens.conversation import Bubble
from game.screens.debrief import DebriefScreen
from game.screens.dialogue import DialogueScreen
from game.screens.inspect import problems
from game.screens.library import LibraryScreen
from game.screens.shot import shot
from game.screens.voicing import heard, news
from game.screens.widgets.clock import ClockChip
from game.screens.widgets.people import Face
from game.screens.widgets.person import PersonRow
from game.session import Session
from game.shots import fixed_session
from game.store.home import Store
from game.store.settings import Settings
from game.view.behind import hidden_of, tastes_of
from game.view.briefing import briefing_view
from game.view.debrief import debrief_view
from game.view.dialogue import DialogueView, clock_words, dialogue_view
from game.view.lines import Voice, lines_of
from game.words import LANGUAGES, Lang
from tests.homes import drawing, focus_of, press, read_all, still, texts
from tests.plays import CASES, edited_text, played

BAG = (CASES / "lost-bag.yaml").read_text("utf-8")
SIZES = ((1024, 640), (1280, 720))
PROBLEM_TURNS = ("fill-in", "hand-over")  # the second one ends the first scene


def put(home: Path, *changes: tuple[str, str]) -> None:
    """The case of two scenes and its pages in the user's own folder, after an author's edits."""
    folder = home / "scenarios"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lost-bag.yaml").write_text(edited_text(*changes, text=BAG), "utf-8")
    for name in ("listen-first.yaml", "partners.yaml"):
        (folder / name).write_text((CASES / name).read_text("utf-8"), "utf-8")


def desk_over(home: Path) -> Desk:
    library = Library([content.scenarios(), home / "scenarios"])
    made = Desk(library, Settings(home), Store(home))
    made.people.see(tutorial.SEEN)
    return made


@pytest.fixture
def desk(home: Path) -> Desk:
    """A desk over the shipped cases and the case of two scenes."""
    put(home)
    return desk_over(home)


@pytest.fixture
def bag(desk: Desk) -> Case:
    return desk.library.load("lost-bag")


def view_after(case: Case, *script: str, mode: Mode = Mode.COACH) -> DialogueView:
    return dialogue_view(played(script, case, mode), "ko")


def screen_after(
    desk: Desk, canvas: Canvas, *script: str, mode: str = "coach"
) -> tuple[DialogueScreen, Session]:
    """The dialogue after some replies, drawn."""
    session = desk.begin("lost-bag", mode, "ko", seed=1)
    for reply in script:
        session.choose(reply, 2)
    screen = DialogueScreen(desk, canvas, session)
    screen.draw(canvas.surface)
    screen.finish_talking()
    return screen, session


# The scene that has ended


def test_coach_looks_back_on_every_reply_of_the_scene_that_ended(bag: Case) -> None:
    view = view_after(bag, *PROBLEM_TURNS)
    assert [one.turn for one in view.review] == [1, 2]
    assert [one.better is None for one in view.review] == [False, True]
    assert (view.scene, view.scene_before) == ("이튿날 아침, 전화", "저녁 7시, 유실물 창구")
    assert view_after(bag, *PROBLEM_TURNS[:1]).review == ()
    assert view_after(bag, *PROBLEM_TURNS, "pass-it-on").review == ()


@pytest.mark.parametrize("mode", [Mode.EXAM, Mode.EXPLORE])
def test_only_coach_mode_stops_between_scenes(bag: Case, mode: Mode) -> None:
    assert view_after(bag, *PROBLEM_TURNS, mode=mode).review == ()


@pytest.mark.parametrize("key", [pygame.K_RETURN, pygame.K_ESCAPE])
def test_review_is_read_and_closed_before_the_next_scene(
    desk: Desk, canvas: Canvas, key: int
) -> None:
    screen, session = screen_after(desk, canvas, *PROBLEM_TURNS)
    assert (screen.is_reviewing, screen.is_thinking) == (True, False)
    assert focus_of(screen) == "review-close"
    press(screen, pygame.K_1)
    assert session.run.play.turn == 2
    press(screen, key)
    assert not screen.is_reviewing
    assert screen.modal is None
    screen.finish_talking()
    assert focus_of(screen) == "reply:0"
    assert problems(canvas) == []


def test_review_quotes_every_reply_and_the_last_words(desk: Desk, canvas: Canvas) -> None:
    screen, _ = screen_after(desk, canvas, *PROBLEM_TURNS)
    told = [widget.label for widget in screen.page.widgets()]
    assert "“별거 없으시죠? 접수증부터 써 주세요.”" in told
    assert "가방이 제자리로 갔다." in told
    bubbles = [one.value for one in screen.page.widgets() if isinstance(one, Bubble)]
    assert bubbles == ["네, 고맙습니다."]


def test_arrows_scroll_a_long_review(desk: Desk, canvas: Canvas) -> None:
    session = fixed_session(desk.library, "spilt-coffee", "scene-review", "ko")
    screen = DialogueScreen(desk, canvas, session)
    screen.draw(canvas.surface)
    view = screen.page.scrolled("review")
    assert view.furthest > view.rect.h
    press(screen, pygame.K_DOWN, pygame.K_DOWN)
    assert view.offset > 0
    press(screen, pygame.K_UP, pygame.K_UP)
    assert view.offset == 0
    press(screen, pygame.K_PAGEDOWN)
    assert view.offset > 0
    assert problems(canvas) == []


def test_review_comes_back_with_the_play_until_a_reply_is_given(desk: Desk, canvas: Canvas) -> None:
    screen, session = screen_after(desk, canvas, *PROBLEM_TURNS)
    press(screen, pygame.K_RETURN)
    again = DialogueScreen(desk, canvas, desk.resume(session.name))
    assert again.is_reviewing
    press(screen, pygame.K_1, pygame.K_1)
    assert session.run.play.turn == 3
    assert not DialogueScreen(desk, canvas, desk.resume(session.name)).is_reviewing


def test_going_back_over_a_scene_does_not_stop_again(desk: Desk, canvas: Canvas) -> None:
    screen, session = screen_after(desk, canvas, *PROBLEM_TURNS)
    screen.page.set_focus("rewind")
    press(screen, pygame.K_RETURN)
    assert session.run.play.turn == 1
    assert not screen.is_reviewing


def test_back_button_pauses_and_does_not_skip_the_review(desk: Desk, canvas: Canvas) -> None:
    screen, _ = screen_after(desk, canvas, *PROBLEM_TURNS)
    screen.page.set_focus("back")
    press(screen, pygame.K_RETURN)
    assert screen.modal is not None
    assert screen.is_reviewing


def test_review_is_read_aloud(desk: Desk, canvas: Canvas) -> None:
    before, _ = screen_after(desk, canvas, *PROBLEM_TURNS[:1])
    after, _ = screen_after(desk, canvas, *PROBLEM_TURNS)
    said = news(heard(before), heard(after))
    assert "없다는 답을 쥐여 주는 물음이다." in said
    assert said.endswith("다음 장면으로, 단추.")


# Who is there, and what time it is


def test_a_line_of_another_customer_has_their_name_and_face(bag: Case) -> None:
    lines = list(lines_of(played(PROBLEM_TURNS[:1], bag), "ko"))
    said = [line for line in lines if line.voice is Voice.CUSTOMER]
    assert [line.who for line in said] == ["", "", "오재석"]
    assert said[-1].portrait == bag.customers["finder"].portrait.folder
    assert said[-1].face == "smiling"


def test_whoever_the_play_is_with_now_needs_no_name(bag: Case) -> None:
    run = played(PROBLEM_TURNS, bag)
    said = [line.who for line in lines_of(run, "ko") if line.voice is Voice.CUSTOMER]
    assert said == ["문가영", "문가영", "", "", ""]
    assert all(not line.who for line in lines_of(run, "ko") if line.voice is not Voice.CUSTOMER)


def test_another_customer_is_seen_beside_the_bubble_and_on_the_plate(
    desk: Desk, canvas: Canvas
) -> None:
    screen, _ = screen_after(desk, canvas, "fill-in")
    widgets = list(screen.page.widgets())
    people = [(one.label, one.value) for one in widgets if isinstance(one, PersonRow)]
    assert people == [("오재석", "편안함")]
    assert [one.label for one in widgets if isinstance(one, Bubble)][-1] == "오재석"
    assert len([one for one in widgets if isinstance(one, Face)]) == 1
    assert problems(canvas) == []


def test_a_scene_begins_with_its_title_and_channel(bag: Case) -> None:
    lines = list(lines_of(played(PROBLEM_TURNS, bag), "ko"))
    begun = [(line.text, line.channel, line.scene) for line in lines if line.channel]
    assert begun == [
        ("저녁 7시, 유실물 창구", "counter", 0),
        ("이튿날 아침, 전화", "phone", 1),
    ]
    view = view_after(bag, *PROBLEM_TURNS)
    assert (view.channel, view.customer, view.people) == ("phone", "오재석", ())


def test_story_clock_says_in_words_that_the_target_is_past(bag: Case) -> None:
    early, late = view_after(bag).clock, view_after(bag, "fill-in").clock
    assert early
    assert late
    assert clock_words(early, "ko") == ("19:00 (20:00까지)", "0:00 / 목표 1:00")
    assert clock_words(late, "ko") == ("19:01 (20:00까지)", "1:30 / 목표 1:00 · 목표 넘김")
    assert clock_words(late, "en") == ("19:01 (until 20:00)", "1:30 / target 1:00 · over target")
    assert view_after(bag, *PROBLEM_TURNS).clock is None


def test_story_clock_is_quiet_until_the_target_is_past(desk: Desk, canvas: Canvas) -> None:
    roles = []
    for script in ((), ("what-inside",), ("fill-in",)):
        screen, _ = screen_after(desk, canvas, *script)
        chip = next(one for one in screen.page.items if isinstance(one, ClockChip))
        roles.append((chip.role, chip.label))
    quiet = ("note", "이야기 속 시각")
    assert roles == [quiet, quiet, ("status", "목표 시간을 넘겼습니다")]


# Before the first word


def test_briefing_lists_the_scenes_and_what_is_remembered(bag: Case) -> None:
    view = briefing_view(bag, "ko", ("lamp-solved",))
    told = [(one.title, one.channel_name, one.touchpoint_name) for one in view.scenes]
    assert told == [
        ("저녁 7시, 유실물 창구", "매장", "핵심 접점"),
        ("이튿날 아침, 전화", "전화", "사후 접점"),
    ]
    assert view.remembered == ("스탠드 손님이 고맙다고 다시 걸어 왔다.",)
    assert briefing_view(bag, "ko").remembered == ()
    assert view.twin == ""


def test_a_case_of_one_scene_lists_none(desk: Desk) -> None:
    assert briefing_view(desk.library.load("just-okay"), "ko").scenes == ()


TWIN = ("teaches: [listen-first]\n", "teaches: [listen-first]\ntwin: spilt-coffee\n")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_twin_is_an_exam_and_nothing_else(home: Path, canvas: Canvas, lang: Lang) -> None:
    put(home, TWIN)
    desk = desk_over(home)
    desk.set(lang=lang)
    screen = BriefingScreen(desk, canvas, "lost-bag")
    screen.draw(canvas.surface)
    assert problems(canvas) == []
    assert screen.view.twin in texts(screen)
    press(screen, pygame.K_UP, pygame.K_DOWN)
    assert screen.mode == "exam"
    for mode in ("coach", "explore"):
        with pytest.raises(CaseError) as refused:
            desk.begin("lost-bag", mode, lang)
        assert refused.value.key == "briefing.twin.only"
    assert desk.begin("lost-bag", "exam", lang).mode == "exam"


def test_a_twin_says_so_in_the_library(home: Path) -> None:
    put(home, TWIN)
    desk = desk_over(home)
    desk.cases("ko")
    read_all(desk)
    twins = {card.case: card.twin for card in desk.cases("ko").cards if card.twin}
    assert twins["lost-bag"] == "시험 전용 쌍둥이"


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
def test_the_card_of_a_twin_says_so_whole(home: Path, lang: Lang, text_scale: float) -> None:
    put(home, TWIN)
    desk = desk_over(home)
    desk.cases(lang)
    read_all(desk)
    for size in SIZES:
        with drawing(size, text_scale) as canvas:
            screen = LibraryScreen(still(desk, lang, text_scale), canvas)
            screen.look_for("lost-bag")
            screen.draw(canvas.surface)
            assert problems(canvas) == [], size
            twin = screen.shown[0].twin
            assert twin
            assert any(twin in text.text for text in canvas.drawn)


# After the last one


def run_of(bag: Case, *script: str) -> Playthrough:
    return played(script, bag)


@pytest.mark.parametrize(
    ("script", "states"),
    [
        (("what-inside", "hand-over", "pass-it-on"), ("told", "told", "never")),
        (("fill-in", "scold", "not-ours"), ("denied", "kept", "never")),
        (("fill-in", "hand-over", "pass-it-on"), ("denied", "told", "never")),
    ],
)
def test_what_was_hidden_is_told_in_the_end(
    bag: Case, script: Sequence[str], states: tuple[str, ...]
) -> None:
    run = run_of(bag, *script)
    assert tuple(one.state for one in hidden_of(run, "ko")) == states


def test_nothing_hidden_is_given_away_before_the_end(bag: Case) -> None:
    run = run_of(bag, "fill-in")
    assert (hidden_of(run, "ko"), tastes_of(run, "ko")) == ((), ())


def test_debrief_tells_what_the_customers_love_and_what_the_case_teaches(desk: Desk) -> None:
    bag, pages = desk.library.load("lost-bag"), desk.library.pages()
    run = run_of(bag, "what-inside", "hand-over", "pass-it-on")
    view = debrief_view(run, "ko", pages)
    assert [(one.customer, one.hates) for one in view.tastes] == [
        ("문가영", ("되묻기",)),
        ("오재석", ()),
    ]
    assert [page.title for page in view.principles] == ["먼저 듣는다"]
    assert debrief_view(run, "ko").principles == ()
    assert (view.customer, view.channel) == ("오재석", "phone")


def test_session_finds_its_principles_itself(desk: Desk) -> None:
    session = desk.begin("lost-bag", "coach", "ko", seed=1)
    for reply in ("what-inside", "hand-over", "pass-it-on"):
        session.choose(reply, 1)
    assert [page.id for page in session.debrief("ko").principles] == ["listen-first"]


def test_debrief_shows_dividers_names_hidden_facts_and_principles(
    desk: Desk, canvas: Canvas
) -> None:
    session = desk.begin("lost-bag", "coach", "ko", seed=1)
    for reply in ("fill-in", "hand-over", "not-ours"):
        session.choose(reply, 1)
    screen = DebriefScreen(desk, canvas, session, lambda one: DialogueScreen(desk, canvas, one))
    screen.number = 1
    screen.draw(canvas.surface)
    labels = [widget.label for widget in screen.page.widgets()]
    for told in (
        "저녁 7시, 유실물 창구",
        "이튿날 아침, 전화",
        "가방에 약이 들어 있다",
        "잘못 물어 감추었습니다",
        "물었다면 말했을 일인데, 끝내 나오지 않았습니다",
        "문가영이 좋아하는 것과 싫어하는 것",
        "되묻기",
        "이 사례의 원칙",
        "먼저 듣는다",
    ):
        assert told in labels, told
    for offset in range(0, int(screen.page.scrolled("beside").furthest), 40):
        screen.page.scrolled("beside").offset = float(offset)
        screen.draw(canvas.surface)
        assert problems(canvas) == [], offset


# At the console


def test_console_tells_the_same_in_plain_lines(desk: Desk) -> None:
    typed = iter(["1", "> 접수증부터 써 주세요", "> 가방 돌려드릴게요 가져와 주셔서 다행이에요"])
    shown: list[str] = []
    Console(desk, "ko", lambda _: next(typed, None), shown.append).run("lost-bag", None, 1)
    told = "\n".join(shown)
    for line in (
        "장면 2개",
        "1. 저녁 7시, 유실물 창구 (매장 · 핵심 접점)",
        "== 이튿날 아침, 전화",
        "오재석: 제가 들고 갔습니다. 정말 죄송합니다.",
        "함께 있는 사람: 오재석, 편안함",
        "이야기 속 시각: 19:01 (20:00까지), 1:30 / 목표 1:00 · 목표 넘김",
        "== ‘저녁 7시, 유실물 창구’ 장면을 마쳤습니다. 답 2개 가운데 다시 볼 답은 1개입니다.",
        "1번째 답: “접수증부터 써 주세요”",
    ):
        assert line in told, line
    assert told.index("장면을 마쳤습니다") < told.index("== 이튿날 아침, 전화")


def test_console_offers_a_twin_as_an_exam_alone(home: Path) -> None:
    put(home, TWIN)
    typed = iter(["", "q"])
    shown: list[str] = []
    Console(desk_over(home), "ko", lambda _: next(typed, None), shown.append).run(
        "lost-bag", None, 1
    )
    assert "연습 방식: 시험. Enter로 시작합니다." in shown
    assert "처음 보는 쌍둥이 사례입니다. 시험에서만 나옵니다." in shown


# Drawn


@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("scene-review", "spilt-coffee"),
        ("dialogue", "spilt-coffee"),
        ("ended", "spilt-coffee"),
        ("briefing", "spilt-coffee"),
        ("debrief2", "spilt-coffee"),
        ("dialogue", "speed-trap"),
        ("briefing", "lost-bag"),
        ("exam", "lost-bag"),
    ],
)
def test_nothing_is_cut_covered_or_faint(
    desk: Desk, tmp_path: Path, name: str, case: str, lang: Lang, text_scale: float
) -> None:
    session = fixed_session(desk.library, case, name, lang)
    for size in SIZES:
        seen = shot(name, tmp_path / "s.png", desk, case, size, lang, text_scale, session)
        assert problems(seen) == [], size
        assert seen.drawn
    pygame.display.quit()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_opens_in_front_tells_the_scenes_too(desk: Desk, canvas: Canvas, lang: Lang) -> None:
    desk.set(lang=lang, high_contrast=True, text_scale=1.5)
    screen, _ = screen_after(desk, canvas, *PROBLEM_TURNS)
    press(screen, pygame.K_F3)
    assert screen.modal
    assert "이튿날 아침, 전화" in [one.label for one in screen.modal.page.widgets()]
    assert problems(canvas) == []


def test_a_run_keeps_its_language(bag: Case) -> None:
    run = new_run(bag, Mode.COACH, "en", 1)
    assert dialogue_view(run, "en").scene == "저녁 7시, 유실물 창구"
