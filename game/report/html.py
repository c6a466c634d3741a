"""The debrief as one HTML page that needs nothing else: to read, to print on A4, to hand on.

No script, no font and no address of the network is in it; its own security policy forbids them.
The template and the style sheet are `assets/report/`.
"""

import base64
import re
from collections.abc import Callable
from functools import partial
from itertools import count
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from game import content
from game.report.lines import look_of, report_lines
from game.view.debrief import DebriefView
from game.words import Lang, words

# By the axis or the tone that they stand beside; the names are files of assets/icons.
ICONS = {
    "resolution": "check-circle",
    "empathy": "heart",
    "gratitude": "hand-heart",
    "conduct": "x-circle",
    "won": "check",
    "again": "circle-dashed",
    "never": "lock-simple",
    "critical": "x-circle",
    "better": "lightbulb",
    "simulated": "warning-circle",
    "passed": "seal-check",
}
_LONGEST_NAME = 60


def debrief_page(view: DebriefView, lang: Lang) -> str:
    """The whole page; every text of the view is escaped."""
    folder = content.assets() / "report"
    house = Environment(
        loader=FileSystemLoader(folder),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return house.get_template("debrief.html.j2").render(
        view=view,
        lang=lang,
        word=partial(words, lang),
        # The view has no other sign of it, and an unfinished play must not read as a silent leave.
        is_unfinished=view.headline == words(lang, "debrief.unfinished"),
        lines=report_lines(view),
        look_of=look_of,
        portrait=_portrait(view),
        icons={name: _shape(file) for name, file in ICONS.items()},
    )


def write_debrief(
    view: DebriefView, lang: Lang, folder: Path, write: Callable[[Path, str], None]
) -> Path:
    """Writes the page by `write` under a name that is still free, and gives the path."""
    text = debrief_page(view, lang)
    path = _reserved(folder, f"dangol-debrief-{_safe(view.case)}-{lang}")
    try:
        write(path, text)
    except BaseException:
        if path.exists() and not path.stat().st_size:
            path.unlink()
        raise
    return path


def _reserved(folder: Path, stem: str) -> Path:
    """The first free name, taken by an empty file, so that two writers never get the same one."""
    path = folder / f"{stem}.html"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return path  # what forbids this forbids the writing too, and `write` has the words for it
    for number in count(2):
        try:
            path.open("x").close()
        except FileExistsError:
            path = folder / f"{stem}-{number}.html"
        except OSError:
            break
        else:
            break
    return path


def _safe(name: str) -> str:
    """A case's id as part of a file name, on any system."""
    return re.sub(r"[^\w-]+", "-", name)[:_LONGEST_NAME].strip("-") or "case"


def _portrait(view: DebriefView) -> str:
    """The customer's face as they left, as a data address; "" for one we have no picture of."""
    if not all(re.fullmatch(r"[\w-]+", name) for name in (view.portrait, view.face)):
        return ""
    path = content.assets() / "portraits" / view.portrait / f"{view.face}.png"
    if not path.is_file():
        return ""
    return "data:image/png;base64," + base64.b64encode(path.read_bytes()).decode("ascii")


def _shape(name: str) -> Markup:
    """What an icon's file draws, without its outer element."""
    text = (content.assets() / "icons" / f"{name}.svg").read_text("utf-8")
    return Markup(re.sub(r"</?svg[^>]*>", "", text))
