"""The customers' voice as it is set up: the server, the consent, the key, and a try.

Nothing here waits for a server: a try runs in a thread and is asked about.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from game.customers.choosing import Choice, agreed_to
from game.customers.servers import Server, checked, is_key_lent, key_for, lend_key, named_key
from game.errors import CustomerUnavailable
from game.words import Lang, words

if TYPE_CHECKING:
    from game.customers.probing import Probe, Probed


class VoiceFile(Protocol):
    """Where the choice is kept."""

    def read(self) -> Choice:
        """What was chosen; raises CustomerUnavailable where that makes no sense."""
        ...

    def write(self, choice: Choice) -> None:
        """Keeps it; raises StoreError."""
        ...


@dataclass(frozen=True, slots=True)
class VoiceView:
    """How it stands: `state` is off, unset, wrong, ask or on, told in `sentence`.

    `sends` says what is sent, `where` to whom, `example` is one such message word for word. `key`
    tells where the key comes from. `tried` is what came of the last try and `went_well` whether it
    did; `is_trying` while it lasts.
    """

    base_url: str
    model: str
    host: str
    state: str
    sentence: str
    where: str
    sends: str
    example: tuple[str, ...]
    key: str
    tried: str
    went_well: bool
    is_trying: bool


class Voices:
    """The choice of this computer; `environ` may hold a key."""

    def __init__(
        self, file: VoiceFile | None = None, environ: Mapping[str, str] = os.environ
    ) -> None:
        self._file, self._environ = file, environ
        self._probe: Probe | None = None
        self._fault: CustomerUnavailable | None = None
        self.choice = Choice()
        if file is not None:
            try:
                self.choice = file.read()
            except CustomerUnavailable as error:
                self._fault = error

    # ------------------------------------------------------------ changes

    def name(self, base_url: str, model: str) -> None:
        """Another address or model; whoever agreed to the one before is asked anew."""
        changed = replace(self.choice, base_url=base_url.strip(), model=model.strip())
        if changed != self.choice:
            self._probe = None
            self._keep(changed if changed.is_agreed else replace(changed, is_on=False))

    def agree(self) -> None:
        """Somebody agreed to send to the host and model that are named: the voice is on.

        Raises CustomerUnavailable where that server may not be spoken to.
        """
        checked(self.choice.server)
        self._keep(agreed_to(self.choice))

    def switch_off(self) -> None:
        """All is said as it is written."""
        self._keep(replace(self.choice, is_on=False))

    def withdraw(self) -> None:
        """Takes the consent back; address and model stay typed."""
        self._keep(replace(self.choice, is_on=False, agreed=None))

    def lend_key(self, key: str) -> None:
        """A key for the named host until the program ends; it is written nowhere."""
        lend_key(self.choice.server, key.strip())

    def try_out(self, lang: Lang) -> None:
        """Begins to ask for one line; raises CustomerUnavailable where nobody agreed to that."""
        from game.customers.probing import Probe

        server = checked(self.choice.server)
        if not self.choice.is_agreed:
            raise CustomerUnavailable("voice.not-agreed", host=server.host)
        self._probe = Probe(server, lambda: self.key(server), lang)

    def _keep(self, choice: Choice) -> None:
        self.choice, self._fault = choice, None
        if self._file is not None:
            self._file.write(choice)

    # ------------------------------------------------------------ how it stands

    @property
    def server(self) -> Server | None:
        """The server that may be sent to now; None where it is off or nobody agreed."""
        if not (self.choice.is_on and self.choice.is_agreed):
            return None
        try:
            return checked(self.choice.server)
        except CustomerUnavailable:
            return None

    def key(self, server: Server) -> str | None:
        """The key for a server; may wait for the keyring of the system."""
        return key_for(server, self._environ)

    @property
    def is_trying(self) -> bool:
        """Whether a try is on its way."""
        return self._probe is not None and self._probe.result is None

    def view(self, lang: Lang) -> VoiceView:
        """How it stands now, in words."""
        from game.customers.probing import example_messages

        choice, probe = self.choice, self._probe
        state, sentence = self._state(lang)
        result = probe.result if probe else None
        where = ""
        if state in ("ask", "on", "off"):
            here = "here" if choice.server.is_loopback else "away"
            where = words(lang, f"voice.where.{here}", host=choice.server.host, model=choice.model)
        return VoiceView(
            base_url=choice.base_url,
            model=choice.model,
            host=choice.server.host if where else "",
            state=state,
            sentence=sentence,
            where=where,
            sends=words(lang, "voice.sends"),
            example=tuple(
                line for one in example_messages(lang) for line in one["content"].splitlines()
            ),
            key=self._key(lang) if where else "",
            tried=tried_words(result, lang) if result else "",
            went_well=result is not None and not (result.fault or result.refused),
            is_trying=self.is_trying,
        )

    def _state(self, lang: Lang) -> tuple[str, str]:
        choice = self.choice
        if self._fault is not None:
            return "wrong", words(lang, self._fault.key, **self._fault.values)
        if not choice.base_url and not choice.model:
            return "unset", words(lang, "voice.state.unset")
        try:
            checked(choice.server)
        except CustomerUnavailable as error:
            return "wrong", words(lang, error.key, **error.values)
        state = "ask" if not choice.is_agreed else "on" if choice.is_on else "off"
        said = words(lang, f"voice.state.{state}", host=choice.server.host, model=choice.model)
        return state, said

    def _key(self, lang: Lang) -> str:
        """Where the key comes from; the keyring is asked only when a line is."""
        server = self.choice.server
        if named_key(server, self._environ):
            return words(lang, "voice.key.environment", host=server.host)
        key = "voice.key.lent" if is_key_lent(server) else "voice.key.none"
        return words(lang, key, host=server.host)


def tried_words(tried: "Probed", lang: Lang) -> str:
    """What came of a try, in one sentence."""
    from game.customers.probing import told_apart

    if tried.fault:
        return words(lang, told_apart(tried.fault))
    seconds = f"{tried.seconds:.1f}"
    if tried.refused:
        why = words(lang, f"doctor.guard.{tried.refused}")
        return words(lang, "voice.tried.refused", said=tried.said, seconds=seconds, why=why)
    return words(lang, "voice.tried.well", said=tried.said, seconds=seconds)
