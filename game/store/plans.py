"""The plans of one learner: what they mean to do when something happens, and what came of it."""

import time
import uuid
from dataclasses import dataclass

from sqlalchemy import Row, insert, select, update

from game.store.database import Database
from game.store.schema import plans


@dataclass(frozen=True, slots=True)
class Plan:
    """One if-then plan; `day` and `asked` are ISO dates, `answer` is "", kept or dropped."""

    id: str
    case: str
    when: str
    then: str
    day: str
    asked: str = ""
    answer: str = ""


class Plans:
    """The plans of one learner in a database, or of the guest (`learner` is "")."""

    def __init__(self, database: Database, learner: str = "") -> None:
        self._database = database
        self._learner = learner or None

    def keep(self, case: str, when: str, then: str, day: str) -> None:
        """Adds a plan made on `day`; raises StoreError."""
        row = {
            "id": str(uuid.uuid4()),
            "learner": self._learner,
            "case": case,
            "when": when,
            "then": then,
            "day": day,
            "asked": "",
            "answer": "",
            "made": time.time(),
        }
        with self._database.writing() as connection:
            connection.execute(insert(plans), row)

    def open(self, day: str) -> Plan | None:
        """The newest plan, if it is still to be asked about: made before `day`, not asked on it.

        Raises StoreError.
        """
        newest = self.newest()
        if newest is None or newest.answer or newest.day >= day or newest.asked >= day:
            return None
        return newest

    def newest(self) -> Plan | None:
        """The plan that was made last; raises StoreError."""
        own = plans.c.learner.is_not_distinct_from(self._learner)
        wanted = select(plans).where(own).order_by(plans.c.made.desc(), plans.c.id).limit(1)
        with self._database.reading() as connection:
            row = connection.execute(wanted).one_or_none()
        return None if row is None else _plan(row)

    def answer(self, answer: str, day: str) -> None:
        """Answers the newest plan: kept, dropped, or "" to be asked another day."""
        newest = self.newest()
        if newest is None:
            return
        with self._database.writing() as connection:
            answered = update(plans).where(plans.c.id == newest.id)
            connection.execute(answered.values(answer=answer, asked=day))


def _plan(row: Row[tuple[str, ...]]) -> Plan:
    return Plan(row.id, row.case, row.when, row.then, row.day, row.asked, row.answer)
