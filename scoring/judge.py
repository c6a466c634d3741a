"""A transcript in, a scorecard out: the one place where the axes come together."""

from scoring.conduct import conduct_findings
from scoring.empathy import empathy_findings
from scoring.gratitude import gratitude_findings
from scoring.outcome import outcome_of
from scoring.resolution import resolution_findings, shares
from scoring.scorecard import SCORED, Axis, Finding, Scorecard
from scoring.transcript import Transcript


def judge(transcript: Transcript) -> Scorecard:
    """The scorecard of a transcript; of an unfinished one, as it stands so far.

    Passed: ended, every judged axis at or above its bar, and no critical error. Where too much of
    what was typed could not be read, empathy and gratitude are not judged.
    """
    is_read = not transcript.is_unread
    findings: dict[Axis, list[Finding] | None] = {
        Axis.RESOLUTION: resolution_findings(transcript) or None,
        Axis.EMPATHY: empathy_findings(transcript) if is_read else None,
        Axis.GRATITUDE: gratitude_findings(transcript) if is_read else None,
    }
    scores = {axis: _sum(found) for axis, found in findings.items()}
    critical = conduct_findings(transcript)
    handled, resolved = shares(transcript)
    above = all(score is None or score >= transcript.bars[axis] for axis, score in scores.items())
    return Scorecard(
        **{axis.value: scores[axis] for axis in SCORED},
        handled=handled,
        resolved=resolved,
        passed=transcript.ended and above and not critical,
        findings=(*(one for found in findings.values() for one in found or ()), *critical),
        outcome=outcome_of(transcript, resolved),
    )


def _sum(found: list[Finding] | None) -> int | None:
    return None if found is None else sum(one.points for one in found)
