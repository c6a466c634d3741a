"""Spoiled cases by the thousand: each is read, checked and told, and played where it can be.

    python -m tests.bench.fuzz CASES [SEED] [FIRST]

Nothing may come of them but problems and refusals: no crash, no hang, no traceback. Prints one JSON
line, and before it each case that failed, with the seed and number that make it again.
"""

import json
import random
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Final

from game.case.checks import checked
from game.case.checks.others import check_page, check_shared
from game.case.model import Case
from game.case.pages import read_page
from game.case.problems import Problem
from game.case.reading import read_case
from game.case.shared import read_shared
from game.case.telling import line_of
from game.engine.inputs import Choose, Input, Move, Say
from game.engine.offers import on_offer
from game.engine.play import from_json, to_json
from game.errors import DangolError, IllegalMove
from game.playthrough import Header, Mode, Playthrough, replay
from game.transcribe import transcribe
from game.words import LANGUAGES
from scoring.judge import judge
from tests.bench.mutants import Folder, spoiled

MOVES: Final = 20
MOST_SECONDS: Final = 10


@dataclass(frozen=True)
class Outcome:
    """What came of a spoiled case."""

    read_well: bool
    played: bool
    codes: tuple[str, ...]


def try_out(folder: Folder, chance: random.Random) -> Outcome:
    """Reads, checks, tells and plays what is in a folder; raises only where we are wrong."""
    problems, case = read(folder)
    for problem in problems:
        for lang in LANGUAGES:
            told = line_of(problem, lang)
            assert told.isprintable(), told
    played = case is not None and play(case, chance)
    return Outcome(case is not None, played, tuple(problem.code for problem in problems))


def read(folder: Folder) -> tuple[list[Problem], Case | None]:
    """All problems of a folder, and its case where it can be played."""
    tables = {"case.en.yaml": _bytes(folder.table)} if folder.table else {}
    shared_tables = {"last.en.yaml": _bytes(folder.shared_table)} if folder.shared_table else {}
    scene = read_shared("last.yaml", _bytes(folder.shared), shared_tables)
    reading = read_case(
        "case.yaml",
        _bytes(folder.case),
        tables,
        lambda name: scene if name in ("last-word", "last-check") else None,
    )
    problems = [*checked("case.yaml", reading), *check_shared(scene)]
    page = read_page("principle", "page.yaml", _bytes(folder.page))
    return [*problems, *check_page("page.yaml", page)], reading.case


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def play(case: Case, chance: random.Random) -> bool:
    """Plays a case at random; whether it could begin. Raises where the play does not hold."""
    memory = tuple(name for name in case.remembers if chance.random() < 0.5)
    header = Header(case.id, case.version, chance.randrange(99), Mode.COACH, "ko", "", 1, memory)
    try:
        run = Playthrough(case, header)
    except DangolError:  # a ring without end before the first words
        return False
    for _ in range(MOVES):
        _move(run, chance)
    assert from_json(case, json.loads(json.dumps(to_json(run.play)))) == run.play
    again, divergence = replay(case, header, list(run.log))
    assert divergence is None
    assert (again.play, again.digest) == (run.play, run.digest)
    for language in LANGUAGES:
        judge(transcribe(run, language))
    return True


def _move(run: Playthrough, chance: random.Random) -> None:
    """One move, possible or not; one that is refused leaves everything as it was."""
    before, digest, steps = run.play, run.digest, len(run.steps)
    try:
        if chance.random() < 0.1:
            run.back(chance.randrange(-1, 6))
        else:
            wait = chance.choice((0, 0, 0, 0, 0, 1, 40, 5000, 90_000, -1))
            run.take(Input(wait, _any_move(run, chance)))
    except IllegalMove:
        assert run.play is before
        assert (run.digest, len(run.steps)) == (digest, steps)


def _any_move(run: Playthrough, chance: random.Random) -> Move | None:
    offered = [reply.id for reply in on_offer(run.play)] or ["nothing"]
    match chance.randrange(12):
        case 0:
            return None
        case 1:
            return Say("음…", None)
        case 2:
            return Choose(chance.choice(("hush", "pack", "thank", "", "-")))
        case 3:
            return Say("네", chance.choice(offered))
        case _:
            return Choose(chance.choice(offered))


# ------------------------------------------------------------ by the thousand


def made(seed: int, number: int) -> tuple[Folder, random.Random]:
    """The spoiled folder of this number, and the chance that plays it."""
    chance = random.Random(f"{seed}/{number}")
    return spoiled(chance), chance


class TooLong(BaseException):
    """One case took more processor time than any may; no handler of errors takes it for its own."""


def _out_of_time(signum: int, frame: FrameType | None) -> None:
    raise TooLong


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)


def fuzz(cases: int, seed: int, first: int = 0) -> dict[str, object]:
    """Tries out so many spoiled cases; prints those that fail, and gives the figures."""
    signal.signal(signal.SIGPROF, _out_of_time)
    counts: Counter[str] = Counter(read_well=0, played=0, problems=0, crashes=0)
    codes: set[str] = set()
    slowest, slowest_number = 0.0, first
    for number in range(first, first + cases):
        folder, chance = made(seed, number)
        begun = time.process_time()
        try:
            with _limited(MOST_SECONDS):
                outcome = try_out(folder, chance)
        except (Exception, TooLong):
            counts["crashes"] += 1
            _show(seed, number, folder)
            continue
        seconds = time.process_time() - begun
        if seconds > slowest:
            slowest, slowest_number = seconds, number
        counts.update(
            read_well=outcome.read_well, played=outcome.played, problems=len(outcome.codes)
        )
        codes |= set(outcome.codes)
    slow = {"slowest_ms": round(slowest * 1e3, 1), "slowest": slowest_number}
    return {"cases": cases, "seed": seed, **counts, "codes": len(codes), **slow}


def _show(seed: int, number: int, folder: Folder) -> None:
    print(f"--- seed {seed}, case {number}")
    for name, text in vars(folder).items():
        if text:
            print(f"# {name}\n{text}")
    print(traceback.format_exc(), flush=True)


if __name__ == "__main__":
    numbers = [int(one) for one in sys.argv[1:]]
    print(json.dumps(fuzz(*(numbers if len(numbers) > 1 else [*(numbers or [1000]), 0]))))
