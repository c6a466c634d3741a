"""The settings: chapters at the left, controls at the right; every change counts at once."""

from pygame import FRect

from game.errors import StoreError
from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, top_bar
from game.screens.desk import Desk
from game.screens.help import help_modal
from game.screens.privacy import PrivacyScreen
from game.screens.screen import PageScreen, content_box
from game.screens.settings_rows import CHAPTERS, Rows, value_of
from game.screens.soundboard import play
from game.screens.stack import Change, Pop, Push
from game.screens.voice import VoiceScreen
from game.screens.widgets.sections import Sections
from game.screens.widgets.surface import Icon, Rule, card
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Intent, Picked, Pressed
from game.sounds import Sound
from game.words import words


class SettingsScreen(PageScreen):
    """Opened from the title and from the pause; Esc goes back to where it was opened."""

    help_keys = ("sides.change", "updown.settings")

    def __init__(self, desk: Desk, canvas: Canvas, chapter: str = "reading") -> None:
        super().__init__(desk, canvas)
        self.chapter = chapter

    def load(self) -> None:
        """Nothing to ask for: the desk has the settings at hand."""

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Chapters at the left, the rows of the chosen one at the right."""
        canvas = self.canvas
        name = self.word(f"settings.{self.chapter}")
        top = top_bar(self.page, canvas, self.word("back"), self.word("settings.title"), name)
        self._add_status(top - theme.GAP)
        box = content_box(canvas, top)
        left = min(box.w * 0.34, canvas.grown(264, 1.24))
        self._add_chapters(FRect(box.x, box.y, left, box.h))
        x = box.x + left + theme.GUTTER
        self._add_rows(FRect(x, box.y, box.right - x, box.h))
        self.lowest_line(self._hints())
        self.page.finish("chapter")

    def _add_status(self, height: float) -> None:
        """At the right of the top bar: nothing has to be confirmed."""
        canvas, word = self.canvas, self.word("settings.saved")
        wide = canvas.text_width(word, theme.CAPTION) + 1
        left = canvas.width - theme.MARGIN - wide
        size = canvas.grown(18, theme.LARGEST_ICON_GROWTH)
        text = Text(canvas, word, left, 0, wide, theme.CAPTION, theme.INK_SOFT)
        text.rect.centery = height / 2
        mark = theme.GRATITUDE.mark
        self.page.add(Icon("check-circle", left - size - 8, height / 2, size, mark), text)

    def _add_chapters(self, box: FRect) -> None:
        options = [(icon, self.word(f"settings.{key}")) for key, (icon, _) in CHAPTERS.items()]
        chosen = list(CHAPTERS).index(self.chapter)
        inner = box.inflate(-24, -24)
        label = self.word("settings.title")
        sections = Sections(self.canvas, "chapter", inner, options, chosen, label)
        self.page.add(card(box), sections)

    def _add_rows(self, box: FRect) -> None:
        self.page.add(card(box))
        inner = FRect(box.x + theme.PADDING, box.y + 8, box.w - 2 * theme.PADDING - 8, box.h - 16)
        view = self.page.scroll(f"rows:{self.chapter}", inner, theme.WHITE)
        rows = Rows(self.desk, self.canvas, self.word)
        column = Column(self.canvas, view.items, inner.x, 0, inner.w)
        for number, name in enumerate(CHAPTERS[self.chapter][1]):
            if number:
                column.add(Rule(FRect(column.left, column.top, column.width, 1)))
            rows.add(column, name)

    def _hints(self) -> list[tuple[str, str]]:
        word = self.word
        return [
            (word("key.tab"), word("hint.next")),
            (word("key.sides"), word("settings.hint.change")),
            (word("key.updown"), word("settings.hint.move")),
            ("PgDn", word("settings.hint.more")),
            (word("key.f1"), word("hint.f1")),
            (word("key.esc"), word("hint.back")),
        ]

    # ------------------------------------------------------------ moves

    def on_intent(self, intent: Intent) -> Change | None:
        """Turn the chapters, change a setting, or go back."""
        match intent:
            case Picked("chapter", index):
                self.chapter = list(CHAPTERS)[index]
                self.changed(reload=False)
            case Picked(name, index):
                self._set(name, value_of(name, index))
            case Pressed("keys"):
                self.open(help_modal(self))
            case Pressed("customers"):
                return Push(VoiceScreen(self.desk, self.canvas))
            case Pressed("stored"):
                return Push(PrivacyScreen(self.desk, self.canvas))
            case Pressed(name) if name == BACK:
                return Pop()
        return None

    def _set(self, name: str, value: object) -> None:
        """Change a setting; where it cannot be stored it counts for this run, and that is said."""
        try:
            self.desk.set(**{name: value})
        except StoreError as error:
            self.say_aside(words(self.lang, error.key, **error.values))
        self.canvas.aim(self.canvas.surface, self.desk.text_scale)
        if name in ("sounds", "volume"):
            play(Sound.CHOOSE)
        self.changed()
