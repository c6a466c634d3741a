"""`dangol new --from FILE --llm`: a model drafts, with a person before and after it."""

from contextlib import closing
from pathlib import Path

import click

from game.cli.drafting import tell_masks
from game.cli.language_model import chosen_server, may_send
from game.customers.asking import Asker
from game.customers.servers import key_for
from game.words import Lang, words
from game.workshop.drafting import Wish
from game.workshop.drafting_holes import HOLE
from game.workshop.drafting_story import draft_story, masked_story, story_question

KEPT = 1
_SECONDS = 180.0


def draft_with_model(
    wish: Wish, story: Path, folder: Path, named: tuple[str | None, str | None], yes: bool,
    lang: Lang,
) -> int:  # fmt: skip
    """Masks a story, shows what would be sent, asks, and writes the draft; 1 where it may not."""
    server = chosen_server(*named)
    masked = masked_story(wish, story, folder)
    tell_masks(masked, lang)
    click.echo(words(lang, "workshop.llm.masked"), err=True)
    example = story_question(masked, wish.language)
    if not may_send(server, words(lang, "workshop.llm.what"), example, yes, lang):
        return KEPT
    with closing(Asker(server, key_for(server), _SECONDS)) as asker:
        path = draft_story(wish, masked, asker, folder)
    text = path.read_text("utf-8")
    values = {"case": path, "nodes": text.count("\n  turn-") + 1, "holes": text.count(HOLE)}
    click.echo(words(lang, "workshop.llm.done", **values))
    return 0
