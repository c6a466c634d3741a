"""The skills of a play in words, and the trainee's own rating beside the score."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from game.words import Lang, words
from scoring.skills import Skill


@dataclass(frozen=True, slots=True)
class SkillView:
    """One skill: `value` and `mean` of 0 to 100; None is not practised, or no history yet."""

    key: str
    name: str
    value: int | None
    mean: int | None
    formula: str


class Scored(Protocol):
    """What the gap needs of an axis."""

    @property
    def key(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def score(self) -> int | None: ...


def skill_views(
    values: Mapping[Skill, int | None], lang: Lang, means: Mapping[Skill, int] | None = None
) -> tuple[SkillView, ...]:
    """The skills in their order; `means` are those of earlier plays, when there are any."""
    return tuple(
        SkillView(
            skill.value,
            words(lang, f"skill.{skill.value}"),
            values[skill],
            (means or {}).get(skill),
            words(lang, f"skill.{skill.value}.formula"),
        )
        for skill in Skill
    )


def gap_words(axes: Sequence[Scored], own: Mapping[str, int], lang: Lang) -> str:
    """One sentence on the widest gap between own rating and score, "" without a rating."""
    gaps = [
        (own[axis.key] - axis.score, axis.name)
        for axis in axes
        if axis.score is not None and axis.key in own
    ]
    if not gaps:
        return ""
    gap, name = max(gaps, key=lambda one: abs(one[0]))
    if abs(gap) < _SMALL:
        return words(lang, "screen.gap.close")
    key = "screen.gap.above" if gap > 0 else "screen.gap.below"
    return words(lang, key, axis=name, points=abs(gap))


_SMALL = 10  # points: nearer than that is a good eye
