"""Records that travel: exported and taken in they are the same, and twice is once."""

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from game.playthrough import Playthrough, replay
from game.store.archive import export
from game.store.learners import Learners
from game.store.merging import Merged, merge
from game.view.history import finished_of
from game.view.title import NAME_LIMIT, name_of
from tests.property.moves import a_run, cases

NAMES = st.text(min_size=1, max_size=NAME_LIMIT).map(name_of).filter(bool)
A_LEARNER = st.tuples(NAMES, st.lists(a_run(12), max_size=3), st.lists(NAMES, max_size=2))


def fill(home: Path, people: Sequence[tuple[str, list[Playthrough], list[str]]]) -> Learners:
    """Records of some people and, first of all, of the guest."""
    learners = Learners(home)
    for number, (name, runs, plans) in enumerate(people):
        who = learners.add(name, "man-20s").id if number else ""
        drawer = learners.drawer(who)
        for run in runs:
            finished = finished_of(run) if run.play.ended else None
            drawer.saves.keep(drawer.saves.new_name(), run, finished)
        for plan in plans:
            drawer.plans.keep("lamp", plan, plan, "2026-11-16")
    return learners


def lines_of(learners: Learners) -> list[str]:
    """The exported lines but for the first, which holds the time."""
    return list(export(learners.database))[1:]


def taken_in(learners: Learners, *files: Path) -> Merged:
    merged = Merged()
    for file in files:
        merge(learners.database, file, merged)
    learners.look()
    return merged


def written(learners: Learners, file: Path) -> Path:
    file.write_text("".join(f"{line}\n" for line in export(learners.database)), "utf-8")
    return file


@settings(max_examples=25)
@given(st.lists(A_LEARNER, min_size=1, max_size=4))
def test_taken_in_they_are_what_was_exported(
    people: list[tuple[str, list[Playthrough], list[str]]],
) -> None:
    with TemporaryDirectory() as folder:
        one = fill(Path(folder, "one"), people)
        file = written(one, Path(folder, "one.jsonl"))
        other = Learners(Path(folder, "other"))
        merged = taken_in(other, file)
        assert merged.refused == []
        assert lines_of(other) == lines_of(one)
        again = taken_in(other, file)
        assert {how for _, how in again.counts} <= {"known"}
        assert lines_of(other) == lines_of(one)
        for line in other.found:
            _check_plays(other, line.id)


def _check_plays(learners: Learners, who: str) -> None:
    saves = learners.drawer(who).saves
    for one in (*saves.dated(), *saves.dated(ended=True)):
        saved = saves.load(one.name)
        run, divergence = replay(cases()[one.case], saved.header, saved.log)
        assert (divergence, run.digest) == (None, saved.head)


@settings(max_examples=15)
@given(st.lists(A_LEARNER, min_size=1, max_size=3), st.lists(A_LEARNER, min_size=1, max_size=3))
def test_the_order_of_the_files_does_not_matter(
    here: list[tuple[str, list[Playthrough], list[str]]],
    there: list[tuple[str, list[Playthrough], list[str]]],
) -> None:
    with TemporaryDirectory() as folder:
        files = [
            written(fill(Path(folder, name), people), Path(folder, f"{name}.jsonl"))
            for name, people in (("here", here), ("there", there))
        ]
        one, other = Learners(Path(folder, "one")), Learners(Path(folder, "other"))
        taken_in(one, *files)
        taken_in(other, *reversed(files))
        assert lines_of(one) == lines_of(other)
