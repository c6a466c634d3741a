"""The plays of one learner: a header and the inputs with their hash chain, which only grow.

Each turn adds its inputs in one transaction, so that a crash loses at most the turn in the making.
Nothing is written over: a play that goes on differently from what is stored is another play.
"""

import time
import uuid
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, delete, func, insert, select, update

from game.errors import StoreError
from game.playthrough import FORMAT, Playthrough, chained, header_from_json
from game.records import Parted
from game.store.chains import Saved, object_of, saved_of, text_of
from game.store.database import Database
from game.store.schema import inputs, plays, scorecards
from game.store.scorecards import delete_cards, write_finished
from game.view.history import Finished, Left, Touched

_AT_ONCE: Final = 500  # ids in one question; SQLite takes 32,766


class Saves:
    """The plays of one learner in a database, or of the guest (`learner` is "")."""

    def __init__(self, database: Database, learner: str = "") -> None:
        self._database = database
        self._learner = learner or None

    def new_name(self) -> str:
        """A name for a new play that no other computer gives."""
        return str(uuid.uuid4())

    # ------------------------------------------------------------ one play

    def keep(
        self,
        name: str,
        run: Playthrough,
        finished: Finished | None = None,
        follows: str = "",
        why: str = "older",
    ) -> None:
        """Adds what is new of a play, and what it came to when it has ended; raises StoreError.

        Raises Parted, and changes nothing, where what is stored is not how this play began. A new
        play may follow another, which is then set aside and not offered any more.
        """
        with self._database.writing() as connection:
            row = connection.execute(
                select(plays.c.head, plays.c.inputs).where(self._own(name))
            ).one_or_none()
            if row and not _goes_on(run, row.inputs, row.head):
                raise Parted("save.parted")
            stored = row.inputs if row else 0
            if row is None:
                self._begin(connection, name, run, follows)
            self._add(connection, name, run, stored)
            if row is None or stored < len(run.log) or finished:
                self._stand(connection, name, run, finished)
            if follows:
                aside = update(plays).where(self._own(follows), plays.c.aside == "")
                connection.execute(aside.values(aside=why))

    def _begin(self, connection: Connection, name: str, run: Playthrough, follows: str) -> None:
        header, now = run.header.to_json(), time.time()
        row = {
            "id": name,
            "learner": self._learner,
            "case": run.header.case,
            "version": run.header.version,
            "mode": run.header.mode.value,
            "language": run.header.language,
            "header": text_of(header),
            "head": chained("", header),
            "inputs": 0,
            "turns": 0,
            "began": now,
            "touched": now,
            "ended": False,
            "follows": follows or None,
        }
        connection.execute(insert(plays), row)

    def _add(self, connection: Connection, name: str, run: Playthrough, stored: int) -> None:
        new = enumerate(zip(run.log[stored:], run.chain[stored:], strict=True), stored + 1)
        rows = [
            {"play": name, "number": number, "entry": text_of(entry.to_json()), "chain": chain}
            for number, (entry, chain) in new
        ]
        if rows:
            connection.execute(insert(inputs), rows)

    def _stand(
        self, connection: Connection, name: str, run: Playthrough, finished: Finished | None
    ) -> None:
        values = {
            "head": run.digest,
            "inputs": len(run.log),
            "turns": run.play.turn,
            "touched": time.time(),
            "ended": run.play.ended,
            **_came_to(finished),
        }
        connection.execute(update(plays).where(self._own(name)).values(values))
        if finished:
            write_finished(connection, name, finished)
        else:
            delete_cards(connection, name)

    def load(self, name: str) -> Saved:
        """A play by name; raises StoreError.

        Refused when there is none, when it is from a newer program, or when not even its header
        can be read: then it is set aside.
        """
        with self._database.reading() as connection:
            header = connection.execute(
                select(plays.c.header).where(self._own(name))
            ).scalar_one_or_none()
            rows = connection.execute(
                select(inputs.c.entry, inputs.c.chain)
                .where(inputs.c.play == name)
                .order_by(inputs.c.number)
            ).all()
        if header is None:
            raise StoreError("save.gone", name=name)
        data = object_of(header)
        written = data.get("format")
        if isinstance(written, int) and written > FORMAT:
            raise StoreError("save.future", name=data.get("case"), format=written, known=FORMAT)
        try:
            return saved_of(name, data, [(row.entry, row.chain) for row in rows])
        except ValueError:
            self._set_aside(name)
            raise StoreError("save.damaged", name=name) from None

    def _set_aside(self, name: str) -> None:
        with self._database.writing() as connection:
            connection.execute(update(plays).where(self._own(name)).values(aside="damaged"))

    def delete(self, name: str) -> None:
        """Deletes a play for good, and what was set aside when it began. Raises StoreError."""
        with self._database.writing() as connection:
            going: str | None = name
            while going:
                before = connection.execute(
                    select(plays.c.follows).where(self._own(going))
                ).scalar_one_or_none()
                connection.execute(delete(plays).where(self._own(going)))
                going = connection.execute(
                    select(plays.c.id).where(self._own(before or ""), plays.c.aside != "")
                ).scalar_one_or_none()
        self._database.forget_bytes()

    # ------------------------------------------------------------ lists

    def dated(self, ended: bool = False) -> list[Touched]:
        """The unfinished or the `ended` plays, the one touched last first; raises StoreError."""
        wanted = select(plays.c.id, plays.c.case, plays.c.touched).where(self._listed(ended))
        with self._database.reading() as connection:
            rows = connection.execute(wanted.order_by(plays.c.touched.desc(), plays.c.id)).all()
        return [Touched(*row) for row in rows]

    def left(self) -> list[Left]:
        """The unfinished plays, newest first; those whose header makes no sense are left out."""
        wanted = select(plays.c.id, plays.c.touched, plays.c.header, plays.c.turns)
        with self._database.reading() as connection:
            rows = connection.execute(
                wanted.where(self._listed(False)).order_by(plays.c.touched.desc(), plays.c.id)
            ).all()
        found = (_left(row.id, row.touched, row.header, row.turns) for row in rows)
        return [left for left in found if left]

    def endings(self) -> dict[str, str]:
        """The node at which the latest finished play of each case ended, by the case's id."""
        # Beside a max, SQLite takes the other columns from the row that has it.
        wanted = select(plays.c.case, plays.c.ending, func.max(plays.c.touched))
        with self._database.reading() as connection:
            rows = connection.execute(
                wanted.where(self._listed(True), plays.c.ending != "").group_by(plays.c.case)
            ).all()
        return {row.case: row.ending for row in rows}

    # ------------------------------------------------------------ what they came to

    def results(self, names: Sequence[str]) -> dict[str, dict[str, Any]]:
        """What finished plays came to, as it was kept; those where nothing is are not in it."""
        found: dict[str, dict[str, Any]] = {}
        with self._database.reading() as connection:
            for start in range(0, len(names), _AT_ONCE):
                wanted = select(plays.c.id, plays.c.summary).where(
                    plays.c.id.in_(names[start : start + _AT_ONCE]), plays.c.summary.is_not(None)
                )
                for row in connection.execute(wanted):
                    if data := object_of(row.summary):
                        found[row.id] = data
        return found

    def unscored(self) -> list[str]:
        """The finished plays that have no scorecard here: made before there were any."""
        has_card = select(scorecards.c.id).where(scorecards.c.play == plays.c.id).exists()
        wanted = select(plays.c.id).where(self._listed(True), ~has_card)
        with self._database.reading() as connection:
            return list(connection.execute(wanted).scalars())

    def keep_result(self, name: str, finished: Finished) -> None:
        """Writes what a finished play came to, worked out again; raises StoreError."""
        with self._database.writing() as connection:
            owned = update(plays).where(self._own(name), plays.c.ended)
            if connection.execute(owned.values(_came_to(finished))).rowcount:
                write_finished(connection, name, finished)

    def _own(self, name: str) -> ColumnElement[bool]:
        return (plays.c.id == name) & plays.c.learner.is_not_distinct_from(self._learner)

    def _listed(self, ended: bool) -> ColumnElement[bool]:
        owned = plays.c.learner.is_not_distinct_from(self._learner)
        return owned & plays.c.ended.is_(ended) & (plays.c.aside == "")


def _goes_on(run: Playthrough, stored: int, head: str) -> bool:
    """Whether what is stored is how this play began."""
    if stored > len(run.chain):
        return False
    own = run.chain[stored - 1] if stored else chained("", run.header.to_json())
    return own == head


def _came_to(finished: Finished | None) -> dict[str, Any]:
    if finished is None:
        return {"ending": "", "passed": None, "summary": None}
    summary = finished.summary
    return {
        "ending": summary.ending,
        "passed": summary.scores.passed,
        "summary": text_of(summary.to_json()),
    }


def _left(name: str, touched: float, header: str, turns: int) -> Left | None:
    try:
        known = header_from_json(object_of(header))
    except ValueError:
        return None
    return Left(name, datetime.fromtimestamp(touched), known, turns)
