"""A fixed play for pictures: the same case, seed and replies whenever a screen is drawn."""

from game.case.library import Library
from game.desk import new_run
from game.engine.inputs import Choose, Input
from game.engine.offers import on_offer
from game.errors import CaseError
from game.playthrough import Mode, Playthrough
from game.session import Session

SEED = 7
_TURNS = {"title": 0, "briefing": 0, "dialogue": 2, "feedback": 1, "exam": 2, "pause": 2}


def fixed_session(library: Library, case: str | None, screen: str, lang: str) -> Session:
    """A session, kept nowhere, played as far as `screen` needs it; raises CaseError."""
    if case is None:
        found = library.found()
        if not found:
            raise CaseError("case.none", folder=library.folders[-1])
        case = found[0].id
    loaded = library.load(case)
    mode = {"feedback": Mode.EXPLORE, "exam": Mode.EXAM}.get(screen, Mode.COACH)
    run = new_run(loaded, mode, lang, SEED)
    _play(run, _TURNS.get(screen, 40), until_scene=screen == "scene-review")
    return Session(run, pages=library.pages)


def _play(run: Playthrough, turns: int, until_scene: bool) -> None:
    """Plays one weak reply first, so that there is something to mend, then good ones."""
    while run.play.turn < turns and not run.play.ended and not (until_scene and run.play.scene):
        offered = on_offer(run.play)
        weak = run.play.turn == 0
        wanted = [one for one in offered if (one.better is not None) == weak and not one.breaks]
        unsaid = [one for one in wanted if not run.play.chosen >> one.number & 1]
        run.take(Input(5, Choose((unsaid or wanted or list(offered))[0].id)))
