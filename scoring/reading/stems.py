"""The stems of a text: words without their endings, by rule; a rough stand-in for lemmas."""

import re
from functools import lru_cache
from typing import Final

from scoring.reading.normal import plain

_WORD: Final = re.compile(r"[가-힣]+|[a-z][a-z']*|\d+(?:[.,:]\d+)*")
# Polite, modal and joining endings, then particles; the longest that fits is cut, twice at most.
_ENDINGS: Final = sorted(
    (
        *("드리겠습니다", "드릴게요", "드릴께요", "드려요", "드립니다", "드렸습니다", "드렸어요", "드리고", "드리면", "드려서", "드려야", "드릴", "드리는"),
        *("겠습니다", "겠어요", "겠네요", "겠지만", "겠죠", "했습니다", "했어요", "했네요", "합니다", "하세요", "해요", "할게요", "할께요", "하겠습니다", "하네요", "하는", "하고", "하면", "해서", "하지", "하게", "한", "할", "함", "해", "하셨", "하시", "하실", "하신", "하"),
        *("습니다", "십시오", "십니까", "셨습니다", "셨어요", "셨겠어요", "셨네요", "셨죠", "시겠어요", "시겠습니까", "시죠", "시네요", "세요", "셔요", "시면", "시고", "시는", "셔서", "셔도"),
        *("입니다", "됩니다", "됩니까", "되세요", "돼요", "되는", "되고", "되면", "됐습니다", "됐어요", "된", "될", "됨", "이에요", "예요", "이고", "인데요", "인데", "이라", "이라서", "이죠", "네요", "어요", "아요", "여요", "죠", "지요", "군요", "거든요", "까요", "나요", "가요", "는데요", "는데", "은데", "니까", "으니까", "지만", "으면", "면", "고", "며", "서", "려고", "도록", "게"),
        *("에서는", "에서도", "에서", "에게", "한테", "께서", "부터", "까지", "으로", "로", "처럼", "보다", "마다", "이라도", "라도", "이나", "에는", "에도", "과", "와", "은", "는", "이", "가", "을", "를", "의", "에", "도", "만", "요", "님"),
    ),
    key=lambda one: -len(one),
)  # fmt: skip
_IDLE: Final = frozenset(
    [
        "고객",
        "고객님",
        "손님",
        "저희",
        "제",
        "제가",
        "저는",
        "저도",
        "저",
        "그",
        "이",
        "네",
        "예",
        "아",
        "어",
        "좀",
        "것",
        "거",
        "수",
        "그럼",
        "그러면",
        "안",
        "못",
        "않",
        "아니",
        "아닙",
        "아닙니다",
        "마",
        "말",
        "건",
        "걸",
        "같",
        "드릴",
        "드려요",
        "드리지",
        "드린",
        "됩",
        "되",
        "돼",
        "불",
        "불가",
        "어렵",
        "힘들",
        "혹시",
        "그리고",
        "그래서",
        "일단",
        "우선",
        "정말",
        "진짜",
        "너무",
        "아주",
        "많이",
        "다",
        "잘",
        "더",
        "있",
        "없",
        "되",
        "하",
        "주",
        "드리",
        "드려",
        "해",
        "그렇",
        "이렇",
        "그런",
        "이런",
        "the",
        "a",
        "an",
        "i",
        "i'm",
        "i'll",
        "i've",
        "i'd",
        "we",
        "we'll",
        "we're",
        "we've",
        "you",
        "you're",
        "your",
        "yours",
        "it",
        "it's",
        "its",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "am",
        "do",
        "does",
        "did",
        "to",
        "of",
        "in",
        "on",
        "at",
        "for",
        "with",
        "from",
        "by",
        "as",
        "and",
        "or",
        "but",
        "so",
        "if",
        "that",
        "that's",
        "this",
        "these",
        "those",
        "there",
        "there's",
        "here",
        "my",
        "me",
        "our",
        "us",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "might",
        "have",
        "has",
        "had",
        "just",
        "please",
        "then",
        "well",
        "oh",
        "very",
        "really",
        "about",
        "up",
        "out",
        "get",
        "got",
        "let",
        "me",
        "let's",
        "not",
        "no",
        "don't",
        "isn't",
        "can't",
        "won't",
    ]
)
_ENGLISH: Final = re.compile(r"(?:ing|edly|ed|ies|es|s|ly|'s|'ll|'ve|'re|'d)$")


@lru_cache(maxsize=4096)
def stems(text: str) -> frozenset[str]:
    """The stems of the words that say something; figures as written."""
    return frozenset(ordered(text))


@lru_cache(maxsize=4096)
def ordered(text: str) -> tuple[str, ...]:
    """The same stems in the order of the words, each as often as it is said."""
    cut = (stem(one) for one in _WORD.findall(plain(text)) if one not in _IDLE)
    return tuple(one for one in cut if one and one not in _IDLE)


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """One word without its endings: at least one syllable, or three letters, is left."""
    if "가" <= word[0] <= "힣":
        for _ in range(2):
            ending = next(
                (one for one in _ENDINGS if len(one) < len(word) and word.endswith(one)), ""
            )
            word = word[: len(word) - len(ending)]
        return word
    if word[0].isdigit() or len(word) < 4:
        return word
    cut = _ENGLISH.sub("", word)
    cut = cut if len(cut) >= 3 else word
    return cut[:-1] if len(cut) > 3 and (cut[-1] == cut[-2] or cut[-1] in "ey") else cut
