"""A judge whose answers are written down, for the tests of the second opinion."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from game.customers.asking import Asked
from game.customers.prompt import Message

Levels = Mapping[str, Any]


class Recorded:
    """A judge whose answers are written down: one after the other, then the last again."""

    model = "recorded"

    def __init__(self, *answers: Levels | Callable[[str], Levels]) -> None:
        self._answers = list(answers)
        self.asked: list[Sequence[Message]] = []
        self.seeds: list[int] = []

    def ask(
        self, messages: Sequence[Message], form: type[Asked], tokens: int, seed: int = 0
    ) -> Asked:
        self.asked.append(messages)
        self.seeds.append(seed)
        answer = self._answers[min(len(self.asked), len(self._answers)) - 1]
        given = {name: {"evidence": [], "level": 0} for name in form.model_fields}
        found = answer(messages[1]["content"]) if callable(answer) else answer
        return form.model_validate({**given, **found})


def says(level: int, *quotes: tuple[int, str]) -> dict[str, Any]:
    return {"evidence": [{"turn": turn, "quote": quote} for turn, quote in quotes], "level": level}
