"""Skills: what one play shows of seven habits of service, 0 to 100 each, beside the three axes.

Every formula is our rule and unvalidated; the acts in them are the author's. A skill that the
play gave no occasion for is None, not nought. Saying by when is no skill here: no act and no fact
of a case tells yet that a time was named, and a list of time words would only count words.
"""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Final

from scoring.acts import Mechanism
from scoring.scorecard import Axis, Finding, Scorecard
from scoring.transcript import Transcript


class Skill(StrEnum):
    """The skills in the order they stand around a radar, from the top clockwise."""

    ASK = "ask"
    ACKNOWLEDGE = "acknowledge"
    OWN = "own"
    EXPLAIN = "explain"
    THANK = "thank"
    CONFIRM = "confirm"
    PROTECT = "protect"


OWNING: Final = frozenset(("own", "do", "apologise", "escalate", "report"))
SHIFTING: Final = frozenset(("deflect", "blame", "stonewall", "act-only"))
EXPLAINING: Final = frozenset(("inform", "offer", "refuse", "recap"))
OBSCURING: Final = frozenset(("jargon", "stonewall", "misinform", "false-promise", "sell"))
THANKING: Final = frozenset(
    ("why.thanked", "why.perfunctory", "why.unthanked", "why.passed-on", "why.not-passed-on")
)


def skills_of(transcript: Transcript, card: Scorecard) -> Mapping[Skill, int | None]:
    """Every skill with its value of 0 to 100, None where it was not practised."""
    return {skill: formula(transcript, card) for skill, formula in _FORMULAS.items()}


def _ask(transcript: Transcript, card: Scorecard) -> int | None:
    """The share won of the empathy points for exploration. Our rule."""
    return _share_won(_empathy(card, Mechanism.EXPLORATION))


def _acknowledge(transcript: Transcript, card: Scorecard) -> int | None:
    """The share won of the empathy points for reaction and interpretation. Our rule."""
    return _share_won(_empathy(card, Mechanism.REACTION, Mechanism.INTERPRETATION))


def _own(transcript: Transcript, card: Scorecard) -> int | None:
    """Turns that take the matter on, of those that take it on or push it away. Our rule.

    Nought where the case has a problem and no turn does either; None where it has none.
    """
    found = _share_of_turns(transcript, OWNING, SHIFTING)
    return 0 if found is None and transcript.problem else found


def _explain(transcript: Transcript, card: Scorecard) -> int | None:
    """Turns that inform, offer, refuse rightly or sum up, of those and the obscuring. Our rule."""
    return _share_of_turns(transcript, EXPLAINING, OBSCURING)


def _thank(transcript: Transcript, card: Scorecard) -> int | None:
    """The share won of the points for thanks given and passed on, less begging. Our rule."""
    found = [one for one in card.findings if one.reason.key in THANKING]
    begged = [one for one in card.findings if one.reason.key == "why.begged"]
    return _share_won(found, sum(one.points for one in begged)) if found else None


def _confirm(transcript: Transcript, card: Scorecard) -> int | None:
    """100 for checking that it is solved, 50 for only summing up. Our rule.

    Halved, and nought without either, where a fact of the problem in the end only seems solved:
    that is what checking would have shown. None where there was neither check nor seeming.
    """
    said = {act.name for line in transcript.agent_lines for act in line.acts}
    value = 100 if "confirm" in said else 50 if "recap" in said else None
    if any(fact.seems and not fact.solved for fact in transcript.problem):
        return (value or 0) // 2
    return value


def _protect(transcript: Transcript, card: Scorecard) -> int | None:
    """100 for a warning, also before an end by the book; 50 for an end without one. Our rule.

    Nought for abuse endured to the end or a call ended on someone merely angry.
    """
    if any("self" in line.breaks for line in transcript.agent_lines):
        return 0
    said = [act.name for line in transcript.agent_lines for act in line.acts]
    if "warn" in said:
        return 100
    return 50 if "end-call" in said else None


_FORMULAS: Mapping[Skill, Callable[[Transcript, Scorecard], int | None]] = {
    Skill.ASK: _ask,
    Skill.ACKNOWLEDGE: _acknowledge,
    Skill.OWN: _own,
    Skill.EXPLAIN: _explain,
    Skill.THANK: _thank,
    Skill.CONFIRM: _confirm,
    Skill.PROTECT: _protect,
}


def _empathy(card: Scorecard, *wanted: Mechanism) -> list[Finding]:
    return [
        one
        for one in card.findings
        if one.axis is Axis.EMPATHY and dict(one.reason.values).get("mechanism") in wanted
    ]


def _share_won(findings: Iterable[Finding], less: int = 0) -> int | None:
    """Points over the most they could be, in percent; None where there were none to win."""
    found = [(one.points, one.of) for one in findings if one.of]
    most = sum(of for _, of in found)
    won = sum(points for points, _ in found) + less
    return max(0, round(100 * won / most)) if most else None


def _share_of_turns(
    transcript: Transcript, good: frozenset[str], bad: frozenset[str]
) -> int | None:
    """Turns with a good act, in percent of those with a good or a bad one."""
    acts = [{act.name for act in line.acts} for line in transcript.agent_lines]
    does = sum(bool(one & good) and not one & bad for one in acts)
    fails = sum(bool(one & bad) for one in acts)
    return round(100 * does / (does + fails)) if does + fails else None
