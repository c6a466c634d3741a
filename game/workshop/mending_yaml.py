"""Mends of what keeps a file from being read: odd letters, tabs, quotes, a dash that is missing."""

import re
from collections.abc import Iterator
from typing import Final

from game.case.problems import Place, Problem
from game.case.slips import BLANKS
from game.case.tree import Fields, Items, Scalar, Tree, Unreadable, grow
from game.workshop.mending_text import Edit, Written

_ROUNDS: Final = 1000
_WIDE_BLANK: Final = re.compile(f"[{BLANKS}]")
_RUN: Final = re.compile(f"[ {BLANKS}]+")
_CURLY: Final = re.compile(r"^(\s*(?:-\s+)*(?:[^\s:]+:\s+)?)[“”‘’＂](.*)[“”‘’＂](\s*(?:\s#.*)?)$")
_TEXT: Final = re.compile(r"^(\s*(?:-\s+)*[^\s:'\"{\[#][^:'\"]*:\s+)(\S.*?)(\s+#\s.*)?$")


def spacing(written: Written, top: Fields | None) -> Iterator[Edit]:
    """Blanks at the ends of lines, where no text holds them, and the end of the last line."""
    if top is None:
        return
    for number in range(1, written.lines + 1):
        line = written.line(number)
        start, bare = written.line_start(number), len(line.rstrip(" \t"))
        edit = Edit(start + bare, start + len(line), "")
        if bare < len(line) and _keeps_all(written, top, edit):
            yield edit
    if written.text and not written.text.endswith(("\n", "\r")):
        yield Edit(len(written.text), len(written.text), "\n")


def _keeps_all(written: Written, top: Fields, edit: Edit) -> bool:
    try:
        after, _ = grow(Written(written.edited([edit])).plain)
    except Unreadable:
        return False
    return values_of(after) == values_of(top)


def values_of(tree: Tree) -> object:
    """The values of a tree without their places, to compare."""
    if isinstance(tree, Scalar):
        return tree.text
    if isinstance(tree, Items):
        return [values_of(one) for one in tree.items]
    return {key: values_of(one) for key, one in tree.values.items()}


def invisible(written: Written, problem: Problem) -> Iterator[Edit]:
    """A letter that no editor shows."""
    start = written.at(problem.place)
    yield Edit(start, start + 1, "")


def tab(written: Written, problem: Problem) -> Iterator[Edit]:
    """Tabs in indents, in the whole file: they come in company.

    A line is set as far in as the next one that has no tab; two spaces for each where none is.
    """
    below: str | None = None
    for number in range(written.lines, 0, -1):
        line = written.line(number)
        indent = line[: len(line) - len(line.lstrip())]
        if "\t" in indent:
            start = written.line_start(number)
            spaces = indent.replace("\t", "  ") if below is None else below
            yield Edit(start, start + len(indent), spaces)
        elif line.strip():
            below = indent


def wide(written: Written, problem: Problem) -> Iterator[Edit]:
    """Letters that look like a blank or a colon, in the whole file: they come in company too."""
    lines = written.plain.split("\n")
    changed: set[int] = set()
    for _ in range(_ROUNDS):
        places = _wide_places("\n".join(lines))
        if not places:
            break
        for place in sorted(places, reverse=True):
            changed.add(place.line)
            lines[place.line - 1] = _plain(lines[place.line - 1], place.column - 1)
    for number in sorted(changed):
        start = written.line_start(number)
        yield Edit(start, start + len(written.line(number)), lines[number - 1])


def _wide_places(text: str) -> list[Place]:
    try:
        grow(text)
    except Unreadable as unreadable:
        problem = unreadable.problem
        if problem.code == "Y023":
            found = problem.values.get("all")
            return [one.place for one in found] if isinstance(found, list) else [problem.place]
    return []


def _plain(line: str, at: int) -> str:
    """A line with what was meant in place of a wide letter and the blanks about it."""
    if line[at] == "：":
        rest = line[at + 1 :]
        run = _RUN.match(rest)
        rest = rest[run.end() :] if run else rest
        return f"{line[:at]}: {rest}" if rest else f"{line[:at]}:"
    run = next((one for one in _RUN.finditer(line) if one.start() <= at < one.end()), None)
    if run is None:
        return line
    before, after = line[: run.start()], line[run.end() :]
    if not before:
        return _WIDE_BLANK.sub(" ", run[0].replace("\u3000", "  ")) + after
    return before + (" " if before.endswith((":", "-")) and after else "") + after


def dash(written: Written, problem: Problem) -> Iterator[Edit]:
    """The `- ` of an item: in the indent that is there for it, else before the field."""
    start, column = written.at(problem.place), problem.place.column
    tries = [Edit(start, start, "- ")]
    if column > 2 and written.text[start - 2 : start] == "  ":
        tries.insert(0, Edit(start - 2, start, "- "))
    yield from next(([one] for one in tries if _reads_on(written, one, problem)), [])


def _reads_on(written: Written, edit: Edit, problem: Problem) -> bool:
    """Whether an edit lets reading come past the line of a problem."""
    line = problem.place.line
    try:
        _, problems = grow(Written(written.edited([edit])).plain)
    except Unreadable as unreadable:
        return unreadable.problem.place.line > line + 1
    return not any(one.place.line == line for one in problems)


def quote(written: Written, problem: Problem) -> Iterator[Edit]:
    """Double quotes round the text of the line, where the line then reads."""
    match = _TEXT.match(written.line(problem.place.line))
    if match is None or match[2][0] in "|>" or match[2].endswith(("]", "}", ",")):
        return
    yield from _quoted(written, problem, match.start(2), match.end(2), match[2])


def curly(written: Written, problem: Problem) -> Iterator[Edit]:
    """Straight quotes in place of curly ones at both ends of the text of the line."""
    match = _CURLY.match(written.line(problem.place.line))
    if match is not None:
        yield from _quoted(written, problem, match.end(1), match.start(3), match[2])


def _quoted(written: Written, problem: Problem, start: int, end: int, text: str) -> Iterator[Edit]:
    """A text of the line of a problem in double quotes, where the line then reads."""
    line = written.line_start(problem.place.line)
    inner = text.replace("\\", "\\\\").replace('"', '\\"')
    edit = Edit(line + start, line + end, f'"{inner}"')
    try:
        grow(Written(written.edited([edit])).plain)
    except Unreadable as unreadable:
        if unreadable.problem.place.line <= problem.place.line:
            return
    yield edit
