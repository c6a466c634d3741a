"""Story tests beside a case: a step that fails is a problem at its line, in both languages."""

from pathlib import Path

import pytest

from game.case.telling import good_case, good_file, good_table, tell
from game.cli import main
from game.words import LANGUAGES, Lang
from game.workshop.story_steps import STEPS, Step
from game.workshop.story_tests import MOST_STEPS, check_stories

GOES_ON = "Then the case goes on"


@pytest.fixture
def feature(tmp_path: Path) -> Path:
    (tmp_path / "late-parcel.yaml").write_text(good_case(), "utf-8")
    (tmp_path / "late-parcel.en.yaml").write_text(good_table(), "utf-8")
    path = tmp_path / "late-parcel.feature"
    path.write_text(good_file("feature"), "utf-8")
    return path


def told(feature: Path, steps: str, lang: Lang = "en") -> list[tuple[int, str]]:
    """Line and sentence of the problems of a scenario with these steps, which begin at line 4."""
    lines = [f"    {one.strip()}" for one in steps.strip().splitlines()]
    feature.write_text("Feature: x\n\n  Scenario: y\n" + "\n".join(lines) + "\n", "utf-8")
    return [(one.place.line, tell(one, lang)) for one in check_stories(feature, lang)]


@pytest.mark.parametrize(
    "steps",
    [
        'When the trainee picks "find"\nThen the ending is "end-thanks"\nAnd "arrives" is solved',
        'Given it is played in English\nWhen the trainee picks "find"\nThen "Thank you." is heard',
        'Given the seed is 7\nThen the case goes on\nAnd the trainee can pick "wait"',
        'When the trainee picks "wait"\nThen the play is not passed\nAnd resolution is below 60',
        'When the trainee picks "find"\nThen resolution is at least 90\nAnd the mood is at least 9',
        'When the trainee is silent for 400 seconds\nThen the trainee cannot pick "call"',
        'When the trainee picks "find"\nAnd the trainee goes back to reply 1\n' + GOES_ON,
        'Then "arrives" is not solved\nAnd "엉뚱한 말" is not heard',
    ],
)
def test_what_holds_is_no_problem(feature: Path, steps: str) -> None:
    assert told(feature, steps) == []


@pytest.mark.parametrize(
    ("steps", "line", "said"),
    [
        ('When the trainee picks "find"\nThen the ending is "end-upset"', 5, "'end-thanks'"),
        ('When the trainee picks "fnd"', 4, "On offer: find, wait"),
        ('When the trainee picks "find", "wait"', 4, "had ended at 'end-thanks'"),
        ('Then the ending is "end-thanks"', 4, "it is at 'opens'"),
        ('Then the ending is "end-no"', 4, "end-thanks, end-upset"),
        ('When the trainee picks "wait"\nThen the play is passed', 5, "resolution 0"),
        ('When the trainee picks "find"\nThen resolution is below 50', 5, "resolution is 100"),
        ("Then empathy is at least 1", 4, "no score for empathy"),
        ('Then "arrives" is solved', 4, "'arrives' is not solved"),
        ('Then "arive" is solved', 4, "no 'arive'"),
        ('Then "no such words" is heard', 4, "The last line is"),
        ("When the trainee is silent for 5 sec", 4, "Did you mean"),
        ("When the trainee goes back to reply 3", 4, "This step does not hold"),
    ],
)
def test_what_does_not_hold_is_told_at_its_line(
    feature: Path, steps: str, line: int, said: str
) -> None:
    ((at, sentence),) = told(feature, steps)
    assert at == line
    assert said in sentence


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.like_en)
def test_both_languages_read_a_step_alike_and_no_other_takes_it(step: Step) -> None:
    korean, english = step.match(step.like_ko), step.match(step.like_en)
    assert korean is not None
    assert english is not None
    assert len(korean) == len(english)
    others = [one for one in STEPS if one is not step]
    taken = [
        one
        for one in others
        for like in (step.like_ko, step.like_en)
        if one.match(like) is not None
    ]
    assert taken == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_check_runs_them_and_names_the_feature(
    feature: Path, lang: Lang, capsys: pytest.CaptureFixture[str]
) -> None:
    case = str(feature.with_suffix(".yaml"))
    assert main(["check", case, "--lang", lang]) == 0
    feature.write_text(good_file("feature").replace("end-thanks", "end-upset"), "utf-8")
    for path in (case, str(feature), str(feature.parent)):
        capsys.readouterr()
        assert main(["check", path, "--lang", lang]) == 1
        assert f"{feature}:6:1 G004" in capsys.readouterr().out


def test_an_outline_and_a_background_are_played(feature: Path) -> None:
    feature.write_text(
        """\
Feature: x
  Background:
    Given it is played in English
  Scenario Outline: each way
    When the trainee picks "<reply>"
    Then the ending is "<ending>"
    Examples:
      | reply | ending     |
      | find  | end-thanks |
      | wait  | end-thanks |
""",
        "utf-8",
    )
    assert [(one.code, one.place.line) for one in check_stories(feature, "en")] == [("G004", 6)]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "G005"), (b"\xff\xfe", "Y001"), (b"Feature: x\n" * 60_000, "G002"),
        (b"# language: xx\nFeature: x\n", "G002"), (b"nonsense\n", "G002"),
        (b"Feature: x\n Scenario: y\n" + b"  * passt\n" * (MOST_STEPS + 1), "G002"),
    ],
    ids=["empty", "binary", "large", "language", "nonsense", "steps"],
)  # fmt: skip
def test_what_is_no_feature_is_told(feature: Path, data: bytes, code: str) -> None:
    feature.write_bytes(data)
    assert [one.code for one in check_stories(feature, "en")][:1] == [code]
