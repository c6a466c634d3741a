"""The letters that a page brings along: of the game's own font those it shows, and no others.

A machine without a Korean font would draw Hangul as boxes. The licence of the font (OFL 1.1) lets a
part of it travel in a document, but not under the reserved name of the whole.
"""

import base64
from functools import cache
from io import BytesIO
from typing import Any, Final

from game import content

FAMILY: Final = "Dangol Page"
_WEIGHTS: Final = {400: "Regular", 700: "Bold"}
_COPYRIGHT, _LICENSE, _LICENSE_ADDRESS = 0, 13, 14  # records of a font's table of names
_FAMILY, _STYLE, _WHOLE, _POSTSCRIPT = 1, 2, 4, 6


def font_faces(text: str) -> str:
    """The style rules that give a page its letters, for every character that stands in `text`.

    About 60 kB for each of two weights where a case has five hundred syllables.
    """
    letters = "".join(sorted(set(text)))
    return "".join(
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; '
        f'src: url("data:font/woff;base64,{_embedded(name, letters)}") format("woff"); }}\n'
        for weight, name in _WEIGHTS.items()
    )


@cache
def _embedded(weight: str, letters: str) -> str:
    from fontTools import subset  # type: ignore[import-untyped]

    wanted = subset.Options()
    wanted.drop_tables += ["GDEF", "GPOS", "GSUB"]
    wanted.hinting = False
    wanted.desubroutinize = True  # smaller once it is compressed
    wanted.name_IDs = [_COPYRIGHT, _LICENSE, _LICENSE_ADDRESS]
    wanted.notdef_outline = True
    path = content.assets() / "fonts" / f"Pretendard-{weight}.otf"
    made = BytesIO()
    with subset.load_font(path, wanted) as font:
        cutter = subset.Subsetter(wanted)
        cutter.populate(text=letters)
        cutter.subset(font)
        _rename(font, weight)
        font.flavor = "woff"
        font.save(made)
    return base64.b64encode(made.getvalue()).decode("ascii")


def _rename(font: Any, weight: str) -> None:
    """The changed font by a name of its own, wherever it tells its name."""
    plain = FAMILY.replace(" ", "")
    told = {
        _FAMILY: FAMILY,
        _STYLE: weight,
        _WHOLE: f"{FAMILY} {weight}",
        _POSTSCRIPT: f"{plain}-{weight}",
    }
    for record, name in told.items():
        font["name"].setName(name, record, 3, 1, 0x409)
    outlines = font["CFF "].cff
    outlines.fontNames = [told[_POSTSCRIPT]]
    top = outlines.topDictIndex[0]
    top.FamilyName, top.FullName = FAMILY, told[_WHOLE]
