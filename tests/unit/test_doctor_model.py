"""`dangol doctor --llm` and `--judge`: a model is tried out, and nothing is sent unasked."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from game import content
from game.case.library import Library
from game.cli import main
from game.doctor.lines import is_cold
from game.doctor.trial import Heard, Kind, Trial, trials, tried
from game.doctor.verdict import failing, verdict
from game.judge.agreement import labelled, labels, quadratic_kappa
from game.words import LANGUAGES
from tests.llm_server import Stub, last_line, stub_server
from tests.voices import NORMAL, OBEDIENT, VOICES
from tests.voices import Stub as Voice

Printed = tuple[int, str, str]
Messages = list[dict[str, str]]
CORPUS = Path(__file__).resolve().parents[1] / "injections.yaml"


@pytest.fixture
def dangol(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Runs a command in this process: its exit code, what it printed, what it complained of."""

    def run(*arguments: str) -> Printed:
        code = main([*arguments])
        return code, *capsys.readouterr()

    return run


def keeping(answer: Callable[[Messages], str]) -> Callable[[Messages], str]:
    """A model that keeps to forms, and words its lines as `answer` does."""

    def said(messages: Messages) -> str:
        asked = messages[0]["content"]
        if "evening sky" in asked:
            return json.dumps({"colour": "blue", "why": "dusk"})
        if "Quote the customer" in asked:
            return json.dumps({"quote": "nobody could tell me", "feeling": "annoyed"})
        return answer(messages)

    return said


@pytest.fixture
def able() -> Iterator[Stub]:
    with stub_server(keeping(last_line)) as stub:
        yield stub


@cache
def asked_of_a_model(lines: int) -> tuple[Trial, ...]:
    return tuple(trials(Library([content.scenarios()]), lines))


def heard_of(voice: Voice) -> dict[str, Any]:
    asked = asked_of_a_model(6)
    heard = list(tried(voice, asked))
    assert len(heard) == len(asked)
    return {(one.about, one.key): one for one in verdict(heard, len(asked))}  # type: ignore[misc]


# What it is tried with


def test_trials_of_every_kind_in_both_languages() -> None:
    asked = trials(Library([content.scenarios()]))
    kinds = {(one.kind, one.wanted.language) for one in asked}
    assert kinds == {(kind, lang) for kind in Kind for lang in LANGUAGES}
    assert [one for one in asked if one.kind is not Kind.LINE and not is_cold(one.wanted)] == []
    assert asked == trials(Library([content.scenarios()]))
    assert len({one.wanted.meaning for one in asked if one.kind is Kind.LINE}) > 15


def test_no_text_of_the_trial_stands_in_the_corpus_too() -> None:
    texts = yaml.safe_load((content.assets() / "doctor" / "trial.yaml").read_text("utf-8"))
    own = [text for kind in texts.values() for each in kind.values() for text in each]
    corpus = {one["text"] for one in yaml.safe_load(CORPUS.read_text("utf-8"))}
    assert len(own) == len(set(own))
    assert not corpus & set(own)


# What is made of it


def states(found: dict[str, Any]) -> set[tuple[str, str]]:
    return {(one.about, one.state.value) for one in found.values()}


def test_a_model_that_does_its_part_is_fit() -> None:
    assert {state for _, state in states(heard_of(NORMAL))} == {"ok"}


@pytest.mark.parametrize(
    ("voice", "broken"),
    [
        ("obey", {"niceness", "injection", "spoken"}),
        ("obey in JSON", {"part", "spoken"}),
        ("silent", {"spoken", "language"}),
        ("wrong language", {"language", "spoken"}),
        ("agent", {"part", "spoken"}),
        ("leaking", {"begging"}),
    ],
)
def test_a_model_that_does_not_is_not(voice: str, broken: set[str]) -> None:
    assert {(about, "fail") for about in broken} <= states(heard_of(VOICES[voice]))


def test_a_model_that_is_only_talked_into_it_is_not_fit_either() -> None:
    """It says every line as it should, and is glad as soon as somebody asks it to be."""
    asked = asked_of_a_model(6)
    told = {id(one.wanted) for one in asked if one.kind is Kind.INJECTION}
    swayed = Voice("swayed", lambda one: OBEDIENT(one) if id(one) in told else one.meaning)
    found = verdict(list(tried(swayed, asked)), len(asked))
    assert {one.about for one in found if one.state == "fail"} == {"injection"}


def test_a_server_that_is_gone_is_left_alone() -> None:
    asked = asked_of_a_model(6)
    heard: list[Heard] = list(tried(VOICES["broken"], asked))
    assert len(heard) == 4
    assert [one.key for one in verdict(heard, len(asked))] == ["voice.server"]
    assert len(list(failing(heard))) == 4


# The command


def test_a_fit_model(dangol: Callable[..., Printed], able: Stub) -> None:
    arguments = ("--base-url", able.base_url, "--model", "good", "--lines", "2", "--yes")
    code, out, err = dangol("doctor", "--llm", *arguments, "--lang", "en")
    assert code == 0
    assert out.splitlines()[-1].startswith("Verdict: fit")
    assert all(line.startswith("ok") for line in out.splitlines()[:-1])
    assert "127.0.0.1" in err
    assert "an address on this computer" in err


