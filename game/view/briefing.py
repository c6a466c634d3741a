"""The briefing: the story, the open book of policy pages, the bars and the mode ladder."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.case.model import Case
from game.engine.difficulty import AS_WRITTEN, DIALS, bar_at, slack_of
from game.playthrough import Mode
from game.view.faces import face_of
from game.view.wording import mood_word, place_of, source_of
from game.words import Lang, words


@dataclass(frozen=True, slots=True)
class PolicyPage:
    """One page of the open book."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class ModeChoice:
    """One rung of the mode ladder; `chips` are two or three words on rewind and record."""

    mode: str
    name: str
    text: str
    chips: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LevelView:
    """One level of the dial: its number, its name, what it changes, and the pass marks on it."""

    number: int
    name: str
    text: str
    bars: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class SceneView:
    """One of several scenes: its title, and through which channel at which touchpoint."""

    title: str
    channel: str
    channel_name: str
    touchpoint_name: str


@dataclass(frozen=True, slots=True)
class BriefingView:
    """All that a trainee may know before the first word; `bars` are axis, name and pass mark.

    `hides` is whether the customer keeps something to themselves until they are asked rightly.
    `scenes` is empty where there is only one, `remembered` what is known of earlier cases, `twin`
    a sentence on a case that is played in exams alone, "" for any other. `bars` are those of the
    case as it is written; each of `levels` has its own.
    """

    case: str
    title: str
    place: str
    channel: str
    channel_name: str
    portrait: str
    face: str
    mood_word: str
    customer: str
    about: str
    wants: str
    brief: str
    source: str
    bars: tuple[tuple[str, str, int], ...]
    pages: tuple[PolicyPage, ...]
    modes: tuple[ModeChoice, ...]
    start_words: str
    care: tuple[str, ...] = ()
    hides: bool = False
    scenes: tuple[SceneView, ...] = ()
    remembered: tuple[str, ...] = ()
    twin: str = ""
    levels: tuple[LevelView, ...] = ()


def pages_of(case: Case, lang: Lang) -> tuple[PolicyPage, ...]:
    """The policy pages of a case."""
    return tuple(
        PolicyPage(case.text(page.title, lang), case.text(page.text, lang)) for page in case.policy
    )


def bars_of(case: Case, lang: Lang, level: int = AS_WRITTEN) -> tuple[tuple[str, str, int], ...]:
    """Key, name and pass mark of each axis."""
    bars = case.bars
    marks = (
        ("resolution", bars.resolution),
        ("empathy", bars.empathy),
        ("gratitude", bars.gratitude),
    )
    return tuple((key, words(lang, f"axis.{key}"), bar_at(mark, level)) for key, mark in marks)


def modes_of(case: Case) -> tuple[Mode, ...]:
    """The modes in which a case may be begun; an unseen twin is for exams alone."""
    return (Mode.EXAM,) if case.twin else (Mode.EXAM, Mode.COACH, Mode.EXPLORE)


def briefing_view(case: Case, lang: Lang, memory: Collection[str] = ()) -> BriefingView:
    """The briefing of a case in one language; `memory` names what holds of its memories."""
    scene = case.scenes[0]
    customer = scene.customer
    name = case.text(customer.name, lang)
    return BriefingView(
        case=case.id,
        title=case.text(case.title, lang),
        place=place_of(case, lang),
        channel=scene.channel,
        channel_name=words(lang, f"channel.{scene.channel}"),
        portrait=customer.portrait.folder,
        face=face_of(customer.mood),
        mood_word=mood_word(customer.mood, lang),
        customer=name,
        about=case.text(customer.about, lang) if customer.about else "",
        wants=case.text(customer.wants, lang) if customer.wants else "",
        brief=case.text(case.brief, lang),
        source=source_of(case, lang),
        bars=bars_of(case, lang),
        pages=pages_of(case, lang),
        modes=tuple(_mode(mode, lang) for mode in modes_of(case)),
        start_words=words(lang, f"start.{scene.channel}", name=name),
        care=tuple(words(lang, f"care.{one}") for one in case.care),
        hides=bool(case.hidden),
        scenes=tuple(_scenes(case, lang)) if len(case.scenes) > 1 else (),
        remembered=tuple(
            case.text(one.text, lang) for one in case.remembers.values() if one.id in memory
        ),
        twin=words(lang, "briefing.twin") if case.twin else "",
        levels=tuple(_level(case, level, lang) for level in DIALS),
    )


def _scenes(case: Case, lang: Lang) -> Iterator[SceneView]:
    for scene in case.scenes:
        yield SceneView(
            case.text(scene.title, lang) if scene.title else "",
            scene.channel,
            words(lang, f"channel.{scene.channel}"),
            words(lang, f"touchpoint.{scene.touchpoint}"),
        )


def _level(case: Case, level: int, lang: Lang) -> LevelView:
    """A level; where the case asks how much patience is left, only the pass marks move."""
    still = ".bars" if level != AS_WRITTEN and not slack_of(case, level) else ""
    text = words(lang, f"difficulty.{level}.text{still}")
    return LevelView(level, words(lang, f"difficulty.{level}"), text, bars_of(case, lang, level))


def _mode(mode: Mode, lang: Lang) -> ModeChoice:
    chips = words(lang, f"mode.{mode}.chips").split(" | ")
    return ModeChoice(
        mode, words(lang, f"mode.{mode}"), words(lang, f"mode.{mode}.text"), tuple(chips)
    )
