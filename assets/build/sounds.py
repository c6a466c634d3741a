"""Build the sounds of Dangol out of sine waves: python sounds.py [--out FOLDER].

Standard library alone, no chance in it: the same bytes every time.
"""

import argparse
import math
import struct
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

RATE = 44_100  # samples a second
FADE = 0.004  # seconds at either end; a wave that starts or stops at once clicks
ROOM = 0.012  # seconds of silence at the end

# A struck wooden bar, a marimba's: partials as (times the frequency, loudness, times the decay).
WOOD = ((1.0, 1.0, 1.0), (3.93, 0.22, 0.32), (9.2, 0.05, 0.14))
# A small bell: softer, and its upper partials ring on.
BELL = ((1.0, 1.0, 1.0), (2.0, 0.35, 0.7), (3.01, 0.14, 0.5), (4.2, 0.05, 0.3))
PURE = ((1.0, 1.0, 1.0),)

# Frequencies in Hz, equal temperament on A4 = 440.
A3, C4, E4, A4, C5, E5, G5, C6, D6 = (
    220.0,
    261.63,
    329.63,
    440.0,
    523.25,
    659.26,
    783.99,
    1046.5,
    1174.66,
)


@dataclass(frozen=True)
class Note:
    """A struck note: times in seconds, `decay` until it has fallen to about a third, `to` in Hz."""

    start: float
    pitch: float
    decay: float
    partials: Sequence[tuple[float, float, float]] = WOOD
    loudness: float = 1.0
    attack: float = 0.003
    to: float | None = None  # where the pitch glides to in the length of the sound


@dataclass(frozen=True)
class Recipe:
    """A sound: its length in seconds, its peak in dBFS, its notes."""

    seconds: float
    peak: float
    notes: Sequence[Note]


RECIPES = {
    "choose": Recipe(0.09, -20, [Note(0, D6, 0.012), Note(0, C5, 0.016, PURE, 0.5)]),
    "sent": Recipe(0.2, -21, [Note(0, A4, 0.07, PURE, attack=0.05, to=C6)]),
    "customer": Recipe(0.24, -20, [Note(0, A3, 0.06), Note(0.07, E4, 0.06, loudness=0.8)]),
    "good": Recipe(0.5, -18, [Note(0, G5, 0.09), Note(0.09, C6, 0.14, loudness=0.9)]),
    "low": Recipe(0.46, -19, [Note(0, E4, 0.09, PURE), Note(0.12, C4, 0.12, PURE, 0.95)]),
    "ending": Recipe(
        0.66,
        -17,
        [
            Note(0, C5, 0.3, BELL, 0.8),
            Note(0.1, E5, 0.26, BELL, 0.75),
            Note(0.2, G5, 0.22, BELL, 0.7),
            Note(0.3, C6, 0.18, BELL, 0.7),
        ],
    ),
}


def build_sounds(out: Path) -> None:
    """Write every sound into `out`/sounds."""
    folder = out / "sounds"
    folder.mkdir(parents=True, exist_ok=True)
    for name, recipe in RECIPES.items():
        write(folder / f"{name}.wav", samples_of(recipe))


def samples_of(recipe: Recipe) -> list[int]:
    """The sound as 16-bit samples, at its peak and faded at both ends."""
    length = round(recipe.seconds * RATE)
    mixed = [0.0] * length
    for note in recipe.notes:
        add(note, recipe.seconds, mixed)
    for at, value in enumerate(mixed):
        mixed[at] = value * fade(at / RATE, recipe.seconds)
    loudest = max(abs(value) for value in mixed)
    scale = 32767 * 10 ** (recipe.peak / 20) / loudest
    return [round(value * scale) for value in mixed]


def add(note: Note, seconds: float, mixed: list[float]) -> None:
    """Mix a note into the samples."""
    first = round(note.start * RATE)
    span = seconds - note.start
    for at in range(first, len(mixed)):
        time = (at - first) / RATE
        rising = 0.5 - 0.5 * math.cos(math.pi * min(1.0, time / note.attack))
        # The turns of a pitch that moves evenly from one frequency to the other.
        slide = 0.0 if note.to is None else (note.to - note.pitch) * time * time / (2 * span)
        turns = note.pitch * time + slide
        mixed[at] += (
            note.loudness
            * rising
            * sum(
                loud * math.exp(-time / (note.decay * lasts)) * math.sin(math.tau * times * turns)
                for times, loud, lasts in note.partials
            )
        )


def fade(time: float, seconds: float) -> float:
    """1 but for the ends, where it goes to 0: in a moment at first, over a quarter at last."""
    end = seconds - ROOM
    opening = min(1.0, time / FADE)
    closing = max(0.0, min(1.0, (end - time) / (seconds / 4)))
    return opening * (0.5 - 0.5 * math.cos(math.pi * closing))


def write(path: Path, samples: list[int]) -> None:
    """Write a WAV file: one channel, 16 bits, little-endian as the format wants it."""
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(samples)}h", *samples))


def main() -> None:
    """Read the command line and build all sounds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent)
    build_sounds(parser.parse_args().out)


if __name__ == "__main__":
    main()
