"""Customers voiced in a play: lines come while nobody waits, and the play is what it was."""

import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from html import escape
from threading import Event

import pytest

from game.customers.prompt import messages
from game.customers.speaking import Speaker
from game.customers.voice import Hear, Voice
from game.customers.voicing import Voicing
from game.customers.wanted import CustomerLineWanted
from game.errors import IllegalMove
from game.listening import Ear
from game.plain import debrief_lines
from game.playthrough import Heard, Mode, Playthrough, entry_from_json, replay
from game.report.html import debrief_page
from game.session import Session
from game.transcribe import transcribe
from game.view.debrief import debrief_view
from game.view.lines import Voice as Speaks
from game.view.result import result_of
from game.words import Lang, words
from scoring.judge import judge
from scoring.transcript import Speaker as Who
from tests.plays import BEST, edited, journey, lamp, started
from tests.voices import VOICES, Stub

PATIENT = 30.0  # seconds; a test that waits so long has failed
SIGH = {"ko": "참 그러네요.", "en": "Well, there it is."}
OTHERWISE = Stub("otherwise", lambda wanted: f"{wanted.meaning} {SIGH[wanted.language]}")


class Held:
    """A voice that says its first sentence, and the rest when it is let go."""

    name, prompt = "held", "stub"

    def __init__(self) -> None:
        self.may_go_on, self.asked = Event(), list[CustomerLineWanted]()
        self.hushed = 0

    def say(self, wanted: CustomerLineWanted, seconds: float, hear: Hear, attempt: int) -> str:
        self.asked.append(wanted)
        hear(f"{SIGH[wanted.language]} ")
        try:
            while not self.may_go_on.wait(0.01):
                hear(f"{SIGH[wanted.language]} ")
        except BaseException:
            self.hushed += 1
            raise
        return f"{SIGH[wanted.language]} {wanted.meaning}"

    def close(self) -> None:
        """Holds nothing open."""


@contextmanager
def session_with(voice: Voice, run: Playthrough | None = None) -> Iterator[Session]:
    voicing = Voicing(Speaker(voice))
    with closing(voicing):
        yield Session(started() if run is None else run, ear=Ear(sharp=False), voicing=voicing)


def until(session: Session, lang: Lang = "ko", so_far: str = "") -> None:
    """Waits until the customer has said it all, or so much."""
    end = time.monotonic() + PATIENT
    while session.is_talking:
        assert time.monotonic() < end
        session.attend(lang)
        if so_far and session.view(lang).lines[-1].text == so_far:
            return
        time.sleep(0.002)


def said(session: Session, lang: Lang = "ko") -> list[str]:
    return [one.text for one in session.view(lang).lines if one.voice is Speaks.CUSTOMER]


def heard(run: Playthrough) -> list[Heard]:
    return [entry.done for entry in run.log if isinstance(entry.done, Heard)]


# A line on its way


def test_a_line_grows_and_then_stands() -> None:
    voice = Held()
    with session_with(voice) as session:
        assert session.view("ko").is_talking
        until(session, so_far=SIGH["ko"])
        view = session.view("ko")
        assert (view.lines[-1].text, view.lines[-1].is_growing) == (SIGH["ko"], True)
        voice.may_go_on.set()
        until(session)
        assert said(session)[0].startswith(SIGH["ko"])
        assert not session.view("ko").is_talking
    assert heard(session.run)[0].by == "held"


def test_nothing_is_shown_after_a_line_that_is_on_its_way() -> None:
    written = said(Session(started(journey())))
    with session_with(Held(), started(journey())) as session:
        lines = session.view("ko").lines
        assert len([one for one in lines if one.voice is Speaks.CUSTOMER]) == 1
        session.skip()
        assert said(session) == written


