"""What a briefing tells beside the story: what came before, and the scenes that are to come."""

from collections.abc import Sequence

from pygame import FRect

from game.screens import theme
from game.screens.widgets.surface import Icon, Panel
from game.screens.widgets.text import Column, Text
from game.view.briefing import SceneView
from game.words import Lang, words


def write_remembered(column: Column, remembered: Sequence[str], lang: Lang) -> None:
    """What is known of earlier cases, on a soft ground of its own."""
    if not remembered:
        return
    canvas = column.canvas
    column.gap(10)
    box = FRect(column.left, column.top, column.width, 0)
    ground = Panel(box, theme.RADIUS_ROW, theme.PRIMARY_SOFT, None)
    column.into.append(ground)
    size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
    left = column.left + 12 + size + 8
    inner = Column(
        canvas, column.into, left, column.top + 8, column.left + column.width - 12 - left
    )
    middle = inner.top + canvas.line(theme.CAPTION_STRONG) / 2
    icon = "clock-counter-clockwise"
    column.into.append(Icon(icon, column.left + 12, middle, size, theme.PRIMARY_DEEP))
    inner.text(words(lang, "briefing.memory"), theme.CAPTION_STRONG, theme.PRIMARY_DEEP)
    for text in remembered:
        inner.gap(2)
        inner.text(text, theme.SMALL, theme.INK_SOFT, balanced=True)
    ground.rect.h = inner.top + 8 - column.top
    column.top = ground.rect.bottom


def write_scenes(column: Column, scenes: Sequence[SceneView], lang: Lang) -> None:
    """The scenes in the order played: number, title, channel and touchpoint."""
    if not scenes:
        return
    column.gap(10)
    column.text(words(lang, "scene.list", number=len(scenes)), theme.CAPTION_STRONG, theme.MUTED)
    for number, scene in enumerate(scenes, 1):
        column.gap(4)
        _scene(column, f"{number}. {scene.title}", scene)


def _scene(column: Column, title: str, scene: SceneView) -> None:
    """One scene on a line, or on two where one is too short."""
    canvas = column.canvas
    size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
    middle = column.top + canvas.line(theme.SMALL) / 2
    icon = theme.CHANNEL_ICONS.get(scene.channel, "question")
    column.into.append(Icon(icon, column.left, middle, size, theme.MUTED))
    inner = Column(canvas, column.into, column.left + size + 8, column.top, column.width - size - 8)
    name = inner.text(title, theme.SMALL, theme.INK, balanced=True)
    where = f"{scene.channel_name} · {scene.touchpoint_name}"
    wide = canvas.text_width(where, theme.CAPTION) + 1
    taken = canvas.text_width(title, theme.SMALL)
    if taken + 12 + wide <= inner.width:
        name.rect.w = taken + 1
        right = inner.left + inner.width - wide
        text = Text(canvas, where, right, 0, wide, theme.CAPTION, theme.MUTED)
        text.rect.centery = name.rect.centery
        column.into.append(text)
    else:
        inner.text(where, theme.CAPTION, theme.MUTED)
    column.top = inner.top
