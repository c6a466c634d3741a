"""What the screens ask of the game: the desk that knows cases and settings, and a running play.

Protocols only; `game.desk` is the real one. Every method may raise `DangolError`.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from game.customers.servers import Server
from game.playthrough import Playthrough
from game.view.briefing import BriefingView
from game.view.debrief import DebriefView
from game.view.dialogue import DialogueView, ReplyView
from game.view.history import HistoryView
from game.view.library import LibraryView
from game.view.opinion import OpinionView
from game.view.pages import PagesView
from game.view.title import FrontView, LearnerTile, TitleView
from game.voices import VoiceView
from game.words import Lang

if TYPE_CHECKING:
    from game.customers.proposing import Proposal


class Session(Protocol):
    """One play, from the first line to the debrief."""

    name: str  # the save that it is kept in, "" when it is kept nowhere

    @property
    def run(self) -> Playthrough:
        """The play itself."""

    @property
    def case(self) -> str:
        """The id of the case that is played."""

    @property
    def mode(self) -> str:
        """The mode of play: exam, coach or explore."""

    @property
    def ended(self) -> bool:
        """Whether the conversation is over."""

    def view(self, lang: Lang) -> DialogueView:
        """What the trainee sees now."""

    def debrief(self, lang: Lang) -> DebriefView:
        """What it came to."""

    def choose(self, reply: str, waited: int) -> None:
        """Answer with a reply on offer; `waited` is the whole seconds the trainee took."""

    def say(self, text: str, waited: int) -> tuple[ReplyView, ...]:
        """Answer in one's own words; returns nothing when taken, else the replies it may mean."""

    @property
    def proposal(self) -> "Proposal | None":
        """What a model takes the last unclear text for; None while there is nothing."""

    def say_meant(self, text: str, reply: str, waited: int) -> None:
        """One of the replies asked about was meant."""

    def say_unclear(self, text: str, waited: int) -> None:
        """None of the replies asked about was meant."""

    @property
    def is_lost(self) -> bool:
        """Whether the trainee was not understood so often that replies are to be picked."""

    def listen(self) -> None:
        """Get ready in the background to hear what is typed; a little of it at each call."""

    def aside(self, lang: Lang) -> str:
        """What is to be said once of how typed replies are heard, "" where there is nothing."""

    def wait(self, seconds: int) -> None:
        """The deadline passed in silence."""

    def back(self, turn: int) -> None:
        """Rewind to just before the trainee's `turn`."""

    def attend(self, lang: Lang) -> bool:
        """Look after what the customer is saying, without waiting; whether there is more of it."""

    def skip(self) -> None:
        """Do not wait: what the customer is saying stands as it is written."""

    def voice_loss(self, lang: Lang) -> str:
        """What is to be said once when the voice was given up, "" where there is nothing."""

    def leave(self) -> None:
        """Nobody sits here any more."""


class People(Protocol):
    """Who practises here, what they were shown once, and their plans."""

    @property
    def chosen(self) -> str:
        """The id of who practises now, "" for whoever gave no name."""

    def problem(self, name: str, learner: str, lang: Lang) -> str:
        """Why a learner (or, with "", a new one) cannot be called so; "" where they can."""

    def add(self, name: str, portrait: str) -> None:
        """A new learner, who practises from now on."""

    def change(self, learner: str, name: str, portrait: str) -> None:
        """Another name and face."""

    def has_seen(self, what: str) -> bool:
        """Whether who practises now was shown this once."""

    def see(self, what: str) -> None:
        """Remember that it was shown."""

    def answer_plan(self, answer: str) -> None:
        """Answer the plan: kept, dropped, or "" for not yet."""


class Asked(Protocol):
    """A second opinion on one play."""

    @property
    def server(self) -> Server:
        """Who would be asked."""

    @property
    def is_asking(self) -> bool:
        """Whether the answer is on its way."""

    def begin(self) -> None:
        """Send the play and ask; returns at once."""

    def fault(self, lang: Lang) -> str:
        """Why there is no answer, "" where nothing went wrong."""

    def view(self, lang: Lang) -> OpinionView | None:
        """The opinion beside the score, once it is there."""

    def example(self) -> list[str]:
        """What is sent, line by line."""


