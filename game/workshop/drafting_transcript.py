"""A conversation as plain text: who said what, in the forms in which chats are exported."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from game.errors import DangolError

MOST_BYTES: Final = 1_000_000
MOST_TURNS: Final = 400

_CLOCK = r"(?:(?:오전|오후)\s?)?\d{1,2}:\d{2}(?::\d{2})?(?:\s?[AaPp]\.?[Mm]\.?)?"
_DATE = r"(?:\d{4}[-./년]\s?\d{1,2}[-./월]\s?\d{1,2}일?|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})\.?"
_WHEN = rf"(?:{_DATE},?\s*)?{_CLOCK}"
_WHO = r"(?P<who>[^\s:：\[\]()<>][^:：\[\]<>\n]{0,29}?)"

# In this order: the forms with a time in front must be tried before the bare one.
_FORMS: Final = (
    re.compile(rf"\[{_WHO}\]\s*\[{_WHEN}\]\s*(?P<said>.*)"),  # KakaoTalk on a computer
    re.compile(rf"[\[(]?{_WHEN}[\])]?\s*[-–,]?\s*{_WHO}\s*[:：]\s*(?P<said>.*)"),  # phones
    re.compile(rf"{_WHO}\s*[\[(]{_WHEN}[\])]\s*[:：]?\s*(?P<said>.*)"),
    re.compile(rf"{_WHO}\s*[:：]\s*(?P<said>.*)"),
    re.compile(rf"{_WHO}\s\s?{_CLOCK}(?P<said>)"),  # the name and the time above the words
)
_DIVIDER = re.compile(
    rf"[-=_*\s]*(?:{_DATE})?\s*(?:[월화수목금토일]요일)?[-=_*\s]*|저장한 날짜.*|.*님과 카카오톡 대화"
)

_AGENTS: Final = frozenset({
    *("상담원", "상담사", "상담직원", "직원", "매니저", "점원", "담당자", "챗봇", "agent", "advisor"),
    *("adviser", "rep", "representative", "support", "staff", "operator", "clerk", "assistant", "bot"),
    *("me", "나", "접수", "안내", "support agent", "customer service", "고객센터"),
})  # fmt: skip
_CUSTOMERS: Final = frozenset({
    *("고객", "고객님", "손님", "이용자", "구매자", "회원", "customer", "client", "caller", "user"),
    *("guest", "shopper", "visitor", "buyer", "passenger", "member"),
})  # fmt: skip
_GREETS = re.compile(
    "무엇을 도와|고객센터|상담원 .{2,4}입니다|how (?:can|may) i help|thank you for (?:calling|contacting)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Turn:
    """What one side said before the other spoke again; `line` is its first line, from 1."""

    agent: bool
    text: str
    line: int


@dataclass(frozen=True, slots=True)
class Conversation:
    """The turns, and who was taken for what. `names` are speaker marks that are names of people."""

    turns: tuple[Turn, ...]
    agents: tuple[str, ...]
    customers: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The marks that name a person and no side."""
        sides = _AGENTS | _CUSTOMERS
        return tuple(one for one in (*self.agents, *self.customers) if one.lower() not in sides)


def read_conversation(text: str, agent: str | None = None) -> Conversation:
    """The turns of a conversation; `agent` is the mark of the agent where it cannot be seen.

    Raises DangolError where no line says who speaks, or all are of one side.
    """
    said = _said(text)
    if not said:
        raise DangolError("workshop.from.no-speakers")
    agents = _agents_of(said, agent)
    speakers = tuple(dict.fromkeys(who for who, _, _ in said))
    turns: list[Turn] = []
    for who, words, line in said:
        is_agent = who in agents
        if turns and turns[-1].agent == is_agent:
            turns[-1] = Turn(is_agent, f"{turns[-1].text} {words}".strip(), turns[-1].line)
        elif words:
            turns.append(Turn(is_agent, words, line))
    if len({turn.agent for turn in turns}) < 2:
        raise DangolError("workshop.from.one-side", who=", ".join(speakers))
    if len(turns) > MOST_TURNS:
        raise DangolError("workshop.from.long", turns=len(turns), most=MOST_TURNS)
    customers = tuple(one for one in speakers if one not in agents)
    return Conversation(tuple(turns), tuple(sorted(agents)), customers)


def _said(text: str) -> list[tuple[str, str, int]]:
    """Speaker, words and line of everything that was said; a line without a mark goes on."""
    said: list[tuple[str, str, int]] = []
    for number, raw in enumerate(text.splitlines(), 1):
        line = raw.strip("\ufeff\u200b\u200e \t")
        if not line or _DIVIDER.fullmatch(line):
            continue
        match = next((found for form in _FORMS if (found := form.fullmatch(line))), None)
        if match:
            said.append((" ".join(match["who"].split()), match["said"].strip(), number))
        elif said:
            who, words, first = said[-1]
            said[-1] = (who, f"{words} {line}".strip(), first)
    return said


def _agents_of(said: Sequence[tuple[str, str, int]], agent: str | None) -> frozenset[str]:
    """Which speakers are agents: the one named, those marked so, else the one who greets so."""
    speakers = list(dict.fromkeys(who for who, _, _ in said))
    if agent is not None:
        if agent not in speakers:
            raise DangolError("workshop.from.agent", agent=agent, who=", ".join(speakers))
        return frozenset({agent})
    marked = {who for who in speakers if who.lower() in _AGENTS}
    if marked:
        return frozenset(marked)
    customers = {who for who in speakers if who.lower() in _CUSTOMERS}
    if customers:
        return frozenset(speakers) - customers
    greeting = next((who for who, words, _ in said if _GREETS.search(words)), None)
    if greeting is not None:
        return frozenset({greeting})
    return frozenset(speakers[1:2])  # the customer comes with the problem and speaks first
