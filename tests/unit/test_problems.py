"""What the reader and the checks say: the example of every code, and bad files of all kinds."""

import ast
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game.case
import game.workshop
from game.case.conditions import Kind
from game.case.library import Library, check_file, kind_of, read_file, yaml_files
from game.case.problems import Place, Problem, nearest
from game.case.reading import read_case
from game.case.telling import as_json, examples, good_case, good_file, good_table, line_of, tell
from game.engine.advance import begin
from game.engine.offers import on_offer
from game.words import LANGUAGES, Lang
from game.workshop.explaining_examples import spoiled_problems
from scoring.acts import Mechanism, Target

CODE = re.compile(r"[A-Z]\d{3}")


def case_file(folder: Path, data: bytes | str) -> Path:
    """A case file with this in it."""
    path = folder / "late-parcel.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def table_file(folder: Path, data: bytes | str) -> Path:
    """The English table beside the case file."""
    path = folder / "late-parcel.en.yaml"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def shared_file(folder: Path, data: bytes | str) -> Path:
    """The shared scene in its folder beside the case file."""
    path = folder / "shared" / "last-check.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def changed(old: str, new: str) -> str:
    """The smallest good case with one change."""
    assert good_case().count(old) == 1, old
    return good_case().replace(old, new)


def told_of(path: Path) -> list[tuple[str, int, int]]:
    """The problems of a file: code, line, column."""
    return [(one.code, one.place.line, one.place.column) for one in check_file(path)]


# The catalogue


def test_problems_of_one_code_at_one_place_are_told_apart(tmp_path: Path) -> None:
    text = changed("season: thanks\nlevel: 1\n", "")
    found = check_file(case_file(tmp_path, text))
    assert [one.values["field"] for one in dict.fromkeys(found)] == ["season", "level"]


def test_smallest_case_and_its_table_are_good(tmp_path: Path) -> None:
    case, table = case_file(tmp_path, good_case()), table_file(tmp_path, good_table())
    assert check_file(case) == []
    assert check_file(table) == []


def test_shared_scene_and_the_case_that_calls_it_are_good(tmp_path: Path) -> None:
    shared = shared_file(tmp_path, good_file("shared"))
    assert check_file(shared) == []
    assert check_file(case_file(tmp_path, good_file("caller"))) == []


def syntax_of_the_case_package() -> Iterator[ast.AST]:
    for package in (game.case, game.workshop):
        for path in Path(next(iter(package.__path__))).rglob("*.py"):
            yield from ast.walk(ast.parse(path.read_text("utf-8")))


def test_catalogue_holds_every_code_that_can_be_told_and_no_other() -> None:
    emitted = {
        node.value
        for node in syntax_of_the_case_package()
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and CODE.fullmatch(node.value)
    }
    assert set(examples()) == emitted


def spoil(folder: Path, code: str) -> list[Problem]:
    """The problems of the example of a code."""
    example = examples()[code]
    data = example.spoiled()
    if example.old:
        assert good_file(example.kind).count(example.old) == 1
    if example.kind in ("deep", "feature", "alone"):
        return spoiled_problems(folder, example, "ko")
    shared = shared_file(folder, good_file("shared"))
    broken = shared.with_name("broken.yaml")
    broken.write_text(good_file("shared").replace("shared: last-check", "shared: ="))
    if data is None:
        path = folder / "late-parcel.yaml"
        path.mkdir()
        return check_file(path)
    if example.kind == "shared":
        assert data is not None
        return check_file(shared_file(folder, data))
    if example.kind == "table":
        case_file(folder, good_case())
        return check_file(table_file(folder, data))
    return check_file(case_file(folder, data))


@pytest.mark.parametrize("code", list(examples()))
def test_example_brings_about_its_problem_and_no_other(code: str, tmp_path: Path) -> None:
    found = spoil(tmp_path, code)
    assert {one.code for one in found} == {code}
    assert found[0].place == examples()[code].at


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", list(examples()))
def test_sentence_is_whole(code: str, lang: Lang, tmp_path: Path) -> None:
    for problem in spoil(tmp_path, code):
        told = tell(problem, lang)
        assert "<" not in told
        assert "None" not in told
        assert told.endswith((".", "?", ")"))
        assert bool(re.search("[가-힣]{3}", told)) or lang == "en"


def words_of_the_language() -> set[str]:
    """The words that stand for a kind of value in a problem, as the source has them."""
    at = {"Record": 0, "Named": 0, "scalar": 2}
    found: list[ast.expr] = []
    for node in syntax_of_the_case_package():
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in at:
            found.append(node.args[at[node.func.id]])
        if isinstance(node, ast.keyword) and node.arg in ("wanted", "what", "record", "kind"):
            found.append(node.value)
    literals = {str(one.value) for one in found if isinstance(one, ast.Constant)}
    return literals | {*get_args(Kind), *map(str, Target), *map(str, Mechanism), *LANGUAGES}


def test_every_kind_of_value_has_its_korean_word() -> None:
    words = words_of_the_language()
    assert {"mapping", "portrait", "feeling", "node", "condition", "reaction", "table"} <= words
    for word in words:
        assert word not in tell(Problem("D005", Place(1, 1), {"wanted": word}), "ko")


def test_near_name_is_asked_about() -> None:
    values = {"what": "node", "name": "warm", "near": "warms"}
    problem = Problem("D014", Place(31, 9), values, "just-okay.yaml")
    assert tell(problem, "en").endswith("Did you mean 'warms'?")
    assert tell(problem, "ko").endswith("'warms'인가요?")
    assert "warms" not in tell(Problem("D014", Place(31, 9), {**values, "near": None}), "ko")


