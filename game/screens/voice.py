"""The customers' words: which model may word them, what is sent to it, and the consent to that."""

from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from pygame import FRect

from game.errors import DangolError
from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, top_bar
from game.screens.desk import Desk
from game.screens.modal import CLOSE, Modal
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.surface import Icon, Panel, card
from game.screens.widgets.text import Column, Text
from game.screens.widgets.text_entry import TextEntry
from game.screens.widgets.widget import Intent, Pressed, Submitted
from game.words import words

Fill: TypeAlias = Callable[[Column], None]
Done: TypeAlias = Callable[[], None]
_TWO_COLUMNS_FROM = 1000.0  # units of width at text size 1.0
_LETTERS = 300
_TONES = {"on": theme.BETTER, "wrong": theme.AGAIN, "ask": theme.HINT}


class VoiceScreen(PageScreen):
    """Address, model and key at the left; what is sent, and the consent, at the right."""

    help_keys = ("enter.voice",)

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk, canvas)
        self.voices = desk.voices
        self.address = TextEntry("address", _LETTERS, plain=True, keeps=True)
        self.model = TextEntry("model", _LETTERS, plain=True, keeps=True)
        self.key = TextEntry("key", _LETTERS, plain=True, masked=True)
        self._then = ""  # what the consent was asked for
        self.reload()
        self.address.fill(self.view.base_url)
        self.model.fill(self.view.model)

    def load(self) -> None:
        """Ask how it stands."""
        self.view = self.voices.view(self.lang)
        self._was_trying = self.view.is_trying

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Two cards beside each other, or below each other with large text."""
        canvas = self.canvas
        title, caption = self.word("settings.voice"), self.word("voice.caption")
        top = top_bar(self.page, canvas, self.word("back"), title, caption)
        box = content_box(canvas, top)
        tall = max(48.0, canvas.line(theme.H3) + 24)
        area = FRect(box.x, box.y, box.w - 14, box.h - tall - theme.GAP)
        if canvas.width / canvas.text_scale >= _TWO_COLUMNS_FROM:
            wide = (box.w - theme.GUTTER) / 2
            self._scrolled("server", FRect(box.x, area.y, wide, area.h), self._server)
            right = FRect(box.x + wide + theme.GUTTER, area.y, wide, area.h)
            self._scrolled("sent", right, self._sent)
        else:
            view = self.page.scroll("all", area, theme.GROUND)
            column = Column(canvas, view.items, area.x, 2, area.w)
            for fill in (self._server, self._sent):
                ground = card(FRect(column.left, column.top, column.width, 0))
                column.into.append(ground)
                column.top = self._filled(column, fill)
                ground.rect.h = column.top - ground.rect.y
                column.gap(theme.GAP)
        self._buttons(FRect(box.x, box.bottom - tall, box.w, tall))
        self.lowest_line(self._hints())
        self.page.finish("address")

    def _scrolled(self, name: str, box: FRect, fill: Fill) -> None:
        self.page.add(card(box))
        inner = FRect(box.x, box.y + 8, box.w - 8, box.h - 16)
        view = self.page.scroll(name, inner, theme.WHITE)
        self._filled(Column(self.canvas, view.items, box.x, 0, box.w), fill)

    def _filled(self, column: Column, fill: Fill) -> float:
        """Fill the inside of a card; where it ends."""
        left, width = column.left + theme.PADDING, column.width - 2 * theme.PADDING
        inner = Column(self.canvas, column.into, left, column.top + 12, width)
        fill(inner)
        return inner.top + 16

    def _server(self, column: Column) -> None:
        """What is typed, how it stands, and what came of the last try."""
        view = self.view
        column.text(self.word("voice.server"), theme.H3)
        column.gap(8)
        self._note(column, view.sentence, _TONES.get(view.state, theme.HANDLED))
        for entry in (self.address, self.model, self.key):
            column.gap(12)
            self._entry(column, entry)
        if view.key:
            column.gap(4)
            column.text(view.key, theme.CAPTION, theme.MUTED, balanced=True)
        if view.is_trying:
            column.gap(14)
            self._note(column, self.word("voice.trying"), theme.HANDLED)
        elif view.tried:
            column.gap(14)
            self._note(column, view.tried, theme.BETTER if view.went_well else theme.AGAIN)

    def _entry(self, column: Column, entry: TextEntry) -> None:
        entry.label, entry.hint = (
            self.word(f"voice.{entry.name}"),
            self.word(f"voice.{entry.name}-hint"),
        )
        column.text(entry.label, theme.SMALL_STRONG, theme.INK_SOFT)
        column.gap(4)
        tall = max(44.0, self.canvas.line(theme.BODY) + 18)
        entry.rect = FRect(column.left, column.top, column.width, tall)
        column.add(entry)

    def _sent(self, column: Column) -> None:
        """To whom, what, and one such message word for word."""
        view = self.view
        column.text(self.word("voice.sent"), theme.H3)
        column.gap(4)
        if view.where:
            column.text(view.where, theme.BODY_STRONG, theme.INK)
            column.gap(4)
        column.text(view.sends, theme.SMALL, theme.INK_SOFT)
        column.gap(10)
        column.text(self.word("voice.example"), theme.SMALL_STRONG, theme.INK_SOFT)
        column.gap(6)
        ground = Panel(
            FRect(column.left, column.top, column.width, 0), theme.RADIUS_ROW, theme.SUNKEN, None
        )
        column.into.append(ground)
        inner = Column(
            self.canvas, column.into, column.left + 14, column.top + 10, column.width - 28
        )
        for line in view.example:
            inner.text(line, theme.CAPTION, theme.INK_SOFT)
            inner.gap(4)
        ground.rect.h = inner.top + 8 - column.top
        column.top = ground.rect.bottom

    def _note(self, column: Column, sentence: str, tone: theme.Tone) -> None:
        """A sentence with a sign on a soft ground."""
        size = self.canvas.grown(18, theme.LARGEST_ICON_GROWTH)
        ground = Panel(
            FRect(column.left, column.top, column.width, 0), theme.RADIUS_ROW, tone.soft, None
        )
        left = column.left + 14 + size + 10
        room = column.left + column.width - 14 - left
        text = Text(self.canvas, sentence, left, column.top + 10, room, theme.CAPTION, tone.word)
        ground.rect.h = text.rect.h + 20
        middle = text.rect.y + text.step / 2
        icon = Icon(tone.icon, column.left + 14, middle, size, tone.word)
        column.into += [ground, icon, text]
        column.top = ground.rect.bottom

    def _buttons(self, box: FRect) -> None:
        """The way on at the right; trying out and taking back beside it."""
        state = self.view.state
        name = "off" if state == "on" else "agree"
        shown = [(name, "second" if state == "on" else "primary")]
        if state in ("ask", "on", "off"):
            shown.append(("try", "second"))
        if state in ("on", "off"):
            shown.append(("withdraw", "second"))
        right = box.right
        for key, kind in shown:
            label = self.word(f"voice.{key}")
            wide = max(140.0, button_width(self.canvas, label, theme.SMALL_STRONG) + 8)
            place = FRect(right - wide, box.y, wide, box.h)
            button = Button(key, label, place, kind)
            if key == "agree" and state in ("unset", "wrong"):
                button.disabled = self.view.sentence
            elif key == "try" and self.view.is_trying:
                button.disabled = self.word("voice.trying")
            self.page.add(button)
            right = place.x - 12

    def _hints(self) -> list[tuple[str, str]]:
        word = self.word
        return [
            (word("key.tab"), word("hint.next")),
            (word("key.enter"), word("voice.hint.take")),
            ("PgDn", word("settings.hint.more")),
            (word("key.f1"), word("hint.f1")),
            (word("key.esc"), word("hint.back")),
        ]

    # ------------------------------------------------------------ moves

    def on_intent(self, intent: Intent) -> Change | None:
        """Take what was typed, try it out, agree, take back, or go back."""
        match intent:
            case Submitted("address"):
                self._take()
                self.page.set_focus("model")
            case Submitted("model"):
                self._take()
                self.page.set_focus("key")
            case Submitted("key", text):
                self._told(partial(self.voices.lend_key, text))
            case Pressed("agree" | "try" as name):
                self._take()
                self._begin(name)
            case Pressed("off"):
                self._told(self.voices.switch_off)
            case Pressed("withdraw"):
                self._told(self.voices.withdraw)
            case Pressed(name) if name == BACK:
                return self.on_escape()
        return None

    def on_escape(self) -> Change | None:
        """Back, with what was typed kept."""
        self._take()
        return Pop()

    def on_modal(self, name: str) -> Change | None:
        """The consent was given."""
        if name == "yes":
            self._told(self.voices.agree)
            self._begin(self._then)
        return None

    def _begin(self, name: str) -> None:
        """Switch it on or try it out; whoever has not agreed yet is asked first."""
        if self.view.state in ("unset", "wrong"):
            return
        if self.view.state == "ask":
            self._then = name
            self.open(self._consent())
        elif name == "try":
            self._told(partial(self.voices.try_out, self.lang))
        elif self.view.state == "off":
            self._told(self.voices.agree)

    def _consent(self) -> Modal:
        view = self.view

        def fill(column: Column) -> None:
            column.text(view.where, theme.BODY_STRONG, balanced=True)
            column.gap(8)
            column.text(view.sends, theme.BODY, theme.INK_SOFT)
            column.gap(8)
            column.text(self.word("voice.bound", host=view.host), theme.CAPTION, theme.MUTED)

        title = self.word("voice.consent", host=view.host)
        buttons = (("yes", self.word("voice.yes"), "second"),
                   (CLOSE, self.word("voice.no"), "primary"))  # fmt: skip
        return Modal(title, fill, buttons, 600)

    def _take(self) -> None:
        """Hand over what was typed."""
        typed = (self.address.line.text.strip(), self.model.line.text.strip())
        if typed != (self.view.base_url, self.view.model):
            self._told(partial(self.voices.name, *typed))

    def _told(self, done: Done) -> None:
        """Do something; what goes wrong is said, and the screen shows how it stands."""
        try:
            done()
        except DangolError as error:
            self.say_aside(words(self.lang, error.key, **error.values))
        self.load()
        self.changed(reload=False)

    def update(self, seconds: float) -> Change | None:
        """Take what was typed when its field is left; look whether the try is over."""
        change = super().update(seconds)
        entry = None if self.modal else self.page.entry
        if self.modal is None and (entry is None or entry.name == "key"):
            self._take()
        if self._was_trying and not self.voices.is_trying:
            self.load()
            self.changed(reload=False)
        return change
