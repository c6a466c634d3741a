"""The letter card: the customer as they left, and what they wrote on ruled paper."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.widgets.people import Scene
from game.screens.widgets.surface import Chip, Panel
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget

if TYPE_CHECKING:
    from game.screens.debrief import DebriefScreen


class Rules(Widget):
    """The lines of the paper, `step` apart, as far as the sheet goes."""

    role = "presentation"

    def __init__(self, rect: FRect, step: float) -> None:
        super().__init__(rect)
        self.step = step

    def draw(self, canvas: Canvas) -> None:
        """Draw the lines."""
        for number in range(1, int(self.rect.h / self.step) + 1):
            top = self.rect.y + number * self.step - 1
            canvas.fill(FRect(self.rect.x, top, self.rect.w, 1), theme.PAPER_LINE)


def letter_card(screen: "DebriefScreen", box: FRect) -> None:
    """Add the card; a customer who wrote nothing leaves one quiet sentence."""
    page, canvas, view = screen.page, screen.canvas, screen.view
    page.add(Panel(box, theme.RADIUS_SCENE, theme.PAPER, theme.PAPER_EDGE, shadow=theme.LIFTED))
    picture = min(176.0, box.h * 0.3)
    label = f"{view.customer}, {view.mood_word}"
    scene = FRect(box.x + 1, box.y + 1, box.w - 2, picture + 24)
    page.add(
        Scene(scene, 24, view.channel, view.portrait, view.face, label, theme.PAPER, aside=True)
    )
    mood = theme.MOODS.get(view.face, theme.MOODS["neutral"])
    page.add(
        Chip(
            canvas,
            view.mood_word,
            box.right - 16,
            box.y + 16,
            mood.word,
            theme.WHITE,
            mood.icon,
            from_right=True,
        )
    )
    head = Column(canvas, page.items, box.x + 24, box.y + picture + 18, box.w - 48)
    key = "letter" if view.letter else "letter-none"
    head.text(screen.word(key, name=view.customer), theme.H3, theme.PAPER_INK, balanced=True)
    head.gap(8)
    area = FRect(head.left, head.top, head.width, box.bottom - 20 - head.top)
    paper = page.scroll("letter", area, theme.PAPER)
    text = view.letter or screen.word("letter-silence", name=view.customer)
    body = Text(canvas, text, area.x, 0, area.w, theme.LETTER, theme.PAPER_INK)
    signed = body.rect.h + (2 * body.step if view.letter else 0)
    sheet = max(signed, area.h // body.step * body.step)
    paper.items.extend((Rules(FRect(area.x, 0, area.w, sheet), body.step), body))
    if view.letter:
        sign = screen.word("letter-from", name=view.customer)
        top = body.rect.bottom + body.step
        paper.items.append(
            Text(canvas, sign, area.x, top, area.w, theme.SIGNATURE, theme.PAPER_INK, "right")
        )
