"""The debrief: what was solved, what was felt, and which words earned it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from game.case.pages import Page
from game.engine.events import Noted, NoteShown
from game.engine.offers import wording
from game.playthrough import Mode, Playthrough
from game.transcribe import text_in, transcribe
from game.view.behind import HiddenView, TasteView, elicited_words, hidden_of, tastes_of
from game.view.faces import agent_beside, face_of
from game.view.lines import LineView, Voice, lines_of
from game.view.pages import PageView, principles_of
from game.view.skills import SkillView, skill_views
from game.view.typed import TypedView, typed_view, unread_words
from game.view.voice import how_played
from game.view.wording import how_words, mood_word, source_of
from game.words import Lang, words
from scoring.judge import judge
from scoring.outcome import Outcome
from scoring.scorecard import SCORED, Axis, Finding, Reason, Scorecard
from scoring.skills import skills_of
from scoring.transcript import ProblemFact, Transcript


@dataclass(frozen=True, slots=True)
class FactView:
    """One problem fact: `state` is solved, seems or open."""

    text: str
    weight: int
    state: str


@dataclass(frozen=True, slots=True)
class AxisView:
    """One axis: `score` and `bar` of 0 to 100, `score` None when the case gave no chance for it."""

    key: str
    name: str
    score: int | None
    bar: int
    verdict: str
    passed: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding at its turn; `of` is the most it could be worth, None for a deduction.

    `tone` is won, part, missed, lost or critical; `quote` stands verbatim in the line of `turn`.
    """

    axis: str
    axis_name: str
    points: int
    of: int | None
    turn: int
    quote: str
    why: str
    better: str | None
    tone: str


@dataclass(frozen=True, slots=True)
class TurnView:
    """A line of the transcript with its findings; `note` is the author's remark on the reply.

    `typed` is what was read in it, None where it was picked.
    """

    line: LineView
    findings: tuple[FindingView, ...]
    note: str | None
    better: str | None
    typed: TypedView | None = None


@dataclass(frozen=True, slots=True)
class FigureView:
    """One simulated figure such as CSAT; `scale` says its range and direction in words."""

    name: str
    value: str
    scale: str
    formula: str


@dataclass(frozen=True, slots=True)
class DebriefView:
    """The whole debrief; `moments` are the turns worth a second try, worst first.

    The customer is the one it ended with. `agent` is the portrait of the trainee's side.
    `can_retry` is false after an exam. `principles` are the pages that the case teaches.
    `unread` says why empathy and gratitude are not judged where too little could be read, else "".
    `how_played` tells who worded the customer's lines, and what was refused of it; "" where nobody.
    """

    case: str
    title: str
    caption: str
    customer: str
    portrait: str
    agent: str
    face: str
    mood_word: str
    channel: str
    letter: str
    headline: str
    passed: bool
    handled: int
    resolved: int
    handled_words: str
    resolved_words: str
    gap: str
    facts: tuple[FactView, ...]
    axes: tuple[AxisView, ...]
    critical: tuple[FindingView, ...]
    skills: tuple[SkillView, ...]
    figures: tuple[FigureView, ...]
    turns: tuple[TurnView, ...]
    epilogue: tuple[tuple[str, str], ...]
    moments: tuple[int, ...]
    can_retry: bool
    source: str
    hidden: tuple[HiddenView, ...] = ()
    tastes: tuple[TasteView, ...] = ()
    principles: tuple[PageView, ...] = ()
    unread: str = ""
    hidden_words: str = ""
    how_played: str = ""


def debrief_view(run: Playthrough, lang: Lang, pages: Sequence[Page] = ()) -> DebriefView:
    """The debrief of a play, in one language; of an unfinished one, as it stands.

    `pages` are those of the library, among them the principles that the case may teach.
    """
    transcript = transcribe(run, lang)
    card = judge(transcript)
    case, play = run.case, run.play
    findings = tuple(_finding(one, lang) for one in card.findings)
    customer = play.contact.customer
    hidden = hidden_of(run, lang)
    return DebriefView(
        case=case.id,
        title=case.text(case.title, lang),
        caption=_caption(run, lang),
        customer=case.text(customer.name, lang),
        portrait=customer.portrait.folder,
        agent=agent_beside(customer.portrait.folder),
        face=face_of(play.mood),
        mood_word=mood_word(play.mood, lang),
        channel=play.contact.channel,
        letter=letter_of(run, lang),
        headline=words(lang, _headline(card, transcript.ended)),
        passed=card.passed,
        handled=round(100 * card.handled),
        resolved=round(100 * card.resolved),
        handled_words=_count(transcript, lang, "debrief.handled", lambda f: f.solved or f.seems),
        resolved_words=_count(transcript, lang, "debrief.resolved", lambda f: f.solved),
        gap=words(lang, _gap(card)),
        facts=tuple(FactView(f.text, f.weight, _state(f)) for f in transcript.problem),
        axes=tuple(_axis(axis, card, transcript, lang) for axis in SCORED),
        critical=tuple(one for one in findings if one.axis == "conduct"),
        skills=skill_views(skills_of(transcript, card), lang),
        figures=figures_of(card.outcome, lang),
        turns=tuple(_turns(run, transcript, findings, lang)),
        epilogue=tuple(
            (words(lang, f"after.{key}"), text) for key, text in epilogue_of(run, lang).items()
        ),
        moments=_moments(card),
        can_retry=run.header.mode is not Mode.EXAM,
        source=source_of(case, lang),
        hidden=hidden,
        hidden_words=elicited_words(hidden, lang),
        tastes=tastes_of(run, lang),
        principles=principles_of(case, pages, lang),
        unread=unread_words(transcript, lang),
        how_played=how_played(run, lang),
    )


