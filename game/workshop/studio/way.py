"""A way to a node: the replies that lead there, for a play to begin where an author is writing."""

from collections import deque
from dataclasses import replace
from typing import Final

from game.case.model import Case
from game.engine.advance import advance, begin
from game.engine.events import NodeEntered
from game.engine.inputs import Choose, Input, Say
from game.engine.offers import deadline, on_offer
from game.engine.play import Play
from game.errors import IllegalMove

_MOST: Final = 20_000  # moves tried


def way_to(case: Case, node: str, seed: int) -> list[Input] | None:
    """The fewest inputs that bring a play to a node; None where none was found in good time."""
    start, events = begin(case, seed)
    if any(isinstance(event, NodeEntered) and event.node == node for event in events):
        return []
    waiting: deque[tuple[Play, tuple[Input, ...]]] = deque([(start, ())])
    met, tried = {_bare(start)}, 0
    while waiting and tried < _MOST:
        play, way = waiting.popleft()
        for move in _moves(play):
            tried += 1
            try:
                after, events = advance(case, play, move)
            except IllegalMove:
                continue
            if any(isinstance(event, NodeEntered) and event.node == node for event in events):
                return [*way, move]
            bare = _bare(after)
            if bare not in met and not after.ended:
                met.add(bare)
                waiting.append((after, (*way, move)))
    return None


def _moves(play: Play) -> list[Input]:
    moves = [Input(0, Choose(reply.id)) for reply in on_offer(play)]
    left = deadline(play)
    if left is not None:
        moves.append(Input(left, None))
    if play.case.free_text is not None:
        moves.append(Input(0, Say("?", None)))
    return moves


def _bare(play: Play) -> Play:
    """The play without what only counts up: two ways to the same point are one."""
    return replace(play, turn=0, seconds=0, waited=0, spoke=False)
