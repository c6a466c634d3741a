"""The words that several views share: channel, touchpoint, mode, mood, source."""

from game.case.checks.references import sources
from game.case.declared import Source
from game.case.model import Case
from game.engine.difficulty import AS_WRITTEN
from game.view.faces import face_of
from game.words import Lang, words


def place_of(case: Case, lang: Lang, number: int = 0) -> str:
    """Channel and touchpoint of a scene and the level of its case, in one line."""
    scene = case.scenes[number]
    parts = (
        words(lang, f"channel.{scene.channel}"),
        words(lang, f"touchpoint.{scene.touchpoint}"),
        words(lang, "level", level=case.level),
    )
    return " · ".join(parts)


def how_words(mode: str, difficulty: int, lang: Lang) -> str:
    """How a play was begun: its mode, and the level where that is not as the author wrote it."""
    name = words(lang, f"mode.{mode}")
    if difficulty == AS_WRITTEN:
        return name
    return words(lang, "difficulty.beside", mode=name, level=difficulty)


def mood_word(mood: int, lang: Lang) -> str:
    """The word for the face of a mood of 0 to 100."""
    return words(lang, f"face.{face_of(mood)}")


def source_of(case: Case, lang: Lang) -> str:
    """The article and curriculum item that a case comes from, in one line."""
    return source_words(case.source, lang)


def source_words(source: Source, lang: Lang) -> str:
    """An article, and an item of the curriculum where there is one, in one line."""
    title = sources().get(source.document, {}).get(lang, "")
    key = "source.item" if source.item else "source"
    return words(lang, key, document=source.document, title=title, item=source.item)
