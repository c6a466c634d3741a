"""Rows that can be picked: a numbered reply, a rung of the mode ladder, a line of a list."""

from collections.abc import Sequence

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.theme import Colour
from game.screens.widgets.surface import Chip, draw_error, lifted, mixed
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Intent, Picked, Point, Pressed, Widget

_NUMBER = 26.0


class Row(Widget):
    """A row with an edge that can be pressed; the base of the others."""

    role = "button"
    takes_focus = True
    radius = theme.RADIUS_BUTTON

    def __init__(self, name: str, label: str, rect: FRect) -> None:
        super().__init__(rect, label, name=name)

    def press(self) -> Intent:
        """The row's own intent."""
        return Pressed(self.name)

    def draw_ground(self, canvas: Canvas, selected: bool = False) -> None:
        """Draw the box in its state, and the focus ring."""
        if self.disabled:
            canvas.panel(self.rect, self.radius, theme.TILE, theme.LINE)
            return
        fill = theme.PRIMARY_SOFT if selected else theme.WHITE
        edge = theme.PRIMARY if selected else theme.LINE
        if self.held:
            fill = theme.PRIMARY_SOFT if selected else theme.TRACK
        if self.glow and not selected:
            edge = mixed(edge, theme.EDGE, self.warmth / 2)
        shadow = lifted(theme.CARD_SHADOW, self.warmth)
        box = self.rect.move(0, 1) if self.held else self.rect
        canvas.panel(box, self.radius, fill, edge, 2 if selected else 1, shadow)
        if self.error:
            draw_error(canvas, box, self.radius)

    def word(self, colour: Colour) -> Colour:
        """How words in `colour` look in its state."""
        return theme.MUTED if self.disabled else colour


class ReplyRow(Row):
    """A reply on offer with its number, whole; `close` sets it smaller, so that more have room."""

    role = "option"
    radius = 14.0

    def __init__(
        self,
        canvas: Canvas,
        name: str,
        number: int,
        text: str,
        place: FRect,
        close: bool = False,
    ) -> None:
        self.number = number
        style = theme.SMALL if close else theme.BODY
        self.above = 9.0 if close else 12.0
        self.side = canvas.grown(_NUMBER)
        left = place.x + 14 + self.side + 14
        width = place.right - 58 - left
        count = len(canvas.lines(text, style, width))
        height = max(canvas.line(style) * count, self.side) + 2 * self.above
        super().__init__(name, text, FRect(place.x, place.y, place.w, height))
        self.value = str(number)
        self.text = Text(canvas, text, left, 0, width, style)
        self.text.rect.centery = self.rect.centery

    def on_click(self, at: Point) -> Intent | None:
        """A click points at the row: in exam mode that does not send it yet."""
        return Picked("reply", self.number - 1)

    def draw(self, canvas: Canvas) -> None:
        """Draw number, words and, when it is the one Enter takes, the key."""
        if not (self.focused or self.text.is_in_view(canvas)):
            return
        chosen = self.focused and not self.disabled
        self.draw_ground(canvas, chosen)
        box = FRect(self.rect.x + 14, 0, self.side, self.side)
        box.y = self.rect.y + self.above
        if len(self.text.lines) == 1:
            box.centery = self.rect.centery
        ground = theme.PRIMARY if chosen else theme.TILE
        canvas.panel(box, theme.RADIUS_NUMBER, ground, None if chosen else theme.LINE)
        word = theme.WHITE if chosen else theme.MUTED
        canvas.text(str(self.number), box, theme.SMALL_STRONG, word, "centre")
        self.text.colour = self.word(theme.INK)
        self.text.draw(canvas)
        if chosen:
            size = canvas.grown(18, theme.LARGEST_ICON_GROWTH)
            right = self.rect.right - 14 - size
            canvas.icon("key-return", right, self.rect.centery, size, theme.PRIMARY)
            canvas.note_focus(self.rect)
        elif self.focused:
            canvas.ring(self.rect, self.radius)


class Rung(Row):
    """One mode of the ladder: what it shows, whether it rewinds, what goes on record."""

    role = "radio"
    radius = 14.0

    def __init__(
        self,
        canvas: Canvas,
        name: str,
        icon: str,
        title: str,
        text: str,
        chips: Sequence[str],
        place: FRect,
        selected: bool,
    ) -> None:
        super().__init__(name, title, FRect(place))
        self.value = "checked" if selected else ""
        self.selected, self.icon = selected, icon
        self.side = 40.0
        left = place.x + 14 + self.side + 16
        room = place.right - 18 - left
        colour = theme.PRIMARY_DEEP if selected else theme.INK
        self.title = Text(canvas, title, left, place.y + 12, room - 28, theme.H3, colour)
        self.body = Text(
            canvas,
            text,
            left,
            self.title.rect.bottom + 2,
            room,
            theme.CAPTION,
            theme.INK_SOFT,
            balanced=True,
        )
        self.chips = _in_rows(canvas, chips, left, self.body.rect.bottom + 6, room, selected)
        bottom = self.chips[-1].rect.bottom if self.chips else self.body.rect.bottom
        self.rect.h = bottom + 12 - place.y

    def draw(self, canvas: Canvas) -> None:
        """Draw tile, words, chips and the radio button."""
        selected = self.selected and not self.disabled
        self.draw_ground(canvas, selected)
        tile = FRect(self.rect.x + 14, 0, self.side, self.side)
        tile.centery = self.rect.centery
        ground = theme.PRIMARY if selected else theme.TILE
        canvas.panel(tile, theme.RADIUS_BUTTON, ground)
        icon = theme.WHITE if selected else theme.INK_SOFT
        icon = theme.DISABLED if self.disabled else icon
        self.title.colour = self.word(theme.PRIMARY_DEEP if selected else theme.INK)
        self.body.colour = self.word(theme.INK_SOFT)
        canvas.icon(self.icon, tile.x + 10, tile.centery, 20, icon)
        for part in (self.title, self.body, *self.chips):
            part.draw(canvas)
        dot = FRect(self.rect.right - 34, self.rect.y + 13, 20, 20)
        if selected:
            canvas.panel(dot, 10, theme.PRIMARY)
            canvas.panel(dot.inflate(-12, -12), 4, theme.WHITE)
        else:
            canvas.panel(dot, 10, theme.WHITE, theme.LINE if self.disabled else theme.EDGE, 2)
        if self.focused:
            canvas.ring(self.rect, self.radius)


def _in_rows(
    canvas: Canvas, words: Sequence[str], left: float, top: float, width: float, on_soft: bool
) -> list[Chip]:
    """Chips side by side, on a new row where there is no room."""
    chips: list[Chip] = []
    colour = theme.PRIMARY_DEEP if on_soft else theme.INK_SOFT
    ground = theme.WHITE if on_soft else theme.TILE
    at = left
    for word in words:
        chip = Chip(canvas, word, at, top, colour, ground, style=theme.MICRO)
        if at > left and chip.rect.right > left + width:
            top = chip.rect.bottom + 6
            chip = Chip(canvas, word, left, top, colour, ground, style=theme.MICRO)
        chips.append(chip)
        at = chip.rect.right + 6
    return chips
