"""The story clock: the time of day and how long this contact has taken, as a quiet chip."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.widget import Widget
from game.view.dialogue import ClockView, clock_words
from game.words import Lang, words

_ICON = 16.0


class ClockChip(Widget):
    """A pill at the right edge of `room`, two lines high where one is too long.

    Over the target it turns to the warning colour and says so in a word, once aloud.
    """

    role = "note"

    def __init__(
        self,
        canvas: Canvas,
        clock: ClockView,
        room: FRect,
        lang: Lang,
        ground: theme.Colour = theme.WHITE,
    ) -> None:
        self.clock, self.ground = clock, ground
        self.style = theme.CAPTION_STRONG
        self.size = canvas.grown(_ICON, theme.LARGEST_ICON_GROWTH)
        day, spent = clock_words(clock, lang)
        widest = room.w - self.size - 26
        whole = f"{day} · {spent}"
        self.lines = [whole] if canvas.text_width(whole, self.style) <= widest else [day, spent]
        wide = max(canvas.text_width(line, self.style) for line in self.lines)
        tall = len(self.lines) * canvas.line(self.style) + 8
        box = FRect(0, room.y, wide + self.size + 26, tall)
        box.right = room.right
        name = words(lang, "clock.name")
        super().__init__(box, name, f"{day}, {spent}")
        if clock.over:
            self.role, self.label = "status", words(lang, "clock.over.told")

    def draw(self, canvas: Canvas) -> None:
        """Draw the pill."""
        tone, box = theme.PATIENCE, self.rect
        word = tone.word if self.clock.over else theme.INK
        ground = tone.soft if self.clock.over else self.ground
        line = canvas.line(self.style)
        canvas.panel(box, min(box.h / 2, line / 2 + 4), ground)
        icon = "warning-circle" if self.clock.over else "clock-countdown"
        canvas.icon(icon, box.x + 9, box.y + 4 + line / 2, self.size, word)
        left = box.x + 9 + self.size + 5
        for number, text in enumerate(self.lines):
            place = FRect(left, box.y + 4 + number * line, box.right - 10 - left, line)
            canvas.text(text, place, self.style, word)
