"""The list of cases, for programs and for people."""

from typing import Any

from game.case.library import Library
from game.words import Lang


def catalogue_of(library: Library, lang: Lang) -> list[dict[str, Any]]:
    """One row a case: ids and facts as in the file, the title in `lang`."""
    return [
        {
            "id": one.id,
            "title": one.title(lang),
            "season": one.season,
            "level": one.level,
            "channel": one.channel,
            "touchpoint": one.touchpoint,
            "fault": one.fault,
            "source": {"document": one.source.document, "item": one.source.item},
            "languages": list(one.titles),
        }
        for one in library.headings()
    ]
