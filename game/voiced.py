"""The customers' lines of one play, worded by a voice while the play goes on without waiting.

A line that is on its way is told from those that stand; where the voice fails, or nobody waits for
it, the line stands as the author wrote it. Nothing here decides what happens in a play.
"""

from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.engine.events import CustomerSpoke, NotUnderstood, ReplyGiven
from game.playthrough import Heard, Playthrough
from game.transcribe import NAMED
from game.view.lines import Growing, Voice, lines_of
from game.words import Lang, words

if TYPE_CHECKING:
    from game.customers.servers import Server
    from game.customers.speaking import Spoken
    from game.customers.voicing import Voicing
    from game.customers.wanted import Said


def voicing_for(server: "Server", key: "Callable[[Server], str | None]") -> "Voicing":
    """A language model as the voice of one play; what it needs is loaded in the background.

    `key` gives the key for a server, and may wait for a keyring: it is asked in the background.
    Raises CustomerUnavailable where the server may not be spoken to.
    """
    from game.customers.openai_voice import OpenAIVoice, preload
    from game.customers.speaking import Speaker
    from game.customers.voicing import Voicing

    preload()
    return Voicing(Speaker(OpenAIVoice(server, key)))


class Voiced:
    """Asks for the lines of the last step, and writes into the log how they were said.

    Of a play that is resumed nothing is asked again: a line without words stands as it is written.
    """

    def __init__(self, run: Playthrough, voicing: "Voicing") -> None:
        self.run, self.voicing = run, voicing
        self._left: deque[int] = deque()  # numbers of lines in the last step that do not stand yet
        self._language: Lang | None = None  # that they were asked for in
        self._so_far = ""
        self._told = False
        if not run.log:
            self.go_on()

    @property
    def growing(self) -> Growing | None:
        """The line that the customer is saying, None where all stand."""
        return Growing(self._left[0], self._so_far) if self._left else None

    def go_on(self) -> None:
        """The play has made a step: its lines are wanted, unless the voice was given up."""
        self.drop()
        if not self.voicing.speaker.given_up:
            spoken = sum(isinstance(event, CustomerSpoke) for event in self.run.happened)
            self._left.extend(range(spoken))

    def attend(self, lang: Lang) -> tuple[bool, bool]:
        """Looks after the lines, without waiting; whether any is new or longer, and any stands now.

        They are asked for in the language that the trainee reads, and anew when that changes.
        """
        if not self._left:
            return False, False
        language = self._spoken_in(lang)
        if language != self._language:
            self._ask(language)
        ready = self.voicing.poll()
        for spoken in ready:
            self._hear(spoken)
        before, self._so_far = self._so_far, self.voicing.so_far
        return bool(ready) or self._so_far != before, bool(ready)

    def skip(self) -> bool:
        """Nobody waits: what is on its way stands as it is written; whether anything was."""
        for spoken in self.voicing.skip():
            self._hear(spoken)
        had = bool(self._left)
        self._end()
        return had

    def drop(self) -> None:
        """Lets go of what is on its way, and writes nothing down."""
        self.voicing.skip()
        self._end()

    def close(self) -> None:
        """Lets go of all; the voice may be asked again."""
        self._end()
        self.voicing.close()

    def loss(self, lang: Lang) -> str:
        """That the voice was given up, in one sentence and once; "" else."""
        if self._told or self._left or not self.voicing.speaker.given_up:
            return ""
        self._told = True
        return words(lang, "voice.given-up")

    # ------------------------------------------------------------ one line after another

    def _end(self) -> None:
        self._left.clear()
        self._language, self._so_far = None, ""

    def _spoken_in(self, lang: Lang) -> Lang:
        case = self.run.case
        return lang if lang in case.languages else "ko" if case.language == "ko" else "en"

    def _ask(self, lang: Lang) -> None:
        from game.customers.wanted import wanted_lines

        self.voicing.skip()  # what was on its way in another language
        self._language, self._so_far = lang, ""
        before, reply = _conversation(self.run, lang)
        wanted = tuple(wanted_lines(self.run, self.run.happened, before, reply, lang))
        self.voicing.ask([wanted[number] for number in self._left])

    def _hear(self, spoken: "Spoken") -> None:
        header, voice = self.run.header, self.voicing.speaker.voice
        text, language = spoken.text if spoken.by else "", self._language or header.language
        if header.agent:
            text = text.replace(header.agent, NAMED)
        heard = Heard(
            number=self._left.popleft(),
            line=spoken.line,
            text=text,
            by=spoken.by,
            refused=spoken.refused,
            fault=spoken.fault,
            asked=voice.name,
            prompt=voice.prompt,
            language="" if language == header.language else language,
        )
        self.run.hear(heard)


def _conversation(run: Playthrough, lang: Lang) -> "tuple[list[Said], str]":
    """What was said before the last step, as it was heard, and what the trainee said in it."""
    from game.customers.wanted import Said

    said = [
        Said(line.voice is Voice.AGENT, line.text)
        for line in lines_of(run, lang)
        if line.voice in (Voice.AGENT, Voice.CUSTOMER)
    ]
    spoken = CustomerSpoke | ReplyGiven | NotUnderstood  # one line each
    first = len(said) - sum(isinstance(event, spoken) for event in run.happened)
    return said[:first], next((one.text for one in said[first:] if one.agent), "")
