"""The title: which cases there are, and the play that was left unfinished."""

from dataclasses import dataclass

from game.case.model import Case
from game.playthrough import Playthrough
from game.view.wording import place_of
from game.words import Lang, words


@dataclass(frozen=True, slots=True)
class CaseCard:
    """One case as a card: `place` is its channel, touchpoint and level in words."""

    case: str
    title: str
    place: str
    channel: str
    brief: str
    portrait: str
    level: int


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A play that can be resumed: `save` names it, `where` says turn, mode and when."""

    save: str
    case: str
    title: str
    where: str
    portrait: str


@dataclass(frozen=True, slots=True)
class TitleView:
    """What the title shows; `notices` are one-sentence warnings (a save set aside, say)."""

    cards: tuple[CaseCard, ...]
    unfinished: Unfinished | None
    notices: tuple[str, ...] = ()


def card_of(case: Case, lang: Lang) -> CaseCard:
    """The card of one case."""
    return CaseCard(
        case=case.id,
        title=case.text(case.title, lang),
        place=place_of(case, lang),
        channel=case.scenes[0].channel,
        brief=case.text(case.brief, lang),
        portrait=case.scenes[0].customer.portrait.folder,
        level=case.level,
    )


def unfinished_of(save: str, run: Playthrough, lang: Lang) -> Unfinished:
    """The card of a play that was left."""
    mode = words(lang, f"mode.{run.header.mode}")
    return Unfinished(
        save=save,
        case=run.case.id,
        title=run.case.text(run.case.title, lang),
        where=words(lang, "title.where", turn=run.play.turn, mode=mode),
        portrait=run.case.scenes[0].customer.portrait.folder,
    )
