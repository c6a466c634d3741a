"""Mechanical mends of a file, found from its problems: near names, spacing, moved translations.

A mend is made only where there is one way to make it; everything else stays the author's. Every
letter that is not mended stays as it is, comments and order too.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from game.case.language import PAGES, SHARED, case_record
from game.case.library import check_file, read_file
from game.case.names import Names, names_of
from game.case.problems import Place, Problem
from game.case.records import Record
from game.case.schema import records_of
from game.case.translation import TABLE
from game.case.tree import Fields, Items, Scalar, Tree, Unreadable, grow
from game.errors import DangolError
from game.workshop.mending_text import Edit, Written, read_written
from scoring.acts import ACTS

_NEAR: Final = 0.75  # how like a name must be; less leaves it to the author
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
    kept: list[tuple[Problem | None, tuple[Edit, ...]]] = list(mending.spacing())
    for problem in problems:
        edits = tuple(mending.edits(problem))
        if edits:
            kept.append((problem, edits))
    after = written.edited(edit for _, edits in kept for edit in edits)
    mends = tuple(problem for problem, _ in kept if problem is not None)
    return Mended(path, before, after, mends)


class _Mending:
    """The edits that mend one problem, with what they need to know of the file."""

    def __init__(self, path: Path, written: Written, accept_translations: bool) -> None:
        self.path, self.written, self.accept = path, written, accept_translations
        self.top: Fields | None = None
        with suppress(Unreadable):
            self.top, _ = grow(written.plain)
        self.names = names_of(self.top) if self.top is not None else Names()
        self.renamed = dict(_renamed(self.top)) if self.top is not None else {}
        self.by_code: Mapping[str, Callable[[Problem], Iterator[Edit]]] = {
            "Y002": self.invisible,
            "Y017": self.tab,
            "Y018": self.quote,
            "Y019": self.quote,
            "Y020": self.quote,
            "C002": self.equal,
            "C003": self.name_in_condition,
            "C009": self.word_of,
            "D004": self.field,
            "D006": self.word_of,
            "D011": self.seconds,
            "D014": self.name,
            "D016": self.effect,
            "D017": self.act,
            "T002": self.source,
            "T003": self.text_id,
            "T008": self.source,
            "T009": self.moved,
        }

    def edits(self, problem: Problem) -> Iterator[Edit]:
        mend = self.by_code.get(problem.code)
        if mend is not None and 1 <= problem.place.line <= self.written.lines:
            yield from mend(problem)

    # ------------------------------------------------------------ spacing

    def spacing(self) -> Iterator[tuple[None, tuple[Edit, ...]]]:
        """Blanks at the ends of lines, where no text holds them, and the end of the last line."""
        if self.top is None:
            return
        edits = []
        for number in range(1, self.written.lines + 1):
            line = self.written.line(number)
            if line != line.rstrip(" \t"):
                start = self.written.line_start(number)
                edits.append(Edit(start + len(line.rstrip(" \t")), start + len(line), ""))
        edits = [one for one in edits if self._keeps_all([one])]
        text = self.written.text
        if text and not text.endswith(("\n", "\r")):
            edits.append(Edit(len(text), len(text), "\n"))
        for one in edits:
            yield None, (one,)

    def _keeps_all(self, edits: list[Edit]) -> bool:
        try:
            top, _ = grow(Written(self.written.edited(edits)).plain)
        except Unreadable:
            return False
        assert self.top is not None
        return values_of(top) == values_of(self.top)

    # ------------------------------------------------------------ YAML

    def invisible(self, problem: Problem) -> Iterator[Edit]:
        start = self.written.at(problem.place)
        yield Edit(start, start + 1, "")

    def tab(self, problem: Problem) -> Iterator[Edit]:
        """Tabs in indents, in the whole file: they come in company.

        A line is set as far in as the next one that has no tab; two spaces for each where none is.
        """
        below: str | None = None
        for number in range(self.written.lines, 0, -1):
            line = self.written.line(number)
            indent = line[: len(line) - len(line.lstrip())]
            if "\t" in indent:
                start = self.written.line_start(number)
                spaces = indent.replace("\t", "  ") if below is None else below
                yield Edit(start, start + len(indent), spaces)
            elif line.strip():
                below = indent

    def quote(self, problem: Problem) -> Iterator[Edit]:
        """Double quotes round the text of the line, where the line then reads."""
        line = self.written.line(problem.place.line)
        match = re.match(r"^(\s*(?:-\s+)*[^\s:'\"{\[#][^:'\"]*:\s+)(\S.*?)(\s+#\s.*)?$", line)
        if match is None or match[2][0] in "|>" or match[2].endswith(("]", "}", ",")):
            return
        start = self.written.line_start(problem.place.line) + match.start(2)
        inner = match[2].replace("\\", "\\\\").replace('"', '\\"')
        edit = Edit(start, start + len(match[2]), f'"{inner}"')
        try:
            grow(Written(self.written.edited([edit])).plain)
        except Unreadable as unreadable:
            if unreadable.problem.place.line <= problem.place.line:
                return
        yield edit

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

    # ------------------------------------------------------------ translations

    def source(self, problem: Problem) -> Iterator[Edit]:
        """A new `from`, where the author says that the translations have been looked at."""
        entry = self._entry(str(problem.values["id"]))
        if not self.accept or entry is None:
            return
        mark = f'"{problem.values["hash"]}"'
        old = entry.values.get("from") if isinstance(entry, Fields) else None
        if isinstance(old, Scalar):
            yield Edit(*self.written.span(old), mark)
            return
        text = entry.values.get("text") if isinstance(entry, Fields) else entry
        if isinstance(entry, Fields) and isinstance(text, Scalar):
            column = entry.keys["text"].column
            end = self.written.span(text)[1]
            between = f", from: {mark}" if entry.flow else f"\n{' ' * (column - 1)}from: {mark}"
            yield Edit(end, end, between)

    def text_id(self, problem: Problem) -> Iterator[Edit]:
        """An entry whose id was renamed in the case, or has one near name that is still free."""
        word = str(problem.values["id"])
        case = read_file(self._source()).case
        if case is None:
            return
        own = [*case.texts[case.language], *case.hearings[case.language]]
        there = set(self._texts().keys)
        free = [one for one in own if one not in there]
        moved = [new for new in _moved_ids(word, dict(_renamed_in(self._source()))) if new in free]
        yield from self._key(problem, word, moved[0] if moved else one_near(word, free))

    def moved(self, problem: Problem) -> Iterator[Edit]:
        word, now = str(problem.values["id"]), str(problem.values["now"])
        leaving = {
            str(one.values["id"]) for one in check_file(self.path) if one.code == "T009"
        }  # fmt: skip
        if now not in self._texts().keys or now in leaving:
            yield from self._key(problem, word, now)

    def _key(self, problem: Problem, word: str, new: str | None) -> Iterator[Edit]:
        if not new:
            return
        start = self.written.at(problem.place)
        quote = self.written.text[start] if self.written.text[start] in "\"'" else ""
        if self.written.text.startswith(f"{quote}{word}{quote}", start):
            yield Edit(start + len(quote), start + len(quote) + len(word), new)

    def _texts(self) -> Fields:
        texts = self.top.values.get("texts") if self.top is not None else None
        return texts if isinstance(texts, Fields) else Fields(Place(1, 1), False)

    def _entry(self, key: str) -> Tree | None:
        return self._texts().values.get(key)

    def _source(self) -> Path:
        return self.path.with_name(self.path.name.rsplit(".", 2)[0] + self.path.suffix)


def one_near(word: str, known: list[str]) -> str | None:
    """The one known word that is near enough, None where there is none or more than one."""
    found = get_close_matches(word, known, n=2, cutoff=_NEAR)
    return found[0] if len(found) == 1 else None


def values_of(tree: Tree) -> object:
    """The values of a tree without their places, to compare."""
    if isinstance(tree, Scalar):
        return tree.text
    if isinstance(tree, Items):
        return [values_of(one) for one in tree.items]
    return {key: values_of(one) for key, one in tree.values.items()}


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


def _renamed(top: Fields) -> Iterator[tuple[str, str]]:
    """What `was:` says: the former id and today's, of nodes and (as `node.reply`) of replies."""
    nodes = top.values.get("nodes")
    for name, node in nodes.values.items() if isinstance(nodes, Fields) else ():
        if not isinstance(node, Fields):
            continue
        was = node.values.get("was")
        if isinstance(was, Scalar):
            yield was.text, name
        replies = node.values.get("replies")
        for reply in replies.items if isinstance(replies, Items) else ():
            if isinstance(reply, Fields):
                was, now = reply.values.get("was"), reply.values.get("id")
                if isinstance(was, Scalar) and isinstance(now, Scalar):
                    yield f"{name}.{was.text}", f"{name}.{now.text}"


def _renamed_in(path: Path) -> Iterator[tuple[str, str]]:
    try:
        top, _ = grow(read_written(path)[1].plain)
    except (Unreadable, DangolError):
        return
    yield from _renamed(top)


def _moved_ids(text: str, renamed: Mapping[str, str]) -> Iterator[str]:
    """The ids that a text may have now that its node or its reply was renamed."""
    for was, now in renamed.items():
        if text == was or text.startswith(f"{was}."):
            yield now + text[len(was) :]


def _records() -> Mapping[str, Record]:
    files = (case_record(dict), SHARED, TABLE, *PAGES.values())
    return {record.title: record for file in files for record in records_of(file)}
