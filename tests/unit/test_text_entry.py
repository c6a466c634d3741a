"""The text entry: Hangul composition as input methods really send it, editing, and the limit."""

from collections.abc import Sequence

import pygame
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screens.widgets.text_entry import TextEntry
from game.screens.widgets.text_line import LIMIT, TextLine
from game.screens.widgets.widget import Submitted

Event = pygame.event.Event
RETURN = pygame.K_RETURN


def composing(text: str) -> Event:
    return Event(pygame.TEXTEDITING, text=text, start=0, length=len(text))


def final(text: str) -> Event:
    return Event(pygame.TEXTINPUT, text=text)


def key(code: int, mod: int = 0) -> Event:
    return Event(pygame.KEYDOWN, key=code, mod=mod, unicode="")


def feed(entry: TextEntry, *batches: Sequence[Event]) -> list[str]:
    """What the entry sends off when it gets the batches one after the other."""
    sent = []
    for batch in batches:
        intents = [
            entry.on_key(event) if event.type == pygame.KEYDOWN else entry.on_text(event)
            for event in batch
        ]
        sent += [one.text for one in (*intents, entry.settle()) if isinstance(one, Submitted)]
    return sent


@pytest.fixture
def entry() -> TextEntry:
    return TextEntry("answer")


def test_composition_is_seen_before_it_is_final(entry: TextEntry) -> None:
    feed(entry, [composing("ㅎ"), composing("하"), composing("한")])
    assert (entry.line.text, entry.value, entry.is_composing) == ("", "한", True)
    feed(entry, [final("한"), composing("ㄱ"), composing("그")])
    assert (entry.line.text, entry.value) == ("한", "한그")


def test_return_while_composing_waits_for_the_last_syllable(entry: TextEntry) -> None:
    batch = [final("한"), composing("글"), key(RETURN), final("글"), composing("")]
    assert feed(entry, batch) == ["한글"]
    assert entry.value == ""


def test_last_syllable_may_come_a_batch_later(entry: TextEntry) -> None:
    sent = feed(entry, [composing("녀"), key(RETURN), composing("")], [final("녀")])
    assert sent == ["녀"]


def test_return_is_sent_although_the_composition_was_only_dropped(entry: TextEntry) -> None:
    empty: list[Event] = []
    assert feed(
        entry, [final("네"), composing("ㅎ"), key(RETURN), composing("")], empty, empty
    ) == ["네"]


def test_space_that_ends_a_composition_stands_after_it(entry: TextEntry) -> None:
    feed(entry, [final("한"), composing("글"), final(" "), final("글")])
    assert entry.value == "한글 "


def test_digit_after_a_finished_composition_stays_where_it_is(entry: TextEntry) -> None:
    feed(entry, [composing("소"), composing(""), final("소"), final("1")])
    assert entry.value == "소1"


def test_latin_letters_keep_their_order(entry: TextEntry) -> None:
    feed(entry, [final(letter) for letter in "two words"])
    assert entry.value == "two words"


def test_empty_composition_drops_nothing(entry: TextEntry) -> None:
    feed(entry, [final("네"), composing("")])
    assert entry.value == "네"


def test_loose_letters_become_syllables(entry: TextEntry) -> None:
    feed(entry, [final("한")])
    assert entry.value == "한"


def test_focus_that_leaves_keeps_what_was_being_composed(entry: TextEntry) -> None:
    feed(entry, [final("안"), composing("녕")])
    entry.leave()
    assert (entry.value, entry.is_composing) == ("안녕", False)


def test_keys_belong_to_the_input_method_while_composing(entry: TextEntry) -> None:
    feed(entry, [final("안"), composing("녕"), key(pygame.K_BACKSPACE), key(pygame.K_LEFT)])
    assert entry.value == "안녕"


def test_caret_moves_and_erases_on_both_sides(entry: TextEntry) -> None:
    feed(entry, [final("하나 셋"), key(pygame.K_HOME), key(pygame.K_DELETE)])
    feed(entry, [key(pygame.K_END), key(pygame.K_LEFT), key(pygame.K_BACKSPACE), final("둘")])
    assert entry.value == "나둘셋"


def test_composition_stands_at_the_caret(entry: TextEntry) -> None:
    feed(entry, [final("가다"), key(pygame.K_LEFT), composing("나"), final("나")])
    assert entry.value == "가나다"


def test_pasted_text_stands_on_one_line_and_within_the_limit() -> None:
    line = TextLine(limit=5)
    line.paste("가\n나\t다 라마바")
    assert line.text == "가 나 다"


def test_only_blanks_are_not_sent(entry: TextEntry) -> None:
    assert feed(entry, [final("  "), key(RETURN)]) == []


@given(st.lists(st.text(max_size=30)))
def test_never_more_than_the_limit(pieces: list[str]) -> None:
    line = TextLine()
    for piece in pieces:
        line.commit(piece)
        line.settle()
    assert len(line.text) <= LIMIT
    assert 0 <= line.caret <= len(line.text)


# no more than the limit takes
WRITING = st.lists(
    st.one_of(
        st.tuples(st.just("edit"), st.sampled_from(["", "ㅎ", "하", "한"])),
        st.tuples(st.just("commit"), st.sampled_from(["한", "글", "a", " ", "1"])),
        st.tuples(st.just("settle"), st.just("")),
    ),
    max_size=LIMIT,
)


@given(WRITING)
def test_every_final_letter_arrives(moves: list[tuple[str, str]]) -> None:
    line = TextLine()
    for move, text in moves:
        if move == "edit":
            line.edit(text)
        elif move == "commit":
            line.commit(text)
        else:
            line.settle()
    line.settle()
    assert sorted(line.text) == sorted(text for move, text in moves if move == "commit")
