"""Where a trainee sits down: the cases, the plays, who practises, and the settings."""

import contextlib
import locale
import os
import random
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from game.case.library import Library
from game.case.model import Case
from game.engine.difficulty import AS_WRITTEN
from game.errors import CaseError, StoreError
from game.overview import Overview
from game.people import People, Store
from game.playthrough import Header, Mode, Playthrough
from game.records import Keeper, Records, Replayed, Saves
from game.second_opinion import Played, SecondOpinion
from game.session import Proposes, Session
from game.view.briefing import BriefingView, briefing_view, modes_of
from game.view.debrief import DebriefView, debrief_view
from game.view.history import HistoryView
from game.view.library import LibraryView
from game.view.pages import PagesView
from game.view.title import OPENING, FrontView, LearnerTile, TitleView, card_of
from game.voices import Voices
from game.words import Lang, words

if TYPE_CHECKING:
    from game.customers.voicing import Voicing


class Chosen(Protocol):
    """The settings as chosen."""

    @property
    def lang(self) -> Lang | None: ...
    @property
    def text_scale(self) -> float: ...
    @property
    def high_contrast(self) -> bool: ...
    @property
    def reduced_motion(self) -> bool: ...
    @property
    def typing(self) -> str: ...
    @property
    def timers(self) -> str: ...
    @property
    def sounds(self) -> bool: ...
    @property
    def volume(self) -> int: ...
    @property
    def captions(self) -> bool: ...
    @property
    def voicing(self) -> bool: ...
    @property
    def clipboard(self) -> bool: ...
    @property
    def full_screen(self) -> bool: ...


class Settings(Protocol):
    """What the desk needs of the settings."""

    @property
    def chosen(self) -> Chosen: ...
    def set(self, **changes: Any) -> None:
        """Changes and writes settings."""
        ...


Printer = Callable[[DebriefView, Lang], str]


