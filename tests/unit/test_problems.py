"""What the reader and the checks say: the example of every code, and bad files of all kinds."""

import ast
import os
import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

import game.case
import game.workshop
from game.case.conditions import Kind
from game.case.library import check_file, read_file
from game.case.problems import Place, Problem, nearest
from game.case.reading import read_case
from game.case.telling import as_json, examples, good_case, good_file, good_table, line_of, tell
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


@cache
def spoilt(code: str) -> tuple[Problem, ...]:
    """The problems of the example of a code; each is played and checked once for all tests."""
    example = examples()[code]
    if example.old:
        assert good_file(example.kind).count(example.old) == 1
    with tempfile.TemporaryDirectory() as folder:
        return tuple(spoiled_problems(Path(folder), example, "ko"))


@pytest.mark.parametrize("code", list(examples()))
def test_example_brings_about_its_problem_and_no_other(code: str) -> None:
    found = spoilt(code)
    assert {one.code for one in found} == {code}
    assert found[0].place == examples()[code].at


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", list(examples()))
def test_sentence_is_whole(code: str, lang: Lang) -> None:
    for problem in spoilt(code):
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
        assert word not in tell(Problem("D014", Place(1, 1), {"what": word, "name": "?"}), "ko")


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
        [
            *(": ", "- ", "\n", "\n  ", "[", "]", "{", "}", '"', "'", " #", "|", ">-", "&a"),
            *("：", "\u3000", "\u00a0", "“", "\n\u3000", "-\u00a0", "id: x\n        id: y"),
        ]
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
