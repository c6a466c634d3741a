"""What `dangol check` prints: a line for a crowded table, hints, tests that held, other files."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from game.case.hints import hints_of
from game.case.telling import good_case, good_file, good_table, tell
from game.cli import main
from game.cli.checking import MOST_OF_A_TABLE
from game.words import LANGUAGES, Lang
from game.workshop.story_tests import play_stories

Run = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in English, `check` where none is named: exit code, lines, complaints."""

    def run(path: Path, *options: str, command: str = "check") -> tuple[int, list[str], str]:
        capsys.readouterr()
        code = main([command, str(path), "--lang", "en", *options])
        printed = capsys.readouterr()
        return code, printed.out.splitlines(), printed.err

    return run


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """The smallest case with its table."""
    path = tmp_path / "mine" / "late-parcel.yaml"
    path.parent.mkdir()
    path.write_text(good_case(), "utf-8")
    path.with_suffix(".en.yaml").write_text(good_table(), "utf-8")
    return path


# A table that has far to go


def strangers(number: int) -> str:
    return "".join(f"  gone-{at}.say: {{text: a, from: b}}\n" for at in range(number))


@pytest.mark.parametrize("only_the_table", [False, True])
def test_a_crowded_table_is_one_line_that_says_how_to_go_on(
    check: Run, case: Path, only_the_table: bool
) -> None:
    table = case.with_suffix(".en.yaml")
    more = '  gone.say: {text: "…", from: b}\n' + strangers(MOST_OF_A_TABLE)
    table.write_text(good_table().replace("text: Thank you.", "text: …") + more, "utf-8")
    code, lines, complaints = check(table if only_the_table else case)
    assert code == 1
    (line,) = lines
    assert line.startswith(f"{table}:35:3 H {MOST_OF_A_TABLE + 2} problems of this table")
    assert f"dangol translate {case}" in line
    assert f"T003 × {MOST_OF_A_TABLE + 1}" in line
    assert "--all" in line
    assert f"Problems: {MOST_OF_A_TABLE + 2}." in complaints
    assert len(check(case, "--all")[1]) == MOST_OF_A_TABLE + 2
    assert len(json.loads("".join(check(case, "--json")[1]))) == MOST_OF_A_TABLE + 2


def test_ten_problems_of_a_table_are_ten_lines(check: Run, case: Path) -> None:
    table = case.with_suffix(".en.yaml")
    table.write_text(good_table() + strangers(MOST_OF_A_TABLE), "utf-8")
    assert len(check(case)[1]) == MOST_OF_A_TABLE


def test_problems_of_the_case_keep_their_lines(check: Run, case: Path) -> None:
    table = case.with_suffix(".en.yaml")
    table.write_text(good_table() + strangers(40), "utf-8")
    case.write_text(good_case().replace("document: S1", "document: S9"), "utf-8")
    codes = [line.split()[1] for line in check(case)[1]]
    assert sorted(codes) == ["S015", "T"]


