"""A case of the library as a card: who, where, what about, and what has come of it so far."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import shortened
from game.screens.theme import Colour
from game.screens.widgets.meter import Bar
from game.screens.widgets.people import Face
from game.screens.widgets.rows import Row
from game.screens.widgets.surface import Chip, Icon, Rule
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget
from game.view.library import LibraryCard, Tried

_FACE = 64.0
_LEVELS = 5
STATES: dict[str, tuple[Colour, Colour, str]] = {
    "new": (theme.PRIMARY_DEEP, theme.PRIMARY_SOFT, "sparkle"),
    "going": (theme.PRIMARY_DEEP, theme.PRIMARY_SOFT, "play"),
    "practised": (theme.INK_SOFT, theme.TILE, "compass"),
    "below": (theme.PATIENCE.word, theme.PATIENCE.soft, "circle-dashed"),
    "passed": (theme.GRATITUDE.word, theme.GRATITUDE.soft, "check-circle"),
}


class CardWords:
    """The words of the interface that a card needs."""

    def __init__(self, first: str, best: str, skills: str, own: str) -> None:
        self.first, self.best, self.skills, self.own = first, best, skills, own


class LibraryTile(Row):
    """A case card; what is on it is laid out when it first comes into view."""

    radius = theme.RADIUS_CARD

    def __init__(self, canvas: Canvas, card: LibraryCard, place: FRect, say: CardWords) -> None:
        super().__init__(f"case:{card.case}", card.title, FRect(place))
        self.value, self.card, self.say = card.told, card, say
        self.rect.h = height(canvas)
        self._parts: list[Widget] | None = None
        room = place.w - 32 - _FACE - 16
        self.heading = shortened(canvas, card.title, theme.H3, room)
        self.tip = card.title if self.heading != card.title else ""

    def draw(self, canvas: Canvas) -> None:
        """Draw the card."""
        if self._parts is None:
            self._parts = self._laid_out(canvas)
        canvas.panel(self.rect, self.radius, theme.WHITE, shadow=theme.CARD_SHADOW)
        self.draw_ground(canvas)
        for part in self._parts:
            part.draw(canvas)
        self._draw_dots(canvas)
        if self.focused:
            canvas.ring(self.rect, self.radius)

    def _laid_out(self, canvas: Canvas) -> list[Widget]:
        card, box = self.card, self.rect
        parts: list[Widget] = []
        face = FRect(box.x + 16, box.y + 16, _FACE, _FACE)
        parts.append(Face(face, card.portrait, card.face))
        left, right = face.right + 16, box.right - 12
        right = self._state(canvas, parts, right)
        self._where(canvas, parts, left, right - 8)
        room = box.right - 16 - left
        top = box.y + 14 + max(canvas.line(theme.CAPTION), canvas.line(theme.MICRO) + 8)
        title = Text(canvas, self.heading, left, top, room, theme.H3)
        parts.append(title)
        level = Text(
            canvas, self._level(canvas), self._dots_right(canvas), title.rect.bottom,
            room, theme.MICRO, theme.MUTED,
        )  # fmt: skip
        level.rect.w = box.right - 16 - level.rect.x
        parts.append(level)
        brief = _brief(canvas, card.brief, box.w - 32)
        top = self._story_top(canvas)
        parts.append(
            Text(canvas, brief, box.x + 16, top, box.w - 32, theme.SMALL, theme.INK_SOFT,
                 balanced=True)
        )  # fmt: skip
        line = top + 2 * canvas.line(theme.SMALL) + 8
        parts.append(Rule(FRect(box.x + 16, line, box.w - 32, 1)))
        foot = FRect(box.x + 16, line + 9, box.w - 32, box.bottom - 12 - line - 9)
        self._foot(canvas, parts, foot)
        return parts

    # ------------------------------------------------------------ the head

    def _state(self, canvas: Canvas, parts: list[Widget], right: float) -> float:
        """The chip at the upper right; returns its left edge."""
        word, soft, icon = STATES[self.card.state]
        chip = Chip(
            canvas, self.card.state_name, right, self.rect.y + 10, word, soft, icon,
            theme.MICRO, from_right=True,
        )  # fmt: skip
        parts.append(chip)
        return chip.rect.x

    def _where(self, canvas: Canvas, parts: list[Widget], left: float, right: float) -> None:
        """Channel and touchpoint, as much as fits beside the chip."""
        size, top = canvas.grown(16, theme.LARGEST_ICON_GROWTH), self.rect.y + 12
        middle = top + canvas.line(theme.CAPTION) / 2
        icon = theme.CHANNEL_ICONS.get(self.card.channel, "question")
        parts.append(Icon(icon, left, middle, size, theme.MUTED))
        room = right - left - size - 6
        whole = f"{self.card.channel_name} · {self.card.touchpoint_name}"
        for told in (whole, self.card.channel_name):
            if canvas.text_width(told, theme.CAPTION) <= room:
                at = left + size + 6
                parts.append(Text(canvas, told, at, top, room, theme.CAPTION, theme.INK_SOFT))
                return

    def _level(self, canvas: Canvas) -> str:
        """The level, that it is a twin, that it is one's own: as much as fits beside the dots."""
        card, own = self.card, self.say.own if self.card.own else ""
        room = self.rect.right - 16 - self._dots_right(canvas)
        parts = [part for part in (card.level_name, card.twin, own) if part]
        choices = [" · ".join(parts), " · ".join(parts[:2]), card.twin or card.level_name]
        fitting = (told for told in choices if canvas.text_width(told, theme.MICRO) <= room)
        return next(fitting, choices[-1])

    def _dots_right(self, canvas: Canvas) -> float:
        return self.rect.x + 16 + _FACE + 16 + _LEVELS * canvas.grown(11) + 6

    def _draw_dots(self, canvas: Canvas) -> None:
        """The level as dots; the number stands beside them."""
        step, side = canvas.grown(11), 8.0 if canvas.text_scale < 1.2 else 10.0
        head = max(canvas.line(theme.CAPTION), canvas.line(theme.MICRO) + 8)
        top = self.rect.y + 14 + head + canvas.line(theme.H3)
        middle = top + canvas.line(theme.MICRO) / 2
        for number in range(_LEVELS):
            left = self.rect.x + 16 + _FACE + 16 + number * step
            colour = theme.INK_SOFT if number < self.card.level else theme.LINE_STRONG
            # from whole pixels: rounded to different sides, the dots would be of different sizes
            canvas.panel(FRect(round(left), round(middle - side / 2), side, side), side / 2, colour)

    def _story_top(self, canvas: Canvas) -> float:
        return self.rect.y + _head(canvas) + 8

    # ------------------------------------------------------------ the foot

    def _foot(self, canvas: Canvas, parts: list[Widget], box: FRect) -> None:
        if self.card.tried:
            _tries(canvas, parts, box, self.card.tried, self.say)
        elif self.card.where:
            self._left(canvas, parts, box)
        else:
            self._skills(canvas, parts, box)

    def _left(self, canvas: Canvas, parts: list[Widget], box: FRect) -> None:
        """Where a play was left, and when."""
        card = self.card
        text = Text(canvas, card.where, box.x, box.y, box.w, theme.CAPTION_STRONG, theme.INK_SOFT)
        line = canvas.line(theme.MICRO)
        when = Text(canvas, card.when, box.x, text.rect.y + text.step, box.w, theme.MICRO,
                    theme.MUTED)  # fmt: skip
        when.rect.h = line
        parts.extend((text, when))

    def _skills(self, canvas: Canvas, parts: list[Widget], box: FRect) -> None:
        """What a new case practises: as many chips as fit on the line."""
        tall = canvas.line(theme.MICRO) + 8
        top = box.bottom - tall
        label = Text(canvas, self.say.skills, box.x, 0, box.w, theme.MICRO, theme.MUTED)
        label.rect.centery = top + tall / 2
        label.rect.w = canvas.text_width(self.say.skills, theme.MICRO)
        left = label.rect.right + 10
        parts.append(label)
        for skill in self.card.skills:
            chip = Chip(canvas, skill, left, top, theme.INK_SOFT, theme.TILE, style=theme.MICRO)
            if chip.rect.right > box.right:
                return
            parts.append(chip)
            left = chip.rect.right + 6


