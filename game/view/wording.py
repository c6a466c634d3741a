"""The words that several views share: channel, touchpoint, mode, mood, source."""

from game.case.checks.references import sources
from game.case.model import Case
from game.view.faces import face_of
from game.words import Lang, words


def place_of(case: Case, lang: Lang) -> str:
    """Channel, touchpoint and level of a case in one line."""
    scene = case.scenes[0]
    parts = (
        words(lang, f"channel.{scene.channel}"),
        words(lang, f"touchpoint.{scene.touchpoint}"),
        words(lang, "level", level=case.level),
    )
    return " · ".join(parts)


def mood_word(mood: int, lang: Lang) -> str:
    """The word for the face of a mood of 0 to 100."""
    return words(lang, f"face.{face_of(mood)}")


def source_of(case: Case, lang: Lang) -> str:
    """The article and curriculum item that a case comes from, in one line."""
    title = sources().get(case.source.document, {}).get(lang, "")
    key = "source.item" if case.source.item else "source"
    return words(lang, key, document=case.source.document, title=title, item=case.source.item)
