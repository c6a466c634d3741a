"""A case as the engine and the screens see it: frozen, linked, every text behind an id.

What it declares stands in `declared.py`, its nodes in `nodes.py`. `at` is the place in the file
that each value was read from.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from game.case.declared import (
    Bars,
    Care,
    Customer,
    Deed,
    Fact,
    Fault,
    Feeling,
    Harm,
    Hidden,
    Memory,
    Policy,
    ProblemFact,
    Source,
)
from game.case.nodes import FreeText, Node
from game.case.spoken import Line, TextId, read_at
from game.case.tree import Fields


@dataclass(frozen=True, slots=True)
class After:
    """What happens a day, a week and a month later: the first variant that holds."""

    day: Line | None = None
    week: Line | None = None
    month: Line | None = None
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Clock:
    """Story time: where it begins and its limit as seconds of the day, its target in seconds."""

    start: int
    target: int | None = None
    limit: int | None = None
    at: Fields = read_at()


@dataclass(frozen=True, slots=True)
class Scene:
    """One contact: its channel, its touchpoint, who is in it and where it starts.

    `id` and `title` are empty where the case has only one. `leaves` is where a customer goes whose
    patience has ended.
    """

    id: str
    channel: str
    touchpoint: str
    customers: tuple[Customer, ...]
    start: str
    title: TextId | None = None
    leaves: str | None = None
    clock: Clock | None = None
    at: Fields = read_at()

    @property
    def customer(self) -> Customer:
        """Who the scene is with: the first of those who are in it."""
        return self.customers[0]


@dataclass(frozen=True, slots=True)
class Case:
    """A whole case, ready to be played in each of `languages`.

    `version` is the first 16 hex digits of the SHA-256 of its text and of the shared scenes it
    calls. `texts` and `hearings` hold, for each language, the text of every id and the example
    wordings of every reply. `twin` is the case whose unseen sister this one is. `counted` are the
    nodes whose visits a condition asks for.
    """

    id: str
    version: str
    language: str
    title: TextId
    brief: TextId
    source: Source
    season: str
    level: int
    fault: Fault
    bars: Bars
    care: tuple[Care, ...]
    customers: Mapping[str, Customer]
    scenes: tuple[Scene, ...]
    policy: tuple[Policy, ...]
    hidden: Mapping[str, Hidden]
    feels: Mapping[str, Feeling]
    deeds: Mapping[str, Deed]
    harms: Mapping[str, Harm]
    problem: Mapping[str, ProblemFact]
    facts: tuple[Fact, ...]
    remembers: Mapping[str, Memory]
    nodes: Mapping[str, Node]
    free_text: FreeText | None
    after: After
    twin: str | None
    teaches: tuple[str, ...]
    texts: Mapping[str, Mapping[str, str]]
    hearings: Mapping[str, Mapping[str, tuple[str, ...]]]
    counted: tuple[str, ...] = ()
    at: Fields = read_at()

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages the case can be played in, its own first."""
        return tuple(self.texts)

    def scene_number(self, scene: str) -> int:
        """The number of a scene by its id, from 0."""
        return next(i for i, one in enumerate(self.scenes) if one.id == scene)

    def text(self, text: TextId, language: str) -> str:
        """The text in `language`, or in the case's own where the translation lacks it."""
        own = self.texts[self.language]
        return self.texts.get(language, own).get(text, own[text])

    def node_named(self, node: str) -> Node | None:
        """The node with this id, also by an id that it had before (`was:`)."""
        found = self.nodes.get(node)
        if found is None:
            return next((one for one in self.nodes.values() if one.was == node), None)
        return found
