"""`dangol graph` and `dangol studio`: a case as a picture, and as a page that follows its file."""

import signal
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game.cli.desk import lang_option, language, library, open_desk
from game.errors import DangolError
from game.words import Lang, words

if TYPE_CHECKING:
    from game.case.model import Case
    from game.playthrough import Playthrough
    from game.workshop.graph import Graph

_BOT_PLAYS = 100


@click.command()
@click.argument("case", metavar="CASE")
@click.option(
    "-o", "--out", metavar="FILE", type=click.Path(path_type=Path), help=".html .svg .dot .mmd"
)
@click.option(
    "--heat",
    metavar="plays|BOT",
    help="지나간 비율: 저장된 대화나 봇 / share of stored plays or a bot's",
)
@lang_option
def graph(case: str, out: Path | None, heat: str | None, lang: Lang | None) -> None:
    """사례를 그림으로 / draw a case as a graph"""
    from game.workshop.graph import graph_of
    from game.workshop.graph_files import dot_of, mermaid_of, svg_of

    chosen = language(lang)
    found = library().load(case)
    path = out or Path(f"{found.id}.html")
    drawn = graph_of(found, chosen)
    match path.suffix:
        case ".html":
            text = _page(found, drawn, heat)
        case ".svg":
            text = svg_of(drawn)
        case ".dot":
            text = dot_of(drawn)
        case ".mmd":
            text = mermaid_of(drawn)
        case _:
            raise DangolError("workshop.graph.ending", path=path)
    try:
        path.write_text(text, "utf-8", newline="\n")
    except OSError as error:
        said = error.strerror or error
        raise DangolError("workshop.file.failed", path=path, said=said) from error
    click.echo(words(chosen, "workshop.graph.written", path=path), err=True)


def _page(case: "Case", graph: "Graph", heat: str | None) -> str:
    from game.workshop.graph_page import graph_page
    from game.workshop.graph_paths import heat_of, track_of
    from game.workshop.sheet_paths import golden_path, worst_path

    lang = graph.lang
    tracks = [
        track_of(words(lang, "workshop.graph.path.best"), graph, golden_path(case, lang)),
        track_of(words(lang, "workshop.graph.path.worst"), graph, worst_path(case, lang)),
    ]
    shares = heat_of(_runs(case, heat)) if heat is not None else None
    if shares == {}:
        click.echo(words(lang, "workshop.graph.heat-none", case=case.id), err=True)
        shares = None
    return graph_page(graph, tracks, shares)


def _runs(case: "Case", heat: str) -> Iterator["Playthrough"]:
    """The plays whose heat was asked for: those in the store, or those of a bot."""
    if heat == "plays":
        yield from _stored(case)
        return
    from game.engine.bots import BOTS, RANDOM
    from game.workshop.trying import played_by

    bots = {bot.id: bot for bot in (*BOTS, RANDOM)}
    if heat not in bots:
        raise DangolError("workshop.graph.heat-unknown", given=heat, known=", ".join(bots))
    noise = 100 if heat == RANDOM.id else 15
    yield from (played_by(case, bots[heat], seed, noise) for seed in range(_BOT_PLAYS))


def _stored(case: "Case") -> Iterator["Playthrough"]:
    """Every finished play of the case on this computer, as far as its text still allows it."""
    from game.playthrough import replay
    from game.store.learners import GUEST

    learners = open_desk().store.learners
    learners.look()
    for learner in (GUEST, *(one.id for one in learners.found)):
        saves = learners.drawer(learner).saves
        for touched in saves.dated(ended=True):
            if touched.case == case.id:
                saved = saves.load(touched.name)
                yield replay(case, saved.header, saved.log)[0]


@click.command()
@click.argument("case", metavar="[CASE]", required=False)
@click.option("--port", type=click.IntRange(1024, 65535), help="포트 / port")
@click.option("--no-browser", is_flag=True, help="브라우저를 열지 않기 / do not open the browser")
@lang_option
def studio(case: str | None, port: int | None, no_browser: bool, lang: Lang | None) -> None:
    """쓰는 대로 따라오는 작업실 페이지 / a page that follows a case as you write it"""
    from game.workshop.studio.deep import DeepChecks
    from game.workshop.studio.server import open_server
    from game.workshop.studio.watching import Watch
    from game.workshop.studio.workbench import Workbench

    chosen = language(lang)
    bench = Workbench(library(), chosen, case)
    server = open_server(bench, port)
    watch, deep = Watch(bench), DeepChecks(bench)
    watch.begin()
    deep.begin()
    click.echo(words(chosen, "workshop.studio.open", address=server.address), err=True)
    if not no_browser:
        _browse(server.address)
    signal.signal(signal.SIGINT, signal.default_int_handler)  # some shells have it ignored
    try:
        server.serve_forever(poll_interval=0.2)
    except KeyboardInterrupt:
        click.echo(words(chosen, "workshop.studio.closed"), err=True)
    finally:
        server.over.set()
        server.server_close()
        watch.end()
        deep.end()


def _browse(address: str) -> None:
    """Opens a page without waiting for the browser, which may stay in the foreground."""
    import contextlib
    import threading
    import webbrowser

    def browse() -> None:
        with contextlib.suppress(webbrowser.Error):
            webbrowser.open(address)

    threading.Thread(target=browse, daemon=True).start()
