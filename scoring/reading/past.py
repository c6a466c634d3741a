"""Words past the customer: to a model, to the program, or about the exercise.

Such a text may still look like a reply. It is no lie and costs nothing, but whoever typed it has to
say which reply was meant: it is never taken for one by itself.
"""

import re
import unicodedata
from typing import Final

from scoring.reading.guard_words import GRADER
from scoring.reading.normal import plain

# Our own list, from what people try on models: tests/injections.yaml.
_MARKUP: Final = re.compile(
    r"<<|>>|<\|?/?[a-z_]+\|?>|\"\"\"|```|\[/?(?:inst|system|sys|시스템|관리자|admin)\]|[{}]"
    r"|(?:^|\n)\s*(?:뜻|원문|고객|상담원|meaning|line|reply|system|assistant|user|customer)\s?:"
    r"|(?:뜻|meaning)\s?:|line to say",
    re.IGNORECASE,
)
_TO_A_MODEL: Final = re.compile(
    r"역할\s?(?:바꾸|을\s?바꾸|전환)|(?:이제|지금부터)\s?(?:네가|너는|넌|당신은|당신이)"
    r"|규칙\S{0,2}\s?(?:\S+\s){0,2}(?:취소|무시|바뀌|잊)|(?:새|새로운)\s?(?:규칙|지시|명령)"
    r"|만족\S*\s?(?:말|대답|답)(?:해|하)|(?:이제부터|지금부터)\s?\S*\s?(?:말해|대답해)"
    r"|(?:연습|훈련|실습|역할극|상황극)\S{0,2}\s?(?:뿐|끝|용|중|이니)"
    r"|new (?:rules?|task|role)\b|\brules?\b.{0,40}\b(?:cancel|replac|overrid)"
    r"|(?:ignore|forget) (?:the|all|every|your)\b.{0,30}\b(?:rule|instruct|prompt|part|role|script)"
    r"|\byou are now\b|\bfrom now on\b.{0,20}\b(?:you|say|answer|reply)\b"
    r"|\b(?:just|only)\b.{0,12}\b(?:training|practice|test|exercise|role-?play)\b"
    r"|\b(?:exercise|training|test|role-?play|scenario|game)\b.{0,12}\bover\b"
    r"|(?<!I'll )\bsay\b.{0,16}\b(?:satisfied|resolved|happy)\b|\bsay (?:just |only )?\W?thank you",
    re.IGNORECASE,
)

_MORE_MARKUP: Final = re.compile(
    r"<\|?/?[a-z_]+\|?>|<<|>>|\[/?inst\]|\[(?:system|시스템)\]|```|#{3}|[{,]\s*\"\w+\"\s*:|\"\s*}"
    r"|(?:^|[\n>])\s*(?:system|assistant|user|meaning|뜻|원문|시스템)\s*:",
    re.IGNORECASE,
)
_ORDERS: Final = re.compile(
    r"(?:ignore|disregard|forget) (?:all |any |the |your |every)*(?:previous |prior |above )*"
    r"(?:instructions?|rules?|prompt)|system prompt|you are now\b|as an? (?:ai|language model)"
    r"|(?:위의?|이전|앞의?|모든|지금까지의?)\s?(?:지시|규칙|명령|설정)|새\s?규칙|프롬프트"
    r"|언어\s?모델|채점|평가\s?(?:담당|기준)|(?:만족|감사)했?다고\s?(?:한\s?번만\s?)?(?:말|해|기록)"
    r"|(?:empathy|gratitude|공감|감사)\s?[:=]?\s?\d|say (?:that )?(?:you are|thank)"
    r"|just say (?:you|thank)|swap roles|translate (?:this|into)"
    r"|다음[^.]{0,12}(?:번역하|영어로 옮기)",
    re.IGNORECASE,
)
# What turns the direction of reading, breaks a line or writes where nobody sees it.
_UNSEEN: Final = re.compile("[\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")
_PAST: Final = (_MARKUP, _MORE_MARKUP, _TO_A_MODEL, _ORDERS, _UNSEEN)


def speaks_past(text: str) -> bool:
    """Whether a typed text, or a part of it, is not said to the customer."""
    return speaks_to_a_model(text) or bool(GRADER.search(plain(text)))


def speaks_to_a_model(text: str) -> bool:
    """Whether a text holds markup, orders to a model, or what is written where nobody sees it."""
    if any(unicodedata.category(one)[0] == "C" and one not in "\t\n\r" for one in text):
        return True
    as_read = unicodedata.normalize("NFKC", text)
    return any(one.search(as_read) for one in _PAST)
