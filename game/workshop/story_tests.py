"""Story tests: what a trainer expects of a case, in a `.feature` file beside it.

`<case>.feature` is Gherkin with Korean or English keywords. Every scenario plays the case anew; the
steps stand in one table, `story_steps.STEPS`, in both languages. A step that fails is a problem at
its line, like any other.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
_KOREAN: Final = re.compile(r"^\s*기능\s*:", re.MULTILINE)
_LANGUAGE: Final = re.compile(r"^\s*#\s*language\s*:", re.MULTILINE)


def case_beside(feature: Path) -> Path | None:
    """The case file that story tests are of."""
    beside = (feature.with_suffix(suffix) for suffix in (".yaml", ".yml"))
    return next((one for one in beside if one.is_file()), None)


@dataclass(frozen=True, slots=True)
class Stories:
    """What came of the story tests in a file: their problems, and how many scenarios were played.

    Of a scenario that does not hold the first step that fails is a problem, and no other.
    """

    problems: tuple[Problem, ...]
    scenarios: int = 0


def check_stories(feature: Path, lang: Lang) -> list[Problem]:
    """The problems of the story tests in a file; none where every step holds."""
    return list(play_stories(feature, lang).problems)


def play_stories(feature: Path, lang: Lang) -> Stories:
    """Plays the story tests in a file.

    A case that cannot be played has problems of its own: its stories then say so once.
    """
    source = case_beside(feature)
    case = read_file(source).case if source is not None else None
    if case is None:
        return _stopped(feature, "G001", 1, name=feature.stem)
    try:
        with feature.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        return _stopped(feature, "F001", 1, said=error.strerror or str(error))
    if len(data) > MOST_BYTES:
        return _stopped(feature, "G002", 1, said=f"> {MOST_BYTES // 1000} kB")
    try:
        text = text_of(data)
    except Unreadable as unreadable:
        return Stories((replace(unreadable.problem, file=str(feature)),))
    return _of_text(feature, text, case, lang)


def _of_text(feature: Path, text: str, case: Case, lang: Lang) -> Stories:
    from gherkin.errors import CompositeParserException, ParserException
    from gherkin.parser import Parser
    from gherkin.pickles.compiler import Compiler

    if _KOREAN.search(text) and not _LANGUAGE.search(text):
        return _stopped(feature, "G006", 1)  # every line of it would be one that cannot be read
    try:
        document: Any = Parser().parse(text)
        pickles: Any = Compiler().compile(_with_uri(document, feature))
    except CompositeParserException as broken:
        return Stories(tuple(_broken(feature, error) for error in broken.errors))
    except ParserException as broken:
        return Stories((_broken(feature, broken),))
    lines = dict(_lines(document))
    if sum(len(pickle["steps"]) for pickle in pickles) > MOST_STEPS:
        return _stopped(feature, "G002", 1, said=f"> {MOST_STEPS}")
    if not pickles:
        return _stopped(feature, "G005", 1)
    found: list[Problem] = []
    for pickle in pickles:
        steps = [(lines[step["astNodeIds"][0]], str(step["text"])) for step in pickle["steps"]]
        found += _played(feature, case, steps, lang)
    return Stories(tuple(found), len(pickles))


def _stopped(feature: Path, code: str, line: int, **values: object) -> Stories:
    return Stories((_problem(feature, code, line, **values),))


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
