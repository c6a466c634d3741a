"""Who practises on this computer: one small file, and a folder for the plays and plans of each.

Plays made before anybody gave a name belong to the guest, whose folder is the data folder itself.
A learner who is removed is first struck from the list and named as leaving; a program that is
killed before the folder is gone finishes the work when it is started again.
"""

import json
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from game.errors import StoreError
from game.store.files import delete_folder, set_aside, store_error, write_atomically
from game.store.plans import Plans
from game.store.saves import Saves

FORMAT: Final = 1
GUEST: Final = ""


@dataclass(frozen=True, slots=True)
class Learner:
    """One who practises here; `portrait` is a folder of the cast, `seen` what was shown once."""

    id: str
    name: str
    portrait: str
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Kept:
    learners: tuple[Learner, ...] = ()
    chosen: str = GUEST
    guest_seen: tuple[str, ...] = ()
    leaving: tuple[str, ...] = ()


class Drawer:
    """The plays and plans of one learner."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.saves = Saves(folder)

    @cached_property
    def plans(self) -> Plans:
        """The plans, read when they are first asked for."""
        return Plans(self.folder)


class Learners:
    """The learners under `home`; `damage` is what was wrong with their file, once, or None."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.path = home / "learners.json"
        self.damage: StoreError | None = None
        self._drawers: dict[str, Drawer] = {}
        self._kept = self._read()
        self._finish_leaving()

    @property
    def found(self) -> tuple[Learner, ...]:
        """All learners, in the order in which they came."""
        return self._kept.learners

    @property
    def chosen(self) -> Learner | None:
        """Who practises now; None for the guest."""
        return next((one for one in self.found if one.id == self._kept.chosen), None)

    def drawer(self, learner: str) -> Drawer:
        """The drawer of a learner, or of the guest (`GUEST`)."""
        if learner not in self._drawers:
            known = any(one.id == learner for one in self.found)
            folder = self.home / "learners" / learner if known else self.home
            self._drawers[learner] = Drawer(folder)
        return self._drawers[learner]

    def choose(self, learner: str) -> None:
        """From now on this learner practises, or the guest; raises StoreError."""
        self._write(chosen=learner)

    def add(self, name: str, portrait: str) -> Learner:
        """A new learner, who practises from now on; raises StoreError."""
        new = Learner(str(uuid.uuid4()), name, portrait)
        self._write(learners=(*self.found, new), chosen=new.id)
        return new

    def change(self, learner: str, name: str, portrait: str) -> None:
        """Gives a learner another name and face; raises StoreError."""
        self._each(learner, lambda one: replace(one, name=name, portrait=portrait))

    def remove(self, learner: str) -> None:
        """Deletes a learner with all plays and plans, for good; raises StoreError."""
        left = tuple(one for one in self.found if one.id != learner)
        chosen = GUEST if self._kept.chosen == learner else self._kept.chosen
        leaving = (*self._kept.leaving, learner)
        self._drawers.pop(learner, None)
        self._write(learners=left, chosen=chosen, leaving=leaving)
        self._finish_leaving(raises=True)

    def remove_all(self) -> None:
        """Deletes every learner, and the plays and plans of the guest; raises StoreError."""
        leaving = (*self._kept.leaving, *(one.id for one in self.found), GUEST)
        self._drawers.clear()
        self._write(learners=(), chosen=GUEST, leaving=leaving, guest_seen=())
        self._finish_leaving(raises=True)

    def has_seen(self, what: str) -> bool:
        """Whether who practises now was shown this once."""
        return what in (self.chosen.seen if self.chosen else self._kept.guest_seen)

    def see(self, what: str) -> None:
        """Remembers that it was shown; raises StoreError, it counts for this run all the same."""
        if self.has_seen(what):
            return
        if self.chosen:
            self._each(self.chosen.id, lambda one: replace(one, seen=(*one.seen, what)))
        else:
            self._write(guest_seen=(*self._kept.guest_seen, what))

    # ------------------------------------------------------------ the file

    def _each(self, learner: str, change: Callable[[Learner], Learner]) -> None:
        self._write(learners=tuple(change(o) if o.id == learner else o for o in self.found))

    def _finish_leaving(self, raises: bool = False) -> None:
        if not self._kept.leaving:
            return
        try:
            for learner in self._kept.leaving:
                delete_folder(self.home / "learners" / learner if learner else self.home / "plays")
            if GUEST in self._kept.leaving:
                self._delete_loose_files()
            self._write(leaving=())
        except StoreError:
            if raises:
                raise

    def _delete_loose_files(self) -> None:
        try:
            for pattern in ("learners.json.damaged*", "plans.json*", "error.log", "crash.txt"):
                for path in self.home.glob(pattern):
                    path.unlink(missing_ok=True)
        except OSError as error:
            raise store_error(self.path, error) from error

    def _write(self, **changes: Any) -> None:
        self._kept = replace(self._kept, **changes)
        data = {"format": FORMAT, **asdict(self._kept)}
        write_atomically(self.path, json.dumps(data, ensure_ascii=False, indent=1) + "\n")

    def _read(self) -> _Kept:
        try:
            return _kept(json.loads(self.path.read_text("utf-8")))
        except FileNotFoundError:
            return _Kept()
        except OSError as error:
            self.damage = store_error(self.path, error)
        except (ValueError, RecursionError):
            aside = set_aside(self.path)
            self.damage = StoreError("screen.learner.damaged", aside=aside or self.path)
        return self._recovered()

    def _recovered(self) -> _Kept:
        """The folders of learners whose list is lost: their plays are shown under a plain name."""
        folders = sorted(self.home.glob("learners/*-*-*-*-*"))
        found = (Learner(one.name, f"{number}", "") for number, one in enumerate(folders, 1))
        return _Kept(tuple(found))


def _kept(data: Any) -> _Kept:
    """What the file holds; raises ValueError where it is misshapen."""
    try:
        if data["format"] != FORMAT:
            raise ValueError("format")
        learners = tuple(
            Learner(_id(one["id"]), _text(one["name"]), _text(one["portrait"]), _texts(one["seen"]))
            for one in data["learners"]
        )
        leaving = tuple(_id(one) if one else GUEST for one in data["leaving"])
        return _Kept(learners, _text(data["chosen"]), _texts(data["guest_seen"]), leaving)
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(str(error)) from error


def _id(value: object) -> str:
    """An id names a folder: anything but a UUID might name one that is not ours."""
    return str(uuid.UUID(_text(value)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError(value)
    return value


def _texts(values: object) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise ValueError(values)
    return tuple(_text(one) for one in values)
