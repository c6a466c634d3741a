"""What a sentence names: whose it is, what was most likely meant, and how it is written."""

import re
from pathlib import Path

import pytest

from game.case.library import check_file
from game.case.problems import Problem
from game.case.telling import good_case, good_file, good_table, tell
from tests.unit.test_problems import case_file, changed, table_file

FACT = "facts: {ticket: [none, filed]}\n"


def sentences(folder: Path, *changes: tuple[str, str], more: str = "") -> list[tuple[str, str]]:
    """Code and English sentence of the problems of the smallest case with some changes."""
    text = good_case()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    return [(one.code, tell(one, "en")) for one in check_file(case_file(folder, text + more))]


@pytest.mark.parametrize(
    ("condition", "near"),
    [
        ("opens.find", "chose opens.find"),
        ("opens.fnd", "chose opens.find"),
        ("opens", "seen opens"),
        ("filed", "ticket = filed"),
        ("filed = ticket", "ticket = filed"),
        ("not filed and mood > 5", "ticket = filed"),
        ("moods > 5", "mood"),
    ],
)
def test_a_condition_that_is_none_is_given_the_question(
    condition: str, near: str, tmp_path: Path
) -> None:
    new = f"acts: [deflect]\n        if: {condition}"
    ((code, said),) = sentences(tmp_path, ("acts: [deflect]", new), more=FACT)
    assert code == "C003"
    assert said.endswith(f"Did you mean '{near}'?")


def test_a_word_alone_in_when_is_given_its_fact(tmp_path: Path) -> None:
    changes = (("weight: 1,", "weight: 1, when: filed,"), ("        solves: arrives\n", ""))
    ((code, said),) = sentences(tmp_path, *changes, more=FACT)
    assert code == "C003"
    assert said.endswith("Did you mean 'ticket = filed'?")


def test_a_word_of_an_effect_is_asked_about(tmp_path: Path) -> None:
    new = "acts: [deflect]\n        do: [ticket = fled]"
    ((code, said),) = sentences(tmp_path, ("acts: [deflect]", new), more=FACT)
    assert code == "D016"
    assert said.endswith("Did you mean 'filed'?")


@pytest.mark.parametrize("act", ["accept-thanks 3", "deflect 0", "thank arrives 9", "do 11"])
def test_a_level_is_1_or_2(act: str, tmp_path: Path) -> None:
    ((code, said),) = sentences(tmp_path, ("acts: [own, do]", f"acts: [own, {act}]"))
    assert code == "D028"
    assert f"'{act.split(maxsplit=1)[0]}' is 1 or 2" in said


def test_a_missing_or_strange_field_names_whose_it_is(tmp_path: Path) -> None:
    gone = ("        why: 무엇을 언제까지 할지 알려 준다.\n", "")
    told = sentences(tmp_path, gone, ("better: 오늘", "beter: 오늘"), ("season: thanks\n", ""))
    assert told[0] == ("D003", "A case needs 'season', and it is not here. Add it.")
    assert told[1][1].startswith("The reply 'find' needs 'why'")
    assert told[2][1].startswith("The reply 'wait' has no field 'beter'.")
    strange = (("{weight: 1, text:", "{weight: 1, txt:"),)
    told = sentences(tmp_path, *strange)
    assert {said.partition(" needs ")[0].partition(" has ")[0] for _, said in told} == {
        "The problem fact 'arrives'"
    }


@pytest.mark.parametrize(
    ("old", "new", "like"),
    [
        ("source: {document: S1}", "source: S1", "source: {document: S3}"),
        ("{base: woman-30s, hair: long-black, glasses: none}", "woman-30s", "portrait: {base: "),
        ("    replies:", "    timer: 40s\n    replies:", "timer: {after: 60s, go: silence}"),
    ],
)
def test_a_group_that_is_one_word_is_shown_as_it_is_written(
    old: str, new: str, like: str, tmp_path: Path
) -> None:
    ((code, said), *_) = sentences(tmp_path, (old, new))
    assert code == "D005"
    assert f"Write it like this: {like}" in said


def test_what_the_parser_says_is_korean_in_korean(tmp_path: Path) -> None:
    for new in (" mood: 50", "  mood: [50", "  mood: {50", "  mood 50", '  mood: "50'):
        (problem,) = check_file(case_file(tmp_path, changed("  mood: 50", new)))
        if problem.code == "Y005":
            assert not re.search("[a-z]{3}", tell(problem, "ko"))
    strange = Problem("Y005", problem.place, {"parser": "something new"})
    assert tell(strange, "ko").endswith("(YAML 문법)")
    assert "(Is a" not in tell(Problem("F001", problem.place, {"said": "Is a directory"}), "ko")


def test_an_empty_list_of_replies_beside_an_end_is_told(tmp_path: Path) -> None:
    changes = (("{end: solved,", "{end: solved, replies: [],"),)
    assert [code for code, _ in sentences(tmp_path, *changes)] == ["S003"]


def test_a_particle_that_nobody_knows_is_told_in_both_files(tmp_path: Path) -> None:
    case = case_file(tmp_path, changed("letter: 고맙습니다.", "letter: <agent:은는> 잊지 않아요."))
    table = good_table().replace("text: Thank you.", 'text: "Thank you, <agent:ka>."')
    path = table_file(
        tmp_path, table.replace("from: 고맙습니다.", "from: <agent:은는> 잊지 않아요.")
    )
    found = [(one.code, Path(one.file).name) for one in check_file(case)]
    assert found == [("S026", path.name), ("S026", case.name)]


def test_of_a_hole_in_a_table_no_more_is_told(tmp_path: Path) -> None:
    case_file(tmp_path, changed("letter: 고맙습니다.", "letter: 고마워요 <agent> 님."))
    table = table_file(tmp_path, good_table().replace("text: Thank you.", "text: …"))
    assert [one.code for one in check_file(table)] == ["H001"]
    shared = tmp_path / "shared"
    shared.mkdir()
    (shared / "last-check.yaml").write_text(good_file("shared"), "utf-8")
    english = shared / "last-check.en.yaml"
    english.write_text(
        'of: last-check\nformat: 1\nlanguage: en\ntexts:\n  title: {text: "…", from: x}\n', "utf-8"
    )
    assert "H001" in {one.code for one in check_file(english)}
