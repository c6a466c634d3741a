"""Generated cases, explored: how many states, how long, and how much memory.

    python -m tests.bench.exploring [NODES FLAGS]

Prints a JSON line for each size: exact where the budget of moves suffices, else by intervals and
the least-tried search. The cases are layers of nodes with 2 to 4 replies, one way in sixteen going
back at the price of patience; mood moves in steps of five, and each flag is asked for within six
layers of where it is set.
"""

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from random import Random
from typing import Final

from game.case.model import Case
from game.case.reading import read_case
from game.engine.intervals import possible
from game.engine.survey import survey
from tests.bench.story import HEAD

SIZES: Final = ((60, 8), (60, 16), (200, 8), (200, 16), (200, 24), (1000, 8), (1000, 24))
_WIDE: Final = 4
_NEAR: Final = 6


def layered(nodes: int, flags: int, seed: int = 0) -> Iterator[str]:
    """The lines of the case: node i stands in layer i // 4, and leads on to the next layers."""
    draw = Random(seed)
    yield HEAD
    if flags:
        yield f"facts: {{{', '.join(f'f{k}: [no, yes]' for k in range(flags))}}}\n"
    yield "leaves: gone\nstart: n0\nnodes:\n"
    for i in range(nodes):
        yield f"  n{i}:\n    say: Line {i}.\n    replies:\n"
        for c in range(draw.randint(2, 4)):
            yield from _reply(draw, i, c, nodes, flags)
    yield "  good: {end: solved, letter: Thank you.}\n  gone: {end: lost, letter: Goodbye.}\n"


def _reply(draw: Random, i: int, c: int, nodes: int, flags: int) -> Iterator[str]:
    layer = i // _WIDE
    back = c > 0 and draw.random() < 0.06
    to = draw.randint(max(0, i - 6), i) if back else (layer + 1) * _WIDE + draw.randrange(_WIDE)
    do = [draw.choice(("mood -10", "mood -5", "mood +5"))] if draw.random() < 0.4 else []
    if back:
        do.append("patience -1")
    near = [k for k in range(flags) if (layer - _home(k, nodes, flags)) in range(_NEAR)]
    if near and draw.random() < 0.3:
        do.append(f"f{draw.choice(near)} = {draw.choice(('yes', 'yes', 'no'))}")
    yield f"      - id: r{c}\n        say: Reply {c}.\n        acts: [inform]\n"
    if c and draw.random() < 0.3:
        asked = f"f{draw.choice(near)} = yes" if near and draw.random() < 0.7 else "mood >= 60"
        yield f"        if: {asked}\n"
    if c == 0 and draw.random() < 0.2:
        yield "        solves: heard\n"
    yield f"        do: [{', '.join(do)}]\n        why: It is one of them.\n"
    yield f"        go: {f'n{to}' if to < nodes else 'good'}\n"


def _home(flag: int, nodes: int, flags: int) -> int:
    """The first layer of the few in which a flag matters."""
    return flag * max(1, nodes // _WIDE - _NEAR) // max(1, flags)


def layered_case(nodes: int, flags: int, seed: int = 0) -> Case:
    """The generated case, read as any other."""
    reading = read_case("bench.yaml", "".join(layered(nodes, flags, seed)).encode())
    assert reading.case is not None, reading.problems[:3]
    return reading.case


def measured(nodes: int, flags: int) -> dict[str, object]:
    """One row."""
    case = layered_case(nodes, flags)
    start = time.process_time()
    found = survey(case)
    seconds = time.process_time() - start
    start = time.process_time()
    may = possible(case)
    ranges = time.process_time() - start
    replies = sum(len(node.replies) for node in case.nodes.values())
    return {
        "nodes": nodes,
        "flags": flags,
        "exact": found.exact,
        "states": found.found.states,
        "seconds": round(seconds, 2),
        "replies": replies,
        "offered": len(found.found.offered),
        "never": len(found.never_offered()) + len(found.never_entered()),
        "unknown": found.unknown(),
        "ranges_seconds": round(ranges, 2),
        "ranges_offered": len(may.offered),
        "maxrssMB": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3),
    }


def main(*size: str) -> None:
    """Prints a row; without a size one for each, every one in a process of its own."""
    if size:
        print(json.dumps(measured(*map(int, size))), flush=True)
        return
    for nodes, flags in SIZES:
        command = (sys.executable, "-m", "tests.bench.exploring", str(nodes), str(flags))
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
