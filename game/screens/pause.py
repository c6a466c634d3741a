"""What opens in front of a dialogue: the policy, the lines so far, the pause and its ways out."""

from typing import TYPE_CHECKING

from pygame import FRect

from game.screens import theme
from game.screens.conversation import write_history
from game.screens.modal import CLOSE, Modal
from game.screens.settings import SettingsScreen
from game.screens.stack import Change, Pop, Push
from game.screens.widgets.button import Button
from game.screens.widgets.text import Column

if TYPE_CHECKING:
    from game.screens.dialogue import DialogueScreen

POLICY, HISTORY, SETTINGS = "pause-policy", "pause-history", "pause-settings"
KEEP, DISCARD, DISCARD_YES = "pause-keep", "pause-discard", "discard-yes"
_ICONS = {
    POLICY: "book-open",
    HISTORY: "clock-counter-clockwise",
    SETTINGS: "gear-six",
    KEEP: "bookmark-simple",
    DISCARD: "x-circle",
}


def policy_modal(screen: "DialogueScreen") -> Modal:
    """The open book, all pages below each other."""

    def fill(column: Column) -> None:
        for page in screen.view.pages:
            column.text(page.title, theme.H3)
            column.gap(4)
            column.text(page.text, theme.BODY, theme.INK_SOFT)
            column.gap(20)
        if not screen.view.pages:
            column.text(screen.word("policy-none"), theme.BODY, theme.INK_SOFT)

    return Modal(screen.word("policy"), fill, ((CLOSE, screen.word("close"), "primary"),))


def history_modal(screen: "DialogueScreen") -> Modal:
    """Everything said so far, the newest in view."""

    def fill(column: Column) -> None:
        name = screen.word("customer-name", name=screen.view.customer)
        write_history(column, screen.view.lines, name, screen.word("you"))

    buttons = ((CLOSE, screen.word("close"), "primary"),)
    modal = Modal(screen.word("history-title"), fill, buttons)
    modal.starts_at_end = True
    return modal


def pause_modal(screen: "DialogueScreen") -> Modal:
    """Going on is the first choice; stopping is always there and enters no score."""
    names = [POLICY, HISTORY, SETTINGS]
    if not screen.view.ended:
        names += [KEEP, DISCARD]

    def fill(column: Column) -> None:
        column.text(screen.word("pause-text"), theme.BODY, theme.INK_SOFT, balanced=True)
        column.gap(theme.GAP)
        tall = max(44.0, column.canvas.line(theme.SMALL_STRONG) + 18)
        for name in names:
            place = FRect(column.left, column.top, column.width, tall)
            column.add(Button(name, screen.word(name), place, "quiet", _ICONS[name]))
            column.gap(theme.NEAR if name != SETTINGS else theme.GAP)
        column.gap(2)

    buttons: tuple[tuple[str, str, str], ...] = ((CLOSE, screen.word("stay"), "primary"),)
    if screen.view.ended:
        buttons = ((KEEP, screen.word("leave"), "second"), *buttons)
    return Modal(screen.word("pause"), fill, buttons, 520)


def chosen_in_pause(screen: "DialogueScreen", name: str) -> Change | None:
    """What a button of these modals means; a stop is never scored."""
    if name == POLICY:
        screen.open(policy_modal(screen))
    elif name == HISTORY:
        screen.open(history_modal(screen))
    elif name == SETTINGS:
        screen.changed()
        return Push(SettingsScreen(screen.desk, screen.canvas))
    elif name == DISCARD:
        screen.open(discard_modal(screen))
    elif name == DISCARD_YES:
        screen.session.leave()
        screen.desk.delete(screen.session.name)
        return Pop()
    if name == KEEP:
        screen.session.leave()
        return Pop()
    return None


def discard_modal(screen: "DialogueScreen") -> Modal:
    """Asked once more, since it cannot be undone; staying is the first choice."""

    def fill(column: Column) -> None:
        column.text(screen.word("discard-text"), theme.BODY, theme.INK_SOFT, balanced=True)

    delete = (DISCARD_YES, screen.word(DISCARD_YES), "second")
    stay = (CLOSE, screen.word("stay"), "primary")
    return Modal(screen.word("discard"), fill, (delete, stay), 520)