def test_whoever_does_not_wait_reads_what_is_written() -> None:
    voice = Held()
    with session_with(voice) as session:
        until(session, so_far=SIGH["ko"])
        session.skip()
        assert said(session) == said(Session(started()))
        end = time.monotonic() + PATIENT
        while not voice.hushed and time.monotonic() < end:
            time.sleep(0.005)
    assert voice.hushed == 1  # a small server is free for the next line


def test_who_answers_has_heard_enough() -> None:
    with session_with(Held()) as session:
        session.attend("ko")
        session.choose(BEST[0], 0)
        assert session.view("ko").is_talking
        assert session.run.opened[0].by == ""


def test_a_move_that_is_refused_changes_nothing() -> None:
    with session_with(OTHERWISE) as session:
        until(session)
        log = list(session.run.log)
        with pytest.raises(IllegalMove):
            session.choose("no-such-reply", 0)
        assert session.run.log == log


def test_a_voice_that_hangs_is_left_behind() -> None:
    clock = [0.0]
    voicing = Voicing(Speaker(Held()), lambda: clock[0])
    with closing(voicing):
        session = Session(started(), voicing=voicing)
        session.attend("ko")
        clock[0] = 9.0
        session.attend("ko")
        assert not session.is_talking
    assert heard(session.run)[0].fault == "voice.slow"


def test_a_voice_that_fails_is_given_up_and_that_is_said_once() -> None:
    with session_with(VOICES["broken"]) as session:
        for reply in ("", *BEST):
            if reply:
                session.choose(reply, 0)
            until(session)
        told = [session.voice_loss("ko") for _ in range(2)]
    assert told == [words("ko", "voice.given-up"), ""]
    assert [one.fault for one in heard(session.run)][:3] == ["voice.server"] * 3
    assert {one.fault for one in heard(session.run)[3:]} <= {"voice.given-up"}


# Going back, leaving, coming again


def test_back_in_the_middle_of_a_line() -> None:
    with session_with(Held()) as session:
        session.skip()
        session.choose(BEST[0], 0)
        session.back(1)
        assert not session.is_talking
        assert said(session) == said(Session(started()))
        session.choose(BEST[0], 0)
        assert session.is_talking


def test_what_was_heard_is_heard_again_and_what_was_not_stands_as_written() -> None:
    voice = Held()
    with session_with(voice) as session:
        voice.may_go_on.set()
        until(session)
        voice.may_go_on.clear()
        session.choose(BEST[0], 0)
        session.leave()
    log = [entry_from_json(entry.to_json()) for entry in session.run.log]
    again, divergence = replay(lamp(), session.run.header, log)
    assert divergence is None
    assert again.digest == session.run.digest
    with session_with(voice, again) as resumed:
        assert not resumed.is_talking
        lines = said(resumed)
    assert lines[0].startswith(SIGH["ko"])
    assert lines[1] in {one.text for one in transcribe(again).lines}
    assert not lines[1].startswith(SIGH["ko"])


def test_leaving_writes_nothing_down() -> None:
    kept: list[int] = []
    voicing = Voicing(Speaker(Held()))
    session = Session(started(), lambda run: kept.append(len(run.log)), voicing=voicing)
    session.leave()
    assert kept == [0]
    assert not session.is_talking


# Languages, names


def test_a_line_is_asked_anew_when_the_language_changes() -> None:
    voice = Held()
    with session_with(voice) as session:
        until(session, "ko", SIGH["ko"])
        until(session, "en", SIGH["en"])
        voice.may_go_on.set()
        until(session, "en")
        assert said(session, "en")[0].startswith(SIGH["en"])
        assert said(session, "ko") == said(Session(started()), "ko")
    assert [one.language for one in voice.asked] == ["ko", "en"]
    assert heard(session.run)[0].language == "en"


