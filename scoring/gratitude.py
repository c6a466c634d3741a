"""Gratitude: given, received, and passed on to the person; begged for, it costs.

Source: our rule. In a model of politeness gratitude weighs most (Danescu-Niculescu-Mizil 2013);
"thanks must fit what the customer did" (S1, rule 6).
"""

from fractions import Fraction
from typing import Final

from scoring.evidence import chance_of
from scoring.points import deal, part
from scoring.scorecard import Axis, Finding, Reason
from scoring.transcript import Act, Chance, Deed, Line, Transcript

GIVEN: Final = 60
RECEIVED: Final = 20
PASSED_ON: Final = 20
BEGGING: Final = 20


def gratitude_findings(transcript: Transcript) -> list[Finding] | None:
    """The findings of the axis, or None where the case gives no chance for gratitude.

    60 for thanks given (the same share for each deed done: tied to it 2, perfunctory 1, over 2),
    20 for thanks received unprompted, 20 for thanks passed on, rescaled to what the case offers.
    Begging for a rating costs 20, once; the axis does not fall below 0.
    """
    deeds = [deed for deed in transcript.deeds if deed.done is not None]
    parts = [Fraction(GIVEN, len(deeds)) for _ in deeds]
    if transcript.can_receive:
        parts.append(Fraction(RECEIVED))
    if transcript.can_pass_on:
        parts.append(Fraction(PASSED_ON))
    if not parts:
        return None
    most = deal(parts)
    found = [_given(transcript, deed, of) for deed, of in zip(deeds, most, strict=False)]
    if transcript.can_receive:
        found.append(_received(transcript, most[len(deeds)]))
    if transcript.can_pass_on:
        found.append(_passed_on(transcript, most[-1]))
    return [*found, *_begging(transcript, sum(one.points for one in found))]


def _given(transcript: Transcript, deed: Deed, of: int) -> Finding:
    values = (("deed", deed.text),)
    thanks = [
        (line, act)
        for line in transcript.agent_lines
        for act in line.acts
        if act.name == "thank" and _is_for(transcript, act, deed, line.turn)
    ]
    if not thanks:
        return _missed(transcript, deed.chance, of, Reason("why.unthanked", values))
    line, act = max(thanks, key=lambda pair: (pair[1].level, -pair[0].turn))
    points = part(of, Fraction(act.level, 2))
    if act.level == 2:
        reason = Reason("why.thanked", values)
        return Finding(Axis.GRATITUDE, points, of, line.turn, act.quote, reason)
    better = line.better or (deed.chance.better if deed.chance else None)
    reason = Reason("why.perfunctory", values)
    return Finding(Axis.GRATITUDE, points, of, line.turn, act.quote, reason, better)


def _is_for(transcript: Transcript, act: Act, deed: Deed, turn: int) -> bool:
    """Whether thanks are for a deed: by name, or, unnamed, for the one done last before them."""
    if act.target is not None:
        return act.target == deed.id
    done = [one for one in transcript.deeds if one.done is not None and one.done < turn]
    return bool(done) and deed is max(done, key=lambda one: one.done or 0)


def _received(transcript: Transcript, of: int) -> Finding:
    line = next((one for one in transcript.lines if one.thanks), None)
    if line is None:
        return _missed(transcript, transcript.receive_chance, of, Reason("why.not-received"))
    return Finding(Axis.GRATITUDE, of, of, line.turn, line.text, Reason("why.received"))


def _passed_on(transcript: Transcript, of: int) -> Finding:
    found = _first(transcript, "pass-on")
    if found is None:
        return _missed(transcript, transcript.pass_on_chance, of, Reason("why.not-passed-on"))
    line, act = found
    return Finding(Axis.GRATITUDE, of, of, line.turn, act.quote, Reason("why.passed-on"))


def _first(transcript: Transcript, name: str) -> tuple[Line, Act] | None:
    acts = ((line, act) for line in transcript.agent_lines for act in line.acts)
    return next((pair for pair in acts if pair[1].name == name), None)


def _missed(transcript: Transcript, chance: Chance | None, of: int, reason: Reason) -> Finding:
    turn, quote, better = chance_of(transcript, chance)
    return Finding(Axis.GRATITUDE, 0, of, turn, quote, reason, better)


def _begging(transcript: Transcript, won: int) -> list[Finding]:
    found = _first(transcript, "beg")
    if found is None:
        return []
    line, act = found
    points = min(BEGGING, won)
    reason = Reason("why.begged", (), line.why)
    return [Finding(Axis.GRATITUDE, -points, None, line.turn, act.quote, reason, line.better)]
