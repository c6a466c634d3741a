"""Mechanical mends of a file, found from its problems: near names, spacing, moved translations.

A mend is made only where there is one way to make it; everything else stays the author's. Every
letter that is not mended stays as it is, comments and order too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from game.case.language import PAGES, SHARED, case_record
from game.case.library import check_file
from game.case.names import Names, names_of
from game.case.problems import Problem
from game.case.records import Record
from game.case.schema import records_of
from game.case.translation import TABLE
from game.case.tree import Fields, Items, Tree, Unreadable, grow
from game.workshop.mending_tables import TableMends, one_near, renamed_in
from game.workshop.mending_text import Edit, Written, read_written
from game.workshop.mending_yaml import curly, dash, invisible, quote, spacing, tab, wide
from scoring.acts import ACTS

_OF_YAML: Final = {
    "Y002": invisible, "Y017": tab, "Y018": quote, "Y019": quote, "Y020": quote,
    "Y023": wide, "Y024": dash, "Y025": curly,
}  # fmt: skip
_SECONDS: Final = re.compile(r"(\d{1,4})\s*(초|분|sec(?:onds?)?|min(?:utes?)?|s|m)\.?")


@dataclass(frozen=True, slots=True)
class Mended:
    """A file before and after; `mends` are the problems that went away by it."""

    path: Path
    before: bytes
    after: bytes
    mends: tuple[Problem, ...]


def mended(path: Path, accept_translations: bool = False) -> Mended:
    """The mends of one file; raises DangolError where it cannot be read.

    `accept_translations` lets stale translations count as looked at: their `from` is made anew.
    """
    before, written = read_written(path)
    problems = [one for one in check_file(path) if one.file == str(path)]
    mending = _Mending(path, written, accept_translations)
    edits, mends = list(spacing(written, mending.top)), []
    for problem in problems:
        found = list(mending.edits(problem))
        edits += found
        mends += [problem] if found else []
    return Mended(path, before, written.edited(edits), tuple(mends))


class _Mending:
    """The edits that mend one problem, with what they need to know of the file."""

    def __init__(self, path: Path, written: Written, accept_translations: bool) -> None:
        self.written = written
        self.top: Fields | None = None
        with suppress(Unreadable):
            self.top, _ = grow(written.plain)
        self.names = names_of(self.top) if self.top is not None else Names()
        self.renamed = dict(renamed_in(self.top)) if self.top is not None else {}
        tables = TableMends(path, written, self.top, accept_translations)
        self.by_code: Mapping[str, Callable[[Problem], Iterator[Edit]]] = {
            **{code: partial(mend, written) for code, mend in _OF_YAML.items()},
            "C002": self.equal,
            "C003": self.name_in_condition,
            "C009": self.word_of,
            "D004": self.field,
            "D006": self.word_of,
            "D011": self.seconds,
            "D014": self.name,
            "D016": self.effect,
            "D017": self.act,
            "T002": tables.source,
            "T003": tables.text_id,
            "T008": tables.source,
            "T009": tables.moved,
        }

    def edits(self, problem: Problem) -> Iterator[Edit]:
        mend = self.by_code.get(problem.code)
        if mend is not None and 1 <= problem.place.line <= self.written.lines:
            yield from mend(problem)

    # ------------------------------------------------------------ names

    def name(self, problem: Problem) -> Iterator[Edit]:
        word, what = str(problem.values["name"]), str(problem.values["what"])
        known = self._known(what)
        new = self.renamed.get(word) if what == "node" else None
        yield from self._word(problem, word, new or one_near(word, known))

    def _known(self, what: str) -> list[str]:
        names = self.names
        known: Mapping[str, Mapping[str, object]] = {
            "node": names.nodes, "feeling": names.feels, "deed": names.deeds,
            "harm": names.harms, "problem fact": names.problem, "hidden": names.hidden,
            "customer": names.customers, "fact": {**names.facts, "mood": (), "patience": ()},
        }  # fmt: skip
        return list(known.get(what, ()))

    def name_in_condition(self, problem: Problem) -> Iterator[Edit]:
        names, word = self.names, str(problem.values["name"])
        new = None
        if "." in word:
            node, _, reply = word.partition(".")
            new = f"{self.renamed.get(node, node)}.{reply}"
            new = self.renamed.get(new, new)
            pairs = [f"{n}.{r}" for n, replies in names.replies.items() for r in replies]
            new = new if new in pairs else one_near(word, pairs)
        else:
            words = (one for held in names.facts.values() for one in held)
            known = {
                *("mood", "patience", "clock", "time"), *names.facts, *names.problem, *words,
                *names.nodes, *names.hidden, *names.feels, *names.harms, *names.remembers,
            }  # fmt: skip
            new = self.renamed.get(word) or one_near(word, sorted(known))
        yield from self._word(problem, word, new)

    def word_of(self, problem: Problem) -> Iterator[Edit]:
        known = str(problem.values["words"]).split(", ")
        match = re.match(r"[\w/-]+", self._rest(problem))
        word = str(problem.values.get("found") or (match.group() if match else ""))
        yield from self._word(problem, word, one_near(word, known))

    def effect(self, problem: Problem) -> Iterator[Edit]:
        match = re.match(r"[^,\]}\n]*=\s*(\S+?)(?=\s*[,\]}\"'\n]|\s*$)", self._rest(problem))
        if match:
            new = one_near(match[1], str(problem.values["words"]).split(", "))
            start = self.written.at(problem.place) + match.start(1)
            if new:
                yield Edit(start, start + len(match[1]), new)

    def act(self, problem: Problem) -> Iterator[Edit]:
        word = str(problem.values["name"])
        yield from self._word(problem, word, one_near(word, list(ACTS)))

    def field(self, problem: Problem) -> Iterator[Edit]:
        record = _records().get(str(problem.values["record"]))
        word = str(problem.values["field"])
        if record is not None:
            there = self._keys_beside(problem)
            new = one_near(word, [one.key for one in record.fields])
            yield from self._word(problem, word, None if new in there else new)

    def _keys_beside(self, problem: Problem) -> set[str]:
        """The keys of the mapping in which a key stands."""
        found: set[str] = set()
        for fields in mappings_in(self.top) if self.top is not None else ():
            if problem.place in fields.keys.values():
                found |= fields.keys.keys()
        return found

    def _rest(self, problem: Problem) -> str:
        line = self.written.line(problem.place.line)
        return line[problem.place.column - 1 :]

    def _word(self, problem: Problem, word: str, new: str | None) -> Iterator[Edit]:
        """`word` becomes `new` where it stands first in its line from the place on."""
        match = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", self._rest(problem))
        if new and new != word and match:
            start = self.written.at(problem.place) + match.start()
            yield Edit(start, start + len(word), new)

    # ------------------------------------------------------------ small slips

    def equal(self, problem: Problem) -> Iterator[Edit]:
        start = self.written.at(problem.place)
        if self.written.text[start : start + 2] == "==":
            yield Edit(start, start + 2, "=")

    def seconds(self, problem: Problem) -> Iterator[Edit]:
        found = str(problem.values["found"])
        match = _SECONDS.fullmatch(found)
        if match and int(match[1]):
            yield from self._word(problem, found, match[1] + ("m" if match[2][0] in "분m" else "s"))


def mappings_in(top: Fields) -> Iterator[Fields]:
    """Every mapping of a tree."""
    left: list[Tree] = [top]
    while left:
        one = left.pop()
        if isinstance(one, Fields):
            yield one
            left += one.values.values()
        elif isinstance(one, Items):
            left += one.items


def _records() -> Mapping[str, Record]:
    files = (case_record(dict), SHARED, TABLE, *PAGES.values())
    return {record.title: record for file in files for record in records_of(file)}
