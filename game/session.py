"""One trainee at one case: takes their moves, keeps the play after each, gives the views.

Both the window and the console play through this, so that neither can do what the other cannot.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final, TypeAlias

from game import words
from game.case.pages import Page
from game.engine.events import NotUnderstood
from game.engine.inputs import MOST_WAIT, Choose, Input, Move
from game.errors import StoreError
from game.listening import Ear, shared_ear
from game.playthrough import Mode, Playthrough
from game.view.debrief import DebriefView, debrief_view
from game.view.dialogue import DialogueView, ReplyView, dialogue_view, replies_of
from game.view.lines import Voice, lines_of
from game.voiced import Voiced
from game.words import Lang

if TYPE_CHECKING:
    from game.customers.proposing import Proposal, Proposing
    from game.customers.voicing import Voicing

Keep = Callable[[Playthrough], None]
Proposes: TypeAlias = "Callable[[str, Mapping[str, str], str, Lang], Proposing]"
"""Begins to ask what a typed text means: the text, the replies it may mean, the customer's line."""
MISSES: Final = 2
"""So many texts in a row that meant nothing; then all replies are offered to be picked."""


class Session:
    """A running play. `keep` writes it; when that fails play goes on and the view says so.

    `name` is the save that it is kept in, "" when it is kept nowhere. `pages` gives the pages of
    a kind, for the debrief. `ear` hears what is typed; the program's own unless said. `voicing`
    words what the customers say; without one they say what is written. `proposes` asks a model
    which reply an unclear text may mean, except in an exam: the trainee decides.
    """

    def __init__(
        self,
        run: Playthrough,
        keep: Keep | None = None,
        notice: str = "",
        name: str = "",
        pages: Callable[[str], Sequence[Page]] | None = None,
        ear: Ear | None = None,
        voicing: "Voicing | None" = None,
        proposes: "Proposes | None" = None,
    ) -> None:
        self.run = run
        self._proposes = None if run.header.mode == Mode.EXAM else proposes
        self._proposing: Proposing | None = None
        self._voiced = Voiced(run, voicing) if voicing else None
        self.name = name
        self.ear = ear or shared_ear()
        self._told_dull = False
        self._seen: tuple[object, DialogueView] | None = None
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
        growing = self._voiced.growing if self._voiced else None
        seen = (self.run.digest, lang, notice, growing.number if growing else None)
        if growing and self._seen and self._seen[0] == seen:  # only this line has grown since
            view = self._seen[1]
            last = replace(view.lines[-1], text=growing.text)
            return replace(view, lines=(*view.lines[:-1], last))
        view = dialogue_view(self.run, lang, notice, growing)
        self._seen = (seen, view)
        return view

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

        A text that means none of them is taken as not understood; after two in a row that were
        not, any reply may be meant. Raises IllegalMove.
        """
        found = self.ear.read(self.run, text)
        asked = found.possible
        if found.sure is None and self.is_lost:
            asked = tuple(one.id for one in replies_of(self.run, self._language))
        if found.sure is None and asked:
            offered = {one.id: one for one in replies_of(self.run, self._language)}
            shown = tuple(offered[reply] for reply in asked)
            self._propose(text, shown)
            return shown
        self._say(text, found.sure, waited)
        return ()

    @property
    def proposal(self) -> "Proposal | None":
        """What a model takes the last unclear text for; None while there is nothing."""
        return self._proposing.result if self._proposing else None

    def wait_for_proposal(self) -> "Proposal | None":
        """The same, once the model has answered or has had its time."""
        if self._proposing:
            self._proposing.wait()
        return self.proposal

    def say_meant(self, text: str, reply: str, waited: int) -> None:
        """The trainee typed `text` and said which reply was meant."""
        self._say(text, reply, waited)

    def say_unclear(self, text: str, waited: int) -> None:
        """The trainee typed `text` and meant none of the replies."""
        self._say(text, None, waited)

    def listen(self) -> None:
        """Gets ready to hear what is typed, in the background; a little of it at each call."""
        self.ear.begin()
        self.ear.prepare(self.run)

    @property
    def is_lost(self) -> bool:
        """Whether the trainee was not understood so often that replies are to be picked."""
        return self.misses >= MISSES and not self.ended

    @property
    def misses(self) -> int:
        """How many of the trainee's last turns in a row were not understood."""
        turns = [step for step in self.run.steps if step.is_turn]
        missed = 0
        for step in reversed(turns):
            if not any(isinstance(event, NotUnderstood) for event in step.events):
                break
            missed += 1
        return missed

    def aside(self, lang: Lang) -> str:
        """What is to be said once about how typed replies are heard, "" where there is nothing."""
        broken = self.ear.trouble
        if self._told_dull or not (broken or self.ear.is_dull):
            return ""
        self._told_dull = True
        if broken:
            return words.words(lang, "typed.broken", what=broken)
        return words.words(lang, "typed.plain")

    def wait(self, seconds: int) -> None:
        """The trainee stayed silent."""
        self._take(seconds, None)

    def back(self, turn: int) -> None:
        """Goes back to just before the trainee's `turn`; raises IllegalMove."""
        self.run.back(turn)
        if self._voiced:
            self._voiced.drop()
        self._save()

    # ------------------------------------------------------------ the customer's voice

    @property
    def is_talking(self) -> bool:
        """Whether the customer is still saying a line."""
        return self._voiced is not None and self._voiced.growing is not None

    def attend(self, lang: Lang) -> bool:
        """Looks after what the customer is saying, without waiting; whether there is more of it."""
        if self._voiced is None:
            return False
        changed, stands = self._voiced.attend(lang)
        if stands:
            self._save()
        return changed

    def skip(self) -> None:
        """Does not wait: what the customer is saying stands as it is written."""
        if self._voiced and self._voiced.skip():
            self._save()

    def voice_loss(self, lang: Lang) -> str:
        """What is to be said once when the voice was given up, "" where there is nothing."""
        return self._voiced.loss(lang) if self._voiced else ""

    def leave(self) -> None:
        """Nobody sits here any more: the voice need not go on. The play may be taken up again."""
        if self._voiced:
            self._voiced.close()

    @property
    def _language(self) -> Lang:
        return "ko" if self.run.header.language == "ko" else "en"

    def _propose(self, text: str, shown: Sequence[ReplyView]) -> None:
        self._proposing = None
        if self._proposes and len(shown) > 1:
            lines = lines_of(self.run, self._language)
            customer = [one.text for one in lines if one.voice is Voice.CUSTOMER]
            texts = {one.id: one.text for one in shown}
            last = customer[-1] if customer else ""
            self._proposing = self._proposes(text, texts, last, self._language)

    def _say(self, text: str, meant: str | None, waited: int) -> None:
        self._proposing = None
        self._take(waited, self.ear.hear(self.run, text, meant))

    def _take(self, waited: int, move: Move | None) -> None:
        """Takes a move; whoever left the play open overnight waited a day and no longer."""
        self.skip()  # whoever answers has heard enough
        self.run.take(Input(min(waited, MOST_WAIT), move))
        if self._voiced:
            self._voiced.go_on()
        self._save()

    def _save(self) -> None:
        if self._keep is None:
            return
        try:
            self._keep(self.run)
            self._failed = None
        except StoreError as error:
            self._failed = error
