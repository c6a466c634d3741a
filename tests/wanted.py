"""A line that a customer is to say, with sensible values for all that a test does not name."""

from dataclasses import replace
from typing import Any

from game.case.spoken import TextId
from game.customers.wanted import CustomerLineWanted
from game.words import Lang


def a_line(meaning: str, lang: Lang = "ko", **given: Any) -> CustomerLineWanted:
    """A line with this meaning, of somebody in a middling mood."""
    line = CustomerLineWanted(
        line=TextId("opens.say"),
        meaning=meaning,
        language=lang,
        name="박정우" if lang == "ko" else "Jung-woo Park",
        who="",
        tone="",
        never=(),
        mood=50,
        thanks=False,
        told=(),
        secrets=(),
        heard=(),
        reply="",
    )
    return replace(line, **given)
