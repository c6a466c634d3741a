"""The customer's card: scene, channel, and the navy plate with name, mood and wish."""

from collections.abc import Sequence
from typing import Protocol

from pygame import FRect

from game.screens import motion, theme
from game.screens.canvas import Canvas
from game.screens.page import Page
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.people import Scene
from game.screens.widgets.person import PersonRow
from game.screens.widgets.surface import Chip, Icon, Rule
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget
from game.view.dialogue import PersonView

_MOST_PLATE = 0.56  # of the card, where others are in the scene


class Customer(Protocol):
    """What the briefing and the dialogue both tell of the customer."""

    @property
    def channel(self) -> str:
        """The channel's key."""

    @property
    def channel_name(self) -> str:
        """The channel in words."""

    @property
    def portrait(self) -> str:
        """The portrait's folder."""

    @property
    def face(self) -> str:
        """One of the six faces."""

    @property
    def mood_word(self) -> str:
        """The mood in words."""

    @property
    def customer(self) -> str:
        """The name."""

    @property
    def about(self) -> str:
        """Age and history in a few words."""

    @property
    def wants(self) -> str:
        """What they say they want."""


def customer_card(
    page: Page,
    canvas: Canvas,
    box: FRect,
    who: Customer,
    wants: str,
    spoken: bool = False,
    unsaid: tuple[str, str] | None = None,
    people: Sequence[PersonView] = (),
) -> None:
    """Add the card; `spoken` leaves more room for the wish, as before the first word.

    `unsaid` names what the customer keeps to themselves, and where it is to be found; `people` are
    the others in the scene.
    """
    column = Column(canvas, [], box.x + 24, 0, box.w - 48)
    _write_plate(column, who, wants, spoken, unsaid, people)
    if people and column.top > box.h * _MOST_PLATE:  # the face matters more than the history
        column = Column(canvas, [], box.x + 24, 0, box.w - 48)
        _write_plate(column, who, wants, spoken, unsaid, people, with_about=False)
    plate = max(column.top, 200.0 if spoken else 0.0)
    for piece in column.into:
        if isinstance(piece, PersonRow):
            piece.move_down(box.bottom - plate)
        else:
            piece.rect.y += box.bottom - plate
    label = f"{who.customer}, {who.mood_word}"
    fading = page.motion.swap(f"face:{who.portrait}", who.face, motion.FADE)
    page.add(Scene(box, plate, who.channel, who.portrait, who.face, label, fading=fading))
    page.add(channel_chip(canvas, who, box), *column.into)


def channel_chip(canvas: Canvas, who: Customer, box: FRect) -> Chip:
    """The channel at the upper left of the card."""
    icon = theme.CHANNEL_ICONS.get(who.channel, "question")
    return Chip(canvas, who.channel_name, box.x + 16, box.y + 16, theme.INK, theme.WHITE, icon)


def _write_plate(
    column: Column,
    who: Customer,
    wants: str,
    spoken: bool,
    unsaid: tuple[str, str] | None,
    people: Sequence[PersonView],
    with_about: bool = True,
) -> None:
    """What stands on the navy plate, from its upper edge down."""
    canvas = column.canvas
    column.gap(20 if spoken else 16)
    if with_about:
        _name(column, who)
    else:
        column.text(who.customer, theme.H1, theme.WHITE)
    column.gap(theme.NEAR)
    mood = theme.MOODS.get(who.face, theme.MOODS["neutral"])
    column.add(
        Chip(canvas, who.mood_word, column.left - 2, column.top, mood.word, mood.soft, mood.icon)
    )
    column.gap(theme.GAP if spoken else 10)
    if who.wants:
        column.text(wants, theme.CAPTION_STRONG, theme.ON_NAVY_QUIET)
        style = theme.BODY_STRONG if spoken else theme.SMALL
        column.text(who.wants, style, theme.ON_NAVY, balanced=True)
    if unsaid:
        _unsaid(column, *unsaid)
    _others(column, people)
    column.gap(24 if spoken else 18)


def _others(column: Column, people: Sequence[PersonView]) -> None:
    """Below a thin line: everybody else in the scene."""
    if not people:
        return
    column.gap(12)
    column.add(Rule(FRect(column.left, column.top, column.width, 1), theme.NAVY_LINE))
    for person in people:
        column.gap(10)
        place = FRect(column.left, column.top, column.width, 0)
        column.add(PersonRow(column.canvas, person, place))


def _unsaid(column: Column, name: str, where: str) -> None:
    """Below a thin line: that there is more, with a lock; on two lines where one is too short."""
    canvas = column.canvas
    size = canvas.grown(16, theme.LARGEST_ICON_GROWTH)
    column.gap(16)
    column.add(Rule(FRect(column.left, column.top, column.width, 1), theme.NAVY_LINE))
    column.gap(12)
    widths = [canvas.text_width(text, theme.CAPTION) for text in (name, where)]
    first = column.text(name, theme.CAPTION, theme.ON_NAVY_QUIET)
    room = column.width - size - 8
    if sum(widths) + 16 <= room:
        left = column.left + room - widths[1] - 1
        first.rect.w = widths[0] + 2
        text = Text(canvas, where, left, first.rect.y, widths[1] + 1, theme.CAPTION, theme.ON_NAVY)
        column.into.append(text)
    else:
        column.text(where, theme.CAPTION, theme.ON_NAVY, balanced=True)
    right = column.left + column.width - size
    middle = column.top - canvas.line(theme.CAPTION) / 2
    column.into.append(Icon("lock-simple", right, middle, size, theme.ON_NAVY_QUIET))


def _name(column: Column, who: Customer) -> None:
    """Name and description on one line, or on two where one is too short."""
    canvas = column.canvas
    name = canvas.text_width(who.customer, theme.H1) + 12
    if name + canvas.text_width(who.about, theme.SMALL) > column.width:
        column.text(who.customer, theme.H1, theme.WHITE)
        column.text(who.about, theme.SMALL, theme.ON_NAVY_QUIET, balanced=True)
        return
    about = Text(
        canvas,
        who.about,
        column.left + name,
        0,
        column.width - name,
        theme.SMALL,
        theme.ON_NAVY_QUIET,
    )
    first = column.text(who.customer, theme.H1, theme.WHITE)
    about.rect.bottom = first.rect.bottom - 2
    column.into.append(about)


def bare_scene(canvas: Canvas, who: Customer, label: str) -> tuple[Widget, ...]:
    """The customer alone, over the whole window, and the one button that brings the rest back."""
    scene = Scene(
        FRect(0, 0, canvas.width, 720), 0, who.channel, who.portrait, who.face,
        f"{who.customer}, {who.mood_word}",
    )  # fmt: skip
    wide = button_width(canvas, label, theme.SMALL_STRONG)
    tall = max(44.0, canvas.line(theme.SMALL_STRONG) + 20)
    place = FRect(canvas.width - theme.MARGIN - wide, 720 - theme.MARGIN - tall, wide, tall)
    return scene, Button("show-all", label, place)
