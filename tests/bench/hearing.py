"""From Enter to feedback: what a typed reply takes in a play, with the models warm.

    python -m tests.bench.hearing

Types an example wording of a reply at the first node of each shipped case, in both languages: what
is on offer is compared, the words are read, the move is made and the picture of it is described.
Prints milliseconds of the processor; the aim is 100.
"""

import json
import time
from collections.abc import Iterator

from game.case.library import Library
from game.engine.inputs import Input
from game.engine.offers import on_offer
from game.listening import Ear, examples_of
from game.playthrough import Mode
from game.view.dialogue import dialogue_view
from tests.plays import ROOT, started

AIM_MS = 100
_AHEAD = 400


def spent(ear: Ear) -> Iterator[float]:
    """Milliseconds of each first typed reply."""
    for case in Library([ROOT / "scenarios"]).playable():
        for language in case.languages:
            run = started(case, Mode.EXPLORE, language)
            offered = [reply.id for reply in on_offer(run.play)]
            if not offered:
                continue
            for _ in range(_AHEAD):
                ear.prepare(run)
            text = f"{examples_of(run)[offered[0]][-1]} {'네' if language == 'ko' else 'Well'}."
            begun = time.process_time()
            found = ear.read(run, text)
            run.take(Input(0, ear.hear(run, text, found.sure or offered[0])))
            dialogue_view(run, "ko" if language == "ko" else "en")
            yield (time.process_time() - begun) * 1e3


def main() -> None:
    """Prints the median, the 95th of a hundred, and the slowest."""
    ear = Ear()
    ear.wait()
    times = sorted(spent(ear))
    at = {"median ms": 0.5, "p95 ms": 0.95}
    found = {name: round(times[int(len(times) * share)], 1) for name, share in at.items()}
    print(json.dumps({"tier": ear.reader.tier, "replies": len(times), **found,
                      "slowest ms": round(times[-1], 1), "aim ms": AIM_MS}))  # fmt: skip


if __name__ == "__main__":
    main()
