"""Self-voicing: what is read aloud (or copied to the clipboard), and when.

`heard` says what a screen has to say, `news` what of it is new; both are pure. `Voice` follows the
screens from round to round and speaks once the focus has come to rest.
"""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pygame

from game.screens import theme
from game.screens.conversation import Bubble
from game.screens.desk import Desk
from game.screens.page import Page
from game.screens.screen import PageScreen
from game.screens.speech import Mouth, Speaker, speakers
from game.screens.stack import Screen
from game.screens.widgets.scroll import ScrollView
from game.screens.widgets.tabs import Choice
from game.screens.widgets.text import Text
from game.screens.widgets.widget import Widget
from game.words import Lang, knows, words

_LIVE_VIEWS = ("talk", "feedback", "review", "page-text")  # scroll views in which new lines appear
_LIVE_ROLES = ("status", "alert")
_MUTE_ROLES = ("presentation", "img", "scroll", "group")
_SHORT = 240  # letters: a screen or modal with no more text is read whole when it opens
_REST = 0.12  # seconds: whoever tabs along hears only where it stops


@dataclass(frozen=True, slots=True)
class Heard:
    """What a screen has to say: where one is, its newest lines, and what has the focus.

    A line stands with its position, so that the same words said twice are two lines.
    """

    place: tuple[str, ...] = ()
    opening: str = ""
    lines: tuple[tuple[int, str], ...] = ()
    focus: str = ""
    said: str = ""
    is_written: bool = False


def said_of(widget: Widget, lang: Lang) -> str:
    """A widget in words: label, role and value, and which of how many."""
    if widget.role == "option":  # a reply: its number, then its words
        return _joined((widget.value, widget.label))
    role, value = f"voice.role.{widget.role}", f"voice.value.{widget.value}"
    parts = [
        widget.label,
        words(lang, role) if knows(lang, role) else "",
        words(lang, value) if knows(lang, value) else widget.value,
    ]
    if isinstance(widget, Choice) and len(widget.options) > 1:
        parts.append(words(lang, "voice.of", at=widget.chosen + 1, of=len(widget.options)))
    if widget.told != widget.label:  # why it is disabled, or what is wrong with it
        parts.append(widget.told)
    return _joined(parts)


def heard(screen: PageScreen) -> Heard:
    """What `screen`, or the modal in front of it, has to say."""
    page = screen.modal.page if screen.modal else screen.page
    texts = [widget.label for widget in page.widgets() if widget.role == "text"]
    whole = " ".join(_with_stop(text) for text in texts)
    title = texts[0] if texts else ""
    focus = page.focus
    return Heard(
        (type(screen).__name__, "modal" if screen.modal else "", title),
        whole if len(whole) <= _SHORT else title,
        tuple(_lines(page)),
        focus.name if focus else "",
        said_of(focus, screen.lang) if focus else "",
        page.entry is not None,
    )


def news(before: Heard, now: Heard) -> str:
    """What is voiced: a new place, the lines that were not there, and the focus if it moved.

    A text line is voiced when it gets the focus and not at every letter that is written.
    """
    arrived = now.place != before.place
    parts = [now.opening] if arrived else []
    parts += [text for at, text in now.lines if (at, text) not in before.lines]
    stays = now.focus == before.focus and (now.is_written or now.said == before.said)
    if parts or not stays:
        parts.append(now.said)
    return " ".join(_with_stop(part) for part in parts if part)


def everything(page: Page, lang: Lang) -> str:
    """All that a page has to say, in reading order."""
    told = (said_of(one, lang) for one in page.widgets() if one.role not in _MUTE_ROLES)
    return " ".join(_with_stop(one) for one in told if one)


def _lines(page: Page) -> Iterator[tuple[int, str]]:
    """The lines since the trainee's last one, and what the program says aside."""
    for item in page.items:
        if isinstance(item, ScrollView) and item.name in _LIVE_VIEWS:
            children = item.children()
            for at in range(_after_own(children), len(children)):
                text = _line_of(children[at])
                if text:
                    yield at, text
        elif item.role in _LIVE_ROLES:
            yield -1, item.label


def _after_own(children: Sequence[Widget]) -> int:
    own = [at for at, one in enumerate(children) if isinstance(one, Bubble) and one.is_own]
    return own[-1] + 1 if own else 0


def _line_of(widget: Widget) -> str:
    """A bubble or a note; the name above a bubble is said with the bubble, and it once whole."""
    if isinstance(widget, Bubble):
        if widget.dots:
            return ""
        return f"{widget.label}: {widget.value}"
    return widget.label if isinstance(widget, Text) and widget.style != theme.MICRO else ""


def _joined(parts: Sequence[str]) -> str:
    return ", ".join(part for part in parts if part)


def _with_stop(text: str) -> str:
    return text if text.endswith((".", "?", "!", "…", ":", ",")) else f"{text}."


class Voice:
    """Reads aloud and copies what is new on the screens, as the settings have it."""

    def __init__(self, desk: Desk, found: Sequence[Speaker] | None = None) -> None:
        self.desk = desk
        self._found = found
        self._mouth: Mouth | None = None
        self._said = self._now = Heard()
        self._rested = 0.0

    def follow(self, screen: Screen | None, seconds: float) -> None:
        """Look at the screen, once a round; what is new is said when it has rested a moment."""
        if not (self.desk.voicing or self.desk.clipboard):
            if self._said != Heard():
                self.close()
            return
        if self._mouth:
            self._mouth.listen()
        if not isinstance(screen, PageScreen):
            return
        now = heard(screen)
        self._rested = self._rested + seconds if now == self._now else 0.0
        self._now = now
        if self._rested >= _REST and now != self._said:
            text, self._said = news(self._said, now), now
            self.say(text)

    def read(self, screen: Screen | None) -> None:
        """Say all that is on the screen."""
        if isinstance(screen, PageScreen):
            page = screen.modal.page if screen.modal else screen.page
            self.say(everything(page, self.desk.lang))

    def say(self, text: str) -> None:
        """Say a text in place of what is being said; copy it, too, if that was chosen."""
        if text and self.desk.voicing:
            if self._mouth is None:
                self._mouth = Mouth(speakers() if self._found is None else self._found)
            self._mouth.say(text, self.desk.lang)
        if text and self.desk.clipboard:
            with contextlib.suppress(pygame.error):  # another program may hold the clipboard
                pygame.scrap.put_text(text)

    def close(self) -> None:
        """Fall silent."""
        if self._mouth:
            self._mouth.close()
        self._mouth = None
        self._said = self._now = Heard()
