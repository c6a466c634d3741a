"""Wording: what betrays the best reply by its manners, and what a good reply should not sound like.

How polite a reply is, is counted: cushions, honorifics and formal endings in Korean; please, sorry,
thanks and questions of permission in English. The guide publishes the count. Our rule, unvalidated.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from game.case.checks.structure import Found, replies_of
from game.case.model import Case
from game.case.nodes import Node
from game.case.problems import Place
from game.case.spoken import TextId
from scoring.reading.craft import notes

_ENOUGH_NODES: Final = 4
_POLITE: Final = {
    "ko": re.compile(
        r"죄송|송구|실례|번거로|괜찮으시|바쁘[시실신]|혹시|부탁|양해|감사|고맙|덕분|께서|[가-힣]님"
        r"|드[리릴려렸]|시겠|세요|셔[요서도야]|셨|십니|시[는던면지죠니고네군]|[가-힣]니다|[가-힣]니까"
    ),
    "en": re.compile(
        r"\b(?:please|sorry|apolog\w+|thanks|thank you|would you|could you|may i|can i|would it"
        r"|if you don't mind|i'm afraid|kindly|appreciate|happy to|glad to)\b",
        re.IGNORECASE,
    ),
}
_JARGON_EN: Final = re.compile(
    r"\b(?:VOC|CSAT|NPS|SLA|AHT|FCR|KPI|RMA|SKU|EOD|COB|T&C|per our policy|as per|kindly revert"
    r"|do the needful|end user)\b"
)


def politeness(text: str, language: str) -> int:
    """How many polite forms a text has; 0 in a language that nobody has listed them for."""
    forms = _POLITE.get(language)
    return len(forms.findall(text)) if forms else 0


def wording_problems(case: Case, places: Mapping[str, Place]) -> Iterator[Found]:
    """Problems of how the replies are worded; `places` tells where the texts stand."""
    mixed = [
        node for node in case.nodes.values()
        if any(r.better for r in node.replies) and any(r.better is None for r in node.replies)
    ]  # fmt: skip
    for language in case.languages:
        if len(mixed) >= _ENOUGH_NODES and all(_is_polite(case, one, language) for one in mixed):
            yield "L008", case.at.at("nodes"), {"language": language}
    for reply in replies_of(case):
        # What is said well: a good reply, or the stronger wording of a weak one.
        text = reply.say if reply.better is None else reply.better
        for language in case.languages:
            yield from _craft(case, text, language, places.get(text, reply.at.place))


def _is_polite(case: Case, node: Node, language: str) -> bool:
    """Whether a good reply is more polite than every weak one."""
    marks = [(politeness(case.text(r.say, language), language), r.better) for r in node.replies]
    weak = max(count for count, better in marks if better)
    return max(count for count, better in marks if better is None) > weak


def _craft(case: Case, text: TextId, language: str, place: Place) -> Iterator[Found]:
    said = case.text(text, language)
    if language == "en":
        for found in _JARGON_EN.finditer(said):
            yield "L010", place, {"quote": found.group(), "language": language}
    codes = {"things": "L009", "jargon": "L010"}
    for note in notes(said, language):
        if note.kind in codes:
            values: dict[str, object] = {
                "quote": note.quote, "better": note.better, "language": language,
            }  # fmt: skip
            yield codes[note.kind], place, values
