"""The result of a play as one JSON object, for programs and for keeping."""

from typing import Any

from game.engine.difficulty import AS_WRITTEN
from game.engine.events import CaseEnded
from game.playthrough import Playthrough
from game.transcribe import transcribe
from game.view.debrief import epilogue_of, why_of
from game.view.voice import voice_of
from game.words import Lang
from scoring.judge import judge
from scoring.scorecard import SCORED, Finding


def result_of(run: Playthrough, lang: Lang) -> dict[str, Any]:
    """The result: ids, scores, findings with their quotes, outcome, epilogue and digest.

    `ending` is the node where the case ended, None while it has not. `resolved` and `handled` are
    0 to 1, the axes 0 to 100 or None where not judged; a finding's `points` add up to its axis.
    `difficulty`, 1 to 5, stands there where the case was not played as its author wrote it, and
    `voice` where a model worded what customers said.
    """
    card, voice = judge(transcribe(run, lang)), voice_of(run)
    level = run.header.difficulty
    return {
        "case": run.case.id,
        "version": run.header.version,
        "seed": run.header.seed,
        "mode": run.header.mode,
        **({} if level == AS_WRITTEN else {"difficulty": level}),
        "ending": ending_of(run),
        "handled": round(card.handled, 4),
        "resolved": round(card.resolved, 4),
        "resolution": card.resolution,
        "empathy": card.empathy,
        "gratitude": card.gratitude,
        "passed": card.passed,
        "critical": [{"kind": one.kind, **_finding(one, lang)} for one in card.critical],
        "findings": [_finding(one, lang) for one in card.findings],
        "outcome": {
            "csat": card.outcome.csat,
            "ces": card.outcome.ces,
            "nps": card.outcome.nps,
            "fcr": card.outcome.fcr,
            "recontact": card.outcome.recontact,
            "told": card.outcome.told,
            "turns": card.outcome.turns,
            "seconds": card.outcome.seconds,
            "simulated": True,
        },
        "epilogue": epilogue_of(run, lang) or None,
        "rewinds": run.rewinds,
        "first_try": _first_try(run, lang),
        "digest": run.digest,
        **({"voice": voice.to_json()} if voice else {}),
    }


def ending_of(run: Playthrough) -> str | None:
    """The node at which the case ended."""
    events = (event for step in run.steps for event in step.events)
    return next((event.node for event in events if isinstance(event, CaseEnded)), None)


def _first_try(run: Playthrough, lang: Lang) -> dict[str, Any] | None:
    """What the path before the first rewind came to, None while there was no rewind."""
    if run.first_try is None:
        return None
    transcript = transcribe(run, lang, run.first_try)
    card = judge(transcript)
    scores = {axis.value: card.score(axis) for axis in SCORED}
    return {"turns": len(transcript.agent_lines), **scores, "passed": card.passed}


def _finding(one: Finding, lang: Lang) -> dict[str, Any]:
    return {
        "axis": one.axis,
        "points": one.points,
        "of": one.of,
        "turn": one.turn,
        "quote": one.quote,
        "why": why_of(one.reason, lang),
        "better": one.better,
    }
