"""What can be wrong with shared scenes and with pages that read well."""

from collections.abc import Iterator
from typing import Final

from game.case.checks.references import PLACEHOLDERS, place_problems, sources
from game.case.checks.structure import Found, shapes_of, ways_from
from game.case.checks.translations import Translated, translation_problems
from game.case.pages import PageReading
from game.case.problems import Problem
from game.case.shared import SharedScene

# What is told of a shared scene when it is checked by itself, and of its callers no more.
OF_SHARED: Final = frozenset({"S001", "S002", "S003", "S011", "S013", "S017", "S024", "S026"})


def check_shared(scene: SharedScene) -> Iterator[Problem]:
    """All problems of a shared scene, read by itself."""
    yield from scene.problems
    for code, place, values in _of_shared(scene):
        yield Problem(code, place, values, scene.file)
    if scene.nodes:
        replies = (reply for node in scene.nodes.values() for reply in node.replies)
        quotes = [(act.quote, one.say) for one in replies for act in one.acts if act.quote]
        of = Translated(scene.id, scene.language, scene.texts, scene.hearings, quotes)
        yield from translation_problems(of, scene.tables)


def _of_shared(scene: SharedScene) -> Iterator[Found]:
    reached, left = {scene.start}, [scene.start]
    while left and scene.nodes:
        for to in ways_from(scene.nodes[left.pop()]):
            if to not in reached:
                reached.add(to)
                left.append(to)
    used = {node.exit for node in scene.nodes.values()}
    for node in scene.nodes.values():
        yield from shapes_of(node)
        if node.id not in reached:
            yield "S001", node.at.place, {"node": node.id}
        if node.end is not None:
            yield "X008", node.at.at("end"), {"node": node.id}
    for name in scene.exits if scene.nodes else ():
        if name not in used:
            yield "X009", scene.top.at("exits"), {"exit": name}
    known = PLACEHOLDERS | {name for name, need in scene.needs.items() if need == "text"}
    for key, text in scene.texts.items():
        yield from place_problems(text, known, scene.text_places[key])


def check_page(file: str, reading: PageReading) -> Iterator[Problem]:
    """All problems of a season, a principle or a page."""
    yield from reading.problems
    page = reading.page
    if page is None:
        return
    if page.source is not None and page.source.document not in sources():
        place, known = page.source.at.at("document"), ", ".join(sources())
        values: dict[str, object] = {"document": page.source.document, "known": known}
        yield Problem("S015", place, values, file)
    of = Translated(page.id, page.language, page.texts[page.language], {})
    yield from translation_problems(of, reading.tables)
