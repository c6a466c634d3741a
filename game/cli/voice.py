"""`dangol voice`: which language model words the customers' lines; all that the window can set."""

import time

import click

from game import content
from game.cli.desk import lang_option, language
from game.cli.language_model import may_send, server_options
from game.errors import CustomerUnavailable, DangolError
from game.store.voice import VoiceFile
from game.voices import Voices
from game.words import Lang, words

_OFF = 1
_LOOK = 0.05


@click.command()
@server_options
@click.option("--off", is_flag=True, help="쓰인 대로 말하기 / say what is written")
@click.option("--forget", is_flag=True, help="끄고 동의 거두기 / switch off, withdraw the consent")
@click.option("--key", is_flag=True, help="열쇠를 물어 열쇠고리에 넣기 / ask for the key, keep it")
@click.option("--try", "tries", is_flag=True, help="한마디 시켜 보기 / try one line")
@click.option("--yes", is_flag=True, help="묻지 않고 동의하기 / agree without being asked")
@lang_option
def voice(
    base_url: str | None, model: str | None, off: bool, forget: bool, key: bool, tries: bool,
    yes: bool, lang: Lang | None,
) -> int:  # fmt: skip
    """고객의 말을 언어 모델에 맡깁니다: 켜져 있으면 0 / who words the customers: 0 if it is on"""
    chosen = language(lang)
    if sum((off, forget, key, tries)) > 1:
        raise DangolError("cli.voice.one")
    voices = Voices(VoiceFile(content.home()))
    if base_url or model:
        _name(voices, base_url, model)
    if off or forget:
        voices.withdraw() if forget else voices.switch_off()
        return _tell(voices, chosen)
    if key:
        return _keep(voices, chosen)
    if not (base_url or model or tries or yes):
        from game.customers.choosing import read_choice

        read_choice(content.home())  # a file that makes no sense is an error here
        return _tell(voices, chosen)
    may = voices.choice.is_agreed and (voices.choice.is_on or tries)
    if not may and not _agree(voices, yes, chosen):
        return _OFF
    return _try(voices, chosen) if tries else _tell(voices, chosen)


def _name(voices: Voices, base_url: str | None, model: str | None) -> None:
    """Another address or model, checked before it is kept."""
    named = (base_url or voices.choice.base_url, model or voices.choice.model)
    if not all(named):
        raise DangolError("cli.voice.both")
    from game.customers.servers import Server, checked

    checked(Server(*named))
    voices.name(*named)


def _agree(voices: Voices, yes: bool, lang: Lang) -> bool:
    from game.customers.probing import example_messages
    from game.customers.servers import checked

    server = checked(voices.choice.server)
    if not may_send(server, words(lang, "voice.sends"), example_messages(lang), yes, lang):
        return False
    voices.agree()
    return True


def _keep(voices: Voices, lang: Lang) -> int:
    """Asks for the key without showing it; it goes to the keyring or nowhere."""
    from game.customers.servers import checked, keep_key

    server = checked(voices.choice.server)
    typed = click.prompt(words(lang, "cli.voice.key.ask", host=server.host), hide_input=True)
    if not keep_key(server, str(typed).strip()):
        raise CustomerUnavailable("cli.voice.key.none")
    click.echo(words(lang, "cli.voice.key.kept"), err=True)
    return _tell(voices, lang)


def _try(voices: Voices, lang: Lang) -> int:
    voices.try_out(lang)
    while voices.is_trying:
        time.sleep(_LOOK)
    view = voices.view(lang)
    click.echo(view.tried)
    return 0 if view.went_well else _OFF


def _tell(voices: Voices, lang: Lang) -> int:
    view = voices.view(lang)
    if view.base_url:
        click.echo(words(lang, "cli.voice.server", url=view.base_url, model=view.model))
    click.echo(words(lang, "cli.voice.state", sentence=view.sentence))
    if view.key:
        click.echo(view.key)
    return 0 if view.state == "on" else _OFF