class Desk:
    """The desk of this computer; the window and the console start and resume plays at it.

    `voices` holds who words what the customers say, as it is set up here; `give_voice` gives
    somebody else for as long as the program runs.
    """

    def __init__(
        self,
        library: Library,
        settings: Settings,
        store: Store,
        printer: Printer | None = None,
        voices: Voices | None = None,
    ) -> None:
        self.library, self.settings, self.printer = library, settings, printer
        self.store = store
        self.people = People(store)
        self.voices = voices or Voices()
        self.overview = Overview(library, self.people)
        self.difficulty = AS_WRITTEN  # the level that plays begin at, until another is chosen
        self.give_voice: Callable[[], Voicing] | None = None
        self._session_before: Session | None = None

    @property
    def saves(self) -> Saves:
        """The plays of who practises now."""
        return self.records.saves

    @property
    def records(self) -> Records:
        """What who practises now has played."""
        return self.overview.records

    @property
    def lang(self) -> Lang:
        """The language of the interface: as set, else the computer's, Korean where unknown."""
        return self.settings.chosen.lang or system_language()

    @property
    def text_scale(self) -> float:
        """The size of the text, 1.0 to 1.5."""
        return self.settings.chosen.text_scale

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing should move."""
        return self.settings.chosen.reduced_motion

    @property
    def high_contrast(self) -> bool:
        """Whether all is black on white with edges around everything."""
        return self.settings.chosen.high_contrast

    @property
    def typing(self) -> str:
        """How fast the customer's words appear: off (at once), slow, normal or fast."""
        return self.settings.chosen.typing

    @property
    def timers(self) -> str:
        """How deadlines count: as the case says (case), longer, twice or off."""
        return self.settings.chosen.timers

    @property
    def sounds(self) -> bool:
        """Whether sounds are played."""
        return self.settings.chosen.sounds

    @property
    def volume(self) -> int:
        """How loud sounds are, 0 to 100."""
        return self.settings.chosen.volume

    @property
    def captions(self) -> bool:
        """Whether a sound is also named in words."""
        return self.settings.chosen.captions

    @property
    def voicing(self) -> bool:
        """Whether what has the focus and each new line are read aloud."""
        return self.settings.chosen.voicing

    @property
    def clipboard(self) -> bool:
        """Whether the same words go to the clipboard."""
        return self.settings.chosen.clipboard

    @property
    def full_screen(self) -> bool:
        """Whether the window fills the screen."""
        return self.settings.chosen.full_screen

    def set(self, **changes: Any) -> None:
        """Changes settings and stores them; raises StoreError, the change stands all the same."""
        self.settings.set(**changes)

    def speak(self, lang: Lang) -> None:
        """Uses a language from now on; where it cannot be stored it still counts for this run."""
        with contextlib.suppress(StoreError):
            self.settings.set(lang=lang)

    def title(self, lang: Lang) -> TitleView:
        """The title of the console: the cases, and the newest play that can be resumed."""
        cards = tuple(card_of(case, lang) for case in self.library.playable())
        unfinished, notices = self.overview.unfinished(lang)
        return TitleView(cards, unfinished, (*self.overview.notices(lang), *notices))

    @property
    def is_open(self) -> bool:
        """Whether the records are open; until then whoever asks for them waits."""
        return self.store.is_open

    def open_records(self) -> None:
        """Begins to open the records in the background, so that nobody waits for long."""
        self.store.begin()

    def await_records(self) -> None:
        """Waits until the records are open."""
        self.people.learners.look()

    def front(self, lang: Lang) -> FrontView:
        """The title of the window: who practises, what was left, and who came back.

        Never waits: until the records are open, it says that they are opening.
        """
        return self.overview.front(lang) if self.is_open else OPENING

    def learners(self, lang: Lang) -> tuple[LearnerTile, ...]:
        """Who practises here; the guest where nobody else does, or where the guest has plays."""
        return self.overview.learners(lang)

    def cases(self, lang: Lang) -> LibraryView:
        """The library, as far as it has been read; `read_more` reads on."""
        return self.overview.cases(lang)

    def pages(self, lang: Lang) -> PagesView:
        """What there is to read beside the cases: seasons, principles, pages."""
        return self.overview.pages(lang)

    def history(self, lang: Lang) -> HistoryView:
        """The plays of who practises now, newest first; raises StoreError."""
        return self.overview.history(lang)

    def read_more(self) -> bool:
        """Reads cases and results for a moment; whether there is anything new to show."""
        return self.overview.read_more(self.is_open)

    def kept(self) -> tuple[str, int, int]:
        """The folder where all is kept, how many learners there are, and how many plays."""
        return self.overview.kept()

    # ------------------------------------------------------------ learners

    def choose_learner(self, learner: str) -> None:
        """From now on this learner practises; raises StoreError."""
        self.people.learners.choose(learner)

    def remove_learner(self, learner: str) -> None:
        """Deletes a learner with all plays and plans; raises StoreError."""
        self.overview.forget()
        self.people.learners.remove(learner)

    def remove_everything(self) -> None:
        """Deletes all learners, plays and plans for good; raises StoreError."""
        self.overview.forget()
        self.people.learners.remove_all()

    # ------------------------------------------------------------ plays that are over

    def debrief_of(self, play: str, lang: Lang) -> DebriefView:
        """The debrief of a finished play, as its case reads today; raises StoreError, CaseError."""
        run = self.records.replay(play).run
        return debrief_view(run, lang, self.library.pages("principle"))

    def reopen(self, play: str, lang: Lang) -> Session:
        """A finished play to look at; a moment that is tried again becomes a play of its own.

        Its notice says where it was cut off or no longer fits its case. Raises as `debrief_of`.
        """
        done = self.records.replay(play)
        return self._session(done.run, self.records.copier(done.run), _told(done, lang))

    def print_debrief(self, view: DebriefView, lang: Lang) -> str:
        """Writes a debrief as a page to print and opens it; where it was written. StoreError."""
        if self.printer is None:
            raise StoreError("print.none")
        return self.printer(view, lang)

    def second_opinion(self, session: Played) -> SecondOpinion | None:
        """What a model may be asked of a play; None in exams, and where nobody agreed to one."""
        server = self.voices.server
        if server is None or session.run.header.mode is Mode.EXAM:
            return None
        return SecondOpinion(session.run, server, self.voices.key)

    def delete(self, play: str) -> None:
        """Deletes a play for good; raises StoreError."""
        if play:
            self.saves.delete(play)

    def keep_plan(self, case: str, when: str, then: str) -> None:
        """Keeps the if-then plan of a debrief; raises StoreError."""
        self.people.keep_plan(case, when, then)

    def plan(self) -> tuple[str, str] | None:
        """The plan to ask about today: its "when" and its "then"."""
        return self.people.plan()

    # ------------------------------------------------------------ plays

    def briefing(self, case: str, lang: Lang) -> BriefingView:
        """The briefing of a case; raises CaseError."""
        loaded = self.library.load(case)
        return briefing_view(loaded, lang, self._remembered(loaded))

    def begin(self, case: str, mode: str, lang: Lang, seed: int | None = None) -> Session:
        """Begins a play; its language stays, the interface's may change. Raises CaseError.

        It is played at the desk's `difficulty`, an exam as it was written.
        """
        loaded = self.library.load(case)
        if Mode(mode) not in modes_of(loaded):
            raise CaseError("briefing.twin.only", case=loaded.id)
        start = random.randrange(2**31) if seed is None else seed
        agent, memory = self.people.agent, self._remembered(loaded)
        run = new_run(loaded, Mode(mode), lang, start, agent, memory, self.difficulty)
        return self._session(run, self.records.keeper(self.saves.new_name()))

    def _remembered(self, case: Case) -> tuple[str, ...]:
        """Which memories of a case hold for who practises now: how earlier cases ended for them."""
        if not case.remembers:
            return ()
        with contextlib.suppress(StoreError):
            ended = self.saves.endings()
            return tuple(
                one.id for one in case.remembers.values() if ended.get(one.case) in one.endings
            )
        return ()

    def case_file(self, case: str) -> Path | None:
        """The file of a case; None where it is gone."""
        return next((one.path for one in self.library.found() if one.id == case), None)

    def resume(self, save: str, lang: Lang | None = None) -> Session:
        """Resumes a play; raises StoreError or CaseError. What was lost or changed is told."""
        found = self.records.replay(save)
        told = _told(found, lang or self.lang)
        return self._session(found.run, self.records.keeper(save, found), told)

    def _voicing(self) -> "Voicing | None":
        """Somebody who words what the customers say, None for as it is written."""
        if self.give_voice is not None:
            return self.give_voice()
        server = self.voices.server
        if server is None:
            return None
        from game.voiced import voicing_for

        return voicing_for(server, self.voices.key)

    def _proposes(self) -> "Proposes | None":
        """Who may be asked what an unclear text means, None where nobody agreed to that."""
        server = self.voices.server
        if server is None:
            return None
        from game.customers.proposing import Proposing

        return partial(Proposing, server, self.voices.key)

    def _session(self, run: Playthrough, keeper: Keeper, notice: str = "") -> Session:
        """A session that knows under which name it is kept, also when that changes."""
        if self._session_before:
            self._session_before.leave()
        session = Session(
            run,
            keeper,
            notice,
            keeper.name,
            self.library.pages,
            voicing=self._voicing(),
            proposes=self._proposes(),
        )
        self._session_before = session

        def rename(name: str) -> None:
            session.name = name

        keeper.renamed = rename
        return session


