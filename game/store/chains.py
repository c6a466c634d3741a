"""The inputs of a play as they are stored: JSON texts, each bound to all before it by its chain."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from game.playthrough import Entry, Header, chained, entry_from_json, header_from_json


@dataclass(frozen=True, slots=True)
class Saved:
    """A play as it was read back; `damaged` when only the inputs before some damage are here.

    `head` is the last link of the chain that holds.
    """

    name: str
    header: Header
    log: list[Entry]
    head: str
    damaged: bool = False


def text_of(data: Any) -> str:
    """JSON as it is stored."""
    return json.dumps(data, ensure_ascii=False)


def object_of(text: str) -> dict[str, Any]:
    """The JSON object of a text; an empty one where it holds none."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    return data if isinstance(data, dict) else {}


def saved_of(name: str, header: Mapping[str, Any], rows: Sequence[tuple[str, str]]) -> Saved:
    """A play from its header and its inputs with their chain, up to the first that does not fit.

    The chain is taken over what is stored and not over what this program would write, so that a
    field that came later breaks nothing. Raises ValueError where the header makes no sense.
    """
    known, head = header_from_json(header), chained("", header)
    log: list[Entry] = []
    for text, chain in rows:
        data = object_of(text)
        link = chained(head, data)
        if link != chain:
            break
        try:
            log.append(entry_from_json(data))
        except ValueError:
            break
        head = link
    return Saved(name, known, log, head, damaged=len(log) < len(rows))
