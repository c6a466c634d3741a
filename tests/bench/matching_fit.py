"""Fits the weights of matching: `python -m tests.bench.matching_fit`; needs the `train` extra.

The ranking learns from the example wordings of the shipped cases (one given to it as typed, the
replies at its node as options), from the rows of matching.csv that are not held out and from those
of matching_more.csv. Strengths were chosen by cross-validation over the contexts of both. Whether
the best is meant at all is the product of two chances: that it is near (learnt from what means one,
and from the same texts before options of which none is right) and that it is true (learnt from what
means one and the near misses; what is near enough is not weighed further).
Writes scoring/reading/models/matching.json.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from scipy.optimize import minimize

from game import content
from game.case.library import Library
from scoring.reading.likeness import FEATURES, Similar, likenesses, options_of
from scoring.reading.reader import Reader
from tests.bench.matching import Row, rows

OUT = Path(__file__).resolve().parents[2] / "scoring" / "reading" / "models" / "matching.json"
SMALL = 0.003
STEP = 60
AGAINST = {
    "swapped",
    "opposed",
    "leaning",
    "odds",
    "when",
    "unheard",
    "elsewhere",
    "written elsewhere",
    "changed",
    "mode",
    "if",
    "edited",
}
OF_TRUTH = {"mode", "if", "edited"}  # say nothing of whether the same is spoken of
RANKED = 15  # the first features rank; those of the least and of elsewhere only count for trust
Choice = tuple[list[Any], int | None]  # the features of each option's wordings, and which is meant


def examples() -> Iterator[tuple[str, list[str], int]]:
    """Each second example wording of the shipped cases, the replies there, and which it is."""
    for case in Library([content.scenarios()]).playable():
        for language in case.languages:
            for node in case.nodes.values():
                says = [case.text(reply.say, language) for reply in node.replies]
                for number, reply in enumerate(node.replies):
                    heard = case.hearings.get(language, {}).get(reply.hears or "", ())
                    if len(says) > 1:
                        yield from ((typed, says, number) for typed in heard[::2])


def strangers(known: Sequence[Row]) -> Iterator[Row]:
    """What means none of the options: those without the one meant, or of another context."""
    for number, row in enumerate(known):
        if row.answer is None:
            continue
        others = tuple(one for i, one in enumerate(row.options) if i != row.answer)
        elsewhere = [one for one in known if (one.lang, one.context) != (row.lang, row.context)]
        there = [one for one in elsewhere if one.lang == row.lang][number * 7 % STEP]
        if number % 2:
            yield replace(row, options=others, answer=None)
        else:
            yield replace(row, options=there.options, answer=None)


def choice(typed: str, says: Sequence[str], meant: int | None, similar: Similar) -> Choice:
    """The features of a choice."""
    found = likenesses(typed, options_of([[one] for one in says]), similar)
    return [np.array(option) for option in found], meant


def ranks(option: Any, rank: Any) -> Any:
    """The rank of each wording of an option."""
    return option[:, :RANKED] @ rank


def fit_rank(choices: Sequence[Choice]) -> Any:
    """The weights that make the option that is meant the likeliest (conditional logit)."""
    known = [(options, meant) for options, meant in choices if meant is not None]

    def loss(rank: Any) -> float:
        lost = 0.0
        for options, meant in known:
            of = np.array([ranks(option, rank).max() for option in options])
            lost += float(np.log(np.exp(of - of.max()).sum()) + of.max() - of[meant])
        return lost / len(known) + SMALL * float(rank @ rank)

    return minimize(loss, np.ones(RANKED), method="L-BFGS-B", options={"maxiter": 80}).x


def best_of(options: Sequence[Any], rank: Any) -> tuple[int, Any]:
    """The likeliest option, and its features with how far it is ahead and its rank."""
    of = [ranks(option, rank) for option in options]
    tops = np.array([one.max() for one in of])
    best = int(tops.argmax())
    behind = max((top for i, top in enumerate(tops) if i != best), default=tops[best] - 3)
    row = options[best][int(of[best].argmax())]
    return best, np.r_[row, min(3.0, tops[best] - behind), tops[best]]


def fit_trust(choices: Sequence[Choice], rank: Any, strength: float, is_near: bool) -> Any:
    """The weights and the bias that tell whether the likeliest option is meant (logistic).

    What is alike never counts against it, what contradicts never for it: in the data near misses
    are closer to the letter than paraphrases, and a trainee who types the author's words is not to
    pay for that. Only letters in common where words are missing (`edited`) count against it.
    """
    told = [(*best_of(options, rank), meant) for options, meant in choices]
    rows = np.array([row for _, row, _ in told])
    is_meant = np.array([best == meant for best, _, meant in told])
    spread = rows.std(axis=0) + 1e-6
    scaled = np.c_[rows / spread, np.ones(len(rows))]
    weight = np.ones(len(rows))
    if is_near:
        weight = np.where(is_meant, 0.5 / is_meant.mean(), 0.5 / (1 - is_meant.mean()))

    def loss(slope: Any) -> float:
        margin = np.where(is_meant, 1, -1) * (scaled @ slope)
        lost = (weight * np.logaddexp(0, -margin)).sum()
        return float(lost + (slope[:-1] ** 2).sum() / (2 * strength))

    left_out = OF_TRUTH if is_near else set[str]()
    signs = [
        (0.0, 0.0) if name in left_out else (None, 0.0) if name in AGAINST else (0.0, None)
        for name in (*FEATURES, "ahead", "rank")
    ]
    found = minimize(
        loss, np.zeros(len(signs) + 1), method="L-BFGS-B", bounds=[*signs, (None, None)],
        options={"maxiter": 300, "maxfun": 200000},
    )  # fmt: skip
    return np.r_[found.x[:-1] / spread, found.x[-1]]


def fit(similar: Similar) -> dict[str, list[float]]:
    """The weights of one tier."""
    known = list(rows(held_out=False))
    labelled = [choice(one.typed, one.options, one.answer, similar) for one in known]
    strange = [choice(o.typed, o.options, None, similar) for o in strangers(known)]
    shipped = [choice(*one, similar) for one in examples()]
    rank = fit_rank([*labelled, *shipped])
    meant = [one for one in labelled if one[1] is not None]
    found = {
        "rank": [*rank, *([0.0] * (len(FEATURES) - RANKED))],
        "near": fit_trust([*meant, *strange], rank, 0.1, True),
        "true": fit_trust(labelled, rank, 1.0, False),
    }
    return {name: [round(float(one), 4) for one in weights] for name, weights in found.items()}


def main() -> int:
    """Fits both tiers and writes them."""
    reader = Reader.open()
    if not reader.warm():
        print("the sentence encoder is not there", file=sys.stderr)
        return 1
    about = (
        "Fitted by python -m tests.bench.matching_fit on scoring/data/matching.csv and scenarios/."
    )
    tiers = {"plain": fit(lambda one, others: None), "vectors": fit(reader.similarity)}
    OUT.write_text(
        json.dumps({"about": about, "features": list(FEATURES), **tiers}, indent=1) + "\n", "utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