def test_the_trainees_name_is_neither_sent_nor_lost() -> None:
    run = Playthrough(lamp(), replace(started().header, agent="정다운"))
    voice = Held()
    with session_with(voice, run) as session:
        voice.may_go_on.set()
        until(session)
        session.say_unclear("안녕하세요, 정다운입니다.", 0)
        until(session)
    asked = "".join(repr(messages(one)) for one in voice.asked)
    assert "정다운" not in asked
    assert "한지우입니다" in asked


def test_the_trainees_name_comes_back_where_the_customer_says_it() -> None:
    case = edited(("수고하세요. 스탠드가", "<agent> 님, 수고하세요. 스탠드가"))
    run = Playthrough(case, replace(started(case).header, agent="정다운"))
    with session_with(OTHERWISE, run) as session:
        until(session)
        assert said(session)[0].startswith("정다운 님, ")
    assert heard(run)[0].text.startswith("<agent> 님, ")


# What was heard is what is shown; what was meant is what counts


def voiced_to_the_end(voice: Voice, mode: Mode = Mode.COACH) -> Session:
    with session_with(voice, started(mode=mode)) as session:
        until(session)
        for reply in BEST:
            session.choose(reply, 0)
            until(session)
    return session


def test_what_was_heard_stands_in_transcript_and_debrief() -> None:
    run = voiced_to_the_end(OTHERWISE).run
    lines = [one for one in transcribe(run).lines if one.speaker is Who.CUSTOMER]
    voiced = [one for one in lines if one.text.endswith(SIGH["ko"])]
    assert len(voiced) > 3
    assert all(one.text == f"{one.meant} {SIGH['ko']}" for one in voiced)
    shown = [turn.line.text for turn in debrief_view(run, "ko").turns]
    assert [one.text for one in lines] == [one for one in shown if one in {x.text for x in lines}]
    in_english = [one.text for one in transcribe(run, "en").lines]
    assert in_english == [one.text for one in transcribe(started_best(), "en").lines]


def started_best() -> Playthrough:
    session = Session(started())
    for reply in BEST:
        session.choose(reply, 0)
    return session.run


@pytest.mark.parametrize("mode", Mode)
def test_score_and_ending_are_those_of_the_script(mode: Mode) -> None:
    spoken = judge(transcribe(voiced_to_the_end(OTHERWISE, mode).run))
    written = judge(transcribe(started_best()))
    assert replace(spoken, findings=()) == replace(written, findings=())
    for one, other in zip(spoken.findings, written.findings, strict=True):
        assert replace(one, quote="") == replace(other, quote="")


def test_the_log_says_of_each_line_how_it_came_about() -> None:
    run = voiced_to_the_end(VOICES["wrong language"]).run
    assert [one.refused for one in heard(run)] == [("language", "language")] * 3  # then given up
    asked = {(one.by, one.asked, one.prompt) for one in heard(run)}
    assert asked == {("", "wrong language", "stub")}


@pytest.mark.parametrize(
    ("voice", "voiced", "told"),
    [
        (OTHERWISE, 5, "고객의 말: 언어 모델 otherwise, 지시문 stub"),
        (VOICES["wrong language"], 0, "걸러 낸 말 6번(다른 언어 6)"),
        (VOICES["broken"], 0, "모델이 말하지 못한 것 3번"),
    ],
    ids=lambda one: getattr(one, "name", str(one)),
)
def test_the_debrief_says_who_spoke_and_what_was_refused(
    voice: Voice, voiced: int, told: str
) -> None:
    run = voiced_to_the_end(voice).run
    view = debrief_view(run, "ko")
    assert told in view.how_played
    assert view.how_played in list(debrief_lines(view, "ko"))
    assert escape(view.how_played) in debrief_page(view, "ko")
    assert result_of(run, "ko")["voice"]["voiced"] == voiced
    assert f"대사 5번 가운데 {voiced}번이 모델의 말" in view.how_played


def test_a_scripted_play_says_nothing_of_a_voice() -> None:
    run = started_best()
    assert debrief_view(run, "ko").how_played == ""
    assert "voice" not in result_of(run, "ko")
