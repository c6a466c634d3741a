"""What a typed reply earns: the acts of its own words, and not all that its branch would bring.

The branch that a typed reply takes decides the story and what was done. Empathy, apologies, thanks
and passing thanks on are earned by saying them, so these acts come from the words alone.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from scoring.acts import ACTS, Group
from scoring.earning import EARNED
from scoring.reading.context import Context
from scoring.reading.likeness import Similar, alike
from scoring.reading.normal import normalise
from scoring.reading.past import speaks_to_a_model
from scoring.reading.reader import Reader
from scoring.reading.reading import UNSURE, Flag, Reading
from scoring.reading.sentences import bare, sentences
from scoring.transcript import Act

VERSION: Final = "1"
"""Of reading and crediting together; stands in every log beside what was read."""

SURE_OF_A_BREACH: Final = 0.8
_AXES: Final = {
    "acknowledge": "er", "interpret": "ip", "ask": "ex", "thank": "gratitude", "apologise": "er",
}  # fmt: skip
_FULL: Final = 1.5


@dataclass(frozen=True, slots=True)
class Heard:
    """What was read in a typed reply. `sure` is 0 to 1; `by` names the version and the tier.

    `is_judged` is false where the reader was not sure enough: then nothing rests on `acts`.
    """

    acts: tuple[Act, ...]
    guards: tuple[Flag, ...]
    sure: float
    is_judged: bool
    by: str


@dataclass(frozen=True, slots=True)
class Branch:
    """The reply whose branch a typed text takes: its words, and its acts with theirs."""

    say: str
    acts: tuple[Act, ...]


def hear(
    text: str, lang: str, context: Context, reader: Reader,
    branch: Branch | None = None, known: Sequence[Act] = (),
) -> Heard:  # fmt: skip
    """What a typed reply itself does.

    `branch` is None where it takes none. `known` are acts that would count now, in the words that
    the author wrote for them anywhere in the case. Our rules:

    - The author's reply typed letter for letter brings all its acts.
    - A clause that says what the author's words for an act say brings that act.
    - Else the reader decides. An act read without a target has that of the branch's own act of the
      same name, if there is one; thanks, feelings and harms without a target stay at level 1.
    - What a guard holds down brings nothing, however it is worded.
    - What is said to a model and takes no branch brings nothing at all: it is small talk.
    """
    by = f"{VERSION} {reader.tier}"
    if branch and bare(normalise(text).text) == bare(normalise(branch.say).text):
        return Heard(tuple(_placed(text, branch.acts)), (), 1.0, True, by)
    reading = reader.read(text, lang, context)
    if branch is None and speaks_to_a_model(text):
        return Heard((), reading.flags, reading.confidence, True, by)
    own = branch.acts if branch else ()
    found = [*_said_alike(text, (*own, *known), branch, reader.similarity)]
    found += _read(reading, branch)
    free = [act for act in found if not _is_held(text, act, reading.flags)]
    is_judged = reading.confidence >= UNSURE
    return Heard(_best(free), reading.flags, reading.confidence, is_judged, by)


def _placed(text: str, authored: Sequence[Act]) -> Iterator[Act]:
    """The authored acts, each with its words as they stand in the typed text."""
    for act in authored:
        yield replace(act, quote=_place(text, act.quote) or text)


def _said_alike(
    text: str, authored: Sequence[Act], branch: Branch | None, similar: Similar
) -> Iterator[Act]:
    """The acts whose own words the typed text says, verbatim or in other words."""
    plain = normalise(text)
    spans = [plain.raw(one.start, one.end) for one in sentences(plain)]
    parts = [text[start:end] for start, end in spans]
    whole = bare(branch.say) if branch else ""
    for act in authored:
        if act.name not in EARNED or bare(act.quote) == whole:
            continue
        place = _place(text, act.quote)
        near = place or next((one for one in parts if alike(one, act.quote, similar)), None)
        if near:
            yield replace(act, quote=near)


def _place(text: str, words: str) -> str | None:
    """The stretch of a text that holds the same letters as `words`, whatever stands between."""
    plain, wanted = normalise(text), bare(normalise(words).text)
    at = [i for i, letter in enumerate(plain.text) if letter.isalnum()]
    found = bare(plain.text).find(wanted)
    if found < 0 or not wanted:
        return None
    start, end = plain.raw(at[found], at[found + len(wanted) - 1] + 1)
    return text[start:end]


def _is_held(text: str, act: Act, guards: Sequence[Flag]) -> bool:
    """Whether a guard over the words of an act holds down what the act would earn."""
    if ACTS[act.name].is_poor:
        return False
    axis = "gratitude" if act.name in ("thank", "pass-on") else "empathy"
    start = text.find(act.quote)
    return any(
        one.start < start + len(act.quote) and start < one.end and _caps(one, axis)
        for one in guards
    )


def _caps(guard: Flag, axis: str) -> bool:
    return any(one in ("all", axis) for one in guard.caps.split())


def _read(reading: Reading, branch: Branch | None) -> Iterator[Act]:
    """The acts that the reader found, aimed by the branch where they name no target."""
    for act in reading.acts:
        group = ACTS[act.name].group
        if group is Group.CRITICAL and reading.confidence < SURE_OF_A_BREACH:
            continue
        if branch is None and act.name in ("ask", "interpret") and act.target is None:
            continue  # a question about anything, which the customer did not understand
        if branch is None or act.name in EARNED or ACTS[act.name].is_poor:
            yield _aimed(act, reading, branch)


def _aimed(act: Act, reading: Reading, branch: Branch | None) -> Act:
    own = branch.acts if branch else ()
    targets = {one.target for one in own if one.name == act.name and one.target}
    if act.target is not None or len(targets) != 1 or act.name not in _AXES:
        return act
    level = 2 if getattr(reading, _AXES[act.name]) >= _FULL else 1
    return replace(act, target=targets.pop(), level=level)


def _best(acts: Sequence[Act]) -> tuple[Act, ...]:
    """Each act once for each target, at its best level; untargeted only where not aimed."""
    best: dict[tuple[str, str | None], Act] = {}
    for act in acts:
        had = best.get((act.name, act.target))
        if had is None or act.level > had.level:
            best[act.name, act.target] = act
    aimed = {name for name, target in best if target}
    return tuple(act for (name, target), act in best.items() if target or name not in aimed)
