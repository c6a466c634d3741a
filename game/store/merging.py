"""Taking exported records into a database: what is new comes in, and twice is once.

Ids decide. A play that went on since is lengthened; one that went on differently on two computers
is kept as two. Whatever is damaged is left out and named by its file and line.
"""

import uuid
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, insert, select, update

from game.errors import StoreError
from game.playthrough import chained
from game.store.archive import FORMAT, KIND
from game.store.chains import object_of, text_of
from game.store.database import Database
from game.store.files import store_error
from game.store.lines import PlayLine, Refused, learner_row, plan_row, play_line
from game.store.schema import inputs, learners, plans, plays
from game.store.scorecards import delete_cards, write_card

NEW: Final = "new"
LONGER: Final = "longer"
KNOWN: Final = "known"


@dataclass(slots=True)
class Merged:
    """What came of it: for learners, plays and plans how many were new, longer or known.

    `refused` are file, line from 1 and the reason; `namesakes` are names that two learners have.
    """

    counts: dict[tuple[str, str], int] = field(default_factory=dict)
    refused: list[tuple[Path, int, StoreError]] = field(default_factory=list)
    namesakes: list[str] = field(default_factory=list)

    def count(self, kind: str, how: str) -> None:
        """One more."""
        self.counts[kind, how] = self.counts.get((kind, how), 0) + 1

    def number(self, kind: str, how: str) -> int:
        """How many learners, plays or plans were new, longer or known."""
        return self.counts.get((kind, how), 0)


def merge(database: Database, path: Path, merged: Merged) -> None:
    """Takes in a file of exported records, all that is right of it or nothing. Raises StoreError.

    What came of it is added to `merged`.
    """
    try:
        lines = path.read_bytes().decode("utf-8-sig", "replace").removesuffix("\n").split("\n")
    except FileNotFoundError:
        raise StoreError("cli.import.none", path=path) from None
    except OSError as error:
        raise store_error(path, error) from error
    _check(path, object_of(lines[0]))
    with database.writing() as connection:
        for number, line in enumerate(lines[1:], 2):
            try:
                kind, how = _take(connection, object_of(line))
                merged.count(kind, how)
            except Refused as refused:
                merged.refused.append((path, number, refused))
        merged.namesakes = _namesakes(connection)


def _check(path: Path, head: Mapping[str, Any]) -> None:
    written = head.get("format")
    if head.get("kind") != KIND or not isinstance(written, int):
        raise StoreError("cli.import.not-ours", path=path)
    if written > FORMAT:
        raise StoreError("cli.import.newer", path=path)


def _take(connection: Connection, data: Mapping[str, Any]) -> tuple[str, str]:
    kind = data.get("kind")
    take = _TAKERS.get(kind) if isinstance(kind, str) else None
    if take is None or not isinstance(kind, str):
        raise Refused("cli.import.line")
    return kind, take(connection, data)


def _take_learner(connection: Connection, data: Mapping[str, Any]) -> str:
    """The newer name and face count; what was shown anywhere was shown."""
    row = learner_row(data)
    known = connection.execute(select(learners).where(learners.c.id == row["id"])).one_or_none()
    if known is None:
        connection.execute(insert(learners), dict(row))
        return NEW
    both = [text["seen"] for text in (_seen(known.seen), _seen(row["seen"]))]
    changed = {"seen": text_of(sorted({*both[0], *both[1]}))}
    if row["changed"] > known.changed:
        changed |= {key: row[key] for key in ("name", "portrait", "changed")}
    if sorted(both[0]) == sorted({*both[0], *both[1]}):
        del changed["seen"]
    if not changed:
        return KNOWN
    connection.execute(update(learners).where(learners.c.id == row["id"]).values(changed))
    return LONGER


def _seen(text: str) -> dict[str, Any]:
    return object_of(f'{{"seen": {text}}}') or {"seen": []}


def _take_plan(connection: Connection, data: Mapping[str, Any]) -> str:
    row = plan_row(data)
    _check_owner(connection, row["learner"])
    known = connection.execute(select(plans).where(plans.c.id == row["id"])).one_or_none()
    if known is None:
        connection.execute(insert(plans), dict(row))
        return NEW
    if known.asked >= row["asked"]:
        return KNOWN
    answered = {"asked": row["asked"], "answer": row["answer"]}
    connection.execute(update(plans).where(plans.c.id == row["id"]).values(answered))
    return LONGER


