"""What a problem says to a trainer, in Korean or English, and the smallest example of each code.

The sentences stand in `assets/words/problems.yaml`; which problem there is, the reader and the
checks decide.
"""

import re
from collections.abc import Iterator, Mapping
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
    {"what", "wanted", "given", "record", "kind", "need", "language", "said"}
)
_CURLY: Final = ("“", "”", "‘", "’", "＂")


@dataclass(frozen=True, slots=True)
class Example:
    """The smallest change that brings a problem about: `old` becomes `new`, once, in a good file.

    The file is the good one of its `kind`: smallest (the case), hint (the same, of which a hint is
    told), table, shared, or caller (a case that calls the shared scene). Where `old` is "", the
    file is `whole`, `times` over; where that is None too, a folder stands in its place. `at` is
    the place of the problem.
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
    if problem.values.get("whose"):
        bare = re.sub(r"^an? ", "", values["record"])
        values["record"] = fill(_catalogue()["whose"][lang], {**values, "record": bare})
    told = [fill(texts[lang], values), *_more(problem, lang, values)]
    told[0] = told[0][:1].upper() + told[0][1:]
    return " ".join(told)


def _more(problem: Problem, lang: Lang, values: Mapping[str, str]) -> Iterator[str]:
    """What helps beside the sentence: a near name, how it is written, quotes that are none."""
    if problem.values.get("near"):
        yield fill(_catalogue()["near"][lang], values)
    like = _catalogue()["kinds"].get(problem.values.get("wanted"), {}).get("like")
    if like:
        yield fill(_catalogue()["like"][lang], {"like": like})
    names = ("found", "name", "id", "field", "document")
    words = [str(problem.values.get(name)) for name in names]
    if any(word.startswith(_CURLY) or word.endswith(_CURLY) for word in words):
        yield _catalogue()["curly"][lang]


def sentence_of(code: str, lang: Lang) -> str:
    """The sentence of a code as it stands in the catalogue, with its places."""
    return str(_catalogue()["codes"][code][lang])


def _shown(name: str, value: object, lang: Lang) -> str:
    """A value on one line: the language's own words translated, an author's cut where too long."""
    kinds = _catalogue()["kinds"]
    if name == "parser":
        return str(kinds.get(value, kinds["syntax"])[lang])
    if name in _OF_THE_LANGUAGE and str(value) in kinds:
        return str(kinds[value][lang])
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
    """A file without any problem: smallest or hint (the case), table, shared, caller."""
    same = {"hint": "smallest", "deep-hint": "deep"}
    return str(_catalogue()[same.get(kind, kind)])


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
