"""Shared scenes: what a call brings into a case, whose words are said, and what can be wrong."""

from pathlib import Path

import pytest

from game.case.library import Library, check_file, read_file, yaml_files
from game.case.model import Case
from game.case.reading import Reading, read_case
from game.cli import main
from game.engine.play import Play
from game.playthrough import Playthrough, replay
from game.transcribe import transcribe
from tests.plays import (
    JOURNEY_ENGLISH,
    JOURNEY_TEXT,
    LAST_WORD,
    LAST_WORD_ENGLISH,
    case_of,
    edited_journey,
    edited_text,
    entered,
    go,
    journey,
    last_word,
    played,
    said,
)

ENGLISH_SCENE = (
    LAST_WORD.replace("language: ko", "language: en")
    .replace("저 <agent>인데요, <aim:이> 마음에 드시는지 여쭐게요.", "Happy with <aim>?")
    .replace("네, 그럼 다 되셨죠?", "So that is all?")
)


def after(*taken: str, case: Case | None = None) -> Play:
    return go(case or journey(), *taken)[0]


def lines(run: Playthrough, lang: str) -> list[str]:
    return [line.text for line in transcribe(run, lang).lines]


# What a call brings in


def test_its_nodes_stand_under_the_call() -> None:
    inner = {"asks", "answers", "says-held", "says-open"}
    for call in ("check", "recheck"):
        assert {f"{call}/{name}" for name in inner} <= journey().nodes.keys()


def test_it_is_played_where_it_is_called() -> None:
    play, events = go(journey(), "pack")
    assert entered(events) == ["packed", "check", "check/asks"]
    assert play.node == "check/asks"
    assert after("pack", "name-it", "thank").node == "recheck/asks"


def test_each_call_is_a_play_of_its_own() -> None:
    play = after("pack", "hurry", "pack", "name-it", "thank")
    assert play.has_chosen("check/asks", "hurry")
    assert not play.has_chosen("recheck/asks", "hurry")
    assert play.visits_of("check/asks") == 2


def test_its_conditions_are_those_of_the_caller() -> None:
    _, events = go(journey(), "pack", "name-it")
    assert entered(events)[:3] == ["check/answers", "check/says-held", "hand-over"]
    _, events = go(journey(), "toss", "name-it")  # `works` of this call: right and not broke safety
    assert entered(events)[:3] == ["check/answers", "check/says-open", "unpacks"]


def test_its_exits_lead_on_in_the_caller() -> None:
    assert after("pack", "hurry").node == "opens"
    assert after("pack", "hurry", "pack", "hurry").node == "writes"  # the second time, by its `if`
    assert after("toss", "hurry", "toss", "hurry", "thank", "hurry").node == "end-boomerang"


def test_the_customer_speaks_in_the_words_of_the_caller() -> None:
    assert said(go(journey(), "pack", "name-it")[1])[0] == "check.with.held.1"
    assert said(go(journey(), "feel", "pack", "name-it")[1])[0] == "check.with.held.0"


def test_the_words_of_the_caller_may_have_variants_with_ids() -> None:
    last = {
        said(go(journey(), "pack", "name-it", "thank", "name-it", seed=seed)[1])[0]
        for seed in range(20)
    }
    assert last == {"recheck.with.held.nod", "recheck.with.held.smile"}


# In both languages


def test_what_it_is_for_is_filled_in_with_its_particle() -> None:
    script = ["pack", "name-it", "thank", "name-it"]
    korean = lines(played(script, journey()), "ko")
    assert "저 한지우인데요, 할머니 생신 상이 마음에 드시는지 여쭐게요." in korean
    assert "저 한지우인데요, 다음 주 쿠키가 마음에 드시는지 여쭐게요." in korean


def test_it_has_its_own_table() -> None:
    english = lines(played(["pack", "name-it", "thank", "name-it"], journey()), "en")
    assert "This is Jiwoo. Are you happy with Grandmother's table?" in english
    assert "This is Jiwoo. Are you happy with next week's cookies?" in english


def test_without_a_table_it_is_said_in_its_own_language() -> None:
    scene = last_word(english="")
    case = case_of(JOURNEY_TEXT, JOURNEY_ENGLISH, scene)
    assert case.text(case.nodes["check/asks"].replies[0].say, "en") == "네, 그럼 다 되셨죠?"


def test_a_scene_in_another_language_than_its_caller_is_said_in_both() -> None:
    case = case_of(JOURNEY_TEXT, JOURNEY_ENGLISH, last_word(ENGLISH_SCENE, ""))
    ask = case.nodes["check/asks"].replies[1].say
    assert case.text(ask, "en") == "Happy with Grandmother's table?"
    assert case.text(ask, "ko") == "Happy with 할머니 생신 상?"


