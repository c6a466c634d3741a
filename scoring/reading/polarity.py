"""Whether two texts say the opposite of each other.

A step of its own because nothing else sees it: to letters and to sentence vectors "교환은 안 됩니다"
is nearer to "교환해 드리겠습니다" than an honest paraphrase is. Our rules, from grammar.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from scoring.reading.clauses import clauses
from scoring.reading.concepts import concepts
from scoring.reading.denial import is_denied, is_open, is_reason, leads_up, says_no, states
from scoring.reading.stems import stems

# What denies each other without a no: (one pole, the other). A denied clause stands at the other.
_POLES: Final[Mapping[str, tuple[str, str]]] = {
    "price": (
        r"무료|공짜|(?:비용|수수료|요금)\s?없이|추가\s?요금\s?없|저희가\s?부담|(?:돈|비용|요금|값|수수료|\w비)\S{0,2}\s?안\s?받|\bfree\b|no (?:extra )?(?:charge|cost|fee)|on us\b|on the house|waive|without paying|at no (?:extra )?cost",
        r"유료|(?:료|비|요금|비용|값)\S?\s[^.]*[\d만천백십]\s?원(?:입|이에|이고)|원(?:이|을|은)?\s?(?:추가|나옵|나와|내|듭|들)|추가\s?(?:요금|비용)(?!\s?없)|(?:요금|비용|수수료)\S{0,2}\s?추가|비용이\s?(?:들|발생)|고객님\s?부담|부담하셔|\b(?:extra|additional) (?:charge|cost|fee)|\b(?:there's|there is|for) a (?:fee|charge)|you(?:'ll| will) (?:have to |need to )?pay|charge you",
    ),
    "share": (
        r"전액|전부|100\s?%|(?<![가-힣])다\s(?:돌려|환불)|\bin full\b|\bfull refund|\ball of it\b",
        r"절반|일부|반만|반값|50\s?%|반액|\bhalf\b|\bpartial(?:ly)?\b|\bpart of\b",
    ),
    "owner": (
        r"제가|저희가|저희\s?쪽에서|\bi'll\b|\bi will\b|\bwe'll\b|\bi can\b|저와\s?같이|같이",
        r"직접|각자|(?:고객님|손님|본인)(?:이|께서)|스스로|알아서|혼자|\byourself\b|\byou should\b|\byou(?:'ll| will)? (?:need|have) to\b",
    ),
    "stays": (
        r"유지|그대로|계속|변함없|남아\s?있|\bkeep\b|\bleave it\b|\bcontinu|\bstill\b.{0,12}\bgo|unchanged|stays?\b",
        r"멈추|멈춰|멈춥|중지|중단|사라|없어지|없어져|소멸|작아|줄어|\bstop|\bpause|\blose\b|\bgone\b",
    ),
    "keeps": (r"유지|계속\s?(?:쓰|이용)|\bkeep (?:it|the|your)\b", r"취소|해지|철회|\bcancel"),
    "yet": (r"이미|벌써|\balready\b", r"아직|전이라|\bnot yet\b|\bhasn't\b|\bhaven't\b"),
    "room": (
        r"(?:자리|재고|물량|예약)\S{0,2}\s?(?:아직\s)?(?:있|남)|\bin stock\b|\bavailable\b|\bopenings?\b|\bslots? (?:left|free)",
        r"다\s?찼|만석|마감|매진|품절|\bsold out\b|\bfully booked\b|\bout of stock\b|\bbooked up\b|\b(?:is|are|been) taken\b",
    ),
    "switch": (r"켜|켠|\b(?:turn|switch)(?:ed)?\b.{0,16}\bon\b", r"꺼|끄(?!러)|끈|\b(?:turn|switch)(?:ed)?\b.{0,16}\boff\b|unplug"),
    "side": (r"왼쪽|\bleft[- ]hand|on (?:the|your) left", r"오른쪽|\bright[- ]hand|on (?:the|your) right"),
    "amount": (r"올려\s?드|늘려|높여|\bincrease|turn (?:it )?up", r"내려\s?드|줄여|낮춰|깎아|\breduce|\bdecrease|turn (?:it )?down"),
    "open": (r"문\s?(?:을\s)?(?:열|엽)|영업(?:합|해)|\bopen\b", r"닫|휴무|휴업|쉽니다|쉬어요|\bclosed?\b"),
    "ours": (
        r"저희\s?(?:잘못|실수|탓|책임|불찰)|제\s?(?:잘못|실수|탓|불찰)|\b(?:our|my) (?:fault|mistake|error)",
        r"고객님\s?(?:잘못|실수|과실|책임|탓|부주의)|[으하]신\s(?:탓|때문)|\byour (?:fault|mistake|error|own)",
    ),
    "right": (r"맞(?:습|아요|는|네요|죠)|사실(?:입|이)|정상|\bis right\b|\bcorrect\b|\bis true\b|\bgenuine\b|\breal\b", r"틀렸|틀린|잘못됐|잘못된|거짓|가짜|오류|\bwrong\b|\bincorrect\b|\bfalse\b|\bfake\b"),
    "over": (r"끝났|완료됐|\bfinished\b|\bis done\b|\bclosed the\b", r"다시\s?열|재개|\breopen"),
    "ease": (r"쉽게|쉬운|쉬워|눈에\s?띄게|잘\s?보이|\beasy\b|\beasily\b|\bclearly\b", r"어렵게|찾기\s?(?:어려|힘)|안\s?보이|\bhard to\b|\bhidden\b|\bburied\b"),
    "line": (r"안\s?끊|끊지\s?(?:않|말|마)|\bstay on the line", r"(?<!안\s)(?<!안)끊(?:겠|을게|습니다)|통화\s?(?:를\s)?종료|\bhang up\b|\bend (?:the|this) call"),
    "half": (r"오전|아침|\bmorning\b|\ba\.?m\b", r"오후|저녁|\bafternoon\b|\bevening\b|\bp\.?m\b"),
    "included": (r"포함|들어\s?있|\binclud", r"제외|별도|\bexclud|\bnot part of\b|\bon top of\b"),
    "need": (
        r"(?:하|으|오|가|보|주)?셔야|하여야|해야|필요(?:합|해|하)|\b(?:you|we|i)(?:'ll)? need\b|\bneed to\b|\bhave to\b|\bmust\b|\brequired?\b",
        r"안\s?\S+셔도|지\s?않으셔도|않아도|없이도?\s|필요(?:는|가)?\s?없|\bwithout\b|\bno need\b|\bdon't need\b|\bneedn't\b|\bdon't have to\b|\boptional\b",
    ),
    "fetch": (r"가지러|수거|찾아\s?(?:가|뵙)|\bpick (?:it |them )?up\b|\bcollect\b", r"가져\s?(?:오|와)|들고\s?오|\bdrop (?:it |them )?off\b|\bbring (?:it|them)\b"),
    "new": (r"새\s?(?:것|걸|제품|상품)|\bbrand[- ]new\b", r"중고|리퍼|수리품|전시품|\brefurbished\b|\bused\b"),
    "genuine": (r"정품|\bgenuine\b|\boriginal\b", r"호환|사제|\bcompatible\b|\bthird[- ]party\b"),
    "abroad": (r"국내|\bdomestic\b", r"해외|\boverseas\b|\babroad\b|\binternational\b"),
    "sooner": (r"앞당|더\s?(?:빨리|일찍)|\bsooner\b|\bearlier\b", r"늦(?:추|춰|어)|미뤄|미루|연기|\bdelay|\bpostpone|\bpush(?:ed)? (?:it )?back\b"),
    "passed": (r"성공|통과|\bwent through\b|\bsucceeded\b", r"실패|\bfailed\b|\bdidn't go through\b|\bwas declined\b"),
    "weekend": (r"평일|\bweekdays?\b", r"주말|\bweekends?\b"),
    "son": (r"아드님|아들|\bson\b", r"따님|딸(?![가-힣])|\bdaughter\b"),
    "parent": (r"어머(?:니|님)|엄마|\bmother\b|\bmum\b|\bmom\b", r"아버(?:지|님)|아빠|\bfather\b|\bdad\b"),
    "same": (r"같은|\bsame\b", r"다른|따로|\bdifferent\b|\bseparate\b"),
    "granted": (r"승인|수락|허가|받아들|\bapprov|\baccept|\bgranted\b|\bput .{0,20}through", r"거절|반려|기각|불허|\breject|\bdeclin|\brefus|\bturned? .{0,12}down\b|\bdenied\b"),
    "safe": (r"무사|멀쩡|남아\s?있|\bsafe\b|\bintact\b", r"사라|날아|없어[지졌]|지워[지졌]|\bgone\b|\blost\b|\bno longer there\b"),
    "left": (r"출발|떠났|떠나|나갔|\balready left\b|\bhas left\b|\bon its way\b", r"아직\s\S*에\s|\bstill (?:in|at|here|with)\b|\bhasn't left\b"),
    "even": (r"[가-힣](?:어|아|해|와|가|여|라|워|려)도(?=[\s,]|$)(?!\s?(?:되|돼|됩|된|괜찮|좋|상관|무방))", r"[가-힣]면(?=[\s,]|$)(?!\s?(?:되|돼|됩|좋|안))"),
    "may": (r"도\s?(?:됩|돼|괜찮|무방)|\bfeel free\b|\bgo ahead\b|\byou can\b", r"면\s?안\s?[돼되됩]|지\s?(?:마|말)|\byou (?:can't|cannot|mustn't|must not)\b|\bplease (?:don't|leave)\b"),
    "warm": (r"뜨거|따뜻|\bhot\b|\bwarm", r"차가|찬물|냉장|\bcold\b|\bcool"),
    "inside": (r"안쪽|실내|\binside\b|\bindoors\b", r"바깥|밖에서|실외|\boutside\b|\boutdoors\b"),
    "extended": (r"연장|\bextend|\brenew", r"반납|만료|\breturn (?:it|them)\b|\bexpire"),
    "order": (r"(?:회수|반품|검수|확인)\s?전|\bfirst\b|\bbefore\b", r"(?:받|확인하|회수하|도착하|검수하)(?:은|신|고|면)\s?(?:뒤|후|나서|다음)|\bafter\b"),
}  # fmt: skip
_SIDES: Final = {
    name: (re.compile(one), re.compile(other)) for name, (one, other) in _POLES.items()
}
_UNTURNED: Final = frozenset(
    {"owner", "yet", "side", "line", "son", "parent", "order", "half", "need", "fetch", "same"}
    | {"granted", "safe", "left", "even", "may"}
)
"""Pairs whose pole a no leaves where it is: 아직 안 나갔다 is not 이미."""
# Words that a no hangs on but that say nothing of what is denied.
_EMPTY: Final = frozenset(
    {
        *("ok", "now", "sorry", "thanks", "done", "ask", "what", "how", "help", "promise", "hear"),
        *("when", "discontinued", "lost", "full", "way out", "free of"),
    }
)
_TIMES: Final = re.compile(
    r"\d.*|오늘|내일|모레|어제|지금|바로|이번|다음|아직|이미|벌써|이제|오전|오후|새벽|아침|저녁|\w요일|today|toda|tomorrow|now|yet|again|until|befor|(?:mon|tues|wednes|thurs|fri|satur|sun)day?|한|두|세|네|시"
)


_COMMON: Final = 3


@dataclass(frozen=True, slots=True)
class Said:
    """What a clause speaks of, and whether it denies it; None where it does neither."""

    text: str
    about: frozenset[str]
    denies: bool | None


@lru_cache(maxsize=4096)
def said(text: str) -> tuple[Said, ...]:
    """Each clause of a text with its polarity. A question, an "if" and a bare yes or no have none.

    Of what says by the word that something is no more (단종, closed) only that word is affirmed.
    """
    return tuple(map(_said, clauses(text)))


def _said(clause: str) -> Said:
    gone = states(clause)
    if is_open(clause):
        return Said(clause, _about(clause), None)
    if gone and not is_denied(clause):
        return Said(clause, _about(gone), False)
    return Said(clause, _about(clause), is_denied(clause))


def denies(text: str) -> bool:
    """Whether a text denies anything."""
    return any(one.denies for one in said(text))


@lru_cache(maxsize=16384)
def opposition(one: str, other: str) -> float:
    """How far two texts contradict each other over what both speak of, 0 to 1.

    1 where what one affirms is what the other denies; .8 where they stand at the two poles of one
    matter (free and charged, all and half).
    """
    mine, theirs = _sides(said(one)), _sides(said(other))
    against = len(mine[0] & theirs[1]) + len(mine[1] & theirs[0])
    along = len(mine[0] & theirs[0]) + len(mine[1] & theirs[1])
    apart = 0.8 if _poles_apart(one, other) else 0.0
    return max(apart, against / (against + along / 2) if against else 0.0)


@lru_cache(maxsize=16384)
def leaning(one: str, other: str) -> float:
    """1 where only one of two texts denies something in its main clauses; else 0.

    .5 where the other has at least a word that says no (품절, closed), or both affirm something in
    common, so that the denial may be of a matter that the other leaves out.
    """
    mine, theirs = _is_no(one), _is_no(other)
    if mine == theirs:
        return 0.0
    soft = other if mine else one
    if any(says_no(clause) for clause in clauses(soft)):
        return 0.5
    return 0.5 if len(_sides(said(one))[0] & _sides(said(other))[0]) >= _COMMON else 1.0


def _is_no(text: str) -> bool:
    return any(one.denies for one in said(text) if not leads_up(one.text))


def _sides(parts: tuple[Said, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """What is affirmed, and what is denied."""
    affirmed = frozenset[str]().union(*(one.about for one in parts if one.denies is False))
    noes = (one.about for one in parts if one.denies and not is_reason(one.text))
    denied = frozenset[str]().union(*noes)
    return affirmed, denied


@lru_cache(maxsize=4096)
def _poles(text: str) -> Mapping[str, frozenset[int]]:
    """At which poles a text stands, 0 or 1 by the name of the pair; a denied clause at the other."""
    found: dict[str, set[int]] = {}
    for clause in said(text):
        for name, sides in _SIDES.items():
            held = [bool(side.search(clause.text)) for side in sides]
            if sum(held) == 1:
                turned = bool(clause.denies) and name not in _UNTURNED
                found.setdefault(name, set()).add(held.index(True) ^ turned)
    return {name: frozenset(poles) for name, poles in found.items()}


def _poles_apart(one: str, other: str) -> bool:
    mine, theirs = _poles(one), _poles(other)
    return any(
        name in theirs and len(poles) == len(theirs[name]) == 1 and poles != theirs[name]
        for name, poles in mine.items()
    )


def _about(clause: str) -> frozenset[str]:
    words = stems(clause) | concepts(clause)
    return frozenset(one for one in words - _EMPTY if not _TIMES.fullmatch(one))
