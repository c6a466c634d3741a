"""The scorecards of finished plays and their findings, a row each."""

import uuid
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert

from game.store.chains import text_of
from game.store.schema import findings, scorecards
from game.view.history import Finished
from scoring.scorecard import Finding, Scorecard

Values = Mapping[str, Any]


def write_finished(connection: Connection, play: str, finished: Finished) -> None:
    """Writes the scorecards of a play in place of those it had."""
    delete_cards(connection, play)
    for path, card in (("today", finished.today), ("first", finished.first)):
        if card:
            write_card(connection, play, path, _card(card), [_finding(o) for o in card.findings])


def write_card(
    connection: Connection, play: str, path: str, card: Values, found: Sequence[Values]
) -> None:
    """Writes one scorecard, "today" or "first", with its findings in their order."""
    # Ids made from what they belong to: working it out again, anywhere, gives the same rows.
    own = uuid.uuid5(uuid.UUID(play), path)
    connection.execute(insert(scorecards), {**card, "id": str(own), "play": play, "path": path})
    rows = [
        {**one, "id": str(uuid.uuid5(own, str(at))), "scorecard": str(own), "number": at}
        for at, one in enumerate(found, 1)
    ]
    if rows:
        connection.execute(insert(findings), rows)


def delete_cards(connection: Connection, play: str) -> None:
    """Deletes the scorecards of a play."""
    connection.execute(delete(scorecards).where(scorecards.c.play == play))


def _card(card: Scorecard) -> Values:
    return {
        "resolution": card.resolution,
        "empathy": card.empathy,
        "gratitude": card.gratitude,
        "handled": card.handled,
        "resolved": card.resolved,
        "passed": card.passed,
    }


def _finding(one: Finding) -> Values:
    return {
        "axis": one.axis.value,
        "points": one.points,
        "of": one.of,
        "turn": one.turn,
        "quote": one.quote,
        "reason": one.reason.key,
        "reason_values": text_of(one.reason.values),
        "remark": one.reason.remark,
        "better": one.better,
        "kind": one.kind,
    }