def _told(found: Replayed, lang: Lang) -> str:
    """What was lost of a play, or where it no longer fits its case."""
    turn = found.run.play.turn
    if found.divergence is not None:
        return words(lang, "save.diverged", turn=turn, node=found.divergence.at)
    return words(lang, "save.part", turn=turn) if found.damaged else ""


def new_run(
    case: Case, mode: Mode, lang: str, seed: int, agent: str = "", memory: tuple[str, ...] = (),
    difficulty: int = AS_WRITTEN,
) -> Playthrough:  # fmt: skip
    """A new play of a case; in a language the case lacks it is played in the case's own.

    An exam is always as it was written, so that its scores compare.
    """
    language = lang if lang in case.languages else case.language
    level = AS_WRITTEN if mode is Mode.EXAM else difficulty
    header = Header(
        case.id, case.version, seed, mode, language, agent, memory=memory, difficulty=level
    )
    return Playthrough(case, header)


def system_language() -> Lang:
    """Korean, unless the computer says that it speaks another language."""
    named = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    # Elsewhere Python answers for "no language named" with C.UTF-8, and calls that en_US.
    windows = locale.getlocale()[0] if os.name == "nt" else None
    spoken = next((one for one in named if one), None) or windows or ""
    return "ko" if spoken.lower().startswith(("ko", "c.", "posix")) or spoken in ("", "C") else "en"
