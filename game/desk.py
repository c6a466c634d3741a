"""Where a trainee sits down: the cases, the plays left unfinished, the settings."""

import contextlib
import locale
import os
import random
from collections.abc import Sequence
from typing import Any, Protocol

from game.case.library import Library
from game.case.model import Case
from game.errors import CaseError, DangolError, StoreError
from game.playthrough import Entry, Header, Mode, Playthrough, replay
from game.session import Session
from game.view.briefing import BriefingView, briefing_view
from game.view.title import TitleView, card_of, unfinished_of
from game.words import Lang, words


class SavedPlay(Protocol):
    """A play as the store read it back."""

    @property
    def header(self) -> Header: ...
    @property
    def log(self) -> list[Entry]: ...
    @property
    def damaged(self) -> bool: ...


class Saves(Protocol):
    """What the desk needs of the store."""

    def new_name(self, case: str) -> str:
        """A name for a new play."""
        ...

    def keep(self, name: str, run: Playthrough) -> None:
        """Writes a play."""
        ...

    def names(self) -> list[str]:
        """The unfinished plays, newest first."""
        ...

    def load(self, name: str) -> SavedPlay:
        """An unfinished play."""
        ...

    def set_aside(self, name: str, why: str) -> None:
        """Keeps a copy of a play as it is."""
        ...


class Chosen(Protocol):
    """The settings as chosen."""

    @property
    def lang(self) -> Lang | None: ...
    @property
    def text_scale(self) -> float: ...
    @property
    def reduced_motion(self) -> bool: ...


class Settings(Protocol):
    """What the desk needs of the settings."""

    @property
    def chosen(self) -> Chosen: ...
    def set(self, **changes: Any) -> None:
        """Changes and writes settings."""
        ...


class Desk:
    """The desk of this computer; the window and the console start and resume plays at it."""

    def __init__(self, library: Library, saves: Saves, settings: Settings) -> None:
        self.library, self.saves, self.settings = library, saves, settings

    @property
    def lang(self) -> Lang:
        """The language of the interface: as set, else the computer's, Korean where unknown."""
        return self.settings.chosen.lang or system_language()

    @property
    def text_scale(self) -> float:
        """The size of the text, 1.0 to 1.5."""
        return self.settings.chosen.text_scale

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move."""
        return self.settings.chosen.reduced_motion

    def set(self, **changes: Any) -> None:
        """Changes settings and stores them; raises StoreError, the change stands all the same."""
        self.settings.set(**changes)

    def speak(self, lang: Lang) -> None:
        """Uses a language from now on; where it cannot be stored it still counts for this run."""
        with contextlib.suppress(StoreError):
            self.settings.set(lang=lang)

    def title(self, lang: Lang) -> TitleView:
        """The title: the cases, and the newest play that can be resumed."""
        cards = tuple(card_of(case, lang) for case in self.library.playable())
        notices: list[str] = []
        for name in self._names(lang, notices):
            try:
                run = self._replayed(name, lang)[0]
            except CaseError:  # its case is not here today; the save stays
                continue
            except DangolError as error:
                notices.append(words(lang, error.key, **error.values))
                continue
            return TitleView(cards, unfinished_of(name, run, lang), tuple(notices))
        return TitleView(cards, None, tuple(notices))

    def briefing(self, case: str, lang: Lang) -> BriefingView:
        """The briefing of a case; raises CaseError."""
        return briefing_view(self.library.load(case), lang)

    def begin(self, case: str, mode: str, lang: Lang, seed: int | None = None) -> Session:
        """Begins a play; its language stays, the interface's may change. Raises CaseError."""
        loaded = self.library.load(case)
        run = new_run(loaded, Mode(mode), lang, random.randrange(2**31) if seed is None else seed)
        name = self.saves.new_name(loaded.id)
        return Session(run, lambda now: self.saves.keep(name, now))

    def resume(self, save: str, lang: Lang | None = None) -> Session:
        """Resumes a play; raises StoreError or CaseError. What was lost or changed is told."""
        run, notice = self._replayed(save, lang or self.lang, set_aside=True)
        return Session(run, lambda now: self.saves.keep(save, now), notice)

    def _names(self, lang: Lang, notices: list[str]) -> Sequence[str]:
        try:
            return self.saves.names()
        except StoreError as error:
            notices.append(words(lang, error.key, **error.values))
            return ()

    def _replayed(self, name: str, lang: Lang, set_aside: bool = False) -> tuple[Playthrough, str]:
        saved = self.saves.load(name)
        case = self.library.load(saved.header.case)
        header = Header(**{**saved.header.to_json(), "version": case.version})
        run, divergence = replay(case, header, saved.log)
        if divergence is not None:
            if set_aside:
                self.saves.set_aside(name, "older")
            turn = run.play.turn
            return run, words(lang, "save.diverged", turn=turn, node=divergence.at)
        return run, words(lang, "save.part", turn=run.play.turn) if saved.damaged else ""


def new_run(case: Case, mode: Mode, lang: str, seed: int, agent: str = "") -> Playthrough:
    """A new play of a case; in a language the case lacks it is played in the case's own."""
    language = lang if lang in case.languages else case.language
    return Playthrough(case, Header(case.id, case.version, seed, mode, language, agent))


def system_language() -> Lang:
    """Korean, unless the computer says that it speaks another language."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    spoken = next((one for one in named if one), None) or locale.getlocale()[0] or ""
    return "ko" if spoken.lower().startswith(("ko", "c.", "posix")) or spoken in ("", "C") else "en"
