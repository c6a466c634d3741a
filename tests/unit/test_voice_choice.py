"""Which model words the customers: chosen, agreed to, kept, tried, and never by a case."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from time import sleep

import pygame
import pytest

from game.case.schema import KINDS, schema_of
from game.cli import main
from game.customers.choosing import FILE, Choice, agreed_to, chosen, read_choice
from game.customers.probing import example, example_messages, probed
from game.customers.servers import Server, is_key_lent, key_for, lend_key
from game.desk import Desk
from game.errors import CustomerUnavailable
from game.screens.canvas import Canvas
from game.screens.inspect import problems
from game.screens.settings import SettingsScreen
from game.screens.stack import Pop, Push
from game.screens.voice import VoiceScreen
from game.store.voice import VoiceFile
from game.voices import Voices
from game.words import LANGUAGES, Lang, words
from tests.llm_server import Stub, stub_server

AWAY = "https://models.example.org/v1"
HERE = "http://localhost:11434/v1"
SECRET = "sk-secret-of-this-test"
Printed = tuple[int, str, str]


@pytest.fixture
def dangol(home: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    def run(*arguments: str) -> Printed:
        code = main([*arguments, "--lang", "en"])
        return code, *capsys.readouterr()

    return run


@pytest.fixture
def able() -> Iterator[Stub]:
    with stub_server() as stub:
        yield stub


@pytest.fixture
def voices(home: Path) -> Voices:
    return Voices(VoiceFile(home), {})


def on(home: Path, base_url: str = AWAY, model: str = "m") -> Choice:
    """A choice that was agreed to, kept in the data folder."""
    choice = agreed_to(Choice(base_url, model))
    VoiceFile(home).write(choice)
    return choice


# The file


def test_off_until_somebody_agreed(home: Path, voices: Voices) -> None:
    assert chosen(home, {}) is None
    voices.name(AWAY, "m")
    assert voices.view("en").state == "ask"
    assert chosen(home, {}) is None
    voices.agree()
    assert chosen(home, {}) == (Server(AWAY, "m"), None)
    voices.switch_off()
    assert chosen(home, {}) is None
    assert Voices(VoiceFile(home), {}).view("en").state == "off"


@pytest.mark.parametrize(
    ("base_url", "model"),
    [
        ("https://other.example.org/v1", "m"),
        (AWAY, "another"),
        ("https://models.example.org:8443/v1", "m"),
    ],
)
def test_another_host_or_model_is_asked_about_anew(
    home: Path, voices: Voices, base_url: str, model: str
) -> None:
    voices.name(AWAY, "m")
    voices.agree()
    voices.name(base_url, model)
    assert voices.view("en").state == "ask"
    assert chosen(home, {}) is None
    with pytest.raises(CustomerUnavailable) as refused:
        voices.try_out("en")
    assert refused.value.key == "voice.not-agreed"


def test_a_file_changed_by_hand_is_not_agreed_to(home: Path) -> None:
    choice = on(home)
    VoiceFile(home).write(replace(choice, base_url="https://evil.example.com/v1"))
    assert chosen(home, {}) is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "3",
        '{"on": "yes"}',
        '{"base_url": 3}',
        '{"agreed": {"host": 3}}',
        "[" * 99_999,
    ],
)
def test_a_file_that_makes_no_sense_is_said_in_one_sentence(home: Path, text: str) -> None:
    home.mkdir()
    (home / FILE).write_text(text, "utf-8")
    assert chosen(home, {}) is None
    with pytest.raises(CustomerUnavailable) as refused:
        read_choice(home)
    assert refused.value.key == "voice.file"
    view = Voices(VoiceFile(home), {}).view("en")
    assert view.state == "wrong"
    assert str(home / FILE) in view.sentence


@pytest.mark.parametrize(
    "base_url",
    [
        "ftp://x/v1",
        "http://models.example.org/v1",
        "https://[",
        "https://a:b@c/v1",
        "nothing",
        "https://x:99999999/v1",
    ],
)
def test_a_server_that_may_not_be_used_never_is(home: Path, base_url: str) -> None:
    voices = Voices(VoiceFile(home), {})
    voices.name(base_url, "m")
    view = voices.view("en")
    assert (view.state, view.where) == ("wrong", "")
    with pytest.raises(CustomerUnavailable):
        voices.agree()
    VoiceFile(home).write(replace(Choice(base_url, "m"), is_on=True, agreed=("x", "m")))
    assert chosen(home, {}) is None


def test_no_case_can_set_any_of_it() -> None:
    known = {name for kind in KINDS for name in names_in(schema_of(kind))}
    assert "mood" in known
    assert not {one for one in known if re.search(r"url|model|key|host|server|llm|consent", one)}


def names_in(schema: object) -> Iterator[str]:
    """The names of all the fields that a schema takes."""
    if isinstance(schema, dict):
        yield from schema.get("properties", {})
    for one in schema.values() if isinstance(schema, dict) else schema:  # type: ignore[attr-defined]
        if isinstance(one, dict | list):
            yield from names_in(one)


# Keys


def test_a_key_goes_to_its_own_host_alone(home: Path) -> None:
    on(home)
    environ = {"DANGOL_LLM_KEY": SECRET, "DANGOL_LLM_HOST": "elsewhere.example.org"}
    assert chosen(home, environ) == (Server(AWAY, "m"), None)
    environ["DANGOL_LLM_HOST"] = "models.example.org"
    assert chosen(home, environ) == (Server(AWAY, "m"), SECRET)
    assert chosen(home, {"OPENAI_API_KEY": SECRET}) == (Server(AWAY, "m"), None)


def test_a_lent_key_is_for_this_run_and_this_host(home: Path, voices: Voices) -> None:
    voices.name(AWAY, "m")
    voices.agree()
    voices.lend_key(f" {SECRET} ")
    assert chosen(home, {}) == (Server(AWAY, "m"), SECRET)
    assert key_for(Server("https://other.example.org/v1", "m"), {}) is None
    assert all(SECRET not in path.read_text("utf-8") for path in home.rglob("*") if path.is_file())
    assert SECRET not in repr(voices.view("en"))
    lend_key(Server(AWAY, "m"), "")
    assert not is_key_lent(Server(AWAY, "m"))


# A try


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_is_shown_is_what_is_sent(able: Stub, lang: Lang) -> None:
    tried = probed(Server(able.base_url, "good"), None, lang)
    assert (tried.said, tried.fault, tried.refused) == (example(lang).meaning, "", "")
    assert able.asked[0]["messages"] == example_messages(lang)


@pytest.mark.parametrize("fault", ["401", "404", "429", "500", "html"])
def test_whatever_goes_wrong_is_a_sentence(home: Path, able: Stub, fault: str) -> None:
    voices = Voices(VoiceFile(home), {})
    voices.name(able.base_url, fault)
    voices.agree()
    voices.try_out("en")
    waited(voices)
    view = voices.view("en")
    assert view.tried
    assert not view.went_well


def waited(voices: Voices) -> None:
    while voices.is_trying:
        sleep(0.01)


# The screen


def press(screen: VoiceScreen, *keys: int) -> object:
    change: object = None
    for key in keys:
        change = screen.on_event(pygame.event.Event(pygame.KEYDOWN, key=key, mod=0, unicode=""))
        screen.update(0)
        screen.draw(screen.canvas.surface)
    return change


def typed(screen: VoiceScreen, text: str) -> None:
    screen.on_event(pygame.event.Event(pygame.TEXTINPUT, text=text))
    screen.update(0)
    screen.draw(screen.canvas.surface)


@pytest.fixture
def screen(desk: Desk, canvas: Canvas, home: Path) -> VoiceScreen:
    desk.voices = Voices(VoiceFile(home), {})
    desk.set(lang="en")
    made = VoiceScreen(desk, canvas)
    made.draw(canvas.surface)
    return made


def test_by_keys_alone_it_is_set_agreed_to_tried_and_taken_back(
    screen: VoiceScreen, home: Path, able: Stub
) -> None:
    typed(screen, able.base_url)
    press(screen, pygame.K_RETURN)
    typed(screen, "good")
    press(screen, pygame.K_RETURN)
    typed(screen, SECRET)
    assert SECRET not in " ".join(str(one.value) for one in screen.page.widgets())
    press(screen, pygame.K_RETURN)
    focus_on(screen, "try")
    press(screen, pygame.K_RETURN)
    assert screen.modal is not None
    press(screen, pygame.K_RETURN)  # the button that Enter takes at first sends nothing
    assert not screen.modal
    assert chosen(home, {}) is None
    assert able.asked == []
    press(screen, pygame.K_RETURN)
    said_yes(screen)
    waited(screen.desk.voices)  # type: ignore[arg-type]
    press(screen, pygame.K_TAB)
    assert screen.view.went_well
    assert able.keys == [f"Bearer {SECRET}"]
    assert chosen(home, {}) == (Server(able.base_url, "good"), SECRET)
    focus_on(screen, "withdraw")
    press(screen, pygame.K_RETURN)
    assert chosen(home, {}) is None
    assert isinstance(press(screen, pygame.K_ESCAPE), Pop)
    lend_key(Server(able.base_url, "good"), "")


def said_yes(screen: VoiceScreen) -> None:
    assert screen.modal is not None
    screen.modal.page.set_focus("yes")
    press(screen, pygame.K_RETURN)


def focus_on(screen: VoiceScreen, name: str) -> None:
    for _ in range(12):
        if screen.page.focus and screen.page.focus.name == name:
            return
        press(screen, pygame.K_TAB)
    raise AssertionError(name)


def test_what_was_typed_is_kept_when_the_screen_is_left(screen: VoiceScreen, home: Path) -> None:
    typed(screen, HERE)
    press(screen, pygame.K_ESCAPE)
    assert read_choice(home).base_url == HERE


def test_the_settings_tell_how_it_stands_and_lead_to_it(desk: Desk, canvas: Canvas) -> None:
    desk.set(lang="en")
    settings = SettingsScreen(desk, canvas, "voice")
    settings.draw(canvas.surface)
    assert any(words("en", "voice.state.unset") in one.label for one in settings.page.widgets())
    settings.page.set_focus("customers")
    change = settings.on_event(
        pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="")
    )
    assert isinstance(change, Push)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_clipped_or_in_the_way(
    desk: Desk, canvas: Canvas, home: Path, lang: Lang, scale: float
) -> None:
    on(home, base_url="https://a-rather-long-name.of-some-company.example.org/openai/v1")
    desk.voices = Voices(VoiceFile(home), {})
    desk.set(lang=lang, text_scale=scale)
    for state in ("on", "off", "ask"):
        if state != "on":
            desk.voices.switch_off() if state == "off" else desk.voices.withdraw()
        screen = VoiceScreen(desk, canvas)
        screen.draw(canvas.surface)
        assert screen.view.state == state
        assert problems(canvas) == []


# The command


def test_everything_is_possible_without_a_window(
    dangol: Callable[..., Printed], home: Path, able: Stub
) -> None:
    assert dangol("voice")[0] == 1
    code, _, said = dangol("voice", "--base-url", able.base_url, "--model", "good")
    assert (code, able.asked) == (2, [])
    assert "--yes" in said
    code, out, said = dangol("voice", "--yes")
    assert code == 0
    assert "127.0.0.1" in out
    assert example("en").meaning in said
    assert chosen(home, {}) == (Server(able.base_url, "good"), None)
    code, out, _ = dangol("voice", "--try")
    assert (code, example("en").meaning in out) == (0, True)
    assert dangol("voice", "--off")[0] == 1
    assert dangol("voice", "--yes")[0] == 0
    assert dangol("voice", "--forget")[0] == 1
    assert read_choice(home).agreed is None


@pytest.mark.parametrize(
    "wrong",
    [
        ("--base-url", HERE),
        ("--base-url", "http://far.example.org/v1", "--model", "m"),
        ("--off", "--try"),
        ("--try",),
    ],
)
def test_what_cannot_be_is_refused(
    dangol: Callable[..., Printed], home: Path, wrong: tuple[str, ...]
) -> None:
    code, _, said = dangol("voice", *wrong)
    assert code in (1, 2)
    assert said.startswith(words("en", "cli.error", said="")[:3])
    assert chosen(home, {}) is None


def test_a_bad_file_is_one_sentence_of_the_command(
    dangol: Callable[..., Printed], home: Path
) -> None:
    home.mkdir()
    (home / FILE).write_text("{", "utf-8")
    code, _, said = dangol("voice")
    assert code == 1
    assert json.dumps(FILE).strip('"') in said
    assert said.count("\n") == 1
