"""The case language, format 1: one declaration of every field.

It serves the reader, the JSON Schema (`schema.py`) and the reference table in the guide.
"""

from collections.abc import Callable
from typing import Any, Final

from game.case import model
from game.case.kinds import Flag, Id, Listed, Named, OneOf, Prose, Seconds, Whole
from game.case.lines import Lines, Ways, When
from game.case.phrases import Acts, Changes, FactTable, Hears, Quotes
from game.case.records import ById, Field, Record, WithIds
from game.case.tree import Fields, Scalar, Unreadable
from scoring.acts import Mechanism

FORMAT: Final = 1
CHANNELS: Final = ("phone", "chat", "email", "dm", "counter", "board", "self-service")
TOUCHPOINTS: Final = ("before", "first", "core", "closing", "after")

_LABEL = Prose(60)
_NOTE = Prose(240)
_PAGE = Prose(600)
_SPOKEN = Prose(260, spoken=True)
_REMARK = Prose(260, spoken=True)
_LINE = Lines(_SPOKEN)
_WHEN = When()
_WAYS = Ways()
_CHANGES = Changes()

_FEELING = Named("feeling", lambda names: names.feels)
_DEED = Named("deed", lambda names: names.deeds)
_HARM = Named("harm", lambda names: names.harms)
_FACT = Named("problem fact", lambda names: names.problem)
_SECRET = Named("hidden", lambda names: names.hidden)
_NODE = Named("node", lambda names: names.nodes)


def expect_format(top: Fields) -> None:
    """Raises Unreadable where a file says that it is of another format than ours."""
    written = top.values.get("format")
    if isinstance(written, Scalar) and written.text.strip() not in ("", str(FORMAT)):
        raise Unreadable("D002", written.place, found=written.text, known=FORMAT)


def _each(kind: Any) -> Listed:
    return Listed(kind, one_too=True)


SOURCE = Record("source", (
    Field("document", Id(), "출처 글 (S0–S4)", "the article (S0–S4)", required=True),
    Field("item", Whole(1, 999), "교육 항목 번호", "the item of the curriculum"),
), model.Source)  # fmt: skip

BARS = Record("pass", (
    Field("resolution", Whole(0, 100), "해결 통과 점수", "pass mark of resolution", default=60),
    Field("empathy", Whole(0, 100), "공감 통과 점수", "pass mark of empathy", default=60),
    Field("gratitude", Whole(0, 100), "감사 통과 점수", "pass mark of gratitude", default=60),
), model.Bars)  # fmt: skip

POLICY = Record("policy", (
    Field("title", _LABEL, "쪽의 제목", "the title of the page", required=True),
    Field("text", _PAGE, "쪽의 내용", "what the page says", required=True),
), model.Policy)  # fmt: skip

PORTRAIT = Record("portrait", (
    Field("base", Id(), "사람과 나이대", "person and age", required=True),
    Field("hair", Id(), "머리", "hair", required=True),
    Field("glasses", Id(), "안경", "glasses", required=True),
), model.Portrait)  # fmt: skip

PERSONA = Record("persona", (
    Field("who", _NOTE, "어떤 사람인가", "who the customer is"),
    Field("tone", _NOTE, "말투", "how the customer speaks"),
    Field("never", Listed(_NOTE), "결코 하지 않는 것", "what the customer never does", default=()),
), model.Persona)  # fmt: skip

CUSTOMER = Record("customer", (
    Field("name", _LABEL, "이름", "name", required=True),
    Field("about", _LABEL, "나이와 사정 한마디", "age and situation in a phrase"),
    Field("wants", _LABEL, "고객이 원한다고 말하는 것", "what the customer says they want"),
    Field("portrait", PORTRAIT, "그림", "which drawn person", required=True),
    Field("mood", Whole(0, 100), "처음 기분", "mood at the start", required=True),
    Field("patience", Whole(1, 9), "처음 인내심", "patience at the start", required=True),
    Field("loves", Listed(_NOTE), "좋아하는 것", "what the customer loves", default=()),
    Field("hates", Listed(_NOTE), "싫어하는 것", "what the customer hates", default=()),
    Field("persona", PERSONA, "언어 모델이 목소리를 낼 때만 읽는다", "read only where a model voices them"),
), model.Customer)  # fmt: skip

