"""One trainee at one case: takes their moves, keeps the play after each, gives the views.

Both the window and the console play through this, so that neither can do what the other cannot.
"""

from collections.abc import Callable, Sequence

from game import words
from game.case.model import Case
from game.case.pages import Page
from game.engine.inputs import MOST_WAIT, Choose, Input, Move, Say
from game.engine.offers import on_offer
from game.errors import StoreError
from game.playthrough import Playthrough
from game.view.debrief import DebriefView, debrief_view
from game.view.dialogue import DialogueView, ReplyView, dialogue_view, replies_of
from game.words import Lang
from scoring.reading.match import Match, match

Keep = Callable[[Playthrough], None]


class Session:
    """A running play. `keep` writes it; when that fails play goes on and the view says so.

    `name` is the save that it is kept in, "" when it is kept nowhere. `pages` gives the pages of
    a kind, for the debrief.
    """

    def __init__(
        self,
        run: Playthrough,
        keep: Keep | None = None,
        notice: str = "",
        name: str = "",
        pages: Callable[[str], Sequence[Page]] | None = None,
    ) -> None:
        self.run = run
        self.name = name
        self._keep, self._pages = keep, pages
        self._failed: StoreError | None = None
        self._notice = notice
        self._save()

    @property
    def case(self) -> str:
        """The id of the case."""
        return self.run.case.id

    @property
    def mode(self) -> str:
        """explore, coach or exam."""
        return self.run.header.mode

    @property
    def ended(self) -> bool:
        """Whether the case has ended."""
        return self.run.play.ended

    def view(self, lang: Lang) -> DialogueView:
        """The dialogue as it stands."""
        notice = self._notice
        if self._failed:
            notice = words.words(lang, self._failed.key, **self._failed.values)
        return dialogue_view(self.run, lang, notice)

    def debrief(self, lang: Lang) -> DebriefView:
        """The debrief as it stands."""
        if self._pages is None or not self.run.case.teaches:  # reading them takes a while
            return debrief_view(self.run, lang)
        return debrief_view(self.run, lang, self._pages("principle"))

    def choose(self, reply: str, waited: int) -> None:
        """The trainee picks a reply after `waited` seconds; raises IllegalMove."""
        self._take(waited, Choose(reply))

    def say(self, text: str, waited: int) -> tuple[ReplyView, ...]:
        """The trainee types a reply: () when it was taken, else the replies it may mean.

        A text that means none of them is taken as not understood.
        """
        found = self.read(text)
        if found.sure is None and found.possible:
            offered = {one.id: one for one in replies_of(self.run, self._language)}
            return tuple(offered[reply] for reply in found.possible)
        self._take(waited, Say(text, found.sure))
        return ()

    def say_meant(self, text: str, reply: str, waited: int) -> None:
        """The trainee typed `text` and said which reply was meant."""
        self._take(waited, Say(text, reply))

    def say_unclear(self, text: str, waited: int) -> None:
        """The trainee typed `text` and meant none of the replies."""
        self._take(waited, Say(text, None))

    def wait(self, seconds: int) -> None:
        """The trainee stayed silent."""
        self._take(seconds, None)

    def back(self, turn: int) -> None:
        """Goes back to just before the trainee's `turn`; raises IllegalMove."""
        self.run.back(turn)
        self._save()

    def read(self, text: str) -> Match:
        """What a typed text may mean, in the language of the play."""
        return read_typed(self.run, text)

    @property
    def _language(self) -> Lang:
        return "ko" if self.run.header.language == "ko" else "en"

    def _take(self, waited: int, move: Move | None) -> None:
        """Takes a move; whoever left the play open overnight waited a day and no longer."""
        self.run.take(Input(min(waited, MOST_WAIT), move))
        self._save()

    def _save(self) -> None:
        if self._keep is None:
            return
        try:
            self._keep(self.run)
            self._failed = None
        except StoreError as error:
            self._failed = error


def read_typed(run: Playthrough, text: str) -> Match:
    """Which reply on offer a typed text means, by the wordings in the language of the play."""
    case, language = run.case, run.header.language
    examples = {
        reply.id: (case.text(reply.say, language), *_hearings(case, language, reply.hears))
        for reply in on_offer(run.play)
    }
    return match(text, examples)


def _hearings(case: Case, language: str, hears: str | None) -> tuple[str, ...]:
    if hears is None:
        return ()
    own = case.hearings[case.language].get(hears, ())
    return case.hearings.get(language, {}).get(hears, own)
