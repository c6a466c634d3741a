"""Answers in a form: by the best way that a server knows, validated whatever it promised."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from threading import Event
from typing import Any, Literal

import pytest
from pydantic import Field

from game.customers.asking import Asker, Form, Rung
from game.customers.openai_voice import OpenAIVoice, streamed
from game.customers.parameters import ROOM_TO_THINK
from game.customers.servers import Server
from game.errors import CustomerUnavailable
from tests.llm_server import FAULTS, KEY_IN_ERROR, Stub, stub_server
from tests.wanted import a_line

TRIAL = json.dumps({"colour": "blue", "why": "it is evening"})
QUESTION = [{"role": "system", "content": "Say how it went."}, {"role": "user", "content": "{}"}]
GOOD = json.dumps({"level": 2, "why": "잘 됐다"}, ensure_ascii=False)


class Level(Form):
    level: Literal[0, 1, 2]
    why: str = Field(max_length=20)


def is_trial(messages: list[dict[str, str]]) -> bool:
    return "evening sky" in messages[0]["content"]


def answering(said: str, trial: str = TRIAL) -> Callable[[list[dict[str, str]]], str]:
    return lambda messages: trial if is_trial(messages) else said


def asked(stub: Stub, model: str = "good", seconds: float = 5) -> Level:
    with closing(Asker(Server(stub.base_url, model), "sk-secret", seconds)) as asker:
        return asker.ask(QUESTION, Level, 100)


@pytest.mark.parametrize(
    ("model", "rung"),
    [("good", Rung.SCHEMA), ("no-schema", Rung.OBJECT), ("no-json", Rung.TEXT)],
)
def test_the_best_way_that_a_server_knows_is_tried_out_once(model: str, rung: Rung) -> None:
    with stub_server(answering(GOOD)) as stub:
        assert asked(stub, model) == asked(stub, model) == Level(level=2, why="잘 됐다")
        with closing(Asker(Server(stub.base_url, model))) as asker:
            assert asker.rung() is rung
    trials = [one for one in stub.asked if is_trial(one["messages"])]
    assert len(trials) == 1 + [Rung.SCHEMA, Rung.OBJECT, Rung.TEXT].index(rung)


def test_a_schema_is_sent_whole_and_in_words_where_it_is_not_enforced() -> None:
    with stub_server(answering(GOOD)) as stub:
        asked(stub)
        asked(stub, "no-json")
    enforced, in_words = stub.asked[1], stub.asked[-1]
    schema = enforced["response_format"]["json_schema"]
    assert schema["strict"] is True
    assert schema["schema"]["additionalProperties"] is False
    assert set(schema["schema"]["required"]) == {"level", "why"}
    assert "maxLength" not in json.dumps(enforced["messages"])
    assert '"maxLength": 20' in in_words["messages"][0]["content"]
    assert "response_format" not in in_words
    assert (enforced["temperature"], enforced["stream"]) == (0, True)


def test_a_server_that_accepts_a_schema_and_passes_it_over_is_found_out() -> None:
    seen: list[int] = []

    def careless(messages: list[dict[str, str]]) -> str:
        seen.append(1)
        return "The sky is orange." if len(seen) < 2 else TRIAL

    with (
        stub_server(careless) as stub,
        closing(Asker(Server(stub.base_url, "good"))) as asker,
    ):
        assert asker.rung() is Rung.OBJECT


def test_a_model_that_keeps_to_no_form_is_of_no_use() -> None:
    with stub_server(lambda _: "I like turtles.") as stub:
        with closing(Asker(Server(stub.base_url, "good"))) as asker:
            assert asker.rung() is Rung.OFF
        with pytest.raises(CustomerUnavailable) as raised:
            asked(stub)
    assert raised.value.key == "voice.no-json"


@pytest.mark.parametrize(
    "said",
    [
        GOOD,
        f"<think>perhaps {{0}}?</think>\n{GOOD}",
        f"Here you are:\n```json\n{GOOD}\n```\nAnything else?",
    ],
)
def test_an_object_is_found_behind_thoughts_and_fences(said: str) -> None:
    with stub_server(answering(said)) as stub:
        assert asked(stub).level == 2


@pytest.mark.parametrize(
    "said",
    [
        "",
        "null",
        "[]",
        "{",
        '{"level": 2}',
        '{"level": 3, "why": ""}',
        '{"level": "2", "why": ""}',
        '{"level": 2, "why": "", "score": 100}',
        json.dumps({"level": 2, "why": "long" * 20}),
        '{"a":' * 50,
    ],
)
def test_what_is_not_in_the_form_is_no_answer(said: str) -> None:
    with stub_server(answering(said)) as stub, pytest.raises(CustomerUnavailable) as raised:
        asked(stub)
    assert raised.value.key in ("voice.misshapen", "voice.cut")


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_one_exception_without_the_servers_words(fault: str) -> None:
    with stub_server(answering(GOOD)) as stub, pytest.raises(CustomerUnavailable) as raised:
        asked(stub, fault, 0.5)
    assert KEY_IN_ERROR not in repr(raised.value)


def test_what_a_model_refuses_is_sent_another_way_from_then_on() -> None:
    with stub_server(answering(GOOD)) as stub:
        assert asked(stub, "newer").level == 2
        refusals = len(stub.asked)
        assert asked(stub, "newer").level == 2
        line: list[dict[str, Any]] = []
        with closing(OpenAIVoice(Server(stub.base_url, "newer"))) as voice:
            voice.say(a_line("손잡이가 짧아요."), 5, lambda _: None, 0)
            line.append(stub.asked[-1])
    assert refusals == 4  # two to learn from, the trial and the question
    assert stub.asked[-2]["max_completion_tokens"] == 100 * ROOM_TO_THINK
    assert not {"max_tokens", "temperature"} & {*stub.asked[-2], *line[0]}


def test_a_stream_that_falls_silent_is_left_when_the_time_is_over() -> None:
    """The package would wait for the next piece as long again."""
    goes_on, left = Event(), Event()

    def falls_silent() -> Iterator[str]:
        try:
            yield "one"
            goes_on.wait(60)
            yield "two"
        finally:
            left.set()

    chunks = streamed(falls_silent, 0.05)
    assert next(chunks) == "one"
    with pytest.raises(CustomerUnavailable) as raised:
        next(chunks)
    goes_on.set()
    assert raised.value.key == "voice.slow"
    assert left.wait(60)


def test_what_a_stream_throws_is_thrown_where_it_is_read() -> None:
    def breaks() -> Iterator[str]:
        yield "one"
        raise UnicodeDecodeError("utf-8", b"", 0, 1, "broken")

    with pytest.raises(UnicodeDecodeError):
        list(streamed(breaks, 60))
    assert list(streamed(lambda: (one for one in "ab"), 60)) == ["a", "b"]


def test_a_call_that_is_refused_for_another_reason_is_not_repeated() -> None:
    with stub_server(answering(GOOD)) as stub:
        voice = OpenAIVoice(Server(stub.base_url, "400"))
        with closing(voice), pytest.raises(CustomerUnavailable) as raised:
            voice.say(a_line("손잡이가 짧아요."), 5, lambda _: None, 0)
    assert (raised.value.key, len(stub.asked)) == ("voice.refused", 1)
