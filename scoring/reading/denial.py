"""Whether a clause denies: the noes of Korean and English, and what only looks like one."""

import re
from functools import lru_cache
from typing import Final

# What looks like a no and is none.
_IDIOM: Final = re.compile(
    r"(?:문제|걱정|염려|상관|부담|틀림|어김|빠짐|남김|변함|끊임|아낌|다름|거침|스스럼|허물|손색|이상)\s?(?:이\s)?없\w*|다름\s?아니라|말할\s?것도\s?없\w*"
    r"|(?:걱정|염려|부담|신경|미안|죄송|사양|서두르|놀라|끊)\S{0,4}\s?(?:마(?:세|시|십|라|요)|말(?:고|아)|안\s?하셔도|않으셔도|지\s?마)\S*"
    r"|(?:돈|비용|요금|값|수수료|\w+비|\w+료)\S{0,2}\s?(?:따로\s)?(?:안\s?받|받지\s?않)\S*"
    r"|없(?:어지|어져|어졌|애)\w*|못지않|못\s?견디|안타까\w*|안\s?그래도|아니나\s?다를까|(?:수밖에|밖에)\s?없\w*"
    r"|(?:어렵|힘드|힘들|곤란)(?:지\s?않|시겠|셨|시죠|시지|시네|실|신)\w*|어려우(?:시|셨|실|신|세)\w*|어렵게|힘들게|어려운\s?(?:일|이야기|말씀|걸음)"
    r"|안\s?끊\S*|(?:끊|놓|포기하|잊|그냥\s?두)지\s?(?:않|말(?!씀))\S*|모르시\w*|모르셨\w*"
    r"|무리(?:하지|하게)\s?\w*|안녕\w*|안내\w*|안심\w*|안전\w*|안정\w*|안부\w*|안경\w*|안쪽\w*|안에\w*|안으로|안까지|안목|안팎|안건|안색|안착|못난"
    r"|(?<![가-힣])(?:안|못)\s?\S{1,6}게(?=\s)"
    r"|\bno (?:problem|trouble|worries|doubt|wonder|need to (?:worry|apologi[sz]e)|bother|rush|hurry|charge|cost|fee)|\bnot at all|\bnot (?:only|just)"
    r"|\bcan(?:'|no)t (?:thank|help|wait)|\bwhy (?:not|don't (?:i|we|you))|\b(?:please )?don'?t (?:worry|hesitate|apologi[sz]e|hang up|rush)|\bnever mind"
    r"|\bno (?:later|fewer|less|longer) than|\bnot (?:long|to worry)|\bin no time|\bif not\b|\bor not\b|(?:isn|doesn|wasn|don|won|haven|aren)'?t (?:it|they|you|we)\?|\bnothing to worry",
)
_NO: Final = re.compile(
    r"(?<![가-힣])안(?=\s|되|돼|됩|된|될|됐|하|해|했|할|합|한|받|드|줘|주|보내|가|와|오|나|먹|쓰|써|바|생|걸|남|들|통|맞)"
    r"|(?<![가-힣])못(?=\s|하|해|했|할|합|한|받|드|주|줘|보|가|와|오|나|먹|쓰|바|찾|고|맞|들|참|구|기)"
    r"|지\s?(?:는|도|를)?\s?(?:않|안\s|못|말(?!씀)|마(?:세|시|십|라|요))|질\s?(?:않|못)|(?<=수)(?:는|가|도)?\s?없|(?<!수)(?<!수는)(?<!수가)(?<!수도)없(?!이)|업(?=습|어요|네|서)"
    r"|아닙|아니(?!라)|아닌|불가|어렵|어려(?:워|울|운|웠)|힘들|힘듭|힘드(?:네|니)|곤란|무리(?:입|예|이|일|야)|거절|금지|제외(?:됩|입|대상)|불허|반려|몰라|모르겠|모릅"
    r"|\bnot\b|n't\b|\bcannot\b|\bcant\b|\bwont\b|\bdont\b|\bnever\b|\bno\b|\bunable\b|\bnothing\b|\bnobody\b|\bno one\b|\bneither\b|\bnor\b|\bnone\b"
    r"|\bimpossible\b|\bunavailable\b|\brefus\w+|\bdeclin\w+|\bout of the question\b|\bhardly\b|\bfail(?:s|ed)? to\b|\btoo late\b",
)
# A no inside a description denies nothing: 안 나간 물건, 못 쓰신 이틀; but 안 되는 건 does.
_DESCRIBES: Final = re.compile(r"(?<![가-힣])(?:안|못)\s(?P<verb>[가-힣]+)\s(?P<noun>[가-힣]+)")
_NO_NOUNS: Final = re.compile(r"(?:건|것|게|거|걸|편|수|리|점|듯|적|줄|데|중)")
# Words for what is no more or is not so: their clause is a no, whatever its grammar.
_STATES: Final = re.compile(
    r"단종|품절|매진|마감|사라|없어지|없어져|소멸|닫|휴무|다\s?찼|만석|폐점|텅\s?빈|가짜|거짓"
    r"|\bdiscontinued|\bsold out|\bclosed|\bgone\b|\blost\b|\bfake|\bfalse\b|\bwrong\b|\bfully booked|\bended|made (?:that|it) up"
)
# Words that say no without one: what stops, ends or is gone.
_LEXICAL: Final = re.compile(
    r"멈추|멈춥|멈춰|중단|중지|정지|종료|마감|품절|매진|단종|취소|해지|철회|끊기|사라|없어지|없어져|소멸|닫|휴무|다\s?찼|만석|그만|폐점|수밖에|밖에"
    r"|\bdiscontinued|\bsold out|\bclosed|\bgone\b|\blost\b|\bstop|\bcancel|\bfake|\bfalse\b|\bwrong\b|\bfull(?:y booked)?\b|\bonly\b|\bended|\bwithout\b|\boff the\b|out of the|made (?:that|it) up|\buntil\b|earliest"
)
_ASKS: Final = re.compile(
    r"\?\s*$|(?:까요?|나요|가요|습니까|십니까|신지요|은지요|는지요|을까|은가|는가|시겠어요)[\s.!~]*$"
)
_IF: Final = re.compile(
    r"(?:으?면|거든|더라도|어도|아도|해도)\s*$|^(?:if|unless|should you|in case)\b"
)
_ANSWER: Final = re.compile(
    r"^(?:아니요|아니오|아니에요|아니예요|아뇨|아닙니다|아니|no|nope|oh no|not at all)[\s,.!]*$"
)
_BECAUSE: Final = re.compile(r"(?:니까|므로|라서|어서|아서|이라|거라|으니)\s*$|^because\b")
_LEADS_UP: Final = re.compile(
    rf"(?:지만|는데요?|은데요?|인데요?|구요|고요)\s*$|^(?:although|though|while)\b|{_BECAUSE.pattern}"
)


