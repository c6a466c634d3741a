"""The second opinion in words: each axis with the score that counts and the judge's beside it."""

from collections.abc import Iterator
from dataclasses import dataclass

from game.judge.beside import Beside, Remark, beside
from game.judge.opinion import Opinion
from game.words import Lang, words
from scoring.scorecard import Scorecard


@dataclass(frozen=True, slots=True)
class RemarkView:
    """What the judge made of one thing; `quote` is the trainee's own words, "" for none."""

    about: str
    level: int
    level_name: str
    turn: int
    quote: str


@dataclass(frozen=True, slots=True)
class BesideView:
    """One axis: `offline` counts, `judged` stands beside it ("–" where there is none).

    `far` is a sentence where the two are so far apart that a person should look, else "".
    """

    key: str
    name: str
    offline: str
    judged: str
    far: str
    remarks: tuple[RemarkView, ...]


@dataclass(frozen=True, slots=True)
class OpinionView:
    """The whole opinion; `by` names the model, the version of the question, how often asked."""

    axes: tuple[BesideView, ...]
    by: str


def opinion_view(card: Scorecard, opinion: Opinion, lang: Lang) -> OpinionView:
    """An opinion beside a scorecard."""
    by = words(
        lang, "opinion.by", model=opinion.model, prompt=opinion.prompt, samples=opinion.samples
    )
    return OpinionView(tuple(_axis(one, lang) for one in beside(card, opinion)), by)


def opinion_lines(view: OpinionView, lang: Lang) -> Iterator[str]:
    """An opinion as lines of text."""
    yield words(lang, "opinion.title")
    for axis in view.axes:
        yield words(lang, "opinion.line", name=axis.name, offline=axis.offline, judged=axis.judged)
        if axis.far:
            yield f"  ! {axis.far}"
        for one in axis.remarks:
            yield f"  {one.level_name} · {one.about}"
            if one.quote:
                yield "    " + words(lang, "opinion.quote", turn=one.turn, quote=one.quote)
    yield words(lang, "opinion.never")
    yield view.by


def _axis(one: Beside, lang: Lang) -> BesideView:
    return BesideView(
        one.axis,
        words(lang, f"axis.{one.axis}"),
        "–" if one.offline is None else str(one.offline),
        "–" if one.judged is None else str(one.judged),
        words(lang, "opinion.far") if one.is_far_apart else "",
        tuple(_remark(remark, lang) for remark in one.remarks),
    )


def _remark(one: Remark, lang: Lang) -> RemarkView:
    criterion = words(lang, f"judge.criterion.{one.criterion}")
    about = words(lang, "opinion.about", criterion=criterion, text=one.about)
    name = words(lang, "opinion.level", level=one.level)
    return RemarkView(about, one.level, name, one.turn, one.quote)
