"""The gallery and the widgets that no case shows in all their states."""

import pygame
import pytest
from pygame import FRect

from game.desk import Desk
from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.gallery import PAGES, STATES, GalleryScreen, Sample
from game.screens.inspect import problems
from game.screens.motion import Motion
from game.screens.page import Page
from game.screens.widgets.button import Button
from game.screens.widgets.line_chart import LineChart, Series
from game.screens.widgets.radar import Axis, Radar
from game.screens.widgets.scroll import ScrollView
from game.screens.widgets.slider import Slider
from game.screens.widgets.widget import Handled, Picked
from game.words import LANGUAGES, Lang

Event = pygame.event.Event


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("text_scale", [1.0, 1.25, 1.5])
@pytest.mark.parametrize("number", range(len(PAGES)))
def test_gallery_is_clean_wherever_it_is_scrolled_to(
    desk: Desk, canvas: Canvas, lang: Lang, text_scale: float, number: int
) -> None:
    desk.set(lang=lang, text_scale=text_scale)
    canvas.aim(canvas.surface, text_scale)
    screen = GalleryScreen(desk, canvas, number)
    screen.draw(canvas.surface)
    view = next(one for one in screen.page.items if isinstance(one, ScrollView))
    for _ in range(20):
        assert problems(canvas) == []
        if not view.page(1):
            break
        screen.draw(canvas.surface)


def test_gallery_shows_every_control_in_every_state(desk: Desk, canvas: Canvas) -> None:
    for number in (0, 1):
        screen = GalleryScreen(desk, canvas, number)
        screen.draw(canvas.surface)
        samples = [one for one in screen.page.widgets() if isinstance(one, Sample)]
        kinds = {type(one.widget) for one in samples}
        for kind in kinds:
            states = {one.value for one in samples if type(one.widget) is kind}
            assert states == set(STATES), kind
        for sample in samples:
            assert sample.widget.role != "group"
            assert sample.widget.label or sample.widget.value


def test_states_look_different(desk: Desk, canvas: Canvas) -> None:
    """Six states of a button are six pictures."""
    seen = set()
    for state in STATES:
        canvas.clear()
        button = Button("go-on", "계속하기", FRect(40, 40, 180, 44), "second", "play")
        Sample(button, state, "까닭").draw(canvas)
        part = canvas.surface.subsurface(pygame.Rect(20, 20, 220, 84))
        seen.add(pygame.image.tobytes(part, "RGB"))
    assert len(seen) == len(STATES)


def test_disabled_control_tells_why_and_does_nothing(canvas: Canvas) -> None:
    page = Page()
    button = Button("save", "담기", FRect(40, 40, 180, 44), "soft")
    button.disabled = "두 칸을 모두 채우면 담을 수 있습니다"
    page.add(button)
    page.finish("save")
    pressed = page.on_event(Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode=""), canvas)
    assert pressed is None
    canvas.clear()
    page.draw(canvas)
    assert button.disabled in [text.text for text in canvas.drawn]
    assert problems(canvas) == []


def test_slider_moves_by_keys_click_and_drag(canvas: Canvas) -> None:
    slider = Slider("rate", "해결", FRect(0, 0, 222, 32), None, "아직")
    keys = {pygame.K_LEFT: 45, pygame.K_RIGHT: 55, pygame.K_HOME: 0, pygame.K_END: 100}
    for key, amount in keys.items():
        event = Event(pygame.KEYDOWN, key=key, mod=0, unicode="")
        assert slider.on_key(event) == Picked("rate", amount)
    assert slider.on_click((111, 16)) == Picked("rate", 50)
    assert slider.on_drag((500, 16)) == Picked("rate", 100)
    slider.amount = 100
    assert slider.on_drag((500, 16)) == Handled()


def test_radar_is_a_table_too(canvas: Canvas) -> None:
    axes = [Axis("상황 묻기", 72), Axis("마음 짚기", 30, 60), Axis("나 지키기", None)]
    radar = Radar(canvas, FRect(40, 40, 360, 260), axes, "기술", "연습하지 않음")
    rows = [(row.role, row.label, row.value) for row in radar.children()]
    assert rows == [
        ("row", "상황 묻기", "72"),
        ("row", "마음 짚기", "30"),
        ("row", "나 지키기", "연습하지 않음"),
    ]
    assert radar.role == "table"
    assert radar.weakest == 30


@pytest.mark.parametrize("count", [0, 1, 2, 3, 8])
def test_radar_is_drawn_with_any_number_of_practised_skills(canvas: Canvas, count: int) -> None:
    axes = [Axis(f"기술 {n}", 50 + n if n < count else None) for n in range(8)]
    canvas.clear()
    radar = Radar(canvas, FRect(40, 40, 360, 300), axes, "기술", "연습하지 않음")
    radar.draw(canvas)
    found = [line for line in problems(canvas) if "focus" not in line]
    assert found == []
    assert radar.radius > 60


def test_chart_figures_of_lines_that_meet_do_not_overlap(canvas: Canvas) -> None:
    series = [
        Series("처음", (None, 40, 60), theme.RESOLUTION.word, dashed=True),
        Series("최고", (50, 55, 61), theme.RESOLUTION.mark),
    ]
    canvas.clear()
    chart = LineChart(canvas, FRect(40, 40, 400, 200), series, ("1주", "3주"), "해결", 60)
    chart.draw(canvas)
    assert [line for line in problems(canvas) if "focus" not in line] == []
    assert [row.value for row in chart.children()] == ["–, 40, 60", "50, 55, 61"]


def test_motion_arrives_and_stays() -> None:
    motion = Motion()
    track = motion.towards("bar", 80, 0.4, 0.0)
    assert track.value == 0
    seen = []
    while motion.pass_time(0.05):
        seen.append(track.value)
    assert seen == sorted(seen)
    assert track.value == 80
    assert motion.towards("bar", 80, 0.4, 0.0) is track
    assert not motion.pass_time(0.05)
    motion.is_still = True
    assert motion.towards("bar", 20, 0.4).value == 20


def test_faces_swap_from_the_one_before() -> None:
    motion = Motion()
    assert motion.swap("face", "sad", 0.16)[1].value == 1
    before, come = motion.swap("face", "smiling", 0.16)
    assert (before, come.value) == ("sad", 0)
    motion.pass_time(0.2)
    assert motion.swap("face", "smiling", 0.16)[1].value == 1
