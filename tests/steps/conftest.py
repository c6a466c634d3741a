"""Steps that more than one feature takes: a case, a play of it, and what came of it."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when
from pytest_bdd.parser import Feature

from game.case.model import Case
from game.cli import main
from game.errors import DangolError
from game.inputs_file import play_inputs
from game.playthrough import Mode, Playthrough
from game.view.debrief import DebriefView, FindingView, debrief_view
from game.view.dialogue import replies_of
from game.view.lines import Voice, lines_of
from game.view.result import ending_of
from game.words import Lang, words
from tests.plays import LAMP_ENGLISH, LAMP_TEXT, case_of, journey, lamp, played

LANGUAGES: dict[str, Lang] = {"Korean": "ko", "English": "en"}
Printed = tuple[int, str, str]
FEATURE = pytest.StashKey[str]()


def pytest_bdd_before_scenario(request: pytest.FixtureRequest, feature: Feature) -> None:
    """Keeps the file of the feature, beside which the case of a story test lies."""
    request.node.stash[FEATURE] = feature.filename


@pytest.fixture
def dangol(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Runs the program: its exit code, what it printed and what it complained of."""

    def run(*arguments: str) -> Printed:
        capsys.readouterr()
        code = main([*arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def speaks() -> Lang:
    """The language of scenarios that name none."""
    return "en"


@given(parsers.parse('a trainer\'s case "{name}"'), target_fixture="case")
def a_case(name: str) -> Case:
    assert name == lamp().id
    return lamp()


@given(parsers.parse('a trainer\'s case "{name}" without its English table'), target_fixture="case")
def a_case_in_korean(name: str) -> Case:
    return case_of(LAMP_TEXT)


@given(parsers.parse('a trainer\'s case "{name}" that takes no free text'), target_fixture="case")
def a_case_without_free_text(name: str) -> Case:
    return case_of(LAMP_TEXT.replace("free-text: {else: unclear}\n", ""), LAMP_ENGLISH)


@given(parsers.parse('the case "{name}" in the trainer\'s own folder'), target_fixture="case")
def a_case_at_home(name: str, home: Path) -> Case:
    put_cases(home)
    return lamp()


@given(
    "a trainer's case of a cake: two customers at the counter, and a message a week later",
    target_fixture="case",
)
def the_cake() -> Case:
    return journey()


def put_cases(home: Path, text: str = LAMP_TEXT) -> Path:
    """Puts the case of the tests where a user keeps their own; gives its file."""
    folder = home / "scenarios"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "lamp.en.yaml").write_text(LAMP_ENGLISH, "utf-8")
    (folder / "lamp.yaml").write_text(text, "utf-8")
    return folder / "lamp.yaml"


def script(said: str) -> Sequence[str]:
    return [line.strip() for line in said.split(",")]


@when(parsers.parse('a trainee plays it in "{language}": {said}'), target_fixture="run")
def play_it(case: Case, language: str, said: str) -> Playthrough:
    return played(script(said), case, lang=LANGUAGES[language])


@when(parsers.parse("a trainee plays it as an exam: {said}"), target_fixture="run")
def play_exam(case: Case, said: str) -> Playthrough:
    return played(script(said), case, Mode.EXAM, "en")


@when(parsers.parse("a trainee explores it: {said}"), target_fixture="run")
def play_exploring(case: Case, said: str) -> Playthrough:
    return played(script(said), case, Mode.EXPLORE, "en")


@when(parsers.parse("a trainee says once more: {said}"), target_fixture="before")
def play_on(run: Playthrough, said: str) -> DebriefView:
    before = debrief_view(run, "en")
    play_inputs(run, "\n".join(script(said)), "en")
    return before


@when(parsers.parse("the trainee goes back to reply {turn:d} and says: {said}"))
def go_back(run: Playthrough, turn: int, said: str) -> None:
    run.back(turn)
    play_inputs(run, "\n".join(script(said)), "en")


def language_of(run: Playthrough) -> Lang:
    return "ko" if run.header.language == "ko" else "en"


def said_by(run: Playthrough, voice: Voice) -> list[str]:
    return [line.text for line in lines_of(run, language_of(run)) if line.voice is voice]


def debrief(run: Playthrough) -> DebriefView:
    return debrief_view(run, language_of(run))


def findings(run: Playthrough) -> list[FindingView]:
    return [one for turn in debrief(run).turns for one in turn.findings]


@then(parsers.parse('the customer has opened with "{words}"'))
def customer_opened(run: Playthrough, words: str) -> None:
    assert words in said_by(run, Voice.CUSTOMER)[0]


@then(parsers.parse('the customer\'s last words are "{words}"'))
def customer_said_last(run: Playthrough, words: str) -> None:
    assert said_by(run, Voice.CUSTOMER)[-1] == words


@then(parsers.parse('the customer has not said "{words}"'))
def customer_did_not_say(run: Playthrough, words: str) -> None:
    assert words not in said_by(run, Voice.CUSTOMER)


@then(parsers.parse('the desk has shown "{words}"'))
def desk_has_shown(run: Playthrough, words: str) -> None:
    assert words in said_by(run, Voice.DESK)


@then(parsers.parse('the trainee has said "{words}"'))
def trainee_said(run: Playthrough, words: str) -> None:
    assert any(words in said for said in said_by(run, Voice.AGENT))


@then(parsers.parse('the trainee has not said "{words}"'))
def trainee_did_not_say(run: Playthrough, words: str) -> None:
    assert words not in said_by(run, Voice.AGENT)


@then(parsers.parse('the trainee may say "{words}"'))
def trainee_may_say(run: Playthrough, words: str) -> None:
    assert words in [reply.text for reply in replies_of(run, language_of(run))]


@then(parsers.parse('the trainee may not say "{words}"'))
def trainee_may_not_say(run: Playthrough, words: str) -> None:
    offered = [reply.text for reply in replies_of(run, language_of(run))]
    assert offered
    assert words not in offered


@then(parsers.parse('the case has ended at "{node}"'))
def case_ended_at(run: Playthrough, node: str) -> None:
    assert ending_of(run) == node
    assert run.play.ended


@then(parsers.parse('the debrief shows the letter "{letter}"'))
def debrief_shows_letter(run: Playthrough, letter: str) -> None:
    assert debrief(run).letter == letter


@then("the play is passed")
def play_is_passed(run: Playthrough) -> None:
    assert debrief(run).passed


@then("the play is not passed")
def play_is_not_passed(run: Playthrough) -> None:
    assert run.play.ended
    assert not debrief(run).passed


@then(parsers.parse('going back to reply {turn:d} is refused with "{said}"'))
def going_back_is_refused(run: Playthrough, turn: int, said: str) -> None:
    before = run.digest
    with pytest.raises(DangolError) as refused:
        run.back(turn)
    assert words("en", refused.value.key, **refused.value.values) == said
    assert run.digest == before
