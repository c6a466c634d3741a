"""The case language, format 1: one declaration of every field.

It serves the reader, the JSON Schema (`schema.py`) and the reference table in the guide.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from game.case import declared, model, nodes
from game.case.conditions import BREACHES
from game.case.kinds import (
    Flag,
    Hour,
    Id,
    Json,
    Listed,
    Named,
    Notes,
    OneOf,
    Passed,
    Prose,
    Seconds,
    Whole,
    scalar,
)
from game.case.lines import Lines, Ways, When
from game.case.phrases import Acts, Changes, FactTable, Hears, Quotes
from game.case.problems import nearest
from game.case.records import ById, Field, Record, WithIds
from game.case.tree import Fields, Scalar, Tree, Unreadable
from scoring.acts import ACTS, Group, Mechanism

FORMAT: Final = 1
CHANNELS: Final = ("phone", "chat", "email", "dm", "counter", "board", "self-service")
TOUCHPOINTS: Final = ("before", "first", "core", "closing", "after")

LABEL = Prose(60)
_NOTE = Prose(240)
_PAGE = Prose(600)
_SPOKEN = Prose(260, spoken=True)
_REMARK = Prose(260, spoken=True)
LINE = Lines(_SPOKEN)
_AFTERWARDS = Lines(_PAGE)
_WHEN = When()
_WAYS = Ways()
_CHANGES = Changes()

_FEELING = Named("feeling", lambda names: names.feels)
_DEED = Named("deed", lambda names: names.deeds)
_HARM = Named("harm", lambda names: names.harms)
_FACT = Named("problem fact", lambda names: names.problem)
_SECRET = Named("hidden", lambda names: names.hidden)
_NODE = Named("node", lambda names: names.nodes)
_WHO = Named("customer", lambda names: names.customers)


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
    Field("also", Listed(Whole(1, 999)), "함께 다루는 항목들", "other items that it covers", default=()),
), declared.Source)  # fmt: skip

BARS = Record("pass", (
    Field("resolution", Whole(0, 100), "해결 통과 점수", "pass mark of resolution", default=60),
    Field("empathy", Whole(0, 100), "공감 통과 점수", "pass mark of empathy", default=60),
    Field("gratitude", Whole(0, 100), "감사 통과 점수", "pass mark of gratitude", default=60),
), declared.Bars)  # fmt: skip

POLICY = Record("policy", (
    Field("title", LABEL, "쪽의 제목", "the title of the page", required=True),
    Field("text", _PAGE, "쪽의 내용", "what the page says", required=True),
), declared.Policy)  # fmt: skip

PORTRAIT = Record("portrait", (
    Field("base", Id(), "사람과 나이대", "person and age", required=True),
    Field("hair", Id(), "머리", "hair", required=True),
    Field("glasses", Id(), "안경", "glasses", required=True),
), declared.Portrait)  # fmt: skip

PERSONA = Record("persona", (
    Field("who", _NOTE, "어떤 사람인가", "who the customer is"),
    Field("tone", _NOTE, "말투", "how the customer speaks"),
    Field("never", Listed(_NOTE), "결코 하지 않는 것", "what the customer never does", default=()),
), declared.Persona)  # fmt: skip


def _customer(*, id: str = "customer", **values: Any) -> declared.Customer:
    return declared.Customer(id=id, **values)


CUSTOMER = Record("customer", (
    Field("name", LABEL, "이름", "name", required=True),
    Field("about", LABEL, "나이와 사정 한마디", "age and situation in a phrase"),
    Field("wants", LABEL, "고객이 원한다고 말하는 것", "what the customer says they want"),
    Field("portrait", PORTRAIT, "그림", "which drawn person", required=True),
    Field("mood", Whole(0, 100), "처음 기분", "mood at the start", required=True),
    Field("patience", Whole(1, 9), "처음 인내심", "patience at the start", required=True),
    Field("loves", Listed(_NOTE), "좋아하는 것", "what the customer loves", default=()),
    Field("hates", Listed(_NOTE), "싫어하는 것", "what the customer hates", default=()),
    Field("persona", PERSONA, "언어 모델이 목소리를 낼 때만 읽는다", "read only where a model voices them"),
    Field("cue", _NOTE, "사람이 이 고객을 맡을 때 받는 쪽지", "the cue card of a person who plays them"),
), _customer)  # fmt: skip

CLOCK = Record("clock", (
    Field("from", Hour(), "이야기 속 시각", "the time of day it begins at", required=True, attr="start"),
    Field("target", Seconds(), "권장 통화 시간", "how long a contact should take"),
    Field("limit", Hour(), "넘기면 안 되는 시각", "the time of day it must be done by"),
), model.Clock)  # fmt: skip

HIDDEN = Record("hidden", (
    Field("told", OneOf(tuple(declared.Disclosure), declared.Disclosure), "언제 털어놓나",
          "when it is told", required=True),
    Field("text", _NOTE, "숨은 사실", "the hidden fact", required=True, path=""),
    Field("near", _each(_FEELING), "이 마음을 짚으면 스스로 털어놓는다 (`told: near`)",
          "feelings whose mention draws it out (`told: near`)", default=()),
    Field("says", LINE, "털어놓을 때의 말", "what the customer says in telling it"),
    Field("denies", LINE, "잘못 물었을 때의 말", "what the customer says when asked badly"),
    Field("who", _WHO, "누구의 비밀인가 (기본: 장면의 첫 고객)", "whose secret it is (default: the scene's first)"),
), declared.Hidden)  # fmt: skip

FEELING = Record("feeling", (
    Field("text", _NOTE, "마음", "the feeling", required=True, path=""),
    Field("needs", Listed(OneOf(tuple(Mechanism), Mechanism)), "필요한 공감",
          "which mechanisms it needs", default=(Mechanism.REACTION, Mechanism.INTERPRETATION)),
    Field("core", Flag(), "드러나지 않아도 센다", "counts whether or not it is reached", default=False),
), declared.Feeling, short="text")  # fmt: skip

DEED = Record("deed", (
    Field("text", _NOTE, "고마워할 일", "what deserves thanks", required=True, path=""),
), declared.Deed, short="text")  # fmt: skip

HARM = Record("harm", (
    Field("by", OneOf(("agent", "company", "other")), "누가 끼쳤나", "who caused it", required=True),
    Field("text", _NOTE, "끼친 해", "the harm", required=True, path=""),
), declared.Harm)  # fmt: skip

PROBLEM = Record("problem fact", (
    Field("text", _NOTE, "끝에 참이어야 하는 것", "what must be true at the end", required=True, path=""),
    Field("weight", Whole(1, 9), "비중", "weight", required=True),
    Field("when", _WHEN, "상태에서 이끌어 낸다", "derives it from the state"),
    Field("counts", _WHEN, "이때만 센다", "counts only then"),
), declared.ProblemFact)  # fmt: skip

MEMORY = Record("memory", (
    Field("case", Id(), "어느 사례의", "of which case", required=True),
    Field("endings", _each(Id()), "어느 결말이면 참인가", "the endings that make it true", required=True),
    Field("text", _NOTE, "브리핑에 적히는 기억", "what the briefing says of it", required=True, path=""),
), declared.Memory)  # fmt: skip

TIMER = Record("timer", (
    Field("after", Seconds(), "학습자의 시간", "the trainee's seconds", required=True),
    Field("go", _NODE, "그때 갈 곳", "where it leads", required=True),
), nodes.Timer)  # fmt: skip

_SHARED: tuple[Field, ...] = (
    Field("shows", _each(_FEELING), "드러나는 마음", "feelings that show", default=()),
    Field("earns", _each(_DEED), "이제 고마워할 수 있는 일", "deeds that can now be thanked for", default=()),
    Field("do", _CHANGES, "바뀌는 것", "effects", default=()),
    Field("solves", _each(_FACT), "참이 되는 것", "problem facts that become true", default=()),
    Field("undoes", _each(_FACT), "다시 거짓이 되는 것", "problem facts that become untrue", default=()),
    Field("tells", _each(_SECRET), "고객이 털어놓는 것", "hidden facts that are told", default=()),
    Field("seems", _each(_FACT), "풀린 듯 보이는 것", "problem facts that only seem solved", default=()),
    Field("hurts", _each(_HARM), "끼치는 해", "harms it causes", default=()),
    Field("breaks", _each(OneOf(BREACHES)), "치명적 실수", "critical errors", default=()),
    Field("who", _WHO, "누가 말하나 (기본: 장면의 첫 고객)", "which customer speaks (default: the scene's first)"),
    Field("takes", Seconds(), "걸리는 이야기 시간", "the story time it takes", default=0),
    Field("was", Id(), "예전 id", "the id it had before"),
)  # fmt: skip


_GATHERED: Final = (
    "shows", "earns", "solves", "undoes", "tells", "seems", "hurts", "breaks",
)  # fmt: skip


def _reply(*, acts: Any, quotes: Any = (), **values: Any) -> nodes.Reply:
    own_words = dict(quotes)
    critical = any(ACTS[act.name].group is Group.CRITICAL for act in acts)
    return nodes.Reply(
        gathers=critical or any(values[name] for name in (*_GATHERED, "denies")),
        acts=tuple(
            nodes.AuthoredAct(
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
    Field("denies", _each(_SECRET), "잘못 물어 고객이 숨기는 것", "hidden facts the customer denies", default=()),
    Field("answer", LINE, "이 말에만 하는 대답", "what the customer says to just this"),
    Field("why", _REMARK, "왜 그런가", "why it is good or weak", required=True),
    Field("better", _REMARK, "더 힘 있는 말", "a stronger wording"),
    Field("hears", Hears(), "직접 쓸 때의 보기", "example wordings when typed"),
    Field("go", _WAYS, "다음", "where it leads", required=True),
), _reply)  # fmt: skip


def _node(*, gives: str | None = None, **values: Any) -> nodes.Node:
    del values["call"], values["with"], values["returns"]  # read with the whole file in view
    gathers = any(values[name] for name in _GATHERED)
    stirs = bool(gathers or values["do"] or values["takes"])
    return nodes.Node(gives_thanks=gives == "thanks", gathers=gathers, stirs=stirs, **values)


@dataclass(frozen=True, slots=True)
class Exit:
    """One of the exits that a shared scene declares; a case has none."""

    blank: None = None

    def read(self, tree: Tree, notes: Notes, path: str) -> str | None:
        text = scalar(tree, notes, "exit")
        if text is None:
            return None
        if notes.exits is None:
            notes.tell("X005", tree.place)
        elif text not in notes.exits:
            near = nearest(text, notes.exits)
            notes.tell("D014", tree.place, what="exit", name=text, near=near)
        return text

    def schema(self) -> Json:
        return {"type": "string"}

    def name(self) -> str:
        return "exit"


EXIT = Exit()
_CALL: Final = (("type", "string"), ("pattern", "^shared/."))


def _mapping(of: Any) -> tuple[tuple[str, Any], ...]:
    """The schema of a mapping whose values are of one kind."""
    return (("type", "object"), ("additionalProperties", of.schema()))


NODE = Record("node", (
    Field("say", LINE, "고객의 말", "what the customer says"),
    Field("again", LINE, "다시 왔을 때의 말", "what the customer says on a later visit"),
    Field("desk", LINE, "상담원만 보는 것", "what only the trainee sees"),
    Field("scene", LINE, "때와 곳이 바뀐다", "time or place changes"),
    *_SHARED,
    Field("at", Hour(), "이야기 속 시각이 이리로 뛰고 새 연락이 시작된다",
          "the time of day jumps here and a new contact begins", attr="jump"),
    Field("cue", _NOTE, "사람이 고객을 맡을 때 이 대목에서 할 일", "what a person who plays the customer does here"),
    Field("gives", OneOf(("thanks",)), "고객이 스스로 고마워한다", "the customer thanks unprompted"),
    Field("timer", TIMER, "말이 없으면", "when the trainee is silent"),
    Field("replies", WithIds(REPLY), "할 수 있는 말", "what the trainee may say", default=(), path=""),
    Field("go", _WAYS, "다음", "where it leads", default=()),
    Field("end", OneOf(tuple(nodes.Fate), nodes.Fate), "끝", "an ending"),
    Field("letter", _AFTERWARDS, "끝난 뒤 고객의 말", "the customer's word at the ending"),
    Field("call", Passed("shared/id", _CALL), "부르는 공유 장면", "the shared scene it calls"),
    Field("with", Passed("need → value", _mapping(LINE)), "공유 장면에 주는 것", "what it gives to the shared scene"),
    Field("returns", Passed("exit → way", _mapping(_WAYS)), "돌아와서 갈 곳", "where each exit leads"),
    Field("exit", EXIT, "공유 장면이 끝나는 길 (공유 장면에서만)",
          "how a shared scene ends here (in shared scenes alone)"),
), _node)  # fmt: skip


FREE_TEXT = Record("free-text", (
    Field("else", _NODE, "알아듣지 못했을 때", "when nothing fits", required=True, attr="unclear"),
), nodes.FreeText)  # fmt: skip

AFTER = Record("after", (
    Field("day", _AFTERWARDS, "하루 뒤", "a day later"),
    Field("week", _AFTERWARDS, "한 주 뒤", "a week later"),
    Field("month", _AFTERWARDS, "한 달 뒤", "a month later"),
), model.After)  # fmt: skip


SCENE = Record("scene", (
    Field("title", LABEL, "장면의 제목", "the title of the scene", required=True),
    Field("channel", OneOf(CHANNELS), "채널", "channel", required=True),
    Field("touchpoint", OneOf(TOUCHPOINTS), "접점", "touchpoint", required=True),
    Field("customers", _each(_WHO), "누가 있나, 첫 사람이 상대", "who is in it, the first is the one it is with",
          default=()),
    Field("start", _NODE, "처음 노드", "its first node", required=True),
    Field("leaves", _NODE, "인내심이 다했을 때", "where patience 0 leads"),
    Field("clock", CLOCK, "이야기 시계", "story time"),
), dict)  # fmt: skip


def case_record(make: Callable[..., Any]) -> Record:
    """The record of a whole case file; `make` gets every field by its key."""
    return Record("case", (
        Field("case", Id(), "사례의 id. 첫 줄", "the id of the case; the first line", required=True),
        Field("format", Whole(FORMAT, FORMAT), "형식 번호", "the format number", required=True),
        Field("language", OneOf(("ko", "en")), "원문의 언어", "the language of this file", required=True),
        Field("title", LABEL, "제목", "title", required=True),
        Field("brief", Prose(400), "시작하기 전에 읽는 글", "what is read before the start", required=True),
        Field("source", SOURCE, "출처", "where it comes from", required=True),
        Field("season", Id(), "시즌", "the season it belongs to", required=True),
        Field("level", Whole(1, 5), "난이도", "difficulty", required=True),
        Field("channel", OneOf(CHANNELS), "채널", "channel"),
        Field("touchpoint", OneOf(TOUCHPOINTS), "접점", "touchpoint"),
        Field("scenes", ById(SCENE, "scenes"), "장면이 여럿일 때", "where there are several scenes", default={}),
        Field("fault", OneOf(tuple(declared.Fault), declared.Fault), "누구 탓인가", "whose fault it was",
              required=True),
        Field("pass", BARS, "통과 점수", "the pass marks", default=declared.Bars(), attr="bars"),
        Field("care", _each(OneOf(tuple(declared.Care), declared.Care)), "미리 알릴 것: 폭언, 사별",
              "what to tell of beforehand: abuse, grief", default=()),
        Field("policy", ById(POLICY, "policy"), "펼쳐 볼 수 있는 규정", "the open book", default={}),
        Field("customer", CUSTOMER, "고객", "the customer"),
        Field("customers", ById(CUSTOMER, "customers"), "고객이 여럿일 때", "where there are several customers",
              default={}),
        Field("clock", CLOCK, "이야기 시계", "story time"),
        Field("twin", Id(), "이 사례가 처음 보는 쌍둥이인 사례: 시험에서만 나온다",
              "the case whose unseen sister this is: played in exams alone"),
        Field("teaches", _each(Id()), "가르치는 원칙", "the principles it teaches", default=()),
        Field("remembers", ById(MEMORY, "remembers"), "다른 사례에서 기억하는 것",
              "what is remembered of other cases", default={}),
        Field("hidden", ById(HIDDEN, "hidden"), "숨은 사실", "hidden facts", default={}),
        Field("feels", ById(FEELING, "feels"), "마음: 공감할 기회", "feelings: empathy opportunities",
              default={}),
        Field("thank-for", ById(DEED, "thank-for"), "고마워할 일", "deeds to thank for", default={},
              attr="deeds"),
        Field("harms", ById(HARM, "harms"), "사과할 일", "harms an apology can be for", default={}),
        Field("problem", ById(PROBLEM, "problem"), "풀렸다는 것의 뜻", "what solved means",
              required=True),
        Field("facts", FactTable(), "변수", "variables", default=()),
        Field("start", _NODE, "처음 노드", "the first node"),
        Field("nodes", ById(NODE), "노드", "the nodes", required=True, path=""),
        Field("free-text", FREE_TEXT, "직접 쓴 말", "typed replies"),
        Field("leaves", _NODE, "인내심이 다했을 때", "where patience 0 leads"),
        Field("after", AFTER, "그 뒤의 이야기", "what happens afterwards", default=model.After()),
    ), make)  # fmt: skip


NEEDS: Final = ("condition", "text", "line")

SHARED = Record("shared scene", (
    Field("shared", Id(), "공유 장면의 id. 첫 줄", "the id of the shared scene; the first line", required=True),
    Field("format", Whole(FORMAT, FORMAT), "형식 번호", "the format number", required=True),
    Field("language", OneOf(("ko", "en")), "원문의 언어", "the language of this file", required=True),
    Field("title", LABEL, "제목", "title", required=True),
    Field("needs", Passed("id → condition / text / line", _mapping(OneOf(NEEDS))), "부르는 사례가 주어야 하는 것",
          "what a case that calls it must give"),
    Field("exits", Listed(Id()), "끝나는 길들", "the ways in which it ends", required=True),
    Field("start", _NODE, "처음 노드", "its first node", required=True),
    Field("nodes", ById(NODE), "노드", "the nodes", required=True, path=""),
), dict)  # fmt: skip


def _page_record(kind: str, ko: str, en: str, *more: Field) -> Record:
    return Record(kind, (
        Field(kind, Id(), ko, en, required=True),
        Field("format", Whole(FORMAT, FORMAT), "형식 번호", "the format number", required=True),
        Field("language", OneOf(("ko", "en")), "원문의 언어", "the language of this file", required=True),
        *more,
        Field("title", LABEL, "제목", "title", required=True),
        Field("text", Listed(_PAGE, one_too=True), "글, 또는 문단의 목록", "the text, or a list of paragraphs",
              required=True),
    ), dict)  # fmt: skip


PAGES: Final = {
    "season": _page_record(
        "season", "시즌의 id. 첫 줄", "the id of the season; the first line",
        Field("order", Whole(1, 99), "몇째 시즌인가", "its place among the seasons", required=True),
    ),
    "principle": _page_record(
        "principle", "원칙의 id. 첫 줄", "the id of the principle; the first line",
        Field("source", SOURCE, "출처", "where it comes from", required=True),
    ),
    "page": _page_record(
        "page", "쪽의 id. 첫 줄", "the id of the page; the first line",
        Field("source", SOURCE, "출처", "where it comes from", required=True),
    ),
}  # fmt: skip
