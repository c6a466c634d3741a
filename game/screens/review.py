"""What coach mode says of a scene that has ended: every reply, why, and a stronger wording."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.conversation import Bubble, first_fresh, speaker_of
from game.screens.feedback import titled, write_feedback
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.surface import Icon, Rule, card
from game.screens.widgets.text import Column
from game.view.dialogue import Feedback, review_count
from game.view.lines import LineView, Voice
from game.words import words

if TYPE_CHECKING:
    from game.screens.dialogue import DialogueScreen

VIEW = "review"


class ReviewCard:
    """Fills the place of the talk until the trainee goes on."""

    def __init__(self, screen: "DialogueScreen") -> None:
        self.screen, self.canvas, self.page = screen, screen.canvas, screen.page
        self.review = screen.view.review

    def lay_out(self, box: FRect) -> None:
        """Title, last words and all replies in a card that scrolls, and the way on."""
        canvas, lang = self.canvas, self.screen.lang
        self.page.add(card(FRect(box)))
        inner = box.inflate(-2 * theme.PADDING, -40)
        head = Column(canvas, self.page.items, inner.x, inner.y, inner.w)
        over = words(lang, "scene.over", scene=self.screen.view.scene_before)
        titled(head, "chalkboard-teacher", over, theme.PRIMARY)
        head.gap(4)
        head.text(review_count(self.review, lang), theme.SMALL, theme.INK_SOFT, balanced=True)
        head.gap(12)
        tall = max(48.0, canvas.line(theme.H3) + 24)
        area = FRect(inner.x, head.top, inner.w - 14, inner.bottom - tall - 12 - head.top)
        view = self.page.scroll(VIEW, area, theme.WHITE)
        self._write(Column(canvas, view.items, area.x, 2, area.w))
        self._add_button(inner, tall)

    def _write(self, column: Column) -> None:
        self._last_words(column)
        axes = {meter.name: meter.key for meter in self.screen.view.meters}
        for feedback in self.review:
            column.add(Rule(FRect(column.left, column.top, column.width, 1)))
            column.gap(14)
            self._reply(column, feedback, axes)
            column.gap(16)

    def _last_words(self, column: Column) -> None:
        """How the customer took the last reply, since the talk itself has gone on."""
        said = closing_lines(self.screen.view.lines)
        if not said:
            return
        label = words(self.screen.lang, "scene.over.last")
        column.text(label, theme.CAPTION_STRONG, theme.MUTED)
        column.gap(6)
        name = self.screen.word("customer-name", name=self.screen.view.customer)
        for line in said:
            speaker = speaker_of(line, name, self.screen.word("you"))
            if line.who:
                column.text(line.who, theme.MICRO, theme.MUTED)
                column.gap(4)
            place = FRect(column.left, column.top, column.width, 0)
            column.add(Bubble(self.canvas, speaker, line, place, False))
            column.gap(10)
        column.gap(8)

    def _reply(self, column: Column, feedback: Feedback, axes: Mapping[str, str]) -> None:
        """One reply with its number and a sign of how it went: never colour alone."""
        good = feedback.better is None
        tone = theme.BETTER if good else theme.AGAIN
        number = self.screen.word("nth-reply", turn=feedback.turn)
        told = self.screen.word("feedback-good" if good else "feedback-again")
        size = self.canvas.grown(18, theme.LARGEST_ICON_GROWTH)
        line = Column(
            self.canvas, column.into, column.left + size + 8, column.top, column.width - size - 8
        )
        line.text(f"{number} · {told}", theme.CAPTION_STRONG, tone.word)
        middle = column.top + self.canvas.line(theme.CAPTION_STRONG) / 2
        icon = "seal-check" if good else "lightbulb"
        column.into.append(Icon(icon, column.left, middle, size, tone.mark))
        column.top = line.top + 6
        write_feedback(column, feedback, self.screen.word, axes, self.screen.lang)

    def _add_button(self, box: FRect, tall: float) -> None:
        label = words(self.screen.lang, "scene.next")
        wide = button_width(self.canvas, label, theme.H3, 1) + 16
        place = FRect(box.right - wide, box.bottom - tall, wide, tall)
        after = "caret-right"
        button = Button("review-close", label, place, "primary", icon_after=after, style=theme.H3)
        self.page.add(button)


def closing_lines(lines: tuple[LineView, ...]) -> list[LineView]:
    """What customers said after the trainee's last reply, before the present scene began."""
    scene = lines[-1].scene if lines else 0
    after = lines[first_fresh(lines) :]
    return [line for line in after if line.voice is Voice.CUSTOMER and line.scene != scene]
