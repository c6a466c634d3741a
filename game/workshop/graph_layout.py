"""What Graphviz is asked to place: the sizes of the boxes and the lines that lead on.

It never sees a text of the case. Lines that lead back in the story are kept from it: they pull the
layers of a large graph apart and take most of the time of its layout; the page draws them itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

ROW: Final = 24  # pixels of the drawing at its own size
_FOOT: Final = 6


def leading_back(boxes: int, lines: Sequence[tuple[int, int]]) -> list[bool]:
    """Of lines between numbered boxes, which lead back: to an earlier box, and round in a circle.

    The boxes are numbered as the author tells them; that order, and no reckoning on the graph,
    knows where a story goes on.
    """
    rounds = _rounds(boxes, lines)
    return [to <= box and rounds[to] == rounds[box] for box, to in lines]


def _rounds(boxes: int, lines: Iterable[tuple[int, int]]) -> list[int]:
    """For each box the number of its round: boxes that lead to one another share one (Kosaraju)."""
    out: list[list[int]] = [[] for _ in range(boxes)]
    into: list[list[int]] = [[] for _ in range(boxes)]
    for box, to in lines:
        out[box].append(to)
        into[to].append(box)
    rounds = [-1] * boxes
    for first in reversed(_finished(out)):
        left = [first]
        while left:
            box = left.pop()
            if rounds[box] < 0:
                rounds[box] = first
                left.extend(into[box])
    return rounds


def _finished(out: Sequence[Sequence[int]]) -> list[int]:
    """The boxes in the order in which a search in depth is done with them."""
    done: list[int] = []
    met = [False] * len(out)
    for first in range(len(out)):
        left = [] if met[first] else [(first, iter(out[first]))]
        met[first] = True
        while left:
            box, further = left[-1]
            to = next((one for one in further if not met[one]), None)
            if to is None:
                done.append(box)
                left.pop()
            else:
                met[to] = True
                left.append((to, iter(out[to])))
    return done


def layout_dot(
    boxes: Sequence[Mapping[str, Any]],
    edges: Iterable[Mapping[str, Any]],
    clusters: Sequence[Mapping[str, Any]],
    start: int,
) -> str:
    """The sizes and the lines alone; a box is a table whose cells are its head and its rows."""
    lines = [
        "digraph{graph[rankdir=TB,nodesep=0.35,ranksep=0.6]",
        "node[shape=plain]edge[arrowsize=0.7]",
    ]
    for number, box in enumerate(boxes):
        cells = [_cell("h", box["width"], box["top"])]
        ports = [at for at, row in enumerate(box["rows"]) if row["shown"]]
        cells += [_cell(f"r{at}", box["width"], ROW) for at in ports]
        if ports:
            cells.append(_cell("f", box["width"], _FOOT))
        table = '<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
        lines.append(f"n{number}[label=<{table}{''.join(cells)}</TABLE>>]")
    for at, cluster in enumerate(clusters):
        inside = ";".join(f"n{box}" for box in cluster["boxes"])
        lines.append(f'subgraph cluster_{at}{{margin=22;label=" ";fontsize=34;{inside}}}')
    if all(start not in cluster["boxes"] for cluster in clusters):
        lines.append(f"{{rank=source;n{start}}}")
    for number, edge in enumerate(edges):
        port = "h:s" if edge["port"] < 0 else f"r{edge['port']}:_"
        if not edge["back"]:
            lines.append(f"n{edge['from']}:{port}->n{edge['to']}:h:n[id={number}]")
    return "\n".join([*lines, "}"])


def _cell(port: str, width: int, height: int) -> str:
    return f'<TR><TD PORT="{port}" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{height}"></TD></TR>'
