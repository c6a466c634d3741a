"""Exploring every play: held to brute force, to what intervals exclude, and to its own paths."""

from collections import deque
from collections.abc import Iterator
from dataclasses import fields

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.case.conditions import Read
from game.case.model import Case
from game.case.reading import read_case
from game.engine.advance import advance, begin
from game.engine.events import NodeEntered
from game.engine.explore import explore
from game.engine.inputs import Choose, Input
from game.engine.intervals import possible
from game.engine.liveness import Liveness
from game.engine.offers import deadline, on_offer
from game.engine.play import Play
from game.engine.scouting import scout
from game.engine.search import UNCLEAR, Path, Settled
from game.engine.survey import Survey, survey
from game.errors import IllegalMove
from tests.plays import edited, journey, lamp

# Small cases of every kind

HEAD = """\
case: tiny
format: 1
language: en
title: A tiny case
brief: To be played in every way.
source: {document: S1}
season: bench
level: 1
channel: chat
touchpoint: after
fault: none
customer:
  name: The customer
  portrait: {base: woman-30s, hair: long-black, glasses: none}
  mood: 50
  patience: 2
problem:
  plain: {weight: 1, text: "It is solved"}
  derived: {weight: 1, when: a = yes and n >= 1, counts: not hurt harm, text: It follows}
hidden:
  secret: {told: asked, text: A secret}
  close: {told: near, near: feeling, text: Another}
feels: {feeling: {text: A feeling, needs: [reaction]}}
harms: {harm: {by: agent, text: A harm}}
facts: {a: [no, yes], b: {any: [left, right]}, n: 0}
"""
NODES = ("x0", "x1", "x2", "x3")
ENDS = ("good", "bad")
ATOMS = (
    "mood >= 56", "mood < 45", "mood + patience > 54", "patience <= 1", "a = yes", "a != yes",
    "b = left", "n >= 2", "n = 1", "seen x1", "seen x2", "chose x0.r0", "chose x1.r1",
    "visits x1 > 1", "told secret", "told close", "denied secret", "shown feeling", "hurt harm",
    "broke bribe", "solved plain", "derived", "problem solved", "clock > 50s",
)  # fmt: skip
EFFECTS = (
    "mood +5", "mood -10", "mood = 58", "patience -1", "patience +1", "a = yes", "a = no", "n +1",
    "n = 0", "b = right", "{if: mood > 50, do: [a = yes, mood +3]}", "{if: a = yes, do: [n +1]}",
)  # fmt: skip
GAINS = (
    "tells: secret", "denies: secret", "shows: feeling", "hurts: harm", "solves: plain",
    "undoes: plain", "takes: 30s", "breaks: privacy",
)  # fmt: skip


@st.composite
def conditions(draw: st.DrawFn) -> str:
    """A condition of up to three parts."""
    parts = draw(st.lists(st.sampled_from(ATOMS), min_size=1, max_size=3))
    signs = [draw(st.sampled_from(("", "", "not "))) + part for part in parts]
    return f" {draw(st.sampled_from(('and', 'or')))} ".join(signs)


@st.composite
def ways(draw: st.DrawFn, of_reply: bool) -> str:
    """Where a reply or a node leads."""
    back = ("back", "aside x3", "stay") if of_reply else ("back",)
    to = st.sampled_from((*NODES, *ENDS, *ENDS, *back))
    rules = draw(st.lists(st.tuples(conditions(), to), max_size=2))
    listed = [f"{{if: {when}, go: {node}}}" for when, node in rules]
    return f"[{', '.join([*listed, f'{{go: {draw(to)}}}'])}]"


@st.composite
def gained(draw: st.DrawFn, of_reply: bool) -> list[str]:
    """What a reply or a node does."""
    kinds = [one for one in GAINS if of_reply or not one.startswith("denies")]
    found = draw(st.lists(st.sampled_from(kinds), max_size=2, unique_by=lambda one: one[:4]))
    effects = draw(st.lists(st.sampled_from(EFFECTS), max_size=2))
    return [*found, f"do: [{', '.join(effects)}]"] if effects else found


