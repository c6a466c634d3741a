"""Exported records taken in: what grew, what parted, what is damaged, and who is whom."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from game.errors import StoreError
from game.session import Session
from game.store.archive import export
from game.store.learners import Learners
from game.store.merging import Merged, merge
from game.view.history import finished_of
from tests.homes import sql
from tests.plays import BEST, played

FACE = "man-20s_quiff-dark_none"
Data = dict[str, Any]


@pytest.fixture
def away(tmp_path: Path) -> Learners:
    """The records of a laptop: one learner with a finished and an unfinished play and a plan."""
    learners = Learners(tmp_path / "away")
    drawer = learners.drawer(learners.add("한지우", FACE).id)
    run = played(("file", "back 1", *BEST))
    drawer.saves.keep(drawer.saves.new_name(), run, finished_of(run))
    drawer.saves.keep(drawer.saves.new_name(), played(("ask",)))
    drawer.plans.keep("lamp", "가", "나", "2026-11-16")
    return learners


@pytest.fixture
def here(home: Path) -> Learners:
    """The records of the trainer."""
    return Learners(home)


def rows_of(learners: Learners) -> list[Data]:
    return [json.loads(line) for line in export(learners.database)]


def take(learners: Learners, rows: list[Data], tmp_path: Path) -> Merged:
    """Takes rows in as a file."""
    file, merged = tmp_path / "file.jsonl", Merged()
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    merge(learners.database, file, merged)
    learners.look()
    return merged


def counts(merged: Merged) -> dict[str, int]:
    return {f"{kind} {how}": number for (kind, how), number in merged.counts.items()}


def test_a_play_that_went_on_since_is_lengthened(
    away: Learners, here: Learners, tmp_path: Path
) -> None:
    take(here, rows_of(away), tmp_path)
    saves = away.drawer(away.found[0].id).saves
    (left,) = saves.left()
    run = played(("ask", *BEST[1:]))
    saves.keep(left.name, run, finished_of(run))
    later = rows_of(away)
    merged = take(here, later, tmp_path)
    assert counts(merged) == {
        "learner known": 1, "play known": 1, "play longer": 1, "plan known": 1,
    }  # fmt: skip
    assert rows_of(here)[1:] == later[1:]


def test_what_was_exported_earlier_takes_nothing_back(
    away: Learners, here: Learners, tmp_path: Path
) -> None:
    early = rows_of(away)
    saves = away.drawer(away.found[0].id).saves
    saves.keep(saves.left()[0].name, played(("ask", "file")))
    away.drawer(away.found[0].id).plans.answer("kept", "2026-11-18")
    late = rows_of(away)
    take(here, late, tmp_path)
    assert counts(take(here, early, tmp_path)) == {
        "learner known": 1, "play known": 2, "plan known": 1,
    }  # fmt: skip
    assert rows_of(here)[1:] == late[1:]


def test_a_play_that_parted_on_two_computers_is_kept_as_two(
    away: Learners, here: Learners, tmp_path: Path
) -> None:
    take(here, rows_of(away), tmp_path)
    who = away.found[0].id
    name = away.drawer(who).saves.left()[0].name
    away.drawer(who).saves.keep(name, played(("ask", "file")))
    here.drawer(who).saves.keep(name, played(("ask", "note")))
    for new in (1, 0):
        assert counts(take(here, rows_of(away), tmp_path)).get("play new", 0) == new
    assert sorted(one.turn for one in here.drawer(who).saves.left()) == [2, 2]
    ((follows,),) = sql(here.home, "SELECT follows FROM plays WHERE follows IS NOT NULL")
    assert follows == name


def test_the_newer_name_counts_and_what_was_shown_anywhere_was_shown(
    away: Learners, here: Learners, tmp_path: Path
) -> None:
    away.see("tour")
    first = rows_of(away)
    take(here, first, tmp_path)
    who = here.found[0].id
    here.change(who, "한지수", "woman-40s_bob-dark_none")
    here.choose(who)
    here.see("exam")
    assert counts(take(here, first, tmp_path))["learner known"] == 1
    assert (here.found[0].name, set(here.found[0].seen)) == ("한지수", {"tour", "exam"})
    away.change(who, "한지호", FACE)
    take(here, rows_of(away), tmp_path)
    assert (here.found[0].name, set(here.found[0].seen)) == ("한지호", {"tour", "exam"})


def test_namesakes_stay_apart(away: Learners, here: Learners, tmp_path: Path) -> None:
    here.add("한지우", FACE)
    assert take(here, rows_of(away), tmp_path).namesakes == ["한지우"]
    assert [one.name for one in here.found] == ["한지우", "한지우"]
    assert len({one.id for one in here.found}) == 2


def test_one_learner_can_be_exported_alone(away: Learners, here: Learners, tmp_path: Path) -> None:
    other = away.add("오태민", FACE)
    saves = away.drawer(other.id).saves
    saves.keep(saves.new_name(), played(("ask",)))
    rows = [json.loads(line) for line in export(away.database, other.id)]
    assert [row["kind"] for row in rows] == ["dangol-records", "learner", "play"]
    assert take(here, rows, tmp_path).refused == []
    assert [one.name for one in here.found] == ["오태민"]


# Refused


def _row(rows: list[Data], kind: str) -> Data:
    return next(row for row in rows if row["kind"] == kind)


def _set(which: str, **changes: object) -> Callable[[list[Data]], None]:
    return lambda rows: _row(rows, which).update(changes)


def _finding(rows: list[Data]) -> Data:
    found: Data = _row(rows, "play")["scorecards"][0]["findings"][0]
    return found


WRONG: dict[str, tuple[str, Callable[[list[Data]], None]]] = {
    "an input": ("cli.import.chain", lambda rows: _row(rows, "play")["inputs"][1].update(wait=99)),
    "an input less": ("cli.import.chain", lambda rows: _row(rows, "play")["inputs"].pop(0)),
    "the seed": ("cli.import.chain", lambda rows: _row(rows, "play")["header"].update(seed=9)),
    "a header of a newer program": (
        "cli.import.play-newer", lambda rows: _row(rows, "play")["header"].update(format=2)
    ),
    "no header": ("cli.import.shape", _set("play", header={})),
    "an id that names a path": ("cli.import.shape", _set("play", id="../../etc")),
    "a time that is none": ("cli.import.shape", _set("play", began="now")),
    "a time that never ends": ("cli.import.shape", _set("play", touched=float("inf"))),
    "a summary of nothing": ("cli.import.shape", _set("play", summary={"format": 1})),
    "inputs that are none": ("cli.import.shape", _set("play", inputs=[3])),
    "somebody unknown": (
        "cli.import.owner", _set("play", learner="00000000-0000-4000-8000-00000000000f")
    ),
    "a score beyond": (
        "cli.import.shape", lambda rows: _row(rows, "play")["scorecards"][0].update(empathy=101)
    ),
    "two scorecards of a path": (
        "cli.import.shape", lambda rows: _row(rows, "play")["scorecards"].extend(
            _row(rows, "play")["scorecards"]
        )
    ),
    "a finding on no axis": ("cli.import.shape", lambda rows: _finding(rows).update(axis="luck")),
    "a finding without a quote": ("cli.import.shape", lambda rows: _finding(rows).pop("quote")),
    "a name too long": ("cli.import.shape", _set("learner", name="가" * 21)),
    "a face that is a path": ("cli.import.shape", _set("learner", portrait="../x")),
    "a day that is none": ("cli.import.shape", _set("plan", day="someday")),
    "another kind": ("cli.import.line", _set("plan", kind="poem")),
    "a kind that is none": ("cli.import.line", _set("plan", kind=[1])),
}  # fmt: skip


@pytest.mark.parametrize("what", WRONG)
def test_what_is_wrong_is_left_out_by_file_and_line(
    away: Learners, here: Learners, tmp_path: Path, what: str
) -> None:
    rows = rows_of(away)
    before = json.dumps(rows)
    key, spoil = WRONG[what]
    spoil(rows)
    assert json.dumps(rows) != before
    merged = take(here, rows, tmp_path)
    path, line, why = merged.refused[0]
    assert (path, why.key) == (tmp_path / "file.jsonl", key)
    assert json.dumps(rows[line - 1]) not in before
    taken = sum(merged.counts.values())
    assert taken + len(merged.refused) == len(rows) - 1
    assert taken >= (1 if what.startswith(("a name", "a face")) is False else 0)


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("", "cli.import.not-ours"),
        ("photo", "cli.import.not-ours"),
        ('{"kind": "poem", "format": 1}', "cli.import.not-ours"),
        ('{"kind": "dangol-records", "format": 2}', "cli.import.newer"),
    ],
)
def test_a_file_of_something_else_is_refused(
    here: Learners, tmp_path: Path, text: str, key: str
) -> None:
    (tmp_path / "file.jsonl").write_text(text, "utf-8")
    with pytest.raises(StoreError) as refused:
        merge(here.database, tmp_path / "file.jsonl", Merged())
    assert refused.value.key == key
    with pytest.raises(StoreError) as refused:
        merge(here.database, tmp_path / "nothing.jsonl", Merged())
    assert refused.value.key == "cli.import.none"


def test_a_merged_play_can_be_played_on(away: Learners, here: Learners, tmp_path: Path) -> None:
    take(here, rows_of(away), tmp_path)
    saves = here.drawer(here.found[0].id).saves
    (left,) = saves.left()
    session = Session(played(("ask",)), lambda run: saves.keep(left.name, run))
    session.choose("file", 1)
    assert session.view("ko").notice == ""
    assert saves.left()[0].turn == 2