HIDDEN = Record("hidden", (
    Field("told", OneOf(tuple(model.Disclosure), model.Disclosure), "언제 털어놓나",
          "when it is told", required=True),
    Field("text", _NOTE, "숨은 사실", "the hidden fact", required=True, path=""),
), model.Hidden)  # fmt: skip

FEELING = Record("feeling", (
    Field("text", _NOTE, "마음", "the feeling", required=True, path=""),
    Field("needs", Listed(OneOf(tuple(Mechanism), Mechanism)), "필요한 공감",
          "which mechanisms it needs", default=(Mechanism.REACTION, Mechanism.INTERPRETATION)),
    Field("core", Flag(), "드러나지 않아도 센다", "counts whether or not it is reached", default=False),
), model.Feeling, short="text")  # fmt: skip

DEED = Record("deed", (
    Field("text", _NOTE, "고마워할 일", "what deserves thanks", required=True, path=""),
), model.Deed, short="text")  # fmt: skip

HARM = Record("harm", (
    Field("by", OneOf(("agent", "company", "other")), "누가 끼쳤나", "who caused it", required=True),
    Field("text", _NOTE, "끼친 해", "the harm", required=True, path=""),
), model.Harm)  # fmt: skip

PROBLEM = Record("problem fact", (
    Field("text", _NOTE, "끝에 참이어야 하는 것", "what must be true at the end", required=True, path=""),
    Field("weight", Whole(1, 9), "비중", "weight", required=True),
    Field("when", _WHEN, "상태에서 이끌어 낸다", "derives it from the state"),
    Field("counts", _WHEN, "이때만 센다", "counts only then"),
), model.ProblemFact)  # fmt: skip

TIMER = Record("timer", (
    Field("after", Seconds(), "학습자의 시간", "the trainee's seconds", required=True),
    Field("go", _NODE, "그때 갈 곳", "where it leads", required=True),
), model.Timer)  # fmt: skip

_SHARED: tuple[Field, ...] = (
    Field("shows", _each(_FEELING), "드러나는 마음", "feelings that show", default=()),
    Field("earns", _each(_DEED), "이제 고마워할 수 있는 일", "deeds that can now be thanked for", default=()),
    Field("do", _CHANGES, "바뀌는 것", "effects", default=()),
    Field("solves", _each(_FACT), "참이 되는 것", "problem facts that become true", default=()),
    Field("undoes", _each(_FACT), "다시 거짓이 되는 것", "problem facts that become untrue", default=()),
    Field("was", Id(), "예전 id", "the id it had before"),
)  # fmt: skip


def _reply(*, acts: Any, quotes: Any = (), **values: Any) -> model.Reply:
    own_words = dict(quotes)
    return model.Reply(
        acts=tuple(
            model.AuthoredAct(
                act.name, act.target, act.level,
                own_words.get(f"{act.name} {act.target}" if act.target else act.name),
            )
            for act in acts
        ),
        **values,
    )  # fmt: skip


REPLY = Record("reply", (
    Field("id", Id(), "id", "id", required=True),
    Field("say", _SPOKEN, "상담원의 말", "what the agent says", required=True),
    Field("if", _WHEN, "이때만 보인다", "is on offer only then", attr="when"),
    Field("once", Flag(), "한 번만 보인다", "is on offer only once", default=False),
    Field("acts", Acts(), "하는 일, 말한 순서로", "what it does, in spoken order", required=True),
    Field("quotes", Quotes(_SPOKEN), "어느 말이 어느 일을 하나", "which words carry which act", default=()),
    *_SHARED,
    Field("tells", _each(_SECRET), "고객이 털어놓는 것", "hidden facts that are told", default=()),
    Field("seems", _each(_FACT), "풀린 듯 보이는 것", "problem facts that only seem solved", default=()),
    Field("hurts", _each(_HARM), "끼치는 해", "harms it causes", default=()),
    Field("breaks", _each(OneOf(("privacy", "safety", "compliance", "business", "wrong-fact", "self"))),
          "치명적 실수", "critical errors", default=()),
    Field("answer", _LINE, "이 말에만 하는 대답", "what the customer says to just this"),
    Field("why", _REMARK, "왜 그런가", "why it is good or weak", required=True),
    Field("better", _REMARK, "더 힘 있는 말", "a stronger wording"),
    Field("hears", Hears(), "직접 쓸 때의 보기", "example wordings when typed"),
    Field("go", _WAYS, "다음", "where it leads", required=True),
), _reply)  # fmt: skip


