"""The sheet of a case as a PDF, where the extra `pdf` (typst) is installed."""

import json
from dataclasses import asdict
from typing import Final

from game import content
from game.errors import DangolError
from game.words import Lang, words
from game.workshop.sheet import Sheet

_WORDS: Final = ("kicker", "customers", "better", "policy")


def sheet_pdf(sheet: Sheet, lang: Lang) -> bytes:
    """The bytes of the PDF; raises DangolError with the mend where typst is not installed."""
    try:
        import typst
    except ImportError:
        raise DangolError("workshop.sheet.no-pdf") from None
    said = {key: words(lang, f"workshop.sheet.{key}") for key in _WORDS}
    data = {**asdict(sheet), "version": sheet.version[:8], "lang": lang, "words": said}
    folder = content.assets()
    made: bytes = typst.compile(
        folder / "workshop" / "sheet.typ",
        font_paths=[folder / "fonts"],
        ignore_system_fonts=False,
        sys_inputs={"sheet": json.dumps(data, ensure_ascii=False)},
    )
    return made
