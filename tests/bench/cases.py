"""How fast cases are read, as ratios in one run, and how a library of many is listed.

    python -m tests.bench.cases [ROUNDS]

Prints a JSON line for 100, 1,000 and 10,000 nodes: reading with every position, checked names and
compiled conditions against PyYAML's C loader alone, which gives values without positions. Then one
for a library of 200 cases of 60 nodes.
"""

import gc
import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from game.case.library import Library
from game.case.reading import read_case
from game.case.tree import grow
from game.view.catalogue import catalogue_of
from tests.bench.story import story


def _seconds(work: Callable[[], object]) -> float:
    """Processor time of one piece of work, without collections of garbage that others left."""
    gc.collect()
    gc.disable()
    start = time.process_time()
    kept = work()
    seconds = time.process_time() - start
    gc.enable()
    del kept
    return seconds


def reading(nodes: int, rounds: int) -> dict[str, object]:
    """One row: the best of the rounds, ours and the bare loader taking turns."""
    text = "".join(story(nodes))
    data, times = text.encode(), []
    for _ in range(rounds):
        bare = _seconds(lambda: yaml.load(text, Loader=yaml.CSafeLoader))
        tree = _seconds(lambda: grow(text))
        whole = _seconds(lambda: read_case("bench.yaml", data))
        times.append((bare, tree, whole))
    bare, tree, whole = (min(column) for column in zip(*times, strict=True))
    return {
        "nodes": nodes,
        "kB": len(data) // 1000,
        "bare_ms": round(bare * 1e3, 1),
        "tree_ms": round(tree * 1e3, 1),
        "read_ms": round(whole * 1e3, 1),
        "read_to_bare": round(whole / bare, 2),
    }


def listing(cases: int, nodes: int, rounds: int) -> dict[str, object]:
    """A library of so many cases: the rows of the catalogue."""
    with tempfile.TemporaryDirectory() as folder:
        for i in range(cases):
            text = "".join(story(nodes)).replace("case: bench", f"case: bench-{i}", 1)
            Path(folder, f"bench-{i}.yaml").write_text(text, "utf-8")
        library = Library([Path(folder)])
        seconds = min(_seconds(lambda: catalogue_of(library, "en")) for _ in range(rounds))
        rows = len(catalogue_of(library, "en"))
    return {"cases": rows, "nodes": nodes, "listed_ms": round(seconds * 1e3, 1)}


def main(rounds: str = "3") -> None:
    """Prints the rows."""
    for nodes in (100, 1_000, 10_000):
        print(json.dumps(reading(nodes, int(rounds))), flush=True)
    print(json.dumps(listing(200, 60, int(rounds))))


if __name__ == "__main__":
    main(*sys.argv[1:])
