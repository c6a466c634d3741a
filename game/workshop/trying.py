"""Who passes a case: every bot over several seeds, as it is and with 15 % of its moves at random.

A case stands when the solver passes on every seed, no other bot passes on any, and none of them
passes more than one in twenty of its plays when some of its moves are made at random.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from statistics import median
from typing import Any, Final

from game.case.model import Case
from game.engine.advance import advance, begin
from game.engine.bots import BOTS, RANDOM, SHARE_OF_NOISE, SOLVER, Bot, Player
from game.engine.events import NodeEntered, ReplyGiven
from game.engine.offers import on_offer
from game.errors import IllegalMove
from game.playthrough import Header, Mode, Playthrough
from game.transcribe import transcribe
from scoring.judge import judge
from scoring.scorecard import SCORED, Scorecard

SEEDS: Final = 10
NOISY_SEEDS: Final = 60
MOST_NOISY_PASSES: Final = 5  # per cent


@dataclass(frozen=True, slots=True)
class Result:
    """One play of a bot: where it ended ("" where it never did) and its scorecard."""

    ending: str
    card: Scorecard


@dataclass(frozen=True, slots=True)
class Row:
    """How a bot does: its plays as it is, and those with random moves among its own."""

    bot: Bot
    plain: tuple[Result, ...]
    noisy: tuple[Result, ...]

    @property
    def passes(self) -> int:
        """The share of its own plays that pass, in per cent."""
        return _share(self.plain)

    @property
    def noisy_passes(self) -> int:
        """The share of its plays with random moves that pass, in per cent."""
        return _share(self.noisy)

    @property
    def ending(self) -> str:
        """The ending that it comes to most."""
        return Counter(one.ending for one in self.plain).most_common(1)[0][0]

    @property
    def is_right(self) -> bool:
        """The solver passes always; any other never, and seldom by luck."""
        if self.bot is SOLVER:
            return self.passes == 100
        return not any(one.card.passed for one in self.plain) and self.is_seldom_lucky

    @property
    def is_seldom_lucky(self) -> bool:
        """Whether random moves bring it through in no more than 5 % of its plays."""
        passed = sum(one.card.passed for one in self.noisy)
        return 100 * passed <= MOST_NOISY_PASSES * len(self.noisy)

    def scores(self) -> dict[str, int | None]:
        """The median of each axis over its own plays, None where the case does not judge it."""
        found = {}
        for axis in SCORED:
            points = [one.card.score(axis) for one in self.plain]
            judged = [one for one in points if one is not None]
            found[axis.value] = round(median(judged)) if judged else None
        return found

    def to_json(self) -> dict[str, Any]:
        """The row for other programs."""
        return {
            "bot": self.bot.id,
            **self.scores(),
            "ending": self.ending,
            "passes": self.passes,
            "noisy_passes": self.noisy_passes,
            "right": self.is_right,
        }


def tried(
    case: Case,
    bots: Sequence[Bot] = BOTS,
    seeds: int = SEEDS,
    noisy_seeds: int = NOISY_SEEDS,
    told: Callable[[], object] = lambda: None,
) -> tuple[Row, ...]:
    """A row for every bot; `told` is called after each."""
    rows = []
    for bot in bots:
        plain = tuple(_result(case, bot, seed, 0) for seed in range(seeds))
        noisy = tuple(_result(case, bot, seed, SHARE_OF_NOISE) for seed in range(noisy_seeds))
        rows.append(Row(bot, plain, noisy))
        told()
    return tuple(rows)


def stands(rows: Iterable[Row]) -> bool:
    """Whether every bot does what it should."""
    return all(row.is_right for row in rows)


def played_by(case: Case, bot: Bot, seed: int, noise: int = 0) -> Playthrough:
    """A play of the case by a bot, to an end, or to where it goes round forever."""
    run = Playthrough(case, Header(case.id, case.version, seed, Mode.EXAM, case.language, bot.id))
    player = Player(bot, seed, noise)
    with suppress(IllegalMove):
        while (taken := player.move(run.play)) is not None:
            run.take(taken)
    return run


def _result(case: Case, bot: Bot, seed: int, noise: int) -> Result:
    run = played_by(case, bot, seed, noise)
    return Result(run.play.node if run.play.ended else "", judge(transcribe(run)))


def _share(results: Sequence[Result]) -> int:
    if not results:
        return 0
    return 100 * sum(one.card.passed for one in results) // len(results)


@dataclass(slots=True)
class Coverage:
    """What random plays saw of a case: how often each node, reply and ending; 0 was not seen.

    `offered` counts the times that a reply was there to be given.
    """

    plays: int
    nodes: Counter[str]
    replies: Counter[str]
    offered: Counter[str]
    endings: Counter[str]

    def unseen(self) -> dict[str, list[str]]:
        """The nodes and the replies that no play saw, in the order of the case."""
        return {
            "nodes": [name for name, times in self.nodes.items() if not times],
            "replies": [name for name, times in self.replies.items() if not times],
        }

    def to_json(self) -> dict[str, Any]:
        """The counts for other programs."""
        return {
            "plays": self.plays,
            "unseen": self.unseen(),
            "endings": dict(self.endings),
            "nodes": dict(self.nodes),
            "replies": {
                name: {"given": self.replies[name], "offered": self.offered[name]}
                for name in self.replies
            },
        }


def covered(case: Case, plays: int, told: Callable[[], object] = lambda: None) -> Coverage:
    """What so many random plays see; `told` is called after each."""
    replies = [f"{node.id}.{reply.id}" for node in case.nodes.values() for reply in node.replies]
    ends = [node.id for node in case.nodes.values() if node.end is not None]
    seen = Coverage(
        plays,
        Counter(dict.fromkeys(case.nodes, 0)),
        Counter(dict.fromkeys(replies, 0)),
        Counter(dict.fromkeys(replies, 0)),
        Counter(dict.fromkeys(ends, 0)),
    )
    for seed in range(plays):
        _cover(case, seed, seen)
        told()
    return seen


def _cover(case: Case, seed: int, seen: Coverage) -> None:
    player = Player(RANDOM, seed, noise=100)
    play, events = begin(case, seed)
    while True:
        for event in events:
            if isinstance(event, NodeEntered):
                seen.nodes[event.node] += 1
            elif isinstance(event, ReplyGiven):
                seen.replies[f"{event.node}.{event.reply}"] += 1
        for reply in on_offer(play):
            seen.offered[f"{play.node}.{reply.id}"] += 1
        taken = player.move(play)
        if taken is None:
            break
        try:
            play, events = advance(case, play, taken)
        except IllegalMove:
            break
    if play.ended:
        seen.endings[play.node] += 1
