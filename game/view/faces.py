"""The customer's face: which of six, and the word for it, follow from the mood alone."""

from enum import StrEnum


class Face(StrEnum):
    """The six faces every portrait has, from worst to best."""

    FURIOUS = "furious"
    IRRITATED = "irritated"
    SAD = "sad"
    NEUTRAL = "neutral"
    SMILING = "smiling"
    GRATEFUL = "grateful"


_FROM_MOOD = (
    (20, Face.FURIOUS),
    (35, Face.IRRITATED),
    (50, Face.SAD),
    (68, Face.NEUTRAL),
    (82, Face.SMILING),
)


_AGENTS = ("woman-30s_long-black_none", "man-30s_short-dark_square")


def agent_beside(customer: str) -> str:
    """The portrait of the trainee's side: never the customer's own."""
    return next(portrait for portrait in _AGENTS if portrait != customer)


def face_of(mood: int) -> Face:
    """The face for a mood of 0 (furious) to 100 (delighted); the bounds are our rule."""
    return next((face for below, face in _FROM_MOOD if mood < below), Face.GRATEFUL)
