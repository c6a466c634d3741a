"""The second opinion on a play: the judge's levels become acts, the offline formulas make points.

Near a bar the judge is asked three times, with the slots in another order each time, and the middle
level counts. Our rules, as are the distances.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median_low
from typing import Final

from game.customers.asking import Asks
from game.judge.evidence import Judged, judged
from game.judge.question import TOKENS_A_SLOT, Given, form_of, question, version
from game.judge.slots import Criterion, Slot, slots_of
from game.playthrough import Mode, Playthrough
from game.transcribe import transcribe
from game.words import Lang
from scoring.acts import ACTS
from scoring.judge import judge
from scoring.scorecard import Axis, Scorecard
from scoring.transcript import Act, Line, Speaker, Transcript

NEAR: Final = 10  # points from a bar
SAMPLES: Final = 3
JUDGED: Final = (Axis.EMPATHY, Axis.GRATITUDE)
_ACTS: Final = {
    Criterion.REACTION: "acknowledge",
    Criterion.INTERPRETATION: "interpret",
    Criterion.EXPLORATION: "ask",
    Criterion.GRATITUDE: "thank",
}
# What the judge judges anew; all else in a line stays what the case or the reader made of it.
_ANEW: Final = frozenset({"thank", *(act.name for act in ACTS.values() if act.mechanism)})


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a judge holds of a play: a scorecard by the offline formulas, and what it rests on.

    `prompt` is the version of the question, `samples` how often it was asked.
    """

    card: Scorecard
    judged: tuple[Judged, ...]
    model: str
    prompt: str
    samples: int


def opinion_on(run: Playthrough, asks: Asks) -> Opinion | None:
    """The opinion on a play as it stands, None in an exam; raises CustomerUnavailable."""
    if run.header.mode is Mode.EXAM:
        return None
    return second_opinion(transcribe(run), asks)


def second_opinion(transcript: Transcript, asks: Asks) -> Opinion:
    """The opinion on a transcript from anywhere; raises CustomerUnavailable."""
    lang: Lang = "ko" if transcript.language == "ko" else "en"
    slots = slots_of(transcript)
    samples = [judgement(transcript.lines, slots, lang, asks)]
    card = judge(_with_acts(transcript, samples[0]))
    if _is_near_a_bar(card, transcript):
        for seed in range(1, SAMPLES):
            samples.append(judgement(transcript.lines, slots, lang, asks, seed))
        card = judge(_with_acts(transcript, _middle(samples)))
    return Opinion(card, _middle(samples), asks.model, version(lang), len(samples))


def judgement(
    lines: Sequence[Line], slots: Sequence[Slot], lang: Lang, asks: Asks, seed: int = 0
) -> tuple[Judged, ...]:
    """One judgement, in the order of `slots`; `seed` also turns the order they are asked in."""
    if not slots:
        return ()
    turned = [*slots[seed % len(slots) :], *slots[: seed % len(slots)]]
    tokens = TOKENS_A_SLOT * len(slots) + TOKENS_A_SLOT
    answer = asks.ask(question(lines, turned, lang), form_of(turned), tokens, seed)
    given: dict[str, Given] = {slot.id: getattr(answer, slot.id) for slot in slots}
    return tuple(judged(slot, given[slot.id], lines) for slot in slots)


def _middle(samples: Sequence[tuple[Judged, ...]]) -> tuple[Judged, ...]:
    """For each slot the middle level, with the evidence of the samples that bear it."""
    return tuple(_middle_of(each) for each in zip(*samples, strict=True))


def _middle_of(each: Sequence[Judged]) -> Judged:
    level = median_low([one.level for one in each])
    bearing = (one for one in each if one.level >= level)
    evidence = dict.fromkeys(found for one in bearing for found in one.evidence if level)
    return Judged(each[0].slot, level, tuple(evidence), sum(one.dropped for one in each))


def _is_near_a_bar(card: Scorecard, transcript: Transcript) -> bool:
    scores = ((card.score(axis), transcript.bars[axis]) for axis in JUDGED)
    return any(score is not None and abs(score - bar) <= NEAR for score, bar in scores)


def _with_acts(transcript: Transcript, found: Sequence[Judged]) -> Transcript:
    """The transcript with the judge's acts in place of those that it judges anew."""
    acts: dict[int, list[Act]] = {}
    for one in found:
        name = _ACTS.get(one.slot.criterion)
        for evidence in one.evidence if name else ():
            assert name is not None
            act = Act(name, one.slot.target, one.level, evidence.quote)
            acts.setdefault(evidence.turn, []).append(act)
    lines = tuple(_judged_anew(line, acts.get(line.turn, [])) for line in transcript.lines)
    return replace(transcript, lines=lines)


def _judged_anew(line: Line, acts: Sequence[Act]) -> Line:
    if line.speaker is not Speaker.AGENT:
        return line
    kept = [act for act in line.acts if act.name not in _ANEW]
    return replace(line, acts=(*kept, *acts), is_unsure=False)
