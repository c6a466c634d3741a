"""Korean craft: wording that a trainee may polish, told in the debrief and never punished.

Each note quotes the words and offers better ones. Source: the National Institute of Korean
Language on honorifics for things (사물 존칭) and on -실게요; the rest are our rules and unvalidated.
What is good Korean is left alone: 합니다 beside 해요, and 있으세요 of what is the customer's own (간접 높임).

Patterns, and no morphological analyser: whether an honoured noun is a thing or somebody's own
feeling (마음이 급하시죠) it cannot tell, and kiwipiepy takes 520 MB and seconds to load.
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


# Things of the shop's: a coupon or an order is the customer's own, and may be honoured with them.
_THINGS: Final = r"(?:사이즈|색상|제품|상품|물건|재고|배송|택배|가격|금액|커피|음료|메뉴|요금|부품)"
_DEALS: Final = r"(?:교환|환불|반품|취소|할인|배송|배달|주차|결제|수리|적립)"
_STATED: Final = r"(?!\s*\?)"
_HONOURED: Final = tuple(
    (re.compile(rf"{pattern}{_STATED}"), better)
    for pattern, better in (
        (rf"(?<![가-힣])({_THINGS}[이가은는도]?\s?)없으(?:세요|십니다|시네요)", r"\1없습니다"),
        (rf"(?<![가-힣])({_THINGS}[이가은는도]?\s?)있으(?:세요|십니다|시네요)", r"\1있습니다"),
        (rf"(?<![가-힣])({_THINGS}[이가은는도]?\s?)나오셨(?:습니다|어요)", r"\1나왔습니다"),
        (
            rf"(?<![가-힣])({_THINGS}[이가은는도]?\s?)(?:도착하셨|오셨)(?:습니다|어요)",
            r"\1도착했습니다",
        ),
        (rf"(?<![가-힣])({_THINGS}[이가은는도]?\s?)품절이(?:세요|십니다)", r"\1품절입니다"),
        (rf"(?<![가-힣])({_DEALS}[이가은는도]?\s?)(불?가능)하(?:세요|십니다)", r"\1\2합니다"),
        (rf"(?<![가-힣])({_DEALS}[이가은는도]?\s?(?:안\s?)?)되(?:세요|십니다)", r"\1됩니다"),
        (
            r"([\d,만천백]+\s?원)이?\s?(?:이세요|이십니다|되세요|되십니다|되시겠습니다|나오셨습니다|나오십니다)",
            r"\1입니다",
        ),
    )
)
_ORDERS: Final = re.compile(r"(?<![가-힣])([가-힣]{0,8})실게요")
_CUSHIONS: Final = re.compile(
    r"번거로우시겠지만|번거로우시더라도|죄송하지만|죄송합니다만|실례지만|실례합니다만|괜찮으시다면|바쁘시겠지만|불편하시겠지만|양해\s?부탁드리며"
)
_SENTENCE: Final = re.compile(r"[^.!?\n]+")
_JARGON: Final = tuple(
    (re.compile(rf"(?<![A-Za-z가-힣])(?:{pattern})"), better)
    for pattern, better in (
        (r"VOC(?![A-Za-z])", "고객님 의견"), ("해피콜", "확인 전화"), ("컴플레인", "불편 말씀"), ("클레임", "불편 말씀"),
        ("익영업일", "다음 영업일"), ("익일", "다음 날"), ("금일", "오늘"), ("명일", "내일"), ("작일", "어제"),
        (r"당사(?!자)", "저희"), (r"유선(?:상)?으로", "전화로"), (r"상기(?=\s(?:내용|사항|주소|번호|건))", "위의"),
        ("인입된", "들어온"), (r"이관(?=하|해|됩|되)", "전달"), (r"기\s?안내(?=드린|된|해)", "앞서 안내"),
    )
)  # fmt: skip
_VAGUE: Final = re.compile(
    r"(?:빠른|이른)\s?시일\s?(?:내|안)에?|조만간|추후에?|최대한\s?빨리|빠른\s?시간\s?(?:내|안)에?"
)
_TIMED: Final = re.compile(
    r"\d|오늘|내일|모레|이번\s?주|다음\s?주|[월화수목금토일]요일|정오|자정|지금|바로|방금|한\s?시간|시\s?(?:까지|전)"
)
_DOES: Final = r"(?:확인|연락|전화|알아보|살펴보|챙기|챙겨|전달|문의|점검)"
_HIDDEN: Final = re.compile(
    rf"저희\s?(?:쪽|측)에서(?=\s[^.!?\n]{{0,24}}{_DOES}[^.!?\n]{{0,16}}(?:겠|게요))"
)
_NOT_US: Final = re.compile(
    r"(?:그건|이건)?\s?(?:다른|타)?\s?[가-힣]{1,4}(?:팀|부서)(?:에서|의)?\s?(?:잘못|실수|책임|탓)(?=이|입|예)"
)
_FORMAL: Final = re.compile(r"니다(?=[.!~\s]|$)|니까(?=[?\s]|$)")
_POLITE: Final = re.compile(r"(?:[어아여해네죠게]|세|에)요(?=[.!?~\s]|$)|죠(?=[.!?~\s]|$)")
_PLAIN: Final = re.compile(r"(?:[했됐였갔왔]어|할게|줄게|볼게|거야|잖아|이야|맞아)(?=[.!?~]|$)")
_RAISED: Final = {"줄게": "드릴게요", "거야": "거예요", "이야": "이에요"}
_QUOTED: Final = re.compile(r"[\"“‘'「『][^\"”’'」』\n]{1,80}[\"”’'」』]")


def notes(reply: str, lang: str) -> tuple[Note, ...]:
    """The notes on a reply in the order of its words; none on a language other than Korean.

    What stands between quotation marks is somebody else's wording.
    """
    if lang != "ko":
        return ()
    own = _QUOTED.sub(lambda said: " " * len(said[0]), reply)
    found = (
        *_honours(own), *_orders(own), *_cushions(own), *_jargon(own), *_vague(own), *_who(own),
        *_levels(own),
    )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.start, one.kind)))


def _note(kind: str, match: re.Match[str], better: str) -> Note:
    return Note(kind, match.group(), match.start(), match.end(), better)


def _honours(reply: str) -> Iterator[Note]:
    """Honorifics for a thing: only people are honoured."""
    for pattern, better in _HONOURED:
        yield from (_note("things", one, one.expand(better)) for one in pattern.finditer(reply))


def _orders(reply: str) -> Iterator[Note]:
    """-실게요: what one promises oneself, said of what the customer is to do."""
    yield from (_note("orders", one, f"{one[1]}세요") for one in _ORDERS.finditer(reply))


def _cushions(reply: str) -> Iterator[Note]:
    """The second cushion word of a sentence, with the sentence as it stands without it."""
    for one in _SENTENCE.finditer(reply):
        for extra in list(_CUSHIONS.finditer(reply, *one.span()))[1:]:
            yield _note("cushions", extra, reply[extra.end() : one.end()].strip(" ,.!?\n"))


def _jargon(reply: str) -> Iterator[Note]:
    for pattern, better in _JARGON:
        yield from (_note("jargon", one, better) for one in pattern.finditer(reply))


def _vague(reply: str) -> Iterator[Note]:
    """A promise without a time, unless a time stands in the same reply."""
    if not _TIMED.search(reply):
        yield from (_note("vague", one, "오늘 ○시까지") for one in _VAGUE.finditer(reply))


def _who(reply: str) -> Iterator[Note]:
    """We where I act myself, and they where it was us."""
    if "제가" not in reply:
        yield from (_note("hidden", one, "제가") for one in _HIDDEN.finditer(reply))
    yield from (_note("not-us", one, "저희 잘못") for one in _NOT_US.finditer(reply))


def _levels(reply: str) -> Iterator[Note]:
    """Familiar speech among polite speech: the first place where the level drops."""
    dropped = _PLAIN.search(reply)
    if dropped and (_FORMAL.search(reply) or _POLITE.search(reply)):
        yield _note("level", dropped, _RAISED.get(dropped[0], f"{dropped[0]}요"))
