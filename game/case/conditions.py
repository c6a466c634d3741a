"""The conditions of the case language: parsed, typed and compiled once, with no eval.

    condition := all ("or" all)*          all := one ("and" one)*
    one       := "not" one | sum [("=" | "!=" | "<" | "<=" | ">" | ">=") sum]
    sum       := term (("+" | "-") term)*
    term      := number | span | hour | name | "(" condition ")" | "problem solved"
               | "solved" FACT | "seen" NODE | "visits" NODE | "chose" NODE.REPLY | "told" SECRET
               | "denied" SECRET | "shown" FEELING | "hurt" HARM | "broke" WORD
               | "remembers" MEMORY | ("mood" | "patience") "of" CUSTOMER

A name is `mood`, `patience`, `clock` (seconds of this contact), `time` (seconds of the day), a fact
of the case, a problem fact, or a word that a fact may hold. `4m` and `19:30` are seconds too.
"""

import operator
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple, Protocol, TypeAlias

from game.case.names import Names
from game.case.problems import nearest
from scoring.acts import ACTS, Group


class State(Protocol):
    """What a condition may look at of a running play."""

    @property
    def mood(self) -> int: ...
    @property
    def patience(self) -> int: ...
    @property
    def clock(self) -> int: ...
    @property
    def time(self) -> int: ...
    @property
    def facts(self) -> tuple[int | str, ...]: ...
    @property
    def told(self) -> frozenset[str]: ...
    @property
    def denied(self) -> frozenset[str]: ...
    @property
    def shown(self) -> frozenset[str]: ...
    @property
    def harmed(self) -> frozenset[str]: ...
    @property
    def broken(self) -> frozenset[str]: ...
    @property
    def memory(self) -> frozenset[str]: ...
    def mood_of(self, customer: str) -> int:
        """The mood of any customer of the case."""
        ...

    def patience_of(self, customer: str) -> int:
        """The patience of any customer of the case."""
        ...

    def visits_of(self, node: str) -> int:
        """How often the node was entered in this play."""
        ...

    def is_solved(self, fact: str) -> bool:
        """Whether a problem fact is true now."""
        ...

    def is_all_solved(self) -> bool:
        """Whether every problem fact that counts is true now."""
        ...

    def has_seen(self, node: str) -> bool:
        """Whether the node was entered in this play."""
        ...

    def has_chosen(self, node: str, reply: str) -> bool:
        """Whether the reply was given in this play."""
        ...


Kind = Literal["yes/no", "number", "word"]
Value = Callable[[State], Any]


class Read(NamedTuple):
    """One thing that a condition reads, and of what: `mood` of a customer ("" for the present one).

    The kinds: mood, patience, clock, time, fact, solved (a problem fact; "" for all that count),
    seen, visits, chose (`node.reply`), told, denied, shown, hurt, broke, remembers.
    """

    kind: str
    name: str = ""


