"""The title: who practises and the ways into the game at the left, the alley at the right."""

from collections.abc import Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.alley import Alley, AlleyChip, Bubble
from game.screens.briefing import BriefingScreen
from game.screens.canvas import Canvas
from game.screens.chrome import KeyHints
from game.screens.desk import Desk
from game.screens.dialogue import DialogueScreen
from game.screens.help import help_modal
from game.screens.learners import LearnersScreen
from game.screens.library import LibraryScreen
from game.screens.privacy import PrivacyScreen
from game.screens.reading import Reader
from game.screens.screen import PageScreen
from game.screens.settings import SettingsScreen
from game.screens.stack import Change, Push, Quit
from game.screens.widgets.button import Button, button_width
from game.screens.widgets.surface import Icon, Panel, Rule
from game.screens.widgets.text import Column, Text
from game.screens.widgets.tiles import (
    ComingCard,
    Link,
    PersonTile,
    PlusTile,
    ResumeCard,
    WayTile,
    person_height,
)
from game.screens.widgets.widget import Handled, Intent, Pressed, Widget
from game.view.title import LearnerTile

_PANEL = 456.0
_WAYS = (
    ("cases", "chat-circle-dots"),
    ("shift", "clock-countdown"),
    ("team", "users-three"),
    ("studio", "pencil-ruler"),
)
_BUILT = ("cases",)
_DIGITS = {
    **{getattr(pygame, f"K_{n}"): n - 1 for n in range(1, 5)},
    **{getattr(pygame, f"K_KP{n}"): n - 1 for n in range(1, 5)},
}
_SHOWN = 2  # learners beside the way to all of them


