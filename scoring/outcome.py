"""The simulated outcome: the figures a service desk would see afterwards. None is a real measure.

Every formula is our rule unless its docstring names a source; the inputs are the transcript's own
numbers, so the same play always has the same outcome.
"""

from dataclasses import dataclass
from typing import Final

from scoring.transcript import Transcript

TOLD_IF_BAD: Final = 9


@dataclass(frozen=True, slots=True)
class Outcome:
    """Simulated figures. Directions: CSAT, CES and NPS are better when higher.

    `csat` 1-5; `ces` 1-7, 7 is the least effort; `nps` 0-10; `fcr` first contact resolution;
    `recontact` whether the customer contacts again about the same; `told` how many people hear
    a bad story; `turns` and `seconds` the trainee's, shown and worth nothing.
    """

    csat: float
    ces: float
    nps: int
    fcr: bool
    recontact: bool
    told: int
    turns: int
    seconds: int


def outcome_of(transcript: Transcript, resolved: float) -> Outcome:
    """The simulated outcome of a play with `resolved` (0-1) of its problem solved.

    `told` is the nine people of S0 (the article's claim) below a CSAT of 2.5, else nobody.
    """
    turns = len(transcript.agent_lines)
    csat = _csat(resolved, transcript.mood)
    fcr = resolved == 1.0 and transcript.fate not in ("returns", "lost")
    recontact = transcript.fate == "returns" or (resolved < 1.0 and transcript.fate == "handled")
    return Outcome(
        csat=csat,
        ces=_ces(resolved, len(transcript.harms)),
        nps=_nps(csat),
        fcr=fcr,
        recontact=recontact,
        told=TOLD_IF_BAD if csat < 2.5 else 0,
        turns=turns,
        seconds=transcript.seconds,
    )


def _csat(resolved: float, mood: int) -> float:
    """CSAT 1-5: half of the range from what is solved, half from the mood at the end. Our rule."""
    return round(1 + 2 * resolved + 2 * mood / 100, 1)


def _ces(resolved: float, harms: int) -> float:
    """CES 1-7, 7 is the least effort: 3 and 4 x resolved, less 1 for each harm. Our rule.

    The metric is S4's; there a high score means ease, so that is the direction here.
    """
    return round(max(1.0, 3 + 4 * resolved - harms), 1)


def _nps(csat: float) -> int:
    """NPS 0-10 "would you recommend", drawn from CSAT: (CSAT - 1) x 2.5, a half up. Our rule."""
    return int((csat - 1) * 2.5 + 0.5)
