"""What frames every screen: the top bar and the line of key hints."""

from collections.abc import Sequence
from dataclasses import dataclass

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.page import Page
from game.screens.widgets.button import Button
from game.screens.widgets.surface import Panel, Rule
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget

BACK = "back"


@dataclass(frozen=True, slots=True)
class Action:
    """A button at the right of the top bar."""

    name: str
    icon: str
    label: str


def bar_height(canvas: Canvas) -> float:
    """The height of the top bar: 64, more with large text."""
    return max(64.0, canvas.line(theme.H2) + canvas.line(theme.CAPTION) + 16)


def top_bar(
    page: Page,
    canvas: Canvas,
    back: str,
    title: str,
    caption: str,
    actions: Sequence[Action] = (),
    middle: Widget | None = None,
) -> float:
    """Add the top bar; returns where the content may begin (16 below it)."""
    height = bar_height(canvas)
    page.add(Panel(FRect(-4, -4, canvas.width + 8, height + 4), 0.1, edge=None))
    page.add(Rule(FRect(0, height, canvas.width, 1)))
    side = canvas.grown(36, theme.LARGEST_ICON_GROWTH)
    place = FRect(theme.MARGIN, (height - side) / 2, side, side)
    page.add(Button(BACK, back, place, "quiet", "caret-left", shows_label=False))
    right = _actions(page, canvas, actions, height)
    left = theme.MARGIN + side + theme.GAP
    end = min(right, middle.rect.x) if middle else right
    room = end - left - theme.GAP
    words = canvas.line(theme.H2) + canvas.line(theme.CAPTION)
    top = (height - words) / 2
    heading = shortened(canvas, title, theme.H2, room)
    page.add(Text(canvas, heading, left, top, room, theme.H2))
    top += canvas.line(theme.H2)
    below = shortened(canvas, caption, theme.CAPTION, room)
    page.add(Text(canvas, below, left, top, room, theme.CAPTION, theme.MUTED))
    if middle:
        page.add(middle)
    return height + theme.GAP


def _actions(page: Page, canvas: Canvas, actions: Sequence[Action], height: float) -> float:
    """Add the actions from the right; returns the left edge of the first."""
    tall = canvas.grown(36, 1.36)
    first = left = canvas.width - theme.MARGIN - actions_width(canvas, actions)
    for action in actions:
        width = _action_width(canvas, action)
        place = FRect(left, (height - tall) / 2, width, tall)
        page.add(
            Button(
                action.name, action.label, place, "second", action.icon, style=theme.CAPTION_STRONG
            )
        )
        left += width + theme.NEAR
    return first


def actions_width(canvas: Canvas, actions: Sequence[Action]) -> float:
    """How wide the actions of a top bar are together."""
    widths = [_action_width(canvas, action) for action in actions]
    return sum(widths) + theme.NEAR * max(0, len(actions) - 1)


def _action_width(canvas: Canvas, action: Action) -> float:
    icon = canvas.grown(theme.CAPTION_STRONG.size + 4, theme.LARGEST_ICON_GROWTH)
    return icon + 30 + canvas.text_width(action.label, theme.CAPTION_STRONG)


def shortened(canvas: Canvas, text: str, style: theme.Style, width: float) -> str:
    """A title cut to `width` with "…"; titles alone may be cut."""
    if canvas.text_width(text, style) <= width:
        return text
    while text and canvas.text_width(text + "…", style) > width:
        text = text[:-1]
    return text.rstrip() + "…"


class KeyHints(Widget):
    """Caps and captions on the lowest line, as many as there is room for."""

    role = "note"

    def __init__(
        self,
        canvas: Canvas,
        hints: Sequence[tuple[str, str]],
        right: float,
        left: float,
        middle: float,
    ) -> None:
        self.tall = canvas.grown(22, 1.36)
        super().__init__(FRect(left, middle - self.tall / 2, right - left, self.tall))
        most = 5 if canvas.text_scale > 1.3 else 7
        self.placed: list[tuple[FRect, str, FRect, str]] = []
        for key, meaning in hints[:most]:
            cap = FRect(left, self.rect.y, canvas.text_width(key, theme.MICRO) + 14, self.tall)
            wide = canvas.text_width(meaning, theme.CAPTION)
            words = FRect(cap.right + 6, self.rect.y, wide, self.tall)
            if words.right > right:
                break
            self.placed.append((cap, key, words, meaning))
            left = words.right + 20

    def draw(self, canvas: Canvas) -> None:
        """Draw the caps and their meanings."""
        for cap, key, words, meaning in self.placed:
            canvas.panel(cap, theme.RADIUS_KEY, theme.WHITE, theme.LINE_STRONG)
            canvas.text(key, cap, theme.MICRO, theme.MUTED, "centre")
            canvas.text(meaning, words, theme.CAPTION, theme.MUTED)


def key_hints(
    page: Page, canvas: Canvas, hints: Sequence[tuple[str, str]], left: float = theme.MARGIN
) -> None:
    """Add the line of key hints."""
    middle = 720 - 8 - canvas.grown(22, 1.36) / 2 - 5
    page.add(KeyHints(canvas, hints, canvas.width - theme.MARGIN, left, middle))
