"""The guides hold what they say: every example is read, checked and played, every field mentioned.

What an example is, and how the files grow: `tests/guides.py`.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.case.checks.references import PLACEHOLDERS
from game.case.conditions import RESERVED, BadCondition, compile_condition
from game.case.library import check_file, kind_of, read_file
from game.case.model import Case
from game.case.names import Names, names_of
from game.case.schema import KINDS, case_schema, reference, schema_of
from game.case.spoken import TextId
from game.case.telling import examples as bad_examples
from game.case.tree import grow
from game.desk import new_run
from game.engine.inputs import Choose, Input
from game.engine.offers import on_offer
from game.playthrough import Header, Mode, Playthrough
from game.transcribe import transcribe
from game.view.lines import LineView, lines_of
from game.workshop.story_tests import check_stories
from scoring.acts import ACTS
from scoring.judge import judge
from scoring.scorecard import SCORED
from scoring.transcript import Transcript
from tests.guides import BLOCK, GUIDES, Stage, last_stages, stages, whole_case
from tests.plays import ROOT

SCORING = ROOT / "scoring/README.md"

_REFERENCE = re.compile(r"<!-- reference -->\n(.*)<!-- /reference -->", re.DOTALL)

in_both = pytest.mark.parametrize("language", GUIDES)

# The examples

STAGES = [stage for language in GUIDES for stage in stages(language)]


def named(stages: list[Stage]) -> pytest.MarkDecorator:
    """The stages as parameters of a test, each by the guide and the line of its example."""
    return pytest.mark.parametrize(
        "stage",
        [
            pytest.param(stage, id=f"{GUIDES[stage.language].name}:{stage.example.line}")
            for stage in stages
        ],
    )


@named(STAGES)
def test_example_has_just_the_problems_it_names(stage: Stage, tmp_path: Path) -> None:
    found = check_file(stage.laid_out(tmp_path / "cases"))
    assert {one.code for one in found} == stage.example.codes, found


def case_in(stage: Stage, folder: Path) -> Case:
    case = read_file(stage.laid_out(folder)).case
    assert case is not None
    return case


def walked(case: Case, language: str, seed: int, waits: bool = False) -> Playthrough:
    """A play to its end: of what is on offer the first, or the last, that was not said yet.

    Every other seed takes the last; with `waits` every timer runs out first.
    """
    run = new_run(case, Mode.EXPLORE, language, seed)
    while not run.play.ended and run.play.turn < 60:
        offered = on_offer(run.play)[:: -1 if seed % 2 else 1]
        new = [one for one in offered if not run.play.has_chosen(run.play.node, one.id)]
        timer = case.nodes[run.play.node].timer
        if waits and timer is not None and not run.play.late:
            run.take(Input(timer.after, None))
        run.take(Input(0, Choose((new or offered)[0].id)))
    return run


def shown(run: Playthrough) -> list[LineView]:
    """The lines of a play, in the language it is played in."""
    return list(lines_of(run, "ko" if run.header.language == "ko" else "en"))


@named([stage for stage in STAGES if stage.is_case])
def test_example_can_be_played_to_an_end(stage: Stage, tmp_path: Path) -> None:
    case = case_in(stage, tmp_path)
    for seed in range(4):
        run = walked(case, stage.language, seed, waits=True)
        assert run.play.ended
        assert not [one.text for one in shown(run) if "<" in one.text]


def whole(language: str, name: str, folder: Path) -> Case:
    """A case of a guide as it is in the end, with all that belongs to it."""
    last = list(last_stages(language).values())[-1]
    return case_in(Stage(language, last.example, f"{name}.yaml", last.files), folder)


@in_both
def test_the_examples_make_whole_files(language: str, tmp_path: Path) -> None:
    last = list(last_stages(language).values())[-1]
    last.laid_out(tmp_path)
    assert {kind_of(tmp_path / name)[0] for name in last.files} == {*KINDS, "of"}
    assert [check_file(tmp_path / name) for name in last.files] == [[] for _ in last.files]
    assert len(whole_case(language).splitlines()) > 150


@in_both
def test_the_second_case_is_played_in_all_its_parts(language: str, tmp_path: Path) -> None:
    case = whole(language, "walking-stick", tmp_path)
    plays = [walked(case, language, seed) for seed in range(20)]
    scenes = {one.scene for run in plays for one in shown(run)}
    assert scenes == set(range(len(case.scenes)))
    assert any("/" in entry.at for run in plays for entry in run.log)
    spoken = {one.who for run in plays for one in shown(run)}
    assert len(spoken - {""}) == len(case.customers) - 1
    assert len({run.start.facts for run in plays}) > 1


@in_both
def test_the_second_case_greets_whoever_remembers_the_first(language: str, tmp_path: Path) -> None:
    case = whole(language, "walking-stick", tmp_path)
    firsts = []
    for memory in ((), tuple(case.remembers)):
        header = Header(case.id, case.version, 0, Mode.EXPLORE, language, "", memory=memory)
        run = Playthrough(case, header)
        firsts.append(next(one.text for one in shown(run) if one.voice == "customer"))
    assert len(set(firsts)) == 2


@in_both
def test_a_shared_scene_speaks_the_language_of_its_table(language: str, tmp_path: Path) -> None:
    (translated,) = (
        one
        for one in STAGES
        if one.language == language and re.fullmatch(r"walking-stick\.\w\w\.yaml", one.file)
    )
    translated.laid_out(tmp_path)
    case = read_file(tmp_path / "walking-stick.yaml").case
    assert case is not None
    asked = case.nodes["check/asks"].replies[1].say
    for lang in GUIDES:
        assert case.text(TextId("check.with.aim"), lang) in case.text(asked, lang)
    assert case.text(asked, "ko") != case.text(asked, "en")


@in_both
def test_every_block_is_an_example_or_a_command(language: str) -> None:
    found = [block[1] for block in BLOCK.finditer(GUIDES[language].read_text(encoding="utf-8"))]
    assert set(found) == {"yaml", "sh", "gherkin"}


@in_both
def test_the_story_test_holds(language: str, tmp_path: Path) -> None:
    (tmp_path / "one-glove.yaml").write_text(whole_case(language), encoding="utf-8")
    blocks = BLOCK.finditer(GUIDES[language].read_text(encoding="utf-8"))
    (story,) = (block[3] for block in blocks if block[1] == "gherkin")
    feature = tmp_path / "one-glove.feature"
    feature.write_text(story, encoding="utf-8")
    assert check_stories(feature, "en") == []
    feature.write_text(story.replace("end-open", "end-found"), encoding="utf-8")
    assert [one.code for one in check_stories(feature, "en")] == ["G004"]


@pytest.mark.parametrize("guide", [*GUIDES.values(), SCORING], ids=lambda path: path.parent.name)
def test_every_command_exists(guide: Path) -> None:
    blocks = BLOCK.finditer(guide.read_text(encoding="utf-8"))
    lines = [line.split() for block in blocks if block[1] == "sh" for line in block[3].splitlines()]
    assert lines
    for program, command, *rest in lines:
        options = {name for one in cli.dangol.commands[command].params for name in one.opts}
        assert program == "dangol"
        assert {word for word in rest if word.startswith("--")} <= options


# The reference and what the declaration asks to be mentioned


@in_both
def test_reference_is_that_of_the_declaration(language: str) -> None:
    found = _REFERENCE.search(GUIDES[language].read_text(encoding="utf-8"))
    assert found is not None
    assert found[1].strip() == reference(language).strip()


def told(language: str) -> str:
    """The guide without its reference."""
    return GUIDES[language].read_text(encoding="utf-8").split("<!-- reference -->")[0]


def parts_of(schema: Any) -> Iterator[dict[str, Any]]:
    """A schema and every schema inside it."""
    if isinstance(schema, dict):
        yield schema
    inner = schema.values() if isinstance(schema, dict) else schema
    for one in inner:
        if isinstance(one, dict | list):
            yield from parts_of(one)


DECLARED = tuple(part for kind in KINDS for part in parts_of(schema_of(kind)))
FIELDS = sorted({key for part in DECLARED for key in part.get("properties", ())})
WORDS = sorted({word for part in DECLARED for word in part.get("enum", ())})
LENGTHS = sorted({part["maxLength"] for part in DECLARED if isinstance(part.get("maxLength"), int)})
PROBLEM = case_schema()["properties"]["problem"]["additionalProperties"]["properties"]


def is_named(name: str, text: str) -> bool:
    """Whether it stands between backticks, alone or with what belongs to it."""
    return bool(re.search(rf"`(?:[^`\n]*[\s\[{{])?{re.escape(name)}(?![\w-])[^`\n]*`", text))


@in_both
def test_every_field_is_mentioned(language: str) -> None:
    guide = told(language)
    written = set(re.findall(r"(?<![\w-])([\w-]+):(?=\s)", " ".join(_blocks(guide))))
    prose = BLOCK.sub("", guide)
    assert [key for key in FIELDS if key not in written and not is_named(key, prose)] == []


def _blocks(guide: str) -> list[str]:
    return [block[3] for block in BLOCK.finditer(guide)]


@in_both
def test_every_feature_of_a_problem_fact_is_explained(language: str) -> None:
    prose = BLOCK.sub("", told(language))
    features = [*PROBLEM, "solves", "undoes", "seems"]
    assert [name for name in features if not is_named(name, prose)] == []


@in_both
def test_every_act_is_explained(language: str) -> None:
    prose = BLOCK.sub("", told(language))
    assert [name for name in ACTS if f"`{name}`" not in prose] == []


@in_both
def test_every_word_to_choose_from_is_explained(language: str) -> None:
    prose = BLOCK.sub("", told(language))
    own = {"ko", "en"}  # the languages: every reader knows their own
    assert [word for word in WORDS if word not in own and not is_named(word, prose)] == []


@in_both
def test_every_word_of_conditions_and_every_placeholder_is_explained(language: str) -> None:
    prose = BLOCK.sub("", told(language))
    assert [word for word in sorted(RESERVED) if not is_named(word, prose)] == []
    assert [name for name in sorted(PLACEHOLDERS) if f"`<{name}>`" not in prose] == []


def conditions_told(language: str) -> list[str]:
    """The examples in the table of conditions."""
    (table,) = re.findall(r"(?:^\|.*\n)*^\|.*`mood >= 60`.*\n(?:^\|.*\n)*", told(language), re.M)
    return [one for one in re.findall(r"`([^`]+)`", table) if " " in one]


@in_both
def test_every_condition_of_the_table_can_be_asked(language: str) -> None:
    cases = (whole_case(language), whole_case(language, "walking-stick"))
    known = [names_of(grow(text)[0]) for text in cases]
    found = conditions_told(language)
    assert len(found) > 15
    assert [one for one in found if not any(is_condition(one, names) for names in known)] == []


def is_condition(text: str, names: Names) -> bool:
    try:
        compile_condition(text, names)
    except BadCondition:
        return False
    return True


@in_both
def test_every_letter_of_the_codes_is_explained(language: str) -> None:
    prose = BLOCK.sub("", told(language))
    letters = sorted({code[0] for code in bad_examples()})
    assert [one for one in letters if f"`{one}`" not in prose] == []


@in_both
def test_longest_texts_are_those_of_the_declaration(language: str) -> None:
    unit = {"en": r"(\d+) (?:letters|for)", "ko": r"(\d+)자"}[language]
    (line,) = (one for one in told(language).split("\n\n") if re.search(r"\b600", one))
    assert sorted({int(number) for number in re.findall(unit, line)}) == LENGTHS


# The worked example of scoring/README.md


def tables(path: Path) -> list[list[list[str]]]:
    """The cells of every table of the worked example, without its head."""
    text = path.read_text(encoding="utf-8").split("## A worked example")[1].split("\n## ")[0]
    return [
        [[cell.strip() for cell in row.split("|")[1:-1]] for row in table.splitlines()[2:]]
        for table in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    ]


@pytest.fixture
def worked(tmp_path: Path) -> Transcript:
    path = tmp_path / "one-glove.yaml"
    path.write_text(whole_case("en"), encoding="utf-8")
    case = read_file(path).case
    assert case is not None
    run = new_run(case, Mode.COACH, "en", seed=7)
    for _, reply, _ in tables(SCORING)[0]:
        run.take(Input(0, Choose(reply.strip("`"))))
    return transcribe(run)


def test_worked_example_says_what_the_case_says(worked: Transcript) -> None:
    said = [[str(line.turn), line.text] for line in worked.agent_lines]
    assert [[turn, words] for turn, _, words in tables(SCORING)[0]] == said


def test_worked_example_comes_out_of_the_judge(worked: Transcript) -> None:
    found = [
        [one.axis.value, str(one.turn), str(one.points), "" if one.of is None else str(one.of)]
        for one in judge(worked).findings
    ]
    assert sorted(row[:4] for row in tables(SCORING)[1]) == sorted(found)


def test_worked_example_adds_up(worked: Transcript) -> None:
    card = judge(worked)
    findings, (scores, bars) = tables(SCORING)[1:]
    sums = {axis: sum(int(row[2]) for row in findings if row[0] == axis) for axis in SCORED}
    assert scores[1:] == [str(sums[axis]) for axis in SCORED]
    assert scores[1:] == [str(card.score(axis)) for axis in SCORED]
    assert bars[1:] == [str(worked.bars[axis]) for axis in SCORED]
    assert not card.passed


def test_worked_example_tells_the_simulated_figures(worked: Transcript) -> None:
    outcome = judge(worked).outcome
    text = re.sub(r"\s+", " ", SCORING.read_text(encoding="utf-8"))
    assert f"to {worked.mood}; hence a CSAT of {outcome.csat}, a CES of {outcome.ces}" in text
    assert f"an NPS of {outcome.nps}." in text


def test_numbers_of_typed_replies_are_those_of_the_code() -> None:
    from scoring.reading import match
    from scoring.reading.reading import UNSURE

    text = re.sub(r"\s+", " ", SCORING.read_text(encoding="utf-8"))
    assert f"From a chance of {match.SURE:.2f} on".replace("0.", ".") in text
    assert f"from {match.POSSIBLE:.1f} on".replace("0.", ".") in text
    assert "which of up to three was meant" in text
    assert match.MOST_ASKED == 3
    assert f"below {UNSURE:.2f}".replace("0.", ".") in text
