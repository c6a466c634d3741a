"""The customer voiced by a model behind an OpenAI-compatible server, by Chat Completions.

`openai` is imported when the first line is asked for, or by `preload` in a thread. Its timeout is
one of single reads, so the deadline is our own; its retries are off, since a rate limit would hold
a trainee for minutes. All that can escape from it becomes one exception with no words of the
server in it: an error page may hold the key.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from queue import Empty, SimpleQueue
from threading import Event, Thread
from time import monotonic
from typing import TYPE_CHECKING, Any, Final

from game.customers.parameters import created
from game.customers.prompt import messages, version
from game.customers.servers import Server, checked
from game.customers.voice import Hear
from game.customers.wanted import CustomerLineWanted
from game.errors import CustomerUnavailable

if TYPE_CHECKING:
    from openai import OpenAI

CONNECT: Final = 3.0
MOST_TOKENS: Final = 160
_MOST_LETTERS: Final = 2000
_END: Final = object()
_TEMPERATURE: Final = (0.7, 0.3)


def preload() -> None:
    """Imports the package in a thread of its own, so that the first line need not wait for it."""
    Thread(target=_import, name="openai", daemon=True).start()


def _import() -> None:
    with suppress(ImportError):
        import openai  # noqa: F401


def client(server: Server, key: str | None) -> "OpenAI":
    """A client for the server; raises CustomerUnavailable where it may not be spoken to."""
    checked(server)
    with told_plainly():
        import httpx2
        import openai

        timeout = httpx2.Timeout(CONNECT * 3, connect=CONNECT)
        return openai.OpenAI(
            base_url=server.base_url,
            api_key=key or "local",
            max_retries=0,
            timeout=timeout,
            # A proxy of the environment must not see, nor break, what stays on this computer. A
            # redirect would carry the key to another host.
            http_client=openai.DefaultHttpx2Client(
                trust_env=not server.is_loopback, follow_redirects=False, timeout=timeout
            ),
        )
    raise AssertionError


@contextmanager
def told_plainly() -> Iterator[None]:
    """Turns whatever the package or a server can throw into CustomerUnavailable."""
    try:
        yield
    except CustomerUnavailable:
        raise
    except ImportError as error:
        raise CustomerUnavailable("voice.no-package") from error
    except Exception as error:  # JSON, Unicode, attribute and validation errors escape it too
        raise CustomerUnavailable(_fault(error)) from None


def _fault(error: Exception) -> str:
    """The sentence for an error, by what it is and never by what it says."""
    status = getattr(error, "status_code", None)
    known = {401: "voice.key", 403: "voice.key", 404: "voice.no-such-model", 429: "voice.busy"}
    if isinstance(status, int):
        return known.get(status, "voice.server" if status >= 500 else "voice.refused")
    names = {one.__name__ for one in type(error).__mro__}
    if "APITimeoutError" in names or "TimeoutException" in names:
        return "voice.slow"
    return "voice.unreachable" if "APIConnectionError" in names else "voice.garbled"


class OpenAIVoice:
    """A model that words the lines; one client for a play.

    `key` is the key for the server, or gives it when the first line is asked for.
    """

    def __init__(
        self, server: Server, key: str | Callable[[Server], str | None] | None = None
    ) -> None:
        self.server = checked(server)
        self._key = key
        self._client: OpenAI | None = None

    @property
    def name(self) -> str:
        """The model, as it stands on the record."""
        return self.server.model

    @property
    def prompt(self) -> str:
        """The version of the prompts, both languages."""
        return f"{version('ko')}/{version('en')}"

    def say(self, wanted: CustomerLineWanted, seconds: float, hear: Hear, attempt: int) -> str:
        """The line as the model worded it, streamed to `hear`; raises CustomerUnavailable.

        A stream that ends without a reason was cut; one that ends by length is half a line.
        """
        with told_plainly():
            chunks = streamed(lambda: self._opened(wanted, seconds, attempt), seconds)
            text, reason = read_stream(chunks, hear, _MOST_LETTERS)
        if reason != "stop":
            raise CustomerUnavailable("voice.cut")
        return text

    def close(self) -> None:
        """Closes its connections; it may be used again."""
        if self._client is not None:
            self._client.close()
            self._client = None

    def _opened(self, wanted: CustomerLineWanted, seconds: float, attempt: int) -> Any:
        if self._client is None:
            key = self._key(self.server) if callable(self._key) else self._key
            self._client = client(self.server, key)
        return created(
            self._client.with_options(timeout=seconds),
            self.server,
            messages=messages(wanted),
            stream=True,
            max_tokens=MOST_TOKENS,
            temperature=_TEMPERATURE[min(attempt, 1)],
        )


def streamed(opened: Callable[[], Any], seconds: float) -> Iterator[Any]:
    """The chunks of a stream, opened and read by a thread of its own, for so many seconds.

    The timeout of the package begins anew with every read: without the thread a server could take
    twice the time. Raises CustomerUnavailable when it is over, else what the package raises.
    """
    until, chunks, is_over = monotonic() + seconds, SimpleQueue[Any](), Event()

    def read() -> None:
        try:
            with closing(opened()) as stream:
                for chunk in stream:
                    chunks.put(chunk)
                    if is_over.is_set():
                        return
            chunks.put(_END)
        except BaseException as error:  # raised again where it is waited for
            chunks.put(error)

    Thread(target=read, name="voice", daemon=True).start()
    try:
        while (chunk := chunks.get(timeout=max(0.0, until - monotonic()))) is not _END:
            if isinstance(chunk, BaseException):
                raise chunk
            yield chunk
    except Empty:
        raise CustomerUnavailable("voice.slow") from None
    finally:
        is_over.set()


def read_stream(chunks: Iterator[Any], hear: Hear, most: int) -> tuple[str, str | None]:
    """The whole text of a stream and why it ended; chunks without choices are heartbeats.

    Raises CustomerUnavailable after `most` characters.
    """
    text, reason = "", None
    for chunk in chunks:
        if not chunk.choices:
            continue
        choice = chunk.choices[0]
        text += choice.delta.content or ""
        reason = choice.finish_reason or reason
        if len(text) > most:
            raise CustomerUnavailable("voice.cut")
        hear(text)
    return text, reason
