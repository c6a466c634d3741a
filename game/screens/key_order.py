"""Keys and what the input method says of them, in the order in which they were pressed.

On X11 SDL takes all that the keyboard has sent, and only then all that fcitx has said. So the key
that ends a composition comes before its last syllable; and where a busy machine took in several
keys at once, Return comes before the whole text. But fcitx says "nothing is composed" for each key
that it passes on: that is where the key belongs.
"""

from collections.abc import Sequence
from itertools import chain

import pygame

_MODIFIERS = frozenset(
    getattr(pygame, f"K_{side}{name}") for side in "LR" for name in ("SHIFT", "CTRL", "ALT", "META")
)


def in_order(batch: Sequence[pygame.event.Event]) -> list[pygame.event.Event]:
    """The events of one batch; as they came, unless keys and then an input method are in it."""
    first = next((at for at, event in enumerate(batch) if _is_told(event)), len(batch))
    told = batch[first:]
    ends = sum(_is_end(event) for event in told)
    if not ends or any(_is_key(event) or _is_letter(event) for event in told):
        return list(batch)
    ordered, *keys = _by_key(batch[:first])
    for event in told:
        ordered.append(event)
        if _is_end(event):
            ends -= 1
            passed_on = keys[:1] if ends else keys
            keys = keys[len(passed_on) :]
            ordered += chain.from_iterable(passed_on)
    return ordered


def _by_key(events: Sequence[pygame.event.Event]) -> list[list[pygame.event.Event]]:
    """What came before the first key, then each key with all that follows it."""
    groups: list[list[pygame.event.Event]] = [[]]
    for event in events:
        if _is_key(event):
            groups.append([])
        groups[-1].append(event)
    return groups


def _is_key(event: pygame.event.Event) -> bool:
    return event.type == pygame.KEYDOWN and event.key not in _MODIFIERS


def _is_letter(event: pygame.event.Event) -> bool:
    return event.type == pygame.TEXTINPUT and event.text.isascii()


def _is_told(event: pygame.event.Event) -> bool:
    """Whether the input method says it."""
    composed = event.type == pygame.TEXTINPUT and not event.text.isascii()
    return composed or event.type == pygame.TEXTEDITING


def _is_end(event: pygame.event.Event) -> bool:
    return event.type == pygame.TEXTEDITING and not event.text
