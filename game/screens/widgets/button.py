"""Buttons: primary (one a screen), second, soft, quiet and the small ones of the top bar."""

from dataclasses import dataclass

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.theme import Colour, Shadow, Style
from game.screens.widgets.surface import draw_error, lifted, mixed
from game.screens.widgets.widget import Intent, Pressed, Widget


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of one kind of button."""

    fill: Colour
    word: Colour
    edge: Colour | None
    shadow: Shadow | None = None


LOOKS = {
    "primary": Look(theme.PRIMARY, theme.WHITE, None, theme.BUTTON_SHADOW),
    "second": Look(theme.WHITE, theme.INK, theme.LINE_STRONG),
    "soft": Look(theme.PRIMARY_SOFT, theme.PRIMARY_DEEP, None),
    "quiet": Look(theme.SUNKEN, theme.INK_SOFT, theme.LINE),
}
_DISABLED = Look(theme.TILE, theme.MUTED, theme.LINE)


class Button(Widget):
    """A button with a word and perhaps an icon before or after it."""

    role = "button"
    takes_focus = True

    def __init__(
        self,
        name: str,
        label: str,
        rect: FRect,
        kind: str = "second",
        icon: str = "",
        icon_after: str = "",
        style: Style = theme.SMALL_STRONG,
        radius: float = theme.RADIUS_BUTTON,
        shows_label: bool = True,
    ) -> None:
        super().__init__(rect, label, name=name)
        self.look, self.icon, self.icon_after = LOOKS[kind], icon, icon_after
        self.kind, self.style, self.radius, self.shows_label = kind, style, radius, shows_label
        self.tip = "" if shows_label else label

    def press(self) -> Intent:
        """The button's own intent."""
        return Pressed(self.name)

    def draw(self, canvas: Canvas) -> None:
        """Draw the button in its state."""
        pressed = self.held and not self.disabled
        box = self.rect.move(0, 1) if pressed else self.rect
        look = _DISABLED if self.disabled else self.look
        fill, edge, shadow = look.fill, look.edge, look.shadow
        if pressed:
            fill = theme.PRIMARY_DEEP if self.kind == "primary" else theme.TRACK
        elif self.glow and not self.disabled:
            edge = edge and mixed(edge, theme.EDGE, self.warmth / 2)
            most = theme.LIFTED if self.kind == "primary" else theme.CARD_SHADOW
            shadow = lifted(most, self.warmth) or shadow
        canvas.panel(box, self.radius, fill, edge, shadow=shadow)
        self._draw_content(canvas, box, look.word)
        if self.error:
            draw_error(canvas, box, self.radius)
        if self.focused:
            canvas.ring(self.rect, self.radius)

    def _draw_content(self, canvas: Canvas, box: FRect, colour: Colour) -> None:
        size = canvas.grown(self.style.size + 4, theme.LARGEST_ICON_GROWTH)
        words = canvas.text_width(self.label, self.style) if self.shows_label else -8.0
        whole = words + (size + 8) * (bool(self.icon) + bool(self.icon_after))
        left = box.x + (box.w - whole) / 2
        mark = theme.DISABLED if self.disabled else colour
        if self.icon:
            canvas.icon(self.icon, left, box.centery, size, mark)
            left += size + 8
        if self.shows_label:
            room = box.right - 6 - left - (size + 8 if self.icon_after else 0)
            canvas.text(self.label, FRect(left, box.y, room, box.h), self.style, colour)
        if self.icon_after:
            canvas.icon(self.icon_after, left + words + 8, box.centery, size, mark)


def button_width(canvas: Canvas, label: str, style: Style, icons: int = 0) -> float:
    """How wide a button must be for its word, its icons and 16 units at each side."""
    size = canvas.grown(style.size + 4, theme.LARGEST_ICON_GROWTH)
    return canvas.text_width(label, style) + icons * (size + 8) + 32
