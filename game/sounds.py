"""The game's sounds: which there are, when each is heard, what its caption is, where its file lies.

Playing them is left to the screens. A sound never says what is not on the screen too.
"""

from enum import StrEnum
from pathlib import Path

from game import content


class Sound(StrEnum):
    """A sound, by the name of its file; `assets/build/sounds.py` makes them."""

    CHOOSE = "choose"
    """A reply is picked or a button pressed."""
    SENT = "sent"
    """A reply in the trainee's own words goes off."""
    CUSTOMER = "customer"
    """The customer begins to speak."""
    GOOD = "good"
    """The last reply won points."""
    LOW = "low"
    """The last reply lost points."""
    ENDING = "ending"
    """The conversation is over, well or not."""


def sound_of_points(points: int) -> Sound | None:
    """What is heard after a reply that won or lost `points`; nothing after one that did neither."""
    if not points:
        return None
    return Sound.GOOD if points > 0 else Sound.LOW


def caption_key(sound: Sound) -> str:
    """The key of the words that stand for the sound, such as [click]."""
    return f"sound.{sound}"


def path_of(sound: Sound) -> Path:
    """The sound's file: WAV, one channel, 44,100 samples a second of 16 bits."""
    return content.assets() / "sounds" / f"{sound}.wav"
