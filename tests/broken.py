"""Shipped cases with one mistake each: deleted, renamed, retargeted, mistyped, translated away.

Every mistake knows the code and the line at which it has to be told.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Final

from game import content
from game.case.library import kind_of
from game.case.tree import Fields, Items, Scalar, Tree, grow
from scoring.acts import ACTS

_OF_EACH: Final = 2  # mistakes of one kind in one file
_SHORT: Final = 200  # letters that leave room for a sentence more
# The cases that are spoiled: phone calls, an e-mail, a case of several scenes and customers. The
# corpus does not grow with every case that is written; of each a test asks that no alarm is false.
_SPOILT: Final = ("changed-address", "creased-shirt", "just-okay", "speed-trap", "spilt-coffee")

Told = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Broken:
    """A file with one mistake: `text` takes its place, `code` is told of it at `line`."""

    kind: str
    path: Path
    text: str
    code: str
    line: int

    @property
    def name(self) -> str:
        """How the tests call it."""
        return f"{self.kind}-{self.path.name}-{self.line}"


@dataclass(frozen=True, slots=True)
class Source:
    """A file to be spoiled, with its tree."""

    path: Path
    lines: tuple[str, ...]
    top: Fields

    def with_line(self, number: int, old: str, new: str) -> str:
        """The text with a line changed, where `old` stands once or more in it."""
        assert old in self.lines[number - 1], (self.path, number, old)
        return self.with_lines(number, number, [self.lines[number - 1].replace(old, new, 1)])

    def with_lines(self, first: int, last: int, new: Iterable[str] = ()) -> str:
        """The text with other lines in place of some."""
        return "\n".join([*self.lines[: first - 1], *new, *self.lines[last:]]) + "\n"


def shipped_cases() -> list[Path]:
    """The files of the shipped cases."""
    paths = sorted(content.scenarios().rglob("*.yaml"))
    return [path for path in paths if kind_of(path)[0] == "case"]


@cache
def source(path: Path) -> Source:
    """A file as it is."""
    text = path.read_text("utf-8")
    return Source(path, tuple(text.rstrip("\n").split("\n")), grow(text)[0])


@cache
def corpus() -> tuple[Broken, ...]:
    """Every mistake."""
    found: list[Broken] = []
    for path in (one for one in shipped_cases() if one.stem in _SPOILT):
        for kind, spoil in _IN_CASES.items():
            found += islice(_broken(kind, source(path), spoil), _OF_EACH)
        table = path.with_name(f"{path.stem}.en.yaml")
        for kind, spoil in _IN_TABLES.items():
            found += islice(_broken(kind, source(table), spoil), _OF_EACH)
    return tuple(found)


Spoil = Callable[[Source], Iterator[tuple[str, str, int]]]


def _broken(kind: str, of: Source, spoil: Spoil) -> Iterator[Broken]:
    for text, code, line in spoil(of):
        yield Broken(kind, of.path, text, code, line)


# ------------------------------------------------------------ looking about


def _nodes(of: Source) -> dict[str, Fields]:
    nodes = of.top.values["nodes"]
    assert isinstance(nodes, Fields)
    return {name: one for name, one in nodes.values.items() if isinstance(one, Fields)}


def _replies(of: Source) -> Iterator[Fields]:
    for node in _nodes(of).values():
        replies = node.values.get("replies")
        for one in replies.items if isinstance(replies, Items) else ():
            if isinstance(one, Fields) and not one.flow:
                yield one


def _scalars(tree: Tree, key: str = "") -> Iterator[tuple[str, Scalar]]:
    """Every scalar with the key that it stands under."""
    if isinstance(tree, Scalar):
        yield key, tree
    elif isinstance(tree, Items):
        for one in tree.items:
            yield from _scalars(one, key)
    else:
        for name, one in tree.values.items():
            yield from _scalars(one, name)


def _ways_to(of: Source, node: str) -> list[int]:
    keys = ("go", "start", "leaves", "else")
    return [one.place.line for key, one in _scalars(of.top) if key in keys and one.text == node]


def _place_of(of: Source, node: str) -> int:
    nodes = of.top.values["nodes"]
    assert isinstance(nodes, Fields)
    return nodes.keys[node].line


def _end_of(of: Source, first: int) -> int:
    """The last line of a block that begins at `first`, by its indent."""
    indent = len(of.lines[first - 1]) - len(of.lines[first - 1].lstrip())
    last = first
    for number in range(first + 1, len(of.lines) + 1):
        line = of.lines[number - 1]
        if line.strip() and len(line) - len(line.lstrip()) <= indent:
            break
        last = number if line.strip() else last
    return last


def _one_line(of: Source, fields: Fields, key: str) -> Scalar | None:
    """A text that stands bare behind its key on one line."""
    one = fields.values.get(key)
    if not isinstance(one, Scalar) or key not in fields.keys or not one.bare:
        return None
    line = of.lines[one.place.line - 1]
    return one if fields.keys[key].line == one.place.line and line.endswith(one.text) else None


# ------------------------------------------------------------ mistakes in cases


def _node_deleted(of: Source) -> Iterator[tuple[str, str, int]]:
    for node in _nodes(of):
        first = _place_of(of, node)
        last = _end_of(of, first)
        left = [line for line in _ways_to(of, node) if not first <= line <= last]
        if left:
            line = left[0] if left[0] < first else left[0] - (last - first + 1)
            yield of.with_lines(first, last), "D014", line


def _node_renamed(of: Source) -> Iterator[tuple[str, str, int]]:
    for node in _nodes(of):
        ways, line = _ways_to(of, node), _place_of(of, node)
        if ways:
            yield of.with_line(line, f"{node}:", f"{node}-anew:"), "D014", ways[-1]


def _way_retargeted(of: Source) -> Iterator[tuple[str, str, int]]:
    for key, one in _scalars(of.top):
        if key == "go" and one.text in _nodes(of):
            line = one.place.line
            yield of.with_line(line, f"go: {one.text}", "go: nowhere-at-all"), "D014", line


def _field_mistyped(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        for key, wrong in (("why", "whi"), ("better", "beter"), ("acts", "actz")):
            if key in reply.keys:
                line = reply.keys[key].line
                yield of.with_line(line, f"{key}:", f"{wrong}:"), "D004", line


def _act_mistyped(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        acts = reply.values.get("acts")
        for one in acts.items[:1] if isinstance(acts, Items) else ():
            if isinstance(one, Scalar) and one.text.split()[0] in ACTS:
                word = one.text.split()[0]
                yield of.with_line(one.place.line, word, f"{word}x"), "D017", one.place.line


def _target_mistyped(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        acts = reply.values.get("acts")
        for one in acts.items if isinstance(acts, Items) else ():
            words = one.text.split() if isinstance(one, Scalar) else []
            if len(words) > 1 and not words[1].isdigit() and isinstance(one, Scalar):
                new = one.text.replace(words[1], f"{words[1]}-x")
                yield of.with_line(one.place.line, one.text, new), "D014", one.place.line


def _condition_mistyped(of: Source) -> Iterator[tuple[str, str, int]]:
    for key, one in _scalars(of.top):
        if key in ("if", "when") and one.text in of.lines[one.place.line - 1]:
            new = f"{one.text} and not seen no-such-node"
            yield of.with_line(one.place.line, one.text, new), "C003", one.place.line


def _condition_cut(of: Source) -> Iterator[tuple[str, str, int]]:
    for key, one in _scalars(of.top):
        if key == "if" and one.text in of.lines[one.place.line - 1]:
            yield of.with_line(one.place.line, one.text, f"{one.text} and"), "C006", one.place.line


def _why_deleted(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        if _one_line(of, reply, "why"):
            line = reply.keys["why"].line
            yield of.with_lines(line, line), "D003", reply.place.line


def _way_deleted(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        if _one_line(of, reply, "go"):
            line = reply.keys["go"].line
            yield of.with_lines(line, line), "D003", reply.place.line


def _better_deleted(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        acts = reply.values.get("acts")
        names = [one.text.split()[0] for key, one in _scalars(acts)] if acts else []
        poor = any(ACTS[name].is_poor for name in names if name in ACTS)
        if poor and _one_line(of, reply, "better"):
            line = reply.keys["better"].line
            yield of.with_lines(line, line), "L001", reply.place.line


def _letter_deleted(of: Source) -> Iterator[tuple[str, str, int]]:
    for node in _nodes(of).values():
        if "letter" in node.keys and not node.flow:
            line = node.keys["letter"].line
            yield of.with_lines(line, _end_of(of, line)), "S013", node.place.line


def _number_mistyped(of: Source) -> Iterator[tuple[str, str, int]]:
    for key, one in _scalars(of.top):
        if key in ("mood", "patience", "level", "weight") and one.text.isdigit():
            yield (
                of.with_line(one.place.line, f"{key}: {one.text}", f"{key}: 9{one.text}00"),
                "D007",
                one.place.line,
            )


def _effect_mistyped(of: Source) -> Iterator[tuple[str, str, int]]:
    for key, one in _scalars(of.top):
        if key == "do" and one.text.startswith("mood "):
            yield of.with_line(one.place.line, one.text, "mood downwards"), "D015", one.place.line


def _value_emptied(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        one = _one_line(of, reply, "say")
        if one:
            yield of.with_line(one.place.line, f"say: {one.text}", "say:"), "Y013", one.place.line


def _tab_put_in(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        line = reply.keys["acts"].line if "acts" in reply.keys else 0
        if line:
            yield of.with_lines(line, line, ["\t" + of.lines[line - 1].lstrip()]), "Y017", line


def _dash_forgotten(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        line = reply.place.line
        yield of.with_line(line, "- ", "  "), "Y024", line


def _colon_made_wide(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        line = reply.keys["acts"].line if "acts" in reply.keys else 0
        if line:
            yield of.with_line(line, "acts:", "acts："), "Y023", line


def _cut_by_a_note(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        one = _one_line(of, reply, "why")
        if one:
            yield of.with_line(one.place.line, one.text, f"{one.text} #1"), "Y011", one.place.line


def _reply_doubled(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        own = reply.values.get("id")
        if isinstance(own, Scalar):
            first = reply.place.line
            last = _end_of(of, first)
            block = of.lines[first - 1 : last]
            twice = last + own.place.line - first + 1
            yield of.with_lines(first, last, [*block, *block]), "D020", twice


def _quote_falsified(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        quotes = reply.values.get("quotes")
        if not isinstance(quotes, Fields) or quotes.flow:
            continue
        for key in quotes.values:
            one = _one_line(of, quotes, key)
            if one:
                line = one.place.line
                yield of.with_line(line, one.text, f"{one.text}, XYZ"), "L003", line


def _thing_honoured(of: Source) -> Iterator[tuple[str, str, int]]:
    for reply in _replies(of):
        one = _one_line(of, reply, "say")
        if one and "better" not in reply.keys and len(one.text) < _SHORT:
            line = one.place.line
            yield of.with_line(line, one.text, f"상품은 있으세요. {one.text}"), "L009", line


_IN_CASES: Final[dict[str, Spoil]] = {
    "node-deleted": _node_deleted,
    "node-renamed": _node_renamed,
    "way-retargeted": _way_retargeted,
    "way-deleted": _way_deleted,
    "field-mistyped": _field_mistyped,
    "act-mistyped": _act_mistyped,
    "target-mistyped": _target_mistyped,
    "condition-mistyped": _condition_mistyped,
    "condition-cut": _condition_cut,
    "number-mistyped": _number_mistyped,
    "effect-mistyped": _effect_mistyped,
    "why-deleted": _why_deleted,
    "better-deleted": _better_deleted,
    "letter-deleted": _letter_deleted,
    "value-emptied": _value_emptied,
    "tab-put-in": _tab_put_in,
    "dash-forgotten": _dash_forgotten,
    "colon-made-wide": _colon_made_wide,
    "cut-by-a-note": _cut_by_a_note,
    "reply-doubled": _reply_doubled,
    "quote-falsified": _quote_falsified,
    "thing-honoured": _thing_honoured,
}


# ------------------------------------------------------------ mistakes in tables


def _entries(of: Source) -> Iterator[tuple[str, int, Fields]]:
    texts = of.top.values["texts"]
    assert isinstance(texts, Fields)
    for key, one in texts.values.items():
        if isinstance(one, Fields) and isinstance(one.values.get("text"), Scalar):
            yield key, texts.keys[key].line, one


def _texts_line(of: Source) -> int:
    return of.top.at("texts").line


def _entry_deleted(of: Source) -> Iterator[tuple[str, str, int]]:
    found = list(_entries(of))
    for _, line, _ in found[1:]:
        yield of.with_lines(line, _end_of(of, line)), "T001", _texts_line(of)


def _entry_stale(of: Source) -> Iterator[tuple[str, str, int]]:
    for _, line, entry in _entries(of):
        made = entry.values.get("from")
        if isinstance(made, Scalar) and not entry.flow:
            yield of.with_line(made.place.line, made.text, "0badc0de"), "T002", line


def _entry_without_source(of: Source) -> Iterator[tuple[str, str, int]]:
    for _, line, entry in _entries(of):
        if "from" in entry.keys and not entry.flow:
            at = entry.keys["from"].line
            yield of.with_lines(at, at), "T008", line


def _entry_renamed(of: Source) -> Iterator[tuple[str, str, int]]:
    for key, line, _ in _entries(of):
        if key in of.lines[line - 1]:
            yield of.with_line(line, key, f"{key}x"), "T003", line


def _entry_with_a_place(of: Source) -> Iterator[tuple[str, str, int]]:
    for _, line, entry in _entries(of):
        text = entry.values["text"]
        if (
            isinstance(text, Scalar)
            and not entry.flow
            and f'"{text.text}"' in of.lines[text.place.line - 1]
        ):
            new = f'"{text.text} <clock>"'
            yield of.with_line(text.place.line, f'"{text.text}"', new), "T004", line


_IN_TABLES: Final[dict[str, Spoil]] = {
    "entry-deleted": _entry_deleted,
    "entry-stale": _entry_stale,
    "entry-without-source": _entry_without_source,
    "entry-renamed": _entry_renamed,
    "entry-with-a-place": _entry_with_a_place,
}
