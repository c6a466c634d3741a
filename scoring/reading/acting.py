"""From levels to dialogue acts: what a reply does, and which feeling, deed or harm it is about."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from scoring.reading.context import Context
from scoring.transcript import Act

Near = Callable[[str, Sequence[str]], Sequence[float]]

_LEAST, _FULL = 0.5, 1.5
_TARGET: Final = 0.2
_AHEAD: Final = 0.03


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch as read: plain text, raw quote and its start, cues, its level on each axis.

    `paired`: two sentences, which count only for what they reach together.
    """

    text: str
    quote: str
    start: int
    cues: frozenset[str]
    levels: Mapping[str, float]
    paired: bool = False


def acts(said: Sequence[Said], context: Context, near: Near) -> tuple[Act, ...]:
    """The acts of a reply in the order of its words, each once for each target, at its best."""
    best: dict[tuple[str, str | None], Act] = {}
    for stretch in sorted(said, key=lambda one: one.start):
        for act in _acts_of(stretch, context, near):
            had = best.get((act.name, act.target))
            if had is None or act.level > had.level:
                best[act.name, act.target] = act
    return tuple(best.values())


def _acts_of(said: Said, context: Context, near: Near) -> Iterator[Act]:
    for name, axis, targets in (
        ("acknowledge", "er", context.feels),
        ("interpret", "ip", context.feels),
        ("ask", "ex", context.feels),
        ("thank", "gratitude", context.thank_for),
    ):
        level = said.levels[axis]
        if level >= _LEAST and _is_it(name, said, level):
            yield _aimed(name, said, level, targets, near)
    if said.paired:
        return
    if (
        "sorry" in said.cues
        and not {"not_sorry", "cushion"} & said.cues
        and said.levels["er"] >= _LEAST
    ):
        yield _aimed("apologise", said, said.levels["er"], context.harms, near)
    yield from (Act(name, None, 2, said.quote) for name in _by_form(said))


def _is_it(name: str, said: Said, level: float) -> bool:
    """A bare sorry is an apology and meets no feeling; words turned back are a paraphrase."""
    if name == "acknowledge":
        return level >= _FULL or "sorry" not in said.cues
    return True


def _aimed(name: str, said: Said, level: float, targets: Mapping[str, str], near: Near) -> Act:
    """The act with the target it is nearest to, at level 2 where it names one or can have none."""
    if name == "interpret" and level < _FULL:
        return Act("paraphrase", None, 1, said.quote)
    if level < _FULL:
        return Act(name, None, 1, said.quote)
    target = _nearest(said.text, targets, near)
    return Act(name, target, 2 if target or not targets else 1, said.quote)


def _nearest(text: str, targets: Mapping[str, str], near: Near) -> str | None:
    """The one target a text is about; the only one there is needs no comparing."""
    if len(targets) < 2:
        return next(iter(targets), None)
    order = sorted(zip(near(text, list(targets.values())), targets, strict=True), reverse=True)
    (best, target), (behind, _) = order[:2]
    return target if best >= _TARGET and best - behind >= _AHEAD else None


_BY_CUE: Final = {
    "beg": "beg", "bribe": "bribe", "closing": "close", "solved_check": "confirm", "warn": "warn",
}  # fmt: skip


def _by_form(said: Said) -> Iterator[str]:
    """Acts without a target that can be read off the form of a sentence."""
    solves = said.levels["resolution"]
    if solves >= _FULL:
        own = "commit" in said.cues and not {"done", "settled"} & said.cues
        yield "own" if own else "do" if {"done", "settled"} & said.cues else "inform"
    elif solves >= _LEAST and "offer" in said.cues:
        yield "offer"
    elif solves >= _LEAST and {"pass_on", "check"} & said.cues:
        yield "act-only"
    if "told_elsewhere" in said.cues and "commit" in said.cues:
        yield "pass-on"
    yield from (name for cue, name in _BY_CUE.items() if cue in said.cues)
