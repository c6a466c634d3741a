"""The smallest bad example of a code, written into a folder and checked for real."""

import tempfile
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Final

from game.case.hints import hints_of
from game.case.library import check_file, read_file
from game.case.problems import Problem
from game.case.telling import Example, examples, good_case, good_file
from game.words import Lang
from game.workshop.deep import deep_check
from game.workshop.story_tests import check_stories

_NAME: Final = "late-parcel"
_STORIES: Final = ("feature", "alone")


def example_problem(code: str, lang: Lang) -> Problem | None:
    """The problem that the example of a code has; None where a plain check does not find it."""
    is_story = examples()[code].kind in _STORIES
    return _problem(code, lang if is_story else "ko")  # what a story says holds words of a language


@cache
def _problem(code: str, lang: Lang) -> Problem | None:
    with tempfile.TemporaryDirectory() as above:
        folder = Path(above) / "cases"  # whose neighbours, other folders, may hold cases as well
        folder.mkdir()
        found = spoiled_problems(folder, examples()[code], lang)
        problem = next((one for one in found if one.code == code), None)
    if problem is None:
        return None
    near = {name: str(one).replace(f"{folder}/", "") if isinstance(one, str) else one
            for name, one in problem.values.items()}  # fmt: skip
    return replace(problem, values=near)


def spoiled_problems(folder: Path, example: Example, lang: Lang) -> list[Problem]:
    """The problems of an example, with the good files that it needs beside it, in a folder."""
    return problems_of(folder, example.kind, example.spoiled(), lang)


def problems_of(folder: Path, kind: str, data: bytes | None, lang: Lang) -> list[Problem]:
    """The problems of a file of a kind of example; where `data` is None, of a folder."""
    shared = folder / "shared"
    shared.mkdir(exist_ok=True)
    good = good_file("shared")
    (shared / "last-check.yaml").write_text(good, "utf-8")
    (shared / "broken.yaml").write_text(good.replace("shared: last-check", "shared: ="), "utf-8")
    case = folder / f"{_NAME}.yaml"
    if data is None:
        case.mkdir()
        return check_file(case)
    if kind in ("table", "feature"):
        case.write_text(good_case(), "utf-8")
    path = {
        "shared": shared / "last-check.yaml",
        "table": folder / f"{_NAME}.en.yaml",
        "feature": folder / f"{_NAME}.feature",
        "alone": folder / f"{_NAME}.feature",
    }.get(kind, case)
    path.write_bytes(data)
    if kind in ("deep", "deep-hint"):
        case_read = read_file(path).case
        if case_read is None:
            return check_file(path)
        deep = deep_check(case_read, str(path))
        return [*deep.problems, *(deep.hints if kind == "deep-hint" else ())]
    if kind == "hint":
        return [*check_file(path), *hints_of(path)]
    return check_stories(path, lang) if path.suffix == ".feature" else check_file(path)
