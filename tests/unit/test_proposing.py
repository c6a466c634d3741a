"""A model's proposal: one of the replies asked about, by the trainee's own words, or none."""

import re
from pathlib import Path
from time import sleep
from typing import Any

import pytest
import yaml

from game.customers.asking import Asked
from game.customers.prompt import CLOSE, OPEN, Message
from game.customers.proposing import (
    Proposal,
    Proposing,
    proposed,
    proposed_first,
    question,
)
from game.customers.servers import Server
from game.errors import CustomerUnavailable
from game.listening import Ear
from game.words import LANGUAGES, Lang
from scoring.reading.past import speaks_past
from tests.llm_server import stub_server
from tests.plays import started

CORPUS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "injections.yaml").read_text("utf-8")
)
OFFERED = {
    "exchange": "새 것으로 바꿔 드릴게요.",
    "refund": "환불해 드릴게요.",
    "sorry": "죄송합니다.",
}
TYPED = "그럼 새 걸로 하나 보내 드리면 어떨까요?"


class Model:
    """Answers as it is told; counts what it was asked."""

    model = "told"

    def __init__(self, quote: str, reply: str) -> None:
        self.answer = {"quote": quote, "reply": reply}
        self.asked: list[list[Message]] = []

    def ask(self, messages: Any, form: type[Asked], tokens: int, seed: int = 0) -> Asked:
        self.asked.append(messages)
        return form.model_validate(self.answer)


def of(model: Model, typed: str = TYPED) -> Proposal | None:
    return proposed(typed, OFFERED, "깨져서 왔어요.", "ko", model)


def test_a_quote_of_the_trainees_words_proposes() -> None:
    assert of(Model("새 걸로 하나 보내", "r1")) == Proposal("exchange", "새 걸로 하나 보내")


@pytest.mark.parametrize(
    ("quote", "reply"),
    [
        ("새 것으로 바꿔", "r1"),  # the author's words, not the trainee's
        ("", "r1"),
        ("새 걸", "r1"),  # too short to speak for anything
        ("새 걸로 하나 보내", "none"),
        ("새  걸로 하나 보내", "r1"),
    ],
)
def test_anything_else_proposes_nothing(quote: str, reply: str) -> None:
    assert of(Model(quote, reply)) is None


def test_only_replies_on_offer_fit_the_form() -> None:
    with pytest.raises(ValueError, match="reply"):
        of(Model("새 걸로 하나 보내", "end-call"))


def test_nobody_is_asked_where_there_is_nothing_to_choose() -> None:
    model = Model(TYPED, "r1")
    assert proposed(TYPED, {"exchange": OFFERED["exchange"]}, "", "ko", model) is None
    assert model.asked == []


def test_the_question_keeps_its_replies_whatever_is_proposed() -> None:
    asked = tuple(OFFERED)
    assert proposed_first(asked, None) == asked
    assert proposed_first(asked, Proposal("refund", "…")) == ("refund", "exchange", "sorry")
    assert proposed_first(asked, Proposal("end-call", "…")) == asked


def test_ids_of_replies_are_not_sent() -> None:
    sent = str(question(TYPED, OFFERED, "", "ko"))
    assert not any(one in sent for one in OFFERED)


@pytest.mark.parametrize("one", CORPUS, ids=lambda one: f"{one['lang']} {one['kind']}")
def test_injected_text_stays_data_and_changes_no_question(one: dict[str, Any]) -> None:
    text, lang = one["text"] * one.get("times", 1), one["lang"]
    plain, tried = (question(said, OFFERED, "x", lang) for said in ("네", text))
    assert tried[0] == plain[0]
    assert tried[1]["content"].split("\n")[:-1] == plain[1]["content"].split("\n")[:-1]
    last = tried[1]["content"].split("\n")[-1]
    assert last.count(OPEN) == last.count(CLOSE) == 1
    obeying = Model(text[:160], "r3")
    found = proposed(text, OFFERED, "x", lang, obeying)
    asked = tuple(OFFERED)
    assert sorted(proposed_first(asked, found)) == sorted(asked)
    assert not (found and speaks_past(text))


# Who speaks to a machine


def test_most_injections_are_known_for_what_they_are() -> None:
    texts = [one["text"] * one.get("times", 1) for one in CORPUS]
    known = sum(map(speaks_past, texts))
    assert known >= 0.65 * len(texts), known


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_said_to_a_customer_never_is(lang: Lang) -> None:
    from game import content
    from game.case.library import Library

    said = [
        text
        for case in Library([content.scenarios()]).playable()
        for node in case.nodes.values()
        for reply in node.replies
        if not {"beg", "bribe"} & {act.name for act in reply.acts}  # which speak of marks
        for text in (
            case.text(reply.say, lang),
            *(case.hearings.get(lang, {}).get(reply.hears or "", ())),
        )
    ]
    assert len(said) > 1000
    shown = [re.sub("<[^>]*>", "X", one) for one in said]  # the places are filled by then
    assert [one for one in shown if speaks_past(one)] == []


def test_no_branch_is_taken_in_silence_by_who_speaks_past() -> None:
    ear, run = Ear(sharp=False), started()
    said = ear.read(run, run.case.text(run.case.nodes[run.play.node].replies[0].say, "ko"))
    assert said.sure is not None
    for one in CORPUS:
        text = one["text"] * one.get("times", 1)
        if speaks_past(text):
            assert ear.read(run, text).sure is None


# In a thread


@pytest.mark.parametrize("model", ["good", "500", "html"])
def test_whatever_goes_wrong_there_is_simply_none(model: str) -> None:
    with stub_server(lambda _: '{"quote": "nothing"') as stub:
        asking = Proposing(Server(stub.base_url, model), lambda _: None, TYPED, OFFERED, "x", "ko")
        while asking.is_asking:
            sleep(0.01)
    assert asking.result is None


def test_a_server_that_is_not_there_raises_for_whoever_asks() -> None:
    class Gone(Model):
        def ask(self, messages: Any, form: type[Asked], tokens: int, seed: int = 0) -> Asked:
            raise CustomerUnavailable("voice.unreachable")

    with pytest.raises(CustomerUnavailable):
        of(Gone("", "r1"))
