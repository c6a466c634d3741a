"""What there is to read beside the cases: seasons in their order, principles and pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from game.case.model import Case
from game.case.pages import Page
from game.view.wording import source_words
from game.words import Lang, words

KINDS = ("season", "principle", "page")


@dataclass(frozen=True, slots=True)
class PageView:
    """A page to read; `source` is "" where it names none."""

    kind: str
    id: str
    title: str
    paragraphs: tuple[str, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Chapter:
    """All pages of one kind under their heading."""

    title: str
    pages: tuple[PageView, ...]


@dataclass(frozen=True, slots=True)
class PagesView:
    """Everything there is to read, without empty chapters; `folder` is where more may be put."""

    chapters: tuple[Chapter, ...]
    folder: str

    @property
    def pages(self) -> tuple[PageView, ...]:
        """All pages in the order in which they are listed."""
        return tuple(page for chapter in self.chapters for page in chapter.pages)


def pages_view(pages: Sequence[Page], lang: Lang, folder: str = "") -> PagesView:
    """The pages in one language, chapter by chapter; seasons by their order, others by title."""
    chapters = (
        Chapter(
            words(lang, f"pages.{kind}"),
            tuple(page_view(one, lang) for one in _ordered(pages, kind, lang)),
        )
        for kind in KINDS
    )
    return PagesView(tuple(one for one in chapters if one.pages), folder)


def page_view(page: Page, lang: Lang) -> PageView:
    """One page in one language."""
    source = source_words(page.source, lang) if page.source else ""
    return PageView(page.kind, page.id, page.title(lang), page.paragraphs(lang), source)


def principles_of(case: Case, pages: Sequence[Page], lang: Lang) -> tuple[PageView, ...]:
    """The principles that a case teaches, in its order; those that have no file are left out."""
    known = {page.id: page for page in pages if page.kind == "principle"}
    return tuple(page_view(known[name], lang) for name in case.teaches if name in known)


def _ordered(pages: Sequence[Page], kind: str, lang: Lang) -> list[Page]:
    found = [page for page in pages if page.kind == kind]
    return sorted(found, key=lambda page: (page.order, page.title(lang)))
