"""Slips of the pen: bad files of all kinds, each told once and where the slip is."""

from pathlib import Path

import pytest

from game.case.library import Library, check_file, kind_of, read_file, yaml_files
from game.case.telling import good_case, tell
from game.engine.advance import begin
from game.engine.offers import on_offer
from game.workshop.explaining import codes, summary
from tests.unit.test_problems import case_file, changed, told_of

# Bad files


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"", ("Y010", 1, 1)),
        (b"\n\n  \n", ("Y010", 1, 1)),
        (b"---\n", ("Y014", 2, 1)),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", ("Y001", 1, 1)),
        (b"case: x\0y\n", ("Y002", 1, 8)),
        (good_case().encode("euc-kr"), ("Y001", 4, 8)),
        (good_case().encode("utf-16"), ("Y001", 1, 1)),
        ("case: x".encode("utf-16-le"), ("Y002", 1, 2)),
        (b"[" * 8_000_001, ("Y003", 1, 1)),
        (b"[" * 100_000, ("Y004", 1, 61)),
        (b"a: " + b"{a: " * 100_000, ("Y004", 1, 240)),
        (b"- " * 100_000, ("Y004", 1, 121)),
        (b"{" * 100_000, ("Y015", 1, 2)),
        (b"? " * 100_000, ("Y015", 1, 3)),
        (b"]", ("Y005", 1, 1)),
        (b"case: &x a\ntitle: *x\n", ("Y006", 1, 7)),
        (b"case: a\ntitle: *x\n", ("Y006", 2, 8)),
        (b"case: a\n<<: {b: c}\n", ("Y008", 2, 1)),
        (b"case: x\ncustomer:\n\tname: a\n", ("Y017", 3, 1)),
        (b"case: x\nformat: 99\n", ("D002", 2, 9)),
        (b"- case: x\n", ("Y014", 1, 1)),
        (b"{}", ("D001", 1, 1)),
        (b"story: x\n", ("D001", 1, 1)),
    ],
    ids=lambda one: one[0] if isinstance(one, tuple) else "",
)
def test_bad_file_is_told_once_where_it_is_bad(
    data: bytes, expected: tuple[str, int, int], tmp_path: Path
) -> None:
    assert told_of(case_file(tmp_path, data)) == [expected]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: 늦은 택배", 'title: "늦은 택배', ("Y005", 4, 8)),  # never closed: its beginning
        ("\n  mood: 50", "\n mood: 50", ("Y005", 15, 2)),  # below a line of good braces
        ("title: 늦은 택배", "title: 늦은 택배:", ("Y020", 4, 13)),
        ("title: 늦은 택배", "title: 늦은: 택: 배", ("Y020", 4, 10)),
        ("title: 늦은 택배", "title: 늦은\u2028택배", ("Y002", 4, 10)),
        ("title: 늦은 택배", "title: 늦은\u0085택배", ("Y002", 4, 10)),
        ("go: end-thanks", "go:", ("Y013", 29, 12)),
        ("go: end-thanks", "go: []", ("D013", 29, 13)),
        ("go: end-thanks", "go: [{go: [end-thanks]}]", ("D005", 29, 19)),
        ("say: 어제 온다던 택배가 아직도 안 왔어요.", "say: []", ("D012", 22, 10)),
        ("mood: 50", "mood: 9" + "9" * 5000, ("D007", 15, 9)),
        ("level: 1", "level: 1\nlevel: 2", ("Y007", 9, 1)),
    ],
)  # fmt: skip
def test_place_is_that_of_the_slip(
    old: str, new: str, expected: tuple[str, int, int], tmp_path: Path
) -> None:
    found = told_of(case_file(tmp_path, changed(old, new)))
    assert expected in found


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("mood > 1234567890", ("C001", 26, 29)),
        ("mood > " + "9" * 5000, ("C008", 26, 1802)),
        (" or ".join(["mood > 1"] * 5000), ("C008", 26, 613)),
        ('"mood > moods"', ("C003", 26, 21)),
        (">-\n            mood > 1\n            and moods", ("C003", 26, 13)),
        ("filed = ticket", ("C003", 26, 13)),
        ("ticket = field", ("C003", 26, 22)),
    ],
)
def test_condition_is_told_where_it_goes_wrong(
    condition: str, expected: tuple[str, int, int], tmp_path: Path
) -> None:
    text = changed("acts: [own, do]", f"if: {condition}\n        acts: [own, do]")
    path = case_file(tmp_path, text + "facts: {ticket: [none, filed]}\n")
    assert told_of(path) == [expected]


