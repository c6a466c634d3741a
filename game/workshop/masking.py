"""Names, numbers and addresses of real people, masked before a conversation becomes a case.

By rules alone and on this computer: nothing is sent anywhere. The rules know the usual forms and no
more; what they can miss stands in the words table (`workshop.mask.missed`) and is told every time.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from game.errors import DangolError
from game.words import Lang, words

_MOST_NAMES: Final = 1000  # each is looked for through the whole text


class Kind(StrEnum):
    """What was masked."""

    EMAIL = "email"
    LINK = "link"
    ADDRESS = "address"
    PHONE = "phone"
    NUMBER = "number"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Mask:
    """Something masked: what stood there, what stands there now, and its first line from 1."""

    kind: Kind
    original: str
    instead: str
    line: int


@dataclass(frozen=True, slots=True)
class Masked:
    """A text without what was found in it, and a list of that."""

    text: str
    masks: tuple[Mask, ...]


_REGIONS: Final = (
    "서울|부산|대구|인천|광주|대전|울산|세종|경기|강원|충북|충남|충청북|충청남|전북|전남|전라북|전라남"
    "|경북|경남|경상북|경상남|제주"
)
_UNIT: Final = r"(?:\s*,?\s*(?:[가-힣A-Za-z]{1,12}(?:아파트|빌라|오피스텔|빌딩|타워)|\d{1,4}동|\d{1,5}호|\d{1,3}층))*"
_STREET: Final = (
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Court|Ct|Place|Pl|Square|Sq|Boulevard|Blvd|Way"
    "|Terrace|Close|Crescent|Gardens|Row|Mews|Parade|Highway|Hwy"
)
_FLAT: Final = r"(?:,?\s*(?:Apt|Apartment|Flat|Unit|Suite|Floor|#)\.?\s*\w+)?"
# A road name that is also an everyday word followed by a number: "앞으로 3일".
_NO_ROAD: Final = (
    r"(?![가-힣]{0,8}(?:으로|바로|서로|따로|새로|별로|그대로|제대로|이대로|마음대로|까지도)\s)"
)
_NO_MEASURE: Final = (
    r"(?!\s*(?:일|시|분|초|개|번째|월|년|주|명|원|살|박|통|장|병|잔|%|만|천|백|-?\d))"
)

_FIXED: Final = (
    (Kind.EMAIL, re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")),
    (Kind.LINK, re.compile(r"(?:https?://|www\.)[^\s<>\"'가-힣]+")),
    (Kind.LINK, re.compile(r"(?<![\w@])@[A-Za-z0-9_.]{3,30}\b")),
    (
        Kind.ADDRESS,
        re.compile(
            rf"(?:{_REGIONS})(?:특별자치시|특별자치도|특별시|광역시|시|도)?\s+"
            rf"(?:[가-힣]{{1,6}}(?:시|군|구)\s+){{0,2}}"
            rf"[가-힣]{{1,10}}\d{{0,3}}(?:읍|면|동|가|리|대로|로|길)(?:\s*\d{{1,4}}(?:번)?길)?"
            rf"(?:\s*\d{{1,5}}(?:-\d{{1,5}})?(?:번지)?)?{_UNIT}"
        ),
    ),
    (
        Kind.ADDRESS,
        re.compile(
            rf"(?:[가-힣]{{1,6}}(?:시|군|구)\s+){{1,2}}[가-힣]{{1,10}}\d{{0,3}}(?:읍|면|동|리|대로|로|길)"
            rf"(?:\s*\d{{1,4}}(?:번)?길)?\s*\d{{1,5}}(?:-\d{{1,5}})?(?:번지)?{_UNIT}"
        ),
    ),
    (
        Kind.ADDRESS,
        re.compile(
            rf"(?<![가-힣]){_NO_ROAD}[가-힣]{{2,8}}(?:대로|로|길)\s*(?:\d{{1,4}}(?:번)?길\s*)?"
            rf"\d{{1,4}}(?:-\d{{1,4}})?(?!\d){_NO_MEASURE}(?:번지)?{_UNIT}"
        ),
    ),
    (Kind.ADDRESS, re.compile(r"(?<!\d)\d{1,4}동\s*\d{2,5}호")),
    (
        Kind.ADDRESS,
        re.compile(
            rf"\b\d{{1,5}}[A-Za-z]?,?\s+(?:[A-Z][\w'’.-]{{1,30}}\s+){{1,4}}(?:{_STREET})\b\.?{_FLAT}"
            rf"(?:,\s*[A-Z][a-z'’-]+(?:\s[A-Z][a-z'’-]+)?)?"
            r"(?:,?\s+(?:[A-Z]{2}\s+\d{5}(?:-\d{4})?|[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}))?"
        ),
    ),
    (Kind.ADDRESS, re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s*\d[A-Z]{2}\b")),
    (Kind.ADDRESS, re.compile(r"\bP\.?\s?O\.?\s+[Bb]ox\s+\d+")),
    (Kind.NUMBER, re.compile(r"(?<![A-Za-z\d])[A-Z]{1,5}-?\d{4,}(?:-\d+)*(?![A-Za-z\d])")),
    (Kind.NUMBER, re.compile(r"(?<!\d)\d{6}\s?-\s?[1-8]\d{6}(?!\d)")),
    (Kind.PHONE, re.compile(r"(?<![\d-])0\d{3,4}\s?\d{6}(?![\d-])")),
    (
        Kind.PHONE,
        re.compile(
            r"(?<![\d-])(?:\+82[-.\s]?\(?0?\)?|0)(?:2|1[016789]|[3-6][1-5]|70|50\d|80)\)?[-.\s]?"
            r"\d{3,4}[-.\s]?\d{4}(?![\d-])"
        ),
    ),
    (Kind.PHONE, re.compile(r"(?<![\d-])1[568]\d{2}[-.\s]\d{4}(?![\d-])")),
    (Kind.PHONE, re.compile(r"(?<!\w)\+\d{1,3}(?:[\s.-]?\(?\d{1,4}\)?){2,5}(?!\d)")),
    (Kind.PHONE, re.compile(r"(?<![\d-])\(?0?\d{3,4}\)?[\s.-]\d{3,4}[\s.-]\d{3,4}(?![\d-])")),
    (
        Kind.NUMBER,
        re.compile(
            r"(?<![\d-])(?!(?:19|20)\d\d-\d{1,2}-\d{1,2}(?!\d))\d{2,6}(?:[- ]\d{2,7}){1,4}(?![\d-])"
        ),
    ),
    (Kind.NUMBER, re.compile(r"(?<!\d)\d{6,}(?!\d)(?!\s?(?:원|won|KRW|명|개))")),
    (Kind.NUMBER, re.compile(r"(?<!\d)\d{2,3}\s?[가-힣]\s?\d{4}(?!\d)")),
)  # fmt: skip
_FEW_DIGITS: Final = 7  # "10-12", "2 30": a range or a time, no account

_SURNAME: Final = (
    "(?:남궁|황보|제갈|선우|독고|사공|서문|동방"
    "|[김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염여"
    "추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용])"
)
_NAME: Final = rf"(?<![가-힣])({_SURNAME}[가-힣]{{1,2}})"
_TITLE: Final = "고객님|고객|회원님|님|씨|상담원|상담사|매니저|대리|과장|팀장|점장|부장|사원|기사|선생|사장|원장|어르신"
_IS: Final = "입니다|이에요|예요|이라고|라고|인데|이고|이었|였"
_KOREAN_NAMES: Final = (
    re.compile(rf"{_NAME}(?=\s?(?:{_TITLE}))"),
    re.compile(rf"(?:저는|제가|전|본인은|나는)\s{_NAME}(?={_IS})"),
    re.compile(rf"(?:이름은|이름이|성함은|성함이|예금주는?|수령인은?|받는\s?(?:분|사람)은?)\s{_NAME}"),
    re.compile(rf"(?:상담원|상담사|매니저|담당자|담당)\s{_NAME}(?={_IS})"),
    re.compile(rf"(?:^|[:.!?]\s?)(?:네,?\s|예,?\s|여보세요,?\s|안녕하세요,?\s)?{_NAME}(?=입니다|이에요|예요)",
               re.MULTILINE),
)  # fmt: skip
# Words that begin like a surname and stand where a name may stand.
_NO_NAMES: Final = frozenset(
    [
        "고객",
        "고객님",
        "선생",
        "선생님",
        "사장",
        "사장님",
        "기사",
        "기사님",
        "손님",
        "주인",
        "주인님",
        "점장",
        "회원",
        "연결",
        "안내",
        "전화",
        "문의",
        "변경",
        "배정",
        "주문",
        "배송",
        "반품",
        "교환",
        "이용",
        "이번",
        "이쪽",
        "이분",
        "저분",
        "그분",
        "여러분",
        "어머",
        "아버",
        "할머",
        "할아버",
        "신랑",
        "신부",
        "구매",
        "구매자",
        "유저",
        "성인",
        "하나",
        "하나뿐",
        "지난번",
        "오늘",
        "내일",
        "어제",
        "지금",
        "여기",
        "이거",
        "이것",
        "저거",
        "주문자",
        "배송지",
        "신고",
        "신청",
        "공지",
        "공지사",
        "문제",
        "문자",
        "정상",
        "정말",
        "전부",
        "전체",
        "임시",
        "한분",
        "기본",
        "기존",
        "기타",
        "마지막",
        "이사",
        "전무",
        "상무",
        "대표",
        "원장",
        "부모",
        "부모님",
        "남편",
        "오빠",
        "언니",
        "형님",
        "누님",
        "이모",
        "고모",
        "어르신",
        "우리",
        "모두",
        "도련",
        "도련님",
        "진상",
        "최고",
        "최초",
        "소비자",
        "이용자",
        "사용자",
        "관리자",
        "담당자",
        "책임자",
        "기사분",
        "배달원",
        "안내원",
    ]
)
_WORD: Final = r"[A-Z](?:['’][A-Z])?[a-z]+(?:[A-Z][a-z]+)?"
_ENGLISH_NAME: Final = rf"({_WORD}(?:[ -]{_WORD}){{0,2}})"
_ENGLISH_NAMES: Final = (
    re.compile(rf"(?:[Mm]y name is|[Mm]y name's|[Nn]ame:|[Tt]his is|I am called|speaking with|speaking to)\s{_ENGLISH_NAME}"),
    re.compile(rf"\b(?:I'm|I’m|I am|[Ii]t's|[Ii]t’s)\s{_ENGLISH_NAME}"),
    re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Madam)\.?\s{_ENGLISH_NAME}"),
    re.compile(rf"(?:^|[:.!?]\s)(?:Hi|Hello|Dear|Hey|Thanks|Thank you),?\s{_ENGLISH_NAME}(?=[,.!])", re.MULTILINE),
)  # fmt: skip
_NO_ENGLISH: Final = frozenset(
    [
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
        "Christmas",
        "Easter",
        "Customer",
        "Agent",
        "Support",
        "Service",
        "Team",
        "There",
        "Sir",
        "Madam",
        "Korea",
        "Korean",
        "English",
        "Not",
        "Just",
        "So",
        "Very",
        "Still",
        "The",
        "A",
        "An",
        "I",
        "It",
        "This",
        "That",
        "Here",
        "Sorry",
        "Afraid",
        "Sure",
        "Fine",
        "Good",
        "Okay",
        "OK",
        "Really",
        "Only",
        "In",
        "On",
        "At",
        "All",
        "And",
    ]
)


def mask(text: str, lang: Lang, names: Iterable[str] = ()) -> Masked:
    """`text` with personal data replaced, the same by the same; `names` are known to be names."""
    masks: dict[tuple[Kind, str], Mask] = {}
    for kind, pattern in _FIXED:
        text = _replaced(text, kind, pattern, masks, lang)
    found = {*names, *_names_in(text)}
    if len(found) > _MOST_NAMES:
        raise DangolError("workshop.mask.many", most=_MOST_NAMES)
    for name in sorted(found, key=lambda one: (-len(one), one)):
        for pattern in _forms_of(name):
            text = _replaced(text, Kind.NAME, pattern, masks, lang, name)
    return _numbered(text, tuple(masks.values()))


def _numbered(text: str, masks: Sequence[Mask]) -> Masked:
    """The masks of each kind numbered in the order in which they stand in the text."""
    places = "|".join(re.escape(one.instead) for one in masks)
    seen = list(dict.fromkeys(re.findall(places, text))) if masks else []
    new: dict[str, str] = {}
    for kind in Kind:
        own = [one.instead for one in masks if one.kind is kind and one.instead in seen]
        for number, instead in enumerate(sorted(own, key=seen.index), 1):
            new[instead] = re.sub(r"\d+\]$", f"{number}]", instead)
    told = [replace(one, instead=new[one.instead]) for one in masks if one.instead in new]
    told.sort(key=lambda one: (one.line, one.kind, len(one.instead), one.instead))
    said = re.sub(places, lambda match: new[match.group()], text) if masks else text
    return Masked(said, tuple(told))


def _replaced(
    text: str, kind: Kind, pattern: re.Pattern[str], masks: dict[tuple[Kind, str], Mask],
    lang: Lang, name: str = "",
) -> str:  # fmt: skip
    def one(match: re.Match[str]) -> str:
        found = match.group().strip()
        if kind in (Kind.NUMBER, Kind.PHONE) and sum(map(str.isdigit, found)) < _least(found):
            return match.group()
        key = (kind, name or re.sub(r"[\s.()-]", "", found))
        if key not in masks:
            number = 1 + sum(of is kind for of, _ in masks)
            instead = f"[{words(lang, f'workshop.mask.{kind}')} {number}]"
            line = text.count("\n", 0, match.start()) + 1
            masks[key] = Mask(kind, name or found, instead, line)
        before = match.group()[: len(match.group()) - len(match.group().lstrip())]
        return before + masks[key].instead

    return pattern.sub(one, text)


def _least(found: str) -> int:
    """How many digits make a number that may belong to somebody."""
    return _FEW_DIGITS if re.fullmatch(r"[\d\s-]+", found) and not found.isdigit() else 4


def _names_in(text: str) -> Iterator[str]:
    for pattern in _KOREAN_NAMES:
        for match in pattern.finditer(text):
            if match[1] not in _NO_NAMES:
                yield match[1]
    for pattern in _ENGLISH_NAMES:
        for match in pattern.finditer(text):
            known = [part for part in match[1].split() if part not in _NO_ENGLISH]
            if known and known[0] == match[1].split()[0]:
                yield " ".join(known)


def _forms_of(name: str) -> Iterator[re.Pattern[str]]:
    """The forms in which a name that was found may come again."""
    if re.fullmatch("[가-힣]+", name):
        yield re.compile(rf"(?<![가-힣]){name}")
        given = name[2:] if len(name) == 4 else name[1:]
        if len(given) > 1:
            yield re.compile(
                rf"(?<![가-힣]){given}(?=이?\s?(?:{_TITLE}|야|아\b|입니다|이에요|예요))"
            )
        return
    yield re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for part in name.split():
        if len(part) > 2 and part not in _NO_ENGLISH:
            yield re.compile(rf"(?<!\w){re.escape(part)}(?!\w)")
