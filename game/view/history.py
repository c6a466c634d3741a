"""The history: what a finished play came to, kept as a summary, and the plays as rows of a list.

A summary holds all that a list needs, in every language of the case, so that five hundred plays
are shown without reading a case or replaying anything.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, NamedTuple

from game.engine.difficulty import AS_WRITTEN, DIALS
from game.engine.inputs import Choose, Input, Say
from game.playthrough import Back, Entry, Header, Mode, Playthrough
from game.transcribe import text_in, transcribe
from game.view.debrief import letter_of
from game.view.result import ending_of
from game.view.wording import how_words
from game.words import Lang, words
from scoring.judge import judge
from scoring.scorecard import SCORED, Scorecard

FORMAT: Final = 1


@dataclass(frozen=True, slots=True)
class Scores:
    """Resolution, empathy and gratitude of one try, None where not judged, and the verdict."""

    axes: tuple[int | None, ...]
    passed: bool

    @property
    def total(self) -> int:
        """The sum of what was judged: only for telling which of two tries went better."""
        return sum(score or 0 for score in self.axes)


@dataclass(frozen=True, slots=True)
class Told:
    """What a summary says in one language."""

    title: str
    customer: str
    letter: str


@dataclass(frozen=True, slots=True)
class Summary:
    """What a finished play came to; `first` is the try before the first rewind, if any.

    `ending` is the node where it ended, "" in a summary that was made before it was kept.
    """

    case: str
    mode: str
    portrait: str
    turns: int
    fate: str
    scores: Scores
    first: Scores | None
    told: Mapping[str, Told]
    ending: str = ""
    difficulty: int = AS_WRITTEN

    @property
    def counts(self) -> bool:
        """Whether it stands on the record; exploring is practice alone."""
        return self.mode != Mode.EXPLORE

    def in_words(self, lang: Lang) -> Told:
        """What it says in `lang`, or in the case's own language."""
        return self.told.get(lang) or next(iter(self.told.values()))

    def to_json(self) -> dict[str, Any]:
        """The summary as JSON values."""
        return {
            "format": FORMAT,
            "case": self.case,
            "mode": self.mode,
            "portrait": self.portrait,
            "turns": self.turns,
            "fate": self.fate,
            "scores": _scores_json(self.scores),
            "first": _scores_json(self.first) if self.first else None,
            "told": {
                lang: {"title": one.title, "customer": one.customer, "letter": one.letter}
                for lang, one in self.told.items()
            },
            "ending": self.ending,
            **({} if self.difficulty == AS_WRITTEN else {"difficulty": self.difficulty}),
        }


