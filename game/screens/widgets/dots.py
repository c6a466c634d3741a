"""Three dots behind the words of somebody who is still talking."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget

_COUNT = 3
_SIZE = 7.0
_APART = 5.0
_BEFORE = 10.0  # between the last word and the first dot
_BEAT = 0.3  # seconds that one of them stands out


class Dots(Widget):
    """Behind the last line of `words` where there is `room`, else on a line of their own."""

    role = "presentation"

    def __init__(self, canvas: Canvas, words: Text, room: float) -> None:
        self.size = canvas.grown(_SIZE)
        wide = _COUNT * self.size + (_COUNT - 1) * _APART
        last = canvas.text_width(words.lines[-1], words.style) if words.label else 0.0
        before = _BEFORE if last else 0.0
        left, top = words.rect.x, words.rect.bottom - words.step
        if last + before + wide <= room:
            left += last + before
        else:
            top += words.step
        super().__init__(FRect(left, top, wide, words.step))
        self._seconds = 0.0

    @property
    def beat(self) -> int:
        """Which of them stands out."""
        return int(self._seconds / _BEAT) % _COUNT

    def pass_time(self, seconds: float) -> bool:
        """Move on; returns whether it looks otherwise now."""
        before = self.beat
        self._seconds += seconds
        return self.beat != before

    def draw(self, canvas: Canvas) -> None:
        """Draw them, one darker than the others."""
        for number in range(_COUNT):
            left = self.rect.x + number * (self.size + _APART)
            box = FRect(left, self.rect.centery - self.size / 2, self.size, self.size)
            colour = theme.MUTED if number == self.beat else theme.LINE_STRONG
            canvas.panel(box, self.size / 2, colour)
