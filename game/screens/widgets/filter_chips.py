"""A filter: options as chips in rows, one of them chosen; one focus stop for all of them."""

from collections.abc import Sequence

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import shortened
from game.screens.widgets.surface import mixed
from game.screens.widgets.tabs import Choice

_BETWEEN = 6.0


class FilterChips(Choice):
    """The chosen chip is soft blue with a check; an option that leads nowhere shows a 0."""

    def __init__(
        self,
        canvas: Canvas,
        name: str,
        place: FRect,
        options: Sequence[tuple[str, int]],
        chosen: int,
        label: str,
    ) -> None:
        words = [word for word, _ in options]
        super().__init__(name, FRect(place), words, chosen, label)
        self.counts = [str(count) for _, count in options]
        self.value = f"{words[chosen]}, {self.counts[chosen]}"
        self.size = canvas.grown(12)
        tall = canvas.line(theme.CAPTION) + 10
        left, top = place.x, place.y
        self.shown: list[str] = []
        for number, (word, count) in enumerate(zip(words, self.counts, strict=True)):
            extra = 24 + 6 + canvas.text_width(count, theme.MICRO)
            extra += self.size + 5 if number == chosen else 0
            shown = shortened(canvas, word, theme.CAPTION_STRONG, place.w - extra)
            width = canvas.text_width(shown, theme.CAPTION_STRONG) + extra
            if left > place.x and left + width > place.right + 0.5:
                left, top = place.x, top + tall + _BETWEEN
            self.boxes.append(FRect(left, top, width, tall))
            self.shown.append(shown)
            left += width + _BETWEEN
        self.rect.h = top + tall - place.y

    def draw(self, canvas: Canvas) -> None:
        """Draw the chips; one that is cut by the edge of the view is not shown at all."""
        seen = canvas.surface.get_clip()
        for number, (word, box) in enumerate(zip(self.shown, self.boxes, strict=True)):
            if not seen.contains(canvas.pixels(box)):
                continue
            is_chosen = number == self.chosen
            colour = theme.PRIMARY_DEEP if is_chosen else theme.INK_SOFT
            edge = theme.PRIMARY if is_chosen else theme.LINE_STRONG
            if self.glow and not is_chosen:
                edge = mixed(edge, theme.EDGE, self.warmth / 2)
            canvas.panel(box, box.h / 2, theme.PRIMARY_SOFT if is_chosen else theme.WHITE, edge)
            left = box.x + 12
            if is_chosen:
                canvas.icon("check", left, box.centery, self.size, colour)
                left += self.size + 5
            style = theme.CAPTION_STRONG if is_chosen else theme.CAPTION
            words = FRect(left, box.y, canvas.text_width(word, style), box.h)
            canvas.text(word, words, style, colour)
            quiet = colour if is_chosen else theme.MUTED
            rest = FRect(box.x, box.y, box.w - 12, box.h)
            canvas.text(self.counts[number], rest, theme.MICRO, quiet, "right")
            if is_chosen and self.focused:
                canvas.ring(box, box.h / 2)
