"""What an author most likely did where YAML cannot be read, or is read as something else.

The lines about the place of failure are looked at for the slips that people make; the letters that
look like a blank or a colon and are none are found in what was read, too.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

import yaml

from game.case.problems import Place, Problem

BLANKS: Final = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
WIDE: Final = re.compile(f"[{BLANKS}：]")
_WIDE_LINE: Final = re.compile(
    rf" *(?:- +)*(?:([{BLANKS}])|-([{BLANKS}])|[^\s:：'\"#{{}}\[\],]+(?:(：)|:([{BLANKS}])))"
)
_WIDE_FIELD: Final = re.compile(rf"[a-z][a-z-]*(?:(：)|:([{BLANKS}]))")
_WIDE_KEY: Final = re.compile(
    rf"([{BLANKS}])|-([{BLANKS}])|[^\s：:]+(：)|[^\s:]+:([{BLANKS}])|[^{BLANKS}]*([{BLANKS}])$"
)
_WIDE_WORD: Final = re.compile(rf"([{BLANKS}])\s*[\w./-]+\s*|[\w./-]+ *([{BLANKS}])\s*")

_QUOTED_START = re.compile(r"""^(\s*(?:-\s+)*(?:[^\s:'"{\[][^:]*:\s+)?)(["'])""")
_CURLY_START = re.compile(r"""^(\s*(?:-\s+)*(?:[^\s:'"{\[][^:]*:\s+)?)([“”‘’＂])""")
_BARE_START = re.compile(r"^(\s*(?:-\s+)*(?:[^\s:'\"{\[][^:]*:\s+)?)([@`%&*!|>?\[{])")
_WELL_BEGUN = re.compile(r"(?:[|>][-+1-9]{0,2}|\[.*\]|\{.*\})\s*(?:\s#.*)?$")
_SECOND_COLON = re.compile(r"^\s*(?:-\s+)*[^\s:#'\"]+:\s+[^'\"|>{\[#](?:(?! #).)*?:(?=\s|$)")
_FIELD = re.compile(r"^ *[\w-]+ *:(?:\s|$)")
_NO_DASH: Final = "did not find expected '-' indicator"


class Text(NamedTuple):
    """The last text that could be read: its first and last line from 0, its place, its style."""

    first: int
    last: int
    place: Place
    style: str

    def is_open(self, line: int) -> bool:
        """Whether it is in quotes, over several lines, and ends at a line or beside it."""
        quoted = bool(self.style) and self.style in "\"'"
        return quoted and self.first < self.last and abs(self.last - line) <= 1


def slip_at(error: yaml.YAMLError, text: str, last: Text | None) -> Problem:
    """The problem that names what the author most likely did; `last` was read before it."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is None:
        return Problem("Y005", Place(1, 1), {"parser": str(error).splitlines()[0]})
    lines = text.split("\n")
    said = str(getattr(error, "problem", "") or "")
    if said == "found unexpected end of stream":
        mark = getattr(error, "context_mark", None) or mark  # the quote that nothing closes
    found = _wide_slip(lines, mark.line, last) or _missing_dash(lines, mark.line, said)
    for number in dict.fromkeys((mark.line, max(0, mark.line - 1))):
        found = found or _in_line(lines[number] if number < len(lines) else "", number + 1)
    if found:
        return found
    if last is not None and last.is_open(mark.line):
        return Problem("Y022", last.place, {"line": mark.line + 1})
    return Problem("Y005", Place(mark.line + 1, mark.column + 1), {"parser": said})


def _wide_slip(lines: Sequence[str], line: int, last: Text | None) -> Problem | None:
    """A letter that is no blank or colon, in the lines that ran together before reading failed."""
    first = max(0, line - 1)
    if last is not None and last.last >= first:
        first = last.first if not last.style else last.last + 1
    for number in range(first, min(line + 1, len(lines))):
        match = _WIDE_LINE.match(lines[number])
        if match:
            return wide(lines[number], _at(match), Place(number + 1, 1))
    return None


def _at(match: re.Match[str]) -> int:
    return next(match.start(group) for group in range(1, match.re.groups + 1) if match[group])


def wide(text: str, at: int, place: Place) -> Problem:
    """The problem of the wide letter at an offset of a text that begins at a place."""
    here = place._replace(column=place.column + at)
    return Problem("Y023", here, {"letter": f"U+{ord(text[at]):04X}"})


def wide_in_key(text: str, is_flow: bool) -> int | None:
    """Where a wide letter stands in a bare key in place of a blank or a colon, None for nowhere."""
    match = _WIDE_KEY.match(text)
    return _at(match) if match and (is_flow or not (match[3] or match[4])) else None


def wide_in_value(text: str, begins_line: bool) -> int | None:
    """Where a wide letter stands in a bare value that would be a field, or a name, without it."""
    match = _WIDE_WORD.fullmatch(text) or (_WIDE_FIELD.match(text) if begins_line else None)
    return _at(match) if match else None


def _missing_dash(lines: Sequence[str], line: int, said: str) -> Problem | None:
    """The field that should begin an item of a list: the failing one, or the first of the list."""
    if line >= len(lines):
        return None
    if said == _NO_DASH and _FIELD.match(lines[line]):
        return _without_dash(lines, line)
    dash = _indent(lines[line])
    if not lines[line][dash:].startswith("- "):
        return None
    above = next((n for n in range(line, -1, -1) if lines[n] and _indent(lines[n]) < dash), line)
    first = next((n for n in range(above + 1, line) if lines[n].strip()), line)
    begins = _FIELD.match(lines[first]) and _indent(lines[first]) == dash + len("- ")
    return _without_dash(lines, first) if begins else None


def _without_dash(lines: Sequence[str], line: int) -> Problem:
    key = lines[line].partition(":")[0].strip()
    return Problem("Y024", Place(line + 1, _indent(lines[line]) + 1), {"key": key})


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _in_line(line: str, number: int) -> Problem | None:
    return next(_slips_in(line, number), None)


def _slips_in(line: str, number: int) -> Iterator[Problem]:
    if "\t" in line[: len(line) - len(line.lstrip())]:
        yield Problem("Y017", Place(number, line.index("\t") + 1))
    quoted = _QUOTED_START.match(line)
    if quoted:
        rest = line[quoted.end() :]
        closing = rest.find(quoted[2])
        after = rest[closing + 1 :].strip()
        if closing >= 0 and after and not after.startswith("#"):
            yield Problem("Y018", Place(number, quoted.end()))
    curly = _CURLY_START.match(line)
    if curly:
        yield Problem("Y025", Place(number, curly.end()), {"mark": curly[2]})
    bare = _BARE_START.match(line)
    if bare and not _WELL_BEGUN.match(line, bare.start(2)):
        yield Problem("Y019", Place(number, bare.end()), {"mark": bare[2]})
    colon = _SECOND_COLON.match(line)
    if colon:
        yield Problem("Y020", Place(number, colon.end()))


def last_text(loader: Any) -> Text | None:
    """The last text that a loader can read of a document that it cannot read to its end."""
    last: Any = None
    try:
        while (event := loader.get_event()) is not None:
            if isinstance(event, yaml.ScalarEvent):
                last = event
    except yaml.YAMLError:
        pass
    finally:
        loader.dispose()
    if last is None:
        return None
    begins, ends = last.start_mark, last.end_mark
    place = Place(begins.line + 1, begins.column + 1)
    return Text(begins.line, ends.line, place, last.style or "")
