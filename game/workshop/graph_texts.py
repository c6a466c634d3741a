"""What a graph says of a node or a reply that is pointed at: its texts, acts and effects."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from game.case.model import Case
from game.case.nodes import AuthoredAct, Change, Node, Reply
from game.case.spoken import Line
from game.case.tree import Scalar
from game.words import Lang, words
from scoring.acts import ACTS


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is told: a short label and the text beside it."""

    label: str
    text: str


def line_text(case: Case, line: Line | None, lang: Lang) -> str:
    """The first wording of a line, "" where there is none."""
    return case.text(line.variants[0].text, lang) if line else ""


def called_scene(node: Node) -> str:
    """The shared scene that a node calls, "" where it calls none."""
    called = node.at.values.get("call")
    return called.text if isinstance(called, Scalar) else ""


def node_details(case: Case, node: Node, lang: Lang) -> Iterator[Detail]:
    """Everything that the author wrote of a node itself."""
    if node.end is not None:
        yield Detail(words(lang, "workshop.graph.end"), words(lang, f"workshop.fate.{node.end}"))
    if called := called_scene(node):
        yield Detail(words(lang, "workshop.graph.calls"), called)
    if node.who is not None:
        name = case.text(case.customers[node.who].name, lang)
        yield Detail(words(lang, "workshop.graph.who"), name)
    for key in ("scene", "desk", "say", "again", "letter"):
        line = getattr(node, key)
        if line is not None:
            yield Detail(words(lang, f"workshop.graph.{key}"), _wordings(case, line, lang))
    yield from _effects(case, node, lang)
    if node.timer is not None:
        label = words(lang, "workshop.graph.timer", seconds=node.timer.after)
        yield Detail(label, f"→ {node.timer.go}")


def reply_details(case: Case, reply: Reply, lang: Lang) -> Iterator[Detail]:
    """Everything that the author wrote of a reply, but its words."""
    if reply.when is not None:
        yield Detail(words(lang, "workshop.graph.when"), reply.when.source)
    if reply.acts:
        acts = "\n".join(_act(act, lang) for act in reply.acts)
        yield Detail(words(lang, "workshop.graph.acts"), acts)
    yield from _effects(case, reply, lang)
    if reply.answer is not None:
        answer = _wordings(case, reply.answer, lang)
        yield Detail(words(lang, "workshop.graph.answer"), answer)
    yield Detail(words(lang, "workshop.graph.why"), case.text(reply.why, lang))
    if reply.better is not None:
        yield Detail(words(lang, "workshop.graph.better"), case.text(reply.better, lang))


def _wordings(case: Case, line: Line, lang: Lang) -> str:
    """Every wording of a line, each with what it needs."""
    told = []
    for one in line.variants:
        text = case.text(one.text, lang)
        told.append(f"[{one.when.source}] {text}" if one.when else text)
    return "\n".join(told)


def _act(act: AuthoredAct, lang: Lang) -> str:
    kind = ACTS[act.name]
    parts = [act.name, act.target or "", "1" if act.level == 1 else ""]
    return f"{' '.join(part for part in parts if part)} - {kind.ko if lang == 'ko' else kind.en}"


def _effects(case: Case, of: Node | Reply, lang: Lang) -> Iterator[Detail]:
    changes = _changes(of.do)
    if of.takes:
        changes.append(words(lang, "workshop.graph.takes", seconds=of.takes))
    if changes:
        yield Detail(words(lang, "workshop.graph.do"), "\n".join(changes))
    for key in ("shows", "tells", "earns", "solves", "undoes", "seems", "hurts", "breaks"):
        ids = getattr(of, key)
        if ids:
            named = "\n".join(_named(case, key, ids, lang))
            yield Detail(words(lang, f"workshop.graph.{key}"), named)


def _changes(changes: Iterable[Change]) -> list[str]:
    """Effects as an author writes them."""
    told = []
    for one in changes:
        if one.when is not None:
            told.append(f"[{one.when.source}] {', '.join(_changes(one.then))}")
        elif one.value is not None:
            told.append(f"{one.name} = {one.value}")
        else:
            of = f" of {one.of}" if one.of else ""
            told.append(f"{one.name}{of} {one.by:+}".replace("-", "−"))
    return told


_TABLES: Final = {
    "shows": "feels",
    "tells": "hidden",
    "earns": "deeds",
    "solves": "problem",
    "undoes": "problem",
    "seems": "problem",
    "hurts": "harms",
}


def _named(case: Case, key: str, ids: tuple[str, ...], lang: Lang) -> Iterator[str]:
    """Ids with what they stand for, where the case says."""
    table = getattr(case, _TABLES[key]) if key in _TABLES else {}
    for one in ids:
        yield f"{one}: {case.text(table[one].text, lang)}" if one in table else one
