"""What may still be said, shown and done from where a play stands: as a set of nodes, summed up.

The set is too large rather than too small: conditions are passed over. So what is not in it cannot
happen any more, whatever is done.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from game.case.model import Case
from game.case.nodes import AuthoredAct, Node, Reply
from game.engine.liveness import Liveness
from game.engine.play import Play


@dataclass(frozen=True, eq=False)
class Ahead:
    """The nodes that a play may still come to, the one that it waits at among them."""

    nodes: tuple[Node, ...]

    @cached_property
    def acts(self) -> frozenset[tuple[str, str | None, int]]:
        """The acts of replies that may still be given: name, target, level."""
        return frozenset((act.name, act.target, act.level) for act in self._acts())

    @cached_property
    def shows(self) -> frozenset[str]:
        """The feelings that may still show."""
        return frozenset(one for of in self._all() for one in of.shows)

    @cached_property
    def earns(self) -> frozenset[str]:
        """The deeds that may still be done."""
        return frozenset(one for of in self._all() for one in of.earns)

    @cached_property
    def hurts(self) -> frozenset[str]:
        """The harms that may still be done."""
        return frozenset(one for of in self._all() for one in of.hurts)

    @cached_property
    def thanks(self) -> bool:
        """Whether the customer may still give thanks."""
        return any(node.gives_thanks for node in self.nodes)

    def _acts(self) -> Iterator[AuthoredAct]:
        return (act for node in self.nodes for reply in node.replies for act in reply.acts)

    def _all(self) -> Iterator[Node | Reply]:
        for node in self.nodes:
            yield node
            yield from node.replies


class Reach:
    """What is ahead of the plays of one case."""

    def __init__(self, case: Case) -> None:
        self._case = case
        self._depth = Liveness(case, lines=False, moods=False).returns_from
        self._masks = _reached(case)
        self._known: dict[int, Ahead] = {}

    def ahead(self, play: Play) -> Ahead:
        """What is ahead of a play at rest."""
        mask = self._masks[play.node]
        depth = self._depth(play.node, True)
        frames = play.returns[-depth:] if depth else ()
        for node, _ in frames:
            mask |= self._masks[node]
        if depth > len(frames):  # it may go on to the first node of its scene
            for scene in self._case.scenes:
                mask |= self._masks[scene.start]
        if mask not in self._known:
            nodes = self._case.nodes.values()
            self._known[mask] = Ahead(tuple(one for one in nodes if mask >> one.number & 1))
        return self._known[mask]


def _reached(case: Case) -> dict[str, int]:
    """The nodes that lead on from each, itself among them, as the bits of their numbers."""
    masks = {node.id: 1 << node.number for node in case.nodes.values()}
    following = {node.id: frozenset(_following(case, node)) for node in case.nodes.values()}
    changed = True
    while changed:
        changed = False
        for name, to in following.items():
            mask = masks[name]
            for one in to:
                mask |= masks[one]
            if mask != masks[name]:
                masks[name], changed = mask, True
    return masks


def _following(case: Case, node: Node) -> Iterator[str]:
    routes = (*node.go, *(route for reply in node.replies for route in reply.go))
    yield from (route.to for route in routes if route.to not in ("stay", "back"))
    yield from (scene.leaves for scene in case.scenes if scene.leaves is not None)
    if node.timer is not None:
        yield node.timer.go
    if case.free_text is not None and (node.replies or node.timer):
        yield case.free_text.unclear
