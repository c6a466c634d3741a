"""What there is to see before a play begins: the title, the library, the history.

Gathers what people, records and shelf know into views; each is there at once, what takes longer to
read follows a moment at a time.
"""

import contextlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from game.case.library import Library
from game.errors import CaseError, DangolError, StoreError
from game.people import GUEST, People, Tally
from game.records import Records
from game.shelf import Shelf
from game.view.history import (
    HistoryView,
    Left,
    Played,
    Summary,
    Touched,
    history_view,
    moment,
)
from game.view.library import LibraryView, Record, library_view
from game.view.pages import PagesView, pages_view
from game.view.title import (
    FrontView,
    LearnerTile,
    Unfinished,
    first_of,
    regulars_of,
    regulars_words,
    told_apart,
    unfinished_of,
    waverers_in,
    waverers_words,
)
from game.words import Lang, words

_A_MOMENT: Final = 0.008  # seconds that reading may take between two pictures
_AT_FIRST: Final = 0.03  # and before the first one


class Overview:
    """The views of who practises now."""

    def __init__(self, library: Library, people: People) -> None:
        self.people = people
        self.shelf = Shelf(library)
        self._library = library
        self._records: dict[str, Records] = {}

    @property
    def records(self) -> Records:
        """What who practises now has played."""
        learner = self.people.chosen
        if learner not in self._records:
            saves = self.people.learners.drawer(learner).saves
            self._records[learner] = Records(saves, self._library.load)
        return self._records[learner]

    def forget(self) -> None:
        """Somebody's plays are going: what was read of them is not true any more."""
        self._records.clear()

    def read_more(self, is_open: bool = True) -> bool:
        """Reads cases and, once the records are open, results for a moment; whether any is new."""
        with contextlib.suppress(StoreError):
            return self.shelf.read(_A_MOMENT) or (is_open and self.records.read(_A_MOMENT))
        return False

    # ------------------------------------------------------------ title

    def unfinished(self, lang: Lang) -> tuple[Unfinished | None, tuple[str, ...]]:
        """The newest play that can be resumed, and what there is to say of the others."""
        notices: list[str] = []
        for one in self._dated(lang, notices):
            try:
                run = self.records.replay(one.name).run
            except CaseError:  # its case is not here today; the save stays
                continue
            except DangolError as error:
                notices.append(words(lang, error.key, **error.values))
                continue
            when = moment(datetime.fromtimestamp(one.at), datetime.now(), lang)
            return unfinished_of(one.name, run, lang, when), tuple(notices)
        return None, tuple(notices)

    def _dated(self, lang: Lang, notices: list[str]) -> Sequence[Touched]:
        try:
            return self.records.saves.dated()
        except StoreError as error:
            notices.append(words(lang, error.key, **error.values))
            return ()

    def notices(self, lang: Lang) -> tuple[str, ...]:
        """What is to be said of the records themselves."""
        told = (words(lang, one.key, **one.values) for one in self.people.learners.notices)
        return tuple(dict.fromkeys(told))

    def front(self, lang: Lang) -> FrontView:
        """The title of the window: who practises, what was left, and who came back."""
        self.people.learners.look()
        unfinished, notices = self.unfinished(lang)
        notices = tuple(dict.fromkeys((*self.notices(lang), *notices)))
        played = self._finished(self.records)
        regulars, waverers = regulars_of(played, lang), waverers_in(played)
        return FrontView(
            learners=self.learners(lang),
            unfinished=unfinished,
            alley=self._alley(lang),
            regulars=regulars,
            regulars_words=regulars_words(len(regulars), lang),
            waverers_words=waverers_words(waverers, lang),
            plan=self._plan(lang),
            notices=notices,
            first=None if unfinished or played else self._easiest(lang),
        )

    def _plan(self, lang: Lang) -> str:
        with contextlib.suppress(StoreError):
            return self.people.plan_words(lang)
        return ""

    def _alley(self, lang: Lang) -> str:
        name = self.people.agent
        if not name:
            return words(lang, "screen.title.alley.guest")
        return words(lang, "screen.title.alley", name=name)

    def _easiest(self, lang: Lang) -> Unfinished | None:
        """A first case for who has played none: the easiest of those read in a moment."""
        self.shelf.look()
        self.shelf.read(_AT_FIRST)
        cases = [case for case, _ in self.shelf.cases() if not case.twin]
        return first_of(min(cases, key=lambda case: case.level), lang) if cases else None

    def learners(self, lang: Lang) -> tuple[LearnerTile, ...]:
        """Who practises here; the guest where nobody else does, or where the guest has plays."""
        self.people.learners.look()
        tallies: Mapping[str, Tally] = {}
        with contextlib.suppress(StoreError):
            tallies = self.people.learners.tallies()
        found = self.people.found
        names = told_apart([one.name for one in found])
        everybody = [(one.id, name, one.portrait) for one, name in zip(found, names, strict=True)]
        everybody.append((GUEST, words(lang, "screen.learner.guest"), ""))
        return tuple(
            self._tile(*one, tallies, lang)
            for one in everybody
            if one[0] != GUEST or self.people.chosen == GUEST or GUEST in tallies or not found
        )

    def _tile(
        self, learner: str, name: str, portrait: str, tallies: Mapping[str, Tally], lang: Lang
    ) -> LearnerTile:
        regulars = tallies[learner].regulars if learner in tallies else 0
        note = regulars_words(regulars, lang)
        chosen = learner == self.people.chosen
        return LearnerTile(learner, name, portrait, regulars, note, chosen)

    def _finished(self, records: Records) -> list[Played]:
        """The finished plays with their summaries, those aside that take longer to build."""
        try:
            return records.finished(_AT_FIRST)
        except StoreError:  # said once already, where the unfinished ones are listed
            return []

    def kept(self) -> tuple[str, int, int]:
        """The folder where all is kept, how many learners there are, and how many plays."""
        learners, plays = self.people.learners, 0
        with contextlib.suppress(StoreError):
            plays = learners.kept()
        return str(learners.home), len(learners.found), plays

    # ------------------------------------------------------------ library and history

    def cases(self, lang: Lang) -> LibraryView:
        """The library, as far as it has been read; `read_more` reads on."""
        self.shelf.look()
        if not self.shelf.cases():
            self.shelf.read(_AT_FIRST)
        return library_view(
            self.shelf.cases(),
            self._by_case(),
            datetime.now(),
            lang,
            not self.shelf.is_complete,
            self._folder,
            self._library.pages("season"),
        )

    def pages(self, lang: Lang) -> PagesView:
        """What there is to read beside the cases."""
        return pages_view(self._library.pages(), lang, self._folder)

    @property
    def _folder(self) -> str:
        """Where the user may put files of their own."""
        return str(self._library.folders[-1]) if self._library.folders else ""

    def _by_case(self) -> dict[str, Record]:
        plays: dict[str, list[Summary]] = {}
        for one in reversed(self._finished(self.records)):
            if one.summary:
                plays.setdefault(one.summary.case, []).append(one.summary)
        left: dict[str, Left] = {}
        with contextlib.suppress(StoreError):
            for unfinished in self.records.saves.left():
                left.setdefault(unfinished.header.case, unfinished)
        return {
            case: Record(tuple(plays.get(case, ())), left.get(case)) for case in {*plays, *left}
        }

    def history(self, lang: Lang) -> HistoryView:
        """The plays of who practises now, newest first; raises StoreError."""
        played, left = self.records.finished(_AT_FIRST), self.records.saves.left()
        told = {one.summary.case: one.summary for one in played if one.summary}
        titles = {case: (one.in_words(lang).title, one.portrait) for case, one in told.items()}
        self.shelf.look()
        for wanted in {one.header.case for one in left} - titles.keys():
            case = self.shelf.case(wanted)
            if case:
                portrait = case.scenes[0].customer.portrait.folder
                titles[wanted] = (case.text(case.title, lang), portrait)
        return history_view(played, left, titles, datetime.now(), lang)
