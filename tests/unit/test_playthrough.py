"""The playthrough: its log, its hash chain, rewinding, and replay on the same or another text."""

import json
from dataclasses import replace
from typing import Any

import pytest

from game.engine.events import CustomerSpoke
from game.engine.inputs import Choose, Input, Say
from game.errors import IllegalMove
from game.playthrough import (
    Back,
    Divergence,
    Entry,
    Heard,
    Mode,
    Playthrough,
    chained,
    entry_from_json,
    header_from_json,
    replay,
)
from tests.plays import BEST, edited, lamp, played, started

ENTRIES = [
    Entry("opens", Input(0, None)),
    Entry("opens", Input(40, None)),
    Entry("opens", Input(3, Choose("ask"))),
    Entry("opens", Input(0, Say("언제요?\u2028\x85", "ask"))),
    Entry("opens", Input(0, Say("xyzzy", None))),
    Entry("closing", Back(1)),
    Entry("opens", Heard(0, "opens.say", "네, 여보세요?", "")),
    Entry("opens", Heard(1, "opens.say", "네, 여보세요?", "qwen", ("too-glad",))),
]


def test_inputs_are_logged_where_they_were_made() -> None:
    run = played(["wait 5", "ask", "file", "back 2", "> xyzzy"])
    assert run.log == [
        Entry("opens", Input(5, Choose("ask"))),
        Entry("opens", Input(0, Choose("file"))),
        Entry("closing", Back(2)),
        Entry("opens", run.steps[-1].taken),
    ]
    assert isinstance(run.steps[-1].taken.move, Say)
    assert (run.steps[-1].taken.move.text, run.steps[-1].taken.move.meant) == ("xyzzy", None)


@pytest.mark.parametrize("entry", ENTRIES)
def test_an_entry_goes_to_json_and_back(entry: Entry) -> None:
    assert entry_from_json(json.loads(json.dumps(entry.to_json()))) == entry


@pytest.mark.parametrize(
    "data",
    [
        {}, {"at": 1, "wait": 0}, {"at": "opens"}, {"at": "opens", "wait": "1"},
        {"at": "opens", "wait": True}, {"at": "opens", "wait": 1.5}, {"at": "opens", "back": "1"},
        {"at": "opens", "wait": 0, "choose": None}, {"at": "opens", "wait": 0, "say": 1},
        {"at": "opens", "wait": 0, "say": "hm", "meant": 1}, {"at": "opens", "back": None},
    ],
)  # fmt: skip
def test_a_misshapen_entry_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  it names the field, which differs
        entry_from_json(data)


def test_a_header_goes_to_json_and_back() -> None:
    header = started(mode=Mode.EXAM, lang="en", seed=9).header
    assert header_from_json(json.loads(json.dumps(header.to_json()))) == header
    for name in header.to_json():
        spoiled = {**header.to_json(), name: None}
        with pytest.raises(ValueError):  # noqa: PT011
            header_from_json(spoiled)
    with pytest.raises(ValueError, match="quiz"):
        header_from_json({**header.to_json(), "mode": "quiz"})


# The chain


def test_the_digest_is_the_head_of_a_chain_over_header_and_log() -> None:
    run = played(["ask", "file"])
    head = chained("", run.header.to_json())
    assert started().digest == head
    for entry in run.log:
        head = chained(head, entry.to_json())
    assert run.digest == head
    assert len(run.chain) == len(run.log) == 2


def test_whatever_was_otherwise_gives_another_digest() -> None:
    digests = [
        played(["ask", "file"]).digest,
        played(["ask", "file"], seed=1).digest,
        played(["ask", "file"], lang="en").digest,
        played(["ask", "file"], mode=Mode.EXAM).digest,
        played(["ask", "wait 1", "file"]).digest,
        played(["file"]).digest,
        played(["ask", "file", "back 2", "file"]).digest,
    ]
    assert len(set(digests)) == len(digests)


def test_a_refused_input_leaves_no_trace() -> None:
    run = played(["ask"])
    digest, play = run.digest, run.play
    for refused in (Choose("ask"), Choose("nothing"), Say("hm", "tell-day")):
        with pytest.raises(IllegalMove):
            run.take(Input(1, refused))
    assert (run.digest, run.play, len(run.log), len(run.steps)) == (digest, play, 1, 1)


# Rewinding


def test_going_back_undoes_turns_and_keeps_them_in_the_log() -> None:
    run = played(["ask", "brush", "file"])
    run.back(2)
    assert run.play == played(["ask"]).play
    assert [len(run.log), len(run.steps), run.rewinds] == [4, 1, 1]
    assert run.first_try is not None
    assert [step.taken.move for step in run.first_try] == [
        Choose("ask"), Choose("brush"), Choose("file"),
    ]  # fmt: skip


def test_the_first_try_is_what_was_before_the_first_rewind() -> None:
    run = played(["note", "back 1", "ask", "file", "back 1", "file"])
    assert run.first_try is not None
    assert [step.taken.move for step in run.first_try] == [Choose("note")]
    assert run.rewinds == 2
    assert run.play == played(["file"]).play


