"""Speaking through whatever program the computer brings: found here, started, and stopped.

A child process speaks, so that the loop never waits for it; the next text ends the one before.
"""

import contextlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from game.words import Lang

Which: TypeAlias = Callable[[str], str | None]

_SPOKEN = "DANGOL_SPOKEN"
# SAPI takes a voice of the language where there is one. The text comes by the environment: on the
# command line it would have to be quoted, and standard input arrives in the console's code page.
_SAPI = (
    "Add-Type -AssemblyName System.Speech;"
    "$s = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "try {{ $s.SelectVoiceByHints('NotSet', 'NotSet', 0, '{culture}') }} catch {{ }};"
    f"$s.Speak($env:{_SPOKEN})"
)
_CULTURES: Mapping[Lang, str] = {"ko": "ko-KR", "en": "en-US"}


@dataclass(frozen=True, slots=True)
class Speaker:
    """A program that speaks: `name` for people, its path, and how it is told what to say."""

    name: str
    path: str

    def command(self, text: str, lang: Lang) -> list[str]:
        """The command line that speaks `text`."""
        plain = text.lstrip("- ")  # none of them may take it for an option
        match self.name:
            case "spd-say":
                return [self.path, "--wait", "-l", lang, plain]
            case "espeak-ng":
                return [self.path, "-v", lang, plain]
            case "powershell":
                script = _SAPI.format(culture=_CULTURES[lang])
                return [self.path, "-NoProfile", "-NonInteractive", "-Command", script]
        return [self.path, plain]

    @property
    def hush(self) -> list[str] | None:
        """What must run to end a text: speech-dispatcher goes on when its client has gone."""
        return [self.path, "-C"] if self.name == "spd-say" else None


def speakers(platform: str = sys.platform, which: Which = shutil.which) -> list[Speaker]:
    """The programs found on this computer, the best one first."""
    names: Sequence[str] = ("spd-say", "espeak-ng")
    if platform == "win32":
        names = ("powershell",)
    elif platform == "darwin":
        names = ("say", "espeak-ng")
    found = ((name, which(name)) for name in names)
    return [Speaker(name, path) for name, path in found if path]


class Mouth:
    """Says one text at a time. A program that fails is not asked again; the next one is."""

    def __init__(self, found: Sequence[Speaker]) -> None:
        self._speakers = list(found)
        self._running: subprocess.Popen[bytes] | None = None
        self._ending: list[subprocess.Popen[bytes]] = []
        self._said: tuple[str, Lang] | None = None

    def say(self, text: str, lang: Lang) -> None:
        """Stop what is being said and say `text`."""
        self.stop()
        self._said = (text, lang)
        while self._speakers and text:
            try:
                self._running = _start(self._speakers[0].command(text, lang), text)
                return
            except OSError:
                del self._speakers[0]

    def stop(self) -> None:
        """End what is being said, without waiting for it."""
        running, self._running = self._running, None
        if running is None:
            return
        if running.poll() is None:
            running.terminate()
            self._ending.append(running)
            hush = self._speakers[0].hush if self._speakers else None
            with contextlib.suppress(OSError):
                self._ending += [_start(hush, "")] if hush else []

    def listen(self) -> None:
        """Notice what has ended; where a program failed the next one says the text."""
        self._ending = [one for one in self._ending if one.poll() is None]
        if self._running is None or self._running.poll() is None:
            return
        failed, self._running = self._running.returncode != 0, None
        if failed and self._said and self._speakers:
            del self._speakers[0]
            self.say(*self._said)

    def close(self) -> None:
        """Stop, and see the last process out."""
        self.stop()
        for one in self._ending:
            try:
                one.wait(1)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()
        self._ending.clear()


def _start(command: Sequence[str], text: str) -> subprocess.Popen[bytes]:
    """Start a program that hears and says nothing on our own terminal."""
    return subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, _SPOKEN: text},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
