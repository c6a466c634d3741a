"""Bots: their published order, their ties, their noise, and that they can be played again."""

import re
from collections import Counter

import pytest

from game.engine.advance import begin
from game.engine.bots import BOTS, MOST_TURNS, RANDOM, SOLVER, Bot, Player, Tie, chosen_by
from game.words import LANGUAGES, Lang
from game.workshop.trying import played_by
from scoring.acts import ACTS
from tests.bots_table import table
from tests.plays import ROOT, edited, go, lamp


def first(bot: Bot, seed: int = 0) -> str:
    """The reply that a bot gives first."""
    reply = chosen_by(bot, begin(lamp(), seed)[0], Counter(), seed)
    assert reply is not None
    return reply.id


def test_orders_name_acts_that_there_are_and_none_twice() -> None:
    for bot in BOTS:
        named = [act for group in bot.prefers for act in group]
        assert set(named) <= ACTS.keys()
        assert len(named) == len(set(named))
    assert len({bot.id for bot in (*BOTS, RANDOM)}) == len(BOTS) + 1


def test_bot_gives_what_its_order_likes_best() -> None:
    liked = {bot.id: first(bot) for bot in BOTS}
    assert liked["solver"] == "ask"
    assert liked["blame-shifter"] == "exchange-no"
    assert liked["people-pleaser"] == "promise"
    assert liked["speed-runner"] == "brush"


def test_tie_is_broken_as_published() -> None:
    by = {tie: first(Bot("any", (), tie)) for tie in (Tie.FIRST, Tie.SHORTEST, Tie.LONGEST)}
    assert by == {Tie.FIRST: "brush", Tie.SHORTEST: "brush", Tie.LONGEST: "file"}
    assert len({first(RANDOM, seed) for seed in range(20)}) > 2


def test_nobody_says_the_same_while_there_is_anything_else() -> None:
    play, _ = go(lamp())
    given: Counter[tuple[str, str]] = Counter({("opens", "promise"): 1})
    pleaser = next(bot for bot in BOTS if bot.id == "people-pleaser")
    reply = chosen_by(pleaser, play, given, 0)
    assert reply is not None
    assert reply.id != "promise"


def test_solver_gives_weak_replies_last() -> None:
    for seed in range(5):
        for step in played_by(lamp(), SOLVER, seed).steps:
            taken = step.taken.move
            assert taken is not None
            reply = lamp().nodes[step.before.node].reply(getattr(taken, "reply", ""))
            assert reply is not None
            assert reply.better is None


def test_same_seed_is_the_same_play_and_noise_changes_it() -> None:
    def taken(seed: int, noise: int) -> list[object]:
        return [step.taken for step in played_by(lamp(), SOLVER, seed, noise).steps]

    assert taken(3, 15) == taken(3, 15)
    assert any(taken(seed, 15) != taken(seed, 0) for seed in range(10))
    assert len({tuple(map(str, taken(seed, 100))) for seed in range(20)}) > 5


def test_bot_gives_up_where_a_case_never_ends() -> None:
    case = edited(
        ("[close]\n", "[close]\n        if: mood > 100\n"),
        ("[beg]\n", "[beg]\n        if: mood > 100\n"),
    )
    run = played_by(case, SOLVER, 0)
    assert not run.play.ended
    assert run.play.turn == MOST_TURNS
    assert Player(SOLVER, 0).move(run.play) is None


# The table in the guides

GUIDES: dict[Lang, str] = {"en": "README.md", "ko": "README.ko.md"}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_table_of_the_guides_is_the_order_that_is_played(lang: Lang) -> None:
    printed = table(lang)
    assert all(f"| `{bot.id}` |" in printed for bot in BOTS)
    assert all(f"`{act}`" in printed for bot in BOTS for group in bot.prefers for act in group)
    guide = (ROOT / "scenarios" / GUIDES[lang]).read_text("utf-8")
    assert re.findall(r"<!-- bots -->\n(.*?)<!-- /bots -->", guide, re.DOTALL) == [printed]
