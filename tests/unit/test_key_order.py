"""Keys and the input method's words, put back into the order in which they were pressed."""

import pygame
import pytest
from pygame.event import Event

from game.screens.key_order import in_order


def key(code: int) -> Event:
    return Event(pygame.KEYDOWN, key=code, mod=0, unicode="")


def letter(text: str) -> Event:
    return Event(pygame.TEXTINPUT, text=text)


def composing(text: str) -> Event:
    return Event(pygame.TEXTEDITING, text=text, start=0, length=len(text))


SPACE, RETURN, DONE = key(pygame.K_SPACE), key(pygame.K_RETURN), composing("")
BLANK, HAN, GEUL = letter(" "), letter("한"), letter("글")


def test_each_key_stands_where_the_input_method_passed_it_on() -> None:
    batch = [SPACE, BLANK, RETURN, composing("한"), HAN, DONE, composing("글"), GEUL, DONE]
    ordered = in_order(batch)
    assert ordered.index(BLANK) > ordered.index(HAN)
    assert ordered.index(BLANK) < ordered.index(GEUL) < ordered.index(RETURN)
    assert len(ordered) == len(batch)


@pytest.mark.parametrize(
    "batch",
    [
        [],
        [key(pygame.K_1)],
        [SPACE, BLANK, RETURN],
        [composing("ㅎ"), composing("하")],
        [composing("한"), HAN, DONE, SPACE, BLANK],
    ],
)
def test_what_came_in_order_stays_as_it_came(batch: list[Event]) -> None:
    assert in_order(batch) == batch
