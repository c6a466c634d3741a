"""The samples of the gallery: one maker for each widget, with words from the interface."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from pygame import FRect

from game.screens import theme
from game.screens.cards import close_card, open_card, quiet_card
from game.screens.conversation import add_divider
from game.screens.countdown import Countdown
from game.screens.widgets.axis import AxisRow
from game.screens.widgets.button import Button
from game.screens.widgets.clock import ClockChip
from game.screens.widgets.finding import FindingNote
from game.screens.widgets.line_chart import LineChart, Series
from game.screens.widgets.meter import Bar, MeterCard
from game.screens.widgets.moment import MomentRow
from game.screens.widgets.page_row import PageRow
from game.screens.widgets.people import Face
from game.screens.widgets.person import PersonRow
from game.screens.widgets.radar import Axis, Radar
from game.screens.widgets.rows import ReplyRow, Rung
from game.screens.widgets.slider import Slider
from game.screens.widgets.surface import Chip, Panel
from game.screens.widgets.tabs import Segments, Tabs
from game.screens.widgets.text import Column
from game.screens.widgets.text_entry import TextEntry
from game.screens.widgets.tooltip import Tooltip
from game.screens.widgets.widget import Widget
from game.view.debrief import AxisView, FindingView
from game.view.dialogue import ClockView, Meter, PersonView
from game.view.lines import LineView, Voice
from game.words import words

if TYPE_CHECKING:
    from game.screens.gallery import GalleryScreen

Make: TypeAlias = tuple[str, Callable[[FRect], Widget]]
_WHO = "woman-40s_bob-dark_none"
_FIRST, _BEST = (41.0, 46.0, 44.0, 55.0, 61.0, 66.0), (58.0, 66.0, 72.0, 74.0, 80.0, 84.0)


def pressing(screen: "GalleryScreen") -> list[Make]:
    """Buttons, sliders, text entry, tabs and the switch."""
    canvas, word = screen.canvas, screen.word
    tall = max(44.0, canvas.line(theme.SMALL_STRONG) + 20)

    def button(kind: str, key: str, icon: str = "") -> Callable[[FRect], Widget]:
        return lambda box: Button(key, word(key), FRect(*box.topleft, box.w, tall), kind, icon)

    def lone(box: FRect) -> Widget:
        place = FRect(*box.topleft, tall, tall)
        icon = "paper-plane-right"
        return Button("send", word("send"), place, "primary", icon, shows_label=False)

    def entry(box: FRect) -> Widget:
        field = TextEntry("sample", plain=True)
        field.rect, field.hint = FRect(*box.topleft, box.w, tall), word("plan-when")
        field.label = field.hint
        field.line.paste(word("gallery.written"))
        return field

    def slider(box: FRect) -> Widget:
        return Slider("sample", word("axes"), FRect(*box.topleft, box.w, 32), 65, "")

    pair = [word("handled"), word("resolved")]
    return [
        (word("gallery.primary"), button("primary", "go-on")),
        (word("gallery.second"), button("second", "rewind", "arrow-counter-clockwise")),
        (word("gallery.soft"), button("soft", "plan-save")),
        (word("gallery.quiet"), button("quiet", "policy-short", "book-open")),
        (word("gallery.icon"), lone),
        (word("gallery.entry"), entry),
        (word("gallery.slider"), slider),
        (word("gallery.tabs"), lambda box: Tabs(canvas, "sample", FRect(box), pair, 0)),
        (
            word("gallery.switch"),
            lambda box: Segments(
                canvas, "sample", FRect(*box.topleft, box.w, tall), pair, 0, word("modes")
            ),
        ),
    ]


def rows(screen: "GalleryScreen") -> list[Make]:
    """A reply, a rung of the ladder, a moment."""
    canvas, word, lang = screen.canvas, screen.word, screen.lang

    def rung(box: FRect) -> Widget:
        chips = words(lang, "mode.coach.chips").split(" | ")
        name, text = words(lang, "mode.coach"), words(lang, "mode.coach.text")
        return Rung(canvas, "mode:coach", theme.MODE_ICONS["coach"], name, text, chips, box, True)

    def open_rung(box: FRect) -> Widget:
        name, text = words(lang, "mode.exam"), words(lang, "mode.exam.text")
        return Rung(canvas, "mode:exam", theme.MODE_ICONS["exam"], name, text, (), box, False)

    sentence = word("gallery.sentence")
    return [
        (word("gallery.reply"), lambda box: ReplyRow(canvas, "reply:0", 1, sentence, box)),
        (word("gallery.rung"), rung),
        (word("gallery.rung-open"), open_rung),
        (
            word("moments"),
            lambda box: MomentRow(canvas, "moment:1", word("nth-reply", turn=1), sentence, box),
        ),
        (
            words(lang, "pages.title"),
            lambda box: PageRow(canvas, "page:0", words(lang, "pages.title"), box, True),
        ),
    ]


def showing(screen: "GalleryScreen", area: FRect) -> list[Widget]:
    """What is only read: two columns of cards."""
    canvas = screen.canvas
    narrow = canvas.width / canvas.text_scale < 1000
    wide = area.w if narrow else (area.w - theme.GUTTER) / 2
    found: list[Widget] = []
    left = Column(canvas, found, area.x, area.y, wide)
    right = left if narrow else Column(canvas, found, area.x + wide + 24, area.y, wide)
    _meters(screen, left)
    _findings(screen, left)
    quiet_card(left, screen.word("road"), screen.word("road-later"), "compass")
    _charts(screen, right)
    _people(screen, right)
    _scene(screen, right)
    return found


def _meters(screen: "GalleryScreen", column: Column) -> None:
    """Meters, bars and axes."""
    canvas, word = screen.canvas, screen.word
    ground, inner = open_card(column)
    inner.text(word("axes"), theme.H3)
    inner.gap(8)
    wide = (inner.width - 12) / 2
    for key, amount, delta, left in (("empathy", 62, 12, 0.0), ("patience", 4, -1, wide + 12)):
        meter = Meter(
            key, words(screen.lang, f"axis.{key}"), amount, delta, 100 if delta > 0 else 6
        )
        place = FRect(inner.left + left, inner.top, wide, MeterCard.height(canvas))
        inner.into.append(MeterCard(place, meter, not MeterCard.fits(canvas, meter, wide)))
    inner.top += MeterCard.height(canvas) + 16
    inner.add(
        Bar(FRect(inner.left, inner.top, inner.width, 12), 60, theme.RESOLUTION.mark, mark=70)
    )
    inner.gap(16)
    name, verdict = words(screen.lang, "axis.gratitude"), words(screen.lang, "axis.passed")
    axis = AxisView("gratitude", name, 66, 60, verdict, True)
    names = AxisRow.names_width(canvas, [axis], inner.width)
    tall = AxisRow.height(canvas, names, True)
    place = FRect(inner.left, inner.top, inner.width, tall)
    inner.add(AxisRow(place, axis, names, own=(52, word("own-value", value=52))))
    inner.gap(8)
    long = word("time-left", seconds=100)
    countdown = Countdown(canvas, long, inner.left, inner.top + 14)
    countdown.rect.topleft = (inner.left, inner.top)
    countdown.show(word("time-left", seconds=9), 9, 30)
    inner.add(countdown)
    close_card(column, ground, inner.top + 16)


def _findings(screen: "GalleryScreen", column: Column) -> None:
    """A finding, open and closed, and a tooltip."""
    canvas, word = screen.canvas, screen.word
    ground, inner = open_card(column)
    inner.text(word("transcript"), theme.H3)
    for tone, points in (("won", 8), ("missed", 0)):
        inner.gap(10)
        name = words(screen.lang, "axis.empathy")
        why, better = word("gallery.sentence"), word("gallery.sentence")
        finding = FindingView("empathy", name, points, 12, 1, "", why, better, tone)
        place = FRect(inner.left + 12, inner.top, inner.width - 12, 0)
        label = word("better") if tone == "missed" else ""
        inner.add(FindingNote(canvas, finding, place, label))
    inner.gap(6)
    for is_error in (False, True):
        key = "error-sample" if is_error else "tip-sample"
        target = FRect(inner.left + inner.width / 2, inner.top, 0, 0)
        tip = Tooltip(canvas, word(f"gallery.{key}"), target, is_error)
        tip.move_to(inner.left, inner.top + 6)
        inner.add(tip)
    close_card(column, ground, inner.top + 16)


def _charts(screen: "GalleryScreen", column: Column) -> None:
    """A radar with an earlier mean, and a line chart."""
    canvas, word = screen.canvas, screen.word
    ground, inner = open_card(column)
    inner.text(word("skills"), theme.H3)
    inner.gap(8)
    keys = ("ask", "acknowledge", "own", "explain", "thank", "confirm", "protect")
    values = ((72, 66), (86, 70), (70, 60), (64, 58), (66, 62), (28, 40), (None, None))
    axes = [
        Axis(words(screen.lang, f"skill.{key}"), *pair)
        for key, pair in zip(keys, values, strict=True)
    ]
    place = FRect(inner.left, inner.top, inner.width, canvas.grown(260))
    inner.add(Radar(canvas, place, axes, word("skills"), word("skill-none")))
    inner.gap(20)
    series = (
        Series(word("gallery.first"), _FIRST, theme.RESOLUTION.word, dashed=True),
        Series(word("gallery.best"), _BEST, theme.RESOLUTION.mark),
    )
    place = FRect(inner.left, inner.top, inner.width, canvas.grown(190))
    ends = (word("gallery.week", number=1), word("gallery.week", number=6))
    inner.add(LineChart(canvas, place, series, ends, word("resolved"), 60))
    close_card(column, ground, inner.top + 16)


def _people(screen: "GalleryScreen", column: Column) -> None:
    """The six faces with their chips."""
    ground, inner = open_card(column)
    left, bottom = inner.left, inner.top
    for face, mood in theme.MOODS.items():
        name = words(screen.lang, f"face.{face}")
        chip = Chip(screen.canvas, name, left + 52, 0, mood.word, mood.soft, mood.icon)
        if left > inner.left and chip.rect.right > inner.left + inner.width:
            left, inner.top = inner.left, bottom + 12
            chip.rect.x = left + 52
        picture = Face(FRect(left, inner.top, 44, 44), _WHO, face, name, 10)
        chip.rect.centery = picture.rect.centery
        inner.into += [picture, chip]
        left, bottom = chip.rect.right + 16, picture.rect.bottom
    close_card(column, ground, bottom + 16)


def _scene(screen: "GalleryScreen", column: Column) -> None:
    """A divider, the story clock before and after its target, and somebody else on the plate."""
    canvas, lang = screen.canvas, screen.lang
    ground, inner = open_card(column)
    title = words(lang, "touchpoint.after")
    add_divider(inner, LineView(Voice.SCENE, title, 0, channel="phone"))
    for spent in ("0:35", "4:35"):
        inner.gap(10)
        clock = ClockView("17:24", spent, "4:00", "20:00", spent > "4:00")
        room = FRect(inner.left, inner.top, inner.width, 0)
        inner.add(ClockChip(canvas, clock, room, lang, theme.TILE))
    inner.gap(12)
    plate = Panel(FRect(inner.left, inner.top, inner.width, 0), theme.RADIUS_ROW, theme.NAVY, None)
    inner.into.append(plate)
    person = PersonView(screen.word("you"), _WHO, "smiling", words(lang, "face.smiling"))
    place = FRect(inner.left + 14, inner.top + 12, inner.width - 28, 0)
    inner.add(PersonRow(canvas, person, place))
    plate.rect.h = inner.top + 12 - plate.rect.y
    close_card(column, ground, plate.rect.bottom + 16)
