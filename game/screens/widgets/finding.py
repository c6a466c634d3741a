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
        points = "" if finding.tone == "critical" else f"{finding.points:+d}. "
        super().__init__(FRect(place), finding.axis_name, points + finding.why)
        good = finding.tone in _GOOD
        tone = theme.tone_of(finding.axis)
        self.parts: list[Widget] = []
        left, top = place.x + 12, place.y + 9
        tile = FRect(left, top, _TILE + 4, _TILE)
        self.parts += [
            Panel(tile, theme.RADIUS_NUMBER, tone.soft, None),
            Icon(tone.icon, tile.centerx - 9, tile.centery, 18, tone.mark),
        ]
        words = self._words(canvas, finding, left + _TILE + 16, tile)
        self.parts += words
        why = words[-1]
        bottom = why.rect.bottom + 9
        if better_label and finding.better:
            bottom = self._open(canvas, better_label, finding.better, bottom)
        self.rect.h = max(bottom, tile.bottom + 9) - place.y
        fill = theme.WHITE if good else (255, 250, 244)
        edge = theme.LINE_STRONG if good else _SOFT_EDGE
        bar = FRect(place.x - 9, place.y + 10, 4, self.rect.h - 20)
        mark = tone.mark if good else theme.AGAIN.mark
        self.parts[:0] = [Panel(FRect(self.rect), 12, fill, edge), Rule(bar, mark)]

    def _words(self, canvas: Canvas, finding: FindingView, left: float, tile: FRect) -> list[Text]:
        """Axis, points and why: on one line where they fit, else the why below."""
        end, top, style = self.rect.right - 14, tile.y, theme.CAPTION_STRONG
        colour = theme.GRATITUDE.word if finding.tone in _GOOD else theme.PATIENCE.word
        if finding.tone == "critical":
            colour = theme.CRITICAL.word
        points = "" if finding.tone == "critical" else f"{finding.points:+d}"
        if finding.of is not None:
            points = f"{finding.points} / {finding.of}"
        at = left + canvas.text_width(finding.axis_name, style) + 8
        after = at + (canvas.text_width(points, style) + 12 if points else 4)
        tone = theme.tone_of(finding.axis)
        name = Text(canvas, finding.axis_name, left, top, at - 8 - left, style, tone.word)
        score = Text(canvas, points, at, top, after - at, style, colour)
        fits = canvas.text_width(finding.why, theme.CAPTION) <= end - after
        start, below = (after, top) if fits else (left, name.rect.bottom)
        why = Text(canvas, finding.why, start, below, end - start, theme.CAPTION, theme.INK_SOFT)
        if fits:
            for text in (name, score, why):
                text.rect.centery = tile.centery
        return [name, score, why]

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
