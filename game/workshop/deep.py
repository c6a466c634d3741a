"""The deep checks: what only shows when a case is played, by every play or by bots.

Each is a problem with a code, like those of the quick checks. What cannot happen is told only
where it is proved: by following every play, or, where there are too many, by the intervals.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from game.case.checks.structure import Found as Told
from game.case.model import Case
from game.case.problems import Place, Problem
from game.case.tree import Fields, Items, Tree
from game.engine.bots import SOLVER
from game.engine.inputs import Choose, Input
from game.engine.search import Path
from game.engine.survey import Survey, survey
from game.engine.watching import Watch
from game.workshop.betters import better_hints
from game.workshop.deep_hours import hour_problems
from game.workshop.trying import Row, tried
from game.workshop.wording import wording_hints


@dataclass(frozen=True, slots=True)
class Deep:
    """The result: problems and hints, sorted by place, and what they were found with."""

    problems: tuple[Problem, ...]
    survey: Survey
    rows: tuple[Row, ...]
    hints: tuple[Problem, ...] = ()


def deep_check(case: Case, file: str) -> Deep:
    """Explores a case and lets the bots play it; its own places alone, not its shared scenes'."""
    found, rows = survey(case), tried(case)
    told = (
        *_reach(case, found), *_harm(case, found), *_bots(case, rows), *hour_problems(case),
    )  # fmt: skip
    hints = _sorted((*better_hints(case), *wording_hints(case)), file)
    return Deep(_sorted(told, file), found, rows, hints)


def _sorted(told: Iterable[Told], file: str) -> tuple[Problem, ...]:
    """What is told of a case's own places, in their order."""
    own = (Problem(code, place, values, file) for code, place, values in told if not place.file)
    return tuple(sorted(own, key=lambda one: one.sort_key))


def _reach(case: Case, found: Survey) -> Iterator[Told]:
    """What can never happen; unknown where the case goes round forever before it."""
    if found.found.endless:
        return
    for name in found.never_reached():
        yield "P001", case.nodes[name].at.place, {"node": name}
    for name in found.never_entered():
        if case.nodes[name].end is None:
            yield "P002", case.nodes[name].at.place, {"node": name}
    for name, reply in found.never_offered():
        one = case.nodes[name].reply(reply)
        assert one is not None
        yield "P003", one.at.place, {"reply": reply, "node": name}
    for name, reply in found.always_offered():
        one = case.nodes[name].reply(reply)
        assert one is not None
        yield "P004", one.at.at("if"), {"reply": reply, "node": name}
    for watch in _idle(case, found):
        yield "P005", place_of(watch.at, watch.steps), {"condition": watch.source}
    if case.problem and found.never_solved():
        yield "P007", case.at.at("problem"), {}


def _idle(case: Case, found: Survey) -> Iterator[Watch]:
    """The conditions that never hold, but for those in what never happens at all."""
    dead = {id(case.nodes[name].at) for name in found.never_entered()}
    dead |= {id(one.at) for name in found.never_entered() for one in case.nodes[name].replies}
    for name, reply in found.never_offered():
        one = case.nodes[name].reply(reply)
        dead.add(id(one.at if one else None))
    return (watch for watch in found.never_held() if id(watch.at) not in dead)


def _harm(case: Case, survey: Survey) -> Iterator[Told]:
    """What happens and should not, with the way there."""
    found = survey.found
    nodes: tuple[tuple[str, dict[str, Path]], ...] = (
        ("P006", found.lost_patience), ("P012", found.stuck),
        ("P013", found.trapped), ("P014", found.endless),
    )  # fmt: skip
    for code, paths in nodes:
        for node, path in list(paths.items())[:1]:
            yield code, case.nodes[node].at.place, {"node": node, "way": way_of(path)}
    for (fact, name), path in found.farmed.items():
        node, _, reply = name.partition(".")
        one = case.nodes[node].reply(reply) if reply else None
        place = (one or case.nodes[node]).at.at("do")
        yield "P008", place, {"fact": fact, "name": name, "way": way_of(path)}


def _bots(case: Case, rows: Sequence[Row]) -> Iterator[Told]:
    place = case.at.at("nodes")
    solver = next(row for row in rows if row.bot is SOLVER)
    if not solver.is_right:
        anybody = any(one.card.passed for row in rows for one in (*row.plain, *row.noisy))
        scores = solver.scores()
        yield "P010" if anybody else "P011", place, {**scores, "ending": solver.ending or "-"}
    for row in rows:
        if row.bot is not SOLVER and row.passes:
            yield "P009", place, {"bot": row.bot.id, "share": row.passes}
        elif row.bot is not SOLVER and not row.is_seldom_lucky:
            yield "P015", place, {"bot": row.bot.id, "share": row.noisy_passes}


def place_of(at: Fields, steps: Iterable[str | int]) -> Place:
    """The place of what stands below some fields; of the nearest thing that is written there."""
    tree: Tree = at
    for step in steps:
        below: Tree | None = None
        if isinstance(tree, Fields) and isinstance(step, str):
            below = tree.values.get(step)
        elif isinstance(tree, Items) and isinstance(step, int) and step < len(tree.items):
            below = tree.items[step]
        if below is None:
            break
        tree = below
    return tree.place


def way_of(path: Path) -> str:
    """A path in short: the replies in turn, silences in brackets."""
    return " → ".join(_step(one) for one in path.inputs) or "start"


def _step(taken: Input) -> str:
    if isinstance(taken.move, Choose):
        return taken.move.reply
    return "(?)" if taken.move else f"({taken.wait}s)"
