"""The second opinion: what would be sent, then the judge's levels and quotes beside the score."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.cards import close_card, open_card
from game.screens.chrome import BACK, top_bar
from game.screens.desk import Asked, Desk
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.surface import Chip, Icon, Panel, Tile
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Intent, Pressed
from game.view.opinion import BesideView, OpinionView, RemarkView
from game.words import words


class OpinionScreen(PageScreen):
    """Nothing is sent until the button is pressed; what comes back is kept nowhere."""

    help_keys = ("enter.opinion",)

    def __init__(self, desk: Desk, canvas: Canvas, asked: Asked) -> None:
        super().__init__(desk, canvas)
        self.asked = asked
        self.reload()

    def load(self) -> None:
        """Look what there is by now."""
        self.view: OpinionView | None = self.asked.view(self.lang)
        self.fault = self.asked.fault(self.lang)
        self._was_asking = self.asked.is_asking

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """What would be sent, or the opinion, in one column that scrolls."""
        canvas = self.canvas
        title, caption = self.word("opinion.title"), self.word("opinion.caption")
        top = top_bar(self.page, canvas, self.word("back"), title, caption)
        box = content_box(canvas, top)
        tall = max(48.0, canvas.line(theme.H3) + 24)
        area = FRect(box.x, box.y, box.w - 14, box.h - tall - theme.GAP)
        view = self.page.scroll("opinion", area, theme.GROUND)
        column = Column(canvas, view.items, area.x, 2, area.w)
        if self.view is None:
            self._sent(column)
        else:
            for axis in self.view.axes:
                self._axis(column, axis)
            never = words(self.lang, "opinion.never")
            column.text(never, theme.SMALL, theme.INK_SOFT, balanced=True)
            column.gap(2)
            column.text(self.view.by, theme.CAPTION, theme.MUTED)
        self._button(FRect(box.x, box.bottom - tall, box.w, tall))
        self.lowest_line(self._hints())
        self.page.finish("ask" if self.view is None else "done")

    def _sent(self, column: Column) -> None:
        """To whom and what, word for word; or that it is being asked, or why there is nothing."""
        ground, inner = open_card(column)
        host, model = self.asked.server.host, self.asked.server.model
        inner.text(self.word("opinion.where", host=host, model=model), theme.H3, balanced=True)
        inner.gap(4)
        inner.text(self.word("opinion.sends"), theme.BODY, theme.INK_SOFT)
        if self.fault:
            inner.gap(10)
            self._note(inner, self.fault, theme.AGAIN)
        elif self.asked.is_asking:
            inner.gap(10)
            self._note(inner, self.word("opinion.asking"), theme.HANDLED)
        close_card(column, ground, inner.top + 16)
        ground, inner = open_card(column)
        ground.fill, ground.shadow = theme.SUNKEN, None
        inner.text(self.word("voice.example"), theme.SMALL_STRONG, theme.INK_SOFT)
        inner.gap(6)
        for line in self.asked.example():
            inner.text(line, theme.CAPTION, theme.INK_SOFT)
            inner.gap(4)
        close_card(column, ground, inner.top + 12)

    def _axis(self, column: Column, axis: BesideView) -> None:
        """An axis: the two figures at its head, then what the judge says it rests on."""
        canvas, tone = self.canvas, theme.tone_of(axis.key)
        ground, inner = open_card(column)
        side = canvas.grown(36, 1.2)
        tile = FRect(inner.left, inner.top, side, side)
        left = tile.right + 14
        counts = self.word("opinion.counts", score=axis.offline)
        judged = self.word("opinion.judged", score=axis.judged)
        name = Text(canvas, axis.name, left, 0, inner.width, theme.H2)
        name.rect.centery = tile.centery
        inner.into += [Tile(tile, tone.icon, tone.mark, tone.soft), name]
        inner.top = max(tile.bottom, name.rect.bottom) + 8
        first = Chip(canvas, counts, inner.left, inner.top, tone.word, tone.soft, "check")
        second = Chip(
            canvas, judged, first.rect.right + 8, inner.top, theme.INK_SOFT, theme.TILE, "quotes"
        )
        if second.rect.right > inner.left + inner.width:
            second.rect.topleft = (inner.left, first.rect.bottom + 6)
        inner.into += [first, second]
        inner.top = second.rect.bottom
        if axis.far:
            inner.gap(10)
            self._note(inner, axis.far, theme.AGAIN)
        for remark in axis.remarks:
            inner.gap(12)
            self._remark(inner, remark)
        close_card(column, ground, inner.top + 16)

    def _remark(self, column: Column, remark: RemarkView) -> None:
        column.text(f"{remark.level_name} · {remark.about}", theme.SMALL, theme.INK_SOFT)
        if remark.quote:
            said = words(self.lang, "opinion.quote", turn=remark.turn, quote=remark.quote)
            column.text(said, theme.SMALL_STRONG)

    def _note(self, column: Column, sentence: str, tone: theme.Tone) -> None:
        size = self.canvas.grown(18, theme.LARGEST_ICON_GROWTH)
        left = column.left + 14 + size + 10
        room = column.left + column.width - 14 - left
        text = Text(self.canvas, sentence, left, column.top + 10, room, theme.CAPTION, tone.word)
        place = FRect(column.left, column.top, column.width, text.rect.h + 20)
        middle = text.rect.y + text.step / 2
        icon = Icon(tone.icon, column.left + 14, middle, size, tone.word)
        column.into += [Panel(place, theme.RADIUS_ROW, tone.soft, None), icon, text]
        column.top = place.bottom

    def _button(self, box: FRect) -> None:
        name = "ask" if self.view is None else "done"
        label = self.word(f"opinion.{name}")
        wide = max(180.0, button_width(self.canvas, label, theme.SMALL_STRONG) + 8)
        place = FRect(box.right - wide, box.y, wide, box.h)
        button = Button(name, label, place, "primary")
        if name == "ask" and self.asked.is_asking:
            button.disabled = self.word("opinion.asking")
        self.page.add(button)

    def _hints(self) -> list[tuple[str, str]]:
        word = self.word
        return [
            (word("key.tab"), word("hint.next")),
            ("PgDn", word("settings.hint.more")),
            (word("key.f1"), word("hint.f1")),
            (word("key.esc"), word("hint.back")),
        ]

    # ------------------------------------------------------------ moves

    def on_intent(self, intent: Intent) -> Change | None:
        """Send and ask, or go back."""
        match intent:
            case Pressed("ask"):
                self.asked.begin()
                self.load()
                self.changed(reload=False)
            case Pressed(name) if name in (BACK, "done"):
                return Pop()
        return None

    def update(self, seconds: float) -> Change | None:
        """Look whether the answer has come."""
        if self._was_asking and not self.asked.is_asking:
            self.changed()
        return super().update(seconds)
