"""A small OpenAI-compatible server with every fault that a real one has shown.

The fault is the name of the model asked for; `good` and any unknown name answer as asked, with the
last line of the prompt after its label. Bound to loopback, a port of the system's choosing.
"""

import json
import socket
import struct
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

STATUS = {"401": 401, "403": 403, "404": 404, "429": 429, "500": 500, "400": 400}
KEY_IN_ERROR = "sk-this-was-the-key"
Answer = Callable[[list[dict[str, str]]], str]


@dataclass
class Stub:
    """The running server: its address, and every request body that it was sent."""

    base_url: str
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    answer: Answer | None = None


@contextmanager
def stub_server(answer: Answer | None = None) -> Iterator[Stub]:
    """The server for the time of a `with`; `answer` gives its lines from the messages."""
    server = _Server(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    stub = Stub(f"http://127.0.0.1:{server.server_port}/v1", answer=answer)
    server.stub = stub  # type: ignore[attr-defined]
    Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield stub
    finally:
        server.shutdown()
        server.server_close()


def last_line(messages: list[dict[str, str]]) -> str:
    """What a model that does as it is told says: the meaning itself."""
    return messages[-1]["content"].rsplit("\n", 1)[-1].split(": ", 1)[-1].split(":", 1)[-1].strip()


class _Server(ThreadingHTTPServer):
    def handle_error(self, *arguments: object) -> None:
        """Says nothing: a client that has heard enough hangs up."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments: object) -> None:
        """Says nothing: the output of the tests is for the tests."""

    @property
    def stub(self) -> Stub:
        stub: Stub = self.server.stub  # type: ignore[attr-defined]
        return stub

    def do_GET(self) -> None:
        self.whole(json.dumps({"data": [{"id": "good", "object": "model"}]}))

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.stub.asked.append(body)
        self.stub.keys.append(self.headers.get("Authorization", ""))
        fault = str(body["model"])
        text = (self.stub.answer or last_line)(body["messages"])
        if refused := _refused(fault, body):
            said = {"error": {"message": f"Unsupported parameter: '{refused}'", "param": refused}}
            self.whole(json.dumps(said), 400)
        elif fault in STATUS:
            said = {"error": {"message": f"Incorrect API key: {KEY_IN_ERROR}", "code": "nope"}}
            self.whole(json.dumps(said), STATUS[fault])
        elif handle := getattr(self, f"do_{fault.replace('-', '_')}", None):
            handle(text)
        elif body.get("stream"):
            self.stream(_chunks(text))
        else:
            self.whole(json.dumps(_completion(text)))

    def whole(self, text: str | bytes, status: int = 200, kind: str = "application/json") -> None:
        data = text.encode() if isinstance(text, str) else text
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def stream(self, lines: Iterator[str], encoding: str = "utf-8", pause: float = 0) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for line in lines:
            for part in _split(line.encode(encoding)):  # in the middle of letters, as networks do
                self.wfile.write(part)
                self.wfile.flush()
            time.sleep(pause)
        self.close_connection = True

    def do_hang(self, text: str) -> None:
        time.sleep(30)

    def do_stall(self, text: str) -> None:
        self.stream(_first(_chunks(text), 2), pause=0)
        time.sleep(30)

    def do_slow(self, text: str) -> None:
        self.stream(_chunks(text), pause=0.4)

    def do_steady(self, text: str) -> None:
        """No fault: as fast as a good server speaks."""
        self.stream(_chunks(text), pause=0.05)

    def do_cut(self, text: str) -> None:
        self.stream(_first(_chunks(text), 3))

    def do_length(self, text: str) -> None:
        self.stream(_chunks(text, reason="length"))

    def do_reset(self, text: str) -> None:
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()
        self.close_connection = True

    def do_malformed(self, text: str) -> None:
        self.stream(iter(['data: {"choices": [\n\n', "data: [DONE]\n\n"]))

    def do_html(self, text: str) -> None:
        self.whole("<html><body>Please log in to the Wi-Fi</body></html>", kind="text/html")

    def do_empty(self, text: str) -> None:
        self.whole("")

    def do_no_choices(self, text: str) -> None:
        self.stream(iter(['data: {"choices": []}\n\n', "data: [DONE]\n\n"]))

    def do_null(self, text: str) -> None:
        self.stream(iter([_data({"delta": {"content": None}, "finish_reason": "stop"})]))

    def do_euc_kr(self, text: str) -> None:
        self.stream(_chunks("고객의 말입니다."), encoding="euc-kr")

    def do_wrong_schema(self, text: str) -> None:
        self.stream(iter(['data: {"text": 7}\n\n', 'data: "words"\n\n', "data: [DONE]\n\n"]))

    def do_error_object(self, text: str) -> None:
        self.stream(iter([f'data: {{"error": {{"message": "overloaded {KEY_IN_ERROR}"}}}}\n\n']))

    def do_endless(self, text: str) -> None:
        self.stream(
            _data({"delta": {"content": "또 "}, "finish_reason": None}) for _ in range(9999)
        )

    def do_redirect(self, text: str) -> None:
        self.send_response(307)
        self.send_header("Location", "http://127.0.0.1:9/v1/chat/completions")
        self.send_header("Content-Length", "0")
        self.end_headers()


FAULTS = (
    *STATUS, "hang", "stall", "slow", "cut", "length", "reset", "malformed", "html", "empty",
    "no-choices", "euc-kr", "wrong-schema", "error-object", "endless", "redirect",
)  # fmt: skip


REFUSES = {
    "no-schema": ("json_schema",), "no-json": ("json_schema", "json_object"),
    "newer": ("max_tokens", "temperature"),
}  # fmt: skip


def _refused(model: str, body: dict[str, Any]) -> str | None:
    """The parameter of a call that a model of such a name does not know."""
    asked = {*body, body.get("response_format", {}).get("type")}
    return next((one for one in REFUSES.get(model, ()) if one in asked), None)


def _completion(text: str) -> dict[str, Any]:
    message = {"role": "assistant", "content": text}
    return {"id": "1", "choices": [{"index": 0, "message": message, "finish_reason": "stop"}]}


def _chunks(text: str, reason: str = "stop") -> Iterator[str]:
    yield _data({"delta": {"role": "assistant", "content": ""}, "finish_reason": None})
    for start in range(0, len(text), 6):
        part = text[start : start + 6]
        yield _data({"delta": {"content": part}, "finish_reason": None})
    yield ": a comment\n\n"
    yield _data({"delta": {}, "finish_reason": reason})
    yield 'data: {"id": "1", "choices": [], "usage": {"total_tokens": 9}}\n\n'
    yield "data: [DONE]\n\n"


def _data(choice: dict[str, Any]) -> str:
    chunk = {"id": "1", "object": "chat.completion.chunk", "choices": [{"index": 0, **choice}]}
    return f"data: {json.dumps(chunk, ensure_ascii=False)}\n\n"


def _first(lines: Iterator[str], number: int) -> Iterator[str]:
    return (line for line, _ in zip(lines, range(number), strict=False))


def _split(data: bytes) -> Iterator[bytes]:
    half = len(data) // 2
    yield data[:half]
    yield data[half:]
