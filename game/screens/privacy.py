"""What is kept, where, who sees it, and how to delete it: in plain words."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, top_bar
from game.screens.desk import Desk
from game.screens.modal import CLOSE, Modal
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.surface import Panel, Tile, card
from game.screens.widgets.text import Column
from game.screens.widgets.widget import Intent, Pressed

_PARTS = (
    ("what", "clipboard-text"),
    ("where", "folder-open"),
    ("who", "shield-check"),
    ("export", "export"),
)


class PrivacyScreen(PageScreen):
    """Four answers, and one button that asks twice."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk, canvas)
        self.reload()

    def load(self) -> None:
        """Ask what there is."""
        self.folder, self.learners, self.plays = self.desk.kept()

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Two columns of cards that scroll together, or one with large text."""
        canvas = self.canvas
        title, caption = self.word("privacy.title"), self.word("privacy.caption")
        top = top_bar(self.page, canvas, self.word("back"), title, caption)
        box = content_box(canvas, top)
        tall = max(48.0, canvas.line(theme.H3) + 24)
        area = FRect(box.x, box.y, box.w - 14, box.h - tall - theme.GAP)
        view = self.page.scroll("parts", area, theme.GROUND)
        two = canvas.width / canvas.text_scale >= 1000
        width = (view.rect.w - theme.GUTTER) / 2 if two else view.rect.w
        columns = [Column(canvas, view.items, box.x, 2, width)]
        if two:
            columns.append(Column(canvas, view.items, box.x + width + theme.GUTTER, 2, width))
        for number, (name, icon) in enumerate(_PARTS):
            column = columns[number % len(columns)]
            self._part(column, name, icon)
        foot = Column(canvas, view.items, box.x, max(one.top for one in columns), view.rect.w)
        self._delete(foot)
        label = self.word("ok")
        wide = max(160.0, button_width(canvas, label, theme.H3) + 16)
        place = FRect(box.right - wide, box.bottom - tall, wide, tall)
        self.page.add(Button("ok", label, place, "primary", style=theme.H3))
        keys = (("tab", "next"), ("page", "scroll-page"), ("f1", "f1"), ("esc", "back"))
        hints = [(self.word(f"key.{k}"), self._hint(mean)) for k, mean in keys]
        self.lowest_line(hints, "check-circle")
        self.page.finish("ok")

    def _hint(self, mean: str) -> str:
        return self.word("library.hint.more" if mean == "scroll-page" else f"hint.{mean}")

    def _part(self, column: Column, name: str, icon: str) -> None:
        """One card: a question, and its answer."""
        canvas = self.canvas
        ground = card(FRect(column.left, column.top, column.width, 0))
        column.into.append(ground)
        tile = FRect(column.left + 24, column.top + 20, 40, 40)
        column.into.append(Tile(tile, icon, theme.PRIMARY_DEEP, theme.PRIMARY_SOFT))
        left = tile.right + 16
        width = column.left + column.width - 24 - left
        inner = Column(canvas, column.into, left, column.top + 18, width)
        inner.text(self.word(f"privacy.{name}"), theme.H3)
        inner.gap(4)
        inner.text(self.word(f"privacy.{name}-text"), theme.BODY, theme.INK_SOFT)
        if name == "where":
            inner.gap(10)
            self._path(inner)
        ground.rect.h = max(inner.top, tile.bottom) + 20 - column.top
        column.top = ground.rect.bottom + theme.GAP

    def _path(self, inner: Column) -> None:
        ground = Panel(FRect(inner.left, inner.top, inner.width, 0), theme.RADIUS_ROW, theme.SUNKEN)
        inner.into.append(ground)
        words = Column(self.canvas, inner.into, inner.left + 12, inner.top + 8, inner.width - 24)
        words.text(self.folder, theme.CAPTION_STRONG, theme.INK)
        ground.rect.h = words.top + 8 - inner.top
        inner.top = ground.rect.bottom

    def _delete(self, column: Column) -> None:
        """What there is now, what would be deleted, and the button."""
        canvas = self.canvas
        ground = card(FRect(column.left, column.top, column.width, 0))
        column.into.append(ground)
        label = self.word("privacy.delete")
        wide = button_width(canvas, label, theme.SMALL_STRONG, 1)
        tall = max(44.0, canvas.line(theme.SMALL_STRONG) + 20)
        beside = canvas.width / canvas.text_scale >= 900
        room = column.width - 48 - (wide + 24 if beside else 0)
        inner = Column(canvas, column.into, column.left + 24, column.top + 18, room)
        inner.text(self.word("privacy.delete"), theme.H3)
        inner.gap(4)
        inner.text(self.word("privacy.delete-note"), theme.BODY, theme.INK_SOFT)
        inner.gap(4)
        counts = self.word("privacy.counts", learners=self.learners, plays=self.plays)
        inner.text(counts, theme.CAPTION, theme.MUTED)
        top = inner.top + 12
        if beside:
            top = (column.top + inner.top + 18 - tall) / 2
        place = FRect(column.left + column.width - 24 - wide, top, wide, tall)
        column.into.append(Button("delete", label, place, "second", "trash"))
        ground.rect.h = max(inner.top, place.bottom) + 18 - column.top

    # ------------------------------------------------------------ moves

    def on_intent(self, intent: Intent) -> Change | None:
        """Back, or the first question."""
        match intent:
            case Pressed(name) if name in (BACK, "ok"):
                return Pop()
            case Pressed("delete"):
                text = self.word("privacy.sure-text", learners=self.learners, plays=self.plays)
                self.open(self._ask("privacy.sure", text, "first", "privacy.go-on"))
        return None

    def on_modal(self, name: str) -> Change | None:
        """Ask a second time, then delete."""
        if name == "first":
            text = self.word("privacy.sure-again-text")
            self.open(self._ask("privacy.sure-again", text, "second", "privacy.for-good"))
        elif name == "second":
            self.desk.remove_everything()
            self.changed()
            self.say_aside(self.word("privacy.done"))
        return None

    def _ask(self, title: str, text: str, name: str, label: str) -> Modal:
        def fill(column: Column) -> None:
            column.text(text, theme.BODY, theme.INK_SOFT, balanced=True)

        go_on = (name, self.word(label), "second")
        buttons = (go_on, (CLOSE, self.word("privacy.keep"), "primary"))
        return Modal(self.word(title), fill, buttons, 520)
