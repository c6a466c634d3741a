"""Spoiled case files: good ones with a few things dropped, doubled, swapped, renamed or mistyped.

Two kinds of hand do it: one knows YAML and moves its parts about, one only knows letters and lines.
"""

import copy
import random
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any, Final

import yaml

from game import content
from game.case.telling import good_case, good_file, good_table
from tests.plays import CASES

_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_Dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)

Holder = dict[str, Any] | list[Any]


@dataclass(frozen=True)
class Folder:
    """The text of every file of a small folder: a case, a table, what it calls, and a page."""

    case: str
    table: str = ""
    shared: str = ""
    shared_table: str = ""
    page: str = ""


@cache
def good_folders() -> tuple[Folder, ...]:
    """What is spoiled: the smallest cases, those of the tests, and a shipped one."""

    def text(name: str) -> str:
        return (CASES / name).read_text("utf-8")

    def shipped(name: str) -> str:
        return (content.scenarios() / name).read_text("utf-8")

    lamp = Folder(text("lamp.yaml"), text("lamp.en.yaml"))
    journey = Folder(
        text("journey.yaml"),
        text("journey.en.yaml"),
        text("shared/last-word.yaml"),
        text("shared/last-word.en.yaml"),
        text("journey-principle.yaml"),
    )
    smallest = Folder(good_case(), good_table())
    caller = Folder(good_file("caller"), "", good_file("shared"))
    old = Folder(shipped("thanks/just-okay.yaml"), shipped("thanks/just-okay.en.yaml"))
    return (smallest, caller, caller, lamp, lamp, journey, journey, journey, old)


def spoiled(chance: random.Random) -> Folder:
    """A folder in which one to four things went wrong, most often in the case itself."""
    folder = chance.choice(good_folders())
    for _ in range(chance.choice((1, 1, 1, 2, 3, 4))):
        names = [name for name, text in vars(folder).items() if text]
        name = chance.choice(["case", "case", *names])
        spoil = chance.choice((_by_parts, _by_parts, _by_letters))
        folder = replace(folder, **{name: spoil(getattr(folder, name), chance)})
    return folder


# ------------------------------------------------------------ by parts


def _by_parts(text: str, chance: random.Random) -> str:
    """The text after parts of its YAML were moved about; untouched where it is no YAML."""
    try:
        top = copy.deepcopy(_parsed(text))
    except (yaml.YAMLError, RecursionError):
        return text
    for _ in range(chance.choice((1, 1, 2, 3))):
        spots = list(_spots(top))
        if not spots:
            return text
        holder, key = chance.choice(spots)
        chance.choice(_PARTS)(holder, key, chance, spots)
    return _written(top, chance) or text


@cache
def _good(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)


def _parsed(text: str) -> Any:
    """The values of a text; those of the good files are kept."""
    is_good = any(text in vars(folder).values() for folder in good_folders())
    return _good(text) if is_good else yaml.load(text, Loader=_Loader)


def _written(top: Any, chance: random.Random) -> str:
    """The values as YAML again, in one of the ways in which authors write; "" if they cannot be."""
    style = chance.choice((False, False, False, None, True))
    try:
        written: str = yaml.dump(
            top, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100,
            default_flow_style=style,
        )  # fmt: skip
    except (yaml.YAMLError, RecursionError, UnicodeError):
        return ""
    return written


def _spots(top: Any) -> Iterator[tuple[Holder, Any]]:
    """Every place of a value: what holds it, and its key or position."""
    left = [top]
    while left:
        one = left.pop()
        if isinstance(one, dict):
            keys: list[Any] = list(one)
        elif isinstance(one, list):
            keys = list(range(len(one)))
        else:
            continue
        yield from ((one, key) for key in keys)
        left += [one[key] for key in keys]


Spots = list[tuple[Holder, Any]]


