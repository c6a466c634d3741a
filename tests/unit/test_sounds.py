"""The sounds: all there, captioned, short and quiet, without clicks, made again byte for byte."""

import re
import struct
import subprocess
import sys
import wave
from pathlib import Path

import pytest

from game import content
from game.sounds import Sound, caption_key, path_of, sound_of_points
from game.words import LANGUAGES, Lang, words
from tests.plays import ROOT

LOUDEST = 32767 * 10 ** (-12 / 20)  # -12 dBFS
LARGEST = 60_000  # bytes


def samples(path: Path) -> tuple[int, ...]:
    """The samples of a sound, which is mono, 16 bits and 44.1 kHz."""
    with wave.open(str(path), "rb") as file:
        shape = file.getnchannels(), file.getsampwidth(), file.getframerate()
        assert shape == (1, 2, 44_100)
        frames = file.readframes(file.getnframes())
    return struct.unpack(f"<{len(frames) // 2}h", frames)


def test_every_sound_has_its_file_and_every_file_its_sound() -> None:
    files = {path.name for path in (content.assets() / "sounds").iterdir()}
    assert files == {path_of(sound).name for sound in Sound}


@pytest.mark.parametrize("sound", Sound)
def test_sound_has_a_caption_in_every_language(sound: Sound) -> None:
    captions = [words(lang, caption_key(sound)) for lang in LANGUAGES]
    assert all(re.fullmatch(r"\[[^\[\]]{1,20}\]", caption) for caption in captions)
    assert len(set(captions)) == len(LANGUAGES)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_two_sounds_have_one_caption(lang: Lang) -> None:
    assert len({words(lang, caption_key(sound)) for sound in Sound}) == len(Sound)


@pytest.mark.parametrize("sound", Sound)
def test_sound_is_short_and_quiet_and_yet_heard(sound: Sound) -> None:
    held = samples(path_of(sound))
    assert path_of(sound).stat().st_size < LARGEST
    assert 0.05 < len(held) / 44_100 < 0.7
    assert LOUDEST / 8 < max(map(abs, held)) <= LOUDEST


@pytest.mark.parametrize("sound", Sound)
def test_sound_begins_and_ends_in_silence_and_leans_to_no_side(sound: Sound) -> None:
    held = samples(path_of(sound))
    moment = 44_100 // 1000
    assert held[0] == held[-1] == 0
    assert max(map(abs, held[:moment])) < 0.1 * max(map(abs, held))
    assert max(map(abs, held[-5 * moment :])) <= 1
    assert abs(sum(held) / len(held)) < 10


def test_points_won_and_lost_sound_apart_and_none_is_silent() -> None:
    assert [sound_of_points(points) for points in (8, -8, 0)] == [Sound.GOOD, Sound.LOW, None]


def test_sounds_are_built_again_byte_for_byte(tmp_path: Path) -> None:
    script = ROOT / "assets" / "build" / "sounds.py"
    subprocess.run((sys.executable, script, "--out", tmp_path), check=True)
    built = {path.name: path.read_bytes() for path in (tmp_path / "sounds").iterdir()}
    assert built == {path_of(sound).name: path_of(sound).read_bytes() for sound in Sound}
