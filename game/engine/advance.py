"""How a play begins and advances: the same case, play and input give the same, always."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final, assert_never

from game.case.model import Case, Node, Reply, Route, TextId
from game.engine.effects import Effects
from game.engine.events import (
    CaseEnded,
    CustomerLeft,
    CustomerSpoke,
    Event,
    NodeEntered,
    Noted,
    NoteShown,
    NotUnderstood,
    ReplyGiven,
    SilenceFell,
)
from game.engine.inputs import MOST_WAIT, Choose, Input, Say
from game.engine.offers import deadline, is_offered, wording
from game.engine.play import Play
from game.errors import IllegalMove

_MOST_STEPS: Final = 1000
_MOST_RETURNS: Final = 8

Advance = tuple[Play, tuple[Event, ...]]


def begin(case: Case, seed: int) -> Advance:
    """The play at its first node, with what happened on the way there."""
    customer = case.scenes[0].customer
    start = case.scenes[0].start
    play = Play(
        case, seed, start, customer.mood, customer.patience, tuple(one.start for one in case.facts)
    )
    turn = _Turn(play)
    turn.enter(start)
    return turn.frozen()


def advance(case: Case, play: Play, taken: Input) -> Advance:
    """The play after `taken`, and what happened; raises IllegalMove and changes nothing.

    `case` is the case of the play; the seconds of `taken.wait` are the trainee's.
    """
    if play.ended:
        raise IllegalMove("move.ended")
    if not 0 <= taken.wait <= MOST_WAIT:
        raise IllegalMove("move.wait", most=MOST_WAIT)
    turn = _Turn(play if play.case is case else replace(play, case=case))
    turn.wait(taken.wait)
    match taken.move:
        case None:
            pass
        case Choose(reply):
            turn.reply(reply, None)
        case Say(text, str(meant)):
            turn.reply(meant, text)
        case Say(text, _):
            turn.unclear(text)
        case _:
            assert_never(taken.move)
    return turn.frozen()


class _Turn(Effects):
    """One call of `advance`: the way from node to node until one waits for the trainee."""

    def __init__(self, play: Play) -> None:
        super().__init__(play)
        self.steps = 0
        self.has_left = False

    def frozen(self) -> Advance:
        return self.play, tuple(self.events)

    def wait(self, seconds: int) -> None:
        while seconds and not self.play.ended:
            play, left = self.play, deadline(self.play)
            passed = seconds if left is None else min(seconds, left)
            self.change(waited=play.waited + passed, seconds=play.seconds + passed)
            if passed == left:
                self.change(late=True)
                self.silence()
            seconds -= passed

    def silence(self) -> None:
        node = self.play.case.nodes[self.play.node]
        assert node.timer is not None
        self.events.append(SilenceFell(node.id))
        self.interrupt(node.timer.go)

    def interrupt(self, to: str) -> None:
        """Goes to a node that may come `back` to this one."""
        play = self.play
        self.change(returns=(*play.returns, (play.node, play.late))[-_MOST_RETURNS:])
        self.enter(to)

    def unclear(self, text: str) -> None:
        node, free_text = self.play.node, self.play.case.free_text
        if self.play.ended:
            raise IllegalMove("move.ended")
        if free_text is None:
            raise IllegalMove("move.unclear")
        self.change(turn=self.play.turn + 1, spoke=True, waited=0)
        self.events.append(NotUnderstood(node, text))
        self.interrupt(free_text.unclear)

    def reply(self, wanted: str, typed: str | None) -> None:
        play = self.play
        if play.ended:
            raise IllegalMove("move.ended")
        reply = play.case.nodes[play.node].reply(wanted)
        if reply is None or not is_offered(play, reply):
            raise IllegalMove("move.reply", reply=wanted, node=play.node)
        first = not play.chosen >> reply.number & 1
        chosen = play.chosen | 1 << reply.number
        self.change(turn=play.turn + 1, spoke=True, chosen=chosen, waited=0)
        self.events.append(ReplyGiven(play.node, reply.id, typed))
        self.effects(reply, gains=first)
        self.answer(reply)
        to = self.leaving() or self.following(reply.go)
        if to is not None:
            self.enter(to)

    def answer(self, reply: Reply) -> None:
        text = wording(reply.answer, self.play) if reply.answer else None
        if text is not None:
            self.say(text)

    def say(self, text: TextId, thanks: bool = False) -> None:
        self.events.append(CustomerSpoke(text, thanks))
        self.change(spoke=False)

    def enter(self, to: str) -> None:
        """Enters a node and goes on until one waits for the trainee or the case ends."""
        following: str | None = to
        while following is not None:
            following = self.arrive(following)

    def arrive(self, to: str) -> str | None:
        """Enters one node and gives the node that the play goes on to by itself."""
        self.steps += 1
        if self.steps > _MOST_STEPS:
            raise IllegalMove("move.endless", node=to)
        play, node = self.play, self.play.case.nodes[to]
        again = bool(play.seen >> node.number & 1)
        self.change(node=to, seen=play.seen | 1 << node.number, waited=0, late=False)
        self.events.append(NodeEntered(to))
        self.effects(node, gains=not again)
        self.tell(node, again)
        if node.end is not None:
            self.end(node)
            return None
        return self.leaving() or (None if node.replies else self.following(node.go))

    def tell(self, node: Node, again: bool) -> None:
        """What a node shows and says; on a later visit only if the trainee spoke last."""
        for kind, line in ((Noted.SCENE, node.scene), (Noted.DESK, node.desk)):
            text = wording(line, self.play) if line else None
            if text is not None:
                self.events.append(NoteShown(kind, text))
        line = (node.again or node.say) if again else node.say
        if line is None or (again and not self.play.spoke):
            return
        text = wording(line, self.play)
        if text is not None:
            self.say(text, thanks=node.gives_thanks)

    def following(self, routes: Iterable[Route]) -> str | None:
        """The node that a way leads to; None where the play stays or has gone back."""
        to = next(
            (one.to for one in routes if one.when is None or one.when.holds(self.play)), "stay"
        )
        if to == "back":
            self.back()
        return None if to in ("stay", "back") else to

    def back(self) -> None:
        """Returns to the interrupted node without entering it again; a timer runs out once."""
        *rest, (to, late) = self.play.returns or ((self.play.case.scenes[0].start, False),)
        self.change(node=to, returns=tuple(rest), late=late, waited=0)

    def leaving(self) -> str | None:
        """The node that a customer whose patience ended leaves by; nobody leaves twice at once."""
        leaves = self.play.case.leaves
        if self.play.patience > 0 or leaves is None or self.play.node == leaves or self.has_left:
            return None
        self.has_left = True
        self.events.append(CustomerLeft())
        return leaves

    def end(self, node: Node) -> None:
        if node.letter is not None:
            self.events.append(NoteShown(Noted.LETTER, node.letter))
        assert node.end is not None
        self.change(ended=True)
        self.events.append(CaseEnded(node.id, node.end))
