"""Translations: nothing missing, nothing stale, nothing for an id that is not there."""

import unicodedata
from collections.abc import Callable, Iterator

from game.case.checks.structure import replies_of
from game.case.model import Case
from game.case.problems import Place, Problem, nearest
from game.case.reading import Reading
from game.case.translation import Entry, Table, fingerprint
from game.words import places_in


def translation_problems(reading: Reading) -> Iterator[Problem]:
    """Problems of the tables beside a case, each in the table's own file."""
    assert reading.case is not None
    for table in reading.tables:
        if not table.problems:
            yield from _of_table(reading.case, table)


def _of_table(case: Case, table: Table) -> Iterator[Problem]:
    def problem(code: str, place: Place, /, **values: object) -> Problem:
        return Problem(code, place, values, table.file)

    if table.of != case.id:
        yield problem("T005", table.places["of"], of=table.of, case=case.id)
        return
    if table.language == case.language:
        yield problem("T006", table.places["language"], language=table.language)
        return
    own, hearings = case.texts[case.language], case.hearings[case.language]
    wanted = {**own, **hearings}
    for key in wanted:
        if key not in table.entries:
            yield problem("T001", table.places["texts"], id=key)
    for key, entry in table.entries.items():
        if key not in wanted:
            yield problem("T003", entry.place, id=key, near=nearest(key, wanted))
        elif key in own and not entry.items:
            yield from _of_text(problem, key, own[key], entry)
        elif (key in own) == bool(entry.items):
            yield problem("T007", entry.place, id=key)
    for reply in replies_of(case):
        quotes = (table.entries.get(act.quote) for act in reply.acts if act.quote)
        for entry in (one for one in quotes if one is not None):
            if entry.text not in case.text(reply.say, table.language):
                yield problem("L003", entry.place, quote=entry.text, language=table.language)


def _of_text(
    problem: Callable[..., Problem], key: str, source: str, entry: Entry
) -> Iterator[Problem]:
    fresh = (fingerprint(source), source.strip())
    made_from = unicodedata.normalize("NFC", entry.made_from or "").strip()
    if not entry.stays and made_from not in fresh:
        code = "T002" if entry.made_from else "T008"
        yield problem(code, entry.place, id=key, hash=fingerprint(source))
    if places_in(source) != places_in(entry.text):
        yield problem("T004", entry.place, id=key)
