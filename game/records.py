"""What one learner has played: summaries read a few at a time, and plays replayed when opened.

Nothing here blocks for long: a list of five hundred plays is there at once, its summaries follow.
"""

import contextlib
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final, Protocol

from game.case.model import Case
from game.errors import DangolError, StoreError
from game.playthrough import Divergence, Entry, Header, Playthrough
from game.playthrough import replay as replayed
from game.view.history import (
    Finished,
    Left,
    Played,
    Summary,
    Touched,
    finished_of,
    summary_from_json,
)

_AT_ONCE: Final = 64  # summaries asked for at a time


class Parted(StoreError):
    """What is stored of a play is not how this one began: another window has gone on with it."""


class SavedPlay(Protocol):
    """A play as the store read it back; `head` is the last link of its chain that holds."""

    @property
    def header(self) -> Header: ...
    @property
    def log(self) -> list[Entry]: ...
    @property
    def head(self) -> str: ...
    @property
    def damaged(self) -> bool: ...


class Saves(Protocol):
    """What is needed of the store."""

    def new_name(self) -> str:
        """A name for a new play."""
        ...

    def keep(
        self,
        name: str,
        run: Playthrough,
        finished: Finished | None = None,
        follows: str = "",
        why: str = "older",
    ) -> None:
        """Adds what is new of a play; what it follows is set aside. May raise Parted."""
        ...

    def dated(self, ended: bool = False) -> list[Touched]:
        """Plays and when they were last touched, newest first."""
        ...

    def left(self) -> list[Left]:
        """The unfinished plays, newest first."""
        ...

    def load(self, name: str) -> SavedPlay:
        """A play."""
        ...

    def results(self, names: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        """What finished plays came to, where that was kept."""
        ...

    def unscored(self) -> list[str]:
        """The finished plays without a scorecard."""
        ...

    def keep_result(self, name: str, finished: Finished) -> None:
        """Writes what a finished play came to."""
        ...

    def endings(self) -> Mapping[str, str]:
        """The node at which the latest finished play of each case ended."""
        ...

    def delete(self, name: str) -> None:
        """Deletes a play for good."""
        ...


@dataclass(frozen=True, slots=True)
class Replayed:
    """A play replayed on the case as it is today; `is_same` where that gives what is stored."""

    run: Playthrough
    divergence: Divergence | None
    damaged: bool
    is_same: bool


class Keeper:
    """Keeps a play after each turn. One that had ended and goes on is kept under a new name.

    So what a finished play came to is never lost to a moment that is tried again. `renamed` is
    told each new name; while the play is as it was `shown` nothing is kept at all. A play that
    `follows` another takes its place in the lists, for the reason `why`.
    """

    def __init__(
        self, saves: Saves, name: str, shown: str = "", follows: str = "", why: str = "older"
    ) -> None:
        self.name, self._saves, self._shown = name, saves, shown
        self._follows, self._why = follows, why
        self._had_ended = bool(shown)
        self.renamed: Callable[[str], None] = lambda name: None

    def __call__(self, run: Playthrough) -> None:
        """Keep the play as it stands; raises StoreError.

        Where another window has gone on with it, it is kept as a play of its own, and Parted says
        so.
        """
        if run.digest == self._shown:
            return
        self._shown = ""
        if not self.name or (self._had_ended and not run.play.ended):
            self._rename()
        self._had_ended = run.play.ended
        finished = finished_of(run) if run.play.ended else None
        try:
            self._saves.keep(self.name, run, finished, self._follows, self._why)
        except Parted:
            self._rename()
            self._saves.keep(self.name, run, finished)
            raise
        self._follows = ""

    def _rename(self) -> None:
        self.name = self._saves.new_name()
        self.renamed(self.name)


class Records:
    """The records of one learner; `case` finds a case by its id and raises CaseError."""

    def __init__(self, saves: Saves, case: Callable[[str], Case]) -> None:
        self.saves, self._case = saves, case
        self._known: dict[Touched, Played] = {}
        self._unread: list[Touched] | None = None  # newest last
        self._unscored: list[str] | None = None

    def replay(self, name: str) -> Replayed:
        """A play replayed; raises StoreError or CaseError."""
        saved = self.saves.load(name)
        case = self._case(saved.header.case)
        run, divergence = replayed(case, replace(saved.header, version=case.version), saved.log)
        is_same = divergence is None and not saved.damaged and run.digest == saved.head
        return Replayed(run, divergence, saved.damaged, is_same)

    def keeper(self, name: str, found: Replayed | None = None) -> Keeper:
        """Keeps a running play under its name, or one that was found changed in place of it."""
        if found is None or found.is_same:
            return Keeper(self.saves, name)
        why = "damaged" if found.damaged else "older"
        return Keeper(self.saves, self.saves.new_name(), follows=name, why=why)

    def copier(self, run: Playthrough) -> Keeper:
        """Keeps nothing while a finished play is only looked at; a second try is a new play."""
        return Keeper(self.saves, "", run.digest)

    # ------------------------------------------------------------ lists

    def finished(self, seconds: float = 0.0) -> list[Played]:
        """The finished plays, newest first, with the summaries read so far; raises StoreError.

        Summaries that were kept are read for about so many seconds more.
        """
        dated = self.saves.dated(ended=True)
        self._unread = [one for one in reversed(dated) if one not in self._known]
        if seconds:
            self.read(seconds, rebuild=False)
        return [self._known.get(one) or _played(one) for one in dated]

    def read(self, seconds: float, rebuild: bool = True) -> bool:
        """Reads summaries for about so long, at least one; whether any was read. Raises StoreError.

        What has none is replayed and gets one, unless `rebuild` is off: that takes longer. Costs
        nothing once all that `finished` last saw has been read.
        """
        end, changed = time.monotonic() + seconds, False
        if self._unread is None:
            self.finished()
        unread, later = self._unread or [], []
        while unread and not (changed and time.monotonic() >= end):
            batch = [unread.pop() for _ in range(min(_AT_ONCE, len(unread)))]
            kept = self.saves.results([one.name for one in batch])
            while batch and not (changed and time.monotonic() >= end):
                one = batch.pop(0)
                summary = _summary(kept.get(one.name))
                if summary is None and not rebuild:
                    later.append(one)
                    continue
                played = replace(_played(one), summary=summary)
                self._known[one] = played if summary else self._rebuilt(played)
                changed = True
            unread.extend(reversed(batch))
        self._unread = unread + later[::-1]
        if rebuild and not changed:
            self._score()
        return changed

    def _score(self) -> None:
        """Gives a play of an older version its scorecard, one a call; each is tried once."""
        if self._unscored is None:
            self._unscored = self.saves.unscored()
        if self._unscored:
            name = self._unscored.pop()
            with contextlib.suppress(DangolError):
                found = self.replay(name)
                if found.is_same:  # on an edited case it would come to something else
                    self.saves.keep_result(name, finished_of(found.run))

    def _rebuilt(self, played: Played) -> Played:
        try:
            run = self.replay(played.name).run
        except DangolError:
            return replace(played, is_lost=True)
        if not run.play.ended:
            return replace(played, is_lost=True)
        finished = finished_of(run)
        with contextlib.suppress(StoreError):
            self.saves.keep_result(played.name, finished)
        return replace(played, summary=finished.summary)


def _played(one: Touched) -> Played:
    return Played(one.name, one.case, datetime.fromtimestamp(one.at))


def _summary(kept: Mapping[str, Any] | None) -> Summary | None:
    if kept is not None:
        with contextlib.suppress(ValueError):
            return summary_from_json(kept)
    return None