class TitleScreen(PageScreen):
    """Where everything begins."""

    help_keys = ("digits4.ways",)

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        super().__init__(desk, canvas)
        self._reader = Reader(desk)
        self.reload()

    def load(self) -> None:
        """Ask who practises, what was left and who came back; not known at the very first."""
        self.view = self.desk.front(self.lang)

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """The panel over the alley."""
        canvas = self.canvas
        wide = min(canvas.width - 2 * theme.MARGIN, _PANEL * (1 + (canvas.text_scale - 1) * 0.8))
        panel = FRect(theme.MARGIN, theme.MARGIN, wide, 720 - 2 * theme.MARGIN)
        alley = Alley(canvas, self.view.regulars, panel.right + 8, self.view.alley)
        self.page.add(alley)
        self.page.add(Panel(panel, theme.RADIUS_SCENE, edge=None, shadow=theme.TITLE_SHADOW))
        inner = panel.inflate(-64, 0)
        top = self._add_name(inner)
        foot = self._foot_height()
        area = FRect(inner.x, top, inner.w, panel.bottom - foot - 12 - top)
        view = self.page.scroll("ways", area)
        column = Column(canvas, view.items, inner.x, 6, inner.w)
        self._add_learners(column)
        self._add_resume(column)
        self._add_ways(column)
        self._add_foot(inner, panel.bottom - foot)
        self._add_alley(alley, panel.right + theme.GUTTER)
        self.page.finish(self._primary)

    @property
    def _primary(self) -> str:
        """What Enter does first of all."""
        if self.view.opening:
            return "opening"
        if self.view.unfinished:
            return "resume"
        return "first" if self.view.first else "way:cases"

    def _add_name(self, inner: FRect) -> float:
        canvas = self.canvas
        top = theme.MARGIN + (24 if canvas.text_scale < 1.4 else 12)
        name, other = self.word("name"), self.word("name-other")
        wide, tall = canvas.text_width(name, theme.DISPLAY), canvas.line(theme.DISPLAY)
        self.page.add(Text(canvas, name, inner.x, top, wide + 4, theme.DISPLAY))
        base = top + tall - canvas.line(theme.H2) - canvas.grown(6)
        room = inner.right - inner.x - wide - 12
        self.page.add(Text(canvas, other, inner.x + wide + 12, base, room, theme.H2, theme.MUTED))
        column = Column(canvas, self.page.items, inner.x, top + tall + 4, inner.w)
        line = self.word("tagline")
        styles = (theme.H3, theme.BODY_STRONG, theme.SMALL_STRONG)
        fitting = (style for style in styles if canvas.text_width(line, style) <= inner.w)
        column.text(line, next(fitting, theme.SMALL_STRONG), theme.INK_SOFT, balanced=True)
        return column.top + 10

    # ------------------------------------------------------------ who, and where to

    def _add_learners(self, column: Column) -> None:
        """The chosen learner and one more, then the way to all of them."""
        canvas, everybody = self.canvas, self.view.learners
        head = Text(
            canvas, self.word("title.who"), column.left, column.top, column.width,
            theme.CAPTION_STRONG, theme.MUTED,
        )  # fmt: skip
        right = column.left + column.width
        link = Link(canvas, "privacy", self.word("title.only-here"), right, head.rect.centery)
        head.rect.w = canvas.text_width(head.label, theme.CAPTION_STRONG)
        column.add(head)
        if head.rect.right + 12 > link.rect.x:
            link.rect.x, link.rect.y = column.left, column.top
            column.top = link.rect.bottom
        column.into.append(link)
        column.gap(theme.NEAR)
        width = (column.width - 2 * theme.GAP) / (_SHOWN + 1)
        place = FRect(column.left, column.top, width, 0)
        tiles: list[Widget] = []
        for learner in _few(everybody):
            tiles.append(PersonTile(canvas, learner, place))
            place = place.move(width + theme.GAP, 0)
        if self.view.opening:
            tiles += self._blanks(place, _SHOWN + 1)
        else:
            tiles.append(self._more(place))
        column.into.extend(tiles)
        column.top = tiles[0].rect.bottom + 18

    def _blanks(self, place: FRect, number: int) -> list[Widget]:
        """Where people will stand in a moment: nothing that could be taken for one of them."""
        tall, step = person_height(self.canvas), place.w + theme.GAP
        places = [FRect(place.x + at * step, place.y, place.w, tall) for at in range(number)]
        return [Panel(one, theme.RADIUS_CARD, theme.SUNKEN, None) for one in places]

    def _more(self, place: FRect) -> PlusTile:
        number = len(self.view.learners)
        if number <= _SHOWN:
            title, note = self.word("title.new"), self.word("title.new-note")
            return PlusTile(self.canvas, "learners", "plus", title, note, place)
        note = self.word("title.all-note", number=number)
        label = self.word("title.all")
        return PlusTile(self.canvas, "learners", "users-three", label, note, place)

    def _add_resume(self, column: Column) -> None:
        shown = self.view.unfinished or self.view.first
        if self.view.opening:
            place = FRect(column.left, column.top, column.width, 0)
            column.add(ComingCard(self.canvas, "opening", self.word("title.opening"), place))
            column.gap(theme.GAP)
        if shown is None:
            return
        name = "resume" if self.view.unfinished else "first"
        label = self.word("resume" if self.view.unfinished else "title.first")
        place = FRect(column.left, column.top, column.width, 0)
        column.add(ResumeCard(self.canvas, name, label, shown, place))
        column.gap(theme.GAP)

    def _add_ways(self, column: Column) -> None:
        """Four tiles in two rows, all as high as the highest."""
        width = (column.width - theme.NEAR) / 2
        tiles = []
        for number, (name, icon) in enumerate(_WAYS):
            left = column.left + number % 2 * (width + theme.NEAR)
            later = "" if name in _BUILT else self.word(f"title.tile.{name}-later")
            place = FRect(left, 0, width, 0)
            title, note = self.word(f"title.tile.{name}"), self.word(f"title.tile.{name}-note")
            make = (self.canvas, name, icon, number + 1, title, note, later)
            tiles.append((make, WayTile(*make, place)))
        tall = max(tile.rect.h for _, tile in tiles)
        for number, (make, tile) in enumerate(tiles):
            top = column.top + number // 2 * (tall + theme.NEAR)
            placed = WayTile(*make, FRect(tile.rect.x, top, width, 0))
            placed.rect.h = tall
            column.into.append(placed)
        column.top += 2 * tall + theme.NEAR

    # ------------------------------------------------------------ the foot

    @property
    def _is_tight(self) -> bool:
        """With large text the panel needs the room of the key hints."""
        return self.canvas.text_scale > 1.3

    def _foot_height(self) -> float:
        canvas = self.canvas
        hints = 0.0 if self._is_tight else 16 + 12 + canvas.grown(22, 1.36)
        return canvas.line(theme.SMALL_STRONG) + 18 + hints + 18

    def _add_foot(self, inner: FRect, top: float) -> None:
        """Settings, help and quit; below them the key hints."""
        canvas, row = self.canvas, self.canvas.line(theme.SMALL_STRONG) + 18
        width = (inner.w - 2 * theme.GAP) / 3
        names = (("settings", "gear-six"), ("help", "question"), ("quit", "sign-out"))
        for number, (name, icon) in enumerate(names):
            place = FRect(inner.x + number * (width + theme.GAP), top, width, row)
            label = self.word("title.settings" if name == "settings" else name)
            self.page.add(Button(name, label, place, "quiet", icon))
        if self._is_tight:
            return
        top += row + 16
        self.page.add(Rule(FRect(inner.x, top, inner.w, 1)))
        hints = [(self.word(f"key.{k}"), self.word(f"hint.{k}")) for k in ("arrows", "enter")]
        hints.append((self.word("key.digits4"), self.word("title.hint.digits")))
        hints.append((self.word("key.f1"), self.word("hint.f1")))
        middle = top + 12 + canvas.grown(22, 1.36) / 2
        self.page.add(KeyHints(canvas, hints, inner.right, inner.x, middle))

    # ------------------------------------------------------------ the alley

    def _add_alley(self, alley: Alley, left: float) -> None:
        """From the top: whose alley it is, the plan of yesterday, warnings; then the letter."""
        view, canvas = self.view, self.canvas
        if view.opening:
            return
        chip = AlleyChip(canvas, view.alley, view.regulars_words, view.waverers_words, left)
        self.page.add(chip)
        top = chip.rect.bottom + 12
        if view.plan:
            top = self._add_plan(left, top)
        for notice in view.notices:
            top = self._add_notice(notice, left, top)
        if alley.speaker:
            regular, place = alley.speaker
            who = self.word("title.visit", name=regular.name)
            bubble = Bubble(canvas, who, regular.letter, place, left, top)
            if regular.letter and bubble.fits:
                self.page.add(bubble)

    def _add_plan(self, left: float, top: float) -> float:
        """Yesterday's if-then plan, asked about; returns where the next thing may begin."""
        canvas, right = self.canvas, self.canvas.width - theme.MARGIN
        width = min(right - left, canvas.grown(420, 1.3))
        ground = Panel(FRect(right - width, top, width, 0), edge=None, shadow=theme.LIFTED)
        self.page.add(ground)
        column = Column(canvas, self.page.items, ground.rect.x + 20, top + 16, width - 40)
        column.text(self.view.plan, theme.SMALL_STRONG, theme.INK, balanced=True)
        column.gap(12)
        tall, at = canvas.line(theme.CAPTION_STRONG) + 16, column.left
        for name, kind in (("yes", "soft"), ("notyet", "second"), ("drop", "quiet")):
            label, style = self.word(f"title.plan.{name}"), theme.CAPTION_STRONG
            wide = max(72.0, button_width(canvas, label, style))
            place = FRect(at, column.top, wide, tall)
            self.page.add(Button(f"plan:{name}", label, place, kind, style=style))
            at += wide + theme.NEAR
        ground.rect.h = column.top + tall + 16 - top
        return ground.rect.bottom + 12

    def _add_notice(self, notice: str, left: float, top: float) -> float:
        """A warning over the sky; returns where the next thing may begin."""
        width = self.canvas.width - theme.MARGIN - left
        tone = theme.HINT
        text = Text(
            self.canvas, notice, left + 44, top + 12, width - 60, theme.CAPTION, tone.word,
            balanced=True,
        )  # fmt: skip
        box = FRect(left, top, width, text.rect.h + 24)
        ground = Panel(box, theme.RADIUS_CARD, tone.soft, None, theme.CARD_SHADOW)
        self.page.add(ground, Icon(tone.icon, left + 16, box.centery, 18, tone.word), text)
        return box.bottom + 12

    # ------------------------------------------------------------ moves

    def update(self, seconds: float) -> Change | None:
        """Show the records once they are open, and read on what older plays came to."""
        if (self.view.opening and self.desk.is_open) or self._reader.read(seconds):
            self.changed()
        return super().update(seconds)

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """1 to 4 choose a way; one that is not built yet says so."""
        if key not in _DIGITS:
            return None
        name = f"way:{_WAYS[_DIGITS[key]][0]}"
        self.page.set_focus(name)
        return self._open(name) or Handled()

    def on_intent(self, intent: Intent) -> Change | None:
        """Open what was pressed."""
        return self._open(intent.name) if isinstance(intent, Pressed) else None

    def _open(self, name: str) -> Change | None:
        self.changed()
        desk, canvas = self.desk, self.canvas
        match name.partition(":")[::2]:
            case ("quit", _):
                return Quit()
            case ("help", _):
                self.open(help_modal(self))
            case ("opening", _):
                return self._wait_and_go_on()
            case ("resume", _) if self.view.unfinished:
                session = desk.resume(self.view.unfinished.save)
                return Push(DialogueScreen(desk, canvas, session))
            case ("first", _) if self.view.first:
                return Push(BriefingScreen(desk, canvas, self.view.first.case))
            case ("way", "cases"):
                return Push(LibraryScreen(desk, canvas))
            case ("settings", _):
                return Push(SettingsScreen(desk, canvas))
            case ("privacy", _):
                return Push(PrivacyScreen(desk, canvas))
            case ("learners", _):
                return Push(LearnersScreen(desk, canvas))
            case ("learner", learner):
                desk.choose_learner(learner)
            case ("plan", answer):
                desk.people.answer_plan({"yes": "kept", "drop": "dropped"}.get(answer, ""))
        return None

    def _wait_and_go_on(self) -> Change | None:
        """Enter came before the records were open: it goes on with what was left, if anything."""
        self.desk.await_records()
        self.reload()
        self.page.set_focus(self._primary)
        return None if self._primary == "way:cases" else self._open(self._primary)

    def on_escape(self) -> Change | None:
        """Esc on the title moves to the button that quits: one more key, no surprise."""
        self.page.set_focus("quit")
        self.dirty = True
        return None


def _few(learners: Sequence[LearnerTile]) -> list[LearnerTile]:
    """As many as there is room for, the chosen one always among them, in their own order."""
    shown = [one for one in learners if one.is_chosen][:1]
    shown += [one for one in learners if not one.is_chosen][: _SHOWN - len(shown)]
    return sorted(shown, key=learners.index)
