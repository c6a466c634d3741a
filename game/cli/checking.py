"""What `dangol check` finds in files and how it tells it: problems, hints, tests that held."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import click

from game.case.hints import hints_of
from game.case.library import check_file, kind_of, source_of
from game.case.problems import Problem
from game.case.telling import line_of
from game.words import Lang, words

MOST_OF_A_TABLE: Final = 10
_OF_TABLES: Final = "TH"


@dataclass(slots=True)
class Checked:
    """The problems and hints of some files; `held` counts the scenarios of a file that all hold."""

    problems: list[Problem] = field(default_factory=list)
    hints: list[Problem] = field(default_factory=list)
    held: dict[Path, int] = field(default_factory=dict)


def check_files(files: Sequence[Path], lang: Lang) -> Checked:
    """Checks files, and the story tests beside cases."""
    found = Checked()
    for file in files:
        if file.suffix != ".feature":
            found.problems += check_file(file)
            found.hints += hints_of(file)
        _play_stories(file, lang, found)
    found.problems = list(dict.fromkeys(found.problems))
    return found


def _play_stories(file: Path, lang: Lang, found: Checked) -> None:
    stories = file.with_suffix(".feature")
    if stories.is_file() and (stories == file or kind_of(file)[0] == "case"):
        from game.workshop.story_tests import play_stories

        played = play_stories(stories, lang)
        found.problems += played.problems
        if not played.problems:
            found.held[stories] = played.scenarios


def tell(found: Checked, files: int, lang: Lang, every: bool) -> None:
    """Tells what was found, and on the error stream how much; `every` leaves no line out."""
    for line in _lines(found.problems, lang, every):
        click.echo(line)
    for one in found.hints:
        click.echo(line_of(one, lang))
    for path, scenarios in found.held.items():
        click.echo(words(lang, "cli.check.stories", path=path, scenarios=scenarios), err=True)
    key = "cli.check.some" if found.problems else "cli.check.none"
    click.echo(words(lang, key, problems=len(found.problems), files=files), err=True)


def _lines(problems: Sequence[Problem], lang: Lang, every: bool) -> Iterator[str]:
    """A line for each problem; for a table with very many of them one that says how to go on."""
    crowds = {} if every else _crowds(problems)
    told: set[str] = set()
    for one in problems:
        crowd = crowds.get(one.file, ()) if one.code[0] in _OF_TABLES else ()
        if not crowd:
            yield line_of(one, lang)
        elif one.file not in told:
            told.add(one.file)
            yield _summary(crowd, lang)


def _crowds(problems: Sequence[Problem]) -> dict[str, list[Problem]]:
    """The problems of translation, by table, where there are more than somebody reads."""
    by_file: dict[str, list[Problem]] = {}
    for one in problems:
        if one.code[0] in _OF_TABLES:
            by_file.setdefault(one.file, []).append(one)
    many = {file: found for file, found in by_file.items() if len(found) > MOST_OF_A_TABLE}
    return {file: found for file, found in many.items() if _translated(file) is not None}


def _translated(table: str) -> Path | None:
    """The case that a table translates; None where it is no table of a case."""
    case = source_of(Path(table))
    return case if case is not None and kind_of(case)[0] == "case" else None


def _summary(problems: Sequence[Problem], lang: Lang) -> str:
    first = problems[0]
    codes = ", ".join(f"{code} × {n}" for code, n in Counter(one.code for one in problems).items())
    values = {"problems": len(problems), "codes": codes, "case": _translated(first.file)}
    place = f"{first.file}:{first.place.line}:{first.place.column}"
    return f"{place} {first.code[0]} {words(lang, 'cli.check.table', **values)}"
