"""What a model's line must not be: each guard a name and a test, Korean and English.

The aim is not to find good lines but to let no bad one through: whatever is refused is said as the
author wrote it. Source of the list: failures of real models in the part of a customer (tau2-bench's
review of simulated users; own trials with small models).
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Final

from game.customers.prompt import labels
from game.customers.wanted import CustomerLineWanted
from scoring.reading.cues import cues
from scoring.reading.figures import figures
from scoring.reading.normal import plain
from scoring.reading.overlap import share

LONGEST: Final = {"ko": 160, "en": 320}
SENTENCES: Final = 4
HANGUL_AT_LEAST: Final = 0.6
HANGUL_AT_MOST: Final = 0.05
SECRET: Final = 6
ECHO: Final = 14
GLAD_FROM: Final = 70
# The least that another wording shares with the author's, by letters. Of the shipped cases' own
# other wordings 4 in 100 share less; of lines that mean something else 80 (ko) and 30 (en) in 100.
NEAREST: Final = {"ko": 0.04, "en": 0.2}
_SAYS_ENOUGH: Final = 16  # letters of the author's line, twice those of the other wording

Guard = Callable[[str, CustomerLineWanted], bool]

_ROLE: Final = re.compile(
    r"무엇을 도와|도와\s?드릴까요|도와\s?드리겠|문의\s?주셔서|고객님|언어\s?모델|인공지능|\bAI\b"
    r"|상담(?:원|사)(?:입니다|으로서)|(?:안내|접수|처리|확인)해?\s?드리"
    r"|how (?:can|may) (?:i|we) (?:help|assist)|i['’]?m here to (?:help|assist)"
    r"|(?:happy|glad) to (?:help|assist)|i can assist|unable to assist|is there anything else"
    r"|as an? (?:ai|assistant|language)|language model|dear (?:customer|valued)"
    r"|\b(?:the|this|our) customers?\b|고객(?:은|이|을|의|께|에게|측)"
    r"|\bwe(?:['’]ll| will| can)(?: need to| have to)? (?:deliver|ship|process|refund|look into)"
    r"|\b(?:the|this|your) (?:input|prompt|instructions?)\b|입력(?:하신|을)|지시\s?사항"
    r"|thank you for (?:contacting|calling|reaching)|our (?:team|policy|records)",
    re.IGNORECASE,
)
_TOKENS: Final = re.compile(
    r"<\|?/?(?:im_|start|end|s>|system|user|assistant|think|eot|bos|eos)|\[/?INST\]|###|```|<<<|>>>"
    r"|^\s*(?:system|assistant|user|customer|agent|line|meaning|reply)\s*[:：]"
    r"|^\s*(?:고객|상담(?:원|사)?|원문)\s*[:：]"
    r"|[{}]|\"(?:reply|resolved|score)\"|</?[a-z][^>]*>",
    re.IGNORECASE | re.MULTILINE,
)
_COACH: Final = re.compile(
    r"점수|만점|합격|채점|평가\s?기준|훈련|교육생|연습\s?상황|공감을?\s?(?:더|먼저)"
    r"|사과를?\s?먼저\s?하|이렇게\s?(?:말씀|대답)하"
    r"|\b(?:score|points|rubric|trainee|training|role-?play|scenario|grader|grading)\b"
    r"|you should (?:have )?(?:apologi|empathi|say|said|ask)"
    r"|better (?:answer|response|reply) would",
    re.IGNORECASE,
)
_GLAD: Final = re.compile(
    r"감사|고맙|고마워|만족|최고|훌륭|완벽|기쁘|다행|친절하시|좋네요|좋아요|해결됐|해결되었"
    r"|\b(?:thanks?|grateful|appreciate|satisf\w+|perfect|wonderful|great|excellent|happy|glad|resolved)\b",
    re.IGNORECASE,
)
_UNSEEN: Final = frozenset("\t\n")
_DIGITS: Final = re.compile(r"\d+(?:,\d{3})*")
_LOOSE: Final = frozenset({"day", "week", "month", "people"})


def refusal(said: str, wanted: CustomerLineWanted) -> str | None:
    """The name of the first guard that refuses a line, None for a line that may be said."""
    return next((name for name, refuses in GUARDS.items() if refuses(said, wanted)), None)


def cleaned(said: str) -> str:
    """A line as it may be shown: NFC, on one line, without what cannot be seen or outer quotes."""
    seen = "".join(
        one
        for one in unicodedata.normalize("NFC", said)
        if one in _UNSEEN or unicodedata.category(one)[0] != "C"
    )
    line = " ".join(seen.split())
    return line[1:-1].strip() if _is_quoted(line) else line


def _is_quoted(line: str) -> bool:
    quotes = {'"': '"', "“": "”", "'": "'", "‘": "’", "「": "」"}
    closing = quotes.get(line[:1])
    return len(line) > 2 and line[-1] == closing and line.count(closing) <= 2


def _is_empty(said: str, wanted: CustomerLineWanted) -> bool:
    return not any(one.isalnum() for one in said)


def _is_long(said: str, wanted: CustomerLineWanted) -> bool:
    most = max(LONGEST[wanted.language], 2 * len(wanted.meaning))
    return len(said) > most or len(re.findall(r"[.!?…。]+(?=\s|$)", said)) > max(
        SENTENCES, 1 + len(re.findall(r"[.!?…。]+(?=\s|$)", wanted.meaning))
    )


def _is_other_language(said: str, wanted: CustomerLineWanted) -> bool:
    """Whether the share of Hangul among the letters is that of the other language."""
    letters = [one for one in said if one.isalpha()]
    own = [one for one in wanted.meaning if one.isalpha()]
    if not letters:
        return False
    share = sum(map(_is_hangul, letters)) / len(letters)
    usual = sum(map(_is_hangul, own)) / len(own) if own else 1.0
    if wanted.language == "ko":
        return share < min(HANGUL_AT_LEAST, usual)
    return share > max(HANGUL_AT_MOST, usual) or _is_foreign(letters)


def _is_foreign(letters: list[str]) -> bool:
    latin = sum("LATIN" in unicodedata.name(one, "") for one in letters)
    return latin < 0.9 * len(letters)


def _is_hangul(letter: str) -> bool:
    return "가" <= letter <= "힣"


def _speaks_as_agent(said: str, wanted: CustomerLineWanted) -> bool:
    return _says_new(_ROLE, said, wanted)


def _shows_prompt(said: str, wanted: CustomerLineWanted) -> bool:
    return bool(_TOKENS.search(said)) or any(label in said for label in labels(wanted.language))


def _tells_secret(said: str, wanted: CustomerLineWanted) -> bool:
    """Whether some letters in a row of a hidden fact stand in it that nothing open has."""
    known = "".join(map(_letters, (wanted.meaning, *wanted.told, *(s.text for s in wanted.heard))))
    line = _letters(said)
    length = SECRET if wanted.language == "ko" else 2 * SECRET
    return any(
        gram in line and gram not in known
        for secret in wanted.secrets
        for gram in _grams(_letters(secret), length)
    )


def _echoes(said: str, wanted: CustomerLineWanted) -> bool:
    """Whether it repeats the trainee's words that the author does not repeat."""
    line, own = _letters(said), _letters(wanted.meaning)
    reply = _letters(wanted.reply)
    length = ECHO if wanted.language == "ko" else 2 * ECHO
    if reply and line == reply:
        return line != own
    return any(gram in line and gram not in own for gram in _grams(reply, length))