def test_a_table_written_anew_is_told_in_a_line_until_it_is_filled(
    check: Run, case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case.with_suffix(".en.yaml").unlink()
    assert main(["translate", str(case), "--yes"]) == 1
    (line,) = check(case)[1]
    assert " H " in line


# Hints


def test_a_season_that_no_file_names_is_a_hint_and_stops_nobody(check: Run, case: Path) -> None:
    case.write_text(good_case().replace("season: thanks", "season: thansk"), "utf-8")
    code, (line,), complaints = check(case)
    assert code == 0
    assert line.startswith(f"{case}:7:9 N001 ")
    assert line.endswith("Did you mean 'thanks'?")
    assert complaints.startswith("No problems")
    code, out, _ = check(case, "--json")
    (hint,) = json.loads("".join(out))
    assert (code, hint["code"], hint["hint"]) == (0, "N001", True)


@pytest.mark.parametrize("where", [".", "../beside"])
def test_a_season_may_be_named_in_a_file_nearby(case: Path, where: str) -> None:
    case.write_text(good_case().replace("season: thanks", "season: practice"), "utf-8")
    assert [one.code for one in hints_of(case)] == ["N001"]
    folder = case.parent / where
    folder.mkdir(exist_ok=True)
    season = "season: practice\nformat: 1\nlanguage: ko\norder: 9\ntitle: 연습\ntext: 해 본다.\n"
    (folder / "season.yaml").write_text(season, "utf-8")
    assert hints_of(case) == []


@pytest.mark.parametrize("text", ["", "[", "case: x\n", "case: x\nseason: [a]\n", "page: x\n"])
def test_what_has_no_season_gets_no_hint(tmp_path: Path, text: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, "utf-8")
    assert hints_of(path) == []
    assert hints_of(tmp_path / "missing.yaml") == []
    assert hints_of(tmp_path) == []


# Story tests


def test_stories_that_hold_are_counted(check: Run, case: Path) -> None:
    feature = case.with_suffix(".feature")
    again = good_file("feature").partition("\n\n")[2].replace("찾아 준다", "또 찾아 준다")
    feature.write_text(good_file("feature") + "\n" + again, "utf-8")
    assert play_stories(feature, "en").scenarios == 2
    code, lines, complaints = check(case)
    assert (code, lines) == (0, [])
    assert f"{feature}: all of its scenarios hold (2)." in complaints
    feature.write_text(good_file("feature").replace("end-thanks", "end-upset"), "utf-8")
    assert "all of its scenarios" not in check(case)[2]


@pytest.mark.parametrize(("lang", "said"), [("ko", "보지 않았습니다"), ("en", "not looked at")])
def test_a_step_that_fails_says_that_the_rest_was_not_looked_at(
    case: Path, lang: Lang, said: str
) -> None:
    feature = case.with_suffix(".feature")
    wrong = good_file("feature").replace("end-thanks", "end-upset") + "    그리고 통과하지 못한다\n"
    feature.write_text(wrong, "utf-8")
    (problem,) = play_stories(feature, lang).problems
    assert said in tell(problem, lang)


@pytest.mark.parametrize("first", ["", "\n\n", "# 늦은 택배의 이야기\n"])
def test_a_missing_language_is_told_once(case: Path, first: str) -> None:
    feature = case.with_suffix(".feature")
    feature.write_text(first + good_file("feature").partition("\n")[2], "utf-8")
    (problem,) = play_stories(feature, "ko").problems
    assert problem.code == "G006"
    assert "'# language: ko'" in tell(problem, "ko")


# What is no case


@pytest.mark.parametrize(
    ("command", "path", "said"),
    [
        ("check", "texts.csv", "is no case file"),
        ("check", "notes.txt", "is no case file"),
        ("try", ".", "is a folder"),
        ("simulate", ".", "is a folder"),
        ("sheet", ".", "is a folder"),
        ("translate", ".", "is a folder"),
        ("try", "texts.csv", "is no case file"),
        ("try", "missing.yaml", "There is no file"),
    ],
)
def test_another_file_is_one_clear_sentence(
    check: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, command: str, path: str, said: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("texts.csv").write_text("id,ko,en\n", "utf-8")
    Path("notes.txt").write_text("case: x\n", "utf-8")
    code, lines, complaints = check(Path(path), command=command)
    assert (code, lines) == (2, [])
    assert said in complaints
    assert path in complaints
    assert complaints.count("\n") == 1


def test_a_folder_may_be_called_like_a_case(
    check: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("just-okay").mkdir()
    assert check(Path("just-okay"), "-n", "1", command="simulate")[0] == 0


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_mend_of_a_csv_names_the_command_that_takes_it(
    tmp_path: Path, lang: Lang, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "texts.csv"
    path.write_text("id,ko,en\n", "utf-8")
    assert main(["check", str(path), "--lang", lang]) == 2
    assert f"--in {path}" in capsys.readouterr().err
