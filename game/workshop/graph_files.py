"""A graph as files for other programs: DOT, Mermaid, and SVG by Graphviz where it is installed."""

import re
import shutil
import subprocess
import unicodedata
from functools import cache
from typing import Final

from game.case.nodes import Fate
from game.errors import DangolError
from game.workshop.graph import Box, Edge, Graph, Leads, Shape

_COLUMN: Final = 6.6  # points that half a Hangul letter of 12 points takes, and a little air
_MOST_COLUMNS: Final = 44
_DOT_SECONDS: Final = 60

_FILLS: Final = {
    Fate.SOLVED: "#cdeedd",
    Fate.HANDLED: "#fdeec2",
    Fate.RETURNS: "#ffdcc4",
    Fate.LOST: "#fbcfc6",
}
_SIGNS: Final = {Fate.SOLVED: "✓", Fate.HANDLED: "△", Fate.RETURNS: "↺", Fate.LOST: "✗"}
_UP, _DOWN, _EVEN = "#0072b2", "#c4500a", "#5b6577"


def columns(text: str) -> int:
    """How wide a text is in a font of one width: a Hangul letter takes two columns."""
    return sum(map(_columns_of, text))


@cache
def _columns_of(letter: str) -> int:
    if unicodedata.combining(letter):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def shortened(text: str, most: int) -> str:
    """The text on one line and at most so many columns wide."""
    flat = " ".join(text[: most * 8].split())
    if columns(flat) <= most:
        return flat
    taken = 0
    for at, letter in enumerate(flat):
        taken += _columns_of(letter)
        if taken >= most:
            return flat[:at].rstrip() + "…"
    return flat


def sign_of(fate: Fate) -> str:
    """The mark that tells an ending apart without its colour."""
    return _SIGNS[fate]


# ------------------------------------------------------------ DOT


def dot_of(graph: Graph) -> str:
    """The graph as DOT, with its labels and colours, for any Graphviz."""
    numbers = {box: f"n{number}" for number, box in enumerate(graph.boxes)}
    lines = [f"digraph {_quoted(graph.case)} {{", *_DOT_HEAD]
    lines.append(f"  label={_quoted(graph.title)};")
    lines += (f"  {numbers[box.id]} [{_dot_node(box)}];" for box in graph.boxes.values())
    for at, cluster in enumerate(graph.clusters):
        inside = " ".join(f"{numbers[box]};" for box in cluster.boxes)
        lines.append(f"  subgraph cluster_{at} {{ label={_quoted(cluster.label)}; {inside} }}")
    for edge in graph.edges():
        lines.append(f"  {numbers[edge.box]} -> {numbers[edge.to]} [{_dot_edge(edge)}];")
    return "\n".join([*lines, "}", ""])


_DOT_HEAD: Final = (
    '  graph [rankdir=TB, fontname="Pretendard, Malgun Gothic, sans-serif", fontsize=14, '
    'labelloc=t, nodesep=0.35, ranksep=0.5, style=rounded, color="#9aa6bd"];',
    '  node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#3a455c", '
    'fontname="Pretendard, Malgun Gothic, sans-serif", fontsize=12];',
    '  edge [fontname="Pretendard, Malgun Gothic, sans-serif", fontsize=10, color="#5b6577"];',
)


def _dot_node(box: Box) -> str:
    lines = [box.id, *box.notes]
    if box.fate is not None:
        lines[0] = f"{_SIGNS[box.fate]} {box.id}"
    if box.text:
        lines.append(shortened(box.text, _MOST_COLUMNS))
    wide = max(columns(line) for line in lines) * _COLUMN + 18
    # Graphviz takes a Hangul letter for a narrow one; without these its boxes are too small.
    size = {"width": wide / 72, "height": (len(lines) * 16 + 12) / 72}
    if box.shape is Shape.ROUTE:
        size = {"width": size["width"] * 1.6, "height": size["height"] * 1.6}
    named = {"label": _quoted("\n".join(lines)), **{k: f"{v:.2f}" for k, v in size.items()}}
    if box.shape is Shape.ROUTE:
        named |= {"shape": "diamond", "style": "filled", "fillcolor": _quoted("#eef0f6")}
    if box.fate is not None:
        named |= {"shape": "box", "peripheries": "2", "fillcolor": _quoted(_FILLS[box.fate])}
    return ", ".join(f"{key}={value}" for key, value in named.items())


