"""A play as a row of the history: when, which case, what it came to; and how to delete it."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import shortened
from game.screens.theme import Colour
from game.screens.widgets.people import Face
from game.screens.widgets.rows import Row
from game.screens.widgets.surface import Chip
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget
from game.view.history import PlayRow

_FACE = 48.0
_STATES: dict[str, tuple[Colour, Colour, str]] = {
    "passed": (theme.GRATITUDE.word, theme.GRATITUDE.soft, "check-circle"),
    "below": (theme.PATIENCE.word, theme.PATIENCE.soft, "circle-dashed"),
    "practised": (theme.INK_SOFT, theme.TILE, "compass"),
    "going": (theme.PRIMARY_DEEP, theme.PRIMARY_SOFT, "play"),
    "reading": (theme.MUTED, theme.TILE, "clock-counter-clockwise"),
    "lost": (theme.CRITICAL.word, theme.CRITICAL.soft, "warning-circle"),
}


class HistoryRow(Row):
    """Pressing it opens the debrief, or goes on with the play; laid out when first in view."""

    radius = theme.RADIUS_CARD

    def __init__(self, canvas: Canvas, play: PlayRow, place: FRect) -> None:
        super().__init__(f"play:{play.play}", play.title, FRect(place))
        self.play = play
        told = [play.when, play.mode_name, play.state_name, play.where]
        told += [f"{name} {'–' if score is None else score}" for _, name, score in play.scores]
        self.value = ", ".join(part for part in [*told, play.first] if part)
        self.rect.h = height(canvas)
        self._parts: list[Widget] | None = None

    def draw(self, canvas: Canvas) -> None:
        """Draw the row."""
        if self._parts is None:
            self._parts = self._laid_out(canvas)
        self.draw_ground(canvas)
        for part in self._parts:
            part.draw(canvas)
        self._draw_scores(canvas)
        if self.focused:
            canvas.ring(self.rect, self.radius)

    def _laid_out(self, canvas: Canvas) -> list[Widget]:
        play, box = self.play, self.rect
        parts: list[Widget] = []
        left = box.x + 14
        if play.portrait:
            face = "smiling" if play.state == "passed" else "neutral"
            place = FRect(left, box.y + 12, _FACE, _FACE)
            parts.append(Face(place, play.portrait, face, radius=12))
        left += _FACE + 14
        right = box.right - 14 - (_scores_width(canvas) if play.scores else 0)
        colour, soft, icon = _STATES[play.state]
        chip = Chip(
            canvas, play.state_name, right, box.y + 12, colour, soft, icon, theme.MICRO,
            from_right=True,
        )  # fmt: skip
        parts.append(chip)
        room = chip.rect.x - 12 - left
        title = shortened(canvas, play.title, theme.BODY_STRONG, room)
        self.tip = play.title if title != play.title else ""
        parts.append(Text(canvas, title, left, box.y + 10, room, theme.BODY_STRONG))
        told = [play.when, play.mode_name, play.where, play.first]
        while len(told) > 1 and canvas.text_width(_joined(told), theme.CAPTION) > right - left:
            told.pop()
        below = box.y + 10 + canvas.line(theme.BODY_STRONG) + 4
        line = Text(canvas, _joined(told), left, below, right - left, theme.CAPTION, theme.MUTED)
        parts.append(line)
        return parts

    def _draw_scores(self, canvas: Canvas) -> None:
        """Icon and figure of each axis, at the right."""
        wide = _scores_width(canvas) / 3
        left = self.rect.right - 14 - 3 * wide + 16
        for number, (axis, _, score) in enumerate(self.play.scores):
            tone, size = theme.tone_of(axis), canvas.grown(16, theme.LARGEST_ICON_GROWTH)
            at = left + number * wide
            box = FRect(at + size + 6, self.rect.y, wide - size - 10, self.rect.h)
            canvas.icon(tone.icon, at, box.centery, size, tone.mark)
            told = "–" if score is None else str(score)
            canvas.text(told, box, theme.BODY_STRONG, theme.INK)


def _joined(parts: list[str]) -> str:
    return " · ".join(part for part in parts if part)


def _scores_width(canvas: Canvas) -> float:
    size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
    return 3 * (size + 6 + canvas.text_width("100", theme.BODY_STRONG) + 14)


def height(canvas: Canvas) -> float:
    """How high every row is."""
    words = canvas.line(theme.BODY_STRONG) + 4 + canvas.line(theme.CAPTION)
    return max(_FACE + 24, words + 22)
