"""The graph of a case: boxes for its nodes, rows for the ways out of each, clusters for its scenes.

Only what is in it, no places and no pictures: `graph_files` and `graph_page` draw it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from game.case.model import Case
from game.case.nodes import Change, Fate, Node, Reply, Route
from game.words import Lang, words
from game.workshop.graph_texts import Detail, called_scene, line_text, node_details, reply_details


class Shape(StrEnum):
    """What a node is in the conversation."""

    TALK = "talk"
    PASS = "pass"
    ROUTE = "route"
    END = "end"


class Leads(StrEnum):
    """What a row of a box stands for."""

    REPLY = "reply"
    ROUTE = "route"
    TIMER = "timer"


@dataclass(frozen=True, slots=True)
class Way:
    """Where a row leads, and on what condition; "" for none."""

    to: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One way out of a node: a reply, a rule or its timer.

    `id` is the reply's, else a number or "timer". `when` is on what condition it is there at all,
    `turns` says in words that it stays or goes back. `mood` is what a reply does to the mood of
    the customer, None where it is no reply; `is_weak` where there are stronger words for it.
    """

    id: str
    leads: Leads
    text: str
    ways: tuple[Way, ...] = ()
    when: str = ""
    turns: str = ""
    mood: int | None = None
    is_weak: bool = False
    details: tuple[Detail, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """One node; `notes` say how it is entered other than by a line: at the start, by impatience."""

    id: str
    shape: Shape
    text: str
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    details: tuple[Detail, ...]
    fate: Fate | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """Boxes that belong together: a scene, or a shared scene as one call brings it in."""

    id: str
    label: str
    boxes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of the drawing: from a row of a box to another box."""

    box: str
    row: str
    to: str
    leads: Leads
    dashed: bool
    when: str
    mood: int | None


@dataclass(frozen=True, slots=True)
class Graph:
    """The whole drawing of a case, with its texts in one language."""

    case: str
    title: str
    lang: Lang
    start: str
    boxes: Mapping[str, Box]
    clusters: tuple[Cluster, ...]

    def edges(self) -> Iterator[Edge]:
        """Every line, in the order of the boxes and their rows."""
        for box in self.boxes.values():
            for row in box.rows:
                for way in row.ways:
                    dashed = bool(way.when or row.when)
                    when = way.when or row.when
                    yield Edge(box.id, row.id, way.to, row.leads, dashed, when, row.mood)


def graph_of(case: Case, lang: Lang) -> Graph:
    """The graph of a case with its texts in `lang`."""
    boxes = {node.id: _box(case, node, lang) for node in case.nodes.values()}
    return Graph(
        case.id,
        case.text(case.title, lang),
        lang,
        case.scenes[0].start,
        boxes,
        (*_scene_clusters(case, boxes, lang), *_shared_clusters(case, lang)),
    )


def _box(case: Case, node: Node, lang: Lang) -> Box:
    rows = [_reply_row(case, reply, lang) for reply in node.replies]
    rows += _route_rows(node, lang)
    if node.timer is not None:
        text = words(lang, "workshop.graph.timer", seconds=node.timer.after)
        ways, turns = _ways((Route(node.timer.go),), lang)
        rows.append(Row("timer", Leads.TIMER, text, ways, turns=turns))
    lines = (node.say, node.letter, node.scene, node.desk)
    text = next((line_text(case, line, lang) for line in lines if line is not None), "")
    return Box(
        id=node.id,
        shape=_shape(node, bool(text)),
        text=text,
        rows=tuple(rows),
        notes=tuple(_notes(case, node, lang)),
        details=tuple(node_details(case, node, lang)),
        fate=node.end,
    )


def _shape(node: Node, speaks: bool) -> Shape:
    if node.end is not None:
        return Shape.END
    if node.replies:
        return Shape.TALK
    return Shape.PASS if speaks or called_scene(node) else Shape.ROUTE


def _reply_row(case: Case, reply: Reply, lang: Lang) -> Row:
    ways, turns = _ways(reply.go, lang)
    return Row(
        id=reply.id,
        leads=Leads.REPLY,
        text=case.text(reply.say, lang),
        ways=ways,
        when=reply.when.source if reply.when else "",
        turns=turns,
        mood=mood_change(reply.do),
        is_weak=reply.better is not None,
        details=tuple(reply_details(case, reply, lang)),
    )


def _route_rows(node: Node, lang: Lang) -> Iterator[Row]:
    """The rules of a node, one a row; one that always leads on needs no words."""
    for number, route in enumerate(node.go):
        ways, turns = _ways((route,), lang)
        text = route.when.source if route.when else ""
        if route.when is None and len(node.go) > 1:
            text = words(lang, "workshop.graph.else")
        yield Row(str(number), Leads.ROUTE, text, ways, turns=turns)


def _ways(routes: Iterable[Route], lang: Lang) -> tuple[tuple[Way, ...], str]:
    """Where routes lead, and in words what they do beside leading to a node."""
    ways, turns = [], []
    for route in routes:
        if route.to in ("stay", "back"):
            turns.append(words(lang, f"workshop.graph.{route.to}"))
            continue
        ways.append(Way(route.to, route.when.source if route.when else ""))
        if route.aside:
            turns.append(words(lang, "workshop.graph.aside"))
    return tuple(ways), " · ".join(dict.fromkeys(turns))


def mood_change(changes: Iterable[Change]) -> int:
    """What effects add to the mood of who the scene is with, whatever else holds."""
    return sum(
        one.by for one in changes if one.name == "mood" and one.of is None and one.when is None
    )


def _notes(case: Case, node: Node, lang: Lang) -> Iterator[str]:
    if any(scene.start == node.id for scene in case.scenes):
        yield words(lang, "workshop.graph.start")
    if any(scene.leaves == node.id for scene in case.scenes):
        yield words(lang, "workshop.graph.leaves")
    if case.free_text is not None and case.free_text.unclear == node.id:
        yield words(lang, "workshop.graph.unclear")


def _scene_clusters(case: Case, boxes: Mapping[str, Box], lang: Lang) -> Iterator[Cluster]:
    """The scenes of a case that has several; what two scenes reach stays with the first."""
    if len(case.scenes) == 1:
        return
    starts = {scene.start for scene in case.scenes}
    taken: set[str] = set()
    for scene in case.scenes:
        entries = (scene.start, scene.leaves) if scene.leaves else (scene.start,)
        found = _reached(boxes, entries, (starts - {scene.start}) | taken)
        taken |= set(found)
        label = case.text(scene.title, lang) if scene.title else scene.id
        yield Cluster(f"scene:{scene.id}", label, found)


def _reached(boxes: Mapping[str, Box], entries: Iterable[str], closed: set[str]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    left = list(entries)
    while left:
        box = left.pop()
        if box in found or box in closed or box not in boxes:
            continue
        found[box] = None
        left.extend(way.to for row in boxes[box].rows for way in row.ways)
    return tuple(found)


def _shared_clusters(case: Case, lang: Lang) -> Iterator[Cluster]:
    for node in case.nodes.values():
        if called := called_scene(node):
            inner = [one for one in case.nodes if one.startswith(f"{node.id}/")]
            label = words(lang, "workshop.graph.shared", name=called)
            yield Cluster(f"shared:{node.id}", label, (node.id, *inner))
