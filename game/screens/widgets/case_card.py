"""Cards of the title: a case to begin, and the play that was left unfinished."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.people import Face
from game.screens.widgets.rows import Row
from game.screens.widgets.surface import Icon
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget
from game.view.title import CaseCard, Unfinished

_PLAY = 40.0


class CaseRow(Row):
    """Face, channel and level, title, and two lines of what it is about."""

    radius = theme.RADIUS_CARD

    def __init__(self, canvas: Canvas, card: CaseCard, place: FRect) -> None:
        super().__init__(f"case:{card.case}", card.title, FRect(place))
        self.value = card.brief
        side = 64.0
        left = place.x + 16 + side + 16
        room = place.right - 16 - left
        icon = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
        face = Face(FRect(place.x + 16, place.y + 16, side, side), card.portrait, "smiling")
        title = Text(canvas, card.title, left, place.y + 14, room, theme.H3)
        row = canvas.line(theme.CAPTION)
        where = Text(
            canvas,
            card.place,
            left + icon + 6,
            title.rect.bottom + 1,
            room - icon - 6,
            theme.CAPTION,
            theme.INK_SOFT,
        )
        channel = Icon(
            theme.CHANNEL_ICONS.get(card.channel, "question"),
            left,
            where.rect.y + row / 2,
            icon,
            theme.MUTED,
        )
        top = max(where.rect.bottom, place.y + 16 + side) + 8
        brief = Text(
            canvas,
            card.brief,
            place.x + 16,
            top,
            place.w - 32,
            theme.SMALL,
            theme.INK_SOFT,
            balanced=True,
        )
        self.parts: tuple[Widget, ...] = (face, title, channel, where, brief)
        self.rect.h = brief.rect.bottom + 14 - place.y

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        self.draw_ground(canvas)
        for part in self.parts:
            part.draw(canvas)
        if self.focused:
            canvas.ring(self.rect, self.radius)


class ResumeRow(Row):
    """The one primary card: go on where it was left."""

    radius = theme.RADIUS_HERO

    def __init__(self, canvas: Canvas, label: str, play: Unfinished, place: FRect) -> None:
        super().__init__("resume", label, FRect(place))
        self.value = f"{play.title}, {play.where}"
        side = 64.0
        left = place.x + 12 + side + 16
        room = place.right - 16 - _PLAY - 12 - left
        face = Face(FRect(place.x + 12, place.y + 12, side, side), play.portrait, "neutral")
        head = Text(canvas, label, left, place.y + 10, room, theme.H3, theme.WHITE)
        title = Text(
            canvas, play.title, left, head.rect.bottom, room, theme.SMALL_STRONG, theme.WHITE
        )
        where = Text(
            canvas,
            play.where,
            left,
            title.rect.bottom,
            room,
            theme.CAPTION,
            theme.ON_PRIMARY_QUIET,
        )
        self.rect.h = max(88.0, where.rect.bottom + 12 - place.y)
        self.parts = (face, head, title, where)

    def draw(self, canvas: Canvas) -> None:
        """Draw the blue card with its round play mark."""
        fill = theme.PRIMARY_DEEP if self.held else theme.PRIMARY
        shadow = theme.LIFTED if self.hovered else theme.BUTTON_SHADOW
        canvas.panel(self.rect, self.radius, fill, shadow=shadow)
        for part in self.parts:
            part.draw(canvas)
        dot = FRect(self.rect.right - 16 - _PLAY, self.rect.centery - _PLAY / 2, _PLAY, _PLAY)
        canvas.panel(dot, _PLAY / 2, theme.WHITE)
        canvas.icon("play", dot.x + 12, dot.centery, 18, theme.PRIMARY)
        if self.focused:
            canvas.ring(self.rect, self.radius)
