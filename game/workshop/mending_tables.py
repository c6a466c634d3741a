"""Mends of a translation table: sources looked at anew, texts that moved, texts that are gone."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Final

from game.case.checks.holes import HOLE
from game.case.library import check_file, read_file
from game.case.model import Case
from game.case.problems import Place, Problem
from game.case.translation import fingerprint
from game.case.tree import Fields, Items, Scalar, Tree, Unreadable, grow
from game.errors import DangolError
from game.workshop.mending_text import Edit, Written, read_written
from game.workshop.translating import end_of_entry

_NEAR: Final = 0.75  # how like a name must be; less leaves it to the author


class TableMends:
    """The edits that mend the problems of one table.

    `accept` says that the author has looked at the translations whose source has changed.
    """

    def __init__(self, path: Path, written: Written, top: Fields | None, accept: bool) -> None:
        self.path, self.written, self.accept = path, written, accept
        found = top.values.get("texts") if top is not None else None
        self.texts = found if isinstance(found, Fields) else Fields(Place(1, 1), False)
        self.taken = set(self.texts.keys)

    def source(self, problem: Problem) -> Iterator[Edit]:
        """A new `from`, where the author says that the translations have been looked at."""
        entry = self.texts.values.get(str(problem.values["id"]))
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
        """An entry of no text: its new id, where it has one; else it goes, its text being gone."""
        word, case_file = str(problem.values["id"]), self.path.with_name(
            self.path.name.rsplit(".", 2)[0] + self.path.suffix
        )  # fmt: skip
        case = read_file(case_file).case
        if case is None:
            return
        own = [*case.texts[case.language], *case.hearings[case.language]]
        new = self._new_id(word, [one for one in own if one not in self.taken], case, case_file)
        if new:
            self.taken.add(new)
            yield from self._key(problem, word, new)
        elif self._is_strange_among_others(own):
            yield from self._entry_out(word)

    def _new_id(self, word: str, free: list[str], case: Case, case_file: Path) -> str | None:
        """What an id is now: renamed in the case, or that of its source, or else one nearly so."""
        renamed = (new for new in _moved_ids(word, dict(_renamed_in(case_file))) if new in free)
        new = next(renamed, None)
        if new is not None:
            return new
        source = self._source_of(word)
        if source is None:
            return one_near(word, free)
        texts = case.texts[case.language]
        of_it = [one for one in free if source in (texts.get(one), fingerprint(texts.get(one, "")))]
        return of_it[0] if len(of_it) == 1 else one_near(word, of_it)

    def _source_of(self, word: str) -> str | None:
        entry = self.texts.values.get(word)
        source = entry.values.get("from") if isinstance(entry, Fields) else None
        return source.text if isinstance(source, Scalar) else None

    def _is_strange_among_others(self, own: list[str]) -> bool:
        """Whether the table has texts of this case at all: one of another case is left alone."""
        return not self.texts.flow and any(key in own for key in self.texts.keys)

    def _entry_out(self, word: str) -> Iterator[Edit]:
        first = self.texts.keys[word].line
        is_hole = self._is_hole(self.texts.values[word])
        while is_hole and self._is_note(first - 1):
            first -= 1  # the source that `dangol translate` wrote above it
        end = end_of_entry(self.texts, word, self.written)
        yield Edit(self.written.line_start(first), end, "")

    def _is_hole(self, entry: Tree) -> bool:
        text = entry.values.get("text") if isinstance(entry, Fields) else entry
        held = text.items if isinstance(text, Items) else [text]
        return all(isinstance(one, Scalar) and one.text == HOLE for one in held)

    def _is_note(self, line: int) -> bool:
        return line > 0 and self.written.line(line).lstrip().startswith("#")

    def moved(self, problem: Problem) -> Iterator[Edit]:
        """An entry whose source stands at another place now, that is free or becomes so."""
        word, now = str(problem.values["id"]), str(problem.values["now"])
        leaving = {
            str(one.values["id"]) for one in check_file(self.path) if one.code == "T009"
        }  # fmt: skip
        if now not in self.texts.keys or now in leaving:
            yield from self._key(problem, word, now)

    def _key(self, problem: Problem, word: str, new: str) -> Iterator[Edit]:
        start = self.written.at(problem.place)
        quote = self.written.text[start] if self.written.text[start] in "\"'" else ""
        if self.written.text.startswith(f"{quote}{word}{quote}", start):
            yield Edit(start + len(quote), start + len(quote) + len(word), new)


def one_near(word: str, known: list[str]) -> str | None:
    """The one known word that is near enough, None where there is none or more than one."""
    found = get_close_matches(word, known, n=2, cutoff=_NEAR)
    return found[0] if len(found) == 1 else None


def renamed_in(top: Fields) -> Iterator[tuple[str, str]]:
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
    yield from renamed_in(top)


def _moved_ids(text: str, renamed: Mapping[str, str]) -> Iterator[str]:
    """The ids that a text may have now that its node or its reply was renamed."""
    for was, now in renamed.items():
        if text == was or text.startswith(f"{was}."):
            yield now + text[len(was) :]
