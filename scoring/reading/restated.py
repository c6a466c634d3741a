"""Whether a typed text restates what a wording promises: who acts, whether one must, and if what.

Positive evidence, where `polarity` looks for contradiction. Our rules, from grammar.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from scoring.reading.clauses import clauses
from scoring.reading.normal import plain

# What a clause does with a deed: who is to do it, or who may.
_MODES: Final[Mapping[str, re.Pattern[str]]] = {
    "theirs": re.compile(
        r"셔야|(?:여|해|어|아)야\s?(?:하|해|합|되|돼|됩)|(?:주|하|으|보|오|가|내|두|지|키|리)(?:세요|십시오|시죠)|바랍니다|부탁\s?드|시는\s?게\s?좋|직접|각자"
        r"|\byou(?:'ll| will|'d| would| do)? (?:need|have) to\b|\byou(?:'d)? (?:must|should|better)\b|\bplease (?!accept|forgive|don't worry)[a-z]+|\byourself\b"
    ),
    "ours": re.compile(
        r"(?:을|를|릴|할|일|갈|볼|둘|줄|낼|킬|칠|올|[가-힣])게요|(?<!시)겠습니다|(?<!부탁)(?<!부탁 )드(?:립니다|려요|릴)|드려\s?(?:놓|두|볼)|드렸|[가-힣]\s(?:두었|뒀|놓았|놨)|저희가|제가"
        r"|\b(?:i|we)(?:'ll| will|'m going to|'re going to| can(?! ?not)|'ve| have)\b|\blet me\b|\bshall i\b|\bon us\b"
    ),
    "may": re.compile(
        r"셔도\s?(?:되|돼|됩|괜찮|좋)|(?<!지\s않으)도\s?(?:됩니다|돼요|괜찮)|수\s?있(?:어|습|으|지|네|는)|\byou (?:can|may|could)\b(?! ?not)|\bfeel free\b|\bgo ahead\b"
    ),
}  # fmt: skip
_IF: Final = re.compile(
    r"[가-힣](?:으?면|려면|거든|어야만|아야만)(?=[\s,.]|$)(?!\s?(?:되|돼|됩|좋|안|어떨|감사|고맙))|(?:[가-힣](?:은|신|한)\s)(?:뒤|후|다음)에?|경우|조건"
    r"|\b(?:if|unless|once|provided|as long as|in case|only when|until)\b"
)


@lru_cache(maxsize=8192)
def modes(text: str) -> frozenset[str]:
    """Whose deeds a text speaks of: "theirs" to do, "ours" to do, what one "may"."""
    return frozenset(
        name for name, pattern in _MODES.items()
        if any(pattern.search(clause) for clause in clauses(text))
    )  # fmt: skip


@lru_cache(maxsize=16384)
def other_mode(typed: str, wording: str) -> bool:
    """Whether both speak of deeds, but of nobody's that is the other's: 드릴게요, 하셔야 해요."""
    mine, theirs = modes(typed), modes(wording)
    return bool(mine and theirs) and not mine & theirs


@lru_cache(maxsize=16384)
def adds_condition(typed: str, wording: str) -> bool:
    """Whether a typed text makes a condition where the wording makes none."""
    return bool(_IF.search(plain(typed))) and not _IF.search(plain(wording))
