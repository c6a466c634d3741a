"""Where the hash chain of a play does not hold, and what of that record was changed.

Where one byte is wrong it is looked for: the record that fits the chain again says which field it
was. Of two changes or more only the record can be named.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from game.playthrough import canonical, chained, linked

Values = Mapping[str, Any]
Row = tuple[Values, str]

_LONGEST: Final = 700  # bytes of a record in which one is looked for: a fifth of a second or so
_PRIVATE: Final = ("agent", "say", "text")  # the trainee's name and words are not repeated


@dataclass(frozen=True, slots=True)
class Break:
    """The first record that does not fit: an input from 1, or 0 for the header.

    `field` is "" where it cannot be told; `stands` is its JSON now, `was` before, both "" where
    that is unknown or nobody else's business.
    """

    number: int
    field: str = ""
    stands: str = ""
    was: str = ""


def first_break(
    header: Values, rows: Sequence[Row], head: str | None = None, is_named: bool = True
) -> Break | None:
    """The first record that does not fit the chain, None where all do.

    `head` is the last link as it was kept apart, where it was. Looking for the field takes a
    moment; without `is_named` it is left out. Raises ValueError where the values are no text.
    """
    link = chained("", header)
    for number, (entry, chain) in enumerate(rows, 1):
        before, link = link, chained(link, entry)
        if link == chain:
            continue
        if _goes_on(link, rows[number:], head):
            return Break(number, "chain", chain, link)
        found = _changed(entry, partial(_fits, before, chain), is_named)
        if found:
            return Break(number, *found)
        return (number == 1 and _in_header(header, entry, chain, is_named)) or Break(number)
    if head is None or head == link:
        return None
    if sum(one != other for one, other in zip(head, link, strict=False)) <= 1:
        return Break(len(rows), "head", head, link)
    if not rows and (found := _changed(header, lambda tried: linked("", tried) == head, is_named)):
        return Break(0, *found)
    return Break(len(rows) + 1 if rows else 0)


def _fits(before: str, chain: str, tried: bytes) -> bool:
    return linked(before, tried) == chain


def _goes_on(link: str, after: Sequence[Row], head: str | None) -> bool:
    """Whether what follows was chained to this link: then what stands of it was changed."""
    if after:
        entry, chain = after[0]
        return chained(link, entry) == chain
    return link == head


def _in_header(header: Values, entry: Values, chain: str, is_named: bool) -> Break | None:
    written = canonical(entry)
    found = _changed(header, lambda tried: linked(linked("", tried), written) == chain, is_named)
    return Break(0, *found) if found else None


def _changed(
    data: Values, fits: Callable[[bytes], bool], is_named: bool
) -> tuple[str, str, str] | None:
    """The field of which one byte was changed, what stands there and what it was."""
    mended = _mended(canonical(data), fits) if is_named else None
    if mended is None:
        return None
    for key in {**data, **mended}:
        now, then = data.get(key), mended.get(key)
        if now != then:
            if key in _PRIVATE:
                return key, "", ""
            return key, json.dumps(now, ensure_ascii=False), json.dumps(then, ensure_ascii=False)
    return None


def _mended(written: bytes, fits: Callable[[bytes], bool]) -> dict[str, Any] | None:
    """The record with the one byte changed that makes it fit."""
    if len(written) > _LONGEST:
        return None
    for at in range(len(written)):
        before, after = written[:at], written[at + 1 :]
        for byte in range(32, 256):
            tried = b"%s%c%s" % (before, byte, after)
            if fits(tried):
                found: dict[str, Any] = json.loads(tried)
                return found
    return None
