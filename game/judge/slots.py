"""What the judge is asked: one slot for each thing that the offline score looks for in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from scoring.acts import Mechanism
from scoring.transcript import Transcript


class Criterion(StrEnum):
    """What is judged, in levels of 0 to 2: three ways of empathy, thanks, words that resolve."""

    REACTION = "reaction"
    INTERPRETATION = "interpretation"
    EXPLORATION = "exploration"
    GRATITUDE = "gratitude"
    RESOLUTION = "resolution"


@dataclass(frozen=True, slots=True)
class Slot:
    """One question to the judge: a criterion and what it is about.

    `kind` is feeling, deed or problem and `about` its text; `target` is the id that an act would
    name, None for the problem.
    """

    id: str
    criterion: Criterion
    kind: str
    about: str
    target: str | None = None


def slots_of(transcript: Transcript) -> tuple[Slot, ...]:
    """The slots of a play: what each counted feeling needs, each deed done, and the problem."""
    found = [*_feelings(transcript), *_deeds(transcript), *_problem(transcript)]
    return tuple(
        Slot(f"s{number}", criterion, kind, about, target)
        for number, (criterion, kind, about, target) in enumerate(found, 1)
    )


_Found = tuple[Criterion, str, str, str | None]


def _feelings(transcript: Transcript) -> Iterator[_Found]:
    for feeling in transcript.feelings:
        if feeling.core or feeling.shown is not None:
            for need in Mechanism:
                if need in feeling.needs:
                    yield Criterion(need.value), "feeling", feeling.text, feeling.id


def _deeds(transcript: Transcript) -> Iterator[_Found]:
    for deed in transcript.deeds:
        if deed.done is not None:
            yield Criterion.GRATITUDE, "deed", deed.text, deed.id


def _problem(transcript: Transcript) -> Iterator[_Found]:
    if transcript.problem:
        about = " / ".join(fact.text for fact in transcript.problem)
        yield Criterion.RESOLUTION, "problem", about, None
