"""Who practises on this computer, and the drawer with the plays and plans of each.

Plays made before anybody gave a name belong to the guest. Who practises now is this window's own
affair once it is open; what was chosen last counts at the next start.
"""

import json
import time
import uuid
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Row, distinct, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as put

from game.errors import StoreError
from game.store.chains import text_of
from game.store.database import FILE, Database
from game.store.erasing import erase, finish_erasing
from game.store.plans import Plans
from game.store.saves import Saves
from game.store.schema import learners, plays, remembered
from game.store.takeover import take_over

GUEST: Final = ""
_CHOSEN, _GUEST_SEEN = "chosen", "guest-seen"


@dataclass(frozen=True, slots=True)
class Learner:
    """One who practises here; `portrait` is a folder of the cast, `seen` what was shown once."""

    id: str
    name: str
    portrait: str
    seen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tally:
    """What a learner has come to: finished plays, and cases whose customer comes back."""

    plays: int = 0
    regulars: int = 0


class Drawer:
    """The plays and plans of one learner, or of the guest."""

    def __init__(self, database: Database, learner: str = GUEST) -> None:
        self.saves = Saves(database, learner)
        self.plans = Plans(database, learner)


class Learners:
    """The learners in the database of a data folder, opened when it is first asked for anything.

    `notices` tell of what was damaged or could not be taken over. Where nothing can be read there
    is nobody, and every change says why it was not kept.
    """

    def __init__(self, home: Path, database: Database | None = None) -> None:
        self.home = home
        self.database = database or Database(home / FILE)
        self.database.on_open += [self._take_over, self._put_back, self._finish_erasing]
        self._drawers: dict[str, Drawer] = {}
        self._found: tuple[Learner, ...] = ()
        self._guest_seen: tuple[str, ...] = ()
        self._chosen = GUEST
        self._is_read = False
        self.look()

    @property
    def notices(self) -> Sequence[StoreError]:
        """What is to be said of the database itself, once."""
        return self.database.notices

    @property
    def found(self) -> tuple[Learner, ...]:
        """All learners as they were last read, in the order in which they came."""
        return self._found

    @property
    def chosen(self) -> Learner | None:
        """Who practises now; None for the guest."""
        return next((one for one in self._found if one.id == self._chosen), None)

    def look(self) -> StoreError | None:
        """Reads who is there now: another window may have changed it. Why not, where it cannot."""
        try:
            with self.database.reading() as connection:
                rows = connection.execute(select(learners).order_by(learners.c.came)).all()
                kept = {row.key: row.value for row in connection.execute(select(remembered))}
        except StoreError as error:
            return error
        self._found = tuple(_learner(row) for row in rows)
        self._guest_seen = _texts(kept.get(_GUEST_SEEN, "[]"))
        if not self._is_read:
            self._chosen = kept.get(_CHOSEN, GUEST)
            self._is_read = True
        return None

    def tallies(self) -> dict[str, Tally]:
        """What each learner has come to, the guest under ""; raises StoreError."""
        passed = plays.c.passed & (plays.c.mode != "explore")
        wanted = select(
            plays.c.learner,
            func.count().label("plays"),
            func.count(distinct(plays.c.case)).filter(passed).label("regulars"),
        ).where(plays.c.ended, plays.c.aside == "")
        with self.database.reading() as connection:
            rows = connection.execute(wanted.group_by(plays.c.learner)).all()
        return {row.learner or GUEST: Tally(row.plays, row.regulars) for row in rows}

    def kept(self) -> int:
        """How many plays there are of everybody; raises StoreError."""
        with self.database.reading() as connection:
            wanted = select(func.count()).select_from(plays).where(plays.c.aside == "")
            return connection.execute(wanted).scalar_one()

    def drawer(self, learner: str) -> Drawer:
        """The drawer of a learner, or of the guest (`GUEST`)."""
        if learner not in self._drawers:
            self._drawers[learner] = Drawer(self.database, learner)
        return self._drawers[learner]

    # ------------------------------------------------------------ changes

    def choose(self, learner: str) -> None:
        """From now on this learner practises, or the guest; raises StoreError."""
        self._chosen = learner
        with self.database.writing() as connection:
            _remember(connection, _CHOSEN, learner)

    def add(self, name: str, portrait: str) -> Learner:
        """A new learner, who practises from now on; raises StoreError."""
        new, now = Learner(str(uuid.uuid4()), name, portrait), time.time()
        with self.database.writing() as connection:
            connection.execute(insert(learners), _row(new, now))
            _remember(connection, _CHOSEN, new.id)
        self._found, self._chosen = (*self._found, new), new.id
        return new

    def change(self, learner: str, name: str, portrait: str) -> None:
        """Gives a learner another name and face; raises StoreError."""
        changed = {"name": name, "portrait": portrait, "changed": time.time()}
        with self.database.writing() as connection:
            connection.execute(update(learners).where(learners.c.id == learner).values(changed))
        self.look()

    def remove(self, learner: str) -> None:
        """Deletes a learner with all plays and plans, for good; raises StoreError."""
        self._forget([learner])
        erase(self.database, self.home, [learner])

    def remove_all(self) -> None:
        """Deletes every learner, and the plays and plans of the guest; raises StoreError."""
        self._forget([*(one.id for one in self._found), GUEST])
        erase(self.database, self.home, None)

    def _forget(self, leaving: Sequence[str]) -> None:
        self._found = tuple(one for one in self._found if one.id not in leaving)
        self._chosen = GUEST if self._chosen in leaving else self._chosen
        self._guest_seen = () if GUEST in leaving else self._guest_seen
        for one in leaving:
            self._drawers.pop(one, None)

    def has_seen(self, what: str) -> bool:
        """Whether who practises now was shown this once."""
        return what in (self.chosen.seen if self.chosen else self._guest_seen)

    def see(self, what: str) -> None:
        """Remembers that it was shown; raises StoreError, it counts for this run all the same."""
        if self.has_seen(what):
            return
        chosen = self.chosen
        if chosen is None:
            self._guest_seen = (*self._guest_seen, what)
            with self.database.writing() as connection:
                _remember(connection, _GUEST_SEEN, list(self._guest_seen))
            return
        after = replace(chosen, seen=(*chosen.seen, what))
        self._found = tuple(after if one.id == after.id else one for one in self._found)
        with self.database.writing() as connection:
            known = update(learners).where(learners.c.id == after.id)
            connection.execute(known.values(seen=text_of(after.seen)))

    # ------------------------------------------------------------ when it is opened

    def _take_over(self) -> None:
        try:
            take_over(self.database, self.home)
        except StoreError as error:  # the files stay where they are; the next start tries again
            self.database.notices.append(error)

    def _put_back(self) -> None:
        """Into a new database, begun after damage, those whom this window still knows."""
        if self._found:
            now = time.time()
            with self.database.writing() as connection:
                if not connection.execute(select(learners.c.id).limit(1)).first():
                    connection.execute(insert(learners), [_row(one, now) for one in self._found])

    def _finish_erasing(self) -> None:
        with suppress(StoreError):  # the next start tries again
            finish_erasing(self.database, self.home)


def _remember(connection: Connection, key: str, value: Any) -> None:
    text = value if isinstance(value, str) else text_of(value)
    row = put(remembered).values(key=key, value=text)
    connection.execute(row.on_conflict_do_update(index_elements=["key"], set_={"value": text}))


def _row(learner: Learner, now: float) -> dict[str, Any]:
    seen = text_of(learner.seen)
    row = {"id": learner.id, "name": learner.name, "portrait": learner.portrait}
    return {**row, "seen": seen, "came": now, "changed": now}


def _learner(row: Row[Any]) -> Learner:
    return Learner(row.id, row.name, row.portrait, _texts(row.seen))


def _texts(text: str) -> tuple[str, ...]:
    """A JSON list of texts; nothing where it is none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return ()
    return tuple(one for one in data if isinstance(one, str)) if isinstance(data, list) else ()
