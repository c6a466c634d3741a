"""Whether a trainee speaks to a machine and not to the customer: markup, orders, talk of grades.

What does is still said to the customer; but nothing is taken for meant in silence, and nobody asks
a model about it.
"""

import re
import unicodedata
from typing import Final

_MARKUP: Final = re.compile(
    r"<\|?/?[a-z_]+\|?>|<<|>>|\[/?inst\]|\[(?:system|시스템)\]|```|#{3}|[{,]\s*\"\w+\"\s*:|\"\s*}"
    r"|(?:^|[\n>])\s*(?:system|assistant|user|meaning|뜻|원문|시스템)\s*:",
    re.IGNORECASE,
)
_ORDER: Final = re.compile(
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


def speaks_to_a_machine(text: str) -> bool:
    """Whether a text holds markup, orders to a model, or levels for a grader to write down."""
    plain = unicodedata.normalize("NFKC", text)
    return bool(_UNSEEN.search(text) or _MARKUP.search(plain) or _ORDER.search(plain))