def test_particles_agree() -> None:
    wanted = [tell(Problem("D005", Place(1, 1), {"wanted": one}), "ko") for one in ("text", "node")]
    assert wanted[0].startswith("여기에는 글이 ")
    assert wanted[1].startswith("여기에는 노드가 ")


def test_line_names_file_place_and_code() -> None:
    problem = Problem("D002", Place(2, 9), {"found": "2", "known": 1}, "a.yaml")
    assert line_of(problem, "en").startswith("a.yaml:2:9 D002 The format '2' cannot be read.")
    message = tell(problem, "ko")
    told = {"file": "a.yaml", "line": 2, "column": 9, "code": "D002", "message": message}
    assert as_json(problem, "ko") == told


@pytest.mark.parametrize("word", ["x" * 5000, "a\nb" * 999, "\x1b[31m\x07"])
def test_sentence_stays_one_short_line_whatever_the_author_wrote(word: str) -> None:
    told = tell(Problem("D017", Place(1, 1), {"name": word, "near": None}), "ko")
    assert len(told) < 200
    assert told.isprintable()


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


# Tables


def test_table_that_cannot_be_read_is_told_under_its_own_name(tmp_path: Path) -> None:
    case, table = case_file(tmp_path, good_case()), tmp_path / "late-parcel.en.yaml"
    table.mkdir()
    for path in (case, table):
        assert [(one.code, one.file) for one in check_file(path)] == [("F001", str(table))]
    assert read_file(case).case is not None


def test_table_of_a_case_that_cannot_be_read_is_not_called_good(tmp_path: Path) -> None:
    case_file(tmp_path, "[")
    found = check_file(table_file(tmp_path, good_table()))
    assert [one.code for one in found] == ["Y019"]


def test_table_of_another_format_is_told(tmp_path: Path) -> None:
    case_file(tmp_path, good_case())
    table = table_file(tmp_path, good_table().replace("format: 1", "format: 2"))
    assert told_of(table) == [("D002", 2, 9)]


@pytest.mark.parametrize(("strangers", "near"), [(1, {"title"}), (40, {None})])
def test_strange_ids_are_asked_about_unless_all_are_strange(
    strangers: int, near: set[str | None], tmp_path: Path
) -> None:
    case_file(tmp_path, good_case())
    added = "".join(f"  title{at}: {{text: a, from: b}}\n" for at in range(strangers))
    found = check_file(table_file(tmp_path, good_table() + added))
    assert [one.code for one in found] == ["T003"] * strangers
    assert {one.values["near"] for one in found} == near


def test_among_very_many_names_the_nearest_is_one_that_begins_alike() -> None:
    assert nearest("node-12x", [f"node-{at}" for at in range(400)]) == "node-12"
    many = [f"{letter}-{at}" for letter in "abcdef" for at in range(100)]
    assert nearest("d-12x", many) == "d-12"
    assert nearest("x-12", many) is None


@pytest.mark.parametrize("change", [("language: en", "language: ko"), ("of: late", "of: early")])
def test_table_that_belongs_elsewhere_does_not_touch_the_case(
    change: tuple[str, str], tmp_path: Path
) -> None:
    table_file(tmp_path, good_table().replace(*change))
    case = read_file(case_file(tmp_path, good_case())).case
    assert case is not None
    assert case.languages == ("ko",)
    assert case.text(case.title, "ko") == "늦은 택배"


def test_files_may_end_in_yml(tmp_path: Path) -> None:
    case, table = tmp_path / "late [1].yml", tmp_path / "late [1].en.yml"
    case.write_text(good_case(), "utf-8")
    table.write_text(good_table().replace("of: late", "of: early"), "utf-8")
    assert [one.code for one in check_file(case)] == ["T005"]
    assert [one.code for one in check_file(table)] == ["T005"]


# Whatever the file


def told_in_both(data: bytes, tables: dict[str, bytes] | None = None) -> None:
    for problem in read_case("a.yaml", data, tables).problems:
        for lang in LANGUAGES:
            assert tell(problem, lang) != problem.code


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_told(data: bytes) -> None:
    told_in_both(data)
    told_in_both(good_case().encode(), {"a.en.yaml": data})


PIECES = st.one_of(
    st.text(max_size=8),
    st.sampled_from(
        [": ", "- ", "\n", "\n  ", "[", "]", "{", "}", '"', "'", " #", "|", ">-", "&a"]
    ),
    st.sampled_from(["if: mood >", "go:", "do: [mood +\u30001]", "any:", "hears: []", "null", "~"]),
)


@given(st.integers(0, 1100), st.integers(0, 30), PIECES, st.booleans())
def test_any_slip_of_the_pen_is_read_or_told(at: int, cut: int, piece: str, in_table: bool) -> None:
    good = good_table() if in_table else good_case()
    bad = (good[:at] + piece + good[at + cut :]).encode("utf-8", "surrogatepass")
    if in_table:
        told_in_both(good_case().encode(), {"a.en.yaml": bad})
    else:
        told_in_both(bad)


def test_pipe_in_a_folder_beside_is_passed_over(tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    os.mkfifo(beside / "waits.yaml")
    (tmp_path / "mine").mkdir()
    text = changed("level: 1\n", "twin: no-such-case\nlevel: 1\n")
    assert [one.code for one in check_file(case_file(tmp_path / "mine", text))] == ["S021"]
