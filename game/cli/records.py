"""`dangol backup`, `restore`, `export`, `import` and `erase`: the records, carried and deleted."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from game import content
from game.cli.desk import lang_option, language
from game.errors import DangolError, StoreError
from game.store.files import write_atomically
from game.words import Lang, words

if TYPE_CHECKING:
    from game.store.learners import Learner, Learners
    from game.store.merging import Merged

SOME_REFUSED = 1
YES = ("y", "yes", "예", "네", "ㅇ")

_force = click.option(
    "--force", is_flag=True, help="있는 파일을 덮어쓰기 / write over a file that is there"
)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@_force
@lang_option
def backup(file: Path, force: bool, lang: Lang | None) -> None:
    """기록을 파일 하나로 복사합니다 / copy the records into one file"""
    from game.store.backup import back_up

    chosen = language(lang)
    _must_be_free(file, force)
    back_up(records(chosen).database, file)
    click.echo(words(chosen, "cli.backup.done", path=file), err=True)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@lang_option
def restore(file: Path, lang: Lang | None) -> None:
    """복사해 둔 기록으로 되돌립니다 / put a backup in place of the records"""
    from game.store.backup import restore as put_back
    from game.store.database import FILE

    chosen = language(lang)
    aside = put_back(file, content.home() / FILE)
    key = "cli.restore.done" if aside else "cli.restore.done.first"
    click.echo(words(chosen, key, path=file, aside=aside), err=True)


@click.command()
@click.argument("file", metavar="FILE", type=click.Path(path_type=Path))
@click.option("--learner", metavar="NAME|ID", help="한 사람만 / one learner only")
@_force
@lang_option
def export(file: Path, learner: str | None, force: bool, lang: Lang | None) -> None:
    """기록을 JSON 줄로 내보냅니다 / write the records as lines of JSON"""
    from game.store.archive import EVERYBODY
    from game.store.archive import export as lines_of

    chosen = language(lang)
    _must_be_free(file, force)
    learners = records(chosen)
    whose = EVERYBODY if learner is None else _one(learners, learner, chosen)
    lines = list(lines_of(learners.database, whose))
    write_atomically(file, "".join(f"{line}\n" for line in lines))
    plays = sum(line.startswith('{"kind": "play"') for line in lines)
    click.echo(words(chosen, "cli.export.done", path=file, plays=plays), err=True)


@click.command("import")
@click.argument("files", metavar="FILE...", nargs=-1, required=True)
@lang_option
def import_(files: tuple[str, ...], lang: Lang | None) -> int:
    """내보낸 기록을 합칩니다 / take exported records in"""
    from game.store.merging import Merged, merge

    chosen = language(lang)
    database, merged = records(chosen).database, Merged()
    for file in files:
        merge(database, Path(file), merged)
    _tell(merged, chosen)
    return SOME_REFUSED if merged.refused else 0


def _tell(merged: "Merged", lang: Lang) -> None:
    for path, line, why in merged.refused:
        said = words(lang, why.key, **why.values)
        click.echo(words(lang, "cli.import.refused", path=path, line=line, said=said), err=True)
    for kind in ("learner", "play", "plan"):
        new, longer, known = (merged.number(kind, how) for how in ("new", "longer", "known"))
        click.echo(words(lang, f"cli.import.{kind}s", new=new, longer=longer, known=known))
    click.echo(words(lang, "cli.import.left-out", number=len(merged.refused)))
    for name in merged.namesakes:
        click.echo(words(lang, "cli.import.namesake", name=name))


@click.command()
@click.argument("learner", metavar="LEARNER")
@click.option("--yes", is_flag=True, help="묻지 않기 / do not ask")
@lang_option
def erase(learner: str, yes: bool, lang: Lang | None) -> int:
    """한 학습자의 모든 것을 지웁니다 / delete all that is kept of a learner"""
    chosen = language(lang)
    learners = records(chosen)
    whose = _one(learners, learner, chosen)
    name = next((one.name for one in learners.found if one.id == whose), learner)
    saves = learners.drawer(whose).saves
    plays = len(saves.dated()) + len(saves.dated(ended=True))
    if not yes and not _is_sure(words(chosen, "cli.erase.ask", name=name, plays=plays)):
        click.echo(words(chosen, "cli.erase.kept"), err=True)
        return 130
    learners.remove(whose)
    click.echo(words(chosen, "cli.erase.done", name=name), err=True)
    for copy in _unreadable_copies(learners):
        click.echo(words(chosen, "cli.erase.copy", path=copy), err=True)
    return 0


def _unreadable_copies(learners: "Learners") -> Iterator[Path]:
    """Databases set aside as damaged, in which nobody can be found to be deleted."""
    from game.store.backup import check
    from game.store.erasing import copies_of

    for copy in copies_of(learners.database.path):
        try:
            check(copy)
        except StoreError:
            yield copy


# ------------------------------------------------------------ what they share


def records(lang: Lang) -> "Learners":
    """The records of this computer; raises StoreError where they cannot be read."""
    from game.store.learners import Learners

    learners = Learners(content.home())
    failed = learners.look()
    if failed:
        raise failed
    for notice in learners.notices:
        click.echo(words(lang, notice.key, **notice.values), err=True)
    return learners


def _must_be_free(file: Path, force: bool) -> None:
    if file.is_dir():
        raise DangolError("cli.file.folder", path=file)
    if file.exists() and not force:
        raise DangolError("cli.file.taken", path=file)


def _one(learners: "Learners", asked: str, lang: Lang) -> str:
    """The id of a learner by name or id; raises DangolError unless it is one's alone."""
    if asked.casefold() in ("guest", words(lang, "screen.learner.guest").casefold()):
        return ""
    found: list[Learner] = [one for one in learners.found if one.id == asked]
    found = found or [one for one in learners.found if one.name.casefold() == asked.casefold()]
    if not found:
        names = ", ".join(one.name for one in learners.found) or "-"
        raise DangolError("cli.learner.none", name=asked, names=names)
    if len(found) > 1:
        ids = ", ".join(one.id for one in found)
        raise DangolError("cli.learner.two", name=asked, ids=ids)
    return found[0].id


def _is_sure(question: str) -> bool:
    try:
        return input(f"{question} ").strip().casefold() in YES
    except (EOFError, RuntimeError, UnicodeDecodeError):
        return False
