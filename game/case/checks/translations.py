"""Translations: nothing missing, nothing stale, nothing for an id that is not there."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from game.case.checks.holes import HOLE
from game.case.checks.references import strange_particles
from game.case.model import Case
from game.case.problems import Place, Problem, nearest
from game.case.translation import Entry, Table, fingerprint
from game.filling import places_in

_FEW: Final = 20


@dataclass(frozen=True, slots=True)
class Translated:
    """What a table translates: the texts and the example wordings of one file.

    `quotes` are the ids of words that must stand in another text, each with the id of that text.
    """

    id: str
    language: str
    texts: Mapping[str, str]
    hearings: Mapping[str, tuple[str, ...]]
    quotes: Sequence[tuple[str, str]] = ()


def of_case(case: Case) -> Translated:
    """What the tables of a case translate; the texts of shared scenes have tables of their own."""
    texts, hearings = case.texts[case.language], case.hearings[case.language]
    replies = (reply for node in case.nodes.values() for reply in node.replies)
    return Translated(
        case.id,
        case.language,
        {key: text for key, text in texts.items() if not _is_shared(key)},
        {key: many for key, many in hearings.items() if not _is_shared(key)},
        [(act.quote, reply.say) for reply in replies for act in reply.acts if act.quote],
    )


def _is_shared(key: str) -> bool:
    return "/" in key.partition(".")[0]


def translation_problems(of: Translated, tables: Sequence[Table]) -> Iterator[Problem]:
    """Problems of the tables beside a file, each in the table's own file."""
    for table in tables:
        if not table.problems:
            yield from _of_table(of, table)


def _of_table(of: Translated, table: Table) -> Iterator[Problem]:
    def problem(code: str, place: Place, /, **values: object) -> Problem:
        return Problem(code, place, values, table.file)

    if table.of != of.id:
        yield problem("T005", table.places["of"], of=table.of, case=of.id)
        return
    if table.language == of.language:
        yield problem("T006", table.places["language"], language=table.language)
        return
    own = of.texts
    sources = {mark: key for key, text in own.items() for mark in _marks(text)}
    wanted = {**own, **of.hearings}
    for key in wanted:
        if key not in table.entries:
            yield problem("T001", table.places["texts"], id=key)
    # Comparing every id with every other takes seconds, and tells nothing where all are strange.
    few_strangers = len(table.entries.keys() - wanted.keys()) <= _FEW
    for key, entry in table.entries.items():
        if key not in wanted:
            near = nearest(key, wanted) if few_strangers else None
            yield problem("T003", entry.place, id=key, near=near)
        elif entry.text == HOLE or HOLE in entry.items:
            yield problem("H001", entry.place, id=key)  # nothing to compare until it is filled
        elif key in own and not entry.items:
            yield from _of_text(problem, key, own[key], entry, sources)
        elif (key in own) == bool(entry.items):
            yield problem("T007", entry.place, id=key)
    for quote, said in of.quotes:
        entry_of, line = table.entries.get(quote), table.entries.get(said)
        if entry_of and line and not _is_within(entry_of.text, line.text):
            yield problem("L003", entry_of.place, quote=entry_of.text, language=table.language)


def _is_within(quote: str, said: str) -> bool:
    """Whether a quote stands in what is said, as far as both are written yet."""
    return HOLE in (quote, said) or quote in said


def _marks(text: str) -> tuple[str, str]:
    """The two ways in which an entry may say what it was made from: the hash, or the text."""
    return fingerprint(text), text.strip()


def _of_text(
    problem: Callable[..., Problem], key: str, source: str, entry: Entry, sources: Mapping[str, str]
) -> Iterator[Problem]:
    made_from = unicodedata.normalize("NFC", entry.made_from or "").strip()
    if not entry.stays and made_from not in _marks(source):
        if made_from in sources:
            yield problem("T009", entry.place, id=key, now=sources[made_from])
        else:
            code = "T002" if entry.made_from else "T008"
            yield problem(code, entry.place, id=key, hash=fingerprint(source))
    if places_in(source) != places_in(entry.text):
        yield problem("T004", entry.place, id=key)
    for values in strange_particles(entry.text):
        yield problem("S026", entry.place, **values)
