"""What replies and nodes do to a play: gather what is shown, told and solved, move the numbers."""

from typing import Any, Final

from game.case.declared import Customer
from game.case.model import Case
from game.case.nodes import Change, Node, Reply
from game.engine.difficulty import patience_with
from game.engine.events import (
    CustomerSpoke,
    DeedDone,
    Event,
    FeelingShown,
    HarmDone,
    MoodChanged,
    SecretDenied,
    SecretTold,
)
from game.engine.offers import wording
from game.engine.play import Play
from scoring.acts import ACTS, Group

CRITICAL_ACTS: Final = frozenset(act.name for act in ACTS.values() if act.group is Group.CRITICAL)
DRAWS_OUT: Final = frozenset({"acknowledge", "interpret", "ask"})


class Effects:
    """A play at work: a copy of the caller's play, which is written to until it is handed out.

    A frozen value is copied field by field at every change; writing to the fields of a copy that
    nobody else has yet is many times quicker and no less safe. `events` tell what happened.
    """

    __slots__ = ("case", "events", "has_left", "now", "play", "steps")

    def __init__(self, case: Case, play: Play) -> None:
        self.case = case
        self.now: dict[str, Any] = play.__dict__.copy()
        self.now["case"] = case
        self.play: Play = object.__new__(Play)
        object.__setattr__(self.play, "__dict__", self.now)
        self.events: list[Event] = []
        self.steps = 0
        self.has_left = False

    def effects(self, of: Node | Reply, gains: bool) -> None:
        """Runs what a node or reply does; `gains` is false where they were already had once."""
        for change in of.do:
            if change.slot >= 0:
                self._set_fact(change)
            else:
                self._apply(change, gains)
        if of.takes:
            self.now["time"] += of.takes
            self.now["clock"] += of.takes
        if of.gathers:
            self._gather_all(of)

    def _gather_all(self, of: Node | Reply) -> None:
        self._gather("told", of.tells, SecretTold)
        self._gather("seems", of.seems)
        self._gather("harmed", of.hurts, HarmDone)
        self._gather("broken", of.breaks)
        self._gather("shown", of.shows, FeelingShown)
        self._gather("deeds", of.earns, DeedDone)
        self._gather("solved", of.solves)
        if of.undoes:
            undone = frozenset(of.undoes)
            self.now["solved"] -= undone
            self.now["seems"] -= undone
        if isinstance(of, Reply):
            self._gather("broken", tuple(act.name for act in of.acts if act.name in CRITICAL_ACTS))
            hidden = tuple(one for one in of.denies if one not in self.now["told"])
            self._gather("denied", hidden, SecretDenied)

    def drawn_out(self, reply: Reply) -> tuple[str, ...]:
        """The hidden facts that come out by themselves, since a feeling near them was met."""
        met = {act.target for act in reply.acts if act.target and act.name in DRAWS_OUT}
        hidden = self.case.hidden.values()
        near = tuple(one.id for one in hidden if one.near and not met.isdisjoint(one.near))
        new = tuple(one for one in near if one not in self.play.told)
        self._gather("told", new, SecretTold)
        return new

    def _gather(self, name: str, ids: tuple[str, ...], event: type | None = None) -> None:
        if not ids:
            return
        had: frozenset[str] = self.now[name]
        new = [one for one in ids if one not in had]
        if new:
            self.now[name] = had.union(new)
            if event is not None:
                self.events.extend(event(one) for one in new)

    def _apply(self, change: Change, gains: bool) -> None:
        if change.when is not None:
            if change.when.holds(self.play):
                for inner in change.then:
                    self._apply(inner, gains)
        elif change.slot >= 0:
            self._set_fact(change)
        elif change.of is not None and change.of != self.play.contact.customer.id:
            self._move_other(change, gains)
        else:
            most = 100 if change.name == "mood" else self._most(self.play.contact.customer)
            had: int = self.now[change.name]
            now = _moved(change, had, gains, most)
            if now != had:
                self.now[change.name] = now
                self.events.append(MoodChanged(change.name, now - had))

    def _move_other(self, change: Change, gains: bool) -> None:
        """Mood or patience of a customer whom the scene is not with."""
        at = list(self.case.customers).index(change.of or "")
        held = list(self.play.moods[at])
        which = ("mood", "patience").index(change.name)
        most = (100, self._most(self.case.customers[change.of or ""]))[which]
        had, held[which] = held[which], _moved(change, held[which], gains, most)
        if held[which] != had:
            moods = list(self.play.moods)
            moods[at] = (held[0], held[1])
            self.now["moods"] = tuple(moods)
            self.events.append(MoodChanged(change.name, held[which] - had, change.of))

    def _most(self, customer: Customer) -> int:
        """As much patience as a customer can come to: one more than they came with."""
        return patience_with(customer.patience, self.now["slack"]) + 1

    def _set_fact(self, change: Change) -> None:
        facts = list(self.play.facts)
        if change.value is not None:
            facts[change.slot] = change.value
        else:
            had = facts[change.slot]
            assert isinstance(had, int)
            facts[change.slot] = had + change.by
        self.now["facts"] = tuple(facts)

    def speak_of(self, secret: str, denies: bool = False) -> None:
        """What the customer says in telling or denying a hidden fact, where the author wrote it."""
        hidden = self.case.hidden[secret]
        line = hidden.denies if denies else hidden.says
        text = wording(line, self.play) if line else None
        if text is not None:
            self.events.append(CustomerSpoke(text, False, hidden.who))
            self.now["spoke"] = False


def _moved(change: Change, had: int, gains: bool, most: int) -> int:
    """Where a number comes to, within its bounds; what was gained once is not gained again."""
    wanted = change.value if isinstance(change.value, int) else had + change.by
    if wanted > had and not gains:
        return had
    return max(0, min(most, wanted))
