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
from game.transcribe import text_in
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
    counts from 0; `channel` is that of the scene which begins with this line, else "".
    """

    voice: Voice
    text: str
    turn: int
    face: str = ""
    who: str = ""
    portrait: str = ""
    scene: int = 0
    channel: str = ""


def lines_of(run: Playthrough, lang: Lang) -> Iterator[LineView]:
    """Every line shown so far, in order."""
    writer = _Writer(run, lang)
    for event in run.opening:
        yield from writer.lines(event, run.start)
    for step in run.steps:
        for event in step.events:
            yield from writer.lines(event, step.after)


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

    def lines(self, event: Event, play: Play) -> Iterator[LineView]:
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
                yield self.line(Voice.CUSTOMER, self.text(spoken, play), who)
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
