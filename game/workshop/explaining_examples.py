"""The smallest bad example of a code, written into a folder and checked for real."""

import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Final

from game.case.library import check_file, read_file
from game.case.problems import Problem
from game.case.telling import Example, examples, good_case, good_file
from game.words import Lang
from game.workshop.deep import deep_check
from game.workshop.story_tests import check_stories

_NAME: Final = "late-parcel"


def example_problem(code: str, lang: Lang) -> Problem | None:
    """The problem that the example of a code has; None where a plain check does not find it."""
    with tempfile.TemporaryDirectory() as folder:
        found = spoiled_problems(Path(folder), examples()[code], lang)
        problem = next((one for one in found if one.code == code), None)
    if problem is None:
        return None
    near = {name: str(one).replace(f"{folder}/", "") if isinstance(one, str) else one
            for name, one in problem.values.items()}  # fmt: skip
    return replace(problem, values=near)


def spoiled_problems(folder: Path, example: Example, lang: Lang) -> list[Problem]:
    """The problems of an example, with the good files that it needs beside it, in a folder."""
    shared = folder / "shared"
    shared.mkdir(exist_ok=True)
    good = good_file("shared")
    (shared / "last-check.yaml").write_text(good, "utf-8")
    (shared / "broken.yaml").write_text(good.replace("shared: last-check", "shared: ="), "utf-8")
    data, case = example.spoiled(), folder / f"{_NAME}.yaml"
    if data is None:
        case.mkdir()
        return check_file(case)
    if example.kind in ("table", "feature"):
        case.write_text(good_case(), "utf-8")
    path = {
        "shared": shared / "last-check.yaml",
        "table": folder / f"{_NAME}.en.yaml",
        "feature": folder / f"{_NAME}.feature",
        "alone": folder / f"{_NAME}.feature",
    }.get(example.kind, case)
    path.write_bytes(data)
    if example.kind == "deep":
        case_read = read_file(path).case
        return list(deep_check(case_read, str(path)).problems) if case_read else check_file(path)
    return check_stories(path, lang) if path.suffix == ".feature" else check_file(path)
