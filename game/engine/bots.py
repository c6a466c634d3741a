"""Bots: players that know no case, only an order of preference over what replies do.

A case teaches when the solver passes it and no other bot does. `random` is no opinion on a case:
it only measures what is reached. Every choice follows from the case, the bot and the seed.
"""

import hashlib
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from game.case.model import Case
from game.case.nodes import Reply
from game.engine.inputs import Choose, Input
from game.engine.offers import on_offer
from game.engine.play import Play

MOST_TURNS: Final = 80
SHARE_OF_NOISE: Final = 15  # per cent of the moves


class Tie(StrEnum):
    """Which of several replies that are liked the same; what is still equal, the seed picks."""

    FIRST = "first"
    SHORTEST = "shortest"
    LONGEST = "longest"
    DRAWN = "drawn"


@dataclass(frozen=True, slots=True)
class Bot:
    """An order of preference: acts in groups, the best liked first; then whatever is in none.

    A reply counts as its best liked act; `good_only` puts those with a `better` behind all others.
    """

    id: str
    prefers: tuple[tuple[str, ...], ...]
    tie: Tie
    good_only: bool = False


SOLVER: Final = Bot(
    "solver",
    (
        ("apologise",),
        ("acknowledge", "interpret", "ask"),
        ("thank", "paraphrase"),
        ("own", "do", "report", "escalate", "refuse", "warn"),
        ("inform", "offer", "reassure"),
        ("confirm", "recap", "pass-on", "accept-thanks", "greet"),
    ),
    Tie.FIRST,
    good_only=True,
)
BOTS: Final = (
    SOLVER,
    Bot(
        "script-reader",
        (("greet", "jargon"), ("stonewall", "recap"), ("inform", "refuse"), ("confirm", "close")),
        Tie.LONGEST,
    ),
    Bot(
        "speed-runner",
        (("end-call", "close"), ("act-only", "dismiss"), ("deflect",), ("do", "inform")),
        Tie.SHORTEST,
    ),
    Bot(
        "people-pleaser",
        (("false-promise",), ("placate",), ("reassure", "offer"), ("accept-thanks", "acknowledge")),
        Tie.FIRST,
    ),
    Bot(
        "blame-shifter",
        (("blame", "compare"), ("patronise", "stonewall"), ("deflect", "escalate"), ("refuse",)),
        Tie.FIRST,
    ),
    Bot(
        "over-apologiser",
        (("apologise",), ("reassure", "refuse-thanks"), ("acknowledge",)),
        Tie.LONGEST,
    ),
    Bot(
        "coupon-thrower",
        (("bribe", "placate"), ("sell", "beg"), ("offer",)),
        Tie.FIRST,
    ),
)
RANDOM: Final = Bot("random", (), Tie.DRAWN)


def chosen_by(
    bot: Bot, play: Play, given: Counter[tuple[str, str]], seed: int, noise: int = 0
) -> Reply | None:
    """The reply that a bot gives now; None where nothing is on offer.

    `given` counts what it said before: nobody says the same again while there is anything else.
    `noise` is the share of moves, in per cent, that are made at random.
    """
    offered = on_offer(play)
    if not offered:
        return None
    if noise and _drawn(seed, play.turn, "noise", 100) < noise:
        return offered[_drawn(seed, play.turn, "move", len(offered))]
    return min(
        enumerate(offered),
        key=lambda one: (
            given[play.node, one[1].id],
            bot.good_only and one[1].better is not None,
            _liking(bot, one[1]),
            _tie(bot.tie, play.case, *one),
            _drawn(seed, play.turn, one[1].id, 1 << 30),
        ),
    )[1]


class Player:
    """A bot at one play; it remembers what it said."""

    def __init__(self, bot: Bot, seed: int, noise: int = 0) -> None:
        self.bot, self.seed, self.noise = bot, seed, noise
        self.given: Counter[tuple[str, str]] = Counter()

    def move(self, play: Play) -> Input | None:
        """Its next move; None at the end, where nothing is on offer, and after 80 turns."""
        if play.ended or play.turn >= MOST_TURNS:
            return None
        reply = chosen_by(self.bot, play, self.given, self.seed, self.noise)
        if reply is None:
            return None
        self.given[play.node, reply.id] += 1
        return Input(0, Choose(reply.id))


def _liking(bot: Bot, reply: Reply) -> int:
    """How far down its order the best liked act of a reply stands."""
    groups = (i for i, group in enumerate(bot.prefers) if any(map(reply.does, group)))
    return next(groups, len(bot.prefers))


def _tie(tie: Tie, of: Case, number: int, reply: Reply) -> int:
    letters = len(of.text(reply.say, of.language))
    order = {Tie.FIRST: number, Tie.SHORTEST: letters, Tie.LONGEST: -letters, Tie.DRAWN: 0}
    return order[tie]


def _drawn(seed: int, turn: int, what: str, sides: int) -> int:
    """A number below `sides`, always the same for the same seed, turn and purpose."""
    digest = hashlib.blake2b(f"{seed}/bot/{turn}/{what}".encode(), digest_size=8).digest()
    return int.from_bytes(digest, "big") % sides
