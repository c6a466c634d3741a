"""No name of a trainee is sent; the customer calls them by it all the same."""

from collections.abc import Iterator

import pytest

from game.customers.prompt import messages
from game.customers.speaking import Speaker
from game.customers.voice import Hear
from game.customers.wanted import CustomerLineWanted, Said, wanted_lines
from game.desk import new_run
from game.playthrough import Mode
from game.words import LANGUAGES, Lang, words
from tests.plays import lamp

OWN = "Wilhelmina"


class Says:
    """A voice that says what it is given, as it stands in the prompt."""

    name, prompt = "says", ""

    def say(self, wanted: CustomerLineWanted, seconds: float, hear: Hear, attempt: int) -> str:
        hear(wanted.meaning)
        return wanted.meaning

    def close(self) -> None:
        """Holds nothing open."""


def lines(agent: str, lang: Lang) -> Iterator[CustomerLineWanted]:
    run = new_run(lamp(), Mode.COACH, lang, 0, agent)
    heard = [Said(True, f"{agent}, at your service.")]
    return wanted_lines(run, run.opening, heard, f"I am {agent}.", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_is_sent(lang: Lang) -> None:
    found = list(lines(OWN, lang))
    assert found
    for wanted in found:
        sent = "".join(one["content"] for one in messages(wanted))
        assert OWN not in sent
        assert words(lang, "agent.name") in sent


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_trainee_hears_their_own_name(lang: Lang) -> None:
    anybody = words(lang, "agent.name")
    for wanted in lines(OWN, lang):
        assert wanted.to_trainee(f"{anybody}!") == f"{OWN}!"
        said = Speaker(Says()).say(wanted, lambda _: None)
        assert anybody not in said.text


def test_a_name_of_one_letter_takes_no_word_apart() -> None:
    for wanted in lines("이", "ko"):
        assert wanted.called is None
