"""How a play begins and advances: the same case, play and input give the same, always."""

import hashlib
from collections.abc import Iterable
from typing import Final, assert_never

from game.case.declared import Fact
from game.case.model import Case
from game.case.nodes import Node, Reply, Route
from game.case.spoken import TextId
from game.engine.difficulty import AS_WRITTEN, patience_with, slack_of
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
    SceneBegan,
    SilenceFell,
)
from game.engine.inputs import MOST_WAIT, Choose, Input, Say
from game.engine.offers import deadline, is_offered, wording
from game.engine.play import Play
from game.errors import IllegalMove

_MOST_STEPS: Final = 1000
_MOST_RETURNS: Final = 8

Advance = tuple[Play, tuple[Event, ...]]


def begin(
    case: Case, seed: int, memory: Iterable[str] = (), difficulty: int = AS_WRITTEN
) -> Advance:
    """The play at its first node, with what happened on the way there.

    `memory` are those of the case's memories that hold; others are passed over.
    """
    scene, slack = case.scenes[0], slack_of(case, difficulty)
    customer, clock = scene.customer, scene.clock
    play = Play(
        case,
        seed,
        scene.start,
        customer.mood,
        patience_with(customer.patience, slack),
        tuple(first_value(fact, seed) for fact in case.facts),
        moods=tuple(
            (one.mood, patience_with(one.patience, slack)) for one in case.customers.values()
        ),
        memory=frozenset(memory).intersection(case.remembers),
        time=clock.start if clock else 0,
        visits=(0,) * len(case.counted),
        slack=slack,
    )
    turn = _Turn(case, play)
    turn.enter(scene.start)
    return turn.play, tuple(turn.events)


def first_value(fact: Fact, seed: int) -> int | str:
    """What a variable starts with: as written, or the word that the seed picks."""
    if not fact.any_of:
        return fact.start
    key = f"{seed}/fact/{fact.id}".encode()
    pick = int.from_bytes(hashlib.blake2b(key, digest_size=4).digest(), "big")
    return fact.words[pick % len(fact.words)]


def advance(case: Case, play: Play, taken: Input) -> Advance:
    """The play after `taken`, and what happened; raises IllegalMove and changes nothing.

    `case` is the case of the play; the seconds of `taken.wait` are the trainee's.
    """
    if play.ended:
        raise IllegalMove("move.ended")
    if not 0 <= taken.wait <= MOST_WAIT:
        raise IllegalMove("move.wait", most=MOST_WAIT)
    turn, move = _Turn(case, play), taken.move
    if taken.wait:
        turn.wait(taken.wait)
    if isinstance(move, Choose):
        turn.reply(move.reply, None)
    elif isinstance(move, Say):
        if move.meant is None:
            turn.unclear(move.text)
        else:
            turn.reply(move.meant, move.text)
    elif move is not None:
        assert_never(move)
    return turn.play, tuple(turn.events)