def test_word_of_a_fact_is_asked_about(tmp_path: Path) -> None:
    text = changed("acts: [own, do]", "if: ticket = field\n        acts: [own, do]")
    (problem,) = check_file(case_file(tmp_path, text + "facts: {ticket: [none, filed]}\n"))
    assert tell(problem, "ko").endswith("'filed'인가요?")


def test_longest_condition_can_be_asked(tmp_path: Path) -> None:
    condition = " or ".join(["mood > 100"] * 50)
    text = changed("acts: [deflect]", f"acts: [deflect]\n        if: {condition}")
    case = read_file(case_file(tmp_path, text)).case
    assert case is not None
    play, _ = begin(case, seed=1)
    assert [one.id for one in on_offer(play)] == ["find"]


def test_wide_space_of_a_korean_keyboard_is_a_space(tmp_path: Path) -> None:
    text = changed("acts: [own, do]", "acts: [own, do]\n        do: [mood +\u30008]")
    assert told_of(case_file(tmp_path, text)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 늦은 택배", "title: 늦은 택배  # 메모"),
        ("title: 늦은 택배", "title: 늦은 택배\n#메모"),
        ("title: 늦은 택배", 'title: "늦은 택배" # 메모'),
        ("title: 늦은 택배", "title: 늦은 택배#1"),
    ],
)
def test_note_is_not_a_text_cut_off(old: str, new: str, tmp_path: Path) -> None:
    assert told_of(case_file(tmp_path, changed(old, new))) == []


def test_two_replies_without_id_are_not_called_the_same(tmp_path: Path) -> None:
    text = good_case().replace("- id: find\n        say", "- say")
    text = text.replace("- id: wait\n        say", "- say")
    codes = [one.code for one in check_file(case_file(tmp_path, text))]
    assert codes == ["D003", "D003"]


def test_byte_order_mark_and_windows_line_ends_read_well(tmp_path: Path) -> None:
    text = good_case().replace("\n", "\r\n").encode("utf-8-sig")
    path = case_file(tmp_path, text)
    assert told_of(path) == []
    assert kind_of(path) == ("case", "late-parcel")
    bad = text.replace(b"level: 1", b"level: 9")
    assert told_of(case_file(tmp_path, bad)) == [("D007", 8, 8)]


def test_blank_lines_before_a_strange_file_do_not_stop_the_search(tmp_path: Path) -> None:
    assert kind_of(case_file(tmp_path, "\n" * 4000 + "[")) == ("", "")
    assert kind_of(case_file(tmp_path, "\n  # 메모\n" * 100 + good_case())) == (
        "case",
        "late-parcel",
    )


def test_folder_of_nothing_has_no_cases(tmp_path: Path) -> None:
    assert yaml_files(tmp_path) == []
    assert Library([tmp_path, tmp_path / "missing"]).found() == []


def test_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    missing = tmp_path / "missing.yaml"
    assert [(one.code, one.file) for one in check_file(missing)] == [("F001", str(missing))]
    assert [one.code for one in check_file(tmp_path)] == ["F001"]
    assert kind_of(tmp_path) == ("", "")


# Letters that look like others