def why_of(reason: Reason, lang: Lang) -> str:
    """Why a finding is what it is: the rule in words, then the author's remark on the line."""
    values = {
        name: words(lang, f"mechanism.{value}") if name == "mechanism" else value
        for name, value in reason.values
    }
    return " ".join(part for part in (words(lang, reason.key, **values), reason.remark) if part)


def letter_of(run: Playthrough, lang: Lang) -> str:
    """The customer's word at the ending, "" while there is none."""
    text = text_in(run.case, run.header, lang)
    shown = (
        event.text
        for step in run.steps
        for event in step.events
        if isinstance(event, NoteShown) and event.kind is Noted.LETTER
    )
    return next((text(one) for one in shown), "")


def epilogue_of(run: Playthrough, lang: Lang) -> dict[str, str]:
    """What happened a "day", a "week" and a "month" later; nothing before the end."""
    if not run.play.ended:
        return {}
    text = text_in(run.case, run.header, lang)
    after = run.case.after
    found = (("day", after.day), ("week", after.week), ("month", after.month))
    told = ((key, wording(line, run.play)) for key, line in found if line)
    return {key: text(one) for key, one in told if one}


def figures_of(outcome: Outcome, lang: Lang) -> tuple[FigureView, ...]:
    """The simulated figures, each with its scale, direction and formula."""
    yes = words(lang, "yes" if outcome.fcr else "no")
    values = {
        "csat": f"{outcome.csat:.1f}",
        "nps": str(outcome.nps),
        "ces": f"{outcome.ces:.1f}",
        "fcr": yes,
        "told": str(outcome.told),
    }
    return tuple(
        FigureView(
            words(lang, f"figure.{key}"),
            value,
            words(lang, f"figure.{key}.scale"),
            words(lang, f"figure.{key}.formula"),
        )
        for key, value in values.items()
    )


def _caption(run: Playthrough, lang: Lang) -> str:
    how = how_words(run.header.mode, run.header.difficulty, lang)
    if run.first_try is not None:
        card = judge(transcribe(run, lang, run.first_try))
        scores = (card.score(axis) for axis in SCORED)
        first = " · ".join("-" if score is None else str(score) for score in scores)
        times = run.rewinds
        return words(lang, "debrief.caption.rewound", mode=how, times=times, first=first)
    return words(lang, "debrief.caption", mode=how)


def _headline(card: Scorecard, ended: bool) -> str:
    if not ended:
        return "debrief.unfinished"
    if card.critical:
        return "debrief.critical"
    return "debrief.passed" if card.passed else "debrief.failed"


def _gap(card: Scorecard) -> str:
    if card.handled > card.resolved:
        return "debrief.gap.seems"
    return "debrief.gap.solved" if card.resolved == 1 else "debrief.gap.open"


def _count(
    transcript: Transcript, lang: Lang, key: str, holds: Callable[[ProblemFact], bool]
) -> str:
    number = sum(holds(fact) for fact in transcript.problem)
    return words(lang, key, number=number, of=len(transcript.problem))


def _state(fact: ProblemFact) -> str:
    return "solved" if fact.solved else "seems" if fact.seems else "open"


def _axis(axis: Axis, card: Scorecard, transcript: Transcript, lang: Lang) -> AxisView:
    score, bar = card.score(axis), transcript.bars[axis]
    passed = score is None or score >= bar
    if score is None:
        key = "axis.not-judged.typed" if transcript.is_unread else "axis.not-judged"
        verdict = words(lang, key)
    elif passed:
        verdict = words(lang, "axis.passed")
    else:
        verdict = words(lang, "axis.short", points=bar - score)
    return AxisView(axis, words(lang, f"axis.{axis}"), score, bar, verdict, passed)


def _finding(one: Finding, lang: Lang) -> FindingView:
    return FindingView(
        axis=one.axis,
        axis_name=words(lang, f"axis.{one.axis}"),
        points=one.points,
        of=one.of,
        turn=one.turn,
        quote=one.quote,
        why=why_of(one.reason, lang),
        better=one.better,
        tone=_tone(one),
    )


def _tone(one: Finding) -> str:
    if one.kind:
        return "critical"
    if one.of is None:
        return "lost"
    return "won" if one.points == one.of else "part" if one.points else "missed"


def _turns(
    run: Playthrough, transcript: Transcript, findings: tuple[FindingView, ...], lang: Lang
) -> Iterator[TurnView]:
    """The lines in order, each finding under the first line of its turn that it quotes."""
    remarks = {line.turn: line for line in transcript.agent_lines}
    left = list(findings)
    for line in lines_of(run, lang):
        here = tuple(f for f in left if f.turn == line.turn and f.quote in line.text)
        left = [one for one in left if one not in here]
        own = remarks.get(line.turn) if line.voice is Voice.AGENT else None
        yield TurnView(
            line,
            here,
            (own.why or None) if own else None,
            own.better if own else None,
            typed_view(own, lang, crafted=True) if own else None,
        )


def _moments(card: Scorecard) -> tuple[int, ...]:
    """The three turns where most was missed or lost, a critical one first.

    What came late is no moment to try again: it was missed at an earlier turn.
    """
    lost: Counter[int] = Counter()
    for one in card.findings:
        if one.reason.key == "why.late":
            continue
        lost[one.turn] += 1000 if one.kind else (one.of or 0) - one.points
    return tuple(turn for turn, points in lost.most_common() if turn and points > 0)[:3]
