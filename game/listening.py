"""Hearing a typed reply: which reply on offer it means, and what its own words do.

The models behind it take a second and more to load. Until they are there, and where they cannot be
had, a plainer reader answers; which one it was stands beside what was read.
"""

import os
import threading
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from game.case.model import Case
from game.case.nodes import Node, Reply
from game.engine.events import CustomerSpoke
from game.engine.inputs import Say
from game.engine.offers import on_offer
from game.engine.readings import MOST, Read, ReadAct, ReadGuard
from game.playthrough import Playthrough
from game.transcribe import Reads, said_by_trainee, text_in
from scoring.acts import ACTS, Target
from scoring.transcript import Act

if TYPE_CHECKING:
    from scoring.reading.context import Context
    from scoring.reading.match import Match
    from scoring.reading.reader import Reader
    from scoring.typed import Heard

LONGEST_WAIT = 10.0


class Ear:
    """What hears typed replies; one is enough for the whole program.

    With `sharp` it may load the sentence vectors, about 1.5 s and 150 MB; else it never does.
    """

    def __init__(self, sharp: bool = True) -> None:
        self._sharp = sharp
        self._reader: Reader | None = None
        self._thread: threading.Thread | None = None
        self._missing = False
        self._moment: tuple[str, str] | None = None
        self._ahead: Iterator[str] = iter(())

    @property
    def reader(self) -> "Reader":
        """The reader as it is now; opened when it is first asked for."""
        from scoring.reading.reader import Reader

        if self._reader is None:
            self._reader = Reader.open()
        return self._reader

    @property
    def is_dull(self) -> bool:
        """Whether it is known by now that the sentence vectors cannot be had."""
        return self._missing

    @property
    def trouble(self) -> str:
        """Which model file is missing or broken, "" where none is or none was opened yet."""
        from scoring.reading import match

        if self._reader is None:
            return ""
        return "; ".join(one for one in (self.reader.trouble, match.trouble()) if one)

    def begin(self) -> None:
        """Loads the models in the background, once; returns at once."""
        if self._sharp and self._thread is None:
            self._thread = threading.Thread(target=self._load, name="reader", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Waits until the models are there, or cannot be had; begins to load them if need be."""
        self.begin()
        if self._thread is not None:
            self._thread.join(LONGEST_WAIT)

    def _load(self) -> None:
        self._missing = not self.reader.warm()

    def read(self, run: Playthrough, text: str) -> "Match":
        """Which replies on offer a typed text may mean, in the language of the play.

        One with words past the customer is never taken without asking, unless it is the author's.
        """
        from scoring.reading.match import match
        from scoring.reading.past import speaks_past

        examples = examples_of(run)
        found = match(text, examples, self.reader.similarity)
        is_written = any(text.strip() in wordings for wordings in examples.values())
        if found.sure is None or is_written or not speaks_past(text):
            return found
        return replace(found, sure=None, possible=found.possible or (found.sure,))

    def hear(self, run: Playthrough, text: str, meant: str | None) -> Say:
        """The trainee's own words as a move, with what they do themselves.

        `meant` is the reply whose branch they take, None for none.
        """
        from scoring.typed import Branch, hear

        reply = run.case.nodes[run.play.node].reply(meant) if meant else None
        words = text_in(run.case, run.header, run.header.language)
        context = context_of(run, words)
        branch = Branch(words(reply.say, run.play), _acts_of(reply, words)) if reply else None
        known = tuple(_known(run, context, words))
        heard = hear(text, run.header.language, context, self.reader, branch, known)
        return Say(text, meant, _written(text, heard))

    def prepare(self, run: Playthrough) -> None:
        """Looks at one more text of the present moment beforehand, so that nobody waits for it
        after Enter; nothing to do until the sentence vectors are there.
        """
        if self._reader is None or self._reader.similarity("", []) is None:
            return
        moment = (run.digest, run.play.node)
        if moment != self._moment:
            self._moment, self._ahead = moment, _texts_ahead(run)
        for text in self._ahead:
            self._reader.similarity(text, [])
            return


def _texts_ahead(run: Playthrough) -> Iterator[str]:
    """The wordings of the replies on offer, whole and by clauses, and the words known for acts."""
    from scoring.reading.clauses import clauses

    for wordings in examples_of(run).values():
        for wording in wordings:
            yield from (wording, *clauses(wording))
    words = text_in(run.case, run.header, run.header.language)
    yield from (act.quote for act in _known(run, context_of(run, words), words))


@cache
def shared_ear() -> Ear:
    """The ear of this program; a plain one where `DANGOL_READER` says "plain", to save memory."""
    return Ear(sharp=os.environ.get("DANGOL_READER") != "plain")


def examples_of(run: Playthrough) -> Mapping[str, tuple[str, ...]]:
    """The wordings of each reply on offer, in the language of the play: its own first."""
    case, language = run.case, run.header.language
    words = text_in(case, run.header, language)
    return {
        reply.id: (words(reply.say, run.play), *_hearings(run, reply))
        for reply in on_offer(run.play)
    }


def _hearings(run: Playthrough, reply: Reply) -> tuple[str, ...]:
    case, language = run.case, run.header.language
    if reply.hears is None:
        return ()
    own = case.hearings[case.language].get(reply.hears, ())
    return case.hearings.get(language, {}).get(reply.hears, own)


def context_of(run: Playthrough, words: Reads) -> "Context":
    """What a reply is read against now: only what has shown, was done or can be meant by now.

    Feelings, deeds and harms count that have come up in the play, or that some reply on offer is
    about. The open facts of the problem are its steps; what a reply on offer says falsely is a
    false claim.
    """
    from scoring.reading.context import Context

    case, play = run.case, run.play
    offered = on_offer(play)
    aimed = {act.target for reply in offered for act in reply.acts if act.target}
    earned, done = come_about(case)
    return Context(
        customer=" ".join(_last_said(run, words)),
        feels={id: words(o.text) for id, o in case.feels.items() if id in play.shown | aimed},
        thank_for={
            id: words(one.text)
            for id, one in case.deeds.items()
            if id in play.deeds | aimed or id not in earned
        },
        harms={
            id: words(one.text)
            for id, one in case.harms.items()
            if id in play.harmed | aimed or id not in done
        },
        steps=tuple(
            words(one.text)
            for id, one in case.problem.items()
            if play.counts(id) and not play.is_solved(id)
        ),
        facts=tuple(words(page.text) for page in case.policy),
        false_claims=tuple(
            words(act.quote or reply.say)
            for reply in offered
            for act in reply.acts
            if act.name in ("misinform", "false-promise")
        ),
        said=tuple(said_by_trainee(run)),
    )


def come_about(case: Case) -> tuple[frozenset[str], frozenset[str]]:
    """The deeds and the harms that come about in the course of a case; the others hold from the
    start.
    """
    nodes = case.nodes.values()
    doing: list[Node | Reply] = [*nodes, *(one for node in nodes for one in node.replies)]
    return (
        frozenset(deed for one in doing for deed in one.earns),
        frozenset(harm for one in doing for harm in one.hurts),
    )


def _last_said(run: Playthrough, words: Reads) -> Iterator[str]:
    """What the customer has said since the trainee's last turn."""
    events = run.steps[-1].events if run.steps else run.opening
    for event in events:
        if isinstance(event, CustomerSpoke):
            yield words(event.text, run.play)


def _acts_of(reply: Reply, words: Reads) -> tuple[Act, ...]:
    say = words(reply.say)
    return tuple(
        Act(act.name, act.target, act.level, words(act.quote) if act.quote else say)
        for act in reply.acts
    )


def _known(run: Playthrough, context: "Context", words: Reads) -> Iterator[Act]:
    """The acts on what may be spoken of now, in the author's own words anywhere in the case."""
    timely = {*context.feels, *context.thank_for, *context.harms}
    for node in run.case.nodes.values():
        for reply in node.replies:
            for act in reply.acts:
                if act.quote is not None and act.target in timely:
                    yield Act(act.name, act.target, act.level, words(act.quote))


def _written(text: str, heard: "Heard") -> Read:
    """What was heard as it is written down: by offsets, no more than there is room for."""
    acts = [
        ReadAct(act.name, act.target, _level(act), start, start + len(act.quote))
        for act in heard.acts
        if act.quote and (start := text.find(act.quote)) >= 0
    ]
    guards = [
        ReadGuard(one.name, one.caps, one.start, one.end)
        for one in heard.guards
        if 0 <= one.start < one.end <= len(text)
    ]
    sure = round(100 * heard.sure)
    return Read(heard.by, sure, heard.is_judged, tuple(acts[:MOST]), tuple(guards[:MOST]))


def _level(act: Act) -> int:
    """An act that could name whom or what it is about, and does not, is at level 1."""
    is_aimless = act.target is None and ACTS[act.name].target is not Target.NOTHING
    return 1 if is_aimless and not ACTS[act.name].is_poor else act.level
