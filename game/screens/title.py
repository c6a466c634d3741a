"""The title: the panel on the left, the alley on the right."""

from pygame import FRect

from game.screens import theme
from game.screens.briefing import BriefingScreen
from game.screens.canvas import Canvas
from game.screens.chrome import KeyHints
from game.screens.desk import Desk
from game.screens.dialogue import DialogueScreen
from game.screens.screen import SIZES, PageScreen
from game.screens.stack import Change, Push, Quit
from game.screens.widgets.button import Button
from game.screens.widgets.case_card import CaseRow, ResumeRow
from game.screens.widgets.surface import Icon, Panel, Rule
from game.screens.widgets.tabs import Segments
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Intent, Picked, Pressed, Widget
from game.words import LANGUAGES

_PANEL = 456.0


class Backdrop(Widget):
    """The alley over the whole window; soft sky while the picture is not there."""

    role = "presentation"

    def draw(self, canvas: Canvas) -> None:
        """Draw the picture."""
        size = canvas.surface.get_size()
        picture = canvas.pictures.cover("title/alley.png", *size, 1.0)
        if picture:
            canvas.surface.blit(picture, (0, 0))
        else:
            canvas.fill(self.rect, (214, 226, 244))


class TitleScreen(PageScreen):
    """Where everything begins."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk, canvas)
        self.reload()

    def load(self) -> None:
        """Ask which cases there are."""
        self.view = self.desk.title(self.lang)

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Panel with name, cards, settings and the last row of buttons."""
        canvas = self.canvas
        self.page.add(Backdrop(FRect(0, 0, canvas.width, 720)))
        wide = min(canvas.width - 2 * theme.MARGIN, _PANEL * (1 + (canvas.text_scale - 1) * 0.8))
        panel = FRect(theme.MARGIN, theme.MARGIN, wide, 720 - 2 * theme.MARGIN)
        self.page.add(Panel(panel, theme.RADIUS_SCENE, edge=None, shadow=theme.TITLE_SHADOW))
        inner = panel.inflate(-64, 0)
        top = self._add_name(inner)
        foot = self._foot_height()
        view = self.page.scroll(
            "cards", FRect(inner.x, top, inner.w, panel.bottom - foot - 14 - top)
        )
        self._add_cards(Column(canvas, view.items, inner.x, 6, inner.w))
        self._add_foot(inner, panel.bottom - foot)
        self._add_notices(panel)
        cards = self.view.cards
        first = f"case:{cards[0].case}" if cards else "help"
        self.page.finish("resume" if self.view.unfinished else first)

    def _add_name(self, inner: FRect) -> float:
        canvas = self.canvas
        top = theme.MARGIN + (28 if canvas.text_scale < 1.4 else 12)
        name, other = self.word("name"), self.word("name-other")
        wide = canvas.text_width(name, theme.DISPLAY)
        tall = canvas.line(theme.DISPLAY)
        self.page.add(Text(canvas, name, inner.x, top, wide + 4, theme.DISPLAY))
        base = top + tall - canvas.line(theme.H2) - canvas.grown(6)
        room = inner.right - inner.x - wide - 12
        self.page.add(Text(canvas, other, inner.x + wide + 12, base, room, theme.H2, theme.MUTED))
        column = Column(canvas, self.page.items, inner.x, top + tall + 6, inner.w)
        style = theme.H3 if canvas.text_scale < 1.2 else theme.BODY_STRONG
        column.text(self.word("tagline"), style, theme.INK_SOFT, balanced=True)
        return column.top + theme.GAP

    def _add_cards(self, column: Column) -> None:
        unfinished = self.view.unfinished
        if unfinished:
            place = FRect(column.left, column.top, column.width, 0)
            column.add(ResumeRow(self.canvas, self.word("resume"), unfinished, place))
            column.gap(20)
        column.text(self.word("cases"), theme.CAPTION_STRONG, theme.MUTED)
        column.gap(theme.NEAR)
        for card in self.view.cards:
            place = FRect(column.left, column.top, column.width, 0)
            column.add(CaseRow(self.canvas, card, place))
            column.gap(12)

    def _foot_height(self) -> float:
        canvas = self.canvas
        row = canvas.line(theme.CAPTION) + 20
        hints = 0.0 if self._is_tight else 14 + 12 + canvas.grown(22, 1.36) + 12
        return 3 * (row + 10) - 10 + hints + 14

    @property
    def _is_tight(self) -> bool:
        """With large text the cards need the room of the key hints."""
        return self.canvas.text_scale > 1.3

    def _add_foot(self, inner: FRect, top: float) -> None:
        """Language, text size, help and quit, key hints: from the top down."""
        canvas, row = self.canvas, self.canvas.line(theme.CAPTION) + 20
        label = max(canvas.text_width(self.word(k), theme.CAPTION) for k in ("language", "size"))
        names = [self.word(f"language.{lang}") for lang in LANGUAGES]
        sizes = [f"{round(size * 100)}%" for size in SIZES]
        size = min(range(3), key=lambda i: abs(SIZES[i] - self.desk.text_scale))
        for key, options, chosen in (
            ("language", names, LANGUAGES.index(self.lang)),
            ("size", sizes, size),
        ):
            text = Text(canvas, self.word(key), inner.x, 0, label + 4, theme.CAPTION, theme.MUTED)
            text.rect.centery = top + row / 2
            place = FRect(inner.x + label + 16, top, inner.w - label - 16, row)
            self.page.add(text, Segments(canvas, key, place, options, chosen, self.word(key)))
            top += row + 10
        half = (inner.w - 12) / 2
        for number, (name, icon) in enumerate((("help", "question"), ("quit", "sign-out"))):
            place = FRect(inner.x + number * (half + 12), top, half, row)
            self.page.add(Button(name, self.word(name), place, "quiet", icon))
        if self._is_tight:
            return
        top += row + 14
        self.page.add(Rule(FRect(inner.x, top, inner.w, 1)))
        hints = [(self.word(f"key.{k}"), self.word(f"hint.{k}")) for k in ("arrows", "enter", "f1")]
        middle = top + 12 + canvas.grown(22, 1.36) / 2
        self.page.add(KeyHints(canvas, hints, inner.right, inner.x, middle))

    def _add_notices(self, panel: FRect) -> None:
        """Warnings at the upper right, over the sky."""
        canvas, left = self.canvas, panel.right + theme.GUTTER
        width = canvas.width - theme.MARGIN - left
        top = theme.MARGIN
        for notice in self.view.notices:
            text = Text(
                canvas,
                notice,
                left + 44,
                top + 12,
                width - 60,
                theme.CAPTION,
                theme.HINT.word,
                balanced=True,
            )
            box = FRect(left, top, width, text.rect.h + 24)
            self.page.add(
                Panel(box, theme.RADIUS_CARD, theme.HINT.soft, None, theme.CARD_SHADOW),
                Icon(theme.HINT.icon, left + 16, box.centery, 18, theme.HINT.word),
                text,
            )
            top = box.bottom + 12

    # ------------------------------------------------------------ moves

    def on_intent(self, intent: Intent) -> Change | None:
        """Open a case, take up a play, or change a setting."""
        match intent:
            case Picked("language", index):
                self.desk.set(lang=LANGUAGES[index])
                self.changed()
            case Picked("size", index):
                self.desk.set(text_scale=SIZES[index])
                self.canvas.aim(self.canvas.surface, self.desk.text_scale)
                self.changed()
            case Pressed(name):
                return self._open(name)
        return None

    def _open(self, name: str) -> Change | None:
        if name == "quit":
            return Quit()
        if name == "help":
            self.open(self._help())
        elif name == "resume" and self.view.unfinished:
            session = self.desk.resume(self.view.unfinished.save)
            self.changed()
            return Push(DialogueScreen(self.desk, self.canvas, session))
        elif name.startswith("case:"):
            self.changed()
            return Push(BriefingScreen(self.desk, self.canvas, name.removeprefix("case:")))
        return None

    def on_escape(self) -> Change | None:
        """Esc on the title moves to the button that quits: one more key, no surprise."""
        self.page.set_focus("quit")
        self.dirty = True
        return None