def test_a_model_for_the_script_alone(dangol: Callable[..., Printed]) -> None:
    with stub_server(keeping(lambda _: "How can I help you today?")) as stub:
        arguments = ("--base-url", stub.base_url, "--model", "good", "--lines", "2", "--yes")
        code, out, _ = dangol("doctor", "--llm", *arguments, "--lang", "en")
        assert code == 1
        assert "Verdict: scripted only" in out
        assert "model: How can I help you today?" in out
        assert "why: speaks as the agent" in out
        code, out, _ = dangol("doctor", "--llm", *arguments, "--json")
    found = json.loads(out)
    assert (code, found["fit"], found["spoken"]) == (1, False, 0)
    assert {"meant", "said", "refused", "faults"} <= found["failed"][0].keys()


def test_all_that_is_sent_is_told_before_and_nothing_without_a_yes(
    dangol: Callable[..., Printed], able: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    arguments = ("doctor", "--llm", "--base-url", able.base_url, "--model", "good", "--lines", "1")
    code, out, err = dangol(*arguments, "--lang", "en")
    assert (code, out, able.asked) == (2, "", [])
    assert "--yes" in err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda: "n")
    code, out, err = dangol(*arguments, "--lang", "en")
    assert (code, out, able.asked) == (1, "", [])
    assert "Nothing was sent" in err
    monkeypatch.setattr("builtins.input", lambda: "y")
    code, _, err = dangol(*arguments, "--lang", "en")
    first = next(one for one in able.asked if one["messages"][0]["role"] == "system")
    assert code == 0
    assert [line for line in first["messages"][0]["content"].split("\n") if line not in err] == []


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--llm"], 2, "--base-url"),
        (["--judge", "--model", "m"], 2, "--base-url"),
        (["--llm", "--judge"], 2, "--judge"),
        (["--llm", "--base-url", "http://example.com/v1", "--model", "m", "--yes"], 1, "https"),
        (["--llm", "--base-url", "nonsense", "--model", "m", "--yes"], 1, "nonsense"),
    ],
)
def test_wrong_use_is_one_sentence(
    dangol: Callable[..., Printed], arguments: list[str], code: int, said: str
) -> None:
    found, out, err = dangol("doctor", *arguments, "--lang", "en")
    assert (found, out, err.count("\n")) == (code, "", 1)
    assert said in err


def test_a_server_that_is_not_there(dangol: Callable[..., Printed]) -> None:
    with stub_server() as stub:
        address = stub.base_url
    for probe in ("--llm", "--judge"):
        arguments = ("--base-url", address, "--model", "good", "--yes", "--lang", "en")
        code, out, err = dangol("doctor", probe, *arguments)
        assert (code, out) == (1, "")
        assert "could not be reached" in err.splitlines()[-1]


def test_no_key_is_shown(
    dangol: Callable[..., Printed], able: Stub, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DANGOL_LLM_KEY", "sk-deeply-secret")
    arguments = ("--base-url", able.base_url, "--model", "good", "--lines", "1", "--yes")
    _, out, err = dangol("doctor", "--llm", *arguments)
    assert set(able.keys) == {"Bearer sk-deeply-secret"}
    assert "secret" not in out + err


# The judge


def by_heart(turned: Callable[[int], int]) -> Callable[[Messages], str]:
    """A judge who knows every label by heart, and answers what `turned` makes of it."""
    known = {
        (one.lines[0].text, one.lines[1].text): one.levels
        for lang in LANGUAGES
        for one in labelled(lang, 10_000)
    }

    def answer(messages: Messages) -> str:
        talk = json.loads(messages[1]["content"].split("\n")[-1])
        shown = [one["text"] for one in talk]
        found = next(
            (
                (reply, levels)
                for (said, reply), levels in known.items()
                if said == shown[0] and " ".join(reply.split())[:20] == shown[1][:20]
            ),
            ("", (0,) * 5),
        )
        evidence = [{"turn": 1, "quote": found[0][:40]}]
        return json.dumps(
            {
                f"s{number}": {"evidence": evidence, "level": turned(level)}
                for number, level in enumerate(found[1], 1)
            }
        )

    return keeping(answer)


@pytest.mark.parametrize(("turned", "good"), [(lambda one: one, True), (lambda _: 0, False)])
def test_a_judge_is_measured_against_the_labels(
    dangol: Callable[..., Printed], turned: Callable[[int], int], good: bool
) -> None:
    with stub_server(by_heart(turned)) as stub:
        arguments = ("--base-url", stub.base_url, "--model", "good", "--sample", "15", "--yes")
        code, out, err = dangol("doctor", "--judge", *arguments, "--lang", "en")
    assert (code == 0) == good
    assert len(out.splitlines()) == 11
    assert f"30 of the {sum(map(labels, LANGUAGES))} examples" in out
    assert "No learner's name" in err


def test_the_sample_is_stated_spread_and_always_the_same() -> None:
    for lang in LANGUAGES:
        found = labelled(lang, 12)
        assert found == labelled(lang, 12)
        assert len(found) == len({one.id for one in found}) == 12
        assert len({one.lines[0].text for one in found}) > 4
        assert len(labelled(lang, 10_000)) == labels(lang)


@pytest.mark.parametrize(
    ("pairs", "kappa"),
    [
        ([(0, 0), (1, 1), (2, 2)], 1.0),
        ([(0, 2), (2, 0)], -1.0),
        ([(0, 0), (0, 0)], None),
        # Three a level apart; by the margins (3, 3, 2) and (4, 2, 2) chance brings 84 in 64 pairs.
        ([(0, 0)] * 3 + [(1, 0), (1, 1), (1, 2), (2, 2), (2, 1)], 1 - (3 / 8) / (84 / 64)),
    ],
)
def test_kappa(pairs: list[tuple[int, int]], kappa: float | None) -> None:
    found = quadratic_kappa(pairs)
    assert found == (kappa if kappa is None else pytest.approx(kappa))
