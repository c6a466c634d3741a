"""Steps of resuming.feature."""

import json
import re
from pathlib import Path

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from game.desk import Desk
from game.playthrough import Playthrough
from game.session import Session
from game.view.lines import Voice, lines_of
from tests.homes import desk_at, sql
from tests.plays import BEST, LAMP_TEXT, Terminal, edited_text
from tests.steps.conftest import put_cases, said_by, script

scenarios("../features/resuming.feature")


def play_on(session: Session, said: list[str]) -> None:
    for reply in said:
        session.choose(reply, 2)


@given(parsers.parse('a trainee at the console who has said "{one}" and "{two}"'),
       target_fixture="terminal")  # fmt: skip
def at_the_console(home: Path, one: str, two: str) -> Terminal:
    put_cases(home)
    terminal = Terminal(
        "play", "lamp", "--console", "--mode", "coach", "--seed", "3", "--lang", "en", home=home
    )
    assert "1. " in terminal.until_asked()
    terminal.say(one)
    terminal.say(two)
    return terminal


@when("the program is killed and started again", target_fixture="desk")
def killed(terminal: Terminal, home: Path) -> Desk:
    terminal.kill()
    return desk_at(home)


@given("a trainee who has played to the end")
def has_ended(home: Path) -> None:
    put_cases(home)
    play_on(desk_at(home).begin("lamp", "coach", "en", 3), list(BEST))


@given(parsers.parse("a trainee who left after: {said}"))
def has_left(home: Path, said: str) -> None:
    put_cases(home)
    play_on(desk_at(home).begin("lamp", "coach", "ko", 3), list(script(said)))


@when("the program is started again", target_fixture="desk")
def started_again(home: Path) -> Desk:
    return desk_at(home)


@when(parsers.parse('the author renames the {kind} "{old}" to "{new}"'))
def renamed(home: Path, kind: str, old: str, new: str) -> None:
    put_cases(home, edited_text((f"- id: {old}\n", f"- id: {new}\n")))


@when(parsers.parse('the author renames the reply "{old}" to "{new}" and says what it was'))
def renamed_reply(home: Path, old: str, new: str) -> None:
    put_cases(home, edited_text((f"- id: {old}\n", f"- id: {new}\n        was: {old}\n")))


@when(parsers.parse('the author renames the node "{old}" to "{new}" and says what it was'))
def renamed_node(home: Path, old: str, new: str) -> None:
    text = LAMP_TEXT.replace(f"go: {old}\n", f"go: {new}\n")
    put_cases(home, edited_text((f"\n  {old}:\n", f"\n  {new}:\n    was: {old}\n"), text=text))


@when(parsers.parse('the author writes "{words}" for what the customer says at "{node}"'))
def reworded(home: Path, words: str, node: str) -> None:
    said = re.search(rf"\n  {node}:\n(?:    .*\n)*?    say: (.*)\n", LAMP_TEXT)
    assert said
    put_cases(home, edited_text((said[1], words)))


@when("the last entry of the save is cut in half")
def cut(home: Path) -> None:
    half = "substr(entry, 1, length(entry) / 2)"
    last = "number = (SELECT max(number) FROM inputs)"
    sql(home, f"UPDATE inputs SET entry = {half} WHERE {last}")


@when(parsers.parse('"{old}" becomes "{new}" in the save'))
def changed_by_hand(home: Path, old: str, new: str) -> None:
    found = "SELECT count(*) FROM inputs WHERE entry LIKE ?"
    assert sql(home, found, f'%"{old}"%') == [(1,)]
    sql(home, "UPDATE inputs SET entry = replace(entry, ?, ?)", f'"{old}"', f'"{new}"')


@pytest.fixture
def session(home: Path) -> Session:
    """The play that was left, resumed by a program started anew."""
    desk = desk_at(home)
    left = desk.title("ko").unfinished
    assert left is not None
    return desk.resume(left.save, "ko")


@pytest.fixture
def run(session: Session) -> Playthrough:
    """The play that the shared steps look at."""
    return session.run


@then(parsers.parse("the play that was left can be resumed after reply {turn:d}"))
def can_be_resumed(desk: Desk, turn: int) -> None:
    left = desk.title("en").unfinished
    assert left is not None
    assert left.where == f"up to reply {turn} · Coach"


@then("resumed, it is the same conversation")
def same_conversation(session: Session, terminal: Terminal) -> None:
    assert session.run.header.seed == 3
    lines = list(lines_of(session.run, "en"))
    assert [line.turn for line in lines if line.voice is Voice.AGENT] == [1, 2]
    assert all(line.text in terminal.shown for line in lines)


@then("there is nothing to resume")
def nothing_to_resume(desk: Desk) -> None:
    title = desk.title("en")
    assert title.cards
    assert title.unfinished is None


@then(parsers.parse('the play resumes after reply {turn:d}, with word that it parts at "{node}"'))
def resumes_where_it_parts(session: Session, turn: int, node: str) -> None:
    assert session.run.play.turn == turn
    assert session.view("en").notice == session.view("ko").notice
    assert f"'{node}'" in session.view("ko").notice


@then(parsers.parse("the play resumes after reply {turn:d}, with no word about it"))
def resumes_whole(session: Session, turn: int) -> None:
    assert session.run.play.turn == turn
    assert session.view("ko").notice == ""


@then(parsers.parse("the play resumes after reply {turn:d}, with word of the damage"))
def resumes_before_the_damage(session: Session, turn: int) -> None:
    assert session.run.play.turn == turn
    assert "망가져" in session.view("ko").notice


@then("the old save is kept beside it")
def old_is_kept(session: Session, home: Path) -> None:
    assert session.view("ko").notice
    assert [json.loads(entry)["choose"] for entry in set_aside(home, "older")] == [
        "ask", "file", "tell-day",
    ]  # fmt: skip


@then("the damaged save is kept beside it")
def damaged_is_kept(session: Session, home: Path) -> None:
    assert session.view("ko").notice
    *whole, cut = set_aside(home, "damaged")
    assert [json.loads(entry)["choose"] for entry in whole] == ["ask", "file"]
    assert not cut.endswith("}")


def set_aside(home: Path, why: str) -> list[str]:
    """The entries of the one save that was set aside."""
    wanted = "SELECT entry FROM inputs JOIN plays ON id = play WHERE aside = ? ORDER BY number"
    return [entry for (entry,) in sql(home, wanted, why)]


@then(parsers.parse('it says to the customer "{words}"'))
def says(run: Playthrough, words: str) -> None:
    assert words in said_by(run, Voice.AGENT)
