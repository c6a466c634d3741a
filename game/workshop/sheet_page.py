"""The sheet of a case as one HTML page that needs nothing else: to read, to print, to hand on.

The template and the style sheet are `assets/workshop/`.
"""

from typing import Final

from game import content
from game.words import Lang, words
from game.workshop.page_font import font_faces
from game.workshop.sheet import Sheet

BEGINNING: Final = b"<!DOCTYPE html>\n"


def sheet_page(sheet: Sheet, lang: Lang) -> str:
    """The whole page; every text of the sheet is escaped."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined
    from markupsafe import Markup

    house = Environment(
        loader=FileSystemLoader(content.assets() / "workshop"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )

    def word(key: str, **values: object) -> str:
        return words(lang, f"workshop.sheet.{key}", **values)

    template = house.get_template("sheet.html.j2")
    told = {"sheet": sheet, "lang": lang, "word": word}
    letters = font_faces(template.render(told, letters=""))
    return template.render(told, letters=Markup(letters))
