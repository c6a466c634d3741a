"""Lines of the shipped cases to try a model with: what customers say while bots play."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from game.case.model import Case
from game.customers.guards import GLAD_FROM, GUARDS
from game.customers.wanted import CustomerLineWanted, Said, wanted_lines
from game.engine.bots import BOTS, SOLVER, Bot, Player
from game.engine.events import ReplyGiven
from game.playthrough import Header, Mode, Playthrough
from game.transcribe import text_in
from game.words import Lang

SPEED_RUNNER: Final = next(bot for bot in BOTS if bot.id == "speed-runner")


def lines_along(case: Case, lang: Lang, bot: Bot = SOLVER) -> Iterator[CustomerLineWanted]:
    """What the customers say while a bot plays a case, each asked for as in a play of a person."""
    run = Playthrough(case, Header(case.id, case.version, 0, Mode.COACH, lang, ""))
    read, player = text_in(case, run.header, lang), Player(bot, 0)
    heard: list[Said] = []
    reply, events = "", run.opening
    while True:
        said = list(wanted_lines(run, events, heard, reply, lang))
        yield from said
        heard += [Said(True, reply)] if reply else []
        heard += [Said(False, one.meaning) for one in said]
        move = player.move(run.play)
        if move is None:
            return
        events = run.take(move)
        given = next((one for one in events if isinstance(one, ReplyGiven)), None)
        found = given and case.nodes[given.node].reply(given.reply)
        reply = read(found.say, run.play) if found else ""


def sample(lines: Sequence[CustomerLineWanted], most: int) -> list[CustomerLineWanted]:
    """At most so many lines, spread evenly over all of them, no line twice."""
    one_each = list({one.line: one for one in lines}.values())
    if len(one_each) <= most:
        return one_each
    return [one_each[i * len(one_each) // most] for i in range(most)]


def is_cold(wanted: CustomerLineWanted) -> bool:
    """Whether its author has nobody happy or thankful in it, so that a glad word is the model's."""
    glad = wanted.mood >= GLAD_FROM or wanted.thanks
    bare = replace(wanted, meaning="")
    return not glad and not GUARDS["too-glad"](wanted.meaning, bare)
