"""The history of who practises now: plays newest first, each to be opened again or deleted."""

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, key_hints, top_bar
from game.screens.debrief import DebriefScreen
from game.screens.desk import Desk, Session
from game.screens.dialogue import DialogueScreen
from game.screens.modal import CLOSE, Fill, Modal
from game.screens.reading import Reader
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop, Push, Screen
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.filter_row import FilterRow
from game.screens.widgets.play_row import HistoryRow
from game.screens.widgets.surface import Icon, Panel, card
from game.screens.widgets.text import Column
from game.screens.widgets.widget import Handled, Intent, Pressed
from game.view.history import HistoryView, PlayRow

_ROW_GAP = 10.0
_BIN = 44.0
_STEPS = {pygame.K_UP: -1, pygame.K_DOWN: 1, pygame.K_PAGEUP: -6, pygame.K_PAGEDOWN: 6}


class HistoryScreen(PageScreen):
    """Cases at the left to filter by, plays at the right."""

    help_keys = ("updown.plays", "delete.play")

    view: HistoryView

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk, canvas)
        self.case = ""
        self._reader = Reader(desk)
        self._asked = ""
        self._cut: Session | None = None
        self.reload()

    def load(self) -> None:
        """Ask for the plays."""
        self.view = self.desk.history(self.lang)
        if self.case not in {case for case, _, _ in self.view.cases}:
            self.case = ""

    @property
    def rows(self) -> list[PlayRow]:
        """The plays that are shown."""
        return [row for row in self.view.rows if self.case in ("", row.case)]

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Filter and list, or a word of welcome where there is nothing yet."""
        canvas, view = self.canvas, self.view
        caption = self.word("history.caption", finished=view.finished, passed=view.passed)
        title = self.word("history.title")
        top = top_bar(self.page, canvas, self.word("back"), title, caption)
        box = content_box(canvas, top)
        if not view.rows:
            self._empty(box)
        else:
            left = min(box.w * 0.3, canvas.grown(264, 1.3))
            self._filter(FRect(box.x, box.y, left, box.h))
            x = box.x + left + theme.GUTTER
            self._list(FRect(x, box.y, box.right - x, box.h))
        key_hints(self.page, canvas, self._hints())
        rows = self.rows
        self.page.finish(f"play:{rows[0].play}" if rows else "cases")

    def _filter(self, box: FRect) -> None:
        self.page.add(card(box))
        area = FRect(box.x + 12, box.y + 12, box.w - 32, box.h - 24)
        view = self.page.scroll("filter", area, theme.WHITE)
        column = Column(self.canvas, view.items, area.x, 4, area.w)
        column.text(self.word("history.cases"), theme.CAPTION_STRONG, theme.MUTED)
        column.gap(8)
        every = ("", self.word("history.all"), len(self.view.rows))
        for case, title, number in (every, *self.view.cases):
            place = FRect(column.left, column.top, column.width, 0)
            chosen = case == self.case
            column.add(FilterRow(self.canvas, f"case:{case}", title, str(number), place, chosen))
            column.gap(4)

    def _list(self, box: FRect) -> None:
        view = self.page.scroll("plays", FRect(box.x, box.y, box.w, box.h), theme.GROUND)
        canvas, top = self.canvas, 4.0
        side = canvas.grown(_BIN, theme.LARGEST_ICON_GROWTH)
        for play in self.rows:
            place = FRect(box.x, top, box.w - side - theme.NEAR, 0)
            row = HistoryRow(canvas, play, place)
            label = self.word("history.delete")
            at = FRect(row.rect.right + theme.NEAR, row.rect.centery - side / 2, side, side)
            bin_ = Button(f"bin:{play.play}", label, at, "quiet", "trash", shows_label=False)
            view.items.extend((row, bin_))
            top = row.rect.bottom + _ROW_GAP
        view.items.append(Panel(FRect(box.x, top, 1, 2), 0.1, theme.GROUND, None))

    def _empty(self, box: FRect) -> None:
        canvas = self.canvas
        width = min(box.w, canvas.grown(480))
        left = box.x + (box.w - width) / 2
        column = Column(canvas, self.page.items, left, box.y + box.h * 0.2, width)
        place = box.x + (box.w - 56) / 2
        self.page.add(Icon("chart-line-up", place, column.top + 28, 56, theme.LINE_STRONG))
        column.gap(56 + 16)
        column.text(self.word("history.none"), theme.H2, align="centre", balanced=True)
        column.gap(6)
        text = self.word("history.none-text")
        column.text(text, theme.BODY, theme.MUTED, align="centre", balanced=True)
        column.gap(20)
        label = self.word("history.to-cases")
        wide = button_width(canvas, label, theme.SMALL_STRONG) + 16
        tall = canvas.line(theme.SMALL_STRONG) + 22
        at = FRect(box.x + (box.w - wide) / 2, column.top, wide, tall)
        self.page.add(Button("cases", label, at, "primary"))

    def _hints(self) -> list[tuple[str, str]]:
        pairs = [("key.tab", "hint.next"), ("key.f1", "hint.f1"), ("key.esc", "hint.back")]
        if self.view.rows:
            pairs[:0] = [
                ("key.updown", "history.hint.rows"),
                ("key.enter", "history.hint.open"),
                ("key.delete", "history.hint.delete"),
            ]
        return [(self.word(key), self.word(mean)) for key, mean in pairs]

    # ------------------------------------------------------------ events

    def update(self, seconds: float) -> Change | None:
        """Read on while there are results to read."""
        if self._reader.read(seconds):
            self.changed()
        return super().update(seconds)

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """Up and down walk over the plays, Delete asks about the one with the focus."""
        focus = self.page.focus
        kind, _, play = focus.name.partition(":") if focus else ("", "", "")
        names = [row.play for row in self.rows]
        if kind not in ("play", "bin") or play not in names:
            return None
        if key == pygame.K_DELETE:
            self._ask(play)
        elif key in _STEPS:
            target = names.index(play) + _STEPS[key]
            self.page.set_focus(f"{kind}:{names[min(len(names) - 1, max(0, target))]}")
        elif key == pygame.K_LEFT and kind == "play":
            self.page.set_focus(f"case:{self.case}")
        else:
            return None
        return Handled()

    def on_intent(self, intent: Intent) -> Change | None:
        """Filter, open or delete."""
        if not isinstance(intent, Pressed):
            return None
        what, _, name = intent.name.partition(":")
        if intent.name in (BACK, "cases"):
            return Pop()
        if what == "case":
            self.case = name
            self.changed(reload=False)
        elif what == "bin":
            self._ask(name)
        elif what == "play":
            return self._open(name)
        return None

    def _open(self, play: str) -> Change | None:
        """The debrief of a finished play; an unfinished one goes on."""
        row = next(row for row in self.rows if row.play == play)
        self.changed()
        if row.state == "going":
            return Push(DialogueScreen(self.desk, self.canvas, self.desk.resume(play)))
        session = self.desk.reopen(play, self.lang)
        notice = session.view(self.lang).notice
        if not notice:
            return self._debrief(session)
        self._cut = session
        self.open(self._told(notice))
        return None

    def _debrief(self, session: Session) -> Change:
        def again(other: Session) -> Screen:
            return DialogueScreen(self.desk, self.canvas, other)

        return Push(DebriefScreen(self.desk, self.canvas, session, again))

    def on_modal(self, name: str) -> Change | None:
        """Open all the same, or delete."""
        if name == "anyway" and self._cut:
            return self._debrief(self._cut)
        if name == "delete":
            self.desk.delete(self._asked)
            self.page.set_focus("")
            self.changed()
        return None

    # ------------------------------------------------------------ questions

    def _ask(self, play: str) -> None:
        row = next(row for row in self.rows if row.play == play)
        text = self.word("history.delete-text", when=row.when, title=row.title)
        self._asked = play
        delete = ("delete", self.word("history.delete-yes"), "second")
        buttons = (delete, (CLOSE, self.word("history.keep"), "primary"))
        self.open(Modal(self.word("history.delete-title"), _says(text), buttons, 520))

    def _told(self, notice: str) -> Modal:
        """The case is not what it was: what can be shown stops where it parted."""
        anyway = ("anyway", self.word("history.open-anyway"), "second")
        buttons = (anyway, (CLOSE, self.word("close"), "primary"))
        return Modal(self.word("history.diverged"), _says(notice), buttons, 560)


def _says(text: str) -> Fill:
    def fill(column: Column) -> None:
        column.text(text, theme.BODY, theme.INK_SOFT, balanced=True)

    return fill
