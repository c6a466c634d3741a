"""What the doctor finds: a state and a sentence, with the mend in it where something is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from game.words import Lang, words


class State(StrEnum):
    """How something is: as it should be, not as good as it could be, or broken."""

    OK = "ok"
    WARN = "warn"
    FAIL = "fail"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor: what was looked at, how it is, and a key of the words table."""

    about: str
    state: State
    key: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, lang: Lang) -> str:
        """The finding in words."""
        return words(lang, self.key, **self.values)

    def to_json(self, lang: Lang) -> dict[str, Any]:
        """The finding for other programs."""
        said = self.sentence(lang)
        return {"about": self.about, "state": self.state.value, "key": self.key, "said": said}


def is_well(findings: Sequence[Finding]) -> bool:
    """Whether nothing is broken."""
    return all(one.state is not State.FAIL for one in findings)