def summary_from_json(data: Mapping[str, Any]) -> Summary:
    """The summary that `to_json` wrote; raises ValueError where it is misshapen."""
    try:
        if data["format"] != FORMAT:
            raise ValueError("format")
        told = {
            str(lang): Told(**{k: str(v) for k, v in one.items()})
            for lang, one in data["told"].items()
        }
        if not told:
            raise ValueError("told")
        return Summary(
            case=str(data["case"]),
            mode=Mode(data["mode"]),
            portrait=str(data["portrait"]),
            turns=int(data["turns"]),
            fate=str(data["fate"]),
            scores=_scores(data["scores"]),
            first=_scores(data["first"]) if data["first"] else None,
            told=told,
            ending=str(data.get("ending", "")),
            difficulty=_level(data.get("difficulty", AS_WRITTEN)),
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise ValueError(f"no summary: {error}") from error


def _level(value: object) -> int:
    if type(value) is not int or value not in DIALS:
        raise ValueError("difficulty")
    return value


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished play as it is kept: its summary and the scorecards that stand behind it.

    `first` is the scorecard of the path before the first rewind, if there was one.
    """

    summary: Summary
    today: Scorecard
    first: Scorecard | None


def finished_of(run: Playthrough) -> Finished:
    """What an ended play came to."""
    today = judge(transcribe(run))
    first = None if run.first_try is None else judge(transcribe(run, steps=run.first_try))
    return Finished(_summary(run, today, first), today, first)


def summary_of(run: Playthrough) -> Summary:
    """The summary of an ended play."""
    return finished_of(run).summary


def _summary(run: Playthrough, today: Scorecard, first: Scorecard | None) -> Summary:
    case, customer = run.case, run.case.scenes[0].customer
    told = {}
    for language in case.languages:
        text = text_in(case, run.header, language)
        lang: Lang = "ko" if language == "ko" else "en"
        told[language] = Told(text(case.title), text(customer.name), letter_of(run, lang))
    ending = ending_of(run)
    return Summary(
        case=case.id,
        mode=run.header.mode,
        portrait=customer.portrait.folder,
        turns=run.play.turn,
        fate=(case.nodes[ending].end if ending else "") or "",
        scores=_scores_of(today),
        first=None if first is None else _scores_of(first),
        told=told,
        ending=ending or "",
        difficulty=run.header.difficulty,
    )


def _scores_of(card: Scorecard) -> Scores:
    return Scores(tuple(card.score(axis) for axis in SCORED), card.passed)


def _scores_json(scores: Scores) -> dict[str, Any]:
    named = zip((axis.value for axis in SCORED), scores.axes, strict=True)
    return {**dict(named), "passed": scores.passed}


def _scores(data: Mapping[str, Any]) -> Scores:
    axes = tuple(data[axis.value] for axis in SCORED)
    if not all(score is None or (type(score) is int and 0 <= score <= 100) for score in axes):
        raise ValueError("scores")
    return Scores(axes, data["passed"] is True)


# What a list shows


class Touched(NamedTuple):
    """A play in the store, and when it was last touched: seconds since 1970."""

    name: str
    case: str
    at: float


@dataclass(frozen=True, slots=True)
class Played:
    """A finished play in the store: when it ended, and its summary once that was read.

    `is_lost` when it can be neither read nor rebuilt; opening it says why.
    """

    name: str
    case: str
    at: datetime
    summary: Summary | None = None
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class Left:
    """An unfinished play in the store, as far as it is known without replaying it."""

    name: str
    at: datetime
    header: Header
    turn: int


@dataclass(frozen=True, slots=True)
class PlayRow:
    """A play as a row; `state` is passed, below, practised, going, reading or lost.

    `scores` are (axis, name, score); `first` those of the first try where the play was rewound.
    """

    play: str
    case: str
    title: str
    portrait: str
    mode: str
    mode_name: str
    when: str
    state: str
    state_name: str
    where: str
    scores: tuple[tuple[str, str, int | None], ...]
    first: str


@dataclass(frozen=True, slots=True)
class HistoryView:
    """Plays newest first; `cases` are id, title and number of plays, the most played first."""

    rows: tuple[PlayRow, ...]
    cases: tuple[tuple[str, str, int], ...]
    finished: int
    passed: int
    notices: tuple[str, ...] = ()


def history_view(
    played: Sequence[Played],
    left: Sequence[Left],
    titles: Mapping[str, tuple[str, str]],
    now: datetime,
    lang: Lang,
) -> HistoryView:
    """The history; `titles` are title and portrait by case, for plays that have no summary."""
    dated = [(one.at, _row(one, now, lang)) for one in played]
    dated += [(one.at, _left_row(one, titles, now, lang)) for one in left]
    rows = [row for _, row in sorted(dated, key=lambda pair: pair[0], reverse=True)]
    named = {row.case: row.title for row in reversed(rows) if row.case}
    counts = Counter(row.case for row in rows if row.case)
    cases = tuple((case, named[case], number) for case, number in counts.most_common())
    passed = sum(row.state == "passed" for row in rows)
    return HistoryView(tuple(rows), cases, len(played), passed)


def state_of(summary: Summary) -> str:
    """Whether a play passed, stayed below the bars, or was practice alone."""
    if not summary.counts:
        return "practised"
    return "passed" if summary.scores.passed else "below"


def _row(one: Played, now: datetime, lang: Lang) -> PlayRow:
    when = moment(one.at, now, lang)
    if one.summary is None:
        state = "lost" if one.is_lost else "reading"
        name = words(lang, f"history.state.{state}")
        return PlayRow(one.name, "", one.case, "", "", "", when, state, name, "", (), "")
    summary, state = one.summary, state_of(one.summary)
    first = ""
    if summary.first:
        first = words(lang, "history.first", scores=figures(summary.first))
    return PlayRow(
        play=one.name,
        case=summary.case,
        title=summary.in_words(lang).title,
        portrait=summary.portrait,
        mode=summary.mode,
        mode_name=how_words(summary.mode, summary.difficulty, lang),
        when=when,
        state=state,
        state_name=words(lang, f"history.state.{state}"),
        where="",
        scores=tuple(
            (axis.value, words(lang, f"axis.{axis.value}"), score)
            for axis, score in zip(SCORED, summary.scores.axes, strict=True)
        ),
        first=first,
    )


def _left_row(
    one: Left, titles: Mapping[str, tuple[str, str]], now: datetime, lang: Lang
) -> PlayRow:
    title, portrait = titles.get(one.header.case, (one.header.case, ""))
    return PlayRow(
        play=one.name,
        case=one.header.case,
        title=title,
        portrait=portrait,
        mode=one.header.mode,
        mode_name=how_words(one.header.mode, one.header.difficulty, lang),
        when=moment(one.at, now, lang),
        state="going",
        state_name=words(lang, "history.state.going"),
        where=words(lang, "history.where", turn=one.turn),
        scores=(),
        first="",
    )


def turns_in(log: Sequence[Entry]) -> int:
    """How many turns a log comes to, without replaying it: what was rewound does not count."""
    turns = 0
    for entry in log:
        match entry.done:
            case Back(turn):
                turns = turn - 1
            case Input(_, Choose() | Say()):
                turns += 1
    return turns


def figures(scores: Scores) -> str:
    """Three scores in one line."""
    return " · ".join("–" if score is None else str(score) for score in scores.axes)


def moment(at: datetime, now: datetime, lang: Lang) -> str:
    """A time of this computer in words: today and yesterday by name, else the date."""
    time, days = f"{at:%H:%M}", (now.date() - at.date()).days
    if days in (0, 1):
        return words(lang, "history.yesterday" if days else "history.today", time=time)
    month = words(lang, "history.months").split()[at.month - 1]
    if at.year == now.year:
        return words(lang, "history.date", month=month, day=at.day, time=time)
    return words(lang, "history.date.year", year=at.year, month=month, day=at.day)
