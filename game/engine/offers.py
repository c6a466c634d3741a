"""What a play offers now: the replies, the time left, the wording of a line."""

import hashlib

from game.case.nodes import Reply
from game.case.spoken import Line, TextId
from game.engine.play import Play


def on_offer(play: Play) -> tuple[Reply, ...]:
    """The replies that can be given now, in the author's order."""
    if play.ended:
        return ()
    replies, chosen = play.case.nodes[play.node].replies, play.chosen
    return tuple(
        [  # a list first: a generator costs half as much again as all the rest
            reply
            for reply in replies
            if (reply.when is None or reply.when.holds(play))
            and not (reply.once and chosen >> reply.number & 1)
        ]
    )


def deadline(play: Play) -> int | None:
    """The trainee's seconds left before the customer speaks up; None where nothing presses."""
    timer = play.case.nodes[play.node].timer
    if timer is None or play.late or play.ended:
        return None
    return max(0, timer.after - play.waited)


def is_offered(play: Play, reply: Reply) -> bool:
    """Whether a reply of the present node can be given now."""
    if reply.once and play.chosen >> reply.number & 1:
        return False
    return reply.when is None or reply.when.holds(play)


def wording(line: Line, play: Play) -> TextId | None:
    """The text of a line now: the first variant that holds, or the one that the seed picks."""
    if line.only is not None:
        return line.only
    if line.any_of:
        key = f"{play.seed}/{line.variants[0].text}/{play.turn}".encode()
        pick = int.from_bytes(hashlib.blake2b(key, digest_size=4).digest(), "big")
        return line.variants[pick % len(line.variants)].text
    holds = (one for one in line.variants if one.when is None or one.when.holds(play))
    return next((one.text for one in holds), None)
