"""What one learner has played: summaries read a few at a time, and plays replayed when opened.

Nothing here blocks for long: a list of five hundred plays is there at once, its summaries follow.
"""

import contextlib
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Protocol

from game.case.model import Case
from game.errors import DangolError, StoreError
from game.playthrough import Divergence, Entry, Header, Playthrough
from game.playthrough import replay as replayed
from game.view.history import (
    Left,
    Played,
    Summary,
    summary_from_json,
    summary_of,
    turns_in,
)


class SavedPlay(Protocol):
    """A play as the store read it back."""

    @property
    def header(self) -> Header: ...
    @property
    def log(self) -> list[Entry]: ...
    @property
    def damaged(self) -> bool: ...


class Saves(Protocol):
    """What is needed of the store."""

    def new_name(self, case: str) -> str:
        """A name for a new play."""
        ...

    def keep(self, name: str, run: Playthrough) -> None:
        """Writes a play."""
        ...

    def names(self) -> list[str]:
        """The unfinished plays, newest first."""
        ...

    def dated(self, ended: bool = False) -> list[tuple[str, float]]:
        """Plays and when they were last touched, newest first."""
        ...

    def load(self, name: str, ended: bool = False) -> SavedPlay:
        """A play."""
        ...

    def set_aside(self, name: str, why: str) -> None:
        """Keeps a copy of a play as it is."""
        ...

    def result(self, name: str) -> dict[str, Any] | None:
        """What a finished play came to, if that was kept."""
        ...

    def keep_result(self, name: str, result: Mapping[str, Any]) -> None:
        """Writes what a finished play came to."""
        ...

    def delete(self, name: str) -> None:
        """Deletes a play for good."""
        ...

    def clear(self) -> None:
        """Deletes all plays for good."""
        ...


@dataclass(frozen=True, slots=True)
class Replayed:
    """A play replayed on the case as it is today."""

    run: Playthrough
    divergence: Divergence | None
    damaged: bool


class Keeper:
    """Keeps a play after each turn. One that had ended and goes on is kept under a new name.

    So what a finished play came to is never lost to a moment that is tried again. `renamed` is
    told each new name; while the play is as it was `shown` nothing is kept at all.
    """

    def __init__(self, saves: Saves, name: str, shown: str = "") -> None:
        self.name, self._saves, self._shown = name, saves, shown
        self._had_ended = bool(shown)
        self.renamed: Callable[[str], None] = lambda name: None

    def __call__(self, run: Playthrough) -> None:
        """Write the play as it stands; raises StoreError."""
        if run.digest == self._shown:
            return
        self._shown = ""
        if not self.name or (self._had_ended and not run.play.ended):
            self.name = self._saves.new_name(run.case.id)
            self.renamed(self.name)
        self._saves.keep(self.name, run)
        self._had_ended = run.play.ended
        if self._had_ended:
            with contextlib.suppress(StoreError):  # only a copy: it is built again when missing
                self._saves.keep_result(self.name, summary_of(run).to_json())


class Records:
    """The records of one learner; `case` finds a case by its id and raises CaseError."""

    def __init__(self, saves: Saves, case: Callable[[str], Case]) -> None:
        self.saves, self._case = saves, case
        self._known: dict[tuple[str, float], Played] = {}
        self._is_complete = False

    def replay(self, name: str, ended: bool = False) -> Replayed:
        """A play replayed; raises StoreError or CaseError."""
        saved = self.saves.load(name, ended)
        case = self._case(saved.header.case)
        header = Header(**{**saved.header.to_json(), "version": case.version})
        run, divergence = replayed(case, header, saved.log)
        return Replayed(run, divergence, saved.damaged)

    def keeper(self, name: str) -> "Keeper":
        """Keeps a running play under its name."""
        return Keeper(self.saves, name)

    def copier(self, run: Playthrough) -> "Keeper":
        """Keeps nothing while a finished play is only looked at; a second try is a new play."""
        return Keeper(self.saves, "", run.digest)

    # ------------------------------------------------------------ lists

    def finished(self) -> list[Played]:
        """The finished plays, newest first, with the summaries read so far; raises StoreError."""
        dated = self.saves.dated(ended=True)
        self._is_complete = all(one in self._known for one in dated)
        return [
            self._known.get((name, at)) or Played(name, datetime.fromtimestamp(at))
            for name, at in dated
        ]

    def unfinished(self) -> list[Left]:
        """The unfinished plays, newest first; those that cannot be read are left out."""
        left = []
        for name, at in self.saves.dated():
            with contextlib.suppress(StoreError):
                saved = self.saves.load(name)
                turn = turns_in(saved.log)
                left.append(Left(name, datetime.fromtimestamp(at), saved.header, turn))
        return left

    def read(self, seconds: float, rebuild: bool = True) -> bool:
        """Reads summaries for about so long, at least one; whether any was read. Raises StoreError.

        What has none is replayed and gets one, unless `rebuild` is off: that takes longer. Costs
        nothing once all that `finished` last saw has been read.
        """
        if rebuild and self._is_complete:
            return False
        end, changed = time.monotonic() + seconds, False
        left = [one for one in self.saves.dated(ended=True) if one not in self._known]
        self._is_complete = not left
        for name, at in left:
            if changed and time.monotonic() >= end:
                break
            summary = self._summary(name)
            if summary is None and not rebuild:
                continue
            played = Played(name, datetime.fromtimestamp(at), summary)
            self._known[name, at] = played if summary else self._rebuilt(played)
            changed = True
        return changed

    def _summary(self, name: str) -> Summary | None:
        kept = self.saves.result(name)
        if kept is not None:
            with contextlib.suppress(ValueError):
                return summary_from_json(kept)
        return None

    def _rebuilt(self, played: Played) -> Played:
        try:
            done = self.replay(played.name, ended=True)
        except DangolError:
            return replace(played, is_lost=True)
        if not done.run.play.ended:
            return replace(played, is_lost=True)
        summary = summary_of(done.run)
        with contextlib.suppress(StoreError):
            self.saves.keep_result(played.name, summary.to_json())
        return replace(played, summary=summary)