@st.composite
def tiny(draw: st.DrawFn) -> Case:
    """A case of four nodes that may do anything the language knows."""
    lines = [HEAD, "start: x0\n"]
    if draw(st.booleans()):
        lines.append("leaves: bad\n")
    if draw(st.booleans()):
        lines.append("free-text: {else: x3}\n")
    lines.append("nodes:\n")
    for name in NODES:
        lines.extend(f"{line}\n" for line in _node(draw, name))
    lines.append('  good: {end: solved, letter: "Yes."}\n  bad: {end: lost, letter: "No."}\n')
    epilogues = draw(st.lists(conditions(), max_size=2))
    said = "".join(f'    - {{if: {one}, say: "Text {i}."}}\n' for i, one in enumerate(epilogues))
    lines.append(f'after:\n  day:\n{said}    - {{say: "Else."}}\n')
    reading = read_case("tiny.yaml", "".join(lines).encode())
    assert reading.case is not None, (reading.problems, "".join(lines))
    return reading.case


def _node(draw: st.DrawFn, name: str) -> Iterator[str]:
    yield f"  {name}:"
    if draw(st.booleans()):
        yield f'    say: [{{if: {draw(conditions())}, say: "One."}}, {{say: "Two."}}]'
    yield from (f"    {one}" for one in draw(gained(of_reply=False)))
    if name in ("x2", "x3") and draw(st.integers(0, 3)) == 0:
        yield f"    go: {draw(ways(of_reply=False))}"
        return
    if draw(st.integers(0, 2)) == 0:
        yield f"    timer: {{after: 20s, go: {draw(st.sampled_from((*NODES, *ENDS)))}}}"
    yield "    replies:"
    for i in range(draw(st.integers(1 if name != "x1" else 2, 3))):
        acts = draw(st.sampled_from(("inform", "acknowledge feeling", "bribe", "ask feeling")))
        yield f"      - id: r{i}"
        yield "        say: A reply."
        yield f"        acts: [{acts}]"
        if draw(st.integers(0, 2)) == 0:
            yield f"        if: {draw(conditions())}"
        if draw(st.integers(0, 4)) == 0:
            yield "        once: true"
        yield from (f"        {one}" for one in draw(gained(of_reply=True)))
        yield "        why: It is one of them."
        yield f"        go: {draw(ways(of_reply=True))}"


# Brute force: every play in full, nothing cut away

MOST = 1000
KEPT = [one.name for one in fields(Play) if one.name not in ("case", "turn", "seconds", "seed")]


class Brute:
    """What is met by following plays that differ in anything at all."""

    def __init__(self, case: Case, seeds: list[int]) -> None:
        self.entered: set[str] = set()
        self.endings: set[str] = set()
        self.offered: set[tuple[str, str]] = set()
        self.withheld: set[tuple[str, str]] = set()
        self.afters: set[tuple[str, str | None]] = set()
        self.settled: set[Settled] = set()
        self.stuck: set[str] = set()
        self.endless = self.overflow = False
        self.seen: set[tuple[object, ...]] = set()
        self.queue: deque[Play] = deque()
        for seed in seeds:
            self.meet(*begin(case, seed))
        while self.queue and not self.overflow:
            self.go_on(self.queue.popleft())

    def meet(self, play: Play, events: tuple[object, ...]) -> None:
        self.entered |= {event.node for event in events if isinstance(event, NodeEntered)}
        key = tuple(getattr(play, name) for name in KEPT)
        if key not in self.seen:
            self.seen.add(key)
            self.overflow |= len(self.seen) > MOST
            self.queue.append(play)

    def go_on(self, play: Play) -> None:
        if play.ended:
            self.endings.add(play.node)
            day = play.case.after.day
            assert day is not None
            variants = (one for one in day.variants if one.when is None or one.when.holds(play))
            self.afters.add((play.node, next(variants).text))
            counts = frozenset(filter(play.counts, play.case.problem))
            self.settled.add(Settled(counts, frozenset(filter(play.is_solved, counts))))
            return
        offered = [reply.id for reply in on_offer(play)]
        for reply in play.case.nodes[play.node].replies:
            into = self.offered if reply.id in offered else self.withheld
            into.add((play.node, reply.id))
        if not offered and play.case.nodes[play.node].timer is None:
            self.stuck.add(play.node)
        taken = [Input(0, Choose(one)) for one in offered]
        left = deadline(play)
        taken += [Input(left, None)] if left is not None else []
        taken += [UNCLEAR] if play.case.free_text else []
        for one in taken:
            try:
                self.meet(*advance(play.case, play, one))
            except IllegalMove:
                self.endless = True


