"""Conditions: their grammar, their types, and the column at which a wrong one fails."""

from dataclasses import dataclass, field

import pytest

from game.case.conditions import BadCondition, compile_condition
from game.case.names import Names

NAMES = Names(
    facts={"ticket": ("none", "filed"), "days": (), "표": ("없음", "있음")},
    problem={"on-record": None, "의견-접수": None},
    hidden={"since": None},
    feels={"unheard": None},
    harms={"brushed-off": None},
    customers={"guest": None, "손님": None},
    remembers={"met": None},
    replies={"opens": {"brush": None, "ask": None}, "첫인사": {"넘김": None}},
)


@dataclass
class State:
    """A state to ask about; all that is not said is untrue."""

    mood: int = 60
    patience: int = 3
    facts: tuple[int | str, ...] = ("none", 0, "없음")
    clock: int = 275
    time: int = 62_640
    told: frozenset[str] = frozenset()
    denied: frozenset[str] = frozenset()
    shown: frozenset[str] = frozenset()
    harmed: frozenset[str] = frozenset()
    broken: frozenset[str] = frozenset()
    memory: frozenset[str] = frozenset()
    solved: set[str] = field(default_factory=set)
    seen: set[str] = field(default_factory=set)
    chosen: set[str] = field(default_factory=set)

    def is_solved(self, fact: str) -> bool:
        return fact in self.solved

    def is_all_solved(self) -> bool:
        return self.solved >= NAMES.problem.keys()

    def has_seen(self, node: str) -> bool:
        return node in self.seen

    def has_chosen(self, node: str, reply: str) -> bool:
        return f"{node}.{reply}" in self.chosen

    def mood_of(self, customer: str) -> int:
        return {"guest": 20, "손님": 30}[customer]

    def patience_of(self, customer: str) -> int:
        return {"guest": 1, "손님": 2}[customer]

    def visits_of(self, node: str) -> int:
        return {"opens": 3}.get(node, 0)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("clock > 4m", True),
        ("clock > 5m", False),
        ("clock = 275s", True),
        ("clock = 275", True),
        ("time >= 17:24", True),
        ("time < 9:05", False),
        ("mood of guest < 21 and mood = 60", True),
        ("mood of 손님 - patience of guest = 29", True),
        ("visits opens >= 3", True),
        ("visits opens = visits 첫인사 + 3", True),
        ("denied since", False),
        ("not shown unheard", True),
        ("hurt brushed-off or broke bribe", False),
        ("broke privacy", False),
        ("remembers met", False),
    ],
)
def test_what_a_play_gathers_can_be_asked_for(source: str, expected: bool) -> None:
    assert holds(source) is expected


@pytest.mark.parametrize(
    ("source", "gathered"),
    [
        ("denied since", "denied"),
        ("shown unheard", "shown"),
        ("hurt brushed-off", "harmed"),
        ("broke false-promise", "broken"),
        ("remembers met", "memory"),
    ],
)
def test_each_is_true_once_it_is_there(source: str, gathered: str) -> None:
    state = State()
    setattr(state, gathered, frozenset({source.split()[1]}))
    assert holds(source, state)
    assert not holds(f"not {source}", state)


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("mood of nobody > 3", "C003", 8),
        ("clock of guest > 3", "C001", 6),
        ("visits nowhere = 1", "C003", 7),
        ("broke the-vase", "C003", 6),
        ("hurt", "C006", 4),
    ],
)
def test_names_that_are_not_there_are_told(source: str, code: str, column: int) -> None:
    with pytest.raises(BadCondition) as told:
        compile_condition(source, NAMES)
    assert (told.value.code, told.value.column) == (code, column)


