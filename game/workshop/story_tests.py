"""Story tests: what a trainer expects of a case, in a `.feature` file beside it.

`<case>.feature` is Gherkin with Korean or English keywords. Every scenario plays the case anew; the
steps stand in one table, `story_steps.STEPS`, in both languages. A step that fails is a problem at
its line, like any other.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from game.case.library import read_file
from game.case.model import Case
from game.case.problems import Place, Problem
from game.case.tree import Unreadable, text_of
from game.errors import DangolError
from game.words import Lang, words
from game.workshop.story_steps import STEPS, NotSo, Story, near_step

MOST_BYTES: Final = 500_000
MOST_STEPS: Final = 5_000


def case_beside(feature: Path) -> Path | None:
    """The case file that story tests are of."""
    beside = (feature.with_suffix(suffix) for suffix in (".yaml", ".yml"))
    return next((one for one in beside if one.is_file()), None)


def check_stories(feature: Path, lang: Lang) -> list[Problem]:
    """The problems of the story tests in a file; none where every step holds.

    A case that cannot be played has problems of its own: its stories then say so once.
    """
    source = case_beside(feature)
    if source is None:
        return [_problem(feature, "G001", 1, name=feature.stem)]
    case = read_file(source).case
    if case is None:
        return [_problem(feature, "G001", 1, name=feature.stem)]
    try:
        with feature.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return [_problem(feature, "F001", 1, said=error.strerror or str(error))]
    if len(data) > MOST_BYTES:
        return [_problem(feature, "G002", 1, said=f"> {MOST_BYTES // 1000} kB")]
    try:
        text = text_of(data)
    except Unreadable as unreadable:
        return [replace(unreadable.problem, file=str(feature))]
    return list(_told(feature, text, case, lang))


def _told(feature: Path, text: str, case: Case, lang: Lang) -> Iterator[Problem]:
    from gherkin.errors import CompositeParserException, ParserException
    from gherkin.parser import Parser
    from gherkin.pickles.compiler import Compiler

    try:
        document: Any = Parser().parse(text)
        pickles: Any = Compiler().compile(_with_uri(document, feature))
    except CompositeParserException as broken:
        for error in broken.errors:
            yield _broken(feature, error)
        return
    except ParserException as broken:
        yield _broken(feature, broken)
        return
    lines = dict(_lines(document))
    if sum(len(pickle["steps"]) for pickle in pickles) > MOST_STEPS:
        yield _problem(feature, "G002", 1, said=f"> {MOST_STEPS}")
        return
    if not pickles:
        yield _problem(feature, "G005", 1)
    for pickle in pickles:
        steps = [(lines[step["astNodeIds"][0]], str(step["text"])) for step in pickle["steps"]]
        yield from _played(feature, case, steps, lang)


def _with_uri(document: Any, feature: Path) -> Any:
    return {**document, "uri": feature.name}


def _broken(feature: Path, error: Any) -> Problem:
    line = max(1, int((error.location or {}).get("line", 1)))
    said = str(error)
    return _problem(feature, "G002", line, said=said.rpartition("got ")[2] or said)


def _lines(node: Any) -> Iterator[tuple[str, int]]:
    """The line of every step by its id."""
    if isinstance(node, dict):
        if "id" in node and "location" in node:
            yield node["id"], node["location"]["line"]
        for child in node.values():
            yield from _lines(child)
    elif isinstance(node, list):
        for child in node:
            yield from _lines(child)


def _played(
    feature: Path, case: Case, steps: Sequence[tuple[int, str]], lang: Lang
) -> Iterator[Problem]:
    """The first step of a scenario that does not hold; those after it would follow from it."""
    story = Story(case)
    for line, text in steps:
        known = next(((step, m) for step in STEPS if (m := step.match(text)) is not None), None)
        if known is None:
            yield _problem(feature, "G003", line, step=text, near=near_step(text))
            return
        step, found = known
        try:
            step.take(story, found)
        except NotSo as not_so:
            said = words(lang, not_so.key, **not_so.values)
            yield _problem(feature, "G004", line, said=said)
            return
        except DangolError as error:
            yield _problem(feature, "G004", line, said=words(lang, error.key, **error.values))
            return


def _problem(feature: Path, code: str, line: int, **values: object) -> Problem:
    return Problem(code, Place(line, 1), values, str(feature))
