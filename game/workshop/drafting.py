"""A new case to write on: a small one that is whole already, with comments that teach the language.

The texts, the comments and the shape of it are `assets/workshop/`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Final

import yaml

from game import content
from game.case.kinds import ID
from game.case.language import CHANNELS, TOUCHPOINTS
from game.case.translation import fingerprint
from game.errors import DangolError
from game.filling import fill
from game.words import Lang
from game.workshop.drafting_yaml import comment, written
from game.workshop.mending_text import place_new

OTHER: Final[Mapping[Lang, Lang]] = {"ko": "en", "en": "ko"}


@dataclass(frozen=True, slots=True)
class Wish:
    """What a trainer says of a new case; the id names its file too."""

    id: str
    channel: str = "phone"
    touchpoint: str = "core"
    season: str = "practice"
    language: Lang = "ko"


def draft(wish: Wish, folder: Path) -> tuple[Path, Path]:
    """Writes a case and its table into a folder; raises DangolError, never writes over a file."""
    check_wish(wish)
    expect_free(wish, folder)
    case, table = folder / f"{wish.id}.yaml", folder / f"{wish.id}.{OTHER[wish.language]}.yaml"
    if table.exists() or table.is_symlink():
        raise DangolError("workshop.file.taken", path=table)
    place_new(case, case_text(wish))
    place_new(table, table_text(wish))
    return case, table


def expect_free(wish: Wish, folder: Path) -> None:
    """Raises DangolError where the case of a wish would take the place of a file."""
    path = folder / f"{wish.id}.yaml"
    if path.exists() or path.is_symlink():
        raise DangolError("workshop.file.taken", path=path)


def is_name(name: str) -> bool:
    """Whether a season, or a case, may be called so."""
    return bool(ID.fullmatch(name)) and len(name) <= 60


def check_wish(wish: Wish) -> None:
    """Raises DangolError where no case can be made like this."""
    for key, name in (("id", wish.id), ("season", wish.season)):
        if not is_name(name):
            raise DangolError(f"workshop.new.{key}", name=name[:60])
    for key, word, known in (
        ("channel", wish.channel, CHANNELS),
        ("touchpoint", wish.touchpoint, TOUCHPOINTS),
    ):
        if word not in known:
            raise DangolError("workshop.new.word", field=key, name=word, known=", ".join(known))


def case_text(wish: Wish) -> str:
    """The case of a wish."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    texts = _texts(wish, wish.language)
    house = Environment(
        loader=FileSystemLoader(content.assets() / "workshop"),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    )
    return house.get_template("case.yaml.j2").render(
        id=wish.id,
        language=wish.language,
        season=wish.season,
        channel=wish.channel,
        touchpoint=wish.touchpoint,
        t=lambda key: written(texts[key]),
        note=lambda key, indent=0: _note(key, wish, indent),
    )


def table_text(wish: Wish) -> str:
    """The translation table of the case of a wish."""
    own, other = _texts(wish, wish.language), _texts(wish, OTHER[wish.language])
    lines = [
        comment(
            fill(_draft()["comments"]["table"][OTHER[wish.language]], {"of": f"{wish.id}.yaml"})
        ),
        f"of: {wish.id}",
        "format: 1",
        f"language: {OTHER[wish.language]}",
        "texts:",
    ]
    for key, text in own.items():
        lines += [
            f"  {key}:",
            f"    text: {written(other[key])}",
            f'    from: "{fingerprint(text)}"',
        ]
    return "\n".join(lines) + "\n"


def _texts(wish: Wish, language: Lang) -> dict[str, str]:
    where = _draft()["where"][wish.channel][language]
    return {key: fill(one[language], {"where": where}) for key, one in _draft()["texts"].items()}


def _note(key: str, wish: Wish, indent: int) -> str:
    text = fill(_draft()["comments"][key][wish.language], {"file": f"{wish.id}.yaml"})
    return "\n".join(comment(line, indent) for line in _folded(text, 108 - indent))


def _folded(text: str, most: int) -> Iterator[str]:
    """The lines of a text, none wider than `most` columns; Hangul counts as two."""
    for paragraph in text.splitlines():
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and _width(longer) > most:
                yield line
                line = word
            else:
                line = longer
        yield line


def _width(text: str) -> int:
    return sum(2 if letter >= "\u1100" else 1 for letter in text)


@cache
def _draft() -> dict[str, Any]:
    text = (content.assets() / "workshop" / "draft.yaml").read_text("utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.BaseLoader)
    return found
