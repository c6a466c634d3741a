"""Pages beside the cases: seasons, principles and pages to read, each a small file of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from game.case.declared import Source
from game.case.kinds import Notes
from game.case.language import PAGES, expect_format
from game.case.names import Names
from game.case.problems import Place, Problem
from game.case.translation import Table, read_table
from game.case.tree import Unreadable, grow, text_of


@dataclass(frozen=True, slots=True)
class Page:
    """A season, a principle or a page; `order` is the place of a season, 0 for the others."""

    kind: str
    id: str
    language: str
    texts: Mapping[str, Mapping[str, str]]
    order: int = 0
    source: Source | None = None

    def title(self, language: str) -> str:
        """The title in `language`, or in the page's own."""
        return self._table(language)["title"]

    def paragraphs(self, language: str) -> tuple[str, ...]:
        """The paragraphs in `language`, or in the page's own."""
        table = self._table(language)
        return tuple(text for key, text in table.items() if key.partition(".")[0] == "text")

    def _table(self, language: str) -> Mapping[str, str]:
        own = self.texts[self.language]
        return {**own, **self.texts.get(language, own)}


@dataclass(frozen=True, slots=True)
class PageReading:
    """What came of reading: the page where it is whole, its texts, its tables, all problems."""

    page: Page | None
    problems: tuple[Problem, ...]
    tables: tuple[Table, ...] = ()
    text_places: Mapping[str, Place] = field(default_factory=dict)


def read_page(
    kind: str, file: str, data: bytes, translations: Mapping[str, bytes] | None = None
) -> PageReading:
    """Reads a page of a kind from its bytes; `file` and the keys of `translations` name them."""
    try:
        text = text_of(data)
        top, problems = grow(text)
        expect_format(top)
    except Unreadable as unreadable:
        return PageReading(None, (replace(unreadable.problem, file=file),))
    notes = Notes(Names(), text, problems)
    values = PAGES[kind].read(top, notes, "")
    tables = tuple(read_table(name, one) for name, one in sorted((translations or {}).items()))
    own = [replace(problem, file=file) for problem in notes.problems]
    told = [problem for table in tables for problem in table.problems]
    page = None
    if not own:
        name, language = values[kind], values["language"]
        good = [one for one in tables if one.is_of(name, language) and not one.problems]
        texts = {language: notes.texts, **{one.language: one.texts for one in good}}
        page = Page(
            kind,
            name,
            language,
            MappingProxyType(texts),
            values.get("order", 0),
            values.get("source"),
        )
    problems_told = tuple(sorted([*own, *told], key=lambda problem: problem.sort_key))
    return PageReading(page, problems_told, tables, MappingProxyType(notes.text_places))
