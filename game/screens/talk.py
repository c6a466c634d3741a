"""The layout of the dialogue: scene at the left; meters, conversation and answers at the right."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import motion, theme
from game.screens.answers import Answers
from game.screens.chrome import Action, actions_width, bar_height, top_bar
from game.screens.conversation import Bubble, Conversation
from game.screens.customer import channel_chip, customer_card
from game.screens.review import ReviewCard
from game.screens.screen import content_box
from game.screens.widgets.clock import ClockChip
from game.screens.widgets.meter import MeterCard
from game.screens.widgets.scroll import ScrollView
from game.words import words

if TYPE_CHECKING:
    from game.screens.dialogue import DialogueScreen

SPARE = 12.0  # units of empty content below the newest line
_LARGE = 1.4  # text size from which the scene gives way to the talk


class TalkPage:
    """Lays the dialogue out; what it builds for the screen to talk to are its two parts."""

    def __init__(self, screen: "DialogueScreen") -> None:
        self.screen, self.canvas, self.view = screen, screen.canvas, screen.view
        self.page, self.word = screen.page, screen.word

    def lay_out(self, show_end: bool) -> tuple[Conversation, Answers]:
        """Fill the page; with `show_end` the conversation is scrolled to its newest line."""
        parts = self._talk(self._frame(), show_end)
        self.screen.lowest_line(self._hints())
        return parts

    def lay_out_review(self) -> None:
        """Fill the page with what coach mode says of the scene before."""
        ReviewCard(self.screen).lay_out(self._frame())
        keys = (("enter", "next"), ("updown", "scroll"), ("esc", "next"))
        lang = self.screen.lang
        hints = [(self.word(f"key.{key}"), words(lang, f"scene.hint.{to}")) for key, to in keys]
        self.screen.lowest_line(hints)

    def _frame(self) -> FRect:
        """Top bar and customer; returns what is left at the right."""
        canvas, view = self.canvas, self.view
        parts = [view.scene or view.place, view.mode_name]
        if not view.ended:
            parts.append(self.word("turn", turn=view.turn + 1))
        left = (canvas.width - 2 * theme.MARGIN) * (0.3247 if canvas.text_scale < _LARGE else 0.275)
        box = content_box(canvas, bar_height(canvas) + theme.GAP)
        scene = FRect(box.x, box.y, min(400.0, left), box.h)
        actions = self._actions()
        clock = self._clock(scene, actions)
        in_bar = clock if clock and clock.rect.y < box.y else None
        caption = " · ".join(parts)
        top_bar(self.page, canvas, self.word("menu"), view.title, caption, actions, in_bar)
        wants = self.word("wants-short")
        customer_card(self.page, canvas, scene, view, wants, people=view.people)
        if clock and not in_bar:
            self.page.add(clock)
        x = scene.right + theme.GUTTER
        return FRect(x, box.y, box.right - x, box.h)

    def _clock(self, scene: FRect, actions: list[Action]) -> ClockChip | None:
        """The story clock beside the channel; in the top bar where it would cover the face."""
        canvas, view, lang = self.canvas, self.view, self.screen.lang
        if view.clock is None:
            return None
        channel = channel_chip(canvas, view, scene).rect
        left = channel.right + theme.NEAR
        chip = ClockChip(
            canvas, view.clock, FRect(left, channel.y, scene.right - 16 - left, 0), lang
        )
        if chip.rect.x >= left and (chip.rect.h <= channel.h or canvas.text_scale < _LARGE):
            return chip
        right = canvas.width - theme.MARGIN - actions_width(canvas, actions) - theme.GAP
        room = FRect(right - canvas.width * 0.26, 0, canvas.width * 0.26, 0)
        chip = ClockChip(canvas, view.clock, room, lang, theme.TILE)
        chip.rect.centery = bar_height(canvas) / 2
        return chip

    def _actions(self) -> list[Action]:
        actions = [
            Action("policy", "book-open", self.word("policy-short")),
            Action("history", "clock-counter-clockwise", self.word("history")),
        ]
        if self.view.can_rewind and self.screen.last_turn():
            actions.insert(0, Action("rewind", "arrow-counter-clockwise", self.word("rewind")))
        return actions

    def _talk(self, box: FRect, show_end: bool) -> tuple[Conversation, Answers]:
        top = self._meters(box)
        answers = Answers(self.screen, box)
        below = answers.height(box.bottom - top)
        area = FRect(box.x, top, box.w - 14, box.bottom - below - top - 12)
        view = self.page.scroll("talk", area, theme.GROUND)
        name = self.word("customer-name", name=self.view.customer)
        conversation = Conversation(self.canvas, name, self.word("you"), bool(self.view.review))
        conversation.lay_out(self.view.lines, view.items, area)
        if show_end:
            view.to_end()
            _spare_the_top(view)
        answers.lay_out(FRect(box.x, box.bottom - below, box.w, below))
        return conversation, answers

    def _meters(self, box: FRect) -> float:
        """The meters in a row; returns where the talk may begin."""
        meters, canvas = self.view.meters, self.canvas
        if not meters:
            return box.y
        height = MeterCard.height(canvas)
        width = (box.w - theme.NEAR * (len(meters) - 1)) / len(meters)
        apart = not all(MeterCard.fits(canvas, meter, width) for meter in meters)
        for number, meter in enumerate(meters):
            left = box.x + number * (width + theme.NEAR)
            track = self.page.motion.towards(f"meter:{meter.key}", meter.value, motion.FILL)
            self.page.add(MeterCard(FRect(left, box.y, width, height), meter, apart, track))
        return box.y + height + 14

    def _hints(self) -> list[tuple[str, str]]:
        pairs = [
            ("digits", "pick"),
            ("tab", "next"),
            ("enter", "send"),
            ("page", "scroll"),
            ("f2", "policy"),
            ("f3", "history"),
            ("esc", "menu"),
        ]
        if self.view.is_talking and not self.screen.is_reading:
            pairs = [("enter", "skip-talk"), *pairs[3:]]
        elif self.screen.is_reading or self.view.ended:
            pairs = [("enter", "go-on"), *pairs[3:]]
        return [(self.word(f"key.{key}"), self.word(f"hint.{mean}")) for key, mean in pairs]


def _spare_the_top(view: ScrollView) -> None:
    """Where the edge would cut only the rim of a bubble, the gap at the end can give way."""
    for item in view.items:
        if isinstance(item, Bubble) and 0 < view.offset - item.rect.top <= SPARE:
            view.offset = max(0.0, item.rect.top - 1)
            return
