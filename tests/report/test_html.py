"""The debrief as a page: what stands in it, what cannot get into it, where it is written."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from game import content
from game.errors import StoreError
from game.report.html import ICONS, debrief_page, write_debrief
from game.store.files import write_atomically
from game.view.debrief import DebriefView
from game.words import LANGUAGES, Lang, knows, words
from tests.report.views import PLAYS, saying, view_of

HOSTILE = """<script>alert(1)</script><img src=x onerror=alert(1)>"'&{{ 7*7 }}</style><!--"""


class Tags(HTMLParser):
    """Every tag of a page with the names of its attributes, and its visible text."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, tuple[str, ...]]] = []
        self.texts: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, tuple(name for name, _ in attrs)))

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    @property
    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]


def text_of(page: str) -> str:
    """What one reads, with single spaces."""
    body = page[page.index("<body>") :]
    return " ".join("".join(Tags(body).texts).split())


def flat(text: str) -> str:
    return " ".join(text.split())


# What stands in it


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("play", PLAYS)
def test_everything_of_the_debrief_stands_in_the_page(play: str, lang: Lang) -> None:
    view = view_of(play, lang)
    text = text_of(debrief_page(view, lang))
    wanted = [view.title, view.caption, view.headline, view.customer, view.letter, view.gap]
    wanted += [view.handled_words, view.resolved_words, view.source, view.mood_word]
    wanted += [f"{view.handled}%", f"{view.resolved}%", *(fact.text for fact in view.facts)]
    wanted += [part for axis in view.axes for part in (axis.name, axis.verdict, str(axis.bar))]
    wanted += [part for one in view.figures for part in (one.name, one.value, one.formula)]
    wanted += [part for told in view.epilogue for part in told]
    for turn in view.turns:
        for finding in turn.findings:
            wanted += [finding.axis_name, finding.why, finding.better or ""]
    wanted.append(words(lang, "report.simulated"))
    assert [one for one in wanted if flat(one) not in text] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_quotes_are_marked_in_their_lines(lang: Lang) -> None:
    view = view_of("best", lang)
    marked = re.findall(r"<mark[^>]*>(.*?)</mark>", debrief_page(view, lang))
    quotes = {finding.quote for turn in view.turns for finding in turn.findings}
    lines = {turn.line.text for turn in view.turns}
    assert quotes - lines <= {unescape(one) for one in marked}


def test_scenes_other_customers_and_what_was_behind_stand_in_the_page() -> None:
    view = view_of("scenes", "ko")
    tags = Tags(debrief_page(view, "ko"))
    told = "\n".join(text.strip() for text in tags.texts if text.strip())
    for text in (
        "이튿날 아침, 전화",
        "문가영",
        "가방에 약이 들어 있다",
        "잘못 물어 감추었습니다",
        "물었다면 말했을 일인데, 끝내 나오지 않았습니다",
        "오재석이 좋아하는 것과 싫어하는 것",
        "되묻기",
        "먼저 듣는다",
        "급한 사람에게는 서류보다 물음이 먼저다.",
    ):
        assert text in told, text
    assert told.index("저녁 7시, 유실물 창구") < told.index("이튿날 아침, 전화")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_page_names_its_language_and_its_title(lang: Lang) -> None:
    view = view_of("best", lang)
    page = debrief_page(view, lang)
    assert page.startswith("<!DOCTYPE html>")
    assert f'<html lang="{lang}">' in page
    assert f"<title>{words(lang, 'report.title', title=view.title)}</title>" in page


def test_headings_do_not_leave_a_level_out() -> None:
    for play in PLAYS:
        levels = [int(n) for n in re.findall(r"<h([1-6])", debrief_page(view_of(play, "ko"), "ko"))]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_table_has_headers_for_its_columns_and_rows() -> None:
    page = debrief_page(view_of("worst", "ko"), "ko")
    tables = re.findall(r"<table.*?</table>", page, re.DOTALL)
    assert len(tables) == 3
    for table in tables:
        assert "<thead" in table
        rows = re.findall(r"<tr>.*?</tr>", table.split("<tbody>")[1], re.DOTALL)
        assert rows
        assert all('<th scope="row"' in row for row in rows)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_unfinished_play_waits_for_its_letter(lang: Lang) -> None:
    view = view_of("unfinished", lang)
    page = debrief_page(view, lang)
    text = text_of(page)
    assert flat(words(lang, "report.unfinished")) in text
    assert flat(words(lang, "screen.letter-silence", name=view.customer)) not in text
    assert 'id="epilogue"' not in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_customer_who_wrote_nothing_left_in_silence(lang: Lang) -> None:
    view = replace(view_of("best", lang), letter="")
    text = text_of(debrief_page(view, lang))
    assert flat(words(lang, "screen.letter-silence", name=view.customer)) in text
    assert words(lang, "screen.letter", name=view.customer) not in text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_critical_errors_are_told_with_their_words_and_led_to(lang: Lang) -> None:
    view = view_of("worst", lang)
    assert view.critical
    page = debrief_page(view, lang)
    box = page[page.index('<section class="critical"') : page.index('<section class="transcript"')]
    for finding in view.critical:
        assert finding.quote in text_of(f"<body>{box}")
        assert finding.why in text_of(f"<body>{box}")
        assert f'href="#reply-{finding.turn}"' in box
    assert words(lang, "screen.critical-none") in debrief_page(view_of("best", lang), lang)


@pytest.mark.parametrize("play", PLAYS)
def test_every_link_and_picture_leads_somewhere_on_the_page(play: str) -> None:
    page = debrief_page(view_of(play, "ko"), "ko")
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'(?:href="#|aria-labelledby=")([^"]+)"', page)) <= set(ids)


def test_axis_that_was_not_judged_has_no_figure() -> None:
    view = view_of("best", "ko")
    none = replace(view.axes[0], score=None, verdict=words("ko", "axis.not-judged"))
    page = debrief_page(replace(view, axes=(none, *view.axes[1:])), "ko")
    assert words("ko", "axis.not-judged") in text_of(page)
    assert "None" not in text_of(page)


def test_person_without_a_picture_has_none() -> None:
    view = view_of("best", "ko")
    assert "data:image/png" in debrief_page(view, "ko")
    for portrait in ("nobody", "../portraits/man-50s_short-grey_round", ""):
        assert "<img" not in debrief_page(replace(view, portrait=portrait), "ko")


# What cannot get into it


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("play", PLAYS)
def test_hostile_text_is_text(play: str, lang: Lang) -> None:
    view = view_of(play, lang)
    plain, hostile = (debrief_page(saying(view, text), lang) for text in ("x", HOSTILE))
    assert Tags(hostile).tags == Tags(plain).tags
    assert "{{ 7*7 }}" in hostile
    assert flat(HOSTILE) in text_of(hostile)


@pytest.mark.parametrize("play", PLAYS)
def test_page_needs_nothing_else(play: str) -> None:
    page = debrief_page(view_of(play, "ko"), "ko")
    assert not {"script", "link", "iframe", "object", "base", "form"} & set(Tags(page).names)
    style = page[page.index("<style>") : page.index("</style>")]
    assert not re.search(r"@import|@font-face|url\(", style)
    assert set(re.findall(r'\b(?:src|href)="([^"]{5})', page)) <= {"data:", "#icon", "#repl"}
    assert "default-src 'none'" in page


# Words and pictures of the template


def test_every_word_that_the_template_asks_for_is_known() -> None:
    template = (content.assets() / "report" / "debrief.html.j2").read_text("utf-8")
    keys = set(re.findall(r'"((?:report|screen)\.[a-z-]*[a-z])"', template))
    keys |= {f"report.tone.{tone}" for tone in ("won", "part", "missed", "lost")}
    keys |= {f"screen.fact-{state}" for state in ("solved", "seems", "open")}
    keys |= {f"console.{voice}" for voice in ("desk", "scene", "letter")}
    assert len(keys) > 30
    assert [(key, lang) for key in sorted(keys) for lang in LANGUAGES if not knows(lang, key)] == []


def test_every_icon_is_drawn_from_a_file_we_have() -> None:
    page = debrief_page(view_of("worst", "ko"), "ko")
    assert len(re.findall(r"<symbol [^>]*><path ", page)) == len(ICONS)


# Where it is written


@pytest.fixture
def view() -> DebriefView:
    return view_of("best", "ko")


def test_page_is_written_under_a_name_that_says_what_it_is(
    view: DebriefView, tmp_path: Path
) -> None:
    path = write_debrief(view, "ko", tmp_path / "new" / "folder", write_atomically)
    assert path == tmp_path / "new" / "folder" / "dangol-debrief-lamp-ko.html"
    assert path.read_text("utf-8") == debrief_page(view, "ko")


def test_no_page_is_ever_overwritten(view: DebriefView, tmp_path: Path) -> None:
    old = tmp_path / "dangol-debrief-lamp-ko.html"
    old.write_text("mine", "utf-8")
    names = [write_debrief(view, "ko", tmp_path, write_atomically).name for _ in range(3)]
    assert names == [f"dangol-debrief-lamp-ko-{number}.html" for number in (2, 3, 4)]
    assert old.read_text("utf-8") == "mine"
    assert len(list(tmp_path.glob("*"))) == 4


@pytest.mark.parametrize("case", ["../../passwd", "/etc/passwd", "con", "a\\b:c", "..", "x" * 300])
def test_page_stays_in_its_folder(view: DebriefView, tmp_path: Path, case: str) -> None:
    path = write_debrief(replace(view, case=case), "en", tmp_path / "in", write_atomically)
    assert path.parent == tmp_path / "in"
    assert re.fullmatch(r"dangol-debrief-[\w-]{1,60}-en\.html", path.name)
    assert sorted(tmp_path.iterdir()) == [tmp_path / "in"]


def test_failed_writing_leaves_nothing_behind(view: DebriefView, tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        write_debrief(view, "ko", tmp_path, failing(StoreError("store.full", folder=tmp_path)))
    assert list(tmp_path.iterdir()) == []


def failing(error: Exception) -> Callable[[Path, str], None]:
    def write(path: Path, text: str) -> None:
        raise error

    return write


def test_folder_that_cannot_be_is_told_by_who_writes(view: DebriefView, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder", "utf-8")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(StoreError):
            write_debrief(view, "ko", folder, write_atomically)
    assert (tmp_path / "file").read_text("utf-8") == "no folder"
