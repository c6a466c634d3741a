"""A line of the transcript: turn number, the face of that moment, the words with quotes marked."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.people import Face
from game.screens.widgets.rows import Row
from game.screens.widgets.text import Mark, Text
from game.view.debrief import FindingView, TurnView
from game.view.lines import Voice

_FACE = 32.0
_LOST = ("missed", "lost", "critical")
_QUIET = (Voice.DESK, Voice.SCENE)


class TurnRow(Row):
    """The trainee's lines can be chosen; the others are only read.

    `customer` and `agent` are the portraits beside the lines; another customer's line has that
    one's face, with the name above it.
    """

    radius = 14.0

    def __init__(
        self,
        canvas: Canvas,
        turn: TurnView,
        place: FRect,
        chosen: bool,
        customer: str,
        agent: str,
    ) -> None:
        line = turn.line
        self.voice, self.chosen = line.voice, chosen
        self.is_own = line.voice is Voice.AGENT
        super().__init__(f"turn:{line.turn}" if self.is_own else "", line.text, FRect(place))
        self.takes_focus, self.value = self.is_own, line.who
        self.number = str(line.turn) if self.is_own else ""
        self.turn_width = canvas.text_width("00", theme.MICRO)
        left = place.x + self.turn_width + 8 + _FACE + 8
        room = place.right - left - 32
        quiet = line.voice in _QUIET
        style = theme.CAPTION if quiet else theme.SMALL
        colour = theme.MUTED if quiet else theme.INK
        marks = [_mark(finding) for finding in turn.findings if finding.quote]
        lines = canvas.lines(line.text, style, room)
        words = max(canvas.text_width(part, style) for part in lines) + 1
        self.who = Text(canvas, line.who, left + 16, place.y, room, theme.MICRO, theme.MUTED)
        above = self.who.rect.h + 2 if line.who else 0.0
        self.text = Text(
            canvas, line.text, left + 16, place.y + above + 9, words, style, colour, marks=marks
        )
        top = place.y + above
        self.rect = FRect(left, top, words + 32, self.text.rect.h + 18)
        self.side = FRect(left - 8 - _FACE, top + 4, _FACE, _FACE)
        shown = line.portrait or customer
        portrait, face = (agent, "smiling") if self.is_own else (shown, line.face)
        self.face = None if quiet else Face(FRect(self.side), portrait, face, radius=10)

    def draw(self, canvas: Canvas) -> None:
        """Draw number, face and bubble."""
        if not self.text.is_in_view(canvas):
            return
        if self.is_own:
            width = self.turn_width
            number = FRect(self.side.x - 8 - width, self.side.y, width, self.side.h)
            canvas.text(self.number, number, theme.MICRO, theme.MUTED, "centre")
        if self.face and canvas.shows(self.side):
            self.face.draw(canvas)
        self.who.draw(canvas)
        self._draw_bubble(canvas)
        self.text.draw(canvas)
        if self.focused:
            canvas.ring(self.rect, self.radius)

    def _draw_bubble(self, canvas: Canvas) -> None:
        if self.is_own:
            edge = theme.PRIMARY if self.chosen or self.hovered else theme.PRIMARY_PALE
            thick = 2 if self.chosen else 1
            canvas.panel(self.rect, self.radius, theme.PRIMARY_SOFT, edge, thick)
        elif self.voice is Voice.LETTER:
            canvas.panel(self.rect, self.radius, theme.PAPER, theme.PAPER_EDGE)
        elif self.voice is Voice.CUSTOMER:
            canvas.panel(self.rect, self.radius, theme.WHITE, theme.LINE_STRONG)
        else:
            canvas.panel(self.rect, self.radius, theme.TRACK)


def _mark(finding: FindingView) -> Mark:
    tone = theme.AGAIN if finding.tone in _LOST else theme.tone_of(finding.axis)
    return Mark(finding.quote, tone.soft, tone.mark)
