"""The names a case declares, gathered before anything else, so that every use can be checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.case.tree import Fields, Items, Scalar, Tree


@dataclass(frozen=True, slots=True)
class Names:
    """Every id of one case by what it names.

    `facts` maps a fact to the words it may hold, or to () when it holds a number. `replies` maps
    a node to its reply ids. `given` are the conditions that a caller gives to a shared scene.
    """

    facts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    problem: Mapping[str, None] = field(default_factory=dict)
    feels: Mapping[str, None] = field(default_factory=dict)
    deeds: Mapping[str, None] = field(default_factory=dict)
    harms: Mapping[str, None] = field(default_factory=dict)
    hidden: Mapping[str, None] = field(default_factory=dict)
    replies: Mapping[str, Mapping[str, None]] = field(default_factory=dict)
    customers: Mapping[str, None] = field(default_factory=dict)
    remembers: Mapping[str, None] = field(default_factory=dict)
    given: Mapping[str, Any] = field(default_factory=dict)

    @property
    def nodes(self) -> Mapping[str, Mapping[str, None]]:
        """The node ids."""
        return self.replies


def names_of(top: Fields, given: Mapping[str, Any] | None = None) -> Names:
    """The names declared in a case's tree; what is misshapen is passed over, the reader tells."""
    return Names(
        facts={name: _words(tree) for name, tree in _entries(top, "facts")},
        problem=_keys(top, "problem"),
        feels=_keys(top, "feels"),
        deeds=_keys(top, "thank-for"),
        harms=_keys(top, "harms"),
        hidden=_keys(top, "hidden"),
        replies={name: _reply_ids(tree) for name, tree in _entries(top, "nodes")},
        customers=_keys(top, "customers"),
        remembers=_keys(top, "remembers"),
        given={} if given is None else given,
    )


def _entries(top: Fields, key: str) -> list[tuple[str, Tree]]:
    tree = top.values.get(key)
    return list(tree.values.items()) if isinstance(tree, Fields) else []


def _keys(top: Fields, key: str) -> dict[str, None]:
    return dict.fromkeys(name for name, _ in _entries(top, key))


def _words(tree: Tree) -> tuple[str, ...]:
    if isinstance(tree, Fields):
        tree = tree.values.get("any", tree)  # the seed picks one of these
    if not isinstance(tree, Items):
        return ()
    return tuple(item.text for item in tree.items if isinstance(item, Scalar))


def _reply_ids(node: Tree) -> dict[str, None]:
    replies = node.values.get("replies") if isinstance(node, Fields) else None
    if not isinstance(replies, Items):
        return {}
    ids = (item.values.get("id") for item in replies.items if isinstance(item, Fields))
    return dict.fromkeys(one.text for one in ids if isinstance(one, Scalar))
