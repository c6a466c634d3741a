"""The page of the studio and its files; every text of a case reaches it later, as data."""

from functools import partial
from typing import Final

from markupsafe import Markup

from game import content
from game.words import Lang, words
from game.workshop.graph_page import (
    DRAWING,
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


_WEIGHTS: Final = {400: "Regular", 600: "SemiBold", 700: "Bold"}


def files() -> dict[str, tuple[bytes, str]]:
    """The files of the page by their names: what is in them, and the media type."""
    code = script(*DRAWING, "graph.js", "studio.js")
    look = _font_faces() + script("drawing.css", "graph.css", "studio.css")
    texts = {"studio.js": (code, "text/javascript"), "studio.css": (look, "text/css")}
    fonts = {
        name: ((content.assets() / "fonts" / name).read_bytes(), "font/otf")
        for name in map(_font_file, _WEIGHTS.values())
    }
    plain = {
        name: (text.encode(), f"{kind}; charset=utf-8") for name, (text, kind) in texts.items()
    }
    return plain | fonts


def _font_faces() -> str:
    """The game's own font, for a computer that has no Korean one; a page loads what it needs."""
    return "".join(
        f'@font-face {{ font-family: "Pretendard"; font-weight: {weight}; '
        f'src: local("Pretendard {name}"), url("{_font_file(name)}"); }}\n'
        for weight, name in _WEIGHTS.items()
    )


def _font_file(weight: str) -> str:
    return f"Pretendard-{weight}.otf"


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