def test_silence_before_the_turn_stays() -> None:
    run = played(["ask", "> xyzzy"])
    run.take(Input(40, None))
    run.take(Input(1, Choose("file")))
    run.back(3)
    assert run.play.turn == 2
    assert run.play.seconds == 40


@pytest.mark.parametrize("turn", [-1, 0, 3, 99])
def test_back_to_no_turn_is_refused(turn: int) -> None:
    run = played(["ask", "file"])
    with pytest.raises(IllegalMove) as refused:
        run.back(turn)
    assert refused.value.key == "move.back"
    assert run.digest == played(["ask", "file"]).digest


def test_an_exam_has_no_way_back() -> None:
    run = played(["ask"], mode=Mode.EXAM)
    with pytest.raises(IllegalMove) as refused:
        run.back(1)
    assert refused.value.key == "move.exam"
    assert run.rewinds == 0
    assert run.first_try is None


# Replay


def same(run: Playthrough, other: Playthrough) -> bool:
    return (run.play, run.steps, run.first_try, run.digest, run.opening) == (
        other.play, other.steps, other.first_try, other.digest, other.opening,
    )  # fmt: skip


def test_a_log_replays_to_the_same_play() -> None:
    run = played([*BEST, "back 2", "wait 70", "> xyzzy", "file", "back 1", "brush"], seed=3)
    again, divergence = replay(lamp(), run.header, run.log)
    assert divergence is None
    assert same(run, again)


def test_a_log_that_no_longer_fits_replays_up_to_there() -> None:
    run = played(["ask", "file", "tell-day", "bye"])
    gone = edited(("- id: tell-day\n", "- id: name-day\n"))
    again, divergence = replay(gone, run.header, run.log)
    assert divergence == Divergence(3, "closing", "tell-day")
    assert again.play == played(["ask", "file"], gone).play


def test_a_node_that_is_gone_or_reached_otherwise_diverges() -> None:
    run = played(["file", "tell-day"])
    why = "why: 마음을 알아주고 바로 했다.\n"
    hears = "        hears: [신경 쓰이셨겠어요 알려 주셔서 고맙습니다 바로 접수했습니다]\n"
    way = "        go: {}\n"
    elsewhere = edited((why + hears + way.format("closing"), why + hears + way.format("opens")))
    again, divergence = replay(elsewhere, run.header, run.log)
    assert divergence == Divergence(2, "closing", "tell-day")
    assert again.play.node == "opens"


def test_what_could_be_done_anywhere_is_not_done_at_another_node() -> None:
    run = played(["note", "> xyzzy", "wait 3"])
    elsewhere = edited(
        (
            "hears: [메모해 두겠습니다]\n        go: closing",
            "hears: [메모해 두겠습니다]\n        go: opens",
        )
    )
    again, divergence = replay(elsewhere, run.header, run.log)
    assert divergence == Divergence(2, "closing", "xyzzy")
    assert again.play.turn == 1


def test_an_old_id_of_a_reply_is_followed_to_todays() -> None:
    old = edited(("- id: ask\n        was: question\n", "- id: question\n"))
    run = played(["question", "> 언제 그런지 알려 주시겠어요"], old)
    again, divergence = replay(lamp(), run.header, run.log[:1])
    assert divergence is None
    assert [entry.done for entry in again.log] == [Input(0, Choose("ask"))]
    typed = [Entry("opens", Input(0, Say("언제요?", "question")))]
    again, divergence = replay(lamp(), run.header, typed)
    assert divergence is None
    assert [entry.done for entry in again.log] == [Input(0, Say("언제요?", "ask"))]


def test_a_rewind_is_replayed_too_and_a_wrong_one_diverges() -> None:
    run = played(["ask", "file", "back 1", "brush"])
    again, divergence = replay(lamp(), run.header, run.log)
    assert divergence is None
    assert same(run, again)
    exam = replace(run.header, mode=Mode.EXAM)
    assert replay(lamp(), exam, run.log)[1] == Divergence(3, "closing", "1")


def test_how_a_line_was_worded_stands_in_the_log_and_changes_nothing() -> None:
    plain, voiced = played(["ask"]), played(["ask"])
    spoken = [one.text for one in voiced.happened if isinstance(one, CustomerSpoke)]
    voiced.hear(Heard(0, spoken[0], "다른 말로 하면요.", "qwen", ("length",)))
    assert voiced.play == plain.play
    assert voiced.digest != plain.digest
    again, divergence = replay(voiced.case, voiced.header, list(voiced.log))
    assert divergence is None
    assert (again.digest, again.steps) == (voiced.digest, voiced.steps)


def test_a_line_that_nobody_said_cannot_be_worded() -> None:
    run = played(["ask"])
    with pytest.raises(IllegalMove):
        run.hear(Heard(7, "opens.say", "네?", "qwen"))
    with pytest.raises(IllegalMove):
        run.hear(Heard(0, "no.such", "네?", "qwen"))


def test_the_words_of_a_line_that_is_gone_are_passed_over() -> None:
    run = played(["ask"])
    log = [*run.log, Entry(run.play.node, Heard(0, "no.such", "네?", "qwen"))]
    again, divergence = replay(run.case, run.header, log)
    assert divergence is None
    assert again.play == run.play
