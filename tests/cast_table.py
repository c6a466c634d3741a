"""The cast of portraits as the guides print it, between `<!-- cast -->` and `<!-- /cast -->`.

python -m tests.cast_table en|ko
"""

import sys
from collections.abc import Iterator

import yaml

from game import content
from game.words import Lang

_HEADS = {"en": ("`portrait`", "who it could be"), "ko": ("`portrait`", "누구일 수 있나")}


def table(lang: Lang) -> str:
    """The table in Markdown."""
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: Lang) -> Iterator[str]:
    yield f"| {' | '.join(_HEADS[lang])} |"
    yield "|---|---|"
    cast = yaml.safe_load((content.assets() / "portraits" / "cast.yaml").read_text("utf-8"))
    for folder in sorted(cast):
        base, hair, glasses = folder.split("_")
        portrait = f"{{base: {base}, hair: {hair}, glasses: {glasses}}}"
        yield f"| `{portrait}` | {cast[folder][lang]} |"


if __name__ == "__main__":
    print(table("ko" if sys.argv[1:] == ["ko"] else "en"), end="")
