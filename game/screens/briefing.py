"""The briefing: who comes, what is known, the open book, and how to practise."""

from functools import partial

import pygame
from pygame import FRect

from game.engine.difficulty import AS_WRITTEN, DIALS
from game.playthrough import Mode
from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.cards import heading, height_of, quiet_card
from game.screens.chrome import BACK, Action, key_hints, top_bar
from game.screens.customer import customer_card
from game.screens.desk import Desk
from game.screens.dialogue import DialogueScreen
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop, Replace
from game.screens.story import write_remembered, write_scenes
from game.screens.widgets.button import Button
from game.screens.widgets.rows import Rung
from game.screens.widgets.surface import card
from game.screens.widgets.tabs import Segments, Tabs
from game.screens.widgets.text import Column
from game.screens.widgets.widget import Handled, Intent, Picked, Pressed, Widget
from game.view.briefing import LevelView

_THREE_COLUMNS_FROM = 1000.0  # units of width at text size 1.0
_DIAL = "difficulty"
_LEVEL_KEYS = {n: (getattr(pygame, f"K_{n}"), getattr(pygame, f"K_KP{n}")) for n in DIALS}
_LEAST_POLICY = 210.0  # units of height at text size 1.0


class BriefingScreen(PageScreen):
    """What a trainee may know before the first word."""

    help_keys = ("sides.policy", "updown.modes", "digits5.difficulty")

    def __init__(self, desk: Desk, canvas: Canvas, case: str) -> None:
        super().__init__(desk, canvas)
        self.case = case
        self.mode = "coach"
        self.policy = 0
        self._moved_to = ""
        self.enters = "briefing"
        self.reload()

    def load(self) -> None:
        """Ask for the briefing."""
        self.view = self.desk.briefing(self.case, self.lang)
        modes = [choice.mode for choice in self.view.modes]
        self.mode = self.mode if self.mode in modes else modes[0]

    @property
    def level(self) -> LevelView:
        """The level that is chosen; an exam is as it was written, whatever is chosen."""
        number = AS_WRITTEN if self.mode == Mode.EXAM else self.desk.difficulty
        return next(one for one in self.view.levels if one.number == number)

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """Three columns; with little room the second and third become one that scrolls."""
        canvas, view = self.canvas, self.view
        top = top_bar(
            self.page,
            canvas,
            self.word("back"),
            view.title,
            view.place,
            (Action("help", "question", self.word("help")),),
        )
        box = content_box(canvas, top)
        is_wide = canvas.width / canvas.text_scale >= _THREE_COLUMNS_FROM
        left = box.w * 320 / 1232 if is_wide else min(box.w * 0.36, 360)
        customer_card(
            self.page,
            canvas,
            FRect(box.x, box.y, left, box.h),
            view,
            self.word("wants"),
            spoken=True,
            unsaid=self._unsaid(),
        )
        x = box.x + left + theme.GUTTER
        rest = FRect(x, box.y, box.right - x, box.h)
        if is_wide:
            self._three(rest)
        else:
            self._two(rest)
        key_hints(self.page, canvas, self._hints())
        self.page.finish("start")
        if self._moved_to:
            self.page.reveal(self._moved_to)
            self._moved_to = ""

    def _unsaid(self) -> tuple[str, str] | None:
        """What the plate says of what the customer keeps to themselves, if they do."""
        return (self.word("unsaid"), self.word("unsaid-where")) if self.view.hides else None

    def _three(self, box: FRect) -> None:
        middle = FRect(box.x, box.y, (box.w - theme.GUTTER) * 480 / 864, box.h)
        x = middle.right + theme.GUTTER
        right = FRect(x, box.y, box.right - x, box.h)
        self._middle(middle)
        tall = self._start_height()
        area = FRect(right.x, right.y, right.w, right.h - tall - 16)
        view = self.page.scroll("ladder", area, theme.GROUND)
        ladder = self._ladder(view.items, FRect(right.x, 0, right.w, 0))
        self._guess(Column(self.canvas, view.items, right.x, ladder.bottom + 16, right.w), area.h)
        self._start(FRect(right.x, right.bottom - tall, right.w, tall))

    def _middle(self, box: FRect) -> None:
        """Story above policy; where the story leaves too little, both scroll together."""
        left = box.h - self._story([], box).h - theme.GAP
        if left >= self.canvas.grown(_LEAST_POLICY):
            top = self._story(self.page.items, box).bottom + theme.GAP
            self._policy(self.page.items, FRect(box.x, top, box.w, box.bottom - top), True)
            return
        view = self.page.scroll("middle", FRect(box.x, box.y, box.w - 12, box.h), theme.GROUND)
        story = self._story(view.items, FRect(box.x, 0, box.w - 12, 0))
        top = story.bottom + theme.GAP
        self._policy(view.items, FRect(box.x, top, box.w - 12, 0), False)

    def _two(self, box: FRect) -> None:
        tall = self._start_height()
        area = FRect(box.x, box.y, box.w - 14, box.h - tall - 16)
        view = self.page.scroll("all", area, theme.GROUND)
        story = self._story(view.items, FRect(box.x, 0, area.w, 0))
        top = story.bottom + theme.GAP
        ladder = self._ladder(view.items, FRect(box.x, top, area.w, 0))
        top = ladder.bottom + theme.GAP
        self._policy(view.items, FRect(box.x, top, area.w, 0), False)
        self._start(FRect(box.x, box.bottom - tall, box.w, tall))

    def _story(self, into: list[Widget], box: FRect) -> FRect:
        """The story card with the bars that have to be reached; returns its box."""
        ground = card(FRect(box))
        into.append(ground)
        column = Column(self.canvas, into, box.x + 24, box.y + 16, box.w - 48)
        column.text(self.word("story"), theme.H3)
        column.gap(6)
        column.text(self.view.brief, theme.BODY, theme.INK_SOFT)
        for sentence in (*self.view.care, *filter(None, (self.view.twin,))):
            column.gap(6)
            column.text(sentence, theme.SMALL_STRONG, theme.PATIENCE.word)
        write_remembered(column, self.view.remembered, self.lang)
        write_scenes(column, self.view.scenes, self.lang)
        column.gap(10)
        bars = " · ".join(f"{name} {bar}" for _, name, bar in self.level.bars)
        column.text(self.word("pass", bars=bars), theme.CAPTION, theme.MUTED, balanced=True)
        if self.view.source:
            column.text(self.view.source, theme.CAPTION, theme.MUTED, balanced=True)
        ground.rect.h = column.top + 16 - box.y
        return ground.rect

    def _policy(self, into: list[Widget], box: FRect, fixed: bool) -> None:
        """The open book; its pages scroll in a fixed card, else the card grows with the page."""
        ground = card(FRect(box))
        into.append(ground)
        inner = FRect(box.x + 24, box.y + 16, box.w - 48, 0)
        column = Column(self.canvas, into, inner.x, inner.y, inner.w)
        heading(column, self.word("policy"), self.word("policy-hint"))
        column.gap(4)
        pages = self.view.pages
        if not pages:
            column.text(self.word("policy-none"), theme.BODY, theme.INK_SOFT)
        else:
            tabs = Tabs(
                self.canvas,
                "policy",
                FRect(inner.x, column.top, inner.w, 0),
                [page.title for page in pages],
                self.policy,
            )
            column.add(tabs)
            column.gap(14)
            if fixed:
                self._scrolled_page(column, box.bottom - 16)
            else:
                column.text(pages[self.policy].text, theme.BODY)
        if not fixed:
            ground.rect.h = column.top + 20 - box.y

    def _scrolled_page(self, column: Column, bottom: float) -> None:
        area = FRect(column.left, column.top, column.width - 6, bottom - column.top)
        view = self.page.scroll("policy-page", area, theme.WHITE)
        inner = Column(self.canvas, view.items, area.x, 0, area.w)
        inner.text(self.view.pages[self.policy].text, theme.BODY)

    def _ladder(self, into: list[Widget], box: FRect) -> FRect:
        """The modes, exam on top; returns the card's box."""
        ground = card(FRect(box))
        into.append(ground)
        column = Column(self.canvas, into, box.x + 24, box.y + 16, box.w - 48)
        if len(self.view.modes) > 1:
            heading(column, self.word("modes"), self.word("modes-hint"))
        else:
            column.text(self.word("modes"), theme.H3)
        column.gap(10)
        for choice in self.view.modes:
            column.add(
                Rung(
                    self.canvas,
                    f"mode:{choice.mode}",
                    theme.MODE_ICONS.get(choice.mode, "compass"),
                    choice.name,
                    choice.text,
                    choice.chips,
                    FRect(column.left, column.top, column.width, 0),
                    choice.mode == self.mode,
                )
            )
            column.gap(8)
        self._dial(column)
        ground.rect.h = column.top + 16 - box.y
        return ground.rect

    def _dial(self, column: Column) -> None:
        """The five levels, and what the chosen one changes; an exam has none to choose."""
        column.gap(8)
        name, is_exam = self.level.name, self.mode == Mode.EXAM
        heading(column, self.word("difficulty"), name)
        column.gap(8)
        numbers = [str(one.number) for one in self.view.levels]
        place = FRect(column.left, column.top, column.width, self.canvas.line(theme.CAPTION) + 20)
        label = f"{self.word('difficulty')}: {name}"
        dial = Segments(
            self.canvas, _DIAL, place, numbers, numbers.index(str(self.level.number)), label
        )
        dial.disabled = self.word("difficulty-exam") if is_exam else ""
        column.add(dial)
        column.gap(8)
        text = self.word("difficulty-exam") if is_exam else self.level.text
        column.text(text, theme.CAPTION, theme.INK_SOFT, balanced=True)

    def _guess(self, column: Column, bottom: float) -> None:
        """The place of the guess at the hidden wish, where it does not crowd."""
        fill = partial(quiet_card, title=self.word("guess"), sentence=self.word("guess-later"))
        if column.top + height_of(column, partial(fill, icon="question")) - theme.GAP <= bottom:
            fill(column, icon="question")

    def _start_height(self) -> float:
        return max(64.0, self.canvas.line(theme.H2) + 28)

    def _start(self, box: FRect) -> None:
        icon = theme.CHANNEL_ICONS.get(self.view.channel, "play")
        self.page.add(
            Button(
                "start",
                self.view.start_words,
                box,
                "primary",
                icon,
                style=theme.H2,
                radius=theme.RADIUS_HERO,
            )
        )

    def _hints(self) -> list[tuple[str, str]]:
        keys = ("tab", "sides", "updown", "enter", "f1", "esc", "digits5")
        means = ("next", "pages", "modes", "start", "f1", "back", "difficulty")
        return [
            (self.word(f"key.{key}"), self.word(f"hint.{mean}"))
            for key, mean in zip(keys, means, strict=True)
        ]

    # ------------------------------------------------------------ moves

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """Left and right turn the policy pages, up and down climb the ladder, 1 to 5 the dial."""
        level = next((level for level, keys in _LEVEL_KEYS.items() if key in keys), None)
        if level is not None:
            self._dial_to(level)
            return Handled()
        focus = self.page.focus
        if key in (pygame.K_LEFT, pygame.K_RIGHT) and focus and focus.name == _DIAL:
            return None
        if key in (pygame.K_LEFT, pygame.K_RIGHT) and self.view.pages:
            self._turn(self.policy + (1 if key == pygame.K_RIGHT else -1))
            return Handled()
        if key in (pygame.K_UP, pygame.K_DOWN):
            self._climb(1 if key == pygame.K_DOWN else -1)
            return Handled()
        return None

    def _turn(self, page: int) -> None:
        self.policy = min(len(self.view.pages) - 1, max(0, page))
        self._moved_to = "policy"
        self.changed(reload=False)

    def _climb(self, by: int) -> None:
        modes = [choice.mode for choice in self.view.modes]
        at = modes.index(self.mode) if self.mode in modes else 0
        self.mode = modes[min(len(modes) - 1, max(0, at + by))]
        self._moved_to = f"mode:{self.mode}"
        self.changed(reload=False)

    def _dial_to(self, level: int) -> None:
        """Turn the dial; in an exam it stands still."""
        if self.mode != Mode.EXAM:
            self.desk.difficulty = level
            self._moved_to = _DIAL
            self.changed(reload=False)

    def on_intent(self, intent: Intent) -> Change | None:
        """Choose a mode or a page, begin, or go back."""
        match intent:
            case Picked("policy", index):
                self._turn(index)
            case Picked(name, index) if name == _DIAL:
                self._dial_to(self.view.levels[index].number)
            case Pressed("start"):
                session = self.desk.begin(self.case, self.mode, self.lang)
                return Replace(DialogueScreen(self.desk, self.canvas, session))
            case Pressed("help"):
                self.open(self._help())
            case Pressed(name) if name == BACK:
                return Pop()
            case Pressed(name) if name.startswith("mode:"):
                self.mode = name.removeprefix("mode:")
                self.changed(reload=False)
        return None
