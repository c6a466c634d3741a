"""The dialogue acts: what a reply does. One taxonomy for picked and for typed replies.

An act may name a target: a feeling, a deed to thank for, or a harm. The level is 2 when it names
its target or can have none, 1 when it could and does not, or when the author writes 1.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Mechanism(StrEnum):
    """The three mechanisms of empathy in text [EPITOME, arXiv 2009.08441]."""

    REACTION = "reaction"
    INTERPRETATION = "interpretation"
    EXPLORATION = "exploration"


class Target(StrEnum):
    """What an act can be about."""

    NOTHING = "nothing"
    FEELING = "feeling"
    DEED = "deed"
    HARM = "harm"


class Group(StrEnum):
    """The groups the acts are listed in."""

    FEELINGS = "feelings"
    CONTENT = "content"
    OWNING = "owning"
    THANKS = "thanks"
    GOING_ON = "going-on"
    PROTECT = "protect"
    POOR = "poor"
    CRITICAL = "critical"


@dataclass(frozen=True, slots=True)
class ActKind:
    """One act of the taxonomy; `ko` and `en` say it in a few words for the author's guide.

    `most` is the highest level it can have as evidence of its mechanism.
    """

    name: str
    group: Group
    ko: str
    en: str
    target: Target = Target.NOTHING
    mechanism: Mechanism | None = None
    most: int = 2

    @property
    def is_poor(self) -> bool:
        """Whether the act does harm by itself."""
        return self.group in (Group.POOR, Group.CRITICAL)


_FEELING, _DEED, _HARM = Target.FEELING, Target.DEED, Target.HARM

_KINDS = (
    ActKind("acknowledge", Group.FEELINGS, "마음을 알아준다", "names or meets the feeling",
            _FEELING, Mechanism.REACTION),
    ActKind("interpret", Group.FEELINGS, "이 고객의 사정을 헤아린다", "infers this customer's situation",
            _FEELING, Mechanism.INTERPRETATION),
    ActKind("ask", Group.FEELINGS, "더 알려고 묻는다", "asks to understand more",
            _FEELING, Mechanism.EXPLORATION),
    ActKind("reassure", Group.FEELINGS, "안심시킨다", "reassures", _FEELING),
    ActKind("paraphrase", Group.CONTENT, "들은 말을 자기 말로 되짚는다", "says back what was heard",
            Target.NOTHING, Mechanism.INTERPRETATION, 1),
    ActKind("recap", Group.CONTENT, "정해진 것을 간추린다", "sums up what was agreed"),
    ActKind("inform", Group.CONTENT, "맞는 사실을 알린다", "gives a right and fitting fact"),
    ActKind("offer", Group.CONTENT, "할 수 있는 일을 내놓는다", "offers something within reach"),
    ActKind("do", Group.CONTENT, "바로 한다", "does it there and then"),
    ActKind("confirm", Group.CONTENT, "정말 풀렸는지 확인한다", "checks whether it is really solved"),
    ActKind("refuse", Group.CONTENT, "까닭과 차선을 갖추어 거절한다",
            "says no rightly, with the reason and the next best"),
    ActKind("own", Group.OWNING, "내가 무엇을 언제까지 할지 맡는다", "takes it on: I, what, by when"),
    ActKind("apologise", Group.OWNING, "끼친 해를 짚어 사과한다", "apologises for a harm", _HARM),
    ActKind("thank", Group.THANKS, "한 일을 짚어 고마워한다", "thanks for what the customer did", _DEED),
    ActKind("accept-thanks", Group.THANKS, "고마움을 받는다", "takes thanks well"),
    ActKind("refuse-thanks", Group.THANKS, "고마움을 돌려보낸다", "sends thanks back out of modesty"),
    ActKind("pass-on", Group.THANKS, "고마움을 그 사람에게 전한다", "lets the thanks reach the person"),
    ActKind("escalate", Group.GOING_ON, "사정과 함께 넘긴다", "hands over with the context"),
    ActKind("report", Group.GOING_ON, "고칠 수 있는 곳에 까닭을 알린다",
            "reports the cause to those who can mend it"),
    ActKind("close", Group.GOING_ON, "끝맺는다", "closes"),
    ActKind("greet", Group.GOING_ON, "맞이한다", "greets"),
    ActKind("warn", Group.PROTECT, "멈추지 않으면 끝낸다고 알린다", "warns before ending an abusive contact"),
    ActKind("end-call", Group.PROTECT, "절차대로 통화를 끝낸다", "ends the contact by the book"),
    ActKind("dismiss", Group.POOR, "흘려듣는다", "waves it away", _FEELING),
    ActKind("compare", Group.POOR, "남들은 안 그렇다고 한다", "says that others do not mind", _FEELING),
    ActKind("blame", Group.POOR, "탓을 돌린다", "puts the blame on someone", _FEELING),
    ActKind("deflect", Group.POOR, "다른 곳이나 나중으로 미룬다", "sends it elsewhere or to later", _FEELING),
    ActKind("stonewall", Group.POOR, "규정만 되풀이한다", "repeats the rule", _FEELING),
    ActKind("act-only", Group.POOR, "조치만 하고 풀지 않는다", "acts without solving"),
    ActKind("placate", Group.POOR, "답 대신 돈을 준다", "pays instead of answering", _FEELING),
    ActKind("misinform", Group.POOR, "틀린 사실을 말한다", "states a wrong fact"),
    ActKind("patronise", Group.POOR, "가르치려 든다", "talks down", _FEELING),
    ActKind("jargon", Group.POOR, "어려운 말을 쓴다", "uses words the customer cannot know"),
    ActKind("sell", Group.POOR, "이때 판다", "sells when it does not serve the customer"),
    ActKind("beg", Group.POOR, "점수나 후기를 부탁한다", "begs for a rating or a review"),
    ActKind("bribe", Group.CRITICAL, "후기를 대가로 준다", "gives something for a review"),
    ActKind("false-promise", Group.CRITICAL, "할 수 없는 것을 약속한다", "promises what cannot be kept"),
)  # fmt: skip

ACTS: Mapping[str, ActKind] = {kind.name: kind for kind in _KINDS}
