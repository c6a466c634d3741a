"""Which server voices the customer, whether it may be spoken to, and with which key.

A key is bound to its host. It comes from the environment, the keyring of the system, or is lent
for one run; it is never written to a file, a log or a record of ours.
"""

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from game.errors import CustomerUnavailable

OPENAI: Final = "https://api.openai.com/v1"
KEY: Final = "DANGOL_LLM_KEY"
KEY_HOST: Final = "DANGOL_LLM_HOST"
OPENAI_KEY: Final = "OPENAI_API_KEY"
_KEYRING: Final = "dangol"
_LENT: Final[dict[str, str]] = {}


@dataclass(frozen=True, slots=True)
class Server:
    """An OpenAI-compatible server and the model on it."""

    base_url: str
    model: str

    @property
    def host(self) -> str:
        """The host with its port, as it is shown and as keys are bound to it."""
        parts = urlsplit(self.base_url)
        return f"{parts.hostname or ''}:{parts.port}" if parts.port else parts.hostname or ""

    @property
    def is_loopback(self) -> bool:
        """Whether it runs on this computer."""
        name = urlsplit(self.base_url).hostname or ""
        if name == "localhost":
            return True
        try:
            return ipaddress.ip_address(name).is_loopback
        except ValueError:
            return False


def checked(server: Server) -> Server:
    """The server, if it may be spoken to; raises CustomerUnavailable with the mend.

    Plain http goes to this computer alone; an address holds no name or password.
    """
    try:
        parts = urlsplit(server.base_url)
        port_is_good = parts.port is None or parts.port > 0
    except ValueError as error:
        raise CustomerUnavailable("voice.url", url=server.base_url) from error
    if parts.scheme not in ("http", "https") or not parts.hostname or not port_is_good:
        raise CustomerUnavailable("voice.url", url=server.base_url)
    if parts.username or parts.password:
        raise CustomerUnavailable("voice.url.secret", host=server.host)
    if parts.scheme == "http" and not server.is_loopback:
        raise CustomerUnavailable("voice.plain-http", host=server.host)
    if not server.model:
        raise CustomerUnavailable("voice.no-model")
    return server


def key_for(server: Server, environ: Mapping[str, str] = os.environ) -> str | None:
    """The key for this host and no other; None if there is none.

    From the environment, else what was lent for this run, else from the keyring.
    """
    return (
        named_key(server, environ) or _LENT.get(server.host) or _from_keyring(server.host) or None
    )


def named_key(server: Server, environ: Mapping[str, str] = os.environ) -> str | None:
    """The key of the environment for this host."""
    named = environ.get(KEY)
    if named and environ.get(KEY_HOST, server.host) == server.host:
        return named
    if server.host == urlsplit(OPENAI).hostname:
        return environ.get(OPENAI_KEY)
    return None


def lend_key(server: Server, key: str) -> None:
    """Takes a key for this host until the program ends; "" takes it back. It is kept nowhere."""
    _LENT.pop(server.host, None)
    if key:
        _LENT[server.host] = key


def is_key_lent(server: Server) -> bool:
    """Whether a key was lent for this host."""
    return server.host in _LENT


def keep_key(server: Server, key: str) -> bool:
    """Puts a key into the system's keyring; whether there is one that took it."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return False
    try:
        keyring.set_password(_KEYRING, server.host, key)
    except (KeyringError, RuntimeError):
        return False
    return True


def _from_keyring(host: str) -> str | None:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        return keyring.get_password(_KEYRING, host)
    except (KeyringError, RuntimeError):
        return None
