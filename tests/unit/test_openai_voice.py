"""A model behind a server: its words come through, and no fault of it reaches the play."""

import subprocess
import sys
from contextlib import closing

import pytest

from game.customers.openai_voice import OpenAIVoice
from game.customers.servers import Server
from game.customers.speaking import Speaker
from game.customers.wanted import CustomerLineWanted
from game.errors import CustomerUnavailable
from tests.llm_server import FAULTS, KEY_IN_ERROR, Stub, stub_server
from tests.wanted import a_line

MEANING = "손잡이가 짧아서요. 쓰다 보면 허리가 아파요."


def spoken(stub: Stub, model: str, seconds: float = 0.7) -> tuple[str, list[str]]:
    heard: list[str] = []
    with closing(OpenAIVoice(Server(stub.base_url, model), "sk-secret")) as voice:
        said = Speaker(voice, seconds).say(a_line(MEANING), heard.append)
    return said.text, heard


def test_words_come_as_they_are_spoken_by_whole_sentences() -> None:
    with stub_server() as stub:
        said, heard = spoken(stub, "good", 8)
    assert said == MEANING
    assert heard[0] == "손잡이가 짧아서요."
    assert heard[-1] == MEANING


def test_only_roles_that_every_server_knows_are_sent_and_no_state() -> None:
    with stub_server() as stub:
        spoken(stub, "good", 8)
    assert [one["role"] for one in stub.asked[0]["messages"]] == ["system", "user"]
    assert stub.asked[0]["stream"] is True
    assert not {"user", "metadata", "response_format", "store"} & stub.asked[0].keys()
    assert stub.keys == ["Bearer sk-secret"]


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_ends_in_the_authored_line(fault: str) -> None:
    with stub_server() as stub:
        said, heard = spoken(stub, fault)
    assert said == MEANING
    assert not heard or heard[-1] == ""


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_is_one_exception_without_the_servers_words(fault: str) -> None:
    with (
        stub_server() as stub,
        closing(OpenAIVoice(Server(stub.base_url, fault), "k")) as voice,
        pytest.raises(CustomerUnavailable) as raised,
    ):
        voice.say(a_line(MEANING), 0.5, lambda _: None, 0)
    assert KEY_IN_ERROR not in repr(raised.value)
    assert raised.value.__cause__ is None
    assert not raised.value.values


def test_a_server_that_is_not_there() -> None:
    with stub_server() as stub:
        address = stub.base_url
    with closing(OpenAIVoice(Server(address, "good"))) as voice:
        said = Speaker(voice).say(a_line(MEANING), lambda _: None)
    assert (said.text, said.by, said.fault) == (MEANING, "", "voice.unreachable")


def test_a_voice_that_fails_three_times_is_given_up() -> None:
    with stub_server() as stub, closing(OpenAIVoice(Server(stub.base_url, "500"))) as voice:
        speaker = Speaker(voice)
        said = [speaker.say(a_line(MEANING), lambda _: None) for _ in range(4)]
    assert [one.fault for one in said] == [*["voice.server"] * 3, "voice.given-up"]
    assert len(stub.asked) == 6


def test_a_proxy_of_the_environment_is_not_used_on_this_computer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with stub_server() as stub:
        assert spoken(stub, "good", 8)[0] == MEANING


@pytest.mark.parametrize(
    ("url", "model", "key"),
    [
        ("http://example.com/v1", "m", "voice.plain-http"),
        ("ftp://example.com", "m", "voice.url"),
        ("nonsense", "m", "voice.url"),
        ("http://[", "m", "voice.url"),
        ("http://localhost:99999/v1", "m", "voice.url"),
        ("https://me:secret@example.com/v1", "m", "voice.url.secret"),
        ("https://example.com/v1", "", "voice.no-model"),
    ],
)
def test_a_server_that_may_not_be_spoken_to(url: str, model: str, key: str) -> None:
    with pytest.raises(CustomerUnavailable) as raised:
        OpenAIVoice(Server(url, model))
    assert raised.value.key == key


def test_the_package_is_imported_by_the_first_line_alone() -> None:
    code = (
        "import sys; import game.customers.openai_voice as o; from game.customers.servers import *;"
        "o.OpenAIVoice(Server('http://127.0.0.1:9/v1', 'm')); print('openai' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "False"


def test_what_is_withheld_is_never_sent() -> None:
    line: CustomerLineWanted = a_line(MEANING, secrets=("사실은 남편이 다친 것이 걱정이다",))
    with stub_server() as stub, closing(OpenAIVoice(Server(stub.base_url, "good"))) as voice:
        voice.say(line, 5, lambda _: None, 0)
    assert "남편" not in str(stub.asked)