def test_a_text_of_the_caller_may_hold_the_name_of_the_trainee() -> None:
    case = edited_journey(("aim: 할머니 생신 상", "aim: <agent>네 케이크"))
    assert "저 한지우인데요, 한지우네 케이크가 마음에 드시는지 여쭐게요." in lines(
        played(["pack", "name-it"], case), "ko"
    )


# Versions and names of before


def test_an_edited_shared_scene_changes_the_version_of_its_callers() -> None:
    same = case_of(JOURNEY_TEXT, JOURNEY_ENGLISH, last_word())
    other = case_of(JOURNEY_TEXT, JOURNEY_ENGLISH, last_word(LAST_WORD + "# a remark\n"))
    assert same.version == journey().version
    assert other.version != journey().version


def renamed(case: str = JOURNEY_TEXT, scene: str = LAST_WORD) -> Playthrough:
    """A whole play, replayed after the case or the shared scene was renamed in."""
    run = played(["hush", "pack", "name-it", "thank", "hurry"], journey())
    again, divergence = replay(case_of(case, "", last_word(scene)), run.header, run.log)
    assert divergence is None
    assert again.play.ended
    return again


def test_a_node_of_a_shared_scene_is_found_by_the_id_it_had() -> None:
    scene = edited_text(
        ("start: asks", "start: closes"),
        ("  asks:\n", "  closes:\n    was: asks\n"),
        text=LAST_WORD,
    )
    case = JOURNEY_TEXT.replace("check/asks", "check/closes")
    assert renamed(case, scene).play.has_chosen("check/closes", "name-it")


def test_a_reply_of_a_shared_scene_is_found_by_the_id_it_had() -> None:
    scene = edited_text(
        ("- id: name-it\n", "- id: by-name\n        was: name-it\n"), text=LAST_WORD
    )
    case = JOURNEY_TEXT.replace("check/asks.name-it", "check/asks.by-name")
    assert renamed(case, scene).play.has_chosen("check/asks", "by-name")


def test_a_call_is_found_by_the_id_it_had() -> None:
    case = JOURNEY_TEXT.replace("check/asks", "closing/asks").replace(
        "go: check\n", "go: closing\n"
    )
    case = edited_text(("  check:\n", "  closing:\n    was: check\n"), text=case)
    assert renamed(case).play.has_chosen("closing/asks", "name-it")


# What can be wrong


def read(*changes: tuple[str, str]) -> Reading:
    """The journey after edits, with its shared scene beside it."""
    scene = last_word()
    return read_case(
        "case.yaml",
        edited_text(*changes, text=JOURNEY_TEXT).encode(),
        find=lambda name: scene if name == scene.id else None,
    )


CALL = "  check:\n    call: shared/last-word\n"


@pytest.mark.parametrize(
    ("old", "new", "code", "at"),
    [
        (CALL, CALL.replace("last-word", "lost-word"), "X001", "shared/lost-word"),
        (CALL, CALL.replace("shared/", ""), "X001", "last-word\n"),
        (CALL, CALL.replace("shared/", "shared/../"), "X001", "shared/../last-word"),
        ("      aim: 할머니 생신 상\n", "", "X003", "works: right and not"),
        ("aim: 할머니 생신 상", "name: 할머니", "D004", "name: 할머니"),
        ("aim: 할머니 생신 상", "aim: [할머니]", "D005", "[할머니]"),
        ("works: right and not", "works: write and not", "C003", "write and not"),
        ("      held: hand-over\n", "", "X004", "open: [{if: visits"),
        ("held: hand-over\n", "held: hand-out\n", "D014", "hand-out\n"),
        ("held: hand-over\n", "held: hand-over\n      gone: opens\n", "D004", "gone: opens"),
        ("visits check/asks >", "visits check/ask >", "C003", "check/ask >"),
        ("chose check/asks.name-it", "chose check/asks.named", "C003", "check/asks.named"),
        ("  packed:\n", "  packed:\n    exit: held\n", "X005", "held\n    say: 예쁘네요"),
        (CALL, f"{CALL}    go: opens\n", "X007", "go: opens\n    with"),
        (CALL, f"{CALL}    end: solved\n", "X007", "end: solved\n    with"),
    ],
)
def test_a_wrong_call_is_told_where_it_is_wrong(old: str, new: str, code: str, at: str) -> None:
    text = edited_text((old, new), text=JOURNEY_TEXT)
    before = text[: text.index(at)]
    place = (before.count("\n") + 1, len(before) - before.rfind("\n"))
    reading = read((old, new))
    assert reading.case is None
    told = [(one.code, (one.place.line, one.place.column)) for one in reading.problems]
    assert (code, place) in told
    assert {one.file for one in reading.problems} == {"case.yaml"}


