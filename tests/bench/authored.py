"""The replies of the shipped cases with the acts their authors gave them, as a table.

    python -m tests.bench.authored FILE

They are weak labels: an author says what a reply does, not how well its words show it.
"""

import csv
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from game.case.library import Library
from game.case.model import Case
from game.case.nodes import Node, Reply
from game.case.spoken import TextId
from game.filling import fill
from tests.plays import ROOT

COLUMNS = (
    "id", "lang", "case", "customer", "reply", "acts", "quotes", "feels", "thank_for", "harms",
    "facts", "steps",
)  # fmt: skip
BETWEEN = "; "
_AGENT = {"ko": "한지우", "en": "Jiwoo"}


def rows(library: Library) -> Iterator[dict[str, str]]:
    """One row for each reply in each language that its case can be played in."""
    for case in library.playable():
        for language in case.languages:
            for node in case.nodes.values():
                for reply in node.replies:
                    yield _row(case, language, node, reply)


def _row(case: Case, language: str, node: Node, reply: Reply) -> dict[str, str]:
    def text(of: TextId) -> str:
        return fill(case.text(of, language), {"agent": _AGENT[language]})

    def named(those: Mapping[str, str]) -> str:
        return BETWEEN.join(f"{id}: {text.replace(';', ',')}" for id, text in those.items())

    said = node.say or node.again
    acts = [(act, f"{act.name} {act.target or '-'} {act.level}") for act in reply.acts]
    return {
        "id": f"{case.id}.{node.id}.{reply.id}",
        "lang": language,
        "case": case.id,
        "customer": text(said.variants[0].text) if said else "",
        "reply": text(reply.say),
        "acts": BETWEEN.join(name for _, name in acts),
        "quotes": BETWEEN.join(
            f"{name}: {text(act.quote).replace(';', ',')}" for act, name in acts if act.quote
        ),
        "feels": named({id: text(one.text) for id, one in case.feels.items()}),
        "thank_for": named({id: text(one.text) for id, one in case.deeds.items()}),
        "harms": named({id: text(one.text) for id, one in case.harms.items()}),
        "facts": BETWEEN.join(text(one.text).replace(";", ",") for one in case.policy),
        "steps": BETWEEN.join(text(one.text).replace(";", ",") for one in case.problem.values()),
    }


def main(file: str) -> None:
    """Writes the table."""
    with Path(file).open("w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        table.writeheader()
        table.writerows(rows(Library([ROOT / "scenarios"])))


if __name__ == "__main__":
    main(*sys.argv[1:])
