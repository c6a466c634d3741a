"""What the commands share: the desk of this computer, its language, and data for other tools."""

import contextlib
import json
import sys
from typing import Any

import click

from game import content
from game.case.library import Library
from game.desk import Desk, system_language
from game.store.files import write_atomically
from game.store.home import Store
from game.store.settings import Settings
from game.store.voice import VoiceFile
from game.view.debrief import DebriefView
from game.voices import Voices
from game.words import LANGUAGES, Lang

lang_option = click.option(
    "--lang", type=click.Choice(LANGUAGES), help="한국어 또는 영어 / Korean or English"
)


def language(asked: Lang | None) -> Lang:
    """The language that was asked for, else the one that is set, else the computer's."""
    return asked or Settings(content.home()).chosen.lang or system_language()


def library() -> Library:
    """The shipped cases, and the user's own."""
    return Library([content.scenarios(), content.home() / "scenarios"])


def open_desk() -> Desk:
    """The desk of this computer; its records are opened when they are first asked for."""
    home = content.home()
    return Desk(library(), Settings(home), Store(home), _print_debrief, Voices(VoiceFile(home)))


def _print_debrief(view: DebriefView, lang: Lang) -> str:
    """Writes a debrief as a page in the data folder and asks the browser to open it."""
    import webbrowser

    from game.report.html import write_debrief

    path = write_debrief(view, lang, content.home() / "debriefs", write_atomically)
    with contextlib.suppress(webbrowser.Error):
        webbrowser.open(path.as_uri())
    return str(path)


def as_json_text(data: Any) -> str:
    """JSON that any terminal can print: in ASCII where it cannot print Hangul."""
    encoding = (getattr(sys.stdout, "encoding", None) or "utf-8").lower().replace("-", "")
    return json.dumps(data, ensure_ascii=not encoding.startswith("utf"), indent=2)
