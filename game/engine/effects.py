"""What replies and nodes do to a play: gather what is shown, told and solved, move the numbers."""

from dataclasses import replace

from game.case.model import Change, Node, Reply
from game.engine.events import DeedDone, Event, FeelingShown, HarmDone, MoodChanged, SecretTold
from game.engine.play import Play


class Effects:
    """A play at work: `change` puts a changed copy in its place, `events` tell what happened.

    What came in stays as it was, so the caller's play is never touched.
    """

    def __init__(self, play: Play) -> None:
        self.play = play
        self.events: list[Event] = []

    def change(self, **changes: object) -> None:
        """Puts a copy with some fields changed in the place of the play."""
        self.play = replace(self.play, **changes)  # type: ignore[arg-type]

    def effects(self, of: Node | Reply, gains: bool) -> None:
        """Runs what a node or reply does; `gains` is false where they were already had once."""
        for change in of.do:
            self._apply(change, gains)
        if isinstance(of, Reply):
            self._gather("told", of.tells, SecretTold)
            self._gather("seems", of.seems)
            self._gather("harmed", of.hurts, HarmDone)
        self._gather("shown", of.shows, FeelingShown)
        self._gather("deeds", of.earns, DeedDone)
        self._gather("solved", of.solves)
        if of.undoes:
            undone = frozenset(of.undoes)
            self.change(solved=self.play.solved - undone, seems=self.play.seems - undone)

    def _gather(self, name: str, ids: tuple[str, ...], event: type | None = None) -> None:
        had: frozenset[str] = getattr(self.play, name)
        new = [one for one in ids if one not in had]
        if new:
            self.change(**{name: had.union(new)})
            if event is not None:
                self.events.extend(event(one) for one in new)

    def _apply(self, change: Change, gains: bool) -> None:
        if change.when is not None:
            if change.when.holds(self.play):
                for inner in change.then:
                    self._apply(inner, gains)
        elif change.name == "mood":
            self._move("mood", change, gains, most=100)
        elif change.name == "patience":
            start = self.play.case.scenes[0].customer.patience
            self._move("patience", change, gains, most=start + 1)
        else:
            self._set_fact(change)

    def _move(self, name: str, change: Change, gains: bool, most: int) -> None:
        had: int = getattr(self.play, name)
        wanted = change.value if isinstance(change.value, int) else had + change.by
        if wanted > had and not gains:
            return
        now = max(0, min(most, wanted))
        if now != had:
            self.change(**{name: now})
            self.events.append(MoodChanged(name, now - had))

    def _set_fact(self, change: Change) -> None:
        facts = list(self.play.facts)
        index = next(i for i, fact in enumerate(self.play.case.facts) if fact.id == change.name)
        had = facts[index]
        if change.value is not None:
            facts[index] = change.value
        else:
            assert isinstance(had, int)
            facts[index] = had + change.by
        self.change(facts=tuple(facts))