def folder(home: Path, scene: str = LAST_WORD, case: str = JOURNEY_TEXT) -> Path:
    """A folder with the journey and the shared scene that it calls."""
    (home / "shared").mkdir(parents=True)
    (home / "shared" / "last-word.yaml").write_text(scene, "utf-8")
    (home / "shared" / "last-word.en.yaml").write_text(LAST_WORD_ENGLISH, "utf-8")
    alone = ("teaches: [slow-hands]\n", ""), ("{case: lamp, ", "{case: just-okay, ")
    (home / "journey.yaml").write_text(edited_text(*alone, text=case), "utf-8")
    return home


def told_of(where: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """The problems that `dangol check` prints of a folder, without its name."""
    assert main(["check", str(where), "--lang", "en"]) in (0, 1)
    printed = capsys.readouterr().out.splitlines()
    return [
        line.removeprefix(f"{where}/").partition(". ")[0] for line in printed if "T00" not in line
    ]


def test_a_whole_folder_is_good(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    where = folder(tmp_path / "cases")
    assert [path.name for path in yaml_files(where)] == [
        "journey.yaml", "last-word.en.yaml", "last-word.yaml",
    ]  # fmt: skip
    assert told_of(where, capsys) == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (
            ("        acts: [confirm]\n", "        acts: [confirmed]\n"),
            "23:16 D017 There is no act 'confirmed'",
        ),
        (("go: answers", "go: answer"), "26:13 D014 'answer' is not a node"),
        (("exits: [held, open]", "exits: held"), "7:8 D005 What belongs here is a list"),
        (("say: <held>", "say: ["), "28:21 Y005"),
    ],
)
def test_a_broken_shared_scene_is_told_once_in_its_own_place(
    change: tuple[str, str],
    problem: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = told_of(folder(tmp_path / "cases", edited_text(change, text=LAST_WORD)), capsys)
    own = [line for line in told if line.startswith("shared/last-word.yaml:")]
    assert [line for line in own if line.startswith(f"shared/last-word.yaml:{problem}")]
    assert len(own) == len(set(own))
    assert [line.split()[1] for line in told if line not in own] == ["X002", "X002"]


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (("마음에 드시는지", "<mood> 드시는지"), "S017"),
        (("        better: 저 <agent>인데요, <aim:이> 마음에 드시는지 여쭐게요.\n", ""), "L002"),
        (("        better: 저 <agent>인데요", "        hears: [네]\n        better: 음"), None),
        (("  answers: {", "  nowhere: {go: asks}\n  answers: {"), "S001"),
        (("says-open: {exit: open}", "says-open: {say: 음., go: asks}"), "X009"),
    ],
)
def test_what_the_checks_find_in_it_is_told_in_its_own_file(
    change: tuple[str, str], problem: str | None, tmp_path: Path
) -> None:
    scene = LAST_WORD.replace(*change)
    assert scene != LAST_WORD
    where = folder(tmp_path / "cases", scene)
    found = {one for path in yaml_files(where) for one in check_file(path) if one.code[0] != "T"}
    own = [one for one in found if one.file.endswith("last-word.yaml")]
    assert problem is None or problem in {one.code for one in own}
    places = [(one.code, one.place.line, one.place.column) for one in own]
    assert len(places) == len(set(places))


def test_the_case_plays_on_with_a_shared_scene_that_only_the_checks_mind(tmp_path: Path) -> None:
    where = folder(tmp_path / "cases", LAST_WORD.replace("마음에 드시는지", "<mood> 드시는지"))
    assert read_file(where / "journey.yaml").case is not None


def test_a_shared_scene_is_no_case_of_the_library(tmp_path: Path) -> None:
    where = folder(tmp_path / "cases")
    assert [one.id for one in Library([where]).found()] == ["journey"]


def test_the_nearest_shared_scene_is_called(tmp_path: Path) -> None:
    """Beside the case before a folder above it."""
    where = folder(tmp_path / "cases")
    below = where / "season"
    below.mkdir()
    (where / "journey.yaml").rename(below / "journey.yaml")
    found = read_file(below / "journey.yaml").case
    assert found is not None
    (below / "shared").mkdir()
    scene = LAST_WORD.replace("네, 그럼 다 되셨죠?", "다 되셨죠?")
    (below / "shared" / "last-word.yaml").write_text(scene, "utf-8")
    nearer = read_file(below / "journey.yaml").case
    assert nearer is not None
    assert nearer.text(nearer.nodes["check/asks"].replies[0].say, "ko") == "다 되셨죠?"
    assert found.version != nearer.version
