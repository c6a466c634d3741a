"""Which server voices the customer, whether it may be spoken to, and with which key.

A key is bound to its host. It comes from the environment, the keyring of the system, or is asked
for; it is never written to a file, a log or a record of ours.
"""

import ipaddress
import os
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from game.errors import CustomerUnavailable

OPENAI: Final = "https://api.openai.com/v1"
KEY: Final = "DANGOL_LLM_KEY"
KEY_HOST: Final = "DANGOL_LLM_HOST"
OPENAI_KEY: Final = "OPENAI_API_KEY"
_KEYRING: Final = "dangol"


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


def key_for(server: Server) -> str | None:
    """The key for this host and no other: from the environment, else the keyring; None if none."""
    named = os.environ.get(KEY)
    if named and os.environ.get(KEY_HOST, server.host) == server.host:
        return named
    if server.host == urlsplit(OPENAI).hostname and os.environ.get(OPENAI_KEY):
        return os.environ[OPENAI_KEY]
    return _from_keyring(server.host)


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
