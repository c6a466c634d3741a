"""The shipped cases, typed: every golden script to its ending, in both languages."""

from pathlib import Path

import pytest

from game.engine.inputs import Input
from game.engine.offers import on_offer
from game.inputs_file import play_inputs
from game.listening import Ear, examples_of
from game.playthrough import Mode, Playthrough
from game.transcribe import transcribe
from game.view.result import ending_of
from scoring.judge import judge
from scoring.scorecard import SCORED
from tests.golden.test_golden import SCRIPTS, case_of, lines
from tests.plays import started

EAR = Ear(sharp=False)
WENT_BACK = ("rewound", "en")


def typed(script: Path, lang: str, own: bool) -> Playthrough:
    """A golden script with every reply typed: as the author wrote it, or as somebody would type it.

    Where two replies have the same example the trainee is asked, and says which was meant.
    """
    run = started(case_of(script), Mode.COACH, lang, seed=1)
    for number, line in enumerate(lines(script)):
        replies = {reply.id: reply for reply in on_offer(run.play)}
        if line.strip() not in replies:
            play_inputs(run, line, "en", EAR)
            continue
        wordings = examples_of(run)[line.strip()]
        text = wordings[0] if own else wordings[1 + number % max(1, len(wordings) - 1)]
        found = EAR.read(run, text)
        assert found.sure == line.strip() or line.strip() in found.possible, (text, found)
        run.take(Input(0, EAR.hear(run, text, line.strip())))
    return run


# A script that goes back types Korean words of its own there.
PLAYS = [(one, lang) for one in SCRIPTS for lang in ("ko", "en") if (one.stem, lang) != WENT_BACK]


@pytest.mark.parametrize(
    ("script", "lang"), PLAYS, ids=[f"{one.parent.name}/{one.stem}-{lang}" for one, lang in PLAYS]
)
def test_a_case_can_be_typed_to_every_ending(script: Path, lang: str) -> None:
    for own in (True, False):
        run = typed(script, lang, own)
        assert run.play.ended
        assert script.stem in (ending_of(run), "rewound")


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_the_authors_own_words_earn_what_picking_earns(script: Path) -> None:
    picked = started(case_of(script), Mode.COACH, "ko", seed=1)
    play_inputs(picked, "\n".join(lines(script)), "ko", EAR)
    of_typed, of_picked = (judge(transcribe(one)) for one in (typed(script, "ko", True), picked))
    assert [of_typed.score(axis) for axis in SCORED] == [of_picked.score(axis) for axis in SCORED]
