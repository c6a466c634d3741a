"""The gallery: every widget in every state, for looking at them side by side and for the checks."""

from collections.abc import Callable, Sequence

import pygame
from pygame import FRect

from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import BACK, bar_height, key_hints, top_bar
from game.screens.desk import Desk
from game.screens.samples import Make, pressing, rows, showing
from game.screens.screen import PageScreen, content_box
from game.screens.stack import Change, Pop
from game.screens.widgets.tabs import Segments
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Handled, Intent, Picked, Pressed, Widget

STATES = ("normal", "hover", "focus", "pressed", "disabled", "error")
PAGES = ("controls", "rows", "signs")


class Sample(Widget):
    """A widget held in one state; its focus is a picture of one and is not written down."""

    role = "img"

    def __init__(self, widget: Widget, state: str, label: str) -> None:
        super().__init__(FRect(widget.rect), label, state)
        self.widget = widget
        widget.hovered = state == "hover"
        widget.glow = float(widget.hovered)
        widget.focused, widget.held = state == "focus", state == "pressed"
        widget.disabled = label if state == "disabled" else ""
        widget.error = label if state == "error" else ""

    def draw(self, canvas: Canvas) -> None:
        """Draw the widget."""
        before = len(canvas.rings)
        self.widget.draw(canvas)
        del canvas.rings[before:]


class GalleryScreen(PageScreen):
    """Controls in their six states, rows in theirs, and what is only read."""

    def __init__(self, desk: Desk, canvas: Canvas, number: int = 0) -> None:
        super().__init__(desk, canvas)
        self.number = number

    def load(self) -> None:
        """Nothing to ask for: the samples are their own."""

    # ------------------------------------------------------------ layout

    def lay_out(self) -> None:
        """The switch between the pages in the top bar, the page below it."""
        canvas = self.canvas
        names = [self.word(f"gallery.{page}") for page in PAGES]
        widest = max(canvas.text_width(name, theme.CAPTION_STRONG) for name in names)
        wide, tall = len(names) * (widest + 40), canvas.grown(40, 1.36)
        place = FRect((canvas.width - wide) / 2, (bar_height(canvas) - tall) / 2, wide, tall)
        switch = Segments(canvas, "page", place, names, self.number, self.word("pages"))
        title = self.word("gallery")
        caption = names[self.number] if canvas.text_scale < 1.4 else ""
        top = top_bar(self.page, canvas, self.word("back"), title, caption, (), switch)
        box = content_box(canvas, top)
        view = self.page.scroll(
            f"gallery{self.number}", FRect(box.x, box.y, box.w - 14, box.h), theme.GROUND
        )
        area = FRect(box.x, 4, box.w - 14, 0)
        match PAGES[self.number]:
            case "controls":
                self._table(view.items, area, pressing(self), len(STATES))
            case "rows":
                self._table(view.items, area, rows(self), len(STATES) // 2)
            case _:
                view.items.extend(showing(self, area))
        key_hints(self.page, canvas, self._hints())
        self.page.finish("page")

    def _table(self, into: list[Widget], area: FRect, makes: Sequence[Make], across: int) -> None:
        """A row for each widget, a column for each state; rows of fewer columns are repeated."""
        canvas = self.canvas
        gap = 24.0
        if canvas.text_scale > 1.2:
            across = max(1, across // 2)
        wide = (area.w - gap * (across - 1)) / across
        top = area.y
        for name, make in makes:
            label = Text(canvas, name, area.x, top, area.w, theme.CAPTION_STRONG, theme.MUTED)
            into.append(label)
            top = label.rect.bottom + 4
            for at in range(0, len(STATES), across):
                bottoms = []
                for side, state in enumerate(STATES[at : at + across]):
                    cell = FRect(area.x + side * (wide + gap), top, wide, 0)
                    bottoms.append(self._cell(into, cell, make, state))
                top = max(bottoms) + 12
            top += 6

    def _cell(
        self, into: list[Widget], cell: FRect, make: Callable[[FRect], Widget], state: str
    ) -> float:
        canvas, word = self.canvas, self.word(f"gallery.{state}")
        name = Text(canvas, word, cell.x, cell.y, cell.w, theme.MICRO, theme.MUTED)
        widget = make(FRect(cell.x, name.rect.bottom + 6, cell.w, 0))
        into.extend((name, Sample(widget, state, word)))
        return widget.rect.bottom

    def _hints(self) -> list[tuple[str, str]]:
        pairs = (("sides", "pages"), ("page", "scroll"), ("f4", "f4"), ("esc", "back"))
        return [
            (self.word(f"key.{key}"), self.word(f"hint.{mean}"))
            for key, mean in pairs
            if mean != "f4"
        ]

    # ------------------------------------------------------------ moves

    def on_shortcut(self, key: int) -> Change | Handled | None:
        """Left and right turn the pages wherever the focus is."""
        if key not in (pygame.K_LEFT, pygame.K_RIGHT):
            return None
        self._turn(self.number + (1 if key == pygame.K_RIGHT else -1))
        return Handled()

    def on_intent(self, intent: Intent) -> Change | None:
        """Turn a page or go back."""
        match intent:
            case Picked("page", index):
                self._turn(index)
            case Pressed(name) if name == BACK:
                return Pop()
        return None

    def _turn(self, number: int) -> None:
        self.number = min(len(PAGES) - 1, max(0, number))
        self.changed(reload=False)
