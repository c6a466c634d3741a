"""A graph as data for a page that lays it out and draws it, and that page as one HTML file.

Graphviz, which lays it out in the reader's browser, never sees a text of the case: it is given
numbers and sizes alone, and every text is put into the page as text.
"""

import base64
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from functools import cache, partial
from typing import Any, Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from game import content
from game.case.nodes import Fate
from game.words import Lang, words
from game.workshop.graph import Box, Graph, Leads, Row, Shape
from game.workshop.graph_files import columns, shortened, sign_of, signed
from game.workshop.graph_layout import ROW, layout_dot, leading_back
from game.workshop.graph_paths import Track
from game.workshop.graph_texts import Detail
from game.workshop.page_font import font_faces

# In pixels of the drawing at its own size. The script cuts what its font makes wider than this.
COLUMN: Final = 6.9
PAD: Final = 12
TITLE: Final = 24
LINE: Final = 20
_NARROWEST, _WIDEST, _STEP = 18, 42, 4  # columns
_MOST: Final = 72  # columns of a label that the page carries; the script cuts it to its box
_CHIP: Final = 7  # columns that the change of mood takes at the end of a row
_LONGEST: Final = 4000  # letters of one text that the page carries


def graph_data(
    graph: Graph, tracks: Sequence[Track] = (), heat: Mapping[str, float] | None = None
) -> dict[str, Any]:
    """What the script needs: the boxes with their sizes, the lines, and the DOT that places them.

    `heat` is for boxes ("node") and replies ("node.reply") the share of plays, 0 to 1, that went
    there.
    """
    numbers = {box: number for number, box in enumerate(graph.boxes)}
    boxes = [_box_data(box, graph.lang, heat or {}) for box in graph.boxes.values()]
    ports = [{row["id"]: at for at, row in enumerate(box["rows"]) if row["shown"]} for box in boxes]
    lines = [(numbers[edge.box], numbers[edge.to]) for edge in graph.edges()]
    edges = []
    for edge, back in zip(graph.edges(), leading_back(len(boxes), lines), strict=True):
        tail = numbers[edge.box]
        edges.append(
            {
                "from": tail,
                "port": ports[tail].get(edge.row, -1),
                "row": edge.row,
                "to": numbers[edge.to],
                "dashed": edge.dashed,
                "timer": edge.leads is Leads.TIMER,
                "back": back,
                "mood": edge.mood or 0,
                "when": _cut(edge.when),
            }
        )
    clusters = [
        {"label": shortened(one.label, 60), "boxes": [numbers[box] for box in one.boxes]}
        for one in graph.clusters
    ]
    return {
        "case": graph.case,
        "title": _cut(graph.title),
        "start": numbers[graph.start],
        "boxes": boxes,
        "edges": edges,
        "clusters": clusters,
        "tracks": [track_data(track, graph) for track in tracks],
        "heated": heat is not None,
        "dot": layout_dot(boxes, edges, clusters, numbers[graph.start]),
    }


def track_data(track: Track, graph: Graph) -> dict[str, Any]:
    """A play over a graph, with the numbers of boxes and lines that the script knows."""
    numbers = {box: number for number, box in enumerate(graph.boxes)}
    return {
        "name": track.name,
        "boxes": [numbers[box] for box in track.boxes if box in numbers],
        "rows": [[numbers[box], row] for box, row in track.rows if box in numbers],
        "edges": list(track.edges),
    }


def _box_data(box: Box, lang: Lang, heat: Mapping[str, float]) -> dict[str, Any]:
    fate = f"{sign_of(box.fate)} {words(lang, f'workshop.fate.{box.fate}')}" if box.fate else ""
    lines = [one for one in (fate, *box.notes, shortened(box.text, _MOST)) if one]
    rows = [_row_data(row, f"{box.id}.{row.id}", heat) for row in box.rows]
    shown = [row for row in rows if row["shown"]]
    head = max(columns(box.id) + 4, *(columns(line) for line in lines), 0)
    tail = max((columns(row["label"]) + _CHIP for row in shown), default=0)
    wide = _stepped(max(head, tail)) * COLUMN + 2 * PAD
    top = TITLE + LINE * len(lines) + 8
    if box.shape is Shape.ROUTE:
        top = TITLE + 34
    return {
        "id": box.id,
        "shape": box.shape,
        "fate": box.fate or "",
        "lines": lines,
        "plain": len(lines) - (1 if box.text else 0),
        "text": _cut(box.text),
        "rows": rows,
        "details": _details(box.details),
        "heat": heat.get(box.id),
        "top": top,
        "width": round(wide),
        "height": top + ROW * len(shown) + (6 if shown else 0),
    }


