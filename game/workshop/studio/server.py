"""The studio's server: this computer alone can reach it, and of its pages only our own.

It is the server of Python itself. One author sits before one page with six addresses; a framework
would bring three packages for that and stop no attack that a few lines here do not stop: it listens
on the loopback address, answers no name but its own (a page elsewhere can point a name of its own
at this computer), takes nothing that another page sent, and its address holds a word that nobody
can guess.
"""

import contextlib
import json
import os
import secrets
import threading
from collections.abc import Callable
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Final

from game.errors import DangolError, IllegalMove
from game.workshop.studio.page import files, page
from game.workshop.studio.workbench import Workbench

HOST: Final = "127.0.0.1"
PORT: Final = 8710
_PORTS: Final = 50
_MOST_SENT: Final = 10_000  # bytes that a page may send
_PULSE: Final = 15.0  # seconds between signs of life to a page that waits
_POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; "
    "font-src 'self'; connect-src 'self'; worker-src blob:; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Server(ThreadingHTTPServer):
    """Serves one workbench under an address that holds a random word."""

    daemon_threads = True
    block_on_close = False
    # Elsewhere this lets a port be taken again at once; on Windows it would let two hold it.
    allow_reuse_address = os.name != "nt"

    def __init__(self, bench: Workbench, port: int = PORT) -> None:
        self.bench = bench
        self.word = secrets.token_urlsafe(24)
        self.over = threading.Event()
        self.files = files()
        super().__init__((HOST, port), Handler)

    @property
    def names(self) -> tuple[str, ...]:
        """The names that a browser may know this server by."""
        port = self.server_address[1]
        return (f"{HOST}:{port}", f"localhost:{port}")

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{self.names[0]}/{self.word}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that hangs up is no news."""


def open_server(bench: Workbench, port: int | None = None) -> Server:
    """A server at `port`, else at the first free one from 8710; raises DangolError."""
    tried = [port] if port is not None else range(PORT, PORT + _PORTS)
    for one in tried:
        with contextlib.suppress(OSError):
            return Server(bench, one)
    raise DangolError("workshop.studio.port", port=PORT if port is None else port)


class Handler(BaseHTTPRequestHandler):
    """Answers one page. What is not asked for rightly is not there."""

    server: Server
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """The page, its files, what it shows, and word of every change."""
        name = self._asked()
        bench = self.server.bench
        if name is None:
            return
        if name == "":
            self._send(page(bench.lang).encode(), "text/html; charset=utf-8")
        elif name in self.server.files:
            self._send(*self.server.files[name])
        elif name == "state":
            self._send_json(bench.state())
        elif name == "graph":
            self._send_json(bench.graph())
        elif name == "events":
            self._send_events()
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """A move in the play, or another case on the bench; never a change to any file."""
        name = self._asked()
        if name is None:
            return
        if self.headers.get("Origin") not in {f"http://{one}" for one in self.server.names}:
            self._refuse(HTTPStatus.FORBIDDEN)
            return
        sent = self._sent()
        if sent is None:
            self._refuse(HTTPStatus.BAD_REQUEST)
            return
        done = self._moves().get(name)
        if done is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        try:
            self._send_json({"done": done(sent) is not False})
        except IllegalMove:
            self._send_json({"done": False})

    def _moves(self) -> dict[str, Callable[[dict[str, str]], bool | None]]:
        bench = self.server.bench
        return {
            "choose": lambda sent: bench.choose(sent.get("node", ""), sent.get("reply", "")),
            "wait": lambda sent: bench.wait(),
            "back": lambda sent: bench.back(),
            "restart": lambda sent: bench.restart(),
            "go": lambda sent: bench.go(sent.get("node", "")),
            "open": lambda sent: bench.open(sent.get("case", "")),
        }

    def _asked(self) -> str | None:
        """What is asked for, by its name below the secret word; None where that was refused."""
        if self.headers.get("Host") not in self.server.names:
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return None
        if self.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
            self._refuse(HTTPStatus.FORBIDDEN)
            return None
        word, _, name = self.path.partition("?")[0].removeprefix("/").partition("/")
        if not secrets.compare_digest(word.encode(), self.server.word.encode()):
            self._refuse(HTTPStatus.NOT_FOUND)
            return None
        return name

    def _sent(self) -> dict[str, str] | None:
        """The texts that the page sent as JSON; None where it sent anything else."""
        length = self.headers.get("Content-Length", "")
        if not length.isascii() or not length.isdigit() or int(length) > _MOST_SENT:
            self.close_connection = True
            return None
        try:
            sent = json.loads(self.rfile.read(int(length)))
        except (ValueError, RecursionError):
            return None
        whole = isinstance(sent, dict) and all(isinstance(one, str) for one in sent.values())
        return sent if whole else None

    def _send_events(self) -> None:
        """The number of the last change, at once and whenever it is another."""
        self.send_response(HTTPStatus.OK)
        self._send_headers("text/event-stream", None)
        bench, number = self.server.bench, -1
        while not self.server.over.is_set():
            now = bench.wait_for_change(number, _PULSE)
            self.wfile.write(f"data: {now}\n\n".encode() if now != number else b":\n\n")
            self.wfile.flush()
            number = now
        self.close_connection = True

    def _send_json(self, data: Any) -> None:
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        self._send(text.encode("utf-8", "replace"), "application/json; charset=utf-8")

    def _send(self, body: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self._send_headers(kind, len(body))
        self.wfile.write(body)

    def _send_headers(self, kind: str, length: int | None) -> None:
        for key, value in _HEADERS.items():
            self.send_header(key, value)
        self.send_header("Content-Type", kind)
        if length is None:
            self.send_header("Connection", "close")
        else:
            self.send_header("Content-Length", str(length))
        self.end_headers()

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self.send_response(status)
        self._send_headers("text/plain; charset=utf-8", 0)

    def version_string(self) -> str:
        """Nobody needs to know what answers."""
        return "dangol"

    def log_message(self, format: str, *args: Any) -> None:
        """Says nothing: the terminal is the author's."""
