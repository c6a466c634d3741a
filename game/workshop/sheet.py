"""The sheet of a case for people who review it: three ways through, and what it is made of.

Everything a reviewer needs is on it, so that nobody has to read YAML. How it is drawn stands in
`sheet_page.py` (HTML) and `sheet_pdf.py`.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from game.case.model import Case
from game.case.nodes import Reply
from game.case.spoken import Line, TextId
from game.engine.events import CustomerSpoke, NoteShown, ReplyGiven, SceneBegan, SilenceFell
from game.filling import fill
from game.playthrough import Playthrough
from game.transcribe import text_in
from game.view.briefing import PolicyPage, pages_of
from game.view.debrief import epilogue_of
from game.view.result import result_of
from game.view.wording import place_of, source_of
from game.words import Lang, words
from game.workshop.sheet_paths import golden_path, typical_path, worst_path


@dataclass(frozen=True, slots=True)
class Said:
    """One line of a script. `voice` is customer, agent, desk, scene, letter or silence.

    The last four are of an agent's line: what it does, why, what would be stronger, and its id.
    """

    voice: str
    who: str
    text: str
    id: str = ""
    acts: str = ""
    why: str = ""
    better: str = ""


@dataclass(frozen=True, slots=True)
class Way:
    """One way through the case, as a script with what came of it."""

    key: str
    name: str
    about: str
    lines: tuple[Said, ...]
    ending: str
    scores: tuple[tuple[str, str], ...]
    verdict: str
    epilogue: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Item:
    """Something the case is made of: its id, what it is, and remarks on it."""

    id: str
    text: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A group of items under a heading."""

    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole sheet; every text is in one language and still to be escaped."""

    title: str
    caption: str
    source: str
    id: str
    version: str
    brief: str
    customers: tuple[Item, ...]
    ways: tuple[Way, ...]
    sections: tuple[Section, ...]
    pages: tuple[PolicyPage, ...]


def sheet_of(case: Case, lang: Lang) -> Sheet:
    """The sheet of a case in a language, or in the case's own where it lacks that."""
    maker = _Maker(case, lang)
    return Sheet(
        title=maker.text(case.title),
        caption=place_of(case, lang),
        source=source_of(case, lang),
        id=case.id,
        version=case.version,
        brief=maker.text(case.brief),
        customers=tuple(maker.customers()),
        ways=tuple(maker.ways()),
        sections=tuple(one for one in maker.sections() if one.items),
        pages=pages_of(case, lang),
    )


