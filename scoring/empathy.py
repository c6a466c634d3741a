"""Empathy: the credit for each feeling's needed mechanisms, less the harm done.

Source: the three mechanisms, levels 0 to 2, are EPITOME's (arXiv 2009.08441); the weights, the
lateness and the deductions are our rules and unvalidated.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from scoring.acts import ACTS, Mechanism
from scoring.evidence import chance_of
from scoring.points import deal, part
from scoring.scorecard import Axis, Finding, Reason
from scoring.transcript import Act, Feeling, Line, Transcript

WEIGHTS: Final = {
    Mechanism.REACTION: Fraction(4, 10),
    Mechanism.INTERPRETATION: Fraction(4, 10),
    Mechanism.EXPLORATION: Fraction(2, 10),
}
LATE_AFTER: Final = 2
HARM_POINTS: Final = 10
MOST_HARM: Final = 30


@dataclass(frozen=True, slots=True)
class _Evidence:
    turn: int
    act: Act
    late: bool

    @property
    def credit(self) -> Fraction:
        """Level over 2, halved when it came late."""
        return Fraction(self.act.level, 4 if self.late else 2)


def empathy_findings(transcript: Transcript) -> list[Finding] | None:
    """The findings of the axis, or None where no feeling is core or showed.

    Each counted feeling is worth the same share of 100, dealt to its mechanisms by weight
    (reaction .4, interpretation .4, exploration .2, rescaled to those it needs). A level counts
    half when it came more than two of the trainee's turns after the feeling showed.
    """
    counted = [one for one in transcript.feelings if one.core or one.shown is not None]
    slots = [(feeling, need) for feeling in counted for need in feeling.needs]
    if not slots:
        return None
    most = deal([WEIGHTS[need] / sum(WEIGHTS[n] for n in f.needs) for f, need in slots])
    won = [
        _met(transcript, feeling, need, of) for (feeling, need), of in zip(slots, most, strict=True)
    ]
    return [*won, *_deductions(transcript, sum(one.points for one in won))]


def _met(transcript: Transcript, feeling: Feeling, need: Mechanism, of: int) -> Finding:
    best = _best(transcript, feeling, need)
    values = (("feeling", feeling.text), ("mechanism", need.value))
    if best is None:
        turn, quote, better = chance_of(transcript, feeling.chances.get(need))
        reason = Reason(f"why.missed.{need.value}", values)
        return Finding(Axis.EMPATHY, 0, of, turn, quote, reason, better)
    points = part(of, best.credit)
    if points == of:
        reason = Reason(f"why.met.{need.value}", values)
        return Finding(Axis.EMPATHY, points, of, best.turn, best.act.quote, reason)
    key = "why.late" if best.act.level == 2 else f"why.generic.{need.value}"
    _, _, better = chance_of(transcript, feeling.chances.get(need))
    return Finding(Axis.EMPATHY, points, of, best.turn, best.act.quote, Reason(key, values), better)


def _best(transcript: Transcript, feeling: Feeling, need: Mechanism) -> _Evidence | None:
    found = [
        _Evidence(line.turn, act, _is_late(feeling, line.turn))
        for line in transcript.agent_lines
        for act in line.acts
        if ACTS[act.name].mechanism is need and _is_about(transcript, act, feeling, line.turn)
    ]
    capped = (_Evidence(one.turn, _capped(one.act), one.late) for one in found)
    return max(capped, key=lambda one: (one.credit, -one.turn), default=None)


def _capped(act: Act) -> Act:
    most = ACTS[act.name].most if act.target else 1
    return act if act.level <= most else Act(act.name, act.target, most, act.quote)


def _is_late(feeling: Feeling, turn: int) -> bool:
    return feeling.shown is not None and turn - feeling.shown > LATE_AFTER


def _is_about(transcript: Transcript, act: Act, feeling: Feeling, turn: int) -> bool:
    """Whether an act speaks to a feeling: by name, or, unnamed, to the one that showed last."""
    if act.target is not None:
        return act.target == feeling.id
    if feeling.shown is None or feeling.shown >= turn:
        return False
    showing = [f for f in transcript.feelings if f.shown is not None and f.shown < turn]
    return feeling is max(showing, key=lambda one: one.shown or 0)


def _deductions(transcript: Transcript, won: int) -> list[Finding]:
    """Ten points off for each harm and each poor act on a feeling, at most thirty.

    A harm counts once, with the act that does it; where a later apology at level 2 mends it, half
    comes back. An axis does not fall below 0.
    """
    found: list[Finding] = []
    room = won
    for line, harm in list(_hurts(transcript))[: MOST_HARM // HARM_POINTS]:
        mended = harm is not None and _is_mended(transcript, harm, line.turn)
        points = min(HARM_POINTS // 2 if mended else HARM_POINTS, room)
        room -= points
        found.append(_deduction(line, points, mended))
    return found


def _hurts(transcript: Transcript) -> Iterator[tuple[Line, str | None]]:
    """Each harm at the line that first did it, and each line that acts poorly without one."""
    done: set[str] = set()
    for line in transcript.agent_lines:
        new = [harm for harm in dict.fromkeys(line.hurts) if harm not in done]
        done.update(new)
        yield from ((line, harm) for harm in new)
        poor = any(ACTS[act.name].is_poor and act.target is not None for act in line.acts)
        if poor and not new:
            yield line, None


def _is_mended(transcript: Transcript, harm: str, turn: int) -> bool:
    return any(
        act.name == "apologise" and act.target == harm and act.level == 2
        for line in transcript.agent_lines
        if line.turn > turn
        for act in line.acts
    )


def _deduction(line: Line, points: int, mended: bool) -> Finding:
    poor = next((act for act in line.acts if ACTS[act.name].is_poor), None)
    quote = poor.quote if poor else line.text
    key = "why.mended" if mended else "why.hurt"
    return Finding(
        Axis.EMPATHY, -points, None, line.turn, quote, Reason(key, (), line.why), line.better
    )
