"""A case that its author saves while it is played: the play goes on as the case now reads.

The file is looked at twice a second, in a thread of its own: looking can take long on a disk
elsewhere, and reading a case takes as long as three pictures.
"""

import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pygame

from game.case.library import read_file
from game.case.problems import Problem
from game.case.telling import tell
from game.screens import theme
from game.screens.canvas import Canvas
from game.screens.chrome import shortened
from game.screens.desk import Desk
from game.screens.dialogue import DialogueScreen
from game.screens.stack import Replace, Stack
from game.workshop.studio.stamps import stamps_of

_EVERY: Final = 0.5  # seconds
_SETTLED: Final = 0.1  # no half of a file is read


@dataclass(frozen=True, slots=True)
class Saved:
    """A case was saved; `problem` is the first that keeps it from being read, if there is one."""

    path: Path
    problem: Problem | None


class SavedCase:
    """Follows the file of one case at a time, none at first."""

    def __init__(self) -> None:
        self._case = ""
        self._over = threading.Event()
        self._saved: Saved | None = None

    def follow(self, case: str, find: Callable[[str], Path | None]) -> None:
        """Follows this case from now on, "" for none; `find` gives its file."""
        if case != self._case:
            self.close()
            self._case, self._over = case, threading.Event()
            if case:
                work = threading.Thread(
                    target=self._look, args=(case, find, self._over), name="saved", daemon=True
                )
                work.start()

    @property
    def is_new(self) -> bool:
        """Whether it was saved since it was last taken."""
        return self._saved is not None

    def take(self) -> Saved | None:
        """What was saved since last time; once."""
        saved, self._saved = self._saved, None
        return saved

    def close(self) -> None:
        """Follows nothing any more."""
        self._over.set()
        self._case, self._saved = "", None

    def _look(self, case: str, find: Callable[[str], Path | None], over: threading.Event) -> None:
        with suppress(OSError):  # the folder went away: F5 will say so
            path = find(case)
            known = stamps_of(path)
            while path is not None and not over.wait(_EVERY):
                found = stamps_of(path)
                while found != known and not over.wait(_SETTLED):
                    known, found = found, stamps_of(path)
                    if found == known:
                        self._read(path, over)

    def _read(self, path: Path, over: threading.Event) -> None:
        reading = read_file(path)
        problem = reading.problems[0] if reading.case is None else None
        if not over.is_set():
            self._saved = Saved(path, problem)


class Rereading:
    """Has the dialogue on top follow its case; not in an exam, whose case stays what it was."""

    def __init__(self, desk: Desk, canvas: Canvas) -> None:
        self._desk, self._canvas = desk, canvas
        self.saved = SavedCase()

    def attend(self, stack: Stack) -> None:
        """Goes on with what was saved, where nothing is lost by it; raises what F5 raises."""
        top = stack.top
        if not isinstance(top, DialogueScreen) or top.session.mode == "exam":
            self.saved.close()
            return
        self.saved.follow(top.session.case, self._desk.case_file)
        if self.saved.is_new and _is_free(top) and (saved := self.saved.take()):
            if saved.problem is None:
                self._go_on(stack, top)
            else:
                place = f"{saved.path.name}:{saved.problem.place.line}"
                problem = tell(saved.problem, self._desk.lang)
                self._say_aside(top, top.word("reread.broken", place=place, problem=problem))

    def close(self) -> None:
        """Follows nothing any more."""
        self.saved.close()

    def _go_on(self, stack: Stack, top: DialogueScreen) -> None:
        """The same dialogue, its inputs played again on the new text, and nothing said anew."""
        change = top.on_shortcut(pygame.K_F5)
        if isinstance(change, Replace) and isinstance(change.screen, DialogueScreen):
            now = change.screen
            now.is_reading = top.is_reading and now.view.feedback is not None
            now.finish_talking()
            self._say_aside(now, now.view.notice or now.word("reread"))
            stack.apply(change)

    def _say_aside(self, top: DialogueScreen, sentence: str) -> None:
        """On the one line that there is."""
        room = self._canvas.width - 2 * theme.MARGIN - 80
        top.say_aside(shortened(self._canvas, sentence, theme.MICRO, room))


def _is_free(dialogue: DialogueScreen) -> bool:
    """Whether a dialogue can change under the trainee's eyes."""
    dialogue.prepare()
    writes = bool(dialogue.page.entry and dialogue.page.entry.value)
    busy = dialogue.modal or dialogue.maybe or dialogue.is_bare or dialogue.is_reviewing
    return not (writes or busy or dialogue.is_revealing)
