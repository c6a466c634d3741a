"""Conduct: critical errors, any one of which fails the play and none of which is averaged away.

Source: our rule, on the customer / business / compliance split of contact-centre quality (COPC).
"""

from scoring.acts import ACTS, Group
from scoring.scorecard import Axis, Finding, Reason
from scoring.transcript import Line, Transcript


def conduct_findings(transcript: Transcript) -> list[Finding]:
    """One finding for each critical error: the acts bribe and false-promise, and breaches."""
    return [one for line in transcript.agent_lines for one in _of_line(line)]


def _of_line(line: Line) -> list[Finding]:
    acts = {act.name: act.quote for act in line.acts if ACTS[act.name].group is Group.CRITICAL}
    broken = {**dict.fromkeys(line.breaks, line.text), **acts}
    return [
        Finding(
            Axis.CONDUCT, 0, None, line.turn, quote,
            Reason(f"why.critical.{kind}", (), line.why), line.better, kind,
        )
        for kind, quote in broken.items()
    ]  # fmt: skip
