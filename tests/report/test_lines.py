"""The transcript of the report: where a line is cut, how its findings are numbered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.lines import Mark, Span, report_lines, spans_of
from game.view.debrief import FindingView
from game.words import LANGUAGES, Lang
from tests.report.views import PLAYS, view_of

LINE = "말하나 마나일까 싶으셨죠. 바로 접수할게요."


def finding(quote: str) -> FindingView:
    return FindingView("empathy", "공감", 5, 5, 1, quote, "", None, "won")


def marks_on(*quotes: str) -> list[Mark]:
    looks = ("empathy", "gratitude", "resolution")
    found = zip(looks, quotes, strict=False)
    return [Mark(at, finding(quote), look, None) for at, (look, quote) in enumerate(found, 1)]


def test_quote_is_cut_out_of_its_line_with_its_number_behind_it() -> None:
    assert spans_of(LINE, marks_on("바로 접수할게요")) == (
        Span("말하나 마나일까 싶으셨죠. ", "", ()),
        Span("바로 접수할게요", "empathy", (1,)),
        Span(".", "", ()),
    )


def test_quote_within_a_quote_keeps_its_own_mark() -> None:
    assert spans_of(LINE, marks_on("싶으셨죠", LINE)) == (
        Span("말하나 마나일까 ", "gratitude", ()),
        Span("싶으셨죠", "empathy", (1,)),
        Span(". 바로 접수할게요.", "gratitude", (2,)),
    )


@pytest.mark.parametrize("quote", ["", "이 줄에 없는 말"])
def test_finding_that_quotes_nothing_of_the_line_leaves_it_whole(quote: str) -> None:
    assert spans_of(LINE, marks_on(quote)) == (Span(LINE, "", ()),)


def test_line_without_words_has_no_pieces() -> None:
    assert spans_of("", ()) == ()


@given(st.data())
def test_pieces_are_the_line_and_every_quote_ends_once(data: st.DataObject) -> None:
    line = data.draw(st.text("가나 .<", min_size=1, max_size=12))
    places = st.tuples(st.integers(0, len(line)), st.integers(0, len(line)))
    quotes = [line[min(cut) : max(cut)] for cut in data.draw(st.lists(places, max_size=3))]
    marks = marks_on(*quotes)
    spans = spans_of(line, marks)
    assert "".join(span.text for span in spans) == line
    ended = sorted(number for span in spans for number in span.ends)
    assert ended == [mark.number for mark in marks if mark.finding.quote]


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("play", PLAYS)
def test_findings_are_numbered_as_one_reads(play: str, lang: Lang) -> None:
    view = view_of(play, lang)
    lines = report_lines(view)
    marks = [mark for line in lines for mark in line.marks]
    shown = [mark.number for mark in marks]
    assert shown == list(range(1, len(shown) + 1))
    assert {mark.finding for mark in marks} == {one for turn in view.turns for one in turn.findings}
    ends = [number for line in lines for span in line.spans for number in span.ends]
    assert ends == [mark.number for mark in marks if mark.finding.quote]


def test_same_stronger_wording_is_shown_once_a_line() -> None:
    for line in report_lines(view_of("worst", "ko")):
        betters = [mark.finding.better for mark in line.marks if mark.same_as is None]
        shown = [better for better in (*betters, line.better) if better]
        assert len(set(shown)) == len(shown)
        for mark in line.marks:
            if mark.same_as:
                first = next(one for one in line.marks if one.number == mark.same_as)
                assert first.finding.better == mark.finding.better


def test_letter_stands_by_itself_and_not_in_the_transcript() -> None:
    view = view_of("best", "ko")
    assert view.letter
    assert view.letter not in [line.line.text for line in report_lines(view)]
