"""Three ways through a case for people who review it: the golden, a typical and the worst one.

Golden and worst are searched: a few of the most promising plays are kept at every turn and judged
as they stand. So they are the best and the worst that were found, and no proof that there is none
beyond. The typical one takes at each node the weak reply that costs the customer's mood least, as
somebody does who is courteous and in a hurry: each reply only once, and no critical one.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from game.case.model import Case
from game.case.nodes import Reply
from game.engine.advance import advance
from game.engine.inputs import Choose, Input
from game.engine.offers import on_offer
from game.engine.play import Play
from game.errors import IllegalMove
from game.playthrough import Header, Mode, Playthrough
from game.transcribe import transcribe
from scoring.acts import ACTS, Group
from scoring.judge import judge
from scoring.scorecard import SCORED

_WIDTH: Final = 6  # plays kept at each turn
_MOST_TURNS: Final = 40
_MOST_JUDGED: Final = 900

Order = Callable[[Playthrough], tuple[float, ...]]


def golden_path(case: Case, language: str) -> Playthrough:
    """The best play that was found: replies without a `better` first."""
    return _searched(case, language, _worth, good=True)


def worst_path(case: Case, language: str) -> Playthrough:
    """The worst play that was found: replies with a `better` first."""
    return _searched(case, language, lambda run: tuple(-one for one in _worth(run)), good=False)


def typical_path(case: Case, language: str) -> Playthrough:
    """The play of somebody who is courteous and in a hurry."""
    run = _begun(case, language)
    given: set[int] = set()
    while not run.play.ended and run.play.turn < _MOST_TURNS:
        offered = on_offer(run.play)
        fresh = [one for one in offered if one.number not in given] or list(offered)
        weak = [one for one in fresh if one.better is not None and not _is_critical(one)]
        if not fresh:
            break
        chosen = max(weak or fresh, key=lambda one: (_mood_after(run.play, one), -one.number))
        given.add(chosen.number)
        if not _took(run, chosen):
            break
    return run


def _is_critical(reply: Reply) -> bool:
    return bool(reply.breaks) or any(ACTS[a.name].group is Group.CRITICAL for a in reply.acts)


def _mood_after(play: Play, reply: Reply) -> int:
    try:
        after, _ = advance(play.case, play, Input(0, Choose(reply.id)))
    except IllegalMove:
        return -1
    return after.mood


def _worth(run: Playthrough) -> tuple[float, ...]:
    """How good a play is as it stands: an end that is passed, then the axes, then the mood."""
    card = judge(transcribe(run))
    axes = sum(card.score(axis) or 0 for axis in SCORED) - 200 * len(card.critical)
    return (float(card.passed), axes + card.resolved, run.play.mood, -run.play.turn)


def _searched(case: Case, language: str, worth: Order, good: bool) -> Playthrough:
    """A beam search: from each kept play every reply, of the kind wanted where there is one."""
    kept, ended, judged = [_begun(case, language)], [], 0
    seen: set[Play] = set()
    for _ in range(_MOST_TURNS):
        nexts: list[tuple[tuple[float, ...], int, Playthrough]] = []
        for run in kept:
            for reply in _wanted(on_offer(run.play), good):
                further = _copied(run)
                if not _took(further, reply) or _bare(further.play) in seen:
                    continue
                seen.add(_bare(further.play))
                judged += 1
                value = worth(further)
                if further.play.ended:
                    ended.append((value, -judged, further))
                else:
                    nexts.append((value, -judged, further))
        nexts.sort(key=lambda one: one[:2], reverse=True)
        kept = [one[2] for one in nexts[:_WIDTH]]
        if not kept or judged > _MOST_JUDGED:
            break
    if ended:
        return max(ended, key=lambda one: one[:2])[2]
    return kept[0] if kept else _begun(case, language)


def _wanted(offered: Sequence[Reply], good: bool) -> Sequence[Reply]:
    chosen = [one for one in offered if (one.better is None) is good]
    return chosen or offered


def _bare(play: Play) -> Play:
    """The play without what only counts: two ways to the same point are one."""
    return replace(play, turn=0, seconds=0, waited=0)


def _begun(case: Case, language: str) -> Playthrough:
    spoken = language if language in case.languages else case.language
    return Playthrough(case, Header(case.id, case.version, 0, Mode.COACH, spoken, ""))


def _copied(run: Playthrough) -> Playthrough:
    copy = Playthrough(run.case, run.header)
    copy.log, copy.chain, copy.steps = [*run.log], [*run.chain], [*run.steps]
    return copy


def _took(run: Playthrough, reply: Reply) -> bool:
    try:
        run.take(Input(0, Choose(reply.id)))
    except IllegalMove:
        return False
    return True
