"""How the customer's words came about: written, or worded by which model, and what was refused."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from game.engine.events import CustomerSpoke
from game.playthrough import Heard, Playthrough
from game.words import Lang, words


@dataclass(frozen=True, slots=True)
class VoiceView:
    """Of `lines` that customers said on this path `voiced` are a model's words.

    `refused` counts the wordings that each guard threw away, `failed` the lines that no word came
    for.
    """

    models: tuple[str, ...]
    prompts: tuple[str, ...]
    lines: int
    voiced: int
    refused: tuple[tuple[str, int], ...]
    failed: int

    def to_json(self) -> dict[str, Any]:
        """The same as JSON values."""
        return {
            "model": list(self.models),
            "prompt": list(self.prompts),
            "lines": self.lines,
            "voiced": self.voiced,
            "refused": dict(self.refused),
            "failed": self.failed,
        }


def voice_of(run: Playthrough) -> VoiceView | None:
    """How the customers of today's path were voiced; None where nobody was asked to."""
    heard = [one for one in _heard(run) if one.asked]
    if not heard:
        return None
    events = (event for events in _events(run) for event in events)
    guards = Counter(guard for one in heard for guard in one.refused)
    return VoiceView(
        models=tuple(dict.fromkeys(one.asked for one in heard)),
        prompts=tuple(dict.fromkeys(one.prompt for one in heard if one.prompt)),
        lines=sum(isinstance(event, CustomerSpoke) for event in events),
        voiced=sum(bool(one.by) for one in heard),
        refused=tuple(guards.most_common()),
        failed=sum(bool(one.fault and not one.by) for one in heard),
    )


def how_played(run: Playthrough, lang: Lang) -> str:
    """Model, prompt and guards in one quiet line; "" for a scripted play."""
    return " · ".join(_parts(run, lang))


def _parts(run: Playthrough, lang: Lang) -> Iterator[str]:
    voice = voice_of(run)
    if voice is None:
        return
    model, prompt = ", ".join(voice.models), ", ".join(voice.prompts)
    key = "debrief.voice.model" if prompt else "debrief.voice.model.bare"
    yield words(lang, key, model=model, prompt=prompt)
    yield words(lang, "debrief.voice.lines", lines=voice.lines, voiced=voice.voiced)
    if voice.refused:
        which = ", ".join(
            f"{words(lang, f'doctor.guard.{guard}')} {count}" for guard, count in voice.refused
        )
        number = sum(count for _, count in voice.refused)
        yield words(lang, "debrief.voice.refused", number=number, which=which)
    if voice.failed:
        yield words(lang, "debrief.voice.failed", number=voice.failed)


def _heard(run: Playthrough) -> Iterator[Heard]:
    yield from run.opened
    for step in run.steps:
        yield from step.heard


def _events(run: Playthrough) -> Iterator[tuple[object, ...]]:
    yield run.opening
    for step in run.steps:
        yield step.events
