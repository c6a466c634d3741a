"""Stories of Twine: the same story in three forms, and nothing lost in silence."""

import html
import json
import random
from pathlib import Path

import pytest

from game.case.reading import read_case
from game.cli import main
from game.errors import DangolError
from game.workshop.drafting import Wish
from game.workshop.twine import losses_of, read_twine
from game.workshop.twine_writing import case_of_story

Story = dict[str, str]

TWEE = """\
:: StoryTitle
The glove

:: StoryData
{"start": "Opens"}

:: Opens [first] {"position": "1,1"}
Hello $name, (if: $x is 1)[a hook]<<set $a to 1>>.
[[Look in the box->Box]] [[Box<-Ask]] [[Send away|Gone]] [[Box]]
[[Take->Box][$x to 2]] [[Nowhere]] <b>Bold</b> [img[cat.png]]
\\:: no passage

:: Box
You find it.
<!-- a note -->
[[Gone]]

:: Gone
She rang off.

:: Code [script]
alert(1)
"""


def generated(number: int) -> tuple[Story, dict[str, list[str]]]:
    """A story of so many passages, each with two links, and where they lead."""
    chance = random.Random(number)
    names = [f"Passage {i} · 대목" for i in range(number)]
    ways = {name: [chance.choice(names), names[(i + 1) % number]] for i, name in enumerate(names)}
    return {
        name: f"Text of {name}.\n[[one->{a}]]\n[[{b}<-two]]" for name, (a, b) in ways.items()
    }, ways


def as_twee(story: Story) -> str:
    return "\n".join(f":: {name}\n{text}\n" for name, text in story.items())


def as_html(story: Story) -> str:
    inner = "".join(
        f'<tw-passagedata pid="{i}" name="{html.escape(name)}">{html.escape(text)}</tw-passagedata>'
        for i, (name, text) in enumerate(story.items(), 1)
    )
    return f'<html><tw-storydata name="Made" startnode="1">{inner}</tw-storydata></html>'


def as_json(story: Story) -> str:
    passages = [{"name": name, "text": text, "tags": []} for name, text in story.items()]
    return json.dumps({"name": "Made", "passages": passages})


@pytest.mark.parametrize("written", [as_twee, as_html, as_json])
def test_a_thousand_passages_keep_their_links(written: object) -> None:
    story, ways = generated(1000)
    assert callable(written)
    found = read_twine(written(story))
    assert list(found.passages) == list(story)
    assert {n: [link.to for link in one.links] for n, one in found.passages.items()} == ways
    text, losses = case_of_story(found, Wish("made", language="en"))
    assert losses == ()
    case = read_case("made.yaml", text.encode()).case
    assert case is not None
    ids = dict(zip(story, case.nodes, strict=True))
    for name, node in zip(story, case.nodes.values(), strict=True):
        assert [reply.go[0].to for reply in node.replies] == [ids[to] for to in ways[name]]
        assert node.say is not None
        assert case.text(node.say.variants[0].text, "en") == f"Text of {name}."


def test_what_cannot_be_carried_is_told_with_its_line() -> None:
    told = {(one.line, one.kind) for one in losses_of(read_twine(TWEE))}
    assert told == {
        (7, "tags"), (8, "variable"), (8, "macro"), (10, "setter"), (10, "no-passage"),
        (10, "markup"), (10, "image"), (15, "comment"), (21, "special"),
    }  # fmt: skip


def test_links_in_all_forms_become_replies() -> None:
    text, _ = case_of_story(read_twine(TWEE), Wish("glove", language="en"))
    case = read_case("glove.yaml", text.encode()).case
    assert case is not None
    replies = {case.text(one.say, "en"): one.go[0].to for one in case.nodes["opens"].replies}
    assert replies == {
        "Look in the box": "box", "Ask": "box", "Send away": "gone", "Box": "box",
        "Take": "box", "Nowhere": "stay",
    }  # fmt: skip
    assert case.nodes["gone"].end == "handled"


def test_a_long_passage_goes_on_in_further_nodes() -> None:
    story = {"Start": "One two three. " * 60 + "\n[[on->End]]", "End": "Over."}
    text, _ = case_of_story(read_twine(as_twee(story)), Wish("long", language="en"))
    case = read_case("long.yaml", text.encode()).case
    assert case is not None
    assert len(case.nodes) > 4


def test_the_command_tells_what_is_lost_and_writes_over_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, out = tmp_path / "s.twee", tmp_path / "glove.yaml"
    story.write_text(TWEE, "utf-8")
    assert main(["import-story", str(story), "-o", str(out), "--lang", "en"]) == 1
    assert f"{story}:8 macro: <<set $a to 1>>" in capsys.readouterr().out
    before = out.read_bytes()
    assert main(["import-story", str(story), "-o", str(out), "--lang", "en"]) == 1
    assert out.read_bytes() == before


@pytest.mark.parametrize(
    "evil",
    [
        "[[" * 50_000, "<" * 50_000, "(a:" * 50_000, "{" * 50_000, "$a " * 50_000, "<<" * 50_000,
        "|a>[" * 20_000, "<!--" * 50_000, "[" * 50_000, "<% " * 50_000, "<script" * 50_000,
        "\\" * 50_000,
    ],
    ids=lambda one: one[:5],
)  # fmt: skip
def test_hostile_passages_are_read_at_once(evil: str) -> None:
    story = read_twine(f":: a\n{evil}\n")
    text, _ = case_of_story(story, Wish("evil", language="en"))
    assert not any(one.code.startswith("Y") for one in read_case("e.yaml", text.encode()).problems)


@pytest.mark.parametrize(
    "text", ["", "hello", "{", '{"a":' * 10_000, "<tw-storydata>", '{"passages": [1, null]}', "::"]
)
def test_what_is_no_story_is_refused_in_words(text: str) -> None:
    with pytest.raises(DangolError, match=r"workshop\.twine"):
        read_twine(text)
