"""Tiles of the title: a learner, a way into the game, and the play that was left unfinished."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import shortened
from game.screens.widgets.people import Face
from game.screens.widgets.rows import Row
from game.screens.widgets.surface import Tile
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget
from game.view.title import LearnerTile, Unfinished

_FACE = 56.0
_PLAY = 40.0
_TILE = 36.0


class PersonTile(Row):
    """A face, a name and a note in the middle of a tile; a check when it is chosen."""

    role = "radio"
    radius = theme.RADIUS_CARD

    def __init__(self, canvas: Canvas, learner: LearnerTile, place: FRect) -> None:
        super().__init__(f"learner:{learner.id}", learner.name, FRect(place))
        self.value = "checked" if learner.is_chosen else ""
        self.is_chosen, self.portrait = learner.is_chosen, learner.portrait
        self.rect.h = person_height(canvas)
        short = shortened(canvas, learner.name, theme.SMALL_STRONG, place.w - 16)
        self.tip = learner.name if short != learner.name else ""
        top = place.y + 8 + _FACE + 4
        left, room = place.x + 8, place.w - 16
        colour = theme.PRIMARY_DEEP if learner.is_chosen else theme.INK
        name = Text(canvas, short, left, top, room, theme.SMALL_STRONG, colour, "centre")
        note = Text(
            canvas, learner.note, left, name.rect.bottom, room, theme.MICRO, theme.MUTED, "centre"
        )
        face = FRect(place.centerx - _FACE / 2, place.y + 8, _FACE, _FACE)
        self.face = face
        self.parts: list[Widget] = [name, note]
        if learner.portrait:
            self.parts.append(Face(face, learner.portrait, "smiling", radius=_FACE / 2))

    def draw(self, canvas: Canvas) -> None:
        """Draw the tile."""
        self.draw_ground(canvas, self.is_chosen)
        if not self.portrait:
            canvas.panel(self.face, _FACE / 2, theme.TILE)
            canvas.icon("user", self.face.x + 16, self.face.centery, 24, theme.INK_SOFT)
        for part in self.parts:
            part.draw(canvas)
        if self.is_chosen:
            badge = FRect(self.rect.right - 30, self.rect.y + 8, 22, 22)
            canvas.panel(badge, 11, theme.PRIMARY, theme.WHITE, 2)
            canvas.icon("check", badge.x + 5, badge.centery, 12, theme.WHITE)
        if self.focused:
            canvas.ring(self.rect, self.radius)


class PlusTile(Row):
    """A tile like a person's, with an icon in place of the face: the way to the learners."""

    radius = theme.RADIUS_CARD

    def __init__(
        self, canvas: Canvas, name: str, icon: str, label: str, note: str, place: FRect
    ) -> None:
        super().__init__(name, label, FRect(place))
        self.value, self.icon = note, icon
        self.rect.h = person_height(canvas)
        top, left, room = place.y + 8 + _FACE + 4, place.x + 4, place.w - 8
        title = Text(canvas, label, left, top, room, theme.SMALL_STRONG, theme.INK, "centre")
        bottom = title.rect.bottom
        words = Text(canvas, note, left, bottom, room, theme.MICRO, theme.MUTED, "centre")
        self.parts = (title, words)

    def draw(self, canvas: Canvas) -> None:
        """Draw the tile."""
        self.draw_ground(canvas)
        round_ = FRect(self.rect.centerx - _FACE / 2, self.rect.y + 8, _FACE, _FACE)
        canvas.panel(round_, _FACE / 2, theme.TILE)
        canvas.icon(self.icon, round_.x + 18, round_.centery, 20, theme.PRIMARY_DEEP)
        for part in self.parts:
            part.draw(canvas)
        if self.focused:
            canvas.ring(self.rect, self.radius)


def person_height(canvas: Canvas) -> float:
    """How high a tile with a face, a name and a note is."""
    return 8 + _FACE + 4 + canvas.line(theme.SMALL_STRONG) + canvas.line(theme.MICRO) + 8


