"""Who practises at this computer: learners, what each was shown once, and their if-then plans."""

import contextlib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from game.errors import StoreError
from game.records import Saves
from game.view.title import name_of, name_problem
from game.words import Lang, words

GUEST = ""


class Learner(Protocol):
    """One who practises here."""

    @property
    def id(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def portrait(self) -> str: ...


class Plan(Protocol):
    """An if-then plan; `day` is the ISO date on which it was made."""

    @property
    def when(self) -> str: ...
    @property
    def then(self) -> str: ...
    @property
    def day(self) -> str: ...


class Plans(Protocol):
    """The plans of one learner, the newest of which is asked about."""

    def keep(self, case: str, when: str, then: str, day: str) -> None:
        """Keeps a plan made on `day`."""
        ...

    def open(self, day: str) -> Plan | None:
        """The plan to ask about on `day`."""
        ...

    def answer(self, answer: str, day: str) -> None:
        """Answers it: kept, dropped, or "" to be asked another day."""
        ...


class Drawer(Protocol):
    """The plays and plans of one learner."""

    @property
    def saves(self) -> Saves: ...
    @property
    def plans(self) -> Plans: ...


class Tally(Protocol):
    """What a learner has come to: finished plays, and cases whose customer comes back."""

    @property
    def plays(self) -> int: ...
    @property
    def regulars(self) -> int: ...


class Learners(Protocol):
    """What is needed of the store; `GUEST` stands for whoever gives no name."""

    @property
    def home(self) -> Path: ...
    @property
    def notices(self) -> Sequence[StoreError]: ...
    @property
    def found(self) -> Sequence[Learner]: ...
    @property
    def chosen(self) -> Learner | None: ...
    def look(self) -> StoreError | None:
        """Looks who is there now; why not, where that cannot be read."""
        ...

    def tallies(self) -> Mapping[str, Tally]:
        """What each learner has come to."""
        ...

    def kept(self) -> int:
        """How many plays there are of everybody."""
        ...

    def drawer(self, learner: str) -> Drawer:
        """The drawer of a learner."""
        ...

    def choose(self, learner: str) -> None:
        """From now on this learner practises."""
        ...

    def add(self, name: str, portrait: str) -> Learner:
        """A new learner, who practises from now on."""
        ...

    def change(self, learner: str, name: str, portrait: str) -> None:
        """Another name and face."""
        ...

    def remove(self, learner: str) -> None:
        """Deletes a learner with all plays and plans."""
        ...

    def remove_all(self) -> None:
        """Deletes all learners, plays and plans, the guest's too."""
        ...

    def has_seen(self, what: str) -> bool:
        """Whether who practises now was shown this once."""
        ...

    def see(self, what: str) -> None:
        """Remembers that it was shown."""
        ...


class Store(Protocol):
    """The records of this computer, which take a moment to open."""

    @property
    def is_open(self) -> bool:
        """Whether `learners` can be asked without waiting."""
        ...

    @property
    def learners(self) -> Learners:
        """Who practises here; waits until the records are open."""
        ...

    def begin(self) -> None:
        """Begins to open them in the background."""
        ...


class People:
    """The learners of this computer and their plans, as the screens ask for them."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @property
    def learners(self) -> Learners:
        """The learners in the store; waits until it is open."""
        return self._store.learners

    @property
    def found(self) -> Sequence[Learner]:
        """All learners."""
        return self.learners.found

    @property
    def chosen(self) -> str:
        """The id of who practises now, `GUEST` for whoever gave no name."""
        return self.learners.chosen.id if self.learners.chosen else GUEST

    @property
    def agent(self) -> str:
        """The name that customers hear; "" where none was given."""
        return self.learners.chosen.name if self.learners.chosen else ""

    @property
    def drawer(self) -> Drawer:
        """The plays and plans of who practises now."""
        return self.learners.drawer(self.chosen)

    def problem(self, name: str, learner: str, lang: Lang) -> str:
        """Why a learner (or, with "", a new one) cannot be called so; "" where they can."""
        taken = [one.name for one in self.found if one.id != learner]
        return name_problem(name, taken, lang)

    def add(self, name: str, portrait: str) -> None:
        """A new learner, who practises from now on; raises StoreError."""
        self.learners.add(name_of(name), portrait)

    def change(self, learner: str, name: str, portrait: str) -> None:
        """Gives a learner another name and face; raises StoreError."""
        self.learners.change(learner, name_of(name), portrait)

    def has_seen(self, what: str) -> bool:
        """Whether who practises now was shown this once."""
        return self.learners.has_seen(what)

    def see(self, what: str) -> None:
        """Remembers that it was shown; where that cannot be kept it is shown again."""
        with contextlib.suppress(StoreError):
            self.learners.see(what)

    def keep_plan(self, case: str, when: str, then: str, today: date | None = None) -> None:
        """Keeps "when …, I will …" for who practises now; raises StoreError."""
        day = (today or date.today()).isoformat()
        self.drawer.plans.keep(case, name_of(when), name_of(then), day)

    def plan(self, today: date | None = None) -> tuple[str, str] | None:
        """The plan to ask about: made on an earlier day, not yet answered today."""
        plan = self.drawer.plans.open((today or date.today()).isoformat())
        return (plan.when, plan.then) if plan else None

    def plan_words(self, lang: Lang, today: date | None = None) -> str:
        """The question about that plan; "" where there is none. Raises StoreError."""
        now = today or date.today()
        plan = self.drawer.plans.open(now.isoformat())
        if plan is None:
            return ""
        days = (now - date.fromisoformat(plan.day)).days
        key = "screen.title.plan.yesterday" if days == 1 else "screen.title.plan.earlier"
        return words(lang, key, days=days, when=plan.when, then=plan.then)

    def answer_plan(self, answer: str, today: date | None = None) -> None:
        """Answers it: kept, dropped, or "" for not yet; raises StoreError."""
        self.drawer.plans.answer(answer, (today or date.today()).isoformat())