class _Turn(Effects):
    """One call of `advance`: the way from node to node until one waits for the trainee."""

    __slots__ = ()

    def wait(self, seconds: int) -> None:
        while seconds and not self.play.ended:
            left = deadline(self.play)
            passed = seconds if left is None else min(seconds, left)
            self.now["waited"] += passed
            self.now["seconds"] += passed
            if passed == left:
                self.now["late"] = True
                self.silence()
            seconds -= passed

    def silence(self) -> None:
        node = self.case.nodes[self.play.node]
        assert node.timer is not None
        self.events.append(SilenceFell(node.id))
        self.interrupt(node.timer.go)

    def interrupt(self, to: str) -> None:
        """Goes to a node that may come `back` to this one."""
        self.remember_way()
        self.enter(to)

    def remember_way(self) -> None:
        play = self.play
        self.now["returns"] = (*play.returns, (play.node, play.late))[-_MOST_RETURNS:]

    def unclear(self, text: str) -> None:
        node, free_text = self.play.node, self.case.free_text
        if self.play.ended:
            raise IllegalMove("move.ended")
        if free_text is None:
            raise IllegalMove("move.unclear")
        self.now.update(turn=self.play.turn + 1, spoke=True, waited=0)
        self.events.append(NotUnderstood(node, text))
        self.interrupt(free_text.unclear)

    def reply(self, wanted: str, typed: str | None) -> None:
        play, now = self.play, self.now
        if play.ended:
            raise IllegalMove("move.ended")
        reply = self.case.nodes[play.node].reply(wanted)
        if reply is None or not is_offered(play, reply):
            raise IllegalMove("move.reply", reply=wanted, node=play.node)
        chosen = now["chosen"]
        first = not chosen >> reply.number & 1
        if first:
            now["chosen"] = chosen | 1 << reply.number
        now["turn"] += 1
        now["spoke"], now["waited"] = True, 0
        self.events.append(ReplyGiven(play.node, reply.id, typed))
        told = play.told
        self.effects(reply, first)
        if reply.answer is not None or self.case.hidden:
            self.answer(reply, told)
        to: str | None = None
        if now["patience"] <= 0:
            to = self.leaving()
        to = to or self.following(reply.go)
        while to is not None:
            to = self.arrive(to)

    def answer(self, reply: Reply, told: frozenset[str]) -> None:
        """The customer's answer, then what they tell or hide; `told` is what was out before."""
        text = wording(reply.answer, self.play) if reply.answer else None
        if text is not None:
            who = reply.who or self.case.nodes[self.play.node].who
            self.events.append(CustomerSpoke(text, False, who))
            self.now["spoke"] = False
        if self.case.hidden:
            drawn = self.drawn_out(reply)
            for secret in (*(one for one in reply.tells if one not in told), *drawn):
                self.speak_of(secret)
            for secret in reply.denies:
                if secret not in self.play.told:
                    self.speak_of(secret, denies=True)

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
        now, node = self.now, self.case.nodes[to]
        seen = now["seen"]
        again = seen >> node.number & 1 == 1
        if not again:
            now["seen"] = seen | 1 << node.number
        now["node"], now["waited"], now["late"] = to, 0, False
        if node.opens:
            self.change_scene(to)
        if self.case.counted and to in self.case.counted:
            self.count(to)
        self.events.append(NodeEntered(to))
        if node.jump is not None:
            now["time"], now["clock"] = node.jump, 0
        if node.stirs:
            self.effects(node, not again)
        self.tell(node, again)
        if node.end is not None:
            self.end(node)
            return None
        left = self.leaving() if now["patience"] <= 0 else None
        return left or (None if node.replies else self.following(node.go))

    def change_scene(self, to: str) -> None:
        """A scene begins when its first node is entered from outside it."""
        case, play = self.case, self.play
        scene = next((i for i, one in enumerate(case.scenes) if one.start == to), play.scene)
        if scene == play.scene and self.events:
            return
        people = list(case.customers)
        moods = list(play.moods)
        moods[people.index(play.contact.customer.id)] = (play.mood, play.patience)
        entered = case.scenes[scene]
        mood, patience = moods[people.index(entered.customer.id)]
        self.now.update(scene=scene, moods=tuple(moods), mood=mood, patience=patience)
        self.now.update(returns=(), clock=0)
        self.has_left = False
        if entered.clock:
            self.now["time"] = entered.clock.start
        self.events.append(SceneBegan(entered.id))

    def count(self, node: str) -> None:
        visits = list(self.play.visits)
        visits[self.case.counted.index(node)] += 1
        self.now["visits"] = tuple(visits)

    def tell(self, node: Node, again: bool) -> None:
        """What a node shows and says; on a later visit only if the trainee spoke last."""
        if node.scene is not None:
            self.show(Noted.SCENE, wording(node.scene, self.play))
        if node.desk is not None:
            self.show(Noted.DESK, wording(node.desk, self.play))
        line = (node.again or node.say) if again else node.say
        if line is None or (again and not self.now["spoke"]):
            return
        text = line.only or wording(line, self.play)
        if text is not None:
            self.events.append(CustomerSpoke(text, node.gives_thanks, node.who))
            self.now["spoke"] = False

    def show(self, kind: Noted, text: TextId | None) -> None:
        if text is not None:
            self.events.append(NoteShown(kind, text))

    def following(self, routes: Iterable[Route]) -> str | None:
        """The node that the first open way leads to; None where the play stays or goes back."""
        for route in routes:
            if route.when is None or route.when.holds(self.play):
                return self.taken(route) if route.turns else route.to
        return None

    def taken(self, route: Route) -> str | None:
        if route.to == "back":
            return self.back()
        if route.aside:
            self.remember_way()
        return None if route.to == "stay" else route.to

    def back(self) -> str | None:
        """Returns to the interrupted node without entering it again; a timer runs out once.

        Where nothing was interrupted, the play goes on to the first node of its scene.
        """
        if not self.play.returns:
            return self.play.contact.start
        *rest, (to, late) = self.play.returns
        self.now.update(node=to, returns=tuple(rest), late=late, waited=0)
        return None

    def leaving(self) -> str | None:
        """The node that a customer whose patience ended leaves by; nobody leaves twice at once."""
        if self.play.patience > 0 or self.has_left:
            return None
        leaves = self.play.contact.leaves
        if leaves is None or self.play.node == leaves:
            return None
        self.has_left = True
        self.events.append(CustomerLeft())
        return leaves

    def end(self, node: Node) -> None:
        if node.letter is not None:
            self.show(Noted.LETTER, wording(node.letter, self.play))
        assert node.end is not None
        self.now["ended"] = True
        self.events.append(CaseEnded(node.id, node.end))
