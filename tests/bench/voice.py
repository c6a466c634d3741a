"""How much a voice adds to a bare HTTP request until its first words, on the tests' server.

    python -m tests.bench.voice [ROUNDS]

Prints a JSON line: the medians in milliseconds of a bare request, of the model's first words, and
of the first sentence that the guards let through, all taking turns; then what importing the package
and making a client cost once, in a process of its own. The aim is under 5 ms more than bare.
"""

import http.client
import json
import statistics
import subprocess
import sys
import time
from contextlib import closing
from urllib.parse import urlsplit

from game.customers.openai_voice import MOST_TOKENS, OpenAIVoice
from game.customers.prompt import messages
from game.customers.servers import Server
from game.customers.speaking import Speaker
from game.customers.wanted import CustomerLineWanted
from tests.llm_server import Stub, stub_server
from tests.wanted import a_line

LINE = a_line("손잡이가 짧아서요. 쓰다 보면 허리가 아파요.")
ONCE = (
    "import time; began = time.perf_counter(); import openai;"
    "from game.customers.openai_voice import client; from game.customers.servers import Server;"
    "client(Server('http://127.0.0.1:9/v1', 'm'), None).chat.completions;"
    "print(round((time.perf_counter() - began) * 1e3))"
)


def bare(stub: Stub, line: CustomerLineWanted) -> float:
    """Seconds of a request made by hand until the first piece with words in it."""
    address = urlsplit(stub.base_url)
    asked = {
        "model": "good", "messages": messages(line), "stream": True, "max_tokens": MOST_TOKENS,
    }  # fmt: skip
    heard: list[float] = []
    began = time.perf_counter()
    with closing(http.client.HTTPConnection(address.hostname or "", address.port)) as connection:
        connection.request("POST", f"{address.path}/chat/completions", json.dumps(asked))
        for raw in connection.getresponse():  # to its end, as the voice does
            if not heard and raw.startswith(b"data: {"):
                choices = json.loads(raw[6:])["choices"]
                if choices and choices[0]["delta"].get("content"):
                    heard.append(time.perf_counter())
    return heard[0] - began


def voiced(voice: OpenAIVoice, line: CustomerLineWanted) -> float:
    """Seconds until the voice hears the first words."""
    heard: list[float] = []
    began = time.perf_counter()
    voice.say(line, 5, lambda said: heard.append(time.perf_counter()) if said else None, 0)
    return heard[0] - began


def shown(voice: OpenAIVoice, line: CustomerLineWanted) -> float:
    """Seconds until the first sentence may be shown."""
    heard: list[float] = []
    began = time.perf_counter()
    Speaker(voice).say(line, lambda said: heard.append(time.perf_counter()) if said else None)
    return heard[0] - began


def main(rounds: str = "60") -> None:
    """Prints the row; what is done for the first time does not count."""
    with stub_server() as stub, closing(OpenAIVoice(Server(stub.base_url, "good"))) as voice:
        times = [
            (bare(stub, LINE), voiced(voice, LINE), shown(voice, LINE))
            for _ in range(int(rounds) + 3)
        ][3:]
    by_hand, first, sentence = (statistics.median(one) * 1e3 for one in zip(*times, strict=True))
    once = subprocess.run((sys.executable, "-c", ONCE), capture_output=True, text=True, check=True)
    row = {
        "rounds": int(rounds),
        "bare_ms": round(by_hand, 2),
        "first_words_ms": round(first, 2),
        "added_ms": round(first - by_hand, 2),
        "first_sentence_ms": round(sentence, 2),
        "once_ms": int(once.stdout),
    }
    print(json.dumps(row))


if __name__ == "__main__":
    main(*sys.argv[1:])