def _row_data(row: Row, path: str, heat: Mapping[str, float]) -> dict[str, Any]:
    label = " ".join(one for one in (row.text, f"({row.turns})" if row.turns else "") if one)
    return {
        "id": row.id,
        "leads": row.leads,
        "label": shortened(label, _MOST),
        "text": _cut(label),
        "shown": bool(label),
        "dashed": bool(row.when) or (row.leads is Leads.ROUTE and any(w.when for w in row.ways)),
        "mood": row.mood,
        "chip": "" if row.mood is None else signed(row.mood) if row.mood else "0",
        "weak": row.is_weak,
        "heat": heat.get(path),
        "to": [[way.to, way.when] for way in row.ways],
        "details": _details(row.details),
    }


def _stepped(wide: int) -> int:
    """In steps, so that most changes of a text leave every box where it is."""
    return min(_WIDEST, max(_NARROWEST, -(-wide // _STEP) * _STEP))


def _details(details: Sequence[Detail]) -> list[list[str]]:
    return [[one.label, _cut(one.text)] for one in details]


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else text[:_LONGEST] + "…"


# ------------------------------------------------------------ the page

_FOLDER: Final = "workshop"
_VENDORED: Final = ("vendor", "wasm-graphviz.js")
_SOURCES: Final = (
    "// @hpcc-js/wasm-graphviz 1.29.2: Apache-2.0, github.com/hpcc-systems/hpcc-js-wasm. In it:"
    " Graphviz 16.1.0, EPL-2.0, source at gitlab.com/graphviz/graphviz; Expat, MIT."
)
# The scripts of a drawing; what one of them needs stands in those before it.
DRAWING: Final = tuple(
    f"{name}.js"
    for name in ("drawing-texts", "drawing-places", "drawing-shapes", "drawing", "drawing-said")
)
_WORDS: Final = (
    *("nothing-found", "found", "nothing-chosen", "leads-to", "enters-from"),
    *("reply", "rule", "drawn", "box", "when"),
)


@cache
def layout_script() -> str:
    """The vendored Graphviz as the script of a worker that answers DOT with places."""
    text = content.assets().joinpath(*_VENDORED).read_text("utf-8")
    exported = re.search(r"export\{[^}]*?([\w$]+) as Graphviz[^}]*\};", text)
    assert exported is not None
    answer = (content.assets() / _FOLDER / "layout.js").read_text("utf-8")
    return f"{_SOURCES}\n{text[: exported.start()]}\nconst Graphviz = {exported[1]};\n{answer}"


def script(*names: str) -> str:
    """The named scripts of assets/workshop as one, in that order."""
    return "".join((content.assets() / _FOLDER / name).read_text("utf-8") for name in names)


def spoken(lang: Lang) -> dict[str, str]:
    """The words that the script puts together by itself."""
    return {key: words(lang, f"workshop.graph.{key}") for key in _WORDS}


def signs() -> list[tuple[str, str]]:
    """Every fate with the mark that its endings carry."""
    return [(fate.value, sign_of(fate)) for fate in Fate]


def graph_page(
    graph: Graph, tracks: Sequence[Track] = (), heat: Mapping[str, float] | None = None
) -> str:
    """The whole page, which asks nothing of any network: its own policy forbids it."""
    data = {**graph_data(graph, tracks, heat), "words": spoken(graph.lang)}
    code, look = script(*DRAWING, "graph.js", "page.js"), script("drawing.css", "graph.css")
    render = partial(
        template("graph.html.j2").render,
        case=graph.case,
        title=data["title"],
        lang=graph.lang,
        word=partial(words, graph.lang),
        signs=signs(),
        heated=heat is not None,
        data=as_script_data(data),
        layout=Markup(layout_script()),
        script=Markup(code),
        script_hash=_hash(code),
    )
    look = font_faces(render(style="", style_hash="")) + look
    return render(style=Markup(look), style_hash=_hash(look))


def template(name: str) -> Template:
    """A template of assets/workshop, in which every text is escaped."""
    house = Environment(
        loader=FileSystemLoader(content.assets() / _FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return house.get_template(name)


def as_script_data(data: Any) -> Markup:
    """JSON that can stand in a page: nothing in it ends its element or begins another."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"
