"""Teaching: does a wrong reply tempt, is the right one betrayed by its place or its length."""

from collections.abc import Iterator, Mapping

from game.case.checks.structure import Found, replies_of
from game.case.model import Case
from game.case.nodes import Node, Reply
from game.case.problems import Place
from scoring.acts import ACTS

_ENOUGH_NODES = 4


def teaching_problems(case: Case, places: Mapping[str, Place]) -> Iterator[Found]:
    """Problems of what the case teaches; `places` tells where its texts stand."""
    for reply in replies_of(case):
        yield from _of_reply(case, reply)
    choices = [node for node in case.nodes.values() if len(node.replies) > 1]
    for node in choices:
        if all(reply.better is None for reply in node.replies):
            plain = node.id.rpartition("/")[2]  # as it is called in its own file
            yield "L002", node.at.at("replies"), {"node": plain}
    yield from _telltale(case, choices)
    yield from _quotes(case, places)


def _of_reply(case: Case, reply: Reply) -> Iterator[Found]:
    poor = next((act.name for act in reply.acts if ACTS[act.name].is_poor), None)
    if (poor or reply.hurts or reply.breaks) and reply.better is None:
        yield "L001", reply.at.place, {"reply": reply.id, "act": poor or "hurts"}
    if case.free_text and reply.hears is None:
        yield "L006", reply.at.place, {"reply": reply.id}
    quotes = reply.at.values.get("quotes")
    acts = {f"{act.name} {act.target}" if act.target else act.name for act in reply.acts}
    for act, place in getattr(quotes, "keys", {}).items():
        if act not in acts:
            yield "L007", place, {"reply": reply.id, "act": act}


def _telltale(case: Case, choices: list[Node]) -> Iterator[Found]:
    """The best reply gives itself away when it is first, or longest, in every node."""
    mixed = [
        node for node in choices
        if any(r.better for r in node.replies) and any(r.better is None for r in node.replies)
    ]  # fmt: skip
    if len(mixed) < _ENOUGH_NODES:
        return
    if all(node.replies[0].better is None for node in mixed):
        yield "L004", case.at.at("nodes"), {}
    for language in case.languages:
        if all(_longest(case, node, language).better is None for node in mixed):
            yield "L005", case.at.at("nodes"), {"language": language}


def _longest(case: Case, node: Node, language: str) -> Reply:
    return max(node.replies, key=lambda reply: len(case.text(reply.say, language)))


def _quotes(case: Case, places: Mapping[str, Place]) -> Iterator[Found]:
    for reply in replies_of(case):
        for act in reply.acts:
            if act.quote is None:
                continue
            own = case.texts[case.language][act.quote]
            if own not in case.text(reply.say, case.language):
                values: dict[str, object] = {"quote": own, "language": case.language}
                yield "L003", places.get(act.quote, reply.at.place), values
