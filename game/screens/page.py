"""A page: the widgets that are drawn, exactly one focus among them, and events on their way in."""

from collections.abc import Iterator

import pygame
from pygame import FRect

from game.screens import motion, theme
from game.screens.canvas import Canvas
from game.screens.motion import Motion
from game.screens.theme import Colour
from game.screens.widgets.scroll import ScrollView
from game.screens.widgets.text_entry import TextEntry
from game.screens.widgets.tooltip import Tooltip
from game.screens.widgets.widget import Handled, Intent, Point, Widget

_FORTH = (pygame.K_DOWN, pygame.K_RIGHT)
_BACK = (pygame.K_UP, pygame.K_LEFT)


class Page:
    """Widgets in reading order; focus and scrolling survive when it is laid out anew."""

    def __init__(self) -> None:
        self.items: list[Widget] = []
        self._scrolls: dict[str, ScrollView] = {}
        self.motion = Motion()
        self._focus = ""
        self._held: Widget | None = None
        self._warming: list[Widget] = []
        self._order: list[tuple[Widget, ScrollView | None]] | None = None

    # ------------------------------------------------------------ layout

    def clear(self) -> None:
        """Take everything away, to be laid out anew."""
        self.items.clear()
        self._warming.clear()
        self._order = None
        self._held = None

    def add(self, *widgets: Widget) -> None:
        """Add widgets in reading order."""
        self.items.extend(widgets)

    def scroll(self, name: str, rect: FRect, ground: Colour | None = None) -> ScrollView:
        """A scroll view that keeps its offset from layout to layout, on ground of that colour."""
        view = self._scrolls.setdefault(name, ScrollView(name, rect, ground))
        view.rect = rect
        view.items = []
        self.items.append(view)
        return view

    def scrolled(self, name: str) -> ScrollView:
        """The scroll view of that name; raises KeyError where there was never one."""
        return self._scrolls[name]

    def finish(self, first: str) -> None:
        """The layout is complete: keep the focus where it was, else on `first`."""
        self._order = [(item, view) for item, view in self._walk() if item.takes_focus]
        names = [widget.name for widget, _ in self._order]
        if self._focus not in names:
            self._focus = first if first in names else next(iter(names), "")
        self._mark()

    # ------------------------------------------------------------ focus

    @property
    def focus(self) -> Widget | None:
        """The widget that has the focus."""
        return next((stop for stop, _ in self._stops() if stop.name == self._focus), None)

    @property
    def entry(self) -> TextEntry | None:
        """The text entry, when it has the focus."""
        focus = self.focus
        return focus if isinstance(focus, TextEntry) else None

    def set_focus(self, name: str, reveal: bool = True) -> None:
        """Give the focus to the widget called `name`."""
        if self.entry and name != self._focus:
            self.entry.leave()
        self._focus = name
        self._mark()
        if reveal and name:
            self.reveal(name)

    def reveal(self, name: str) -> None:
        """Scroll the widget called `name` into view, without giving it the focus."""
        for widget, view in self._walk():
            if widget.name == name and view:
                view.show(widget)

    def step(self, by: int) -> None:
        """Move the focus along the reading order, round at the ends."""
        names = [widget.name for widget, _ in self._stops()]
        if names:
            at = names.index(self._focus) if self._focus in names else -by
            self.set_focus(names[(at + by) % len(names)])

    def widgets(self) -> Iterator[Widget]:
        """All widgets, those in scroll views included, in reading order."""
        return (widget for widget, _ in self._walk())

    def _walk(self) -> Iterator[tuple[Widget, ScrollView | None]]:
        for item in self.items:
            yield item, None
            view = item if isinstance(item, ScrollView) else None
            for child in item.children():
                yield child, view
                yield from ((inner, view) for inner in child.children())

    def _stops(self) -> list[tuple[Widget, ScrollView | None]]:
        """What takes the focus, with the view it scrolls in; known once the layout is complete."""
        if self._order is None:
            return [(item, view) for item, view in self._walk() if item.takes_focus]
        return self._order

    def _mark(self) -> None:
        for widget, _ in self._stops():
            widget.focused = widget.name == self._focus

    # ------------------------------------------------------------ events

    def on_event(self, event: pygame.event.Event, canvas: Canvas) -> Intent | None:
        """Send an event to the widget it is for; None when nothing on the page wanted it."""
        if event.type == pygame.KEYDOWN:
            return self._on_key(event)
        if event.type in (pygame.TEXTINPUT, pygame.TEXTEDITING):
            return self.entry.on_text(event) if self.entry else None
        if event.type == pygame.MOUSEWHEEL:
            return self._on_wheel(event, canvas.units(pygame.mouse.get_pos()))
        if event.type in (pygame.MOUSEMOTION, pygame.MOUSEBUTTONDOWN, pygame.MOUSEBUTTONUP):
            return self._on_pointer(event, canvas.units(event.pos))
        return None

    def _on_key(self, event: pygame.event.Event) -> Intent | None:
        focus = self.focus
        if focus and not focus.disabled and (intent := focus.on_key(event)):
            return intent
        if event.key in (pygame.K_PAGEUP, pygame.K_PAGEDOWN):
            return self._turn(-1 if event.key == pygame.K_PAGEUP else 1)
        by = (event.key in _FORTH) - (event.key in _BACK)
        if event.key == pygame.K_TAB:
            by = -1 if event.mod & pygame.KMOD_SHIFT else 1
        if by:
            self.step(by)
            return Handled()
        return None

    def _turn(self, pages: int) -> Intent | None:
        """PgUp and PgDn go to the view around the focus, else to the one that can still move."""
        around = [view for widget, view in self._stops() if widget is self.focus and view]
        views = [item for item in self.items if isinstance(item, ScrollView)]
        return Handled() if any(view.page(pages) for view in [*around, *views]) else None

    def _on_wheel(self, event: pygame.event.Event, at: Point) -> Intent | None:
        views = [item for item in self.items if isinstance(item, ScrollView)]
        under = [view for view in views if view.reach.collidepoint(at)]
        return Handled() if any(view.wheel(event.y) for view in under or views[:1]) else None

    def _on_pointer(self, event: pygame.event.Event, at: Point) -> Intent | None:
        if event.type == pygame.MOUSEMOTION:
            return self._on_motion(at)
        if event.button != pygame.BUTTON_LEFT:
            return None
        widget, inner, view = self._under(at)
        if event.type == pygame.MOUSEBUTTONDOWN:
            if view and (taken := view.grip(at)):
                return taken
            self._held = widget
            if widget:
                widget.held = True
                self.set_focus(widget.name, reveal=False)
            return Handled() if widget else None
        return self._release(widget, inner)

    def _release(self, widget: Widget | None, inner: Point) -> Intent | None:
        for item in self.items:
            if isinstance(item, ScrollView):
                item.let_go()
        held, self._held = self._held, None
        if held is None:
            return None
        held.held = False
        if held is not widget or held.disabled:
            return Handled()
        return held.on_click(inner) or Handled()

    def _on_motion(self, at: Point) -> Intent | None:
        dragged = [i for i in self.items if isinstance(i, ScrollView) and i.drag(at)]
        if self._held and not self._held.disabled:
            view = next((view for item, view in self._stops() if item is self._held), None)
            taken = self._held.on_drag(view.inner(at) if view else at)
            if taken:
                return taken
        under, _, _ = self._under(at)
        changed = bool(dragged)
        for widget, _ in self._stops():
            if widget.hovered != (widget is under):
                changed, widget.hovered = True, widget is under
                self._warming.append(widget)
        return Handled() if changed else None

    def pass_time(self, seconds: float) -> bool:
        """Let what moves move on; returns whether there is anything new to draw."""
        moved = self.motion.pass_time(seconds)
        step = 1.0 if self.motion.is_still else seconds / motion.QUICK
        for widget in self._warming:
            goal = float(widget.hovered)
            by = max(-step, min(step, goal - widget.glow))
            widget.glow, moved = widget.glow + by, True
        self._warming = [one for one in self._warming if one.glow != float(one.hovered)]
        return moved

    def _under(self, at: Point) -> tuple[Widget | None, Point, ScrollView | None]:
        """The topmost widget that can be pressed at `at`, and the scroll view there."""
        found: Widget | None = None
        inner, over = at, None
        for item in self.items:
            if isinstance(item, ScrollView) and item.reach.collidepoint(at):
                over = item
                for child in item.items:
                    if child.takes_focus and child.rect.collidepoint(item.inner(at)):
                        found, inner = child, item.inner(at)
            elif item.takes_focus and item.rect.collidepoint(at):
                found, inner = item, at
        return found, inner, over

    def settle(self) -> Intent | None:
        """The batch of events is over: what a text entry had to put off."""
        return self.entry.settle() if self.entry else None

    def draw(self, canvas: Canvas, come: float = 1.0, below: float = 0.0) -> None:
        """Draw all widgets in order; what begins `below` has `come` in so far, 0 to 1."""
        for item in self.items:
            if come >= 1 or item.rect.y < below:
                item.draw(canvas)
        if come < 1:
            self._draw_coming(canvas, come, below)
        self._draw_tooltip(canvas)

    def _draw_coming(self, canvas: Canvas, come: float, below: float) -> None:
        area = FRect(0, below, canvas.width, 720 - below)
        with canvas.inside(area, motion.TRAVEL * (1 - come)):
            for item in self.items:
                if item.rect.y >= below:
                    item.draw(canvas)
        place = canvas.pixels(area)
        haze = pygame.Surface(place.size)
        haze.fill(canvas.palette.ground(theme.GROUND))
        haze.set_alpha(round(255 * (1 - come)))
        canvas.surface.blit(haze, place)

    def _draw_tooltip(self, canvas: Canvas) -> None:
        """What the control under the pointer, else the one with the focus, has to say."""
        told = [(item, view) for item, view in self._stops() if item.told]
        shown = [one for one in told if one[0].hovered] or [one for one in told if one[0].focused]
        if shown:
            item, view = shown[0]
            box = view.outer(item.rect) if view else item.rect
            if view is None or view.reach.colliderect(box):
                Tooltip(canvas, item.told, box, bool(item.error)).draw(canvas)
