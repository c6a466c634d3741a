"""The lower part of the dialogue: replies and text line, feedback to read, or the way on."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.chrome import shortened
from game.screens.countdown import Countdown, shown
from game.screens.feedback import titled, write_feedback
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.rows import ReplyRow
from game.screens.widgets.scroll import ScrollView
from game.screens.widgets.surface import Panel, card
from game.screens.widgets.text import Column, Text
from game.screens.widgets.widget import Widget
from game.view.dialogue import ReplyView
from game.words import words

if TYPE_CHECKING:
    from game.screens.dialogue import DialogueScreen

_WRITTEN = ("board", "chat", "dm", "email")  # channels on which nobody is heard
_SEND = 44.0
_SHARE = 0.62  # of the height right of the scene, at the most,
_TALK = 140.0  # or all but this, which the newest line needs


class Answers:
    """Built anew with each layout; it asks the dialogue screen what the moment is."""

    def __init__(self, screen: "DialogueScreen", box: FRect) -> None:
        self.screen, self.canvas, self.page = screen, screen.canvas, screen.page
        self.left, self.width = box.x, box.w
        self.countdown: Countdown | None = None
        self.options = self._options()
        self._close = False
        self._entry = max(52.0, self.canvas.line(theme.BODY) + 28)
        self._head = self.canvas.line(theme.SMALL_STRONG) + 16
        self._button = max(48.0, self.canvas.line(theme.H3) + 24)

    def _options(self) -> tuple[ReplyView, ...]:
        """What can be picked now; the last of "did you mean" is none of these."""
        screen = self.screen
        if screen.maybe:
            return (*screen.maybe, ReplyView("", screen.word("none-of-these")))
        return screen.view.replies

    def height(self, room: float) -> float:
        """How much of `room` the lower part takes; the conversation has the rest."""
        most = max(room * _SHARE, room - _TALK)
        if self.screen.is_reading:
            return min(most, self._feedback_height())
        if self.screen.view.ended:
            return self._card_height(self.screen.word("ended-text"))
        around = self._head + (0.0 if self.screen.maybe else self._entry + 10)
        self._close = around + _bottom(self._rows(False)) > most
        return min(most, around + _bottom(self._rows(self._close)))

    def lay_out(self, box: FRect) -> None:
        """Fill `box`."""
        if self.screen.is_reading:
            self._lay_out_feedback(box)
        elif self.screen.view.is_talking:
            self._lay_out_waiting(box)
        elif self.screen.view.ended:
            self._lay_out_end(box)
        else:
            self._lay_out_replies(box)

    # ------------------------------------------------------------ replies and text line

    def _rows(self, close: bool) -> list[ReplyRow]:
        rows, top = [], 2.0
        for number, reply in enumerate(self.options):
            place = FRect(self.left, top, self.width, 0)
            row = ReplyRow(self.canvas, f"reply:{number}", number + 1, reply.text, place, close)
            rows.append(row)
            top = row.rect.bottom + (6 if close else 8)
        return rows

    def _lay_out_replies(self, box: FRect) -> None:
        screen = self.screen
        key = "did-you-mean" if screen.maybe else "how-to-answer"
        if screen.view.mode == "exam" and not screen.maybe:
            key = "how-to-answer-exam"
        title = words(screen.lang, "typed.buttons") if screen.is_lost else screen.word(key)
        text = Text(self.canvas, title, box.x + 2, 0, box.w * 0.7, theme.SMALL_STRONG)
        text.rect.centery = box.y + self._head / 2 - 2
        self.page.add(text)
        self._add_countdown(box, text.rect.centery)
        if screen.maybe:
            self._add_unclear(box, text)
        entry = 0.0 if screen.maybe else self._entry + 10
        area = FRect(box.x, box.y + self._head - 2, box.w, box.h - self._head - entry + 4)
        view = self.page.scroll("replies", area, theme.GROUND)
        view.items.extend(self._rows(self._close))
        _keep_room_for_bar(view)
        if not screen.maybe:
            self._add_entry(FRect(box.x, box.bottom - self._entry, box.w, self._entry))

    def _lay_out_waiting(self, box: FRect) -> None:
        """The customer is talking: a way to the end of it, and where the answers will stand."""
        screen, canvas = self.screen, self.canvas
        key = "writing" if screen.view.channel in _WRITTEN else "talking"
        talking = screen.word(key, name=screen.word("customer-name", name=self._talker))
        skip = screen.word("skip-talk")
        wide = button_width(canvas, skip, theme.CAPTION_STRONG, 0)
        head = FRect(box.x, box.y, box.w, self._head)
        place = FRect(head.right - wide, head.y, wide, self._head - 6)
        room = head.w - wide - theme.GAP
        shown = shortened(canvas, talking, theme.SMALL_STRONG, room)
        text = Text(canvas, shown, head.x + 2, 0, room, theme.SMALL_STRONG, theme.MUTED)
        text.rect.centery = place.centery
        self.page.add(text, Button("skip", skip, place, "quiet", style=theme.CAPTION_STRONG))
        top = head.bottom
        rows = [] if screen.view.ended else [row.rect.h for row in self._rows(self._close)]
        for tall in (*rows, self._entry):
            if top + tall <= box.bottom + 1:
                place = FRect(box.x, top, box.w, tall)
                self.page.add(Panel(place, theme.RADIUS_BUTTON, theme.SUNKEN, theme.LINE))
                top += tall + (6 if self._close else 8)

    @property
    def _talker(self) -> str:
        lines = self.screen.view.lines
        return lines[-1].who or self.screen.view.customer

    def _add_entry(self, box: FRect) -> None:
        side = max(_SEND, self.canvas.grown(36, theme.LARGEST_ICON_GROWTH))
        entry = self.screen.entry
        entry.rect = FRect(box.x, box.y, box.w - side - 12, box.h)
        entry.hint = self.screen.word("own-words")
        entry.label = entry.hint
        place = FRect(box.right - side, box.y, side, box.h)
        send = Button(
            "send",
            self.screen.word("send"),
            place,
            "primary",
            "paper-plane-right",
            radius=theme.RADIUS_CARD,
            shows_label=False,
        )
        self.page.add(entry, send)

    def _add_unclear(self, box: FRect, title: Text) -> None:
        """What was typed, beside the question what it meant."""
        canvas, style = self.canvas, theme.CAPTION
        room = box.w - canvas.text_width(title.label, theme.SMALL_STRONG) - theme.GAP - 4
        said = shortened(canvas, self._unclear(), style, room)
        wide = canvas.text_width(said, style) + 1
        text = Text(canvas, said, box.right - wide, 0, wide, style, theme.MUTED)
        text.rect.centery = title.rect.centery
        self.page.add(text)

    def _unclear(self) -> str:
        """What was typed, or what a model takes it for."""
        proposal = self.screen.proposal
        for number, reply in enumerate(self.options, 1):
            if proposal and reply.id == proposal.reply:
                return self.screen.word("proposed", number=number, quote=proposal.quote)
        return f"“{self.screen.unclear}”"

    def _add_countdown(self, box: FRect, middle: float) -> None:
        deadline = self.screen.view.deadline
        timers = self.screen.desk.timers
        if deadline is None or self.screen.maybe or timers == "off":
            return
        most = int(shown(deadline, timers))
        longest = self.screen.word("time-left", seconds=max(100, most))
        self.countdown = Countdown(self.canvas, longest, box.right, middle)
        self.show_time(deadline, deadline)
        self.page.add(self.countdown)

    def show_time(self, left: float, whole: float) -> bool:
        """Show the seconds left; returns whether there is anything new to draw."""
        if self.countdown is None:
            return False
        seconds = -int(-shown(left, self.screen.desk.timers) // 1)
        words = self.screen.word("time-left", seconds=seconds)
        return self.countdown.show(words, left, whole)

    # ------------------------------------------------------------ feedback

    def _feedback(self, into: list[Widget], left: float, top: float, width: float) -> Column:
        column = Column(self.canvas, into, left, top, width)
        feedback = self.screen.view.feedback
        if feedback:
            axes = {meter.name: meter.key for meter in self.screen.view.meters}
            write_feedback(column, feedback, self.screen.word, axes, self.screen.lang)
        return column

    def _feedback_height(self) -> float:
        inner = self._feedback([], 0, 0, self.width - 2 * theme.PADDING - 14).top
        return inner + self.canvas.line(theme.H3) + self._button + 3 * 16 + 16

    def _lay_out_feedback(self, box: FRect) -> None:
        screen, feedback = self.screen, self.screen.view.feedback
        good = feedback is not None and feedback.is_understood and feedback.better is None
        tone = theme.BETTER if good else theme.AGAIN
        self.page.add(card(FRect(box)))
        inner = FRect(box.x + theme.PADDING, box.y + 16, box.w - 2 * theme.PADDING, 0)
        head = Column(self.canvas, self.page.items, inner.x, inner.y, inner.w)
        icon = "seal-check" if good else "lightbulb"
        title = screen.word("feedback-good" if good else "feedback-again")
        if feedback is not None and not feedback.is_understood:
            icon, title = "question", screen.word("feedback-unclear")
        titled(head, icon, title, tone.mark)
        head.gap(10)
        bottom = box.bottom - 16 - self._button - 12
        area = FRect(inner.x, head.top, inner.w - 14, bottom - head.top)
        view = self.page.scroll("feedback", area, theme.WHITE)
        self._feedback(view.items, area.x, 0, area.w)
        self._add_button(
            "continue", screen.word("go-on"), FRect(inner.x, 0, inner.w, 0), bottom + 12
        )

    # ------------------------------------------------------------ the end

    def _card_height(self, text: str) -> float:
        width = self.width - 2 * theme.PADDING
        words = self.canvas.lines(text, theme.BODY, width, balanced=True)
        lines = len(words) * self.canvas.line(theme.BODY)
        return 20 + self.canvas.line(theme.H3) + 6 + lines + 16 + self._button + 20

    def _lay_out_end(self, box: FRect) -> None:
        screen = self.screen
        self.page.add(card(FRect(box)))
        column = Column(
            self.canvas,
            self.page.items,
            box.x + theme.PADDING,
            box.y + 20,
            box.w - 2 * theme.PADDING,
        )
        column.text(screen.word("ended"), theme.H3)
        column.gap(6)
        column.text(screen.word("ended-text"), theme.BODY, theme.INK_SOFT, balanced=True)
        place = FRect(column.left, 0, column.width, 0)
        self._add_button("debrief", screen.word("to-debrief"), place, column.top + 16)

    def _add_button(self, name: str, label: str, box: FRect, top: float) -> None:
        """The primary button at the lower right."""
        width = button_width(self.canvas, label, theme.H3, 1) + 16
        place = FRect(box.right - width, top, width, self._button)
        self.page.add(
            Button(name, label, place, "primary", icon_after="caret-right", style=theme.H3)
        )


def _bottom(rows: list[ReplyRow]) -> float:
    return rows[-1].rect.bottom if rows else 0.0


def _keep_room_for_bar(view: ScrollView) -> None:
    """Replies that scroll give way to the bar at their right."""
    if view.furthest:
        view.rect.w -= 14
        for item in view.items:
            item.rect.w -= 14