@settings(max_examples=60)
@given(tiny())
def test_exact_exploration_agrees_with_brute_force(case: Case) -> None:
    brute = Brute(case, [0, 1, 2, 3, 4, 5])
    assume(not brute.overflow)
    found = explore(case)
    assert found.whole
    assert found.endings.keys() == brute.endings
    assert found.offered == brute.offered
    assert found.withheld == brute.withheld
    assert {(end, day) for end, day, _, _ in found.afters} == brute.afters
    assert found.settled.keys() == brute.settled
    assert found.stuck.keys() == brute.stuck
    assert bool(found.endless) == brute.endless
    if not brute.endless:
        assert found.entered == brute.entered


@settings(max_examples=60)
@given(tiny())
def test_intervals_never_exclude_what_happens(case: Case) -> None:
    brute = Brute(case, [0, 1, 2, 3])
    may = possible(case)
    assert brute.entered <= may.entered
    assert brute.endings <= may.endings
    assert brute.offered <= may.offered
    assert brute.withheld <= may.withheld
    found = explore(case, 1000)
    may = possible(found.case)
    held = {id(watch.condition) for watch in found.watches if watch.held}
    assert held <= may.holds
    assert may.full or found.full is None


@settings(max_examples=60)
@given(tiny())
def test_scouting_sees_nothing_that_exploring_does_not(case: Case) -> None:
    whole = explore(case, 2000)
    assume(whole.whole)
    seen = scout(case, 500)
    assert seen.endings.keys() <= whole.endings.keys()
    assert seen.offered <= whole.offered
    assert seen.afters.keys() <= whole.afters.keys()


# Paths


def replayed(case: Case, path: Path) -> Play:
    """The play that a path leads to."""
    play, _ = begin(case, path.seed, path.memory)
    for taken in path.inputs:
        play, _ = advance(case, play, taken)
    return play


@pytest.mark.parametrize("make", [lamp, journey])
@pytest.mark.parametrize("search", [explore, scout])
def test_paths_lead_where_they_say(make: object, search: object) -> None:
    assert callable(make)
    assert callable(search)
    case = make()
    found = search(case)
    for node, path in found.endings.items():
        assert replayed(case, path).node == node
    for settled, path in found.settled.items():
        play = replayed(case, path)
        assert {one for one in settled.counts if play.is_solved(one)} == settled.solved
    assert found.full is not None
    assert replayed(case, found.full).is_all_solved()


def test_first_way_to_an_ending_is_a_shortest() -> None:
    path = explore(lamp()).endings["end-promised"]
    assert [one.move for one in path.inputs] == [Choose("promise"), Choose("stars")]


# What is found of the cases of the tests


@pytest.mark.parametrize("make", [lamp, journey])
def test_cases_of_the_tests_are_whole(make: object) -> None:
    assert callable(make)
    found = survey(make())
    assert found.exact
    nothing: list[object] = []
    for never in (
        found.never_entered(), found.never_reached(), found.never_offered(),
        found.always_offered(), found.never_held(),
    ):  # fmt: skip
        assert never == nothing
    assert not found.never_solved()
    assert not found.found.trapped


def test_every_beginning_is_explored() -> None:
    """Two words that the seed picks, with a memory and without it."""
    found = explore(journey())
    assert found.starts == 4
    asked = {one.source: (one.held, one.failed) for one in found.watches}
    assert asked["remembers regular"] == asked["weather = rain"] == (True, True)


def test_budget_that_is_passed_says_so() -> None:
    found = explore(lamp(), 50)
    assert not found.whole
    short = survey(lamp(), 50)
    assert not short.exact
    assert short.unknown() == 0  # all was seen, or excluded, all the same
    assert short.never_entered() == short.never_reached() == []


def impossible(text: str) -> Case:
    return edited((text, f"{text}\n        if: mood > 100"))


def test_reply_that_is_never_on_offer_is_found_both_ways() -> None:
    case = impossible("- id: stars")
    for found in (survey(case), Survey(scout(case), possible(case))):
        assert found.never_offered() == [("closing", "stars")]


def test_what_nobody_asks_for_is_not_live() -> None:
    live = Liveness(lamp())
    here = live.reads_in(live.waiting["thanks"])
    assert Read("mood", "customer") not in here
    assert Read("fact", "ticket") in here
    assert Read("chose", "opens.promise") not in here
    assert Read("chose", "opens.promise") in live.reads_in(live.waiting["closing"])


def test_numbers_past_all_conditions_are_one_state() -> None:
    """A counter that grows for ever does not make a case endless."""
    case = edited(
        ("        undoes: hears-back\n", "        do: [notes-kept +1, mood -5]\n"),
        ("        do: [mood -5]\n", ""),
    )
    assert explore(case).whole
