"""The page of the studio and its files; every text of a case reaches it later, as data."""

from functools import partial

from markupsafe import Markup

from game.words import Lang, words
from game.workshop.graph_page import (
    as_script_data,
    layout_script,
    script,
    signs,
    spoken,
    template,
)

_WORDS = (
    *(
        "saved",
        "problems-none",
        "problems-some",
        "broken",
        "no-play",
        "parted",
        "ended",
        "deep-due",
    ),
    *("deep-some", "feedback-better", "to-here", "no-way", "silence", "lost", "turn"),
    *("patience", "no-case", "at"),
)


def files(lang: Lang) -> dict[str, tuple[str, str]]:
    """The files of the page by their names: text and media type."""
    code = script("drawing.js", "graph.js", "studio.js")
    look = script("drawing.css", "graph.css", "studio.css")
    return {"studio.js": (code, "text/javascript"), "studio.css": (look, "text/css")}


def page(lang: Lang) -> str:
    """The page; what it shows, it asks for when it is open."""
    said = spoken(lang) | {key: words(lang, f"workshop.studio.{key}") for key in _WORDS}
    said |= {f"voice.{key}": words(lang, f"console.{key}") for key in ("desk", "scene", "letter")}
    return str(
        template("studio.html.j2").render(
            lang=lang,
            word=partial(words, lang),
            signs=signs(),
            data=as_script_data({"words": said}),
            layout=Markup(layout_script()),
        )
    )