def _take_play(connection: Connection, data: Mapping[str, Any]) -> str:
    line = play_line(data)
    _check_owner(connection, line.row["learner"])
    known = _known(connection, line.saved.name)
    if known is None:
        _put_play(connection, line, line.saved.name, line.row["follows"])
        return NEW
    length, head = known
    if length == len(line.rows) and head == line.saved.head:
        return KNOWN
    if length < len(line.rows) and _link(line, length) == head:
        _lengthen(connection, line, length)
        return LONGER
    if length > len(line.rows) and _is_beginning(connection, line):
        return KNOWN
    # Two computers went on with it, each in its own way. The same two give the same name.
    own = str(uuid.uuid5(uuid.UUID(line.saved.name), line.saved.head))
    if _known(connection, own):
        return KNOWN
    _put_play(connection, line, own, line.saved.name)
    return NEW


def _check_owner(connection: Connection, learner: str | None) -> None:
    wanted = select(learners.c.id).where(learners.c.id == learner)
    if learner is not None and connection.execute(wanted).first() is None:
        raise Refused("cli.import.owner")


def _known(connection: Connection, play: str) -> tuple[int, str] | None:
    wanted = select(plays.c.inputs, plays.c.head).where(plays.c.id == play)
    row = connection.execute(wanted).one_or_none()
    return (row.inputs, row.head) if row else None


def _link(line: PlayLine, number: int) -> str:
    """The chain after so many inputs; before the first, that of the header."""
    return line.rows[number - 1][1] if number else chained("", object_of(line.row["header"]))


def _is_beginning(connection: Connection, line: PlayLine) -> bool:
    number = len(line.rows)
    wanted = select(inputs.c.chain).where(
        inputs.c.play == line.saved.name, inputs.c.number == number
    )
    if number:
        return connection.execute(wanted).scalar_one_or_none() == line.saved.head
    header = select(plays.c.header).where(plays.c.id == line.saved.name)
    return object_of(connection.execute(header).scalar_one()) == object_of(line.row["header"])


def _put_play(connection: Connection, line: PlayLine, name: str, follows: str | None) -> None:
    known = line.saved.header
    row = {
        **line.row,
        "id": name,
        "follows": follows,
        "case": known.case,
        "version": known.version,
        "mode": known.mode.value,
        "language": known.language,
        "head": line.saved.head,
        "inputs": len(line.rows),
    }
    connection.execute(insert(plays), row)
    _put_inputs(connection, line, name, 0)
    _put_cards(connection, line, name)


def _lengthen(connection: Connection, line: PlayLine, stored: int) -> None:
    name, row = line.saved.name, line.row
    stands = ("touched", "turns", "ended", "aside", "ending", "passed", "summary")
    values = {key: row[key] for key in stands}
    values |= {"head": line.saved.head, "inputs": len(line.rows)}
    connection.execute(update(plays).where(plays.c.id == name).values(values))
    _put_inputs(connection, line, name, stored)
    delete_cards(connection, name)
    _put_cards(connection, line, name)


def _put_inputs(connection: Connection, line: PlayLine, name: str, stored: int) -> None:
    rows = [
        {"play": name, "number": number, "entry": entry, "chain": chain}
        for number, (entry, chain) in enumerate(line.rows[stored:], stored + 1)
    ]
    if rows:
        connection.execute(insert(inputs), rows)


def _put_cards(connection: Connection, line: PlayLine, name: str) -> None:
    for path, card, found in line.cards:
        write_card(connection, name, path, card, found)


def _namesakes(connection: Connection) -> list[str]:
    met: dict[str, list[str]] = {}
    for name in connection.execute(select(learners.c.name).order_by(learners.c.came)).scalars():
        met.setdefault(name.casefold(), []).append(name)
    return [names[0] for names in met.values() if len(names) > 1]


_TAKERS: Mapping[str, Callable[[Connection, Mapping[str, Any]], str]] = {
    "learner": _take_learner,
    "play": _take_play,
    "plan": _take_plan,
}
