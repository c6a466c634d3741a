"""From saving a case's file to seeing it in the studio, in a real browser.

    python -m tests.bench.studio [NODES ...]

Prints a JSON line for each size (32 and 200 nodes where none is named): the milliseconds from the
end of writing the file until the browser has painted what the save changed, median and worst of
nine. `graph`: another node and the way to it, so that all is placed anew. `text`: other words of
the customer. `unread`: a reply that leads nowhere, with which the file no longer reads. `unmet`:
a node that nothing leads to, which only the checks find. The studio runs as its command does, deep
checks and all; the cases are those of `tests.report.drawn`.
"""

import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from playwright.sync_api import Page, sync_playwright

from game import content
from tests.report.conftest import ARGUMENTS, CHROMIUM, FONTS
from tests.report.drawn import story

SIZES: Final = (32, 200)
ROUNDS: Final = 9
_CALM: Final = 1.5  # seconds between saves: the deep checks are at work by then

# Two frames after the wanted word came: the first may have begun without it.
_WATCH: Final = """() => {
  new MutationObserver(() => {
    const { wanted, where, done } = window;
    if (!wanted || !document.querySelector(where).textContent.includes(wanted)) return;
    window.wanted = "";
    requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now())));
  }).observe(document.body, { childList: true, subtree: true });
}"""
_WANT: Final = """([wanted, where]) => {
  window.painted = new Promise(done => Object.assign(window, { wanted, where, done }));
}"""


@contextmanager
def studio(path: Path) -> Iterator[str]:
    """The command at work on a file; gives the address of its page."""
    command = (sys.executable, "-m", "game.cli", "studio", str(path), "--no-browser")
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8") as process:
        assert process.stderr is not None
        found = re.search(r"http://[\w.:/-]+/", process.stderr.readline())
        assert found is not None
        try:
            yield found[0]
        finally:
            process.send_signal(signal.SIGINT)
            process.wait()


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """A page of Chromium as large as a laptop's screen."""
    setup = folder / "fonts.conf"
    fonts = content.assets() / "fonts"
    setup.write_text(FONTS.format(fonts=fonts, cache=folder / "cache"), "utf-8")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=ARGUMENTS,
            env={**os.environ, "FONTCONFIG_FILE": str(setup)},
        )
        yield opened.new_page(viewport={"width": 1440, "height": 900})
        opened.close()


def _node(name: str, to: str) -> str:
    return f"  {name}:\n    say: 새 자리입니다.\n    replies:\n{_reply(to)}"


def _reply(to: str) -> str:
    return (
        f"      - id: to-{to}\n        say: 네.\n        acts: [inform]\n        why: 네.\n"
        f"        go: {to}\n"
    )


def saved(text: str, what: str, number: int) -> tuple[str, str, str]:
    """The text after the save, the word to wait for, and where it comes."""
    word = f"{what}{number}"
    if what == "graph":
        opened = text.replace("  n9:\n", _node(word, "n20") + "  n9:\n", 1)
        return (
            opened.replace("    replies:\n", f"    replies:\n{_reply(word)}", 1),
            word,
            "#drawing",
        )
    if what == "text":
        return (
            re.sub(r"(  n8:\n    say: ).*", rf"\1{word}라고 하셨죠.", text, count=1),
            word,
            "#drawing",
        )
    if what == "unread":
        return re.sub(r"go: n\d+", f"go: {word}", text, count=1), word, "#problems"
    return f"{text}  {word}: {{end: lost}}\n", word, "#problems"


def waited(page: Page, path: Path, text: str, word: str, where: str) -> float:
    """The milliseconds from saving a text until its word is painted."""
    page.evaluate(_WANT, [word, where])
    path.write_text(text, "utf-8")
    written = time.time() * 1000
    return float(page.evaluate("() => window.painted")) - written


def measured(page: Page, path: Path, nodes: int) -> dict[str, object]:
    """One row."""
    text, row = path.read_text("utf-8"), dict[str, object](nodes=nodes)
    for what in ("text", "graph", "unread", "unmet"):
        took = []
        for number in range(ROUNDS):
            took.append(waited(page, path, *saved(text, what, number)))
            time.sleep(_CALM)
        row[what] = [round(statistics.median(took)), round(max(took))]
    return row


def main(*sizes: str) -> None:
    """Prints a row for each size."""
    with tempfile.TemporaryDirectory() as made, browser(Path(made)) as page:
        for nodes in map(int, sizes or SIZES):
            path = Path(made) / f"case{nodes}.yaml"
            path.write_text(story(nodes), "utf-8")
            with studio(path) as address:
                page.goto(address)
                page.wait_for_selector("html[data-drawn]")
                page.evaluate(_WATCH)
                time.sleep(_CALM)
                print(json.dumps(measured(page, path, nodes)), flush=True)
                page.goto("about:blank")


if __name__ == "__main__":
    main(*sys.argv[1:])
