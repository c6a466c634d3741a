"""What a play remembers: earlier cases, seeded facts, and itself, in saves and as JSON."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest

from game.case.model import Case
from game.engine.play import FORMAT, Play, from_json, to_json
from game.playthrough import (
    Entry,
    Header,
    Mode,
    Playthrough,
    entry_from_json,
    header_from_json,
    replay,
)
from game.view.result import result_of
from tests.homes import saves_at
from tests.plays import (
    JOURNEY_TEXT,
    case_of,
    edited_journey,
    edited_text,
    go,
    journey,
    lamp,
    last_word,
    played,
    said,
)

# A play that the release 0.1.0 kept, when headers had no memory and nodes no scenes.
KEPT_BY_0_1 = """\
{"kind": "play", "case": "lamp", "version": "6fd5fc1700564e94", "seed": 4, "mode": "coach", \
"language": "en", "agent": "", "format": 1}
{"at": "opens", "wait": 0, "choose": "ask", \
"chain": "7e81f2eca06e99168aab9dc308e843ab433181247aaf308a5e7ace7a205fd9b6"}
{"at": "opens", "wait": 5, "choose": "file", \
"chain": "41c2fc5771aec66e994855785743ed059858c650e12c019e2cfd7c1cf4f26ff2"}
{"at": "closing", "wait": 0, "say": "xyzzy", "meant": null, \
"chain": "db12e9513adc3caf9a8b39ff7e4b444d586d14ea2f293d18badf9ec5d809e3bd"}
{"at": "closing", "wait": 0, "choose": "tell-day", \
"chain": "0291ccf44ddddc79f815484decd5c24d48e012295955f626096d2e4ab3ec3819"}
{"at": "closing", "back": 4, \
"chain": "4a159cb2a36970eb38fed1a83aff729c9a2facff582d48e8f32f8dcf6c97334f"}
{"at": "closing", "wait": 0, "choose": "not-sure", \
"chain": "fd3e11853b77b1dc4ddc7e69c100deb722076cb336cb5e552951ad7e56c895e2"}
"""
EVERYTHING = ("hush", "feel", "look", "coupon", "ask-safe", "toss", "name-it", "toss", "name-it")


def header(memory: tuple[str, ...] = (), seed: int = 0) -> Header:
    case = journey()
    return Header(case.id, case.version, seed, Mode.COACH, "ko", "", memory=memory)


def weather(seed: int, case: Case | None = None) -> int | str:
    return go(case or journey(), seed=seed)[0].facts[0]


# Earlier cases


def test_a_memory_that_holds_changes_what_is_said() -> None:
    script = ("pack", "name-it")
    assert said(go(journey(), *script, memory=["regular"])[1])[-1] == "writes.say.known"
    assert said(go(journey(), *script)[1])[-1] == "writes.say.sweet"


def test_a_memory_that_the_case_no_longer_has_is_passed_over() -> None:
    play, _ = go(journey(), memory=["regular", "long-gone"])
    assert play.memory == {"regular"}


def test_a_run_remembers_what_its_header_says() -> None:
    assert Playthrough(journey(), header(("regular",))).play.memory == {"regular"}
    assert Playthrough(journey(), header()).play.memory == frozenset()


def test_a_header_keeps_its_memory() -> None:
    kept = header(("regular",))
    data = json.loads(json.dumps(kept.to_json()))
    assert data["memory"] == ["regular"]
    assert header_from_json(data) == kept


def test_a_header_without_a_memory_is_written_as_it_always_was() -> None:
    assert "memory" not in header().to_json()
    assert header_from_json(json.loads(json.dumps(header().to_json()))) == header()


@pytest.mark.parametrize("memory", ["regular", [1], {"regular": True}, None])
def test_a_misshapen_memory_is_refused(memory: object) -> None:
    data = {**json.loads(json.dumps(header().to_json())), "memory": memory}
    with pytest.raises(ValueError, match="memory"):
        header_from_json(data)


def test_what_is_remembered_is_under_the_chain() -> None:
    one, other = Playthrough(journey(), header()), Playthrough(journey(), header(("regular",)))
    assert one.digest != other.digest


# Saves


def kept_by_0_1() -> tuple[Header, list[Entry], list[str]]:
    """The header, the entries and the chain of that play."""
    first, *rest = [json.loads(line) for line in KEPT_BY_0_1.splitlines()]
    return (
        header_from_json(first),
        [entry_from_json(one) for one in rest],
        [one["chain"] for one in rest],
    )


def test_a_save_of_the_first_release_still_holds() -> None:
    head, log, chain = kept_by_0_1()
    assert head.memory == ()
    run, divergence = replay(lamp(), head, log)
    assert divergence is None
    assert run.chain == chain
    assert (run.play.node, run.play.turn, run.rewinds) == ("closing", 4, 1)


def test_a_save_of_the_first_release_with_a_memory_put_in_does_not_hold() -> None:
    head, log, chain = kept_by_0_1()
    run, _ = replay(lamp(), dataclasses.replace(head, memory=("regular",)), log)
    assert not set(run.chain) & set(chain)


def test_a_play_with_a_memory_is_saved_and_resumed(home: Path) -> None:
    run = Playthrough(journey(), header(("regular",), seed=3))
    saves_at(home).keep("one", run)
    saved = saves_at(home).load("one")
    assert saved.header == run.header
    again, divergence = replay(journey(), saved.header, saved.log)
    assert divergence is None
    assert again.play == run.play


# Seeded facts


def test_the_seed_picks_a_fact() -> None:
    assert {weather(seed) for seed in range(20)} == {"rain", "sun"}


def test_the_same_seed_picks_the_same() -> None:
    for seed in range(20):
        assert weather(seed) == weather(seed)


def test_each_fact_is_picked_by_itself() -> None:
    case = edited_journey(
        (
            "facts: {weather: {any: [rain, sun]}",
            "facts: {weather: {any: [rain, sun]}, sky: {any: [low, high]}",
        )
    )
    both = {go(case, seed=seed)[0].facts[:2] for seed in range(40)}
    assert len(both) == 4
    assert [weather(seed, case) for seed in range(40)] == [weather(seed) for seed in range(40)]


def test_a_fact_that_the_seed_picked_can_be_changed() -> None:
    case = edited_journey(("do: [box = open]", "do: [box = open, weather = sun]"))
    assert {go(case, "pack", seed=seed)[0].facts[0] for seed in range(20)} == {"sun"}


def test_a_seeded_play_is_replayed_as_it_was() -> None:
    for seed in (1, 2, 3):
        run = played(EVERYTHING, journey(), seed=seed)
        again, divergence = replay(journey(), run.header, run.log)
        assert divergence is None
        assert (again.play, again.digest) == (run.play, run.digest)


# As JSON


def everything() -> Play:
    """A play that holds something in every field."""
    play, _ = go(journey(), *EVERYTHING, "own-up", memory=["regular"], seed=5)
    return play


def test_a_play_goes_to_json_and_back() -> None:
    play = everything()
    written = json.dumps(to_json(play))
    again = from_json(journey(), json.loads(written))
    assert again == play
    assert json.dumps(to_json(again)) == written


def test_what_of_a_play_is_written() -> None:
    data = to_json(everything())
    assert data["format"] == FORMAT == 2
    assert data["moods"] == {"mina": [55, 2], "jun": [42, 2]}
    assert (data["mood"], data["patience"], data["scene"]) == (68, 2, 1)
    assert data["visits"] == {"check/asks": 2, "shelf": 1}
    assert data["told"] == ["allergy", "grandmother", "party"]
    assert (data["denied"], data["shown"]) == (["allergy"], ["rushed"])
    assert (data["harmed"], data["broken"]) == (["candle", "scolded"], ["bribe", "safety"])
    assert data["memory"] == ["regular"]
    assert (data["time"], data["clock"]) == ((21 * 60 + 5) * 60 + 10, 10)
    assert "check/asks.name-it" in data["chosen"]


@pytest.mark.parametrize("name", ["memory", "moods", "visits", "scene", "denied", "broken", "time"])
def test_a_play_that_lacks_something_is_refused(name: str) -> None:
    data: dict[str, Any] = to_json(everything())
    del data[name]
    with pytest.raises(KeyError):
        from_json(journey(), data)


def test_a_play_within_an_aside_goes_to_json_and_back() -> None:
    stays = (
        "    takes: 1m\n    go: back",
        '    replies: [{id: done, say: "됐어요.", acts: [do], why: "됐다.", go: back}]',
    )
    play, _ = go(edited_journey(stays), "look")
    assert play.returns == (("opens", False),)
    assert from_json(play.case, json.loads(json.dumps(to_json(play)))) == play


# Names of before


def test_a_play_is_resumed_after_nodes_and_replies_were_renamed() -> None:
    text = JOURNEY_TEXT.replace("visits shelf", "visits drawer").replace(
        "aside shelf", "aside drawer"
    )
    text = text.replace("start: writes", "start: message").replace("go: writes", "go: message")
    text = edited_text(
        ("  shelf:\n", "  drawer:\n    was: shelf\n"),
        ("  writes:\n", "  message:\n    was: writes\n"),
        ("      - id: own-up\n", "      - id: admit\n        was: own-up\n"),
        ("      - id: hush\n", "      - id: rush\n        was: hush\n"),
        text=text,
    )
    run = played([*EVERYTHING, "own-up", "name-it"], journey())
    again, divergence = replay(case_of(text, "", last_word()), run.header, run.log)
    assert divergence is None
    assert again.play.has_chosen("message", "admit")
    assert again.play.has_chosen("opens", "rush")
    assert result_of(again, "ko")["resolution"] == result_of(run, "ko")["resolution"]


def test_a_play_stops_where_its_case_has_changed() -> None:
    case = edited_journey(
        (
            "      open: [{if: visits check/asks > 1, go: hand-over}, {go: unpacks}]",
            "      open: hand-over",
        )
    )
    run = played(["hush", "pack", "hurry", "feel"], journey())
    again, divergence = replay(case, run.header, run.log)
    assert divergence is not None
    assert (divergence.entry, divergence.at, divergence.done) == (4, "opens", "feel")
    assert again.play.contact.id == "message"