@lru_cache(maxsize=8192)
def is_denied(clause: str) -> bool:
    """Whether a plain clause is a denial: an odd number of noes, idioms and descriptions left out."""
    said = _DESCRIBES.sub(_bare_description, _IDIOM.sub(" ", clause))
    return len(_NO.findall(said)) % 2 == 1


def says_no(clause: str) -> bool:
    """Whether a clause holds any no at all, grammatical or by the word."""
    return bool(_NO.search(_IDIOM.sub(" ", clause)) or _LEXICAL.search(clause))


def is_open(clause: str) -> bool:
    """Whether a clause neither affirms nor denies: a question, an "if", a bare yes or no."""
    return bool(_ASKS.search(clause) or _IF.search(clause) or _ANSWER.search(clause))


def states(clause: str) -> str:
    """The words of a clause that say without a no that something is no more or is not so."""
    return " ".join(_STATES.findall(clause))


def leads_up(clause: str) -> bool:
    """Whether a clause only leads up to the next one: although, because."""
    return bool(_LEADS_UP.search(clause))


def is_reason(clause: str) -> bool:
    """Whether a clause only gives the reason for the next one."""
    return bool(_BECAUSE.search(clause))


def _bare_description(found: re.Match[str]) -> str:
    """The noun alone where what stands before it describes it (its verb ends in ㄴ)."""
    last = found["verb"][-1]
    describes = last != "면" and (ord(last) - 0xAC00) % 28 == 4
    return found["noun"] if describes and not _NO_NOUNS.match(found["noun"]) else found[0]
