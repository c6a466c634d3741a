"""The judge against the labels: a finding for each language and criterion."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from game.customers.asking import Asks
from game.doctor.findings import Finding, State
from game.errors import CustomerUnavailable
from game.judge.agreement import Labelled, asked_of, quadratic_kappa
from game.judge.slots import Criterion
from game.words import Lang

GOOD: Final = 0.6
FAIR: Final = 0.4
_GIVES_UP: Final = 5

Pairs = Mapping[tuple[Lang, Criterion], Sequence[tuple[int, int]]]


@dataclass(slots=True)
class Asked:
    """Label and level by language and criterion; `unanswered` counts replies without an answer."""

    pairs: dict[tuple[Lang, Criterion], list[tuple[int, int]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    unanswered: int = 0


def asked(asks: Asks, replies: Sequence[Labelled], told: Callable[[], object]) -> Asked:
    """What the judge makes of the replies; `told` is called after each.

    Raises CustomerUnavailable when five in a row have no answer.
    """
    found, missed = Asked(), 0
    for one in replies:
        try:
            for criterion, label, level in asked_of(asks, one):
                found.pairs[one.lang, criterion].append((label, level))
            missed = 0
        except CustomerUnavailable:
            found.unanswered, missed = found.unanswered + 1, missed + 1
            if missed == _GIVES_UP:
                raise
        told()
    return found


def agreement(found: Asked) -> Iterator[Finding]:
    """The kappas, and how many replies had no answer; good and fair are our rule."""
    for (lang, criterion), pairs in found.pairs.items():
        kappa = quadratic_kappa(pairs)
        values = {"number": len(pairs), "kappa": "–" if kappa is None else f"{kappa:.2f}"}
        key = f"doctor.judge.{criterion}.{lang}"
        yield Finding(criterion.value, _state(kappa), key, values)
    if found.unanswered:
        values = {"number": found.unanswered}
        yield Finding("unanswered", State.WARN, "doctor.judge.unanswered", values)


def _state(kappa: float | None) -> State:
    if kappa is None:
        return State.WARN
    return State.OK if kappa >= GOOD else State.WARN if kappa >= FAIR else State.FAIL
