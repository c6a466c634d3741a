"""What the commands share that speak to a language model: which one, and whether they may."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from game import content
from game.errors import DangolError
from game.words import Lang, words

if TYPE_CHECKING:
    from game.customers.prompt import Message
    from game.customers.servers import Server

YES = ("y", "yes", "예", "네", "ㅇ")
_Command = TypeVar("_Command", bound=Callable[..., Any])


def server_options(command: _Command) -> _Command:
    """The options `--base-url` and `--model`."""
    named = click.option("--model", metavar="NAME", help="모델의 이름 / name of the model")
    where = click.option("--base-url", metavar="URL", help="서버 주소 / address of the server")
    return where(named(command))


def chosen_server(base_url: str | None, model: str | None) -> "Server":
    """The server that was named, else the one that was chosen for this computer.

    Raises DangolError where there is none or it may not be used. Chosen is not agreed to: whoever
    sends something asks.
    """
    from game.customers.choosing import read_choice
    from game.customers.servers import Server, checked

    if not base_url and not model:
        named = read_choice(content.home()).server
        base_url, model = named.base_url, named.model
    if not base_url or not model:
        raise DangolError("cli.llm.which")
    return checked(Server(base_url, model))


def may_send(server: "Server", what: str, example: "list[Message]", yes: bool, lang: Lang) -> bool:
    """Tells what is sent where, and asks on a terminal; elsewhere only `yes` agrees.

    All on the error stream: the output is for what comes of it.
    """
    key = "doctor.llm.where.here" if server.is_loopback else "doctor.llm.where.away"
    click.echo(words(lang, key, host=server.host, model=server.model), err=True)
    click.echo(what, err=True)
    click.echo(words(lang, "doctor.llm.example"), err=True)
    for message in example:
        for line in message["content"].splitlines():
            click.echo(f"  | {line}", err=True)
    if yes:
        return True
    if not sys.stdin.isatty():
        raise DangolError("cli.llm.yes")
    click.echo(f"{words(lang, 'doctor.llm.ask')} ", err=True, nl=False)
    try:
        said = input().strip().casefold()
    except (EOFError, UnicodeDecodeError):
        said = ""
    if said not in YES:
        click.echo(words(lang, "doctor.llm.no"), err=True)
    return said in YES
