"""Good replies whose words lack an act that they declare, or do one that they do not: hints.

A second look by the offline reader without sentence vectors, so that every machine says the same.
Authors read deeper than it does; hence it is told only where nothing at all in the words fits.
"""

from collections.abc import Iterator
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

# What the words may hold instead of the plain form, so that the act is not plainly lacking.
_SHOWN: Final = {
    "thank": {"thanks", "owed", "credit", "beyond"},
    "apologise": {"sorry", "generic_sorry", "concede"},
    "acknowledge": {
        *("sorry", "feeling", "understand", "exclaim", "wish", "calm", "normal", "meaning"),
        *("effort", "infer", "guess", "own_feeling", "body", "concede", "beyond", "thanks"),
        *("owed", "credit", "rhetorical", "customer_said"),
    },
}  # fmt: skip
_AXIS: Final = {"thank": "gratitude", "apologise": "er", "acknowledge": "er"}
_POOR: Final = frozenset({"beg", "bribe", "blame"})  # cues with the names of their acts
_NONE: Final = 0.05


def wording_hints(case: Case) -> Iterator[Told]:
    """The hints on the good replies of a case, one for each act and language."""
    for node in case.nodes.values():
        for reply in node.replies:
            if reply.acts and not any(ACTS[act.name].is_poor for act in reply.acts):
                for language in case.languages:
                    for code, act in _told(case, node, reply, language):
                        values: dict[str, object] = {
                            "reply": reply.id, "act": act, "language": language,
                        }  # fmt: skip
                        yield code, reply.at.at("acts"), values


def _told(case: Case, node: Node, reply: Reply, language: str) -> Iterator[tuple[str, str]]:
    from scoring.reading.cues import cues
    from scoring.reading.normal import plain

    said = case.text(reply.say, language)
    held = cues(plain(said))
    read = _reader().read(said, language, _context(case, node, language))
    for act in dict.fromkeys(one.name for one in reply.acts):
        if act in _SHOWN and not held & _SHOWN[act] and getattr(read, _AXIS[act]) < _NONE:
            yield "N010", act
    for act in sorted(_POOR & held):
        # A reproach with thanks in it is as a rule none: you say it was nothing, but you did it.
        if act != "blame" or ("thanks" not in held and _is_flagged(read)):
            yield "N011", act


def _is_flagged(read: "Reading") -> bool:
    return any(one.name == "blame" for one in read.flags)


@cache
def _reader() -> "Reader":
    from scoring.reading.reader import Reader

    return Reader.open()


def _context(case: Case, node: Node, language: str) -> "Context":
    from scoring.reading.context import Context

    return Context(
        customer=case.text(node.say.variants[0].text, language) if node.say else "",
        feels={one.id: case.text(one.text, language) for one in case.feels.values()},
        thank_for={one.id: case.text(one.text, language) for one in case.deeds.values()},
        harms={one.id: case.text(one.text, language) for one in case.harms.values()},
    )
