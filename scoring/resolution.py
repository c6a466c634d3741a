"""Resolution: the weighted share of the problem facts that are true at the end, nothing else.

Source: our rule; "customers want resolution, not action" (S3). Words that sound resolved predict
true success worse than chance (AUC 0.36 on 200 real runs), so words earn nothing here.
"""

from fractions import Fraction

from scoring.evidence import chance_of, quote_at
from scoring.points import deal
from scoring.scorecard import Axis, Finding, Reason
from scoring.transcript import ProblemFact, Transcript


def shares(transcript: Transcript) -> tuple[float, float]:
    """The handled and the resolved share, 0 to 1, by weight.

    A fact is handled when it is solved or only seems so: what customer and agent now believe.
    """
    whole = sum(fact.weight for fact in transcript.problem)
    if not whole:
        return 0.0, 0.0
    resolved = sum(fact.weight for fact in transcript.problem if fact.solved)
    handled = sum(fact.weight for fact in transcript.problem if fact.solved or fact.seems)
    return handled / whole, resolved / whole


def resolution_findings(transcript: Transcript) -> list[Finding]:
    """A finding for each problem fact, worth its share of 100 by weight."""
    most = deal([Fraction(fact.weight) for fact in transcript.problem])
    return [
        _finding(transcript, fact, of) for fact, of in zip(transcript.problem, most, strict=True)
    ]


def _finding(transcript: Transcript, fact: ProblemFact, of: int) -> Finding:
    values = (("fact", fact.text),)
    if fact.solved:
        quote = quote_at(transcript, fact.turn)
        return Finding(Axis.RESOLUTION, of, of, fact.turn, quote, Reason("why.solved", values))
    key = "why.seems" if fact.seems else "why.open"
    turn, quote, better = chance_of(transcript, fact.chance)
    return Finding(Axis.RESOLUTION, 0, of, turn, quote, Reason(key, values), better)