def _repeats(said: str, wanted: CustomerLineWanted) -> bool:
    """Whether the customer has said just this before, or says one thing over and over."""
    line = _letters(said)
    before = {_letters(one.text) for one in wanted.heard if not one.agent}
    if line in before:
        return line != _letters(wanted.meaning)
    tokens = said.split()
    return len(tokens) >= 8 and len(set(tokens)) < len(tokens) / 2


def _invents_figures(said: str, wanted: CustomerLineWanted) -> bool:
    """Whether it names a figure that neither the author, a told fact nor the talk has named."""
    open_ones = (wanted.meaning, wanted.reply, *wanted.told, *(one.text for one in wanted.heard))
    known = set[tuple[str, str]]().union(*map(_figures, open_ones))
    return not _figures(said) <= known


def _figures(text: str) -> set[tuple[str, str]]:
    """Figures and names by kind; what everybody says, such as today, is none."""
    bare = {("digits", one.replace(",", "")) for one in _DIGITS.findall(text)}
    read = ((kind, values) for kind, values in figures(text).items() if kind not in _LOOSE)
    return bare | {(kind, value) for kind, values in read for value in values}


def _is_too_glad(said: str, wanted: CustomerLineWanted) -> bool:
    glad = wanted.mood >= GLAD_FROM or wanted.thanks
    return not glad and _says_new(_GLAD, said, wanted)


def _coaches(said: str, wanted: CustomerLineWanted) -> bool:
    return _says_new(_COACH, said, wanted)


def _abuses(said: str, wanted: CustomerLineWanted) -> bool:
    return "abuse" in cues(plain(said)) and "abuse" not in cues(plain(wanted.meaning))


def _strays(said: str, wanted: CustomerLineWanted) -> bool:
    """Whether it shares so little with the author's line that it must mean something else."""
    line, own = plain(said), plain(wanted.meaning)
    if len(_letters(own)) < _SAYS_ENOUGH or 2 * len(_letters(line)) < _SAYS_ENOUGH:
        return False
    return max(share(line, own), share(own, line)) < NEAREST[wanted.language]


def _says_new(pattern: re.Pattern[str], said: str, wanted: CustomerLineWanted) -> bool:
    """Whether a line matches with words that the author's line does not have."""
    own = {one.group().lower() for one in pattern.finditer(wanted.meaning)}
    return any(one.group().lower() not in own for one in pattern.finditer(said))


def _letters(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFC", text).lower() if one.isalnum())


def _grams(text: str, length: int) -> set[str]:
    return {text[i : i + length] for i in range(len(text) - length + 1)}


GUARDS: Final[Mapping[str, Guard]] = {
    "empty": _is_empty,
    "prompt": _shows_prompt,
    "role": _speaks_as_agent,
    "coaching": _coaches,
    "language": _is_other_language,
    "length": _is_long,
    "secret": _tells_secret,
    "figures": _invents_figures,
    "echo": _echoes,
    "repetition": _repeats,
    "too-glad": _is_too_glad,
    "abuse": _abuses,
    "straying": _strays,
}
