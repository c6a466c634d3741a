"""The guides hold what they say: every example is read and checked, every field is mentioned.

In `scenarios/README*.md` a block of `yaml` whose first line is `case:` is a whole case. Each later
block is put into it, and what is checked is the case as it has grown so far. Words behind `yaml`
tell of exceptions: `allow=` and `wrong=` name the codes of the problems that the check finds there,
`aside` and `wrong=` that the block is not kept, `table` that it is a translation table.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from game import cli
from game.case.library import check_file, read_file
from game.case.schema import case_schema, reference
from game.desk import new_run
from game.engine.inputs import Choose, Input
from game.playthrough import Mode
from game.transcribe import transcribe
from scoring.acts import ACTS
from scoring.judge import judge
from scoring.scorecard import SCORED
from scoring.transcript import Transcript

ROOT = Path(__file__).resolve().parents[2]
GUIDES = {"en": ROOT / "scenarios/README.md", "ko": ROOT / "scenarios/README.ko.md"}
SCORING = ROOT / "scoring/README.md"

_BLOCK = re.compile(r"^```(\w*)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_REFERENCE = re.compile(r"<!-- reference -->\n(.*)<!-- /reference -->", re.DOTALL)

in_both = pytest.mark.parametrize("language", GUIDES)


@dataclass(frozen=True, slots=True)
class Example:
    """One block of YAML, at a line of the guide; `codes` are the problems it must have."""

    line: int
    text: str
    is_table: bool
    is_kept: bool
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stage:
    """An example and the case with it in; of a table, the case beside it."""

    language: str
    example: Example
    case: str


def examples(guide: str) -> Iterator[Example]:
    """The examples of a guide, in order."""
    for found in _BLOCK.finditer(guide):
        language, info, text = found[1], found[2], found[3]
        if language != "yaml":
            continue
        words = {name: of for name, _, of in (word.partition("=") for word in info.split())}
        assert words.keys() <= {"allow", "wrong", "aside", "table"}, info
        codes = words.get("wrong", words.get("allow", ""))
        yield Example(
            line=guide.count("\n", 0, found.start()) + 1,
            text=text,
            is_table="table" in words,
            is_kept=not words.keys() & {"wrong", "aside", "table"},
            codes=frozenset(codes.split(",")) - {""},
        )


def stages(language: str) -> Iterator[Stage]:
    """Every example of a guide with the case as it has grown so far."""
    case = ""
    for one in examples(GUIDES[language].read_text(encoding="utf-8")):
        if one.is_table:
            yield Stage(language, one, case)
            continue
        whole = one.text if one.text.startswith("case:") else grown(case, one.text)
        yield Stage(language, one, whole)
        case = whole if one.is_kept else case


@cache
def whole_case(language: str) -> str:
    """The case that the examples of a guide make in the end."""
    return [stage.case for stage in stages(language) if stage.example.is_kept][-1]


# Putting an example into the case, letter by letter as the guide has it.


def grown(case: str, example: str) -> str:
    """The case with an example in it: fields replaced, what has parts joined part by part."""
    parts = _parts(case)
    for name, new in _parts(example).items():
        old = parts.get(name, "")
        parts[name] = _joined(old, new) if _has_parts(old) and _has_parts(new) else new
    return "".join(parts.values())


def _parts(block: str) -> dict[str, str]:
    """The text of every field of a mapping, or of every reply of a list, by its name."""
    parts: dict[str, str] = {}
    name = ""
    for line in block.splitlines(keepends=True):
        if re.match(r"[^\s#]", line):
            name = line.removeprefix("- id:").strip() if line[0] == "-" else line.split(":")[0]
        parts[name] = parts.get(name, "") + line
    return parts


def _has_parts(block: str) -> bool:
    """Whether it is a reply, or a field that holds fields or replies."""
    head, _, rest = block.partition("\n")
    first = rest.lstrip(" ")
    return head.startswith("- id:") or (
        head.endswith(":") and (first.startswith("- id:") or first[:1] not in ("-", ""))
    )


def _joined(old: str, new: str) -> str:
    head, _, rest = old.partition("\n")
    inner = grown(_moved(rest, -2), _moved(new.partition("\n")[2], -2))
    return f"{head}\n{_moved(inner, 2)}"


def _moved(block: str, by: int) -> str:
    if by < 0:
        return re.sub(rf"^ {{{-by}}}", "", block, flags=re.MULTILINE)
    return re.sub(r"^(?=.)", " " * by, block, flags=re.MULTILINE)


# The examples


@pytest.mark.parametrize(
    "stage",
    [
        pytest.param(stage, id=f"{GUIDES[language].name}:{stage.example.line}")
        for language in GUIDES
        for stage in stages(language)
    ],
)
def test_example_has_just_the_problems_it_names(stage: Stage, tmp_path: Path) -> None:
    path = tmp_path / "one-glove.yaml"
    path.write_text(stage.case, encoding="utf-8")
    if stage.example.is_table:
        path = path.with_suffix(".ko.yaml" if stage.language == "en" else ".en.yaml")
        path.write_text(stage.example.text, encoding="utf-8")
    found = check_file(path)
    assert {one.code for one in found} == stage.example.codes, found


@in_both
def test_the_examples_make_one_whole_case(language: str, tmp_path: Path) -> None:
    path = tmp_path / "one-glove.yaml"
    path.write_text(whole_case(language), encoding="utf-8")
    assert check_file(path) == []
    assert len(whole_case(language).splitlines()) > 150


@in_both
def test_every_block_is_an_example_or_a_command(language: str) -> None:
    found = [block[1] for block in _BLOCK.finditer(GUIDES[language].read_text(encoding="utf-8"))]
    assert set(found) == {"yaml", "sh"}


@pytest.mark.parametrize("guide", [*GUIDES.values(), SCORING], ids=lambda path: path.parent.name)
def test_every_command_exists(guide: Path) -> None:
    blocks = _BLOCK.finditer(guide.read_text(encoding="utf-8"))
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


DECLARED = tuple(parts_of(case_schema()))
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
    prose = _BLOCK.sub("", guide)
    assert [key for key in FIELDS if key not in written and not is_named(key, prose)] == []


def _blocks(guide: str) -> list[str]:
    return [block[3] for block in _BLOCK.finditer(guide)]


@in_both
def test_every_feature_of_a_problem_fact_is_explained(language: str) -> None:
    prose = _BLOCK.sub("", told(language))
    features = [*PROBLEM, "solves", "undoes", "seems"]
    assert [name for name in features if not is_named(name, prose)] == []


@in_both
def test_every_act_is_explained(language: str) -> None:
    prose = _BLOCK.sub("", told(language))
    assert [name for name in ACTS if f"`{name}`" not in prose] == []


@in_both
def test_every_word_to_choose_from_is_explained(language: str) -> None:
    prose = _BLOCK.sub("", told(language))
    own = {"ko", "en"}  # the languages: every reader knows their own
    assert [word for word in WORDS if word not in own and not is_named(word, prose)] == []


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

    text = re.sub(r"\s+", " ", SCORING.read_text(encoding="utf-8"))
    sure, margin, possible = (
        f"{number:.2f}".lstrip("0") for number in (match.SURE, match.MARGIN, match.POSSIBLE)
    )
    assert f"From {sure} on, {margin} ahead of the next" in text
    assert f"from {possible} on it asks which of up to three" in text
    assert match.MOST_ASKED == 3
