"""One generated story, played step by step: the text of the line and one event at each step.

    python -m tests.bench.story NODES STEPS [growth|chain]

Prints one JSON line: how long the case took to be read, how many steps a second of processor time,
and a checksum over the nodes visited, by which other engines that play the same story are held to
be playing it. `chain` plays through `playthrough`, with its hash chain; `growth` plays stories of
100, 1,000 and 10,000 nodes.
"""

import json
import resource
import sys
import time
from collections.abc import Callable, Iterator
from typing import Final

from game.case.model import Case
from game.case.reading import read_case
from game.desk import new_run
from game.engine.advance import advance, begin
from game.engine.events import CustomerSpoke
from game.engine.inputs import Choose, Input
from game.engine.offers import on_offer
from game.playthrough import Mode

_FLAGS: Final = 16
_MODULUS: Final = 1_000_000_007

HEAD = """\
case: bench
format: 1
language: en
title: The wrinkled shirt
brief: A story that a program wrote, to see how fast it can be played.
source: {document: S1}
season: bench
level: 1
channel: chat
touchpoint: after
fault: none
customer:
  name: The customer
  portrait: {base: woman-30s, hair: long-black, glasses: none}
  mood: 50
  patience: 5
problem:
  heard: {weight: 1, text: The customer is heard}
"""


def story(nodes: int) -> Iterator[str]:
    """The lines of the case: node i leads to (i+1), (7i+3) and (13i+5), all modulo `nodes`."""
    yield HEAD
    flags = ", ".join(f"f{k}: [no, yes]" for k in range(_FLAGS))
    yield f"facts: {{warmth: 10, {flags}}}\nstart: n0\nnodes:\n"
    for i in range(nodes):
        yield f"  n{i}:\n    say: n{i} Customer line number {i} about the wrinkled shirt"
        yield " I ordered.\n    replies:\n"
        for c, to in enumerate(((i + 1) % nodes, (i * 7 + 3) % nodes, (i * 13 + 5) % nodes)):
            yield from _reply(i, c, to)


def _reply(i: int, c: int, to: int) -> Iterator[str]:
    by = (i * 5 + c * 3) % 7 - 3
    yield f"      - id: r{c}\n        say: Reply {c} at node {i}, we will help you\n"
    if c == 2:
        yield "        if: warmth > 0\n"
    flag = f", f{i % _FLAGS} = yes" if c == 2 else ""
    yield f"        acts: [inform]\n        do: [warmth {by:+d}{flag}]\n"
    yield f"        why: It is one of the three.\n        go: n{to}\n"


def read_story(nodes: int) -> tuple[Case, float]:
    """The case, and the seconds of processor time that reading it took."""
    data = "".join(story(nodes)).encode()
    start = time.process_time()
    reading = read_case("bench.yaml", data)
    seconds = time.process_time() - start
    assert reading.case is not None, reading.problems[:3]
    return reading.case, seconds


def play(case: Case, steps: int) -> tuple[int, float]:
    """The checksum of the nodes visited, and the seconds that so many steps took."""
    texts = case.texts["en"]
    visited, x = 0, 1
    start = time.process_time()
    now, events = begin(case, 0)
    for _ in range(steps):
        for event in events:
            if type(event) is CustomerSpoke:
                text = texts[event.text]
        visited = (visited * 31 + int(text[1 : text.index(" ")])) % _MODULUS
        offered = on_offer(now)
        x = (x * 75 + 74) % 65537
        now, events = advance(case, now, Input(0, Choose(offered[x % len(offered)].id)))
    return visited, time.process_time() - start


def play_chained(case: Case, steps: int) -> tuple[int, float]:
    """As `play`, with every input in the hash chain of a playthrough."""
    texts = case.texts["en"]
    visited, x = 0, 1
    start = time.process_time()
    run = new_run(case, Mode.COACH, "en", 0)
    events = run.opening
    for _ in range(steps):
        spoken = next(event.text for event in events if isinstance(event, CustomerSpoke))
        text = texts[spoken]
        visited = (visited * 31 + int(text[1 : text.index(" ")])) % _MODULUS
        offered = on_offer(run.play)
        x = (x * 75 + 74) % 65537
        events = run.take(Input(0, Choose(offered[x % len(offered)].id)))
    return visited, time.process_time() - start


def measured(nodes: int, steps: int, chained: bool = False) -> dict[str, object]:
    """One row: what the other engines print of the same story."""
    case, reading = read_story(nodes)
    player: Callable[[Case, int], tuple[int, float]] = play_chained if chained else play
    checksum, seconds = player(case, steps)
    return {
        "engine": "dangol with its hash chain" if chained else "dangol",
        "file": f"s{nodes}",
        "load_ms": round(reading * 1e3, 1),
        "steps": steps,
        "steps_per_s": round(steps / seconds),
        "maxrssMB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3),
        "checksum": str(checksum),
    }


def main(nodes: str = "1000", steps: str = "20000", what: str = "") -> None:
    """Prints the row, or one for each size."""
    sizes = (100, 1_000, 10_000) if what == "growth" else (int(nodes),)
    for size in sizes:
        print(json.dumps(measured(size, int(steps), what == "chain")), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
