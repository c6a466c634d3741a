"""The transcript of a printed debrief: lines cut at the quotes of their findings, all numbered.

Colour alone tells nobody which words earned what, so every finding has a number, and the number
stands behind its quote.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import count, pairwise

from game.view.debrief import DebriefView, FindingView, TurnView
from game.view.lines import LineView, Voice


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding with its number on the page, from 1; `look` is its class in the style sheet.

    `same_as` is the finding of the same line that has already shown its stronger wording, or None.
    """

    number: int
    finding: FindingView
    look: str
    same_as: int | None


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of a line: `look` is "" for words without a finding.

    `ends` are the numbers of the quotes that end with this piece.
    """

    text: str
    look: str
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ReportLine:
    """A line with its marks; `note` and `better` are None where a finding says the same."""

    line: LineView
    spans: tuple[Span, ...]
    marks: tuple[Mark, ...]
    note: str | None
    better: str | None


def report_lines(view: DebriefView) -> tuple[ReportLine, ...]:
    """The lines in order, without the letter: the page shows that by itself."""
    return tuple(_numbered(turn for turn in view.turns if not _is_shown_above(turn, view)))


def spans_of(text: str, marks: Sequence[Mark]) -> tuple[Span, ...]:
    """`text` in pieces, each marked by the shortest of the quotes that cover it."""
    places = [
        (start, start + len(mark.finding.quote), mark)
        for mark in marks
        if mark.finding.quote and (start := text.find(mark.finding.quote)) >= 0
    ]
    cuts = sorted({0, len(text), *(cut for start, end, _ in places for cut in (start, end))})
    spans = []
    for left, right in pairwise(cuts):
        over = [place for place in places if place[0] <= left and right <= place[1]]
        shortest = min(over, key=lambda place: place[1] - place[0], default=None)
        ends = tuple(mark.number for _, end, mark in places if end == right)
        spans.append(Span(text[left:right], shortest[2].look if shortest else "", ends))
    return tuple(spans)


def look_of(finding: FindingView) -> str:
    """The colour of its axis for what was won, "again" or "critical" for the rest."""
    if finding.tone == "won":
        return finding.axis
    return "critical" if finding.tone == "critical" else "again"


def _is_shown_above(turn: TurnView, view: DebriefView) -> bool:
    return turn.line.voice is Voice.LETTER and turn.line.text == view.letter and not turn.findings


def _end_of_quote(text: str, finding: FindingView) -> int:
    """What is quoted first gets the lower number, as one reads."""
    return text.find(finding.quote) + len(finding.quote)


def _numbered(turns: Iterator[TurnView]) -> Iterator[ReportLine]:
    numbers = count(1)
    for turn in turns:
        said: dict[str | None, int] = {}
        marks = []
        for finding in sorted(turn.findings, key=partial(_end_of_quote, turn.line.text)):
            number = next(numbers)
            first = said.setdefault(finding.better, number)
            same_as = first if finding.better and first != number else None
            marks.append(Mark(number, finding, look_of(finding), same_as))
        is_told = any(turn.note and turn.note in finding.why for finding in turn.findings)
        yield ReportLine(
            line=turn.line,
            spans=spans_of(turn.line.text, marks),
            marks=tuple(marks),
            note=None if is_told else turn.note,
            better=None if turn.better in said else turn.better,
        )
