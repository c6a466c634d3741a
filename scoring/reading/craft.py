"""Korean craft: wording that a trainee may polish, told in the debrief and never punished.

Each note quotes the words and offers better ones. Source: the National Institute of Korean
Language on honorifics for things (사물 존칭); the rest are our rules and unvalidated.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Note:
    """A note of a `kind` on `quote`, which is `reply[start:end]`; `better` may be said instead."""

    kind: str
    quote: str
    start: int
    end: int
    better: str


_THINGS: Final = r"(?:사이즈|색상|제품|상품|물건|재고|배송|택배|가격|금액|주문|결제|쿠폰|포인트|커피|음료|자리|요금)"
_HONOURED: Final = (
    (re.compile(rf"({_THINGS}[이가은는]?\s?)(?:없으세요|없으십니다|없으시고요)"), r"\1없습니다"),
    (re.compile(rf"({_THINGS}[이가은는]?\s?)(?:있으세요|있으십니다)"), r"\1있습니다"),
    (re.compile(rf"({_THINGS}[이가은는]?\s?)나오셨습니다"), r"\1나왔습니다"),
    (re.compile(rf"({_THINGS}[이가은는]?\s?)(?:품절이세요|품절이십니다)"), r"\1품절입니다"),
    (re.compile(r"([\d,만천백]+\s?원)(?:이세요|이십니다)"), r"\1입니다"),
)
_CUSHIONS: Final = re.compile(
    r"번거로우시겠지만|죄송하지만|죄송합니다만|실례지만|괜찮으시다면|바쁘시겠지만|불편하시겠지만"
)
_JARGON: Final = (
    ("VOC", "고객님 의견"), ("CS", "상담"), ("익일", "다음 날"), ("금일", "오늘"), ("명일", "내일"),
    ("당사", "저희"), ("귀사", "회사"), ("상기", "위"), ("유선상", "전화"), ("출고", "보내기"),
)  # fmt: skip
_VAGUE: Final = re.compile(
    r"(?:빠른|이른)\s?시일\s?(?:내|안)에?|조만간|추후에?|최대한\s?빨리|곧\s?(?=연락|처리|답변)"
)
_FORMAL: Final = re.compile(r"니다(?=[.!~\s]|$)|니까(?=[?\s]|$)")
_POLITE: Final = re.compile(r"(?:[어아여해네죠게]|세|에)요(?=[.!?~\s]|$)|죠(?=[.!?~\s]|$)")
_PLAIN: Final = re.compile(r"(?:[했됐였]어|할게|줄게|거야|잖아|이야|맞아)(?=[.!?~]|$)")


def notes(reply: str, lang: str) -> tuple[Note, ...]:
    """The notes on a reply in the order of its words; none on a language other than Korean."""
    if lang != "ko":
        return ()
    found = (*_honours(reply), *_cushions(reply), *_jargon(reply), *_vague(reply), *_levels(reply))
    return tuple(sorted(found, key=lambda one: (one.start, one.kind)))


def _note(kind: str, match: re.Match[str], better: str) -> Note:
    return Note(kind, match.group(), match.start(), match.end(), better)


def _honours(reply: str) -> Iterator[Note]:
    """Honorifics for a thing: only people are honoured."""
    for pattern, better in _HONOURED:
        yield from (_note("things", one, one.expand(better)) for one in pattern.finditer(reply))


def _cushions(reply: str) -> Iterator[Note]:
    """From the second cushion word on: one is enough."""
    yield from (_note("cushions", one, "") for one in list(_CUSHIONS.finditer(reply))[1:])


def _jargon(reply: str) -> Iterator[Note]:
    for word, better in _JARGON:
        pattern = re.compile(rf"(?<![A-Za-z가-힣]){word}(?![A-Za-z])")
        yield from (_note("jargon", one, better) for one in pattern.finditer(reply))


def _vague(reply: str) -> Iterator[Note]:
    """A promise without a time, unless a time stands in the same reply."""
    if not re.search(r"\d|오늘|내일|모레|[월화수목금토일]요일|정오|자정", reply):
        yield from (_note("vague", one, "") for one in _VAGUE.finditer(reply))


def _levels(reply: str) -> Iterator[Note]:
    """Familiar speech among polite speech: the first place where the level drops."""
    dropped = _PLAIN.search(reply)
    if dropped and (_FORMAL.search(reply) or _POLITE.search(reply)):
        yield _note("level", dropped, "")
