"""The briefing: the story, the open book of policy pages, the bars and the mode ladder."""

from dataclasses import dataclass

from game.case.model import Case
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
class BriefingView:
    """All that a trainee may know before the first word; `bars` are axis, name and pass mark.

    `hides` is whether the customer keeps something to themselves until they are asked rightly.
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


def pages_of(case: Case, lang: Lang) -> tuple[PolicyPage, ...]:
    """The policy pages of a case."""
    return tuple(
        PolicyPage(case.text(page.title, lang), case.text(page.text, lang)) for page in case.policy
    )


def bars_of(case: Case, lang: Lang) -> tuple[tuple[str, str, int], ...]:
    """Key, name and pass mark of each axis."""
    bars = case.bars
    marks = (
        ("resolution", bars.resolution),
        ("empathy", bars.empathy),
        ("gratitude", bars.gratitude),
    )
    return tuple((key, words(lang, f"axis.{key}"), mark) for key, mark in marks)


def briefing_view(case: Case, lang: Lang) -> BriefingView:
    """The briefing of a case in one language."""
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
        modes=tuple(_mode(mode, lang) for mode in (Mode.EXAM, Mode.COACH, Mode.EXPLORE)),
        start_words=words(lang, f"start.{scene.channel}", name=name),
        care=tuple(words(lang, f"care.{one}") for one in case.care),
        hides=bool(case.hidden),
    )


def _mode(mode: Mode, lang: Lang) -> ModeChoice:
    chips = words(lang, f"mode.{mode}.chips").split(" | ")
    return ModeChoice(
        mode, words(lang, f"mode.{mode}"), words(lang, f"mode.{mode}.text"), tuple(chips)
    )