class _Maker:
    """Puts a sheet together; the parts share the case and its language."""

    def __init__(self, case: Case, lang: Lang) -> None:
        self.case, self.lang = case, lang

    def text(self, text: TextId | None) -> str:
        if text is None:
            return ""
        return fill(self.case.text(text, self.lang), {"agent": words(self.lang, "agent.name")})

    def label(self, key: str, **values: object) -> str:
        return words(self.lang, f"workshop.sheet.{key}", **values)

    def lines(self, line: Line | None) -> str:
        return " / ".join(self.text(one.text) for one in line.variants) if line else ""

    # ------------------------------------------------------------ ways

    def ways(self) -> Iterator[Way]:
        for key, search in (
            ("golden", golden_path),
            ("typical", typical_path),
            ("worst", worst_path),
        ):
            yield self.way(key, search(self.case, self.lang))

    def way(self, key: str, run: Playthrough) -> Way:
        result = result_of(run, self.lang)
        scores = tuple(
            (words(self.lang, f"axis.{axis}"), "–" if result[axis] is None else str(result[axis]))
            for axis in ("resolution", "empathy", "gratitude")
        )
        epilogue = epilogue_of(run, self.lang)
        return Way(
            key=key,
            name=self.label(key),
            about=self.label(f"{key}.about"),
            lines=tuple(self.script(run)),
            ending=str(result["ending"] or self.label("no-ending")),
            scores=scores,
            verdict=self.label("passed" if result["passed"] else "not-passed"),
            epilogue=tuple(
                (self.label(f"after.{when}"), text) for when, text in epilogue.items() if text
            ),
        )

    def script(self, run: Playthrough) -> Iterator[Said]:
        read = text_in(run.case, run.header, self.lang)
        scene = self.case.scenes[0]
        steps = [(run.opening, run.start), *((one.events, one.after) for one in run.steps)]
        for events, play in steps:
            for event in events:
                match event:
                    case SceneBegan(began):
                        scene = self.case.scenes[self.case.scene_number(began)]
                        if scene.title:
                            yield Said("scene", "", self.text(scene.title))
                    case CustomerSpoke(text, _, who):
                        person = self.case.customers[who] if who else scene.customer
                        yield Said("customer", self.text(person.name), read(text, play))
                    case ReplyGiven(node, reply, _):
                        found = self.case.nodes[node].reply(reply)
                        assert found is not None
                        yield self.given(node, found, read(found.say, play))
                    case NoteShown(kind, text):
                        yield Said(str(kind), self.label(f"voice.{kind}"), read(text, play))
                    case SilenceFell(_):
                        yield Said("silence", "", self.label("silence"))
                    case _:
                        pass

    def given(self, node: str, reply: Reply, said: str) -> Said:
        acts = ", ".join(_act(one.name, one.target, one.level) for one in reply.acts)
        return Said(
            "agent", self.label("voice.agent"), said, f"{node}.{reply.id}", acts,
            self.text(reply.why), self.text(reply.better),
        )  # fmt: skip

    # ------------------------------------------------------------ what it is made of

    def customers(self) -> Iterator[Item]:
        for one in self.case.customers.values():
            notes = [self.text(one.about), self.text(one.wants)]
            notes.append(self.label("mood", mood=one.mood, patience=one.patience))
            for key, held in (("loves", one.loves), ("hates", one.hates)):
                if held:
                    notes.append(self.label(key, text=" / ".join(self.text(text) for text in held)))
            yield Item(one.id, self.text(one.name), tuple(note for note in notes if note))

    def sections(self) -> Iterator[Section]:
        yield Section(self.label("problem"), tuple(self.problem()))
        yield Section(self.label("facts"), tuple(self.facts()))
        yield Section(self.label("feels"), tuple(self.feels()))
        deeds = self.case.deeds.values()
        yield Section(
            self.label("deeds"), tuple(Item(one.id, self.text(one.text)) for one in deeds)
        )
        yield Section(self.label("harms"), tuple(
            Item(one.id, self.text(one.text), (self.label(f"by.{one.by}"),))
            for one in self.case.harms.values()
        ))  # fmt: skip
        yield Section(self.label("hidden"), tuple(self.hidden()))
        yield Section(self.label("endings"), tuple(self.endings()))
        yield Section(self.label("cues"), tuple(self.cues()))

    def problem(self) -> Iterator[Item]:
        for one in self.case.problem.values():
            notes = [self.label("weight", weight=one.weight)]
            if one.when:
                notes.append(self.label("when", condition=one.when.source))
            if one.counts:
                notes.append(self.label("counts", condition=one.counts.source))
            yield Item(one.id, self.text(one.text), tuple(notes))

    def facts(self) -> Iterator[Item]:
        for one in self.case.facts:
            held = " / ".join(one.words) if one.words else str(one.start)
            yield Item(one.id, held, (self.label("drawn"),) if one.any_of else ())

    def feels(self) -> Iterator[Item]:
        for one in self.case.feels.values():
            needs = ", ".join(words(self.lang, f"mechanism.{need}") for need in one.needs)
            notes = (self.label("needs", needs=needs), *((self.label("core"),) if one.core else ()))
            yield Item(one.id, self.text(one.text), notes)

    def hidden(self) -> Iterator[Item]:
        for one in self.case.hidden.values():
            notes = [self.label(f"told.{one.told}")]
            if one.says:
                notes.append(self.label("says", text=self.lines(one.says)))
            if one.denies:
                notes.append(self.label("denies", text=self.lines(one.denies)))
            yield Item(one.id, self.text(one.text), tuple(notes))

    def endings(self) -> Iterator[Item]:
        for node in self.case.nodes.values():
            if node.end is not None:
                fate = words(self.lang, f"workshop.fate.{node.end}")
                yield Item(node.id, self.lines(node.letter), (fate,))

    def cues(self) -> Iterator[Item]:
        for one in self.case.customers.values():
            if one.cue:
                yield Item(self.text(one.name), self.text(one.cue))
        for node in self.case.nodes.values():
            if node.cue:
                yield Item(node.id, self.text(node.cue))


def _act(name: str, target: str | None, level: int) -> str:
    return " ".join(part for part in (name, target, "1" if level == 1 else None) if part)
