"""The dialogue: what the trainee sees of a running play."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace

from game.case.nodes import Reply
from game.engine.difficulty import patience_with
from game.engine.events import SceneBegan
from game.engine.offers import deadline, on_offer
from game.engine.play import Play
from game.playthrough import Mode, Playthrough, Step
from game.transcribe import hour, minutes, text_in, transcribe
from game.view.briefing import PolicyPage, pages_of
from game.view.faces import face_of
from game.view.lines import Growing, LineView, lines_of
from game.view.typed import TypedView, typed_view
from game.view.wording import mood_word, place_of
from game.words import Lang, words
from scoring.judge import judge
from scoring.scorecard import SCORED
from scoring.transcript import Line, Transcript


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
    """What coach or explore mode says of the last reply; `better` is None for a good one.

    `typed` is what was read in it, None where it was picked. `why` is "" where the author has
    nothing to say of it, since it took no branch.
    """

    turn: int
    quote: str
    why: str
    better: str | None
    marks: tuple[tuple[str, int], ...]
    typed: TypedView | None = None

    @property
    def is_understood(self) -> bool:
        """Whether it took a branch of the author's."""
        return bool(self.why)


@dataclass(frozen=True, slots=True)
class ClockView:
    """Story time: the time of day and how long this contact has taken, such as 17:24 and 4:35.

    `target` and `limit` are "" where the case has none; `over` is whether the target is past.
    """

    time: str
    spent: str
    target: str
    limit: str
    over: bool


@dataclass(frozen=True, slots=True)
class PersonView:
    """Another customer in the scene, beside the one it is with."""

    name: str
    portrait: str
    face: str
    mood_word: str


@dataclass(frozen=True, slots=True)
class DialogueView:
    """A whole dialogue screen; `meters` is empty in exam mode.

    `deadline` is how many more seconds the trainee has before the customer speaks up, or None.
    `notice` is one sentence about the program itself, such as that saving failed. `scene` is the
    title of the scene, "" where the case has only one; `review` is what coach mode says of the
    scene before, until the trainee's next turn, and `scene_before` its title.
    """

    title: str
    scene: str
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
    clock: ClockView | None = None
    people: tuple[PersonView, ...] = ()
    review: tuple[Feedback, ...] = ()
    scene_before: str = ""
    notice: str = ""

    @property
    def is_talking(self) -> bool:
        """Whether the newest line is still being said."""
        return bool(self.lines) and self.lines[-1].is_growing


def dialogue_view(
    run: Playthrough, lang: Lang, notice: str = "", growing: Growing | None = None
) -> DialogueView:
    """The dialogue as it stands, in one language; `growing` tells where a customer still talks."""
    case, play = run.case, run.play
    lines = tuple(lines_of(run, lang, growing))
    is_here = not growing or lines[-1].scene == play.scene  # the scene before has been heard out
    scene, mode = play.contact, run.header.mode
    customer = scene.customer
    return DialogueView(
        title=case.text(case.title, lang),
        scene=case.text(scene.title, lang) if scene.title else "",
        place=place_of(case, lang, play.scene),
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
        lines=lines,
        replies=replies_of(run, lang),
        feedback=_feedback(run, lang) if mode is Mode.EXPLORE else None,
        pages=pages_of(case, lang),
        deadline=None if growing else deadline(play),
        can_rewind=mode is not Mode.EXAM and play.turn > 0,
        ended=play.ended,
        clock=clock_of(play),
        people=_people(play, lang),
        review=_review(run, lang) if mode is Mode.COACH and is_here else (),
        scene_before=_scene_before(run, lang),
        notice=notice,
    )


def clock_of(play: Play) -> ClockView | None:
    """The story time of a play, None where its scene has no clock."""
    clock = play.contact.clock
    if clock is None:
        return None
    return ClockView(
        time=hour(play.time),
        spent=minutes(play.clock),
        target=minutes(clock.target) if clock.target else "",
        limit=hour(clock.limit) if clock.limit else "",
        over=clock.target is not None and play.clock > clock.target,
    )


def clock_words(clock: ClockView, lang: Lang) -> tuple[str, str]:
    """The time of day with its limit, and the time of this contact with its target."""
    limit = f" ({words(lang, 'clock.limit', limit=clock.limit)})" if clock.limit else ""
    key = "clock.target" if clock.target else "clock.spent"
    spent = words(lang, key, spent=clock.spent, target=clock.target)
    over = f" · {words(lang, 'clock.over')}" if clock.over else ""
    return clock.time + limit, spent + over


def _people(play: Play, lang: Lang) -> tuple[PersonView, ...]:
    """Who else is in the scene, each in the mood they are in now."""
    moods = ((one, play.mood_of(one.id)) for one in play.contact.customers[1:])
    return tuple(
        PersonView(
            play.case.text(one.name, lang),
            one.portrait.folder,
            face_of(mood),
            mood_word(mood, lang),
        )
        for one, mood in moods
    )


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
    customer = run.play.contact.customer
    most = {"patience": patience_with(customer.patience, run.play.slack) + 1}
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
    return _feedback_on(transcript, (line,), lang)[0] if line and _is_worth(line) else None


def _is_worth(line: Line) -> bool:
    """Whether there is anything to say of a line: the author's remark, or what was read in it."""
    return bool(line.why or line.heard or line.guards or line.is_unsure)


def _review(run: Playthrough, lang: Lang) -> tuple[Feedback, ...]:
    """What there is to say of the scene that has just ended; () while the scene goes on."""
    last = run.steps[-1] if run.steps else None
    if last is None or not any(isinstance(event, SceneBegan) for event in last.events):
        return ()
    transcript = transcribe(run, lang)
    lines = [line for line in transcript.agent_lines if line.scene == last.before.scene]
    return _feedback_on(transcript, [line for line in lines if _is_worth(line)], lang)


def review_count(review: Sequence[Feedback], lang: Lang) -> str:
    """How many replies of a scene are to be looked at again, in one sentence."""
    again = sum(one.better is not None for one in review)
    key = "scene.over.count" if again else "scene.over.good"
    return words(lang, key, number=len(review), again=again)


def _scene_before(run: Playthrough, lang: Lang) -> str:
    """The title of the scene in which the last step began, where that is another one."""
    before = run.steps[-1].before if run.steps else run.play
    title = before.contact.title
    return run.case.text(title, lang) if title and before.scene != run.play.scene else ""


def _feedback_on(transcript: Transcript, lines: Sequence[Line], lang: Lang) -> tuple[Feedback, ...]:
    findings = judge(_so_far(transcript)).findings
    return tuple(
        Feedback(
            line.turn,
            line.text,
            line.why,
            line.better,
            tuple(
                (words(lang, f"axis.{one.axis}"), one.points)
                for one in findings
                if one.turn == line.turn and one.points
            ),
            typed_view(line, lang),
        )
        for line in lines
    )
