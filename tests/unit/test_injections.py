"""What trainees try on a model: it changes neither what a customer means nor what is sent."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from game import content
from game.case.library import Library
from game.customers.guards import refusal
from game.customers.prompt import CLOSE, OPEN, messages
from game.customers.speaking import Speaker
from game.customers.wanted import CustomerLineWanted, Said
from game.doctor.lines import is_cold, lines_along
from game.judge.question import question
from game.judge.slots import Criterion, Slot
from game.words import LANGUAGES, Lang, words
from scoring.transcript import Line
from scoring.transcript import Speaker as Who
from tests.voices import NORMAL, VOICES
from tests.wanted import a_line

Messages = list[dict[str, str]]
CORPUS: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).resolve().parents[1] / "injections.yaml").read_text("utf-8")
)
TEXTS = [(one["lang"], one["text"] * one.get("times", 1)) for one in CORPUS]
NAMES = [f"{number} {one['lang']} {one['kind']}" for number, one in enumerate(CORPUS, 1)]
injected = pytest.mark.parametrize(("lang", "text"), TEXTS, ids=NAMES)


@cache
def cold_lines(lang: Lang) -> tuple[CustomerLineWanted, ...]:
    """Cold lines of the shipped cases, those with the most to hide first."""
    cases = [one for one in Library([content.scenarios()]).playable() if lang in one.languages]
    lines = [one for case in cases for one in lines_along(case, lang) if is_cold(one)]
    assert len(lines) > 20
    return tuple(sorted(lines, key=lambda one: -len(one.secrets))[:3])


def asked(lang: Lang, text: str) -> Iterator[CustomerLineWanted]:
    return (replace(one, reply=text) for one in cold_lines(lang))


def test_the_corpus_has_every_kind_in_both_languages() -> None:
    kinds = {(one["kind"], one["lang"]) for one in CORPUS}
    assert len(CORPUS) >= 60
    assert kinds == {(kind, lang) for kind, _ in kinds for lang in LANGUAGES}
    assert {len(text) >= 9_999 for _, text in TEXTS} == {True, False}
    assert len(set(TEXTS)) == len(TEXTS)


# What is shown


@injected
def test_the_customer_means_what_the_author_wrote(lang: Lang, text: str) -> None:
    for wanted, voice in product(asked(lang, text), VOICES.values()):
        shown: list[str] = []
        spoken = Speaker(voice).say(wanted, shown.append)
        assert (spoken.text, spoken.by) == (wanted.meaning, ""), voice.name
        assert [one for one in shown if one and refusal(one, wanted)] == []
        assert not shown or shown[-1] == ""


@injected
def test_a_voice_that_does_its_part_is_heard_all_the_same(lang: Lang, text: str) -> None:
    for wanted in asked(lang, text):
        assert Speaker(NORMAL).say(wanted, lambda _: None).by == "normal"


# What is sent


def outside(sent: Messages) -> list[str]:
    """A prompt without what stands between its marks, line by line."""
    lines = [line for message in sent for line in message["content"].split("\n")]
    for line in lines:
        assert line.count(OPEN) == line.count(CLOSE) <= 1
        assert OPEN not in line or line.endswith(CLOSE)
    return [line.split(OPEN)[0] for line in lines]


@injected
def test_nothing_is_changed_outside_the_marks(lang: Lang, text: str) -> None:
    plain, tried = a_line("아직 안 왔는데요.", lang), a_line("아직 안 왔는데요.", lang, reply=text)
    assert outside(messages(tried)) == outside(messages(plain))
    assert messages(tried)[0] == messages(plain)[0]
    earlier = [replace(plain, heard=(Said(True, said),)) for said in ("네.", text)]
    assert outside(messages(earlier[1])) == outside(messages(earlier[0]))
    assert len(messages(tried)[1]["content"]) < 1000


@given(st.text(alphabet=st.one_of(st.sampled_from("<>\n|[]{}:\u200b"), st.characters())))
def test_no_text_whatever_closes_the_marks(text: str) -> None:
    plain, tried = a_line("x", "en"), a_line("x", "en", reply=text)
    assert outside(messages(tried)) == outside(messages(plain))


@injected
def test_no_markup_of_a_chat_template_gets_through(lang: Lang, text: str) -> None:
    tried = a_line("아직 안 왔는데요.", lang, reply=text)
    inside = messages(tried)[1]["content"].split(OPEN)[1].split(CLOSE)[0]
    assert not set("<>[]{}|") & set(inside)
    assert inside.isprintable()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_that_is_withheld_is_ever_sent(lang: Lang) -> None:
    hiding = 0
    for case in Library([content.scenarios()]).playable():
        for wanted in lines_along(case, lang) if lang in case.languages else ():
            sent = "".join(message["content"] for message in messages(wanted))
            hiding += len(wanted.secrets)
            assert [one for one in wanted.secrets if one in sent] == []
    assert hiding > 20


# What the second opinion reads


@injected
def test_a_judge_reads_the_trainee_as_data(lang: Lang, text: str) -> None:
    slots = [Slot("s1", Criterion.REACTION, "feeling", "…", "hurt")]
    talks = [[Line(1, Who.AGENT, said)] for said in ("네.", text)]
    plain, tried = (question(talk, slots, lang) for talk in talks)
    assert plain[0] == tried[0]
    lines = [sent[1]["content"].split("\n") for sent in (plain, tried)]
    assert lines[0][:-1] == lines[1][:-1]
    talk = yaml.safe_load(lines[1][-1])  # JSON, and whole
    assert [one["turn"] for one in talk] == [1]
    assert not set("<>[]{}|") & set(talk[0]["text"]) or talk[0]["text"] == words(
        lang, "judge.left-out"
    )
