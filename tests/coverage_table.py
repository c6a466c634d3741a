"""scenarios/COVERAGE.md: where each item of the articles is taught, by the `source` of each file.

python -m tests.coverage_table > scenarios/COVERAGE.md
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

import yaml

from game import content
from game.case.declared import Source
from game.case.library import Library

_HEAD: Final = """\
# What is taught where

The five articles hold 179 items: stories, principles, figures, channels, touchpoints, companies
(`curriculum.yaml`; the articles are in `sources.yaml`). Each case, principle and page names in its
`source` the items that it comes from. A **case** lets one act on an item; a *principle* says it in
the debrief and in the library of pages; a page only tells of it. This page is made from those
fields (`python -m tests.coverage_table`).
"""
_KINDS: Final = ("case", "principle", "page")
_LOOKS: Final = {"case": "**{}**", "principle": "*{}*", "page": "{}"}


def curriculum() -> Mapping[str, Mapping[int, str]]:
    """The name of each item, by article and number."""
    text = (content.scenarios() / "curriculum.yaml").read_text("utf-8")
    items: Mapping[str, Mapping[int, str]] = yaml.safe_load(text)
    return items


def places() -> Mapping[int, Mapping[str, list[str]]]:
    """The files that name each item in their source, by kind."""
    library = Library([content.scenarios()])
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for kind, name, source in _sources(library):
        for item in (source.item, *source.also):
            if item is not None:
                found[item][kind].append(name)
    return found


def _sources(library: Library) -> Iterator[tuple[str, str, Source]]:
    for case in library.playable():
        yield "case", case.id, case.source
    for page in library.pages("principle", "page"):
        if page.source is not None:
            yield page.kind, page.id, page.source


def coverage() -> str:
    """The whole page in Markdown."""
    taught = places()
    items = [one for named in curriculum().values() for one in named]
    shares = [sum(kind in taught.get(one, {}) for one in items) for kind in _KINDS]
    told = f"{shares[0]} items stand in a case, {shares[1]} in a principle, {shares[2]} on a page."
    return "\n".join([_HEAD, *_tables(taught), told]) + "\n"


def _tables(taught: Mapping[int, Mapping[str, list[str]]]) -> Iterator[str]:
    for document, items in curriculum().items():
        yield f"## {document}\n\n| | item | where |\n|---|---|---|"
        for number, name in items.items():
            yield f"| {number} | {name} | {_where(taught.get(number, {}))} |"
        yield ""


def _where(kinds: Mapping[str, list[str]]) -> str:
    return ", ".join(
        _LOOKS[kind].format(name) for kind in _KINDS for name in sorted(kinds.get(kind, ()))
    )


if __name__ == "__main__":
    print(coverage(), end="")
