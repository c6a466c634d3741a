"""The time a trainee has taken, and the chip that counts down to a deadline.

The engine judges the seconds it is given and knows of no setting. Who has chosen longer timers is
given fewer of them: with twice the time, each second counts half; with timers off, none counts and
nothing is shown. So the recorded wait stays below the deadline. Exams honour it as well: who reads
by ear or types with one finger is being tested on service and not on speed; access is no cheat.
"""

from collections.abc import Mapping

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.widget import Widget

STRETCH: Mapping[str, float] = {"case": 1.0, "longer": 1.5, "twice": 2.0, "off": 0.0}
_URGENT = 10  # seconds


def counted(seconds: float, timers: str) -> float:
    """How many of `seconds` count towards a deadline with the setting `timers`."""
    stretch = STRETCH[timers]
    return seconds / stretch if stretch else 0.0


def shown(seconds: float, timers: str) -> float:
    """How long `seconds` that count last on the trainee's clock."""
    return seconds * STRETCH[timers]


class Countdown(Widget):
    """Seconds left: hourglass, words with the number, and a bar; never colour alone."""

    role = "timer"

    def __init__(self, canvas: Canvas, longest: str, right: float, middle: float) -> None:
        self.size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
        self.words = canvas.text_width(longest, theme.CAPTION_STRONG) + 4
        self.bar = canvas.grown(72)
        width = 12 + self.size + 8 + self.words + 10 + self.bar + 14
        height = canvas.line(theme.CAPTION_STRONG) + 8
        super().__init__(FRect(right - width, middle - height / 2, width, height))
        self.share = 1.0
        self.is_urgent = False

    def show(self, words: str, left: float, whole: float) -> bool:
        """Show `left` of `whole` seconds; returns whether the words changed."""
        changed = words != self.label
        self.label = words
        self.value = str(int(left))
        self.share = max(0.0, min(1.0, left / whole)) if whole else 0.0
        self.is_urgent = left <= _URGENT
        return changed

    def draw(self, canvas: Canvas) -> None:
        """Draw the chip."""
        tone = theme.PATIENCE if self.is_urgent else theme.HINT
        box = self.rect
        canvas.panel(box, box.h / 2, tone.soft)
        canvas.icon("hourglass-medium", box.x + 12, box.centery, self.size, tone.word)
        left = box.x + 20 + self.size
        place = FRect(left, box.y, self.words, box.h)
        canvas.text(self.label, place, theme.CAPTION_STRONG, tone.word)
        bar = FRect(left + self.words + 10, box.centery - 4, self.bar, 8)
        canvas.panel(bar, 4, theme.WHITE)
        if self.share > 0:
            filled = FRect(bar.x, bar.y, max(8.0, bar.w * self.share), bar.h)
            canvas.panel(filled, 4, tone.word)
