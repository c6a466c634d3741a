"""What a code of `dangol check` means: its sentence, why it matters, and the smallest example.

The sentences and examples stand in `assets/words/problems.yaml`, the reasons in `why.yaml`.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from typing import Any, Final

import yaml

from game import content
from game.case.problems import nearest
from game.case.telling import Example, examples, good_case, good_file, sentence_of, tell
from game.errors import DangolError
from game.words import Lang, words
from game.workshop.explaining_examples import example_problem

_AROUND: Final = 2
_MOST: Final = 140
_LONGEST: Final = 14  # lines of one change that are shown
_PLACE: Final = re.compile(r"<([^<>:\s]+)(?::[^<>]+)?>|<:[^<>]+>")
_SHORT: Final = re.compile(r"([A-Z])0*(\d{1,3})")


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of an example: its number from 1, its text, and whether the problem is told there."""

    number: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code explained; `bad` and `good` are empty where the example is no text to be shown.

    Their lines are those about the place and those that differ; where numbers are left out, lines
    are.
    """

    code: str
    sentence: str
    why: str
    bad: tuple[Shown, ...]
    good: tuple[Shown, ...]
    note: str


def codes(family: str = "") -> tuple[str, ...]:
    """Every code that begins with `family`, in the order of the catalogue."""
    return tuple(code for code in examples() if code.startswith(family.strip().upper()))


def is_family(name: str) -> bool:
    """Whether this is the letter of a family of codes."""
    return len(name.strip()) == 1 and bool(codes(name))


def explain(code: str, lang: Lang) -> Explanation:
    """The explanation of a code such as `S009`, `s9`; raises DangolError for no code."""
    wanted = _whole(code)
    example = examples()[wanted]
    data, after = _once(example), mended_example(wanted)
    bad = data.decode("utf-8", "replace").splitlines() if data is not None else []
    good = after.decode().splitlines() if after is not None else []
    line = min(example.at.line, len(bad)) if bad else 0
    before = good_file(example.kind).splitlines() if example.old else bad
    cause = {*_differing(bad, before), *_differing(bad, good or bad), *_about([line], bad)}
    return Explanation(
        wanted,
        _sentence(wanted, lang),
        _reasons().get(wanted, {}).get(lang, ""),
        tuple(_shown(bad, cause, line)),
        tuple(_shown(good, _about(_differing(good, bad), good))),
        _note(wanted, example, lang),
    )


def _once(example: Example) -> bytes | None:
    """The bytes of an example, of one that is many times the same a single time."""
    return example.whole if example.times > 1 else example.spoiled()


def _whole(code: str) -> str:
    """A code as the catalogue has it; raises DangolError for none."""
    wanted = code.strip().upper()
    short = _SHORT.fullmatch(wanted)
    if short:
        wanted = f"{short[1]}{int(short[2]):03}"
    if wanted not in examples():
        near = nearest(wanted, list(examples()))
        if near:
            raise DangolError("workshop.explain.near", code=code[:20], near=near)
        raise DangolError("workshop.explain.unknown", code=code[:20])
    return wanted


def _note(code: str, example: Example, lang: Lang) -> str:
    if example.spoiled() is None:
        return words(lang, "workshop.explain.folder")
    if example.times > 1:
        return words(lang, "workshop.explain.times", times=example.times)
    return str(_reasons().get(code, {}).get("note", {}).get(lang, ""))


def summary(code: str, lang: Lang) -> str:
    """The sentence of a code as its example brings it about; of a deep one as it is written."""
    problem = None if examples()[code].kind == "deep" else example_problem(code, lang)
    return tell(problem, lang) if problem else _PLACE.sub("…", sentence_of(code, lang))


def _sentence(code: str, lang: Lang) -> str:
    problem = example_problem(code, lang)
    return tell(problem, lang) if problem else summary(code, lang)


def mended_example(code: str) -> bytes | None:
    """The example of a code without its problem; None where no text can show the mend."""
    example, reason = examples()[code], _reasons().get(code, {})
    data = _once(example)
    if data is None or "note" in reason:
        return None
    if "mended" in reason:
        text = data.decode()
        for one in reason["mended"]:
            assert one["old"] in text, (code, one["old"])
            text = text.replace(one["old"], one["new"], 1)
        return text.encode()
    if example.old:
        return good_file(example.kind).encode()
    lines = data.decode("utf-8", "replace").splitlines()
    good = good_case() if example.kind == "smallest" else good_file("feature")
    return "\n".join(good.splitlines()[: len(lines)]).encode()


def _differing(lines: list[str], others: list[str]) -> Iterator[int]:
    """The numbers of the lines that others do not have, or before which they have more."""
    for kind, first, last, _, _ in SequenceMatcher(None, lines, others, False).get_opcodes():
        if kind == "insert":
            yield from (number for number in (first, first + 1) if 0 < number <= len(lines))
        elif kind != "equal":
            yield from range(first + 1, min(last, first + _LONGEST) + 1)


def _about(numbers: Iterable[int], lines: list[str]) -> set[int]:
    """These lines and those around them."""
    around = (number + by for number in numbers for by in range(-_AROUND, _AROUND + 1))
    return {number for number in around if 0 < number <= len(lines)}


def _shown(lines: list[str], numbers: set[int], marked: int = 0) -> Iterator[Shown]:
    for number in sorted(numbers):
        text = "".join(one if one.isprintable() else "\ufffd" for one in lines[number - 1])
        text = text if len(text) <= _MOST else text[: _MOST - 1] + "…"
        yield Shown(number, text, number == marked)


@cache
def _reasons() -> Mapping[str, Any]:
    text = (content.assets() / "words" / "why.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return table
