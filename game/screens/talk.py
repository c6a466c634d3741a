"""The layout of the dialogue: scene at the left; meters, conversation and answers at the right."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import motion, theme
from game.screens.answers import Answers
from game.screens.chrome import Action, top_bar
from game.screens.conversation import Bubble, Conversation
from game.screens.customer import customer_card
from game.screens.screen import content_box
from game.screens.widgets.meter import MeterCard
from game.screens.widgets.scroll import ScrollView

if TYPE_CHECKING:
    from game.screens.dialogue import DialogueScreen

_SPARE = 12.0  # units of empty content below the newest line
_LARGE = 1.4  # text size from which the scene gives way to the talk


class TalkPage:
    """Lays the dialogue out; what it builds for the screen to talk to are its two parts."""

    def __init__(self, screen: "DialogueScreen") -> None:
        self.screen, self.canvas, self.view = screen, screen.canvas, screen.view
        self.page, self.word = screen.page, screen.word

    def lay_out(self, show_end: bool) -> tuple[Conversation, Answers]:
        """Fill the page; with `show_end` the conversation is scrolled to its newest line."""
        canvas, view = self.canvas, self.view
        caption = f"{view.place} · {view.mode_name}"
        if not view.ended:
            caption += " · " + self.word("turn", turn=view.turn + 1)
        top = top_bar(self.page, canvas, self.word("menu"), view.title, caption, self._actions())
        box = content_box(canvas, top)
        left = min(400.0, box.w * (0.3247 if canvas.text_scale < _LARGE else 0.275))
        scene = FRect(box.x, box.y, left, box.h)
        customer_card(self.page, canvas, scene, view, self.word("wants-short"))
        x = scene.right + theme.GUTTER
        parts = self._talk(FRect(x, box.y, box.right - x, box.h), show_end)
        self.screen.lowest_line(self._hints())
        return parts

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
        conversation = Conversation(self.canvas, name, self.word("you"))
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
        if self.screen.is_reading or self.view.ended:
            pairs = [("enter", "go-on"), *pairs[3:]]
        return [(self.word(f"key.{key}"), self.word(f"hint.{mean}")) for key, mean in pairs]


def _spare_the_top(view: ScrollView) -> None:
    """Where the edge would cut only the rim of a bubble, the gap at the end can give way."""
    for item in view.items:
        if isinstance(item, Bubble) and 0 < view.offset - item.rect.top <= _SPARE:
            view.offset = max(0.0, item.rect.top - 1)
            return
