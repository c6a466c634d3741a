"""`dangol shot`: a screen as a picture, for looking at it and for the checks."""

import re
from pathlib import Path

import click

from game.cli.desk import lang_option, open_desk
from game.errors import DangolError
from game.words import Lang, words

SCREENS = (
    *("title", "briefing", "dialogue", "feedback", "exam", "pause", "ended"),
    *("rating", "debrief", "debrief2", "library", "history", "learners", "privacy", "settings"),
    "voice",
    *("scene-review", "pages", "gallery", "gallery2", "gallery3"),
    *("meant", "heard", "debrief-typed"),
)


@click.command()
@click.argument("screen", type=click.Choice(SCREENS))
@click.argument("out", metavar="OUT.png")
@click.option("--case", "case", help="사례 / case")
@click.option("--size", default="1280x720", help="1280x720")
@click.option("--text-scale", type=click.FloatRange(1.0, 1.5), default=1.0, help="1.0-1.5")
@lang_option
def shot(
    screen: str, out: str, case: str | None, size: str, text_scale: float, lang: Lang | None
) -> None:
    """화면 하나를 창 없이 그림으로 / draw a screen to a PNG without a window"""
    from game.screens.shot import shot as draw
    from game.shots import fixed_session

    desk = open_desk()
    chosen = lang or desk.lang
    session = fixed_session(desk.library, case, screen, chosen)
    if screen == "title":
        desk.await_records()
    try:
        draw(screen, Path(out), desk, session.case, _size(size), chosen, text_scale, session)
    except OSError as error:
        raise DangolError("cli.shot.failed", path=out, said=error.strerror or error) from error
    click.echo(words(chosen, "cli.shot.done", path=out), err=True)


def _size(text: str) -> tuple[int, int]:
    written = re.fullmatch(r"(\d{1,5})x(\d{1,5})", text)
    width, height = map(int, written.groups()) if written else (0, 0)
    if not (1024 <= width <= 3840 and 640 <= height <= 2160):
        raise DangolError("cli.shot.size")
    return width, height
