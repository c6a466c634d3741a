"""A `better` that reads no better than the reply it is to mend: a hint, told by the deep check.

Read by the offline reader without sentence vectors, so that every machine says the same. A tempting
reply reads well, that is its art; hence the hint waits until the reader is sure, in every language
of the case, of a fall by three levels and of nothing that rises, or until the words are the same.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from typing import TYPE_CHECKING, Final

from game.case.checks.structure import Found as Told
from game.case.model import Case
from game.case.nodes import Node, Reply
from scoring.acts import ACTS

if TYPE_CHECKING:
    from scoring.reading.context import Context
    from scoring.reading.reader import Reader
    from scoring.reading.reading import Reading

_FALL: Final = 3  # levels, 0 to 2 on each of five axes
_SURE: Final = 0.5
_THE_SAME: Final = 0.85  # of the letters of both
_SOME, _FULL = 0.5, 1.5


def better_hints(case: Case) -> Iterator[Told]:
    """The hints on all stronger wordings of a case."""
    for node in case.nodes.values():
        for reply in node.replies:
            if reply.better is not None and _reads_no_better(case, node, reply):
                yield "N003", reply.at.at("better"), {"reply": reply.id, "node": node.id}


def _reads_no_better(case: Case, node: Node, reply: Reply) -> bool:
    assert reply.better is not None
    for language in case.languages:
        said, better = case.text(reply.say, language), case.text(reply.better, language)
        if SequenceMatcher(None, said, better, autojunk=False).ratio() >= _THE_SAME:
            continue
        context = _context(case, node, language)
        if not _falls(*(_reader().read(one, language, context) for one in (said, better))):
            return False
    return True


@cache
def _reader() -> "Reader":
    from scoring.reading.reader import Reader

    return Reader.open()


def _falls(said: "Reading", better: "Reading") -> bool:
    """Whether the second reads worse for certain: much lower, nothing higher, no better acts."""
    was, is_ = _levels(said), _levels(better)
    return (
        min(said.confidence, better.confidence) >= _SURE
        and all(now <= had for had, now in zip(was, is_, strict=True))
        and sum(was) - sum(is_) >= _FALL
        and _good(better) <= _good(said)
        and len(better.flags) >= len(said.flags)
    )


def _levels(read: "Reading") -> tuple[int, ...]:
    axes = (read.er, read.ip, read.ex, read.gratitude, read.resolution)
    return tuple((one >= _SOME) + (one >= _FULL) for one in axes)


def _good(read: "Reading") -> int:
    return sum(act.level for act in read.acts if not ACTS[act.name].is_poor)


def _context(case: Case, node: Node, language: str) -> "Context":
    from scoring.reading.context import Context

    return Context(
        customer=case.text(node.say.variants[0].text, language) if node.say else "",
        feels={one.id: case.text(one.text, language) for one in case.feels.values()},
        thank_for={one.id: case.text(one.text, language) for one in case.deeds.values()},
        harms={one.id: case.text(one.text, language) for one in case.harms.values()},
    )