def holds(source: str, state: State | None = None) -> bool:
    return compile_condition(source, NAMES).holds(state or State())


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("mood = 60", True),
        ("mood != 60", False),
        ("mood < 60", False),
        ("mood <= 60", True),
        ("mood > 59", True),
        ("mood >= 61", False),
        ("mood + 5 - 10 = 55", True),
        ("mood - (10 - 5) = 55", True),  # from the left, where there are no parentheses
        ("mood = patience + 57", True),
        ("days = 0", True),
        ("ticket = none", True),
        ("ticket != none", False),
        ("표 = 없음", True),
        ("not mood = 60", False),
        ("not not mood = 60", True),
        ("not (mood = 60 and days = 1)", True),
        ("mood = 0 or mood = 60", True),
        ("mood = 60 or days = 1 and days = 2", True),  # `and` binds closer than `or`
        ("(mood = 60 or days = 1) and days = 2", False),
        ("  mood=60  ", True),
    ],
)
def test_what_it_says(source: str, expected: bool) -> None:
    assert holds(source) is expected


@pytest.mark.parametrize(
    ("source", "state"),
    [
        ("solved on-record", State(solved={"on-record"})),
        ("on-record", State(solved={"on-record"})),
        ("의견-접수", State(solved={"의견-접수"})),
        ("problem solved", State(solved={"on-record", "의견-접수"})),
        ("seen opens", State(seen={"opens"})),
        ("seen 첫인사", State(seen={"첫인사"})),
        ("chose opens.brush", State(chosen={"opens.brush"})),
        ("chose 첫인사.넘김", State(chosen={"첫인사.넘김"})),
        ("told since", State(told=frozenset({"since"}))),
        ("ticket = filed", State(facts=("filed", 0, "없음"))),
        ("표 = 있음", State(facts=("none", 0, "있음"))),
    ],
)
def test_what_it_asks_of_a_play(source: str, state: State) -> None:
    assert holds(source, state)
    assert not holds(source)
    assert holds(f"not {source}")


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("", "C006", 0),
        ("mood >=", "C006", 7),
        ("mood >= 60 and", "C006", 14),
        ("seen", "C006", 4),
        ("mood >= 60 ?", "C001", 11),
        ("mood 60", "C001", 5),
        ("and mood > 1", "C001", 0),
        ("mood >= 60)", "C001", 10),
        ("mood == 60", "C002", 5),
        ("mod >= 60", "C003", 0),
        ("mood > 1 and seen open", "C003", 18),
        ("chose opens.nothing", "C003", 6),
        ("chose opens", "C003", 6),
        ("told on-record", "C003", 5),
        ("filed", "C003", 0),
        ("filed = ticket", "C003", 0),
        ("mood", "C004", 0),
        ("mood and days = 1", "C004", 0),
        ("days = 1 or mood", "C004", 12),
        ("on-record > 1", "C004", 0),
        ("ticket + 1 = 2", "C004", 0),
        ("ticket < filed", "C004", 0),
        ("not mood", "C004", 4),
        ("(mood > 1", "C005", 0),
        ("problem mood", "C007", 8),
        ("mood > 1 and (" + "(" * 20 + "mood > 1", "C008", 33),
        ("ticket = 없음", "C009", 9),
        ("ticket = 1", "C009", 9),
        ("ticket = maybe", "C003", 9),
    ],
)
def test_where_it_fails(source: str, code: str, column: int) -> None:
    with pytest.raises(BadCondition) as bad:
        compile_condition(source, NAMES)
    assert (bad.value.code, bad.value.column) == (code, column)


def test_a_slip_brings_the_likeliest_name() -> None:
    with pytest.raises(BadCondition) as bad:
        compile_condition("tickt = filed", NAMES)
    assert bad.value.values == {"name": "tickt", "near": "ticket"}


def test_code_is_no_condition() -> None:
    for source in ("__import__('os')", "mood.__class__", "print(1)", "mood; days", "1 if 1 else 2"):
        with pytest.raises(BadCondition):
            compile_condition(source, NAMES)


def test_the_names_it_reads() -> None:
    condition = compile_condition("mood > 1 and (ticket = filed or on-record)", NAMES)
    assert {"mood", "ticket", "solved on-record"} <= condition.uses
    assert "days" not in condition.uses


def test_the_same_source_is_the_same_condition() -> None:
    assert compile_condition("mood > 1", NAMES) == compile_condition("mood > 1", NAMES)
    assert compile_condition("mood > 1", NAMES) != compile_condition("mood > 2", NAMES)