# What a condition says, for those who reason about it instead of asking it: a Read, a number, a
# word, ("not", Said), or an operator (and, or, =, !=, <, <=, >, >=, +, -) with two of them.
Said: TypeAlias = Read | int | str | tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition; two with the same source are equal.

    `uses` lists the names it reads, `visits` the nodes whose visits it counts, `reads` all that it
    reads; `said` is what it says, taken apart.
    """

    source: str
    holds: Callable[[State], bool] = field(compare=False, repr=False)
    uses: frozenset[str] = field(compare=False, repr=False, default=frozenset())
    visits: frozenset[str] = field(compare=False, repr=False, default=frozenset())
    said: Said = field(compare=False, repr=False, default=("=", 0, 0))

    @property
    def reads(self) -> frozenset[Read]:
        """Everything that it reads."""
        return frozenset(_reads_in(self.said))


def _reads_in(said: Said) -> Iterator[Read]:
    if isinstance(said, Read):
        yield said
    elif isinstance(said, tuple):
        for one in said[1:]:
            yield from _reads_in(one)


class BadCondition(Exception):
    """A condition that cannot be read: a code, the column from 0, and the values of its text."""

    def __init__(self, code: str, column: int, /, **values: object) -> None:
        super().__init__(code)
        self.code, self.column, self.values = code, column, values


class _Token(NamedTuple):
    kind: str
    text: str
    column: int


class _Typed(NamedTuple):
    kind: Kind
    value: Value
    said: Said
    words: tuple[str, ...] = ()
    column: int = 0
    literal: str = ""
    near: str = ""
    constant: int | None = None


NAME: Final = r"[^\W\d]\w*(?:-\w+)*(?:/[^\W\d]\w*(?:-\w+)*)?(?:\.\w+(?:-\w+)*)?"
_TOKEN: Final = re.compile(
    r"\s*(?:(?P<hour>\d{1,2}:\d{2})|(?P<span>\d{1,4}[sm](?!\w))|(?P<number>\d{1,9})"
    rf"|(?P<name>{NAME})|(?P<mark><=|>=|!=|==|[=<>+()-]))"
)
_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
# A comparison with a number is by far the commonest, and is asked at every turn of every play.
_AGAINST: Final[dict[str, Callable[[Value, int], Value]]] = {
    "=": lambda a, n: lambda state: a(state) == n,
    "!=": lambda a, n: lambda state: a(state) != n,
    "<": lambda a, n: lambda state: a(state) < n,
    "<=": lambda a, n: lambda state: a(state) <= n,
    ">": lambda a, n: lambda state: a(state) > n,
    ">=": lambda a, n: lambda state: a(state) >= n,
}
RESERVED: Final = frozenset({
    *("and", "or", "not", "problem", "solved", "seen", "visits", "chose", "told", "denied"),
    *("shown", "hurt", "broke", "remembers", "of"),
})  # fmt: skip
BREACHES: Final = ("privacy", "safety", "compliance", "business", "wrong-fact", "self")
CRITICAL: Final = (
    *BREACHES,
    *(act.name for act in ACTS.values() if act.group is Group.CRITICAL),
)
_MAX_DEPTH: Final = 20
_MAX_TOKENS: Final = 200  # each operator is a call within a call when the condition is asked


def compile_condition(source: str, names: Names) -> Condition:
    """The condition written as `source`; raises BadCondition with the column where it fails."""
    parser = _Parser(_tokens(source), names)
    typed = parser.any()
    parser.expect_end()
    _want(typed, "yes/no")
    return Condition(
        source, typed.value, frozenset(parser.uses), frozenset(parser.visits), typed.said
    )


def _tokens(source: str) -> list[_Token]:
    tokens, at = [], 0
    while at < len(source.rstrip()):
        match = _TOKEN.match(source, at)
        if match is None:
            column = at + len(source[at:]) - len(source[at:].lstrip())
            raise BadCondition("C001", column, found=source[column])
        kind = match.lastgroup or ""
        if match[kind] == "==":
            raise BadCondition("C002", match.start(kind))
        tokens.append(_Token(kind, match[kind], match.start(kind)))
        if len(tokens) > _MAX_TOKENS:
            raise BadCondition("C008", match.start(kind))
        at = match.end()
    return [*tokens, _Token("end", "", len(source))]


def _want(typed: _Typed, kind: Kind) -> None:
    if typed.literal:
        raise BadCondition("C003", typed.column, name=typed.literal, near=typed.near)
    if typed.kind != kind:
        raise BadCondition("C004", typed.column, wanted=kind, given=typed.kind)


class _Parser:
    def __init__(self, tokens: list[_Token], names: Names) -> None:
        self.tokens, self.names, self.at = tokens, names, 0
        self.uses: set[str] = set()
        self.visits: set[str] = set()
        self.depth = 0

    @property
    def token(self) -> _Token:
        return self.tokens[self.at]

    def take(self, *texts: str) -> _Token | None:
        token = self.token
        if token.text in texts and token.kind != "end":
            self.at += 1
            return token
        return None

    def expect_end(self) -> None:
        if self.token.kind != "end":
            raise BadCondition("C001", self.token.column, found=self.token.text)

    def any(self) -> _Typed:
        return self._joined("or", self.all, lambda a, b: lambda state: a(state) or b(state))

    def all(self) -> _Typed:
        return self._joined("and", self.one, lambda a, b: lambda state: a(state) and b(state))

    def _joined(
        self, word: str, part: Callable[[], _Typed], join: Callable[[Value, Value], Value]
    ) -> _Typed:
        left = part()
        while self.take(word):
            right = part()
            _want(left, "yes/no")
            _want(right, "yes/no")
            said = (word, left.said, right.said)
            left = _Typed("yes/no", join(left.value, right.value), said, column=left.column)
        return left

    def one(self) -> _Typed:
        token = self.take("not")
        if token:
            self._deeper(token)
            inner = self.one()
            self.depth -= 1
            _want(inner, "yes/no")
            value = inner.value
            said = ("not", inner.said)
            return _Typed("yes/no", lambda state: not value(state), said, column=token.column)
        left = self.sum()
        mark = self.take(*_COMPARE)
        return left if mark is None else _compared(left, mark, self.sum())

    def sum(self) -> _Typed:
        left = self.term()
        while mark := self.take("+", "-"):
            right = self.term()
            _want(left, "number")
            _want(right, "number")
            left = _summed(left, mark.text, right)
        return left

    def term(self) -> _Typed:
        token = self.token
        self.at += 1
        if token.kind in ("number", "span", "hour"):
            number = seconds_of(token.text)
            return _Typed("number", lambda _: number, number, column=token.column, constant=number)
        if token.text == "(":
            self._deeper(token)
            inner = self.any()
            self.depth -= 1
            if not self.take(")"):
                raise BadCondition("C005", token.column)
            return inner
        if token.kind != "name":
            self.at -= 1
            if token.kind == "end":
                raise BadCondition("C006", token.column)
            raise BadCondition("C001", token.column, found=token.text)
        if token.text in RESERVED:
            return self._asked(token)
        return self._named(token)

    def _deeper(self, token: _Token) -> None:
        self.depth += 1
        if self.depth > _MAX_DEPTH:
            raise BadCondition("C008", token.column)

    def _asked(self, token: _Token) -> _Typed:
        names, column = self.names, token.column
        if token.text == "problem":
            if not self.take("solved"):
                raise BadCondition("C007", self.token.column)
            self.uses.add("problem solved")
            said = Read("solved")
            return _Typed("yes/no", lambda state: state.is_all_solved(), said, column=column)
        if token.text == "solved":
            return self._solved(self._id(names.problem), column)
        if token.text == "seen":
            node = self._id(names.nodes)
            said = Read("seen", node)
            return _Typed("yes/no", lambda state: state.has_seen(node), said, column=column)
        if token.text == "visits":
            counted = self._id(names.nodes)
            self.visits.add(counted)
            said = Read("visits", counted)
            return _Typed("number", lambda state: state.visits_of(counted), said, column=column)
        if token.text == "chose":
            return self._chose(column)
        return self._gathered(token)

    def _gathered(self, token: _Token) -> _Typed:
        """Whether something is among what the play has gathered."""
        names, column = self.names, token.column
        if token.text == "told":
            told = self._id(names.hidden)
            said = Read("told", told)
            return _Typed("yes/no", lambda state: told in state.told, said, column=column)
        if token.text == "denied":
            denied = self._id(names.hidden)
            said = Read("denied", denied)
            return _Typed("yes/no", lambda state: denied in state.denied, said, column=column)
        if token.text == "shown":
            shown = self._id(names.feels)
            said = Read("shown", shown)
            return _Typed("yes/no", lambda state: shown in state.shown, said, column=column)
        if token.text == "hurt":
            harm = self._id(names.harms)
            said = Read("hurt", harm)
            return _Typed("yes/no", lambda state: harm in state.harmed, said, column=column)
        if token.text == "broke":
            broken = self._id(dict.fromkeys(CRITICAL))
            said = Read("broke", broken)
            return _Typed("yes/no", lambda state: broken in state.broken, said, column=column)
        if token.text == "remembers":
            memory = self._id(names.remembers)
            said = Read("remembers", memory)
            return _Typed("yes/no", lambda state: memory in state.memory, said, column=column)
        raise BadCondition("C001", column, found=token.text)

    def _chose(self, column: int) -> _Typed:
        node, _, reply = self.token.text.partition(".")
        if reply in self.names.replies.get(node, ()):
            chosen = self._id((self.token.text,))
        else:  # every pair is named only where the nearest is wanted
            pairs = self.names.replies.items()
            chosen = self._id({f"{name}.{one}": None for name, ones in pairs for one in ones})
        said = Read("chose", chosen)
        return _Typed("yes/no", lambda state: state.has_chosen(node, reply), said, column=column)

    def _id(self, known: Any) -> str:
        token = self.token
        if token.kind == "end":
            raise BadCondition("C006", token.column)
        if token.text not in known:
            near = nearest(token.text, known)
            raise BadCondition("C003", token.column, name=token.text, near=near)
        self.at += 1
        return token.text

    def _solved(self, fact: str, column: int) -> _Typed:
        self.uses.add(f"solved {fact}")
        said = Read("solved", fact)
        return _Typed("yes/no", lambda state: state.is_solved(fact), said, column=column)

    def _named(self, token: _Token) -> _Typed:
        name, column, names = token.text, token.column, self.names
        self.uses.add(name)
        if name in _NUMBERS:
            of_whom = name in ("mood", "patience") and self.take("of")
            whose = self._id(names.customers) if of_whom else None
            return _Typed("number", _number(name, whose), Read(name, whose or ""), column=column)
        if name in names.facts:
            index, held = list(names.facts).index(name), names.facts[name]
            kind: Kind = "word" if held else "number"
            said = Read("fact", name)
            return _Typed(kind, lambda state: state.facts[index], said, held, column)
        if name in names.problem:
            return self._solved(name, column)
        if name in names.given:
            given = names.given[name]
            return _Typed("yes/no", given.holds, given.said, column=column)
        holder = next((fact for fact, held in names.facts.items() if name in held), None)
        if holder is not None:
            near = f"{holder} = {name}"
            return _Typed("word", lambda _: name, name, column=column, literal=name, near=near)
        words = (word for held in names.facts.values() for word in held)
        known = [*_NUMBERS, *names.facts, *names.problem, *names.given, *words]
        meant = _question(name, names) or nearest(name, known)
        raise BadCondition("C003", column, name=name, near=meant)


def _question(name: str, names: Names) -> str | None:
    """The question that a bare name most likely is: a reply was chosen, a node was seen."""
    node, _, reply = name.partition(".")
    if reply and node in names.replies:
        near = nearest(reply, names.replies[node])
        return f"chose {node}.{near}" if near else None
    asked = {
        "seen": names.nodes, "told": names.hidden, "shown": names.feels, "hurt": names.harms,
        "remembers": names.remembers,
    }  # fmt: skip
    return next((f"{word} {name}" for word, known in asked.items() if name in known), None)


_NUMBERS: Final = ("mood", "patience", "clock", "time")
TAKEN: Final = RESERVED.union(_NUMBERS)  # words that a condition could not tell from a name


def _number(name: str, whose: str | None) -> Value:
    """How one of the numbers of every play is asked for."""
    if whose is not None:
        if name == "mood":
            return lambda state: state.mood_of(whose)
        return lambda state: state.patience_of(whose)
    return operator.attrgetter(name)


def seconds_of(text: str) -> int:
    """The seconds that `40s`, `4m` or `19:30` stand for; a bare number is itself."""
    if ":" in text:
        hour, minute = text.split(":")
        return int(hour) * 3600 + int(minute) * 60
    return int(text.rstrip("sm")) * (60 if text.endswith("m") else 1)


def _compared(left: _Typed, mark: _Token, right: _Typed) -> _Typed:
    compare, a, b = _COMPARE[mark.text], left.value, right.value
    said = (mark.text, left.said, right.said)
    if left.literal:
        _want(left, "word")  # `filed = ticket`: the name of the fact stands first
    if left.kind == "word" and mark.text in ("=", "!="):
        if not right.literal or right.literal not in left.words:
            raise BadCondition("C009", right.column, words=", ".join(left.words))
    else:
        _want(left, "number")
        _want(right, "number")
        if right.constant is not None:
            against = _AGAINST[mark.text](a, right.constant)
            return _Typed("yes/no", against, said, column=left.column)
    return _Typed("yes/no", lambda state: compare(a(state), b(state)), said, column=left.column)


def _summed(left: _Typed, mark: str, right: _Typed) -> _Typed:
    a, b = left.value, right.value
    said = (mark, left.said, right.said)
    if mark == "+":
        return _Typed("number", lambda state: a(state) + b(state), said, column=left.column)
    return _Typed("number", lambda state: a(state) - b(state), said, column=left.column)
