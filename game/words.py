"""The interface's own words, Korean and English, with Korean particles that agree.

The tables are `assets/words/ko.yaml` and `en.yaml`: one flat mapping of key to text, with places as
`filling` knows them. Cases use the same notation, so trainers and translators learn one.
"""

from collections.abc import Mapping
from functools import cache
from typing import Literal, get_args

import yaml

from game import content
from game.filling import fill

Lang = Literal["ko", "en"]
LANGUAGES: tuple[Lang, ...] = get_args(Lang)


@cache
def _table(lang: Lang) -> Mapping[str, str]:
    path = content.assets() / "words" / f"{lang}.yaml"
    table: dict[str, str] = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)
    return table


def words(lang: Lang, key: str, **values: object) -> str:
    """The text of `key` in `lang` with its places filled; a missing key raises KeyError."""
    return fill(_table(lang)[key], values)


def knows(lang: Lang, key: str) -> bool:
    """Whether the table of `lang` has `key`."""
    return key in _table(lang)
