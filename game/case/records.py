"""Mappings with known fields: a record, a list of records with ids, a mapping of ids to records."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from game.case.kinds import ID, Json, Kind, Notes
from game.case.problems import Place, nearest
from game.case.tree import Fields, Items, Scalar, Tree


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record: its key, its kind, and what it means in both languages.

    `into` is its name in the model, as `attr` says where that is not its key. `path` is the part
    it adds to text ids, "" for none, where that is not its key.
    """

    key: str
    kind: Kind
    ko: str
    en: str
    required: bool = False
    default: Any = None
    attr: str = ""
    path: str | None = None

    into: str = field(init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "into", self.attr or self.key.replace("-", "_"))


@dataclass(frozen=True, slots=True)
class Record:
    """A mapping with known fields; `short` is the field that a bare text stands for."""

    title: str
    fields: tuple[Field, ...]
    make: Callable[..., Any]
    short: str = ""
    blank: Any = None
    defaults: Mapping[str, Any] = field(init=False, repr=False)
    by_key: Mapping[str, Field] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        defaults = {
            one.into: one.kind.blank if one.required else one.default for one in self.fields
        }
        object.__setattr__(self, "defaults", defaults)
        object.__setattr__(self, "by_key", {one.key: one for one in self.fields})

    def read(self, tree: Tree, notes: Notes, path: str, **known: Any) -> Any:
        if self.short and isinstance(tree, Scalar):
            short = Fields(tree.place, False)
            short.values[self.short], short.keys[self.short] = tree, tree.place
            tree = short
        if not isinstance(tree, Fields):
            notes.tell("D005", tree.place, wanted=self.title)
            return self.blank
        values = {**self.defaults, **known}
        for key, child in tree.values.items():
            one = self.by_key.get(key)
            if one is not None:
                values[one.into] = self._value(one, child, tree, notes, path)
        if tree.keys.keys() != tree.values.keys() or not self.by_key.keys() >= tree.keys.keys():
            self._tell_strangers(tree, notes, _own_id(tree, known))
        for one in self.fields:
            if one.required and one.key not in tree.values:
                whose = _own_id(tree, known)
                notes.tell("D003", tree.place, record=self.title, field=one.key, whose=whose)
        return self.make(**values, at=tree)

    def _value(self, one: Field, child: Tree, tree: Fields, notes: Notes, path: str) -> Any:
        spoken = tree.flow and getattr(one.kind, "spoken", False)
        if spoken and isinstance(child, Scalar) and child.bare:
            notes.tell("Y012", child.place, field=one.key, found=child.text)
        part = one.key if one.path is None else one.path
        own = f"{path}.{part}" if path and part else path or part
        return one.kind.read(child, notes, own)

    def _tell_strangers(self, tree: Fields, notes: Notes, whose: str) -> None:
        keys = [one.key for one in self.fields]
        for key, place in tree.keys.items():
            if key in keys:
                continue
            value = tree.values.get(key)
            if tree.flow and isinstance(value, Scalar) and value.bare and not value.text:
                notes.tell("Y012", place, field=key)
            else:
                near = nearest(key, keys)
                notes.tell("D004", place, record=self.title, field=key, whose=whose, near=near)

    def schema(self) -> Json:
        body: Json = {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                one.key: {**one.kind.schema(), "description": f"{one.ko} / {one.en}"}
                for one in self.fields
            },
        }
        required = [one.key for one in self.fields if one.required]
        if required:
            body["required"] = required
        if self.short:
            short = next(one.kind for one in self.fields if one.key == self.short)
            return {"anyOf": [short.schema(), body]}
        return body

    def name(self) -> str:
        return self.title


def _own_id(tree: Fields, known: Mapping[str, Any]) -> str:
    """The id of what a mapping says: what it is called by, or names itself; "" for none."""
    own = tree.values.get("id")
    return str(known.get("id") or (own.text if isinstance(own, Scalar) else ""))


@dataclass(frozen=True, slots=True)
class WithIds:
    """A list of records with an `id` of their own, which names their texts, not their position."""

    record: Record
    blank: tuple[Any, ...] = ()

    def read(self, tree: Tree, notes: Notes, path: str) -> tuple[Any, ...]:
        if not isinstance(tree, Items):
            notes.tell("D005", tree.place, wanted="list")
            return ()
        seen: dict[str, Place] = {}
        found = []
        for item in tree.items:
            own = item.values.get("id") if isinstance(item, Fields) else None
            name = own.text if isinstance(own, Scalar) else "?"
            if isinstance(own, Scalar) and name:
                if name in seen:
                    notes.tell("D020", own.place, id=name, line=seen[name].line)
                seen.setdefault(name, own.place)
            found.append(self.record.read(item, notes, f"{path}.{name}", number=notes.replies))
            notes.replies += 1
        return tuple(one for one in found if one is not None)

    def schema(self) -> Json:
        return {"type": "array", "items": self.record.schema()}

    def name(self) -> str:
        return f"[{self.record.title}]"


@dataclass(frozen=True, slots=True)
class ById:
    """A mapping of ids to records; `under` is the part it adds to text ids, "" for none."""

    record: Record
    under: str = ""
    blank: Mapping[str, Any] = field(default_factory=dict)

    def read(self, tree: Tree, notes: Notes, path: str) -> dict[str, Any]:
        if not isinstance(tree, Fields):
            notes.tell("D005", tree.place, wanted="mapping")
            return {}
        found = {}
        for number, (name, child) in enumerate(tree.values.items()):
            if not ID.fullmatch(name) and name not in notes.called:
                notes.tell("D008", tree.keys[name], id=name)
            own = f"{self.under}.{name}" if self.under else name
            known = {"number": number} if self.record.title == "node" else {}
            found[name] = self.record.read(child, notes, own, id=name, **known)
        return {name: one for name, one in found.items() if one is not None}

    def schema(self) -> Json:
        return {"type": "object", "additionalProperties": self.record.schema()}

    def name(self) -> str:
        return f"id → {self.record.title}"
