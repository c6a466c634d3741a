"""The lines of a play as they are shown: what was said, what the desk shows, how scenes change."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from game.case.spoken import TextId
from game.engine.events import (
    CustomerSpoke,
    Event,
    MoodChanged,
    NoteShown,
    NotUnderstood,
    ReplyGiven,
    SceneBegan,
)
from game.engine.play import Play
from game.playthrough import Playthrough
from game.transcribe import text_in, worded
from game.view.faces import face_of
from game.words import Lang


class Voice(StrEnum):
    """Who or what a line comes from."""

    CUSTOMER = "customer"
    AGENT = "agent"
    DESK = "desk"
    SCENE = "scene"
    LETTER = "letter"


@dataclass(frozen=True, slots=True)
class LineView:
    """One line of the conversation; `turn` is the trainee's, 0 before their first.

    `face` is the customer's at that moment, so each line can show how it was said or taken.
    `who` and `portrait` are those of a customer other than the one the play is with now. `scene`
    counts from 0; `channel` is that of the scene which begins with this line, else "". One that
    `is_growing` is still being said: its text is what may be shown so far.
    """

    voice: Voice
    text: str
    turn: int
    face: str = ""
    who: str = ""
    portrait: str = ""
    scene: int = 0
    channel: str = ""
    is_growing: bool = False


@dataclass(frozen=True, slots=True)
class Growing:
    """Where a customer is still talking: which of their lines in the last step, and what so far."""

    number: int
    text: str = ""


def lines_of(run: Playthrough, lang: Lang, growing: Growing | None = None) -> Iterator[LineView]:
    """Every line shown so far, in order, as it was heard; nothing after one that is growing."""
    writer = _Writer(run, lang)
    moments = [(run.opening, run.opened, run.start)]
    moments += [(step.events, step.heard, step.after) for step in run.steps]
    for at, (events, heard, play) in enumerate(moments, 1):
        last = growing if at == len(moments) else None
        for number, event, said in worded(run, events, heard, lang):
            shown = list(writer.lines(event, play, said))
            if last and number == last.number:
                yield from (replace(one, text=last.text, is_growing=True) for one in shown)
                return
            yield from shown


class _Writer:
    """Follows the events of a play: the turn, the scene, and what mood everybody is in."""

    def __init__(self, run: Playthrough, lang: Lang) -> None:
        self.run, self.case = run, run.case
        self.text = text_in(run.case, run.header, lang)
        self.turn, self.scene = 0, 0
        self.moods = {name: one.mood for name, one in run.case.customers.items()}

    @property
    def main(self) -> str:
        """The id of the customer whom the scene is with."""
        return self.case.scenes[self.scene].customer.id

    def line(self, voice: Voice, text: str, who: str | None = None) -> LineView:
        person = who or self.main
        line = LineView(voice, text, self.turn, face_of(self.moods[person]), scene=self.scene)
        if voice is not Voice.CUSTOMER or person == self.run.play.contact.customer.id:
            return line
        other = self.case.customers[person]
        return replace(line, who=self.text(other.name), portrait=other.portrait.folder)

    def divider(self, title: TextId) -> LineView:
        """The line with which the present scene begins."""
        channel = self.case.scenes[self.scene].channel
        return replace(self.line(Voice.SCENE, self.text(title)), channel=channel)

    def lines(self, event: Event, play: Play, heard: str | None = None) -> Iterator[LineView]:
        """What an event shows; `heard` is how the customer said it, None for as it is written."""
        match event:
            case ReplyGiven(node, reply, typed):
                self.turn += 1
                found = self.case.nodes[node].reply(reply)
                assert found is not None
                said = typed if typed is not None else self.text(found.say, play)
                yield self.line(Voice.AGENT, said)
            case NotUnderstood(_, typed):
                self.turn += 1
                yield self.line(Voice.AGENT, typed)
            case CustomerSpoke(spoken, _, who):
                said = self.text(spoken, play) if heard is None else heard
                yield self.line(Voice.CUSTOMER, said, who)
            case NoteShown(kind, shown):
                yield self.line(Voice(kind), self.text(shown, play))
            case SceneBegan(scene):
                self.scene = self.case.scene_number(scene)
                title = self.case.scenes[self.scene].title
                if title is not None:
                    yield self.divider(title)
            case MoodChanged("mood", by, who):
                self.moods[who or self.main] += by
            case _:
                pass
