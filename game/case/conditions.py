"""The conditions of the case language: parsed, typed and compiled once, with no eval.

    condition := all ("or" all)*          all := one ("and" one)*
    one       := "not" one | sum [("=" | "!=" | "<" | "<=" | ">" | ">=") sum]
    sum       := term (("+" | "-") term)*
    term      := number | name | "(" condition ")" | "problem solved" | "solved" FACT
               | "seen" NODE | "chose" NODE.REPLY | "told" SECRET

A name is `mood`, `patience`, a fact of the case, a problem fact, or a word that a fact may hold.
"""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal, NamedTuple, Protocol

from game.case.names import Names
from game.case.problems import nearest


class State(Protocol):
    """What a condition may look at of a running play."""

    @property
    def mood(self) -> int: ...
    @property
    def patience(self) -> int: ...
    @property
    def facts(self) -> tuple[int | str, ...]: ...
    @property
    def told(self) -> frozenset[str]: ...
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


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition; two with the same source are equal. `uses` lists the names it reads."""

    source: str
    holds: Callable[[State], bool] = field(compare=False, repr=False)
    uses: frozenset[str] = field(compare=False, repr=False, default=frozenset())


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
    words: tuple[str, ...] = ()
    column: int = 0
    literal: str = ""


_TOKEN: Final = re.compile(
    r"\s*(?:(?P<number>\d{1,9})|(?P<name>[^\W\d]\w*(?:-\w+)*(?:\.\w+(?:-\w+)*)?)"
    r"|(?P<mark><=|>=|!=|==|[=<>+()-]))"
)
_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt,
    "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip
_RESERVED: Final = frozenset({"and", "or", "not", "problem", "solved", "seen", "chose", "told"})
_MAX_DEPTH: Final = 20
_MAX_TOKENS: Final = 200  # each operator is a call within a call when the condition is asked


def compile_condition(source: str, names: Names) -> Condition:
    """The condition written as `source`; raises BadCondition with the column where it fails."""
    parser = _Parser(_tokens(source), names)
    typed = parser.any()
    parser.expect_end()
    _want(typed, "yes/no")
    return Condition(source, typed.value, frozenset(parser.uses))


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
        raise BadCondition("C003", typed.column, name=typed.literal, near=None)
    if typed.kind != kind:
        raise BadCondition("C004", typed.column, wanted=kind, given=typed.kind)


class _Parser:
    def __init__(self, tokens: list[_Token], names: Names) -> None:
        self.tokens, self.names, self.at = tokens, names, 0
        self.uses: set[str] = set()
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
            left = _Typed("yes/no", join(left.value, right.value), column=left.column)
        return left

    def one(self) -> _Typed:
        token = self.take("not")
        if token:
            self._deeper(token)
            inner = self.one()
            self.depth -= 1
            _want(inner, "yes/no")
            value = inner.value
            return _Typed("yes/no", lambda state: not value(state), column=token.column)
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
        if token.kind == "number":
            number = int(token.text)
            return _Typed("number", lambda _: number, column=token.column)
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
        if token.text in _RESERVED:
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
            return _Typed("yes/no", lambda state: state.is_all_solved(), column=column)
        if token.text == "solved":
            return self._solved(self._id(names.problem), column)
        if token.text == "seen":
            node = self._id(names.nodes)
            return _Typed("yes/no", lambda state: state.has_seen(node), column=column)
        if token.text == "told":
            secret = self._id(names.hidden)
            return _Typed("yes/no", lambda state: secret in state.told, column=column)
        if token.text == "chose":
            return self._chose(column)
        raise BadCondition("C001", column, found=token.text)

    def _chose(self, column: int) -> _Typed:
        pairs = {f"{n}.{r}": None for n, replies in self.names.replies.items() for r in replies}
        node, _, reply = self._id(pairs).partition(".")
        return _Typed("yes/no", lambda state: state.has_chosen(node, reply), column=column)

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
        return _Typed("yes/no", lambda state: state.is_solved(fact), column=column)

    def _named(self, token: _Token) -> _Typed:
        name, column, names = token.text, token.column, self.names
        self.uses.add(name)
        if name == "mood":
            return _Typed("number", lambda state: state.mood, column=column)
        if name == "patience":
            return _Typed("number", lambda state: state.patience, column=column)
        if name in names.facts:
            index, held = list(names.facts).index(name), names.facts[name]
            kind: Kind = "word" if held else "number"
            return _Typed(kind, lambda state: state.facts[index], held, column)
        if name in names.problem:
            return self._solved(name, column)
        if any(name in held for held in names.facts.values()):
            return _Typed("word", lambda _: name, column=column, literal=name)
        words = (word for held in names.facts.values() for word in held)
        known = ["mood", "patience", *names.facts, *names.problem, *words]
        raise BadCondition("C003", column, name=name, near=nearest(name, known))


def _compared(left: _Typed, mark: _Token, right: _Typed) -> _Typed:
    compare, a, b = _COMPARE[mark.text], left.value, right.value
    if left.literal:
        _want(left, "word")  # `filed = ticket`: the name of the fact stands first
    if left.kind == "word" and mark.text in ("=", "!="):
        if not right.literal or right.literal not in left.words:
            raise BadCondition("C009", right.column, words=", ".join(left.words))
    else:
        _want(left, "number")
        _want(right, "number")
    return _Typed("yes/no", lambda state: compare(a(state), b(state)), column=left.column)


def _summed(left: _Typed, mark: str, right: _Typed) -> _Typed:
    a, b = left.value, right.value
    if mark == "+":
        return _Typed("number", lambda state: a(state) + b(state), column=left.column)
    return _Typed("number", lambda state: a(state) - b(state), column=left.column)
