"""A notice: one sentence from the game on a quiet screen, and one button that closes it."""

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.desk import Desk
from game.screens.screen import PageScreen
from game.screens.stack import Change, Pop
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.surface import Icon, Panel
from game.screens.widgets.text import Column
from game.screens.widgets.widget import Intent, Pressed


class NoticeScreen(PageScreen):
    """What went wrong, in one sentence with the next step in it."""

    def __init__(self, desk: Desk, canvas: Canvas, sentence: str) -> None:
        super().__init__(desk, canvas)
        self.sentence = sentence

    def load(self) -> None:
        """Nothing to ask for: the sentence was given."""

    def lay_out(self) -> None:
        """A card in the middle."""
        canvas = self.canvas
        width = min(canvas.width - 2 * theme.MARGIN, 560 * min(1.3, canvas.text_scale))
        left = (canvas.width - width) / 2
        ground = Panel(FRect(left, 0, width, 0), theme.RADIUS_HERO, shadow=theme.LIFTED)
        icon = Icon("warning-circle", left + 32, 0, 32, theme.AGAIN.mark)
        column = Column(canvas, [], left + 32 + 32 + 20, 28, width - 32 - 52 - 32)
        column.text(self.word("notice-title"), theme.H2)
        column.gap(8)
        column.text(self.sentence, theme.BODY, theme.INK_SOFT)
        column.gap(24)
        tall = max(48.0, canvas.line(theme.SMALL_STRONG) + 24)
        wide = max(140.0, button_width(canvas, self.word("ok"), theme.SMALL_STRONG))
        place = FRect(left + width - 32 - wide, column.top, wide, tall)
        column.add(Button("ok", self.word("ok"), place, "primary"))
        ground.rect.h = column.top + 28
        down = (720 - ground.rect.h) / 2
        icon.rect.y = 28 - 4
        for item in (ground, icon, *column.into):
            item.rect.y += down
            self.page.add(item)
        self.page.finish("ok")

    def on_intent(self, intent: Intent) -> Change | None:
        """Close."""
        return Pop() if isinstance(intent, Pressed) else None
