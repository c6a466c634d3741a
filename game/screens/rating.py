"""Between the end and the debrief: how the trainee thinks it went, which may be skipped.

Asked before any score is seen, so that eye and score can be compared; it enters no score.
"""

from collections.abc import Callable
from typing import TypeAlias

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, key_hints, top_bar
from game.screens.debrief import DebriefScreen
from game.screens.desk import Desk, Session
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop, Replace, Screen
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.people import Face
from game.screens.widgets.slider import Slider
from game.screens.widgets.surface import Tile, card
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Intent, Picked, Pressed

Play: TypeAlias = Callable[[Session], Screen]
_WIDEST = 760.0
_TILE = 40.0


class RatingScreen(PageScreen):
    """Three sliders and one button; Enter goes on at once."""

    def __init__(self, desk: Desk, canvas: Canvas, session: Session, play: Play) -> None:
        super().__init__(desk, canvas)
        self.session, self.play = session, play
        self.own: dict[str, int] = {}
        self.enters = "rating"
        self.reload()

    def load(self) -> None:
        """Ask for the debrief: of it, only what has a score is asked about."""
        self.view = self.session.debrief(self.lang)

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """A card in the middle, as tall as it needs; it scrolls where the window is low."""
        canvas = self.canvas
        title, caption = self.view.title, self.word("rating")
        top = top_bar(self.page, canvas, self.word("to-title"), title, caption)
        box = content_box(canvas, top)
        wide = min(box.w, _WIDEST * min(canvas.text_scale, 1.3))
        left = box.x + (box.w - wide) / 2
        inner = Column(canvas, [], left + 32, 0, wide - 64 - 14)
        self._fill(inner)
        tall = max(56.0, canvas.line(theme.H3) + 28)
        height = min(box.h, inner.top + tall + 3 * 24)
        top = box.y + (box.h - height) / 2
        self.page.add(card(FRect(left, top, wide, height)))
        room = height - tall - 3 * 24
        view = self.page.scroll(
            "rating", FRect(inner.left, top + 24, inner.width, room), theme.WHITE
        )
        self._fill(Column(canvas, view.items, inner.left, 0, inner.width))
        self._button(FRect(left + 32, top + height - 24 - tall, wide - 64, tall))
        key_hints(self.page, canvas, self._hints())
        self.page.finish("go-on")

    def _fill(self, column: Column) -> None:
        canvas = self.canvas
        side = canvas.grown(56, 1.25)
        head = Column(
            canvas, column.into, column.left + side + 20, column.top, column.width - side - 20
        )
        head.text(self.word("rating-title"), theme.H1)
        head.gap(4)
        head.text(self.word("rating-text"), theme.SMALL, theme.INK_SOFT, balanced=True)
        place = FRect(column.left, column.top + 2, side, side)
        column.into.append(Face(place, self.view.portrait, self.view.face, self.view.mood_word))
        column.top = max(head.top, place.bottom)
        for axis in self.view.axes:
            if axis.score is not None:
                column.gap(20)
                self._row(column, axis.key, axis.name)

    def _row(self, column: Column, key: str, name: str) -> None:
        """Icon, question and value above the slider."""
        canvas, tone = self.canvas, theme.tone_of(key)
        tile = FRect(column.left, column.top + 4, _TILE, _TILE)
        column.into.append(Tile(tile, tone.icon, tone.mark, tone.soft))
        left = tile.right + 16
        room = column.left + column.width - left
        amount, unset = self.own.get(key), self.word("rating-unset")
        chosen = unset if amount is None else str(amount)
        style, colour = theme.FIGURE, theme.INK
        if amount is None:
            style, colour = theme.CAPTION, theme.MUTED
        wide = max(canvas.text_width(unset, theme.CAPTION), canvas.text_width("100", theme.FIGURE))
        words = Column(canvas, column.into, left, column.top, room - wide - 16)
        words.text(f"{name} · {self.word(f'rating.{key}')}", theme.BODY_STRONG, balanced=True)
        value = Text(canvas, chosen, left + room - wide, 0, wide, style, colour, "right")
        value.rect.centery = column.top + canvas.line(theme.BODY_STRONG) / 2
        column.into.append(value)
        slider = Slider(f"rate:{key}", name, FRect(left, words.top + 2, room, 32), amount, unset)
        slider.colour = tone.mark
        column.add(slider)

    def _button(self, box: FRect) -> None:
        label = self.word("rating-done" if self.own else "rating-skip")
        wide = button_width(self.canvas, label, theme.H3, 1) + 24
        place = FRect(box.right - wide, box.y, wide, box.h)
        radius = theme.RADIUS_CARD
        self.page.add(
            Button(
                "go-on", label, place, "primary", icon_after="caret-right", style=theme.H3,
                radius=radius,
            )
        )  # fmt: skip

    def _hints(self) -> list[tuple[str, str]]:
        pairs = (
            ("enter", "skip"), ("tab", "next"), ("sides", "rate"), ("f1", "f1"), ("esc", "to-title")
        )  # fmt: skip
        return [(self.word(f"key.{key}"), self.word(f"hint.{mean}")) for key, mean in pairs]

    # ------------------------------------------------------------ moves

    def on_intent(self, intent: Intent) -> Change | None:
        """Set a slider, or go on with what was set."""
        match intent:
            case Picked(name, amount) if name.startswith("rate:"):
                self.own[name.removeprefix("rate:")] = amount
                self.changed(reload=False)
            case Pressed("go-on"):
                return Replace(
                    DebriefScreen(self.desk, self.canvas, self.session, self.play, self.own)
                )
            case Pressed(name) if name == BACK:
                return Pop()
        return None
