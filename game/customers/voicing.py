"""The lines of one play voiced one after another in a thread, asked about from the main one.

Nothing here waits: `poll` gives what is ready. A voice that hangs past its budget is left behind,
and the authored line stands in; what it says later is dropped.
"""

import sys
from collections import deque
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from threading import Lock, Thread
from time import monotonic
from typing import Final

from game.customers.speaking import Hushed, Speaker, Spoken
from game.customers.wanted import CustomerLineWanted

GRACE: Final = 0.5
# Seconds after which a thread gives way: a window that draws while words come in would else wait
# up to five times as long for each turn of its own (tests/bench/voice_window.py).
GIVES_WAY: Final = 0.001


@dataclass
class _Line:
    """A line on its way: what may be shown of it so far, and the line once it is whole."""

    wanted: CustomerLineWanted
    so_far: str = ""
    spoken: Spoken | None = None


class Voicing:
    """Voices lines in the order asked for; `clock` gives seconds."""

    def __init__(self, speaker: Speaker, clock: Callable[[], float] = monotonic) -> None:
        sys.setswitchinterval(min(GIVES_WAY, sys.getswitchinterval()))
        self.speaker = speaker
        self._clock = clock
        self._lock = Lock()
        self._lines: deque[_Line] = deque()
        self._until = 0.0
        self._asked = 0

    @property
    def is_busy(self) -> bool:
        """Whether a line is still on its way."""
        return bool(self._lines)

    @property
    def so_far(self) -> str:
        """What may be shown of the line on its way: whole sentences that the guards let through."""
        with self._lock:
            return self._lines[0].so_far if self._lines else ""

    def ask(self, wanted: Sequence[CustomerLineWanted]) -> None:
        """Asks for lines; what was still on its way has to be polled or skipped before."""
        with self._lock:
            self._asked += 1
            self._lines = deque(map(_Line, wanted))
            lines = tuple(self._lines)
        self._restart_clock()
        if lines:
            Thread(target=self._speak, args=(lines, self._asked), name="voice", daemon=True).start()

    def poll(self) -> tuple[Spoken, ...]:
        """The lines that became whole since the last time, in order."""
        ready: list[Spoken] = []
        with self._lock:
            while self._lines:
                line = self._lines[0]
                if line.spoken is None and self._clock() < self._until:
                    break
                self._lines.popleft()
                late = Spoken(line.wanted.line, line.wanted.script, "", fault="voice.slow")
                ready.append(line.spoken or late)
                self._restart_clock()
        return tuple(ready)

    def skip(self) -> tuple[Spoken, ...]:
        """All that was on its way, as it is written: the trainee does not wait."""
        with self._lock:
            self._asked += 1
            left = [
                one.spoken or Spoken(one.wanted.line, one.wanted.script, "") for one in self._lines
            ]
            self._lines.clear()
        return tuple(left)

    def close(self) -> None:
        """Drops what is on its way and closes the voice."""
        self.skip()
        self.speaker.voice.close()

    def _restart_clock(self) -> None:
        self._until = self._clock() + self.speaker.seconds + GRACE

    def _speak(self, lines: Sequence[_Line], asked: int) -> None:
        with suppress(Hushed):
            for line in lines:
                if asked != self._asked:
                    return
                hear = partial(self._show, line)
                spoken = self.speaker.say(line.wanted, hear, lambda: asked == self._asked)
                with self._lock:
                    line.spoken = spoken

    def _show(self, line: _Line, text: str) -> None:
        with self._lock:
            line.so_far = text
