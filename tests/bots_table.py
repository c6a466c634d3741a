"""The table of bots as the guides print it, between `<!-- bots -->` and `<!-- /bots -->`.

python -m tests.bots_table en|ko
"""

import sys
from collections.abc import Iterator

from game.engine.bots import BOTS, Tie
from game.words import Lang

_HEADS = {
    "en": ("Bot", "Likes best, group by group", "Among equals"),
    "ko": ("봇", "먼저 고르는 행위(묶음 차례대로)", "같을 때"),
}
_TIES = {
    "en": {Tie.FIRST: "the first listed", Tie.SHORTEST: "the shortest", Tie.LONGEST: "the longest"},
    "ko": {Tie.FIRST: "먼저 적힌 것", Tie.SHORTEST: "가장 짧은 것", Tie.LONGEST: "가장 긴 것"},
}
_GOOD = {"en": "replies without `better`; ", "ko": "`better`가 없는 답; "}


def table(lang: Lang) -> str:
    """The table in Markdown."""
    return "\n".join(_lines(lang)) + "\n"


def _lines(lang: Lang) -> Iterator[str]:
    yield f"| {' | '.join(_HEADS[lang])} |"
    yield "|---|---|---|"
    for bot in BOTS:
        groups = " · ".join(", ".join(f"`{act}`" for act in group) for group in bot.prefers)
        first = _GOOD[lang] if bot.good_only else ""
        yield f"| `{bot.id}` | {first}{groups} | {_TIES[lang][bot.tie]} |"


if __name__ == "__main__":
    print(table("ko" if sys.argv[1:] == ["ko"] else "en"), end="")
