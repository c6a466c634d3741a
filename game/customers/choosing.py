"""Which server words the customers' lines on this computer, and whether that was agreed to.

It stands in `voice.json` of the data folder: address, model, whether it is on, and the host and the
model that somebody agreed to send to. No case can set any of it, and no key ever stands there.
"""

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from game.customers.servers import Server, checked, key_for
from game.errors import CustomerUnavailable

FILE: Final = "voice.json"


@dataclass(frozen=True, slots=True)
class Choice:
    """What was chosen; `agreed` are the host and the model that may be sent to."""

    base_url: str = ""
    model: str = ""
    is_on: bool = False
    agreed: tuple[str, str] | None = None

    @property
    def server(self) -> Server:
        """The server as it was typed; `checked` says whether it may be used."""
        return Server(self.base_url, self.model)

    @property
    def is_agreed(self) -> bool:
        """Whether somebody agreed to send to this very host and model."""
        return bool(self.host) and self.agreed == (self.host, self.model)

    @property
    def host(self) -> str:
        """The host as consent is bound to it; "" where the address is none."""
        try:
            return self.server.host
        except ValueError:
            return ""

    def to_json(self) -> dict[str, Any]:
        """The choice as JSON values."""
        agreed = {"host": self.agreed[0], "model": self.agreed[1]} if self.agreed else None
        return {
            "base_url": self.base_url,
            "model": self.model,
            "on": self.is_on,
            "agreed": agreed,
        }


def agreed_to(choice: Choice) -> Choice:
    """The choice after its host and model were agreed to, switched on."""
    return replace(choice, is_on=True, agreed=(choice.host, choice.model))


def read_choice(folder: Path) -> Choice:
    """What was chosen on this computer; raises CustomerUnavailable where that makes no sense."""
    path = folder / FILE
    try:
        return _choice(json.loads(path.read_text("utf-8")))
    except FileNotFoundError:
        return Choice()
    except (OSError, ValueError, RecursionError):
        raise CustomerUnavailable("voice.file", path=path) from None


def chosen(
    folder: Path, environ: Mapping[str, str] = os.environ
) -> tuple[Server, str | None] | None:
    """The server that words the lines, with its key; None where all is said as it is written.

    The key is None for a server that asks for none. May wait for the keyring of the system.
    """
    with suppress(CustomerUnavailable):
        choice = read_choice(folder)
        if choice.is_on and choice.is_agreed:
            server = checked(choice.server)
            return server, key_for(server, environ)
    return None


def _choice(data: Any) -> Choice:
    """A choice read back; raises ValueError where it is none."""
    if not isinstance(data, dict):
        raise ValueError("no object")
    is_on, agreed = data.get("on", False), data.get("agreed")
    if type(is_on) is not bool or not isinstance(agreed, dict | None):
        raise ValueError("wrong values")
    both = (_text(agreed, "host"), _text(agreed, "model")) if agreed else None
    return Choice(_text(data, "base_url"), _text(data, "model"), is_on, both)


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key, "")
    if not isinstance(value, str):
        raise ValueError(key)
    return value
