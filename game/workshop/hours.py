"""What a text plainly says of the story clock: "지금 5시 40분이에요", "통화가 10분째네요".

Only what nobody can take for another time: a time by itself, after "now", or at the head of a
stage direction; how long this contact has taken. An hour at which something will be is none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

_DAY: Final = 86_400
_EXACT, _ROUND, _ABOUT = 60, 600, 1800  # how far from the hour said it may be, in seconds

_HOURS_KO: Final = (
    "한",
    "두",
    "세",
    "네",
    "다섯",
    "여섯",
    "일곱",
    "여덟",
    "아홉",
    "열",
    "열한",
    "열두",
)
_HOURS_EN: Final = (
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
)  # fmt: skip
_DIGITS: Final = "일이삼사오육칠팔구"
_MORNING: Final = frozenset({"오전", "아침", "새벽", "am", "morning"})
_EVENING: Final = frozenset({"오후", "저녁", "낮", "pm", "afternoon", "evening"})

_TIME_KO: Final = (
    r"(?:(?P<half>오전|오후|아침|저녁|새벽|밤|낮)\s?)?"
    rf"(?P<hour>\d{{1,2}}|{'|'.join(sorted(_HOURS_KO, key=len, reverse=True))})\s?시"
    rf"(?:\s?(?P<minute>\d{{1,2}}|[이삼사오]?십[{_DIGITS}]?|[{_DIGITS}])\s?분|\s?(?P<thirty>반))?"
)
_IS_KO: Final = r"(?=\s?(?:정각|쯤|경|무렵)?(?:입니|이에|예요|이야|이고|인데|이니|이라|이네|이거|이지|이죠|이다|이잖|[.,!?…]|$))"
_NOW_KO: Final = re.compile(rf"지금(?:은|이|도)?\s(?P<about>거의\s|한\s|벌써\s)?{_TIME_KO}{_IS_KO}")
_HEAD_KO: Final = re.compile(
    rf"(?:(?:^|[.!?…]\s)(?:[월화수목금토일]요일\s)?{_TIME_KO}(?=[.](?!\d))"
    rf"|^(?:[월화수목금토일]요일\s)?{_TIME_KO.replace('?P<', '?P<first_')}(?=,))"
)

_HOUR_EN: Final = rf"(?:\d{{1,2}}|{'|'.join(_HOURS_EN)})"
_SPAN_EN: Final = r"half|(?:a )?quarter|ten|twenty-five|twenty|five|\d{1,2}"
_TIME_EN: Final = (
    rf"(?:(?P<span>{_SPAN_EN})(?: minutes)? (?P<side>past|to) (?P<of>{_HOUR_EN})"
    r"|(?P<digits>\d{1,2})[:.](?P<minute>\d{2})"
    rf"|(?P<hour>{_HOUR_EN})(?= o'clock| ?[ap]\.?m\b))"
    r"(?: o'clock)?(?: ?(?P<half>[ap])\.?m\b\.?| in the (?P<part>morning|afternoon|evening)| at (?P<night>night))?"
)
_NOW_EN: Final = re.compile(
    rf"\b(?:it(?:'s| is)|the time is)(?: now| already| just)?(?P<about> about| around| nearly| almost| gone)? {_TIME_EN}"
    r"(?=[.,!?;…]|$| now\b| already\b)",
    re.IGNORECASE,
)
_HEAD_EN: Final = re.compile(
    rf"(?:^|[.!?…] )(?:\w+day,? )?{_TIME_EN}(?=\.(?: |$))|^(?:\w+day,? )?{_TIME_EN.replace('?P<', '?P<first_')}(?=,)",
    re.IGNORECASE,
)


_SINCE: Final = {
    "ko": re.compile(
        r"(?:통화|상담|채팅|대화)(?:가|를|한\s?지|하신\s?지|시작한\s?지)?\s?(?:벌써\s|이제\s)?"
        r"(?P<n>\d{1,3})\s?분(?:째|이?\s?(?:됐|되었|지났)|(?P<over>이?\s?(?:넘었|넘게)))"
    ),
    "en": re.compile(
        r"\b(?:been (?:talking|chatting|on (?:the|this) (?:phone|line|call|chat))"
        r"|this (?:call|chat) has (?:taken|lasted)) (?:for )?(?P<over>over |more than )?"
        r"(?P<n>\d{1,3}) minutes",
        re.IGNORECASE,
    ),
}


@dataclass(frozen=True, slots=True)
class Hour:
    """A time as it was said: its words, and the seconds from-to that it may mean.

    They are those of the day, or `of` "clock" those of this contact. There is more than one span
    where morning or evening is left open, or where the day may have turned.
    """

    said: str
    spans: tuple[tuple[int, int], ...]
    of: Literal["time", "clock"] = "time"


def hours_in(text: str, lang: str, directs: bool) -> Iterator[Hour]:
    """The times that it is now by a text; one that `directs` (a scene) may begin with its hour."""
    now, head = (_NOW_KO, _HEAD_KO) if lang == "ko" else (_NOW_EN, _HEAD_EN)
    for pattern in (now, head) if directs else (now,):
        for found in pattern.finditer(text.replace("’", "'")):
            parts = {
                name.removeprefix("first_"): one for name, one in found.groupdict().items() if one
            }
            hour = _ko(parts) if lang == "ko" else _en(parts)
            if hour is not None:
                said = found.group().strip(" .,!?…")
                yield Hour(said, tuple(_spans(*hour, slack=_slack(parts, said))))
    for found in _SINCE["ko" if lang == "ko" else "en"].finditer(text):
        start = int(found["n"]) * 60 - _EXACT
        end = _DAY if found["over"] else start + 2 * _EXACT + 59
        yield Hour(found.group(), ((start, end),), "clock")


def _slack(parts: dict[str, str], said: str) -> int:
    if parts.get("about") or re.search(r"(?:쯤|경|무렵)", said):
        return _ABOUT
    return _EXACT if "minute" in parts else _ROUND


def _ko(parts: dict[str, str]) -> tuple[int, int, str] | None:
    hour, half = parts["hour"], parts.get("half", "")
    number = int(hour) if hour.isdigit() else _HOURS_KO.index(hour) + 1
    minute = parts.get("minute", "30" if "thirty" in parts else "0")
    if half == "밤":
        half = "pm" if 6 <= number < 12 else "am"
    return _valid(number, int(minute) if minute.isdigit() else _sino(minute), half)


def _sino(written: str) -> int:
    tens, ten, ones = written.rpartition("십")
    return (10 * (_DIGITS.index(tens) + 1 if tens else 1) if ten else 0) + (
        _DIGITS.index(ones) + 1 if ones else 0
    )


def _en(parts: dict[str, str]) -> tuple[int, int, str] | None:
    half = {"a": "am", "p": "pm"}.get(parts.get("half", "").lower(), parts.get("part", "").lower())
    if "span" in parts:
        of, minutes = _number(parts["of"]), _minutes(parts["span"].lower())
        if parts["side"].lower() == "to":
            of, minutes = (of - 1 or 12), 60 - minutes
        hour, minute = of, minutes
    else:
        hour = _number(parts.get("digits") or parts["hour"])
        minute = int(parts.get("minute", "0"))
    if "night" in parts:
        half = "pm" if 6 <= hour < 12 else "am"
    return _valid(hour, minute, half)


def _number(word: str) -> int:
    return int(word) if word.isdigit() else _HOURS_EN.index(word.lower()) + 1


def _minutes(span: str) -> int:
    named = {"half": 30, "quarter": 15, "a quarter": 15, "five": 5, "ten": 10, "twenty": 20}
    return int(span) if span.isdigit() else named.get(span, 25)


def _valid(hour: int, minute: int, half: str) -> tuple[int, int, str] | None:
    return (hour, minute, half) if hour <= 24 and minute < 60 else None


def _spans(hour: int, minute: int, half: str, slack: int) -> Iterator[tuple[int, int]]:
    """The seconds from-to that a time may mean, of this day and the next."""
    if hour > 12 or hour == 0:
        starts = [hour * 3600 % _DAY]
    else:
        halves = [0] if half in _MORNING else [12] if half in _EVENING else [0, 12]
        starts = [(hour % 12 + more) * 3600 for more in halves]
    for start in starts:
        for day in (0, _DAY):
            at = day + start + minute * 60
            yield at - slack, at + slack + 59
