"""Transcripts made by hand: each line of a conversation with just what a formula looks at."""

from types import MappingProxyType
from typing import Any

from scoring.acts import ACTS, Mechanism, Target
from scoring.scorecard import Axis, Finding, Scorecard
from scoring.transcript import Act, Deed, Feeling, Line, ProblemFact, Speaker, Transcript

REACTION, INTERPRETATION, EXPLORATION = Mechanism


def act(written: str, quote: str) -> Act:
    """An act as authors write it: `thank told-us 1`."""
    name, *rest = written.split()
    level = int(rest.pop()) if rest and rest[-1] in ("1", "2") else None
    target = rest[0] if rest else None
    kind = ACTS[name]
    generic = kind.target is not Target.NOTHING and target is None and not kind.is_poor
    return Act(name, target, level or (1 if generic else 2), quote)


def agent(turn: int, *acts: str, **more: Any) -> Line:
    """What the trainee says at a turn; each act is carried by the whole of it."""
    text = f"words of turn {turn}"
    return Line(turn, Speaker.AGENT, text, tuple(act(one, text) for one in acts), **more)


def agents(*turns: str) -> tuple[Line, ...]:
    """The trainee's lines, turn by turn, each with its acts written in one text, by commas."""
    return tuple(
        agent(number, *(one.strip() for one in acts.split(",") if one.strip()))
        for number, acts in enumerate(turns, 1)
    )


def customer(turn: int, **more: Any) -> Line:
    """What the customer says at a turn."""
    return Line(turn, Speaker.CUSTOMER, f"answer of turn {turn}", **more)


def feeling(name: str, *needs: Mechanism, core: bool = True, shown: int | None = 0) -> Feeling:
    """A feeling that showed at a turn, or at none."""
    return Feeling(name, f"feeling {name}", needs, core, shown, MappingProxyType({}))


def deed(name: str, done: int | None = 0) -> Deed:
    """A deed done at a turn, or not at all."""
    return Deed(name, f"deed {name}", done, None)


def fact(weight: int, solved: bool = False, seems: bool = False, turn: int = 0) -> ProblemFact:
    """A problem fact of some weight."""
    return ProblemFact(f"fact of {weight}", "…", weight, solved, seems, turn, None)


def transcript(*lines: Line, **more: Any) -> Transcript:
    """A transcript of such lines; everything else is empty unless said."""
    empty: dict[str, Any] = {
        "case": "by-hand", "language": "en", "feelings": (), "deeds": (), "harms": (),
        "problem": (), "can_receive": False, "can_pass_on": False, "receive_chance": None,
        "pass_on_chance": None, "bars": dict.fromkeys(("resolution", "empathy", "gratitude"), 60),
        "mood": 60, "seconds": 0, "ended": True, "fate": "solved",
    }  # fmt: skip
    return Transcript(lines=lines, **{**empty, **more})


def of_axis(card: Scorecard, axis: Axis) -> list[Finding]:
    """The findings of one axis."""
    return [one for one in card.findings if one.axis is axis]


def points(card: Scorecard, axis: Axis) -> list[tuple[int, int | None]]:
    """What the findings of one axis are worth, and the most they could be."""
    return [(one.points, one.of) for one in of_axis(card, axis)]
