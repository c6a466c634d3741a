"""The scorecard: three axes, each the visible sum of its findings, and critical errors apart."""

from dataclasses import dataclass
from enum import StrEnum

from scoring.outcome import Outcome


class Axis(StrEnum):
    """What a trainee is scored on; conduct gives no points, its findings fail a play."""

    RESOLUTION = "resolution"
    EMPATHY = "empathy"
    GRATITUDE = "gratitude"
    CONDUCT = "conduct"


SCORED = (Axis.RESOLUTION, Axis.EMPATHY, Axis.GRATITUDE)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a finding is what it is: a key of the words table with its values, and a remark.

    `remark` is the author's own text on the line, already in the language of the transcript.
    """

    key: str
    values: tuple[tuple[str, str], ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `points` won or lost, `of` the most it could be worth (None for a loss).

    `quote` stands verbatim in a line of `turn`; `better` is a stronger wording where points were
    missed or lost. `kind` names a critical error.
    """

    axis: Axis
    points: int
    of: int | None
    turn: int
    quote: str
    reason: Reason
    better: str | None = None
    kind: str | None = None


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The whole result. An axis is None where the case gave no chance for it.

    `handled` and `resolved` are shares of 0 to 1 of the problem facts by weight.
    """

    resolution: int | None
    empathy: int | None
    gratitude: int | None
    handled: float
    resolved: float
    passed: bool
    findings: tuple[Finding, ...]
    outcome: Outcome

    @property
    def critical(self) -> tuple[Finding, ...]:
        """The critical errors, in the order of their turns."""
        return tuple(one for one in self.findings if one.axis is Axis.CONDUCT)

    def score(self, axis: Axis) -> int | None:
        """The score of one axis, 0 to 100."""
        return {
            Axis.RESOLUTION: self.resolution,
            Axis.EMPATHY: self.empathy,
            Axis.GRATITUDE: self.gratitude,
        }.get(axis)
