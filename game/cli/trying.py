"""`dangol try` and `dangol simulate`: who passes a case, and what random plays see of it."""

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

import click

from game.cli.desk import as_json_text, lang_option, language, library
from game.words import Lang, words

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from game.case.model import Case
    from game.case.problems import Problem
    from game.workshop.trying import Coverage, Row

NOT_RIGHT = 1
_AXES = ("resolution", "empathy", "gratitude")


@click.command("try")
@click.argument("case", metavar="CASE")
@click.option("--bot", metavar="NAME", help="이 봇만 / this bot alone")
@click.option(
    "--extremes",
    is_flag=True,
    help="축마다 가장 높고 낮은 점수도 / the best and worst of each axis",
)
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@lang_option
def try_(case: str, bot: str | None, extremes: bool, as_json: bool, lang: Lang | None) -> int:
    """봇들이 해 봅니다: solver만 통과하면 0 / let the bots play: 0 if the solver alone passes"""
    from game.engine.bots import BOTS
    from game.workshop.trying import stands, tried

    chosen = language(lang)
    found = library().load(case)
    bots = [one for one in BOTS if bot in (None, one.id)]
    if not bots:
        known = ", ".join(one.id for one in BOTS)
        raise click.UsageError(words(chosen, "workshop.try.unknown", bot=bot, known=known))
    with _bar(words(chosen, "workshop.try.bar"), len(bots)) as bar:
        rows = tried(found, bots, told=lambda: bar.update(1))
    right = stands(rows)
    if as_json:
        data = {"case": found.id, "stands": right, "bots": [row.to_json() for row in rows]}
        click.echo(as_json_text(data | ({"extremes": _extremes_json(found)} if extremes else {})))
    else:
        _tell_rows(rows, chosen)
        if extremes:
            _tell_extremes(found, chosen)
        click.echo(words(chosen, "workshop.try.right" if right else "workshop.try.wrong"), err=True)
    return 0 if right else NOT_RIGHT


def _tell_rows(rows: "Sequence[Row]", lang: Lang) -> None:
    from game.engine.bots import SHARE_OF_NOISE

    heads = ["workshop.try.bot", *(f"axis.{axis}" for axis in _AXES), "workshop.try.passes"]
    noisy = words(lang, "workshop.try.noisy", share=SHARE_OF_NOISE)
    verdict, ending = (words(lang, f"workshop.try.{key}") for key in ("verdict", "ending"))
    lines = [[*(words(lang, key) for key in heads), noisy, verdict, ending]]
    for row in rows:
        scores = row.scores()
        points = ["-" if scores[axis] is None else str(scores[axis]) for axis in _AXES]
        said = words(lang, "workshop.try.good" if row.is_right else "workshop.try.bad")
        lines.append(
            [row.bot.id, *points, f"{row.passes}%", f"{row.noisy_passes}%", said, row.ending or "-"]
        )
    for line in table(lines):
        click.echo(line)


def _tell_extremes(case: "Case", lang: Lang) -> None:
    """The worst and best of each axis: exact, or between what was seen and what no play passes."""
    for one in _extremes_json(case):
        key = f"workshop.extremes.{one['end']}{'' if one['exact'] else '.open'}"
        click.echo(words(lang, key, **{**one, "axis": words(lang, f"axis.{one['axis']}")}))


def _extremes_json(case: "Case") -> list[dict[str, object]]:
    from game.engine.survey import survey
    from game.workshop.deep import way_of
    from game.workshop.extremes import extremes

    return [
        {
            "axis": axis.value,
            "end": end,
            "points": one.points,
            "limit": one.limit,
            "exact": one.exact,
            "seed": one.path.seed,
            "path": way_of(one.path),
        }
        for axis, found in extremes(case, survey(case)).items()
        for end, one in (("worst", found.worst), ("best", found.best))
    ]


def checked_deeply(files: Sequence[Path], lang: Lang) -> "tuple[list[Problem], list[Problem]]":
    """The deep problems and hints of the case files among some; tells how each was looked at."""
    from game.case.library import read_file
    from game.workshop.deep import deep_check

    problems: list[Problem] = []
    hints: list[Problem] = []
    told = []
    with _bar(words(lang, "workshop.deep.bar"), len(files)) as bar:
        for file in files:
            bar.update(1)
            case = read_file(file).case
            if case is None:
                continue
            deep = deep_check(case, str(file))
            problems += deep.problems
            hints += deep.hints
            key = "workshop.deep.exact" if deep.survey.exact else "workshop.deep.seen"
            states, unknown = deep.survey.found.states, deep.survey.unknown()
            told.append(words(lang, key, case=case.id, states=f"{states:,}", unknown=unknown))
    for line in told:
        click.echo(line, err=True)
    return problems, hints


def _bar(label: str, length: int) -> "ProgressBar[int]":
    """A bar on the error stream, where somebody can see it."""
    return click.progressbar(
        length=length, label=label, file=sys.stderr, hidden=not sys.stderr.isatty()
    )


@click.command()
@click.argument("case", metavar="CASE")
@click.option(
    "-n",
    "--plays",
    type=click.IntRange(1, 1_000_000),
    default=1000,
    show_default=True,
    help="몇 판 / how many plays",
)
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@lang_option
def simulate(case: str, plays: int, as_json: bool, lang: Lang | None) -> None:
    """아무렇게나 여러 판 해서 무엇이 보이는지 셉니다 / count what random plays see"""
    from game.workshop.trying import covered

    chosen = language(lang)
    found = library().load(case)
    with _bar(words(chosen, "workshop.simulate.bar"), plays) as bar:
        seen = covered(found, plays, lambda: bar.update(1))
    if as_json:
        click.echo(as_json_text({"case": found.id, **seen.to_json()}))
    else:
        _tell_coverage(seen, chosen)


def _tell_coverage(seen: "Coverage", lang: Lang) -> None:
    """Endings, nodes and replies, each with how often it was seen: never a range of scores."""
    for key, counts in (("endings", seen.endings), ("nodes", seen.nodes)):
        click.echo(words(lang, f"workshop.simulate.{key}"))
        _tell_counts((name, [str(times)]) for name, times in counts.most_common())
    click.echo(words(lang, "workshop.simulate.replies"))
    most = seen.replies.most_common()
    _tell_counts((name, [str(times), str(seen.offered[name])]) for name, times in most)
    for kind, names in seen.unseen().items():
        if names:
            said = words(lang, f"workshop.simulate.unseen.{kind}", names=", ".join(names))
            click.echo(said, err=True)
    met, all_of = sum(map(bool, seen.replies.values())), len(seen.replies)
    nodes = sum(map(bool, seen.nodes.values()))
    summary = {"plays": seen.plays, "replies": met, "of": all_of, "nodes": nodes}
    click.echo(words(lang, "workshop.simulate.seen", **summary, nodes_of=len(seen.nodes)), err=True)


def _tell_counts(counts: Iterable[tuple[str, list[str]]]) -> None:
    for line in table([[f"  {name}", *numbers] for name, numbers in counts]):
        click.echo(line)


def table(lines: Sequence[Sequence[str]]) -> list[str]:
    """Lines in columns as a terminal shows them, where a Hangul syllable is two wide."""
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return ["  ".join(_padded(*one) for one in zip(line, widths, strict=True)).rstrip()
            for line in lines]  # fmt: skip


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)
