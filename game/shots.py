"""A fixed play for pictures: the same case, seed and replies whenever a screen is drawn."""

from game.case.library import Library
from game.desk import new_run
from game.engine.inputs import Choose, Input
from game.engine.offers import on_offer
from game.errors import CaseError
from game.listening import Ear, examples_of
from game.playthrough import Mode, Playthrough
from game.session import Session

SEED = 7
TYPED = ("meant", "heard", "debrief-typed")
"""Screens of a play in one's own words."""
_TURNS = {
    "meant": 1,
    "heard": 1,
    "title": 0,
    "briefing": 0,
    "dialogue": 2,
    "feedback": 1,
    "exam": 2,
    "pause": 2,
}


def fixed_session(library: Library, case: str | None, screen: str, lang: str) -> Session:
    """A session, kept nowhere, played as far as `screen` needs it; raises CaseError."""
    if case is None:
        found = library.found()
        if not found:
            raise CaseError("case.none", folder=library.folders[-1])
        case = found[0].id
    loaded = library.load(case)
    mode = {"feedback": Mode.EXPLORE, "heard": Mode.EXPLORE, "exam": Mode.EXAM}.get(screen)
    run = new_run(loaded, mode or Mode.COACH, lang, SEED)
    ear = Ear(sharp=False) if screen in TYPED else None
    _play(run, _TURNS.get(screen, 40), screen == "scene-review", ear)
    return Session(run, pages=library.pages, ear=ear)


def _play(run: Playthrough, turns: int, until_scene: bool, ear: Ear | None) -> None:
    """Plays one weak reply first, so that there is something to mend, then good ones.

    With an ear it types them, in the example wordings of the case.
    """
    while run.play.turn < turns and not run.play.ended and not (until_scene and run.play.scene):
        offered = on_offer(run.play)
        weak = run.play.turn == 0
        wanted = [one for one in offered if (one.better is not None) == weak and not one.breaks]
        unsaid = [one for one in wanted if not run.play.chosen >> one.number & 1]
        reply = (unsaid or wanted or list(offered))[0].id
        typed = examples_of(run)[reply][-1] if ear else ""
        run.take(Input(5, ear.hear(run, typed, reply) if ear else Choose(reply)))