def _drop(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    del holder[key]


def _double(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    if isinstance(holder, list):
        holder.insert(key, copy.deepcopy(holder[key]))
    else:
        holder[f"{key}{chance.choice(('-2', '2', ' ', '.x', '/x'))}"] = copy.deepcopy(holder[key])


def _swap(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    """Two values change places; a value that holds the other is copied instead."""
    other, at = chance.choice(spots)
    one, two = copy.deepcopy(holder[key]), copy.deepcopy(other[at])
    other[at] = one
    if key in holder if isinstance(holder, dict) else key < len(holder):
        holder[key] = two


def _rename(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    if isinstance(holder, dict):
        new = chance.choice((*_KEYS, _odd(str(key), chance)))
        pairs = [(new if name == key else name, value) for name, value in holder.items()]
        holder.clear()
        holder.update(pairs)


def _mistype(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    was = holder[key]
    kinds: tuple[Callable[[], Any], ...] = (
        str, list, dict, lambda: [was], lambda: {"any": [was]}, lambda: {str(key): was},
        lambda: [[was]], lambda: {"if": "mood > 1", "say": was}, lambda: [{"go": was}],
    )  # fmt: skip
    holder[key] = chance.choice(kinds)()


def _retype(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    holder[key] = chance.choice(_VALUES)


def _borrow(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    """A text from another place: an id where a sentence stands, a condition where a node does."""
    texts = [one[at] for one, at in spots if isinstance(one[at], str)]
    keys = [str(at) for one, at in spots if isinstance(one, dict)]
    holder[key] = chance.choice(texts + keys)


def _deepen(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    value = holder[key]
    for _ in range(chance.choice((2, 20, 58, 70))):
        value = chance.choice(([value], {"do": value, "if": "mood > 0"}, {"any": value}))
    holder[key] = value


def _letter(holder: Any, key: Any, chance: random.Random, spots: Spots) -> None:
    if isinstance(holder[key], str):
        holder[key] = _odd(holder[key], chance)


_PARTS: Final = (
    _drop, _drop, _double, _swap, _rename, _mistype, _retype, _retype, _borrow, _borrow, _deepen,
    _letter,
)  # fmt: skip
_KEYS: Final = (
    "go", "say", "if", "do", "end", "exit", "call", "with", "returns", "any", "at", "who", "takes",
    "replies", "timer", "scenes", "customers", "customer", "hidden", "start", "leaves", "needs",
    "tells", "denies", "near", "visits", "", "<<", "1", "a b", "새것", "stay", "back", "a/b",
)  # fmt: skip
_VALUES: Final[tuple[Any, ...]] = (
    "", "~", "no", "0", "-1", "9" * 40, "1e9", "stay", "back", "aside opens", "aside", "opens",
    "start", "mood +8", "mood = 9999999", "mood of jun -400", "patience -9", "patience of mina = 0",
    "mood >= 60 and", "visits opens > 2", "visits opens + visits opens > clock", "4m", "9999m",
    "25:00", "24:00", "00:00", "not " * 30 + "mood > 1", "(" * 30, "shared/last-word", "shared/x",
    "<held>", "<aim>", "<aim:을>", "<agent:<aim>>", "<a/b>", "any", "mina", "jun", "customer",
    "solved right", "right", "problem solved", "broke bribe", "told party", "x" * 5000, "가" * 700,
    "end-regular", "check/asks", "check/asks.hurry", "weather = rain", "box = open", "box +1",
    [], {}, [[]], [{}], {"any": []}, {"any": ["rain", "sun"]}, [""], ["stay", "back"],
    {"of": "journey"}, {"if": "mood > 1", "go": "back"}, [{"go": "stay"}], "confirm 9", "acts",
)  # fmt: skip


# ------------------------------------------------------------ by letters


def _by_letters(text: str, chance: random.Random) -> str:
    lines = text.split("\n")
    at, to = sorted(chance.randrange(len(lines)) for _ in range(2))
    few = min(to, at + 12) + 1
    match chance.randrange(8):
        case 0:  # a cut file
            return text[: chance.randrange(len(text) + 1)]
        case 1:  # lines lost
            return "\n".join(lines[:at] + lines[few:])
        case 2:  # lines doubled
            return "\n".join(lines[:few] + lines[at:])
        case 3:  # lines moved
            return "\n".join(lines[:at] + lines[few:] + lines[at:few])
        case 4:  # lines pushed in or out
            moved = [_shifted(line, chance) for line in lines[at:few]]
            return "\n".join(lines[:at] + moved + lines[few:])
        case 5:  # lines of another file
            other = chance.choice(list(_texts(chance.choice(good_folders())))).split("\n")
            start = chance.randrange(len(other))
            return "\n".join(lines[:at] + other[start : start + 15] + lines[at:])
        case 6:  # odd line ends
            return chance.choice(("\r", "\r\n", "\n\n", "\u2028", "\n\t")).join(lines)
        case _:
            return _odd(text, chance)


def _shifted(line: str, chance: random.Random) -> str:
    return line[2:] if chance.random() < 0.5 else chance.choice(("  ", " ", "\t", "- ")) + line


def _texts(folder: Folder) -> Iterator[str]:
    files: Mapping[str, str] = vars(folder)
    return (text for text in files.values() if text)


def _odd(text: str, chance: random.Random) -> str:
    """The text with a few letters lost and something odd in their place."""
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(_ODD) + text[at + chance.choice((0, 0, 1, 3, 30)) :]


_ODD: Final = (
    "", " ", ": ", " #", "- ", "[", "]", "{", "}", '"', "'", "|", ">", "&a ", "*a", "!!x ", "%",
    "@", "`", "?", ",", "\n", "\n  ", "\t", "\0", "\x1b[31m", "\x85", "\ufeff", "\u200d", "\u202e",
    "é", "e\u0301", "각", "ㅎ", "１２", "𝟘", "²", "👩‍🍳", "<", ">", "<agent>", "<clock:을>", "\\",
    "...", "---", "=", "==", "+", "-", "of", "not ", " and ", "0" * 30, "/", ".", "aside ",
)  # fmt: skip