def _node(*, gives: str | None = None, **values: Any) -> model.Node:
    return model.Node(gives_thanks=gives == "thanks", **values)


NODE = Record("node", (
    Field("say", _LINE, "고객의 말", "what the customer says"),
    Field("again", _LINE, "다시 왔을 때의 말", "what the customer says on a later visit"),
    Field("desk", _LINE, "상담원만 보는 것", "what only the trainee sees"),
    Field("scene", _LINE, "때와 곳이 바뀐다", "time or place changes"),
    *_SHARED,
    Field("gives", OneOf(("thanks",)), "고객이 스스로 고마워한다", "the customer thanks unprompted"),
    Field("timer", TIMER, "말이 없으면", "when the trainee is silent"),
    Field("replies", WithIds(REPLY), "할 수 있는 말", "what the trainee may say", default=(), path=""),
    Field("go", _WAYS, "다음", "where it leads", default=()),
    Field("end", OneOf(tuple(model.Fate), model.Fate), "끝", "an ending"),
    Field("letter", _PAGE, "끝난 뒤 고객의 말", "the customer's word at the ending"),
), _node)  # fmt: skip


FREE_TEXT = Record("free-text", (
    Field("else", _NODE, "알아듣지 못했을 때", "when nothing fits", required=True, attr="unclear"),
), model.FreeText)  # fmt: skip

_AFTERWARDS = Lines(_PAGE)
AFTER = Record("after", (
    Field("day", _AFTERWARDS, "하루 뒤", "a day later"),
    Field("week", _AFTERWARDS, "한 주 뒤", "a week later"),
    Field("month", _AFTERWARDS, "한 달 뒤", "a month later"),
), model.After)  # fmt: skip


def case_record(make: Callable[..., Any]) -> Record:
    """The record of a whole case file; `make` gets every field by its key."""
    return Record("case", (
        Field("case", Id(), "사례의 id. 첫 줄", "the id of the case; the first line", required=True),
        Field("format", Whole(FORMAT, FORMAT), "형식 번호", "the format number", required=True),
        Field("language", OneOf(("ko", "en")), "원문의 언어", "the language of this file", required=True),
        Field("title", _LABEL, "제목", "title", required=True),
        Field("brief", Prose(400), "시작하기 전에 읽는 글", "what is read before the start", required=True),
        Field("source", SOURCE, "출처", "where it comes from", required=True),
        Field("season", Id(), "시즌", "the season it belongs to", required=True),
        Field("level", Whole(1, 5), "난이도", "difficulty", required=True),
        Field("channel", OneOf(CHANNELS), "채널", "channel", required=True),
        Field("touchpoint", OneOf(TOUCHPOINTS), "접점", "touchpoint", required=True),
        Field("fault", OneOf(tuple(model.Fault), model.Fault), "누구 탓인가", "whose fault it was",
              required=True),
        Field("pass", BARS, "통과 점수", "the pass marks", default=model.Bars(), attr="bars"),
        Field("care", _each(OneOf(tuple(model.Care), model.Care)), "미리 알릴 것: 폭언, 사별",
              "what to tell of beforehand: abuse, grief", default=()),
        Field("policy", ById(POLICY, "policy"), "펼쳐 볼 수 있는 규정", "the open book", default={}),
        Field("customer", CUSTOMER, "고객", "the customer", required=True),
        Field("hidden", ById(HIDDEN, "hidden"), "숨은 사실", "hidden facts", default={}),
        Field("feels", ById(FEELING, "feels"), "마음: 공감할 기회", "feelings: empathy opportunities",
              default={}),
        Field("thank-for", ById(DEED, "thank-for"), "고마워할 일", "deeds to thank for", default={},
              attr="deeds"),
        Field("harms", ById(HARM, "harms"), "사과할 일", "harms an apology can be for", default={}),
        Field("problem", ById(PROBLEM, "problem"), "풀렸다는 것의 뜻", "what solved means",
              required=True),
        Field("facts", FactTable(), "변수", "variables", default=()),
        Field("start", _NODE, "처음 노드", "the first node", required=True),
        Field("nodes", ById(NODE), "노드", "the nodes", required=True, path=""),
        Field("free-text", FREE_TEXT, "직접 쓴 말", "typed replies"),
        Field("leaves", _NODE, "인내심이 다했을 때", "where patience 0 leads"),
        Field("after", AFTER, "그 뒤의 이야기", "what happens afterwards", default=model.After()),
    ), make)  # fmt: skip