WIDE, BLANK = "\u3000", "\u00a0"


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("title: 늦은", "title：늦은", (4, 6)),
        ("title: 늦은", f"title：{WIDE}늦은", (4, 6)),
        ("title: 늦은", f"title:{WIDE}늦은", (4, 7)),
        ("title: 늦은", f"title:{BLANK}늦은", (4, 7)),
        ("case: late", "case：late", (1, 5)),
        ("  name: 김하나", "  name：김하나", (13, 7)),
        ("  patience: 3", f"  patience:{BLANK}3", (16, 12)),
        ("  mood: 50", f"{WIDE}mood: 50", (15, 1)),
        ("  mood: 50", f"  {BLANK}mood: 50", (15, 3)),
        ("        say: 조금만", f"{WIDE * 4}say: 조금만", (31, 1)),
        ("      - id: find", f"      -{WIDE}id: find", (24, 8)),
        ("      - id: find", "      - id：find", (24, 11)),
        ("start: opens", f"start: opens{BLANK}", (19, 13)),
        ("start: opens", f"start: {WIDE}opens", (19, 8)),
        ("start: opens", f"start{BLANK}: opens", (19, 6)),
        ("{end: solved,", "{end：solved,", (36, 19)),
        ("{end: solved,", f"{{end:{BLANK}solved,", (36, 20)),
        ("end-thanks: {", "end-thanks： {", (36, 13)),
        ("nodes:\n", "nodes：\n", (20, 6)),
    ],
)
def test_a_letter_that_looks_like_a_blank_or_colon_is_named_at_its_place(
    old: str, new: str, place: tuple[int, int], tmp_path: Path
) -> None:
    text = good_case()
    assert old in text
    assert told_of(case_file(tmp_path, text.replace(old, new, 1))) == [("Y023", *place)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title: 늦은 택배", "title: 고객：늦은 택배"),
        ("title: 늦은 택배", f"title: 늦은{WIDE}택배"),
        ("title: 늦은 택배", f"title: 늦은 택배{BLANK}"),
        ("title: 늦은 택배", 'title: "고객：늦은 택배"'),
        ("why: 언제 오는지", f"why: {WIDE}언제 오는지"),
        ("why: 언제", f"why: >-\n          고객：언제\n          {WIDE}언제"),
        ("why: 언제", "why: 언제\n          고객：언제"),
    ],
)
def test_in_a_text_such_letters_are_letters(old: str, new: str, tmp_path: Path) -> None:
    assert told_of(case_file(tmp_path, changed(old, new))) == []


# A dash that is missing


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("      - id: wait", "        id: wait", 30),
        ("      - id: wait", "      id: wait", 30),
        ("      - id: find", "        id: find", 24),
    ],
)
def test_a_missing_dash_is_told_once_as_what_it_is(
    old: str, new: str, line: int, tmp_path: Path
) -> None:
    text = (
        changed(old, new) + "  again: {go: [{if: chose opens.wait, go: end-upset}, {go: opens}]}\n"
    )
    text = text.replace("go: end-thanks\n", "go: again\n") if line == 30 else text
    (problem,) = check_file(case_file(tmp_path, text))
    assert (problem.code, problem.place.line) == ("Y024", line)
    assert "'- id:'" in tell(problem, "ko")


def test_the_reply_behind_a_missing_dash_is_read_on(tmp_path: Path) -> None:
    text = changed("      - id: wait", "        id: wait").replace("better: 오늘", "beter: 오늘")
    told = {(one.code, one.place.line) for one in check_file(case_file(tmp_path, text))}
    assert told == {("Y024", 30), ("D004", 34)}


def test_a_key_that_is_twice_elsewhere_is_no_missing_dash(tmp_path: Path) -> None:
    text = changed("acts: [deflect]", "acts: [deflect]\n        acts: [blame]")
    assert told_of(case_file(tmp_path, text)) == [("Y007", 33, 9)]


# Curly quotes


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("start: opens", "start: “opens”", "D014"),
        ("channel: phone", "channel: ‘phone’", "D006"),
        ("say: 어제 온다던 택배가 아직도 안 왔어요.", "say: {any: [“네 그래요”]}", "Y021"),
        ("letter: 고맙습니다.", "letter: “네, 고마워요.”", "Y012"),
        ("  mood: 50", "  mood: “50”", "D007"),
    ],
)
def test_curly_quotes_get_a_hint(old: str, new: str, code: str, tmp_path: Path) -> None:
    (problem, *_) = check_file(case_file(tmp_path, changed(old, new)))
    assert problem.code == code
    assert "straight ones" in tell(problem, "en")
    assert "굽은 따옴표" in tell(problem, "ko")


def test_what_holds_no_curly_quotes_gets_no_hint() -> None:
    assert [code for code in codes() if "straight ones" in summary(code, "en")] == []