def _dot_edge(edge: Edge) -> str:
    named = {"label": _quoted(edge_label(edge)), "color": _quoted(_colour(edge.mood))}
    if edge.dashed:
        named["style"] = "dashed"
    if edge.leads is Leads.TIMER:
        named["style"] = "dotted"
    return ", ".join(f"{key}={value}" for key, value in named.items())


def edge_label(edge: Edge) -> str:
    """What stands at a line: the reply and what it does to the mood, or the rule."""
    if edge.leads is not Leads.REPLY:
        return "⏱" if edge.leads is Leads.TIMER else shortened(edge.when, 28)
    return f"{edge.row} {signed(edge.mood)}" if edge.mood else edge.row


def signed(number: int) -> str:
    """A change with its sign, as +8 and −15."""
    return f"{number:+}".replace("-", "−")


def _colour(mood: int | None) -> str:
    return _EVEN if not mood else _UP if mood > 0 else _DOWN


def _quoted(text: str) -> str:
    """A text as a DOT string; its line ends stay line ends and nothing in it is markup."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{safe}"'


def svg_of(graph: Graph) -> str:
    """The graph as SVG, laid out by `dot`; raises DangolError where that is not installed."""
    dot = shutil.which("dot")
    if dot is None:
        raise DangolError("workshop.graph.no-dot")
    try:
        done = subprocess.run(
            [dot, "-Tsvg"],
            input=dot_of(graph).encode(),
            capture_output=True,
            timeout=_DOT_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise DangolError("workshop.graph.dot-failed", said=error) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
        raise DangolError("workshop.graph.dot-failed", said=said)
    return done.stdout.decode("utf-8")


# ------------------------------------------------------------ Mermaid


def mermaid_of(graph: Graph) -> str:
    """The graph as a Mermaid flowchart, for documents that draw it themselves."""
    numbers = {box: f"n{number}" for number, box in enumerate(graph.boxes)}
    lines = ["flowchart TD"]
    lines += (f"  {numbers[box.id]}{_mermaid_node(box)}" for box in graph.boxes.values())
    for at, cluster in enumerate(graph.clusters):
        inside = "; ".join(numbers[box] for box in cluster.boxes)
        lines += [f'  subgraph c{at}["{_plain(cluster.label)}"]', f"    {inside}", "  end"]
    looks = []
    for number, edge in enumerate(graph.edges()):
        line = "-.->" if edge.dashed or edge.leads is Leads.TIMER else "-->"
        label = _plain(edge_label(edge))
        said = f'|"{label}"|' if label else ""
        lines.append(f"  {numbers[edge.box]} {line}{said} {numbers[edge.to]}")
        if edge.mood:
            looks.append(f"  linkStyle {number} stroke:{_colour(edge.mood)}")
    for box in graph.boxes.values():
        if box.fate is not None:
            looks.append(f"  style {numbers[box.id]} fill:{_FILLS[box.fate]},color:#172033")
    return "\n".join([*lines, *looks, ""])


def _mermaid_node(box: Box) -> str:
    sign = f"{_SIGNS[box.fate]} " if box.fate else ""
    text = f"<br>{_plain(shortened(box.text, _MOST_COLUMNS))}" if box.text else ""
    label = f'"{sign}{_plain(box.id)}{text}"'
    if box.shape is Shape.ROUTE:
        return f"{{{label}}}"
    return f"([{label}])" if box.fate else f"[{label}]"


def _plain(text: str) -> str:
    """A text without anything that Mermaid or a page around it would take for markup."""
    return re.sub(r"[^\w\s.,!?~%:+−…✓△↺✗⏱-]", lambda m: f"#{ord(m[0])};", " ".join(text.split()))
