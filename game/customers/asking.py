"""Answers in a given form, from whatever a server can do: a schema, JSON, or text with JSON in it.

That a server accepts a schema never proves that it keeps to it, so every answer is validated here,
and what a server can do is tried out once.
"""

import json
import re
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Literal, Protocol, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from game.customers.openai_voice import client, read_stream, streamed, told_plainly
from game.customers.parameters import created
from game.customers.prompt import Message
from game.customers.servers import Server, checked
from game.errors import CustomerUnavailable

if TYPE_CHECKING:
    from openai import OpenAI

SECONDS: Final = 60.0
_LETTERS_A_TOKEN: Final = 8
_MOST_LETTERS: Final = 40_000
_THOUGHT: Final = re.compile(r"<think>.*?</think>", re.DOTALL)


class Rung(StrEnum):
    """What a server can do to keep an answer in its form; the first is the best."""

    SCHEMA = "json_schema"
    OBJECT = "json_object"
    TEXT = "text"
    OFF = "off"


class Form(BaseModel):
    """The form of an answer: a pydantic model that takes nothing else."""

    model_config = ConfigDict(extra="forbid")


Asked = TypeVar("Asked", bound=Form)


class Asks(Protocol):
    """Whoever answers in a form; `model` stands on the record."""

    @property
    def model(self) -> str: ...

    def ask(
        self, messages: Sequence[Message], form: type[Asked], tokens: int, seed: int = 0
    ) -> Asked:
        """The answer; raises CustomerUnavailable for whatever goes wrong."""
        ...


class _Trial(Form):
    colour: Literal["blue"]
    why: str = Field(max_length=60)


_TRIAL: Final[list[Message]] = [
    {
        "role": "user",
        "content": "Name a colour of the evening sky and why it is so, as JSON.",
    }
]
_TRIAL_TOKENS: Final = 300
_KNOWN: dict[Server, Rung] = {}


class Asker:
    """Asks one model on one server; `seconds` is the time of one answer."""

    def __init__(self, server: Server, key: str | None = None, seconds: float = SECONDS) -> None:
        self.server, self.seconds = checked(server), seconds
        self._key = key
        self._client: OpenAI | None = None

    @property
    def model(self) -> str:
        """The model, as it stands on the record."""
        return self.server.model

    def rung(self) -> Rung:
        """What the server can do, tried out once; raises CustomerUnavailable if it is not there."""
        rung = _KNOWN.get(self.server) or self._tried()
        if rung is not Rung.OFF:  # a server in trouble may be well the next time
            _KNOWN[self.server] = rung
        return rung

    def ask(
        self, messages: Sequence[Message], form: type[Asked], tokens: int, seed: int = 0
    ) -> Asked:
        """The answer, validated; raises CustomerUnavailable for whatever goes wrong."""
        rung = self.rung()
        if rung is Rung.OFF:
            raise CustomerUnavailable("voice.no-json")
        return self._asked(rung, messages, form, tokens, seed)

    def close(self) -> None:
        """Closes its connections; it may be used again."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _tried(self) -> Rung:
        """The first rung that gives the form; a server that cannot be spoken to is no rung."""
        for rung in (Rung.SCHEMA, Rung.OBJECT, Rung.TEXT):
            try:
                self._asked(rung, _TRIAL, _Trial, _TRIAL_TOKENS, 0)
            except CustomerUnavailable as error:
                if error.key not in ("voice.refused", "voice.server", *_MISSHAPEN):
                    raise
            else:
                return rung
        return Rung.OFF

    def _asked(
        self, rung: Rung, messages: Sequence[Message], form: type[Asked], tokens: int, seed: int
    ) -> Asked:
        said = list(messages) if rung is Rung.SCHEMA else _with_form(messages, form)
        asked = {"temperature": 0, "seed": seed, "max_tokens": tokens, **_format(rung, form)}
        with told_plainly():
            chunks = streamed(lambda: self._opened(said, asked), self.seconds)
            most = min(_MOST_LETTERS, tokens * _LETTERS_A_TOKEN)
            text, reason = read_stream(chunks, lambda _: None, most)
        if reason != "stop":
            raise CustomerUnavailable("voice.cut")
        return _read(text, form)

    def _opened(self, messages: list[Message], asked: dict[str, Any]) -> Any:
        if self._client is None:
            self._client = client(self.server, self._key)
        within = self._client.with_options(timeout=self.seconds)
        return created(within, self.server, messages=messages, stream=True, **asked)


_MISSHAPEN: Final = ("voice.cut", "voice.garbled", "voice.misshapen")


def _format(rung: Rung, form: type[Form]) -> dict[str, Any]:
    if rung is Rung.TEXT:
        return {}
    wanted: dict[str, Any] = {"type": rung.value}
    if rung is Rung.SCHEMA:
        schema = form.model_json_schema()
        wanted["json_schema"] = {"name": "answer", "strict": True, "schema": schema}
    return {"response_format": wanted}


def _with_form(messages: Sequence[Message], form: type[Form]) -> list[Message]:
    """The messages with the schema in words, for servers that keep to none by themselves."""
    schema = json.dumps(form.model_json_schema(), ensure_ascii=False)
    first, *rest = messages
    wanted = f"Answer with one JSON object and nothing else. Its JSON Schema:\n{schema}"
    return [{**first, "content": f"{first['content']}\n\n{wanted}"}, *rest]


def _read(text: str, form: type[Asked]) -> Asked:
    """The object in a text, without a thought before it or a fence around it."""
    said = _THOUGHT.sub("", text)
    start, end = said.find("{"), said.rfind("}")
    try:
        return form.model_validate_json(said[start : end + 1] if start >= 0 else "")
    except (ValidationError, RecursionError):
        raise CustomerUnavailable("voice.misshapen") from None