class WayTile(Row):
    """A way into the game, with its digit; what is not built yet says so on focus."""

    radius = theme.RADIUS_CARD

    def __init__(
        self,
        canvas: Canvas,
        name: str,
        icon: str,
        digit: int,
        label: str,
        note: str,
        later: str,
        place: FRect,
    ) -> None:
        super().__init__(f"way:{name}", label, FRect(place))
        self.value, self.disabled, self.digit = note, later, str(digit)
        left = place.x + 12 + _TILE + 10
        number = canvas.text_width(self.digit, theme.MICRO)
        self.lock = canvas.grown(13, theme.LARGEST_ICON_GROWTH) if later else 0.0
        number += self.lock + 4 if later else 0
        room = place.right - 12 - left
        title = Text(
            canvas, label, left, place.y + 14, room - number - 4, theme.BODY_STRONG,
            self.word(theme.INK),
        )  # fmt: skip
        words = Text(canvas, note, left, title.rect.bottom, room, theme.MICRO, theme.MUTED)
        self.parts: tuple[Widget, ...] = (title, words)
        self.icon = icon
        self.rect.h = max(_TILE + 24, words.rect.bottom + 14 - place.y)

    def draw(self, canvas: Canvas) -> None:
        """Draw tile, words and digit."""
        self.draw_ground(canvas)
        tile = FRect(self.rect.x + 12, self.rect.centery - _TILE / 2, _TILE, _TILE)
        colour = theme.MUTED if self.disabled else theme.PRIMARY_DEEP
        ground = theme.WHITE if self.disabled else theme.PRIMARY_SOFT
        Tile(tile, self.icon, colour, ground).draw(canvas)
        for part in self.parts:
            part.draw(canvas)
        top = FRect(self.rect.x, self.rect.y + 10, self.rect.w - 12, canvas.line(theme.MICRO))
        canvas.text(self.digit, top, theme.MICRO, theme.MUTED, "right")
        if self.lock:
            left = top.right - canvas.text_width(self.digit, theme.MICRO) - 5 - self.lock
            canvas.icon("lock-simple", left, top.centery, self.lock, theme.MUTED)
        if self.focused:
            canvas.ring(self.rect, self.radius)


class ComingCard(Row):
    """Where the primary card will stand in a moment; it can be pressed before it is known."""

    radius = theme.RADIUS_HERO

    def __init__(self, canvas: Canvas, name: str, label: str, place: FRect) -> None:
        super().__init__(name, label, FRect(place))
        lines = (theme.H3, theme.SMALL_STRONG, theme.CAPTION)
        self.rect.h = max(88.0, 10 + sum(canvas.line(style) for style in lines) + 12)

    def draw(self, canvas: Canvas) -> None:
        """Draw an empty card: its words would be gone before they were read."""
        canvas.panel(self.rect, self.radius, theme.SUNKEN)
        if self.focused:
            canvas.ring(self.rect, self.radius)


class ResumeCard(Row):
    """The one primary card: go on where it was left, or begin with a first case."""

    radius = theme.RADIUS_HERO

    def __init__(
        self, canvas: Canvas, name: str, label: str, play: Unfinished, place: FRect
    ) -> None:
        super().__init__(name, label, FRect(place))
        where = f"{play.where} · {play.when}" if play.when else play.where
        self.value = f"{play.title}, {where}"
        side = 64.0
        left = place.x + 12 + side + 16
        room = place.right - 16 - _PLAY - 12 - left
        face = Face(FRect(place.x + 12, place.y + 12, side, side), play.portrait, "neutral")
        head = Text(canvas, label, left, place.y + 10, room, theme.H3, theme.WHITE)
        title = Text(
            canvas, play.title, left, head.rect.bottom, room, theme.SMALL_STRONG, theme.WHITE
        )
        told = Text(
            canvas, where, left, title.rect.bottom, room, theme.CAPTION, theme.ON_PRIMARY_QUIET
        )
        self.rect.h = max(88.0, told.rect.bottom + 12 - place.y)
        face.rect.centery = self.rect.centery
        self.parts = (face, head, title, told)

    def draw(self, canvas: Canvas) -> None:
        """Draw the blue card with its round play mark."""
        fill = theme.PRIMARY_DEEP if self.held else theme.PRIMARY
        shadow = theme.LIFTED if self.hovered else theme.BUTTON_SHADOW
        canvas.panel(self.rect, self.radius, fill, shadow=shadow)
        for part in self.parts:
            part.draw(canvas)
        dot = FRect(self.rect.right - 16 - _PLAY, self.rect.centery - _PLAY / 2, _PLAY, _PLAY)
        canvas.panel(dot, _PLAY / 2, theme.WHITE)
        canvas.icon("play", dot.x + 12, dot.centery, 18, theme.PRIMARY)
        if self.focused:
            canvas.ring(self.rect, self.radius)


class Link(Row):
    """Words that lead somewhere, with a small arrow: quieter than a button."""

    radius = theme.RADIUS_NUMBER

    def __init__(self, canvas: Canvas, name: str, label: str, right: float, middle: float) -> None:
        self.size = canvas.grown(12, theme.LARGEST_ICON_GROWTH)
        width = canvas.text_width(label, theme.CAPTION) + self.size + 6
        tall = canvas.line(theme.CAPTION)
        super().__init__(name, label, FRect(right - width, middle - tall / 2, width, tall))

    def draw(self, canvas: Canvas) -> None:
        """Draw the words, underlined while the pointer is on them."""
        box = self.rect
        colour = theme.PRIMARY_DEEP if self.hovered or self.focused else theme.MUTED
        words = FRect(box.x, box.y, box.w - self.size - 6, box.h)
        canvas.text(self.label, words, theme.CAPTION, colour)
        canvas.icon("caret-right", box.right - self.size, box.centery, self.size, colour)
        if self.hovered:
            canvas.fill(FRect(words.x, box.bottom - 2, words.w, 1), colour)
        if self.focused:
            canvas.ring(box.inflate(4, 0), self.radius)
