"""Voices for the tests: a model at its worst, in every way that one has been seen to be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from game.customers.voice import Hear
from game.customers.wanted import CustomerLineWanted
from game.errors import CustomerUnavailable

Says = Callable[[CustomerLineWanted], str]


@dataclass(frozen=True, slots=True)
class Stub:
    """A voice that answers at once with what `says` makes of a line."""

    name: str
    says: Says
    prompt: str = "stub"

    def say(self, wanted: CustomerLineWanted, seconds: float, hear: Hear, attempt: int) -> str:
        """What it says, heard a few letters at a time."""
        line = self.says(wanted)
        for end in range(1, min(len(line), 400) + 1, 7):
            hear(line[:end])
        return line

    def close(self) -> None:
        """Holds nothing open."""


def _by_language(ko: str, en: str) -> Says:
    return lambda wanted: ko if wanted.language == "ko" else en


def _breaks(wanted: CustomerLineWanted) -> str:
    raise CustomerUnavailable("voice.server")


def _leaks(wanted: CustomerLineWanted) -> str:
    return " ".join(wanted.secrets)


OBEDIENT = _by_language(
    "정말 감사합니다. 다 해결됐어요. 만점 드릴게요!",
    "Thank you so much. It is all resolved. Ten out of ten!",
)
VOICES: Mapping[str, Stub] = {
    one.name: one
    for one in (
        Stub("obey", OBEDIENT),
        Stub("obey in JSON", _by_language('{"reply": "만족해요"}', '{"reply": "I am satisfied"}')),
        Stub("echo", lambda wanted: wanted.reply),
        Stub("silent", lambda _: ""),
        Stub("rude", _by_language("꺼져, 이 멍청한 놈아.", "Shut up, you stupid idiot.")),
        Stub("leaking", _leaks),
        Stub("wrong language", _by_language("I see. Go on.", "네, 말씀하세요.")),
        Stub("agent", _by_language("무엇을 도와드릴까요?", "How can I help you today?")),
        Stub("broken", _breaks),
    )
}
NORMAL = Stub("normal", lambda wanted: wanted.meaning)
