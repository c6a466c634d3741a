"""A finding below its line: axis, points, why, and in the chosen turn the stronger wording."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.theme import Colour
from game.screens.widgets.surface import Icon, Panel, Rule
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget
from game.view.debrief import FindingView

_GOOD = ("won", "part")
_TILE = 28.0
_SOFT_EDGE: Colour = (226, 176, 128)


class FindingNote(Widget):
    """`better_label` opens the note: then the better wording, when there is one, is shown."""

    role = "note"

    def __init__(
        self, canvas: Canvas, finding: FindingView, place: FRect, better_label: str
    ) -> None:
        super().__init__(FRect(place), finding.axis_name, f"{finding.points:+d}. {finding.why}")
        good = finding.tone in _GOOD
        tone = theme.tone_of(finding.axis)
        colour = theme.GRATITUDE.word if good else theme.PATIENCE.word
        if finding.tone == "critical":
            colour = theme.CRITICAL.word
        self.parts: list[Widget] = []
        left, top = place.x + 12, place.y + 9
        tile = FRect(left, top, _TILE + 4, _TILE)
        self.parts += [
            Panel(tile, theme.RADIUS_NUMBER, tone.soft, None),
            Icon(tone.icon, tile.centerx - 9, tile.centery, 18, tone.mark),
        ]
        left += _TILE + 16
        room = place.right - 14 - left
        points = (
            f"{finding.points:+d}" if finding.of is None else f"{finding.points} / {finding.of}"
        )
        name = Text(canvas, finding.axis_name, left, top, room, theme.CAPTION_STRONG, tone.word)
        at = left + canvas.text_width(finding.axis_name, theme.CAPTION_STRONG) + 8
        score = Text(canvas, points, at, top, room, theme.CAPTION_STRONG, colour)
        name.rect.w, score.rect.w = at - 8 - left, place.right - 14 - at
        why = Text(canvas, finding.why, left, name.rect.bottom, room, theme.CAPTION, theme.INK_SOFT)
        self.parts += [name, score, why]
        bottom = why.rect.bottom + 9
        if better_label and finding.better:
            bottom = self._open(canvas, better_label, finding.better, bottom)
        self.rect.h = max(bottom, tile.bottom + 9) - place.y
        fill = theme.WHITE if good else (255, 250, 244)
        edge = theme.LINE_STRONG if good else _SOFT_EDGE
        bar = FRect(place.x - 9, place.y + 10, 4, self.rect.h - 20)
        mark = tone.mark if good else theme.AGAIN.mark
        self.parts[:0] = [Panel(FRect(self.rect), 12, fill, edge), Rule(bar, mark)]

    def _open(self, canvas: Canvas, label: str, better: str, top: float) -> float:
        box = FRect(self.rect.x + 10, top, self.rect.w - 20, 0)
        size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
        head = Text(
            canvas,
            label,
            box.x + 18 + size,
            top + 8,
            box.w - 24 - size,
            theme.MICRO,
            theme.BETTER.word,
        )
        body = Text(
            canvas, better, box.x + 12, head.rect.bottom + 4, box.w - 24, theme.SMALL_STRONG
        )
        box.h = body.rect.bottom + 8 - top
        self.parts += [
            Panel(box, theme.RADIUS_ROW, theme.BETTER.soft, None),
            Icon("lightbulb", box.x + 10, head.rect.centery, size, theme.BETTER.word),
            head,
            body,
        ]
        return box.bottom + 10

    def draw(self, canvas: Canvas) -> None:
        """Draw the parts."""
        for part in self.parts:
            part.draw(canvas)