def _head(canvas: Canvas) -> float:
    """From the upper edge to below face, title and level."""
    first = max(canvas.line(theme.CAPTION), canvas.line(theme.MICRO) + 8)
    words = 14 + first + canvas.line(theme.H3) + canvas.line(theme.MICRO)
    return max(16 + _FACE, words)


def height(canvas: Canvas) -> float:
    """How high every card is: two lines of story, two of what has come of it."""
    foot = max(2 * canvas.line(theme.MICRO) + 4, canvas.line(theme.CAPTION_STRONG) + 16)
    return _head(canvas) + 8 + 2 * canvas.line(theme.SMALL) + 8 + 9 + foot + 12


def _brief(canvas: Canvas, brief: str, width: float) -> str:
    """As many whole sentences as two lines hold; where not even one fits, it is cut."""
    shown = ""
    for sentence in brief.replace("\n", " ").split(". "):
        longer = f"{shown}. {sentence}" if shown else sentence
        if len(canvas.lines(longer, theme.SMALL, width)) > 2:
            break
        shown = longer
    if shown:
        return shown if shown.endswith((".", "!", "?", "…")) else f"{shown}."
    words = brief.split()
    while len(words) > 1 and len(canvas.lines(" ".join(words) + "…", theme.SMALL, width)) > 2:
        words.pop()
    return " ".join(words) + "…"


def _tries(
    canvas: Canvas, parts: list[Widget], box: FRect, tried: tuple[Tried, ...], say: CardWords
) -> None:
    """Two rows, first and best, with a small bar and a number for each axis."""
    line = canvas.line(theme.MICRO)
    names = max(canvas.text_width(word, theme.MICRO) for word in (say.first, say.best)) + 10
    figure, icon = canvas.text_width("100", theme.MICRO), canvas.grown(14, 1.2)
    wide = (box.w - names) / len(tried)
    for row, word in enumerate((say.first, say.best)):
        top = box.y + row * (line + 2)
        colour = theme.INK if row else theme.MUTED
        label = Text(canvas, word, box.x, top, names, theme.MICRO, colour)
        parts.append(label)
        for number, one in enumerate(tried):
            left, tone = box.x + names + number * wide, theme.tone_of(one.axis)
            if not row:
                middle = box.y + line + 1
                parts.append(Icon(tone.icon, left, middle, icon, tone.mark))
            score = one.best if row else one.first
            thick = 8.0 if row else 4.0
            at = left + icon + 5
            length = max(8.0, wide - icon - 5 - figure - 12)
            bar = FRect(at, top + (line - thick) / 2, length, thick)
            parts.append(Bar(bar, score or 0, tone.mark, label=one.name))
            told = "–" if score is None else str(score)
            place = bar.right + 3
            parts.append(Text(canvas, told, place, top, figure + 1, theme.MICRO, colour, "right"))
