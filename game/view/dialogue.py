"""The dialogue: what the trainee sees of a running play."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from game.case.model import Reply
from game.engine.events import CustomerSpoke, MoodChanged, NoteShown, NotUnderstood, ReplyGiven
from game.engine.offers import deadline, on_offer
from game.playthrough import Mode, Playthrough, Step
from game.transcribe import text_in, transcribe
from game.view.briefing import PolicyPage, pages_of
from game.view.faces import face_of
from game.view.wording import mood_word, place_of
from game.words import Lang, words
from scoring.judge import judge
from scoring.scorecard import SCORED
from scoring.transcript import Transcript


class Voice(StrEnum):
    """Who or what a line comes from."""

    CUSTOMER = "customer"
    AGENT = "agent"
    DESK = "desk"
    SCENE = "scene"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the conversation; `turn` is the trainee's, 0 before their first.

    `face` is the customer's at that moment, so each line can show how it was said or taken.
    """

    voice: Voice
    text: str
    turn: int
    face: str = ""


@dataclass(frozen=True, slots=True)
class Meter:
    """A meter: `key` is resolution, empathy, gratitude or patience; `delta` since last turn."""

    key: str
    name: str
    value: int
    delta: int
    most: int


@dataclass(frozen=True, slots=True)
class ReplyView:
    """A reply on offer; `id` is what an input names."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """What coach or explore mode says of the last reply; `better` is None for a good one."""

    turn: int
    quote: str
    why: str
    better: str | None
    marks: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class DialogueView:
    """A whole dialogue screen; `meters` is empty in exam mode.

    `deadline` is how many more seconds the trainee has before the customer speaks up, or None.
    `notice` is one sentence about the program itself, such as that saving failed.
    """

    title: str
    place: str
    channel: str
    channel_name: str
    mode: str
    mode_name: str
    customer: str
    about: str
    wants: str
    portrait: str
    face: str
    mood_word: str
    turn: int
    meters: tuple[Meter, ...]
    lines: tuple[LineView, ...]
    replies: tuple[ReplyView, ...]
    feedback: Feedback | None
    pages: tuple[PolicyPage, ...]
    deadline: int | None
    can_rewind: bool
    ended: bool
    notice: str = ""


def dialogue_view(run: Playthrough, lang: Lang, notice: str = "") -> DialogueView:
    """The dialogue as it stands, in one language."""
    case, play = run.case, run.play
    scene, mode = case.scenes[0], run.header.mode
    customer = scene.customer
    return DialogueView(
        title=case.text(case.title, lang),
        place=place_of(case, lang),
        channel=scene.channel,
        channel_name=words(lang, f"channel.{scene.channel}"),
        mode=mode,
        mode_name=words(lang, f"mode.{mode}"),
        customer=case.text(customer.name, lang),
        about=case.text(customer.about, lang) if customer.about else "",
        wants=case.text(customer.wants, lang) if customer.wants else "",
        portrait=customer.portrait.folder,
        face=face_of(play.mood),
        mood_word=mood_word(play.mood, lang),
        turn=play.turn,
        meters=() if mode is Mode.EXAM else _meters(run, lang),
        lines=tuple(lines_of(run, lang)),
        replies=replies_of(run, lang),
        feedback=_feedback(run, lang) if mode is Mode.EXPLORE else None,
        pages=pages_of(case, lang),
        deadline=deadline(play),
        can_rewind=mode is not Mode.EXAM and play.turn > 0,
        ended=play.ended,
        notice=notice,
    )


def lines_of(run: Playthrough, lang: Lang) -> Iterator[LineView]:
    """Every line shown so far, in order."""
    text = text_in(run.case, run.header, lang)
    turn, mood = 0, run.case.scenes[0].customer.mood
    for event in (*run.opening, *(event for step in run.steps for event in step.events)):
        match event:
            case ReplyGiven(node, reply, typed):
                turn += 1
                found = run.case.nodes[node].reply(reply)
                assert found is not None
                said = typed if typed is not None else text(found.say)
                yield LineView(Voice.AGENT, said, turn, face_of(mood))
            case NotUnderstood(_, typed):
                turn += 1
                yield LineView(Voice.AGENT, typed, turn, face_of(mood))
            case CustomerSpoke(spoken):
                yield LineView(Voice.CUSTOMER, text(spoken), turn, face_of(mood))
            case NoteShown(kind, shown):
                yield LineView(Voice(kind), text(shown), turn, face_of(mood))
            case MoodChanged("mood", by):
                mood += by
            case _:
                pass


def replies_of(run: Playthrough, lang: Lang) -> tuple[ReplyView, ...]:
    """The replies on offer, in an order that the seed shuffles anew at every node and visit."""
    text = text_in(run.case, run.header, lang)

    def order(reply: Reply) -> bytes:
        key = f"{run.header.seed}/{run.play.turn}/{reply.number}".encode()
        return hashlib.blake2b(key, digest_size=8).digest()

    offered = sorted(on_offer(run.play), key=order)
    return tuple(ReplyView(reply.id, text(reply.say)) for reply in offered)


def _meters(run: Playthrough, lang: Lang) -> tuple[Meter, ...]:
    now = _values(run, run.steps)
    turns = [i for i, step in enumerate(run.steps) if step.is_turn]
    before = _values(run, run.steps[: turns[-1]]) if turns else now
    most = {"patience": run.case.scenes[0].customer.patience + 1}
    return tuple(
        Meter(key, words(lang, f"axis.{key}"), value, value - before[key], most.get(key, 100))
        for key, value in now.items()
    )


def _values(run: Playthrough, steps: Sequence[Step]) -> dict[str, int]:
    """What each meter shows on a path: an axis is worth what has been earned of it so far."""
    card = judge(_so_far(transcribe(run, steps=steps)))
    play = steps[-1].after if steps else run.start
    scores = {axis.value: card.score(axis) for axis in SCORED}
    return {
        **{key: score for key, score in scores.items() if score is not None},
        "patience": play.patience,
    }


def _so_far(transcript: Transcript) -> Transcript:
    """The transcript of a running play with every opportunity of the case counted.

    Else a meter would fall whenever the customer opens up, though nothing was done wrong.
    """
    if transcript.ended:
        return transcript
    feelings = tuple(replace(feeling, core=True) for feeling in transcript.feelings)
    deeds = tuple(replace(deed, done=deed.done or 0) for deed in transcript.deeds)
    return replace(transcript, feelings=feelings, deeds=deeds)


def _feedback(run: Playthrough, lang: Lang) -> Feedback | None:
    transcript = transcribe(run, lang)
    line = transcript.agent_lines[-1] if transcript.agent_lines else None
    if line is None or not line.why:
        return None
    marks = tuple(
        (words(lang, f"axis.{one.axis}"), one.points)
        for one in judge(_so_far(transcript)).findings
        if one.turn == line.turn and one.points
    )
    return Feedback(line.turn, line.text, line.why, line.better, marks)
