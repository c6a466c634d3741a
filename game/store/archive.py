"""The records as lines of JSON that any computer can take over: one line a learner, play or plan.

The first line says what the file is. A play stands on one line with its inputs and their chain,
its scorecards and their findings, so that whatever is wrong has one place.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Row, select, true

from game.store.chains import object_of, text_of
from game.store.database import Database
from game.store.schema import findings, inputs, learners, plans, plays, scorecards

KIND: Final = "dangol-records"
FORMAT: Final = 1
EVERYBODY: Final = "*"
_AT_ONCE: Final = 500


def export(database: Database, learner: str = EVERYBODY) -> Iterator[str]:
    """The lines of all records, or of one learner's ("" is the guest). Raises StoreError."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    yield text_of({"kind": KIND, "format": FORMAT, "made": now})
    with database.reading() as connection:
        for row in connection.execute(
            select(learners)
            .where(true() if learner == EVERYBODY else learners.c.id == learner)
            .order_by(learners.c.came, learners.c.id)
        ):
            seen = {"seen": object_of(f'{{"seen": {row.seen}}}').get("seen", [])}
            yield text_of({"kind": "learner", **row._asdict(), **seen})
        wanted = select(plays).where(_of(plays.c.learner, learner))
        rows = connection.execute(wanted.order_by(plays.c.began, plays.c.id)).all()
        for start in range(0, len(rows), _AT_ONCE):
            yield from _play_lines(connection, rows[start : start + _AT_ONCE])
        mine = select(plans).where(_of(plans.c.learner, learner))
        for row in connection.execute(mine.order_by(plans.c.made, plans.c.id)):
            yield text_of({"kind": "plan", **row._asdict()})


def _of(column: ColumnElement[Any], learner: str) -> ColumnElement[bool]:
    if learner == EVERYBODY:
        return true()
    return column.is_not_distinct_from(learner or None)


def _play_lines(connection: Connection, rows: Sequence[Row[Any]]) -> Iterator[str]:
    names = [row.id for row in rows]
    entries: dict[str, list[dict[str, Any]]] = defaultdict(list)
    done = select(inputs).where(inputs.c.play.in_(names))
    for one in connection.execute(done.order_by(inputs.c.play, inputs.c.number)):
        entries[one.play].append({**object_of(one.entry), "chain": one.chain})
    cards = _cards(connection, names)
    for row in rows:
        play = row._asdict()
        del play["case"], play["version"], play["mode"], play["language"]
        play["header"] = object_of(row.header)
        play["summary"] = object_of(row.summary) if row.summary else None
        play["inputs"] = entries[row.id]
        yield text_of({"kind": "play", **play, "scorecards": cards[row.id]})


def _cards(connection: Connection, names: Sequence[str]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in connection.execute(
        select(findings)
        .join(scorecards)
        .where(scorecards.c.play.in_(names))
        .order_by(findings.c.scorecard, findings.c.number)
    ):
        finding = row._asdict()
        del finding["id"], finding["number"], finding["scorecard"]
        pairs = object_of(f'{{"pairs": {row.reason_values}}}').get("pairs", [])
        found[row.scorecard].append({**finding, "reason_values": pairs})
    cards: dict[str, list[dict[str, Any]]] = defaultdict(list)
    wanted = select(scorecards).where(scorecards.c.play.in_(names))
    for row in connection.execute(wanted.order_by(scorecards.c.path.desc())):
        card = row._asdict()
        del card["id"], card["play"]
        cards[row.play].append({**card, "findings": found[row.id]})
    return cards
