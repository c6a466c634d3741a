"""What the screens ask of the game: the desk that knows cases and settings, and a running play.

Protocols only; `game.desk` is the real one. Every method may raise `DangolError`.
"""

from typing import Protocol

from game.view.briefing import BriefingView
from game.view.debrief import DebriefView
from game.view.dialogue import DialogueView, ReplyView
from game.view.title import TitleView
from game.words import Lang


class Session(Protocol):
    """One play, from the first line to the debrief."""

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

    def say_meant(self, text: str, reply: str, waited: int) -> None:
        """One of the replies asked about was meant."""

    def say_unclear(self, text: str, waited: int) -> None:
        """None of the replies asked about was meant."""

    def wait(self, seconds: int) -> None:
        """The deadline passed in silence."""

    def back(self, turn: int) -> None:
        """Rewind to just before the trainee's `turn`."""


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

    def set(self, **changes: object) -> None:
        """Change settings by name (lang, text_scale, reduced_motion) and store them."""

    def title(self, lang: Lang) -> TitleView:
        """The cases and the play that was left unfinished."""

    def briefing(self, case: str, lang: Lang) -> BriefingView:
        """What may be known of a case before it begins."""

    def begin(self, case: str, mode: str, lang: Lang) -> Session:
        """Start a play."""

    def resume(self, save: str) -> Session:
        """Take up a play that was left."""
