"""What a code of `dangol check` means: its sentence, why it matters, and the smallest example.

The sentences and examples stand in `assets/words/problems.yaml`, the reasons in `why.yaml`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
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
_MOST: Final = 100
_PLACE: Final = re.compile(r"<([^<>:\s]+)(?::[^<>]+)?>")


@dataclass(frozen=True, slots=True)
class Shown:
    """A line of an example: its number from 1, its text, and whether the problem is told there."""

    number: int
    text: str
    marked: bool


@dataclass(frozen=True, slots=True)
class Explanation:
    """A code explained; `bad` and `good` are empty where the example is no text to be shown."""

    code: str
    sentence: str
    why: str
    bad: tuple[Shown, ...]
    good: tuple[Shown, ...]
    note: str


def codes() -> tuple[str, ...]:
    """Every code, in the order of the catalogue."""
    return tuple(examples())


def explain(code: str, lang: Lang) -> Explanation:
    """The explanation of a code, in any case of letters; raises DangolError for no code."""
    wanted = code.strip().upper()
    if wanted not in examples():
        near = nearest(wanted, list(examples()))
        if near:
            raise DangolError("workshop.explain.near", code=code[:20], near=near)
        raise DangolError("workshop.explain.unknown", code=code[:20])
    example = examples()[wanted]
    bad, good = _texts(wanted, example)
    note = words(lang, "workshop.explain.folder") if example.spoiled() is None else ""
    if example.times > 1:
        note = words(lang, "workshop.explain.times", times=example.times)
    changed = _changed(bad, good)
    line = min(example.at.line, len(bad)) if bad else 0
    return Explanation(
        wanted,
        _sentence(wanted, lang),
        _reasons()[wanted][lang] if wanted in _reasons() else "",
        tuple(_shown(bad, line, line, marked=True)),
        tuple(_shown(good, *changed)) if good != bad else (),
        note,
    )


def summary(code: str, lang: Lang) -> str:
    """The sentence of a code as its example brings it about; of a deep one as it is written."""
    problem = None if examples()[code].kind == "deep" else example_problem(code, lang)
    return tell(problem, lang) if problem else _PLACE.sub("…", sentence_of(code, lang))


def _sentence(code: str, lang: Lang) -> str:
    problem = example_problem(code, lang)
    return tell(problem, lang) if problem else summary(code, lang)


def _texts(code: str, example: Example) -> tuple[list[str], list[str]]:
    """The lines of the bad example and of the mended one; none where there is nothing to see."""
    data = example.spoiled()
    if data is None:
        return [], []
    if example.old:
        return data.decode().splitlines(), good_file(example.kind).splitlines()
    assert example.whole is not None
    bad = example.whole.decode("utf-8", "replace").splitlines()
    mend = _reasons().get(code, {}).get("mended")
    if mend:
        return bad, "\n".join(bad).replace(mend["old"], mend["new"]).splitlines()
    good = good_case() if example.kind == "smallest" else good_file("feature")
    return bad, good.splitlines()[: len(bad)]


def _changed(bad: list[str], good: list[str]) -> tuple[int, int]:
    """The lines, from 1, in which the mended example differs from the bad one."""
    first = next((i for i, pair in enumerate(zip(bad, good, strict=False)) if pair[0] != pair[1]),
                 min(len(bad), len(good)))  # fmt: skip
    same = 0
    while same < min(len(bad), len(good)) - first and bad[-1 - same] == good[-1 - same]:
        same += 1
    return first + 1, max(first + 1, len(good) - same)


def _shown(lines: list[str], first: int, last: int, marked: bool = False) -> Iterator[Shown]:
    low, high = max(1, first - _AROUND), min(len(lines), last + _AROUND)
    for number in range(low, high + 1):
        text = "".join(one if one.isprintable() else "\ufffd" for one in lines[number - 1])
        text = text if len(text) <= _MOST else text[: _MOST - 1] + "…"
        yield Shown(number, text, marked and number == first)


@cache
def _reasons() -> Mapping[str, Any]:
    text = (content.assets() / "words" / "why.yaml").read_text("utf-8")
    table: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return table