class Voices(Protocol):
    """Which model words what the customers say, and the consent to it."""

    @property
    def is_trying(self) -> bool:
        """Whether a try is on its way."""

    def view(self, lang: Lang) -> VoiceView:
        """How it stands."""

    def name(self, base_url: str, model: str) -> None:
        """Another address or model; consent is asked anew."""

    def agree(self) -> None:
        """Somebody agreed to send to it: it is on."""

    def switch_off(self) -> None:
        """All is said as it is written."""

    def withdraw(self) -> None:
        """Take the consent back."""

    def lend_key(self, key: str) -> None:
        """A key for this server until the program ends."""

    def try_out(self, lang: Lang) -> None:
        """Begin to ask for one line."""


class Desk(Protocol):
    """The way into the game: cases, plays and settings."""

    @property
    def lang(self) -> Lang:
        """The language of the interface."""

    @property
    def text_scale(self) -> float:
        """The text size, 1.0 to 1.5."""

    @property
    def reduced_motion(self) -> bool:
        """Whether text appears at once and nothing slides."""

    @property
    def high_contrast(self) -> bool:
        """Whether all is black on white with edges around everything."""

    @property
    def typing(self) -> str:
        """How fast the customer's words appear: off (at once), slow, normal or fast."""

    @property
    def timers(self) -> str:
        """How deadlines count: as the case says (case), longer, twice or off."""

    @property
    def sounds(self) -> bool:
        """Whether sounds are played."""

    @property
    def volume(self) -> int:
        """How loud sounds are, 0 to 100."""

    @property
    def captions(self) -> bool:
        """Whether a sound is also named in words."""

    @property
    def voicing(self) -> bool:
        """Whether what has the focus and each new line are read aloud."""

    @property
    def clipboard(self) -> bool:
        """Whether the same words go to the clipboard."""

    @property
    def full_screen(self) -> bool:
        """Whether the window fills the screen."""

    def set(self, **changes: object) -> None:
        """Change settings by name and store them; on StoreError the change stands all the same."""

    def title(self, lang: Lang) -> TitleView:
        """The cases and the play that was left unfinished."""

    @property
    def people(self) -> People:
        """Who practises here, and their plans."""

    @property
    def voices(self) -> Voices:
        """Which model words what the customers say."""

    @property
    def is_open(self) -> bool:
        """Whether the records are open; until then whoever asks for them waits."""

    def open_records(self) -> None:
        """Begin to open the records in the background."""

    def await_records(self) -> None:
        """Wait until the records are open."""

    def front(self, lang: Lang) -> FrontView:
        """The title: who practises, what was left, who came back; never waits for the records."""

    def learners(self, lang: Lang) -> tuple[LearnerTile, ...]:
        """Who practises on this computer."""

    def choose_learner(self, learner: str) -> None:
        """From now on this learner practises ("" for whoever gave no name)."""

    def remove_learner(self, learner: str) -> None:
        """Delete a learner with all plays and plans."""

    def remove_everything(self) -> None:
        """Delete all learners, plays and plans."""

    def kept(self) -> tuple[str, int, int]:
        """The folder where all is kept, how many learners there are, and how many plays."""

    def cases(self, lang: Lang) -> LibraryView:
        """The library, as far as it has been read."""

    def pages(self, lang: Lang) -> PagesView:
        """What there is to read beside the cases."""

    def history(self, lang: Lang) -> HistoryView:
        """The plays of who practises now."""

    def read_more(self) -> bool:
        """Read cases and results for a moment; whether there is anything new to show."""

    def reopen(self, play: str, lang: Lang) -> Session:
        """A finished play, to look at its debrief."""

    def delete(self, play: str) -> None:
        """Delete a play for good."""

    def keep_plan(self, case: str, when: str, then: str) -> None:
        """Keep the if-then plan of a debrief."""

    def print_debrief(self, view: DebriefView, lang: Lang) -> str:
        """Write a debrief as a page to print and open it; where it was written."""

    def second_opinion(self, session: Session) -> Asked | None:
        """What a language model may be asked of a play; None where none may be."""

    def plan(self) -> tuple[str, str] | None:
        """The if-then plan to ask about today."""

    def briefing(self, case: str, lang: Lang) -> BriefingView:
        """What may be known of a case before it begins."""

    def case_file(self, case: str) -> Path | None:
        """The file of a case; None where it is gone."""

    difficulty: int  # the level that plays begin at, 1 to 5

    def begin(self, case: str, mode: str, lang: Lang) -> Session:
        """Start a play at that level, an exam as it was written."""

    def resume(self, save: str) -> Session:
        """Take up a play that was left."""
