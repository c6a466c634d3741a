"""What a problem says to a trainer, in Korean or English, and the smallest example of each code.

The sentences stand in `assets/words/problems.yaml`; which problem there is, the reader and the
checks decide.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import yaml

from game import content
from game.case.problems import Place, Problem
from game.filling import fill
from game.words import Lang

_MOST: Final = 120  # letters of an author's own words that a sentence repeats
_OF_THE_LANGUAGE: Final = frozenset(
    {"what", "wanted", "given", "record", "kind", "need", "language"}
)


@dataclass(frozen=True, slots=True)
class Example:
    """The smallest change that brings a problem about: `old` becomes `new`, once, in a good file.

    The file is the good one of its `kind`: smallest (the case), table, shared, or caller (a case
    that calls the shared scene). Where `old` is "", the file is `whole`, `times` over; where that
    is None too, a folder stands in its place. `at` is the place of the problem.
    """

    at: Place
    old: str = ""
    new: str = ""
    kind: str = "smallest"
    whole: bytes | None = None
    times: int = 1

    def spoiled(self) -> bytes | None:
        """The bytes of the bad file; None for a folder."""
        if self.old:
            return good_file(self.kind).replace(self.old, self.new, 1).encode()
        return None if self.whole is None else self.whole * self.times


@cache
def _catalogue() -> Mapping[str, Any]:
    path = content.assets() / "words" / "problems.yaml"
    table: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return table


def tell(problem: Problem, lang: Lang) -> str:
    """What is wrong and the mend, in one sentence or two; the code alone where none is written."""
    texts = _catalogue()["codes"].get(problem.code)
    if texts is None:
        return problem.code
    values = {name: _shown(name, value, lang) for name, value in problem.values.items()}
    told = fill(texts[lang], values)
    if problem.values.get("near"):
        told += " " + fill(_catalogue()["near"][lang], values)
    return told[:1].upper() + told[1:]


def sentence_of(code: str, lang: Lang) -> str:
    """The sentence of a code as it stands in the catalogue, with its places."""
    return str(_catalogue()["codes"][code][lang])


def _shown(name: str, value: object, lang: Lang) -> str:
    """A value on one line: the language's own words translated, an author's cut where too long."""
    if name in _OF_THE_LANGUAGE:
        kind = _catalogue()["kinds"].get(value)
        return str(kind[lang] if kind else value)
    text = " ".join(str(value).split())
    text = "".join(letter if letter.isprintable() else "\ufffd" for letter in text)
    return text if len(text) <= _MOST else text[: _MOST - 1] + "…"


def line_of(problem: Problem, lang: Lang) -> str:
    """The problem as compilers tell theirs: `file:line:column CODE message`."""
    place = problem.place
    return f"{problem.file}:{place.line}:{place.column} {problem.code} {tell(problem, lang)}"


def as_json(problem: Problem, lang: Lang) -> dict[str, object]:
    """The problem for other programs."""
    return {
        "file": problem.file,
        "line": problem.place.line,
        "column": problem.place.column,
        "code": problem.code,
        "message": tell(problem, lang),
    }


def good_case() -> str:
    """The smallest case without any problem."""
    return good_file("smallest")


def good_table() -> str:
    """The English translation table of the smallest good case."""
    return good_file("table")


def good_file(kind: str) -> str:
    """A file without any problem: smallest (the case), table, shared, caller."""
    return str(_catalogue()[kind])


@cache
def examples() -> Mapping[str, Example]:
    """The smallest bad example of every code, in the order of the catalogue."""
    return {code: _example(**one["example"]) for code, one in _catalogue()["codes"].items()}


def _example(at: str = "1:1", old: str = "", new: str = "", **form: str) -> Example:
    line, column = map(int, at.split(":"))
    whole = form["text"].encode() if "text" in form else None
    if "bytes" in form:
        whole = bytes.fromhex(form["bytes"])
    times = int(form.get("times", 1))
    return Example(Place(line, column), old, new, form.get("in", "smallest"), whole, times)
