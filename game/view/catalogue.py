"""The list of cases, for programs and for people."""

from typing import Any

from game.case.library import Library
from game.words import Lang


def catalogue_of(library: Library, lang: Lang) -> list[dict[str, Any]]:
    """One row a case: ids and facts as in the file, the title in `lang`."""
    return [
        {
            "id": case.id,
            "title": case.text(case.title, lang),
            "season": case.season,
            "level": case.level,
            "channel": case.scenes[0].channel,
            "touchpoint": case.scenes[0].touchpoint,
            "fault": case.fault,
            "source": {"document": case.source.document, "item": case.source.item},
            "languages": list(case.languages),
        }
        for case in library.playable()
    ]
