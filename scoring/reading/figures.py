"""Numbers, dates, times, amounts and names in a text, and whether two texts differ in them.

Similar words with another figure are another promise: "3일 안에" is not "7일 안에".
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final

from scoring.reading.clauses import clauses
from scoring.reading.normal import plain
from scoring.reading.stems import stems

_KO_ONES: Final = {
    **{"한": 1, "하나": 1, "두": 2, "둘": 2, "세": 3, "석": 3, "셋": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9, "열": 10, "열한": 11, "열두": 12, "스무": 20},
    **{f"{ten}십{one}": 10 * (i or 1) + j for i, ten in enumerate(("", "", *"이삼사오육칠팔구")) for j, one in enumerate(("", *"일이삼사오육칠팔구"))},
    **{f"{one}백": 100 * (i or 1) for i, one in enumerate(("", "", *"이삼사오육칠팔구"))},
}  # fmt: skip
_EN_ONES: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "forty-five": 45, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "a hundred": 100, "a": 1, "an": 1, "half": 0.5,
    **{f"{one} hundred": 100 * i for i, one in enumerate(("one", "two", "three", "four", "five", "six", "seven", "eight", "nine"), 1)},
}  # fmt: skip
_ORDINALS: Final = {
    **{f"{one}th": str(_EN_ONES[one]) for one in ("four", "six", "seven", "ten", "eleven", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")},
    **{"fifth": "5", "eighth": "8", "ninth": "9", "twelfth": "12", "twentieth": "20", "thirtieth": "30"},
    **{f"twenty-{one}": f"2{i}" for i, one in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"), 1)},
    "thirty-first": "31",
}  # fmt: skip
_DIGITS: Final = "일이삼사오육칠팔구"
_SIZES: Final = {"십": 10, "백": 100, "천": 1000}
_NUMBER: Final = r"\d+(?:[.,]\d+)*|" + "|".join(
    sorted((*_KO_ONES, *_EN_ONES), key=len, reverse=True)
)
_AFTER: Final = r"(?=\s|[를을이가은는도만의쯤정동,.]|안|뒤|후|내|간|까지|부터|$)"
_UNITS: Final = (  # class, pattern of the unit, how many of the class's own unit it is
    ("days", rf"일{_AFTER}", 1), ("days", rf"주일?{_AFTER}", 7), ("days", r"(?:개월|달)", 30),
    ("days", r"[ -]?(?:(?:business|working) )?days?\b", 1), ("days", r"[ -]?weeks?\b", 7), ("days", r"[ -]?months?\b", 30),
    ("minutes", rf"분{_AFTER}(?!이(?!면)|께|도\s|\s?모두)", 1), ("minutes", r"시간", 60),
    ("minutes", r"[ -]?min(?:ute)?s?\b", 1), ("minutes", r"[ -]?hours?\b", 60),
    ("share", r"\s?(?:%|퍼센트|프로(?![가-힣])|percent\b|per cent\b)", 1),
    ("times", r"(?:번|회|차례)(?!째|호)", 1), ("times", r"\s?times\b", 1),
    ("people", r"(?:명|사람|인(?=[이을은]\s))", 1), ("people", r"\s(?:people|movers|engineers|technicians)\b", 1),
    ("letters", r"(?:글자|자리)", 1), ("letters", r"\s(?:letters?|characters?|digits)\b", 1),
    ("degrees", r"\s?(?:도(?=[로에씨\s]|$)|degrees)", 1),
    ("pieces", rf"(?:개|장|벌|병|권|켤레|잔|봉|박스|상자|대|포대|마리|그루|포기){_AFTER}", 1),
    ("pieces", r"\s(?:pairs?|box(?:es)?|bottles?|copies|cups?|items?|units?|heaters?|bags?)\b", 1),
)  # fmt: skip
_COUNTED: Final = [
    (name, re.compile(rf"(?<![가-힣\w])(?P<n>{_NUMBER})\s?(?:{unit})"), size)
    for name, unit, size in _UNITS
]
_WORDS: Final = [
    (name, re.compile(rf"(?<![가-힣]){pattern}" if pattern[0] > "z" else rf"\b{pattern}\b"), value)
    for name, pattern, value in (
        ("days", "하루(?!나)", 1), ("days", "이틀", 2), ("days", "사흘", 3), ("days", "나흘", 4), ("days", "닷새", 5),
        ("days", "엿새", 6), ("days", "이레", 7), ("days", "일주일", 7), ("days", "열흘", 10), ("days", "열하루", 11),
        ("days", "보름", 15), ("days", "fortnight", 14), ("days", "overnight", 1),
        ("minutes", r"반\s?시간", 30), ("minutes", "half an hour", 30), ("minutes", "half-hour", 30),
        ("times", "once", 1), ("times", "twice", 2), ("people", "둘이", 2), ("people", "혼자", 1),
    )
]  # fmt: skip
_WON: Final = re.compile(
    r"(?:(?P<man>[\d,.]+|[가-힣]{1,3})\s?만\s?)?(?:(?P<thousand>\d+|[가-힣])\s?천\s?)?(?P<rest>[\d,]+)?\s?원(?![가-힣]*인)"
)
_HUNDREDS: Final = re.compile(
    r"(?<![가-힣\d])(?P<n>[일이삼사오육칠팔구]?[천백십](?:[일이삼사오육칠팔구]?십)?)\s?원(?![가-힣]*인)"
)
_COIN: Final = re.compile(
    r"[$£€₩]\s?(\d+(?:[.,]\d+)*)|\b(\d+(?:[.,]\d+)*|"
    + "|".join(sorted(_EN_ONES, key=len, reverse=True))
    + r")\s(?:dollars?|pounds?|euros?|won)\b"
)
_NUMBERED: Final = re.compile(
    rf"\b(?:section|room|gate|floor|step|line|clause|page|number|platform|counter|window)\s(?P<n>{_NUMBER})\b"
    rf"|(?<![가-힣\w])(?P<ko>{_NUMBER})\s?(?:호(?:실|선|기)?|층|조|항|쪽|단계|번(?:\s?(?:출구|창구|게이트|홈)))(?![가-힣]*째)"
)
_BETWEEN: Final = re.compile(
    rf"\bbetween (?P<n>{_NUMBER}) and (?P<m>{_NUMBER})\b(?=\s(?:this|in the|o'clock|pm|am|today|tonight|tomorrow|on)\b|[.,!]|$)"
)
_ORDINAL: Final = re.compile(
    rf"\bthe (?P<n>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(_ORDINALS, key=len, reverse=True))})\b(?! (?:time|floor|item|call))"
)
_CLOCK_KO: Final = re.compile(
    rf"(?<![가-힣\w])(?P<hour>{_NUMBER})\s?시(?!간|작|도|험|계|기|점)(?:\s?(?P<minute>\d+|반|십|이십|삼십|사십|오십)\s?분?)?"
)
_CLOCK_EN: Final = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d{2}))?\s?(?:a\.?m\b|p\.?m\b)|\b(?P<hour2>\d{1,2}):(?P<minute2>\d{2})\b"
    r"|\b(?:at|by|before|until|till|after|from|to) (?P<word>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|1[0-2]|[1-9])\b(?![:.]\d|\s?(?:%|degrees|[a-z]*\s?days?|weeks?|hours?|min|times|dollars|o'))"
    r"|\b(?P<oclock>[a-z]+|\d{1,2}) o'?clock|\bhalf (?:past )?(?P<past>one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})\b"
)
_MONTHS: Final = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DAYS: Final = tuple(
    (kind, value, re.compile(pattern))
    for kind, value, pattern in (
        ("weekday", "mon", r"월요일|\bmon(?:day)?\b"), ("weekday", "tue", r"화요일|\btue(?:s|sday)?\b"),
        ("weekday", "wed", r"수요일|\bwed(?:nesday)?\b"), ("weekday", "thu", r"목요일|\bthu(?:rs|rsday)?\b"),
        ("weekday", "fri", r"금요일|\bfri(?:day)?\b"), ("weekday", "sat", r"토요일|\bsat(?:urday)?\b"),
        ("weekday", "sun", r"일요일|\bsun(?:day)?\b"), ("weekday", "end", r"주말|\bweekend"),
        ("day", "today", r"오늘|금일|\btoday|\btonight|this (?:afternoon|evening|morning)"),
        ("day", "tomorrow", r"(?<![가-힣])(?:내일|낼|명일)|\btomorrow"), ("day", "after", r"모레|day after tomorrow"),
        ("day", "yesterday", r"어제|\byesterday"),
        ("week", "this", r"이번\s?주|금주|\bthis week\b"), ("week", "next", r"다음\s?주|담주|내주|차주|\bnext week\b|\w+day week\b"),
        ("month", "this", r"이번\s?달|이달|\bthis month\b"), ("month", "next", r"다음\s?달|내달|\bnext month\b"),
        ("clock", "12", r"정오|\bnoon\b|\bmidday\b"), ("clock", "24", r"자정|\bmidnight\b"),
        *(("named month", str(n), rf"(?<!\d){n}월(?!\s?\d)|\b(?:in|by|from|since|until|before|of) {name}\b") for n, name in enumerate(_MONTHS, 1)),
    )
)  # fmt: skip
_WHEN: Final = frozenset({"weekday", "day", "week", "month", "named month", "date"})
_DATE: Final = re.compile(r"(\d{1,2})\s?월\s?(\d{1,2})\s?일|\b(\d{1,2})/(\d{1,2})\b")
_DAY_OF: Final = re.compile(
    r"(?<![월\d]\s)(?<![월\d.,])(\d{1,2})일(?=\s|[은에이로,.]|$)(?!\s?(?:안|뒤|후|이내|내|간|동안|만))"
)
_NAMES: Final = (
    re.compile(r"(?<![가-힣])([가-힣]{2,4}?)\s?(?:씨|매니저|점장|과장|대리|팀장|기사|상담원|직원|담당자)(?:님)?(?=[이가은는을를께과와도\s,.]|$)"),
    re.compile(r"(?:담당(?:자)?(?:은|는|이|가)?|저는|이름은)\s([가-힣]{2,4}?)(?=입니다|이에요|예요|에게|에요|이고|이라)"),
    re.compile(r"(?<=[a-z,] )([A-Z][a-z]{2,})\b|^([A-Z][a-z]{2,})(?= (?:is|was|will|has|can|comes|'ll|'s)\b|'ll\b|'s\b)|(?<=[.!?] )([A-Z][a-z]{2,})(?= (?:is|will|has|can|comes)\b|'ll\b)"),
)  # fmt: skip
_NO_NAMES: Final = frozenset(
    [
        "담당",
        "저희",
        "해당",
        "다른",
        "그날",
        "어느",
        "배송",
        "현장",
        "설치",
        "수리",
        "택배",
        "본사",
        "매장",
        "상담",
        "우리",
        "친절한",
        "전문",
        "새로운",
        "그때",
        "아까",
        "방문",
        "같은",
        "주말",
        "담당자",
        "오늘",
        "이번",
        "저희가",
        "제가",
        "그분",
        "이분",
        "보험",
        "간호",
    ]
) | frozenset(
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
        "English",
        "Korean",
        "Christmas",
        "That",
        "This",
        "There",
        "Here",
        "What",
        "Who",
        "When",
        "Where",
        "Insurance",
        "Delivery",
        "Nobody",
        "Everything",
        "Something",
        "Nothing",
        "Someone",
        "Everyone",
        "The",
        "Your",
        "Our",
        "His",
        "Her",
        "Its",
        "They",
        "You",
        "She",
        "VAT",
        "Mr",
        "Mrs",
    ]
)
_ALIGNED: Final = 0.25

_BARE: Final = re.compile(r"(?<![\w.,:/-])\d{2,}(?![\w.,:/-]|\s?[가-힣%])")
_SMALL: Final = frozenset({"name", "weekday", "day", "week", "month"})

Figures = Mapping[str, frozenset[str]]


@lru_cache(maxsize=8192)
def figures(text: str) -> Figures:
    """What a text counts and names: the values of each class (days, clock, money, name …)."""
    found: dict[str, set[str]] = {}
    said = plain(text)
    for kind, value in (
        *_counts(said),
        *_money(said),
        *_clocks(said),
        *_numbered(said),
        *_calendar(said),
        *_named(text),
    ):
        found.setdefault(kind, set()).add(value)
    plainly = {value for kind, values in found.items() if kind not in _SMALL for value in values}
    bare = {one for one in _BARE.findall(said) if one not in plainly}
    if bare and not any(one in value for value in plainly for one in bare):
        found["bare"] = bare
    return {kind: frozenset(values) for kind, values in sorted(found.items())}


@lru_cache(maxsize=16384)
def at_odds(one: str, other: str) -> bool:
    """Whether two texts give different figures of a class: in all, or in clauses that correspond."""
    return _differ(figures(one), figures(other)) or any(
        _differ(figures(clause), figures(_counterpart(clause, other))) for clause in clauses(one)
    )


def other_time(one: str, other: str) -> bool:
    """Whether both texts name a day, but in ways that cannot be compared (금요일, 내일)."""
    mine, theirs = _WHEN & figures(one).keys(), _WHEN & figures(other).keys()
    return bool(mine and theirs and not mine & theirs)


def _differ(mine: Figures, theirs: Figures) -> bool:
    said = {value for kind, values in theirs.items() if kind not in _SMALL for value in values}
    if said and "bare" in mine and not mine["bare"] & said:
        return True
    if _span(mine) and _span(theirs) and _span(mine) != _span(theirs):
        return True
    return any(
        kind in theirs and not (values <= theirs[kind] or theirs[kind] <= values)
        for kind, values in mine.items()
    )


def _span(figures: Figures) -> str:
    """The class in which a text tells how long something takes, "" where none or both."""
    named = [kind for kind in ("days", "minutes") if kind in figures]
    return named[0] if len(named) == 1 else ""


def _counterpart(clause: str, other: str) -> str:
    """The clause of a text that speaks of the same, "" where none does."""
    mine = _without_figures(clause)
    near = [(len(mine & _without_figures(one)) / max(1, len(mine)), one) for one in clauses(other)]
    best = max(near, default=(0.0, ""))
    return best[1] if best[0] >= _ALIGNED else ""


def _without_figures(clause: str) -> frozenset[str]:
    return frozenset(one for one in stems(clause) if not one[0].isdigit())


def _counts(said: str) -> Iterator[tuple[str, str]]:
    for kind, pattern, size in _COUNTED:
        for found in pattern.finditer(said):
            if found["n"] not in ("a", "an") or kind in ("days", "minutes"):  # a pair is no one
                yield _in_days(kind, _value(found["n"]) * size)
    for kind, pattern, value in _WORDS:
        if pattern.search(said):
            yield _in_days(kind, value)


def _in_days(kind: str, value: float) -> tuple[str, str]:
    """Whole days of minutes are days: 24시간 is 하루."""
    if kind == "minutes" and value >= 1440 and value % 1440 == 0:
        return "days", f"{value / 1440:g}"
    return kind, f"{value:g}"


def _money(said: str) -> Iterator[tuple[str, str]]:
    for found in _WON.finditer(said):
        parts = zip((found["man"], found["thousand"], found["rest"]), (10000, 1000, 1), strict=True)
        value = sum(_value(part) * size for part, size in parts if part)
        if value:
            yield "money", f"{value:g}"
    for found in _HUNDREDS.finditer(said):
        yield "money", f"{_sino(found['n']):g}"
    for sign, word in _COIN.findall(said):
        yield "money", f"{_value(sign or word):g}"


def _clocks(said: str) -> Iterator[tuple[str, str]]:
    for found in _CLOCK_KO.finditer(said):
        minute = found["minute"] or "0"
        yield "clock", _hour(_value(found["hour"]), 30 if minute == "반" else int(_value(minute)))
    for found in _CLOCK_EN.finditer(said):
        hour = next(one for one in found.group("hour", "hour2", "word", "oclock", "past") if one)
        if hour.isdigit() or hour in _EN_ONES:
            minute = 30 if found["past"] else int(found["minute"] or found["minute2"] or 0)
            yield "clock", _hour(_value(hour), minute)


def _numbered(said: str) -> Iterator[tuple[str, str]]:
    """What is told apart by its number: a room, a floor, a day of the month, hours between two."""
    for found in _NUMBERED.finditer(said):
        yield "numbered", f"{_value(found['n'] or found['ko']):g}"
    for found in _BETWEEN.finditer(said):
        yield from (("clock", _hour(_value(found[one]), 0)) for one in ("n", "m"))
    for found in _ORDINAL.finditer(said):
        yield "date of", _ORDINALS.get(found["n"]) or re.sub(r"\D", "", found["n"])


def _sino(written: str) -> float:
    """A Korean number below ten thousand that is written out: 이백, 천, 삼백오십."""
    total, digit = 0, 0
    for letter in written:
        if letter in _SIZES:
            total += (digit or 1) * _SIZES[letter]
            digit = 0
        else:
            digit = _DIGITS.index(letter) + 1
    return total + digit


def _hour(hour: float, minute: int) -> str:
    """A time of the clock by halves of a day: whether morning or evening is seldom said twice."""
    return f"{hour if hour in (12, 24) else hour % 12:g}{f':{minute:02}' if minute else ''}"


def _calendar(said: str) -> Iterator[tuple[str, str]]:
    for kind, value, pattern in _DAYS:
        if pattern.search(said):
            yield kind, value
    for month, day, other, last in _DATE.findall(said):
        yield "date", f"{month or other}/{day or last}"
    for day in _DAY_OF.findall(said):
        yield "date of", day


def _named(text: str) -> Iterator[tuple[str, str]]:
    for pattern in _NAMES:
        for found in pattern.finditer(text):
            name = next(one for one in found.groups() if one)
            if name not in _NO_NAMES:
                yield "name", name


def _value(written: str) -> float:
    number = written.replace(",", "")
    if number.replace(".", "", 1).isdigit():
        return float(number)
    return _KO_ONES.get(written) or _EN_ONES.get(written) or 0
