"""`dangol new`, `explain`, `translate`, `texts`, `sheet` and `import-story`: writing a case."""

import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from game.case.language import CHANNELS, TOUCHPOINTS
from game.cli.desk import as_json_text, lang_option, language, library
from game.cli.language_model import server_options
from game.errors import DangolError
from game.words import LANGUAGES, Lang, words

if TYPE_CHECKING:
    from game.workshop.drafting import Wish
    from game.workshop.masking import Masked

SOME_LEFT = 1
YES = ("y", "yes", "예", "네", "ㅇ")

_file = click.Path(path_type=Path)
_yes = click.option("--yes", is_flag=True, help="묻지 않고 쓰기 / write without asking")


@click.command()
@click.argument("case_id", metavar="ID")
@click.option("--channel", help=" ".join(CHANNELS))
@click.option("--touchpoint", help=" ".join(TOUCHPOINTS))
@click.option("--season", help="시즌의 id / id of the season")
@click.option(
    "--language", "written", type=click.Choice(LANGUAGES), help="사례의 언어 / its language"
)
@click.option("--dir", "folder", type=_file, default=Path("."), help="둘 폴더 / where to put it")
@click.option("--from", "transcript", type=_file, metavar="FILE", help="대화 글 / a conversation")
@click.option("--agent", metavar="NAME", help="대화에서 상담원의 표시 / the agent's mark in it")
@click.option("--llm", is_flag=True, help="언어 모델에게 초안을 / a draft by a language model")
@server_options
@click.option("--yes", is_flag=True, help="묻지 않고 보내기 / send without asking")
@lang_option
def new(
    case_id: str, channel: str | None, touchpoint: str | None, season: str | None,
    written: Lang | None, folder: Path, transcript: Path | None, agent: str | None,
    llm: bool, base_url: str | None, model: str | None, yes: bool, lang: Lang | None,
) -> int:  # fmt: skip
    """새 사례를 시작합니다 / begin a case that can be played at once"""
    from game.workshop.drafting import draft

    chosen = language(lang)
    if llm and transcript is None:
        raise DangolError("cli.llm.from")
    wish = _wish(case_id, folder, chosen, (channel, touchpoint, season, written))
    if transcript is not None and llm:
        from game.cli.drafting_model import draft_with_model

        return draft_with_model(wish, transcript, folder, (base_url, model), yes, chosen)
    if transcript is not None:
        _from_transcript(wish, transcript, folder, agent, chosen)
        return 0
    case, table = draft(wish, folder)
    click.echo(words(chosen, "workshop.new.done", case=case, table=table))
    click.echo(words(chosen, "workshop.new.next", case=case))
    return 0


def _wish(case_id: str, folder: Path, lang: Lang, given: Sequence[Any]) -> "Wish":
    """What was given; the rest is asked for on a terminal, and else as usual."""
    from game.cli.asking import Wrong, asked, one_of
    from game.workshop.drafting import Wish, check_wish, expect_free, is_name

    usual = Wish(case_id, language=lang)
    check_wish(usual)
    expect_free(usual, folder)

    def no_season(name: str) -> str | None:
        return None if is_name(name) else words(lang, "workshop.new.season", name=name[:60])

    asks: tuple[tuple[str, Sequence[str], str, Wrong], ...] = (
        ("channel", CHANNELS, usual.channel, one_of("channel", CHANNELS, lang)),
        ("touchpoint", TOUCHPOINTS, usual.touchpoint, one_of("touchpoint", TOUCHPOINTS, lang)),
        ("season", (), usual.season, no_season),
        ("language", LANGUAGES, usual.language, one_of("language", LANGUAGES, lang)),
    )
    answers: dict[str, Any] = {}
    for value, (key, known, default, wrong) in zip(given, asks, strict=True):
        answers[key] = value or default
        if value is None and sys.stdin.isatty():
            question = words(lang, f"workshop.new.ask.{key}", known=" ".join(known))
            answers[key] = asked(question, default, wrong, lang)
    wish = Wish(case_id, **answers)
    check_wish(wish)
    return wish


def _from_transcript(
    wish: "Wish", transcript: Path, folder: Path, agent: str | None, lang: Lang
) -> None:
    from game.workshop.drafting_holes import HOLE, draft_from

    path, masked, conversation = draft_from(wish, transcript, folder, agent)
    text = path.read_text("utf-8")
    nodes = text.count("\n  turn-") + 1
    holes = text.count(HOLE)
    click.echo(words(lang, "workshop.from.done", case=path, nodes=nodes, holes=holes))
    sides = (", ".join(conversation.agents), ", ".join(conversation.customers))
    click.echo(words(lang, "workshop.from.sides", agents=sides[0], customers=sides[1]))
    tell_masks(masked, lang)


def tell_masks(masked: "Masked", lang: Lang) -> None:
    """Tells what was masked in a text, and what masking cannot see."""
    some = "workshop.mask.some" if masked.masks else "workshop.mask.none"
    click.echo(words(lang, some, number=len(masked.masks)))
    for one in masked.masks:
        values = {"line": one.line, "original": one.original, "instead": one.instead}
        click.echo(words(lang, "workshop.mask.one", **values))
    click.echo(words(lang, "workshop.mask.missed"))


@click.command()
@click.argument("code", required=False)
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@lang_option
def explain(code: str | None, as_json: bool, lang: Lang | None) -> None:
    """살펴보기의 코드를 풀이합니다 / explain a code of check"""
    from dataclasses import asdict

    from game.workshop import explaining

    chosen = language(lang)
    if code is None or explaining.is_family(code):
        _list_codes(code or "", as_json, chosen)
        return
    told = explaining.explain(code, chosen)
    if as_json:
        click.echo(as_json_text(asdict(told)))
        return
    click.echo(f"{told.code}  {told.sentence}\n")
    click.echo(f"{words(chosen, 'workshop.explain.why')}: {told.why}")
    for key, lines in (("bad", told.bad), ("good", told.good)):
        if lines:
            click.echo(f"\n{words(chosen, f'workshop.explain.{key}')}:")
        for before, line in zip((None, *lines), lines, strict=False):
            if before is not None and line.number > before.number + 1:
                click.echo("     ⋮")
            click.echo(f"{'>' if line.marked else ' '} {line.number:>4} | {line.text}")
        if key == "bad" and told.note:
            click.echo(f"         {told.note}")


def _list_codes(family: str, as_json: bool, lang: Lang) -> None:
    """The sentence of every code of a family, of all where it is ""."""
    from game.workshop import explaining

    listed = [(one, explaining.summary(one, lang)) for one in explaining.codes(family)]
    if as_json:
        click.echo(as_json_text([{"code": one, "message": said} for one, said in listed]))
        return
    for one, said in listed:
        click.echo(f"{one}  {said}")
    click.echo(words(lang, "workshop.explain.all"), err=True)


@click.command()
@click.argument("case", metavar="CASE")
@click.option("--to", type=click.Choice(LANGUAGES), help="옮길 언어 / language of the table")
@_yes
@lang_option
def translate(case: str, to: Lang | None, yes: bool, lang: Lang | None) -> int:
    """번역에서 없거나 낡은 것을 보이고 자리를 만듭니다 / show and prepare a translation"""
    from game.workshop.translating import State, completed, translation_of

    chosen = language(lang)
    found = translation_of(_case_file(case), to)
    for row in found.rows:
        if row.state is not State.GOOD:
            _tell_row(row, chosen)
    counted = {state: sum(row.state is state for row in found.rows) for state in State}
    missing = counted[State.MISSING] + counted[State.HOLE]
    click.echo(words(
        chosen, "workshop.translate.sum", good=counted[State.GOOD], missing=missing,
        stale=counted[State.STALE], strange=counted[State.STRANGE],
    ))  # fmt: skip
    if counted[State.STALE]:
        click.echo(words(chosen, "workshop.translate.accept", path=found.path))
    after = completed(found)
    is_new = found.data is None and counted[State.MISSING] > 0
    if (is_new or found.data not in (None, after)) and _agreed(
        [(found.path, found.data or b"", after)], yes, chosen
    ):
        _write(found.path, found.data, after)
        click.echo(words(chosen, "workshop.translate.written", path=found.path))
    left = len(found.rows) - counted[State.GOOD]
    return SOME_LEFT if left else 0


def _tell_row(row: Any, lang: Lang) -> None:
    from game.workshop.translating import State

    state = words(lang, f"workshop.state.{row.state}")
    click.echo(words(lang, "workshop.translate.row", id=row.id, state=state))
    if row.source:
        click.echo(words(lang, "workshop.translate.source", text=row.source))
    if row.state is State.STALE and row.was:
        click.echo(words(lang, "workshop.translate.was", text=row.was))
    elif row.state is State.STALE:
        click.echo(words(lang, "workshop.translate.was-lost"))
    if row.text:
        click.echo(words(lang, "workshop.translate.text", text=row.text))
    if row.state is State.STRANGE and row.was:
        click.echo(words(lang, "workshop.translate.near", near=row.was))


@click.command()
@click.argument("case", metavar="CASE")
@click.option("-o", "--out", type=_file, metavar="FILE.csv", help="내보낼 파일 / file to write")
@click.option("--in", "taken", type=_file, metavar="FILE.csv", help="들여올 파일 / file to take in")
@click.option("--own", is_flag=True, help="사례의 원문도 고치기 / change the case's own texts too")
@_yes
@lang_option
def texts(
    case: str, out: Path | None, taken: Path | None, own: bool, yes: bool, lang: Lang | None
) -> int:
    """사례의 모든 글을 표로 내보내고 들여옵니다 / all texts as a spreadsheet, out and in"""
    from game.workshop.mending_text import place_new
    from game.workshop.texts import HEADER, spreadsheet, taken_in
    from game.workshop.translating import translation_of

    chosen = language(lang)
    path = _case_file(case)
    if taken is None:
        found = translation_of(path)
        to = out or Path(f"{found.of.id}.csv")
        place_new(to, spreadsheet(found, chosen), HEADER)
        click.echo(words(chosen, "workshop.texts.out", texts=len(found.rows), path=to))
        return 0
    change = taken_in(path, taken, own)
    for key, why in change.left:
        click.echo(words(chosen, "workshop.texts.left", id=key, why=words(chosen, why)))
    for key in change.stale:
        click.echo(words(chosen, "workshop.texts.stale", id=key))
    if not change.files:
        click.echo(words(chosen, "workshop.texts.none"))
        return SOME_LEFT if change.left else 0
    changes = [(file, before or b"", after) for file, (before, after) in change.files.items()]
    if not _agreed(changes, yes, chosen):
        return SOME_LEFT
    for file, (before, after) in change.files.items():
        _write(file, before, after)
    files = ", ".join(map(str, change.files))
    click.echo(words(chosen, "workshop.texts.in", texts=change.changed, files=files))
    return SOME_LEFT if change.left else 0


@click.command()
@click.argument("case", metavar="CASE")
@click.option("-o", "--out", type=_file, metavar="FILE", help=".html .pdf")
@lang_option
def sheet(case: str, out: Path | None, lang: Lang | None) -> None:
    """사례를 살펴보는 종이를 만듭니다 / a sheet for people who review a case"""
    from game.workshop.mending_text import place_new
    from game.workshop.sheet import sheet_of

    chosen = language(lang)
    found = library().load(case)
    path = out or Path(f"{found.id}-{chosen}.html")
    if path.suffix not in (".html", ".pdf"):
        raise DangolError("workshop.sheet.ending", path=path)
    made = sheet_of(found, chosen)
    if path.suffix == ".pdf":
        from game.workshop.sheet_pdf import sheet_pdf

        place_new(path, sheet_pdf(made, chosen), b"%PDF-")
    else:
        from game.workshop.sheet_page import BEGINNING, sheet_page

        place_new(path, sheet_page(made, chosen), BEGINNING)
    click.echo(words(chosen, "workshop.sheet.done", path=path), err=True)


@click.command("import-story")
@click.argument("story", metavar="FILE", type=_file)
@click.option("-o", "--out", type=_file, metavar="CASE.yaml", help="쓸 파일 / file to write")
@click.option(
    "--language", "written", type=click.Choice(LANGUAGES), help="이야기의 언어 / its language"
)
@lang_option
def import_story(story: Path, out: Path | None, written: Lang | None, lang: Lang | None) -> int:
    """Twine 이야기를 사례의 초안으로 / a draft from a story of Twine"""
    from game.workshop.drafting import Wish, check_wish
    from game.workshop.drafting_yaml import id_of
    from game.workshop.mending_text import place_new, read_small
    from game.workshop.twine import MOST_BYTES, read_twine
    from game.workshop.twine_writing import case_of_story

    chosen = language(lang)
    try:
        text = read_small(story, MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DangolError("workshop.from.binary", path=story) from None
    found = read_twine(text)
    path = out or Path(f"{id_of(found.title or story.stem, set(), 'story')}.yaml")
    wish = Wish(id_of(path.stem, set(), "story"), language=written or chosen)
    check_wish(wish)
    case, losses = case_of_story(found, wish)
    place_new(path, case)
    replies = sum(len(one.links) for one in found.passages.values())
    for loss in losses:
        what = words(chosen, f"workshop.twine.what.{loss.kind}")
        values = {"path": story, "line": loss.line, "what": what, "text": loss.text}
        click.echo(words(chosen, "workshop.twine.loss", **values))
    key = "workshop.twine.lost" if losses else "workshop.twine.all"
    click.echo(words(chosen, key, number=len(losses)) if losses else words(chosen, key), err=True)
    counted = {"passages": len(found.passages), "replies": replies}
    click.echo(words(chosen, "workshop.twine.done", case=path, **counted), err=True)
    return SOME_LEFT if losses else 0


# ------------------------------------------------------------ mending, for `dangol check --fix`


def fix(files: Iterable[Path], accept_translations: bool, yes: bool, lang: Lang) -> None:
    """Mends files mechanically: shows what would change, asks, and writes them one by one."""
    from game.workshop.mending import Mended, mended

    found: list[Mended] = []
    for file in files:
        with suppress(DangolError):  # what cannot be read cannot be mended; the check says why
            found.append(mended(file, accept_translations))
    changes = [one for one in found if one.before != one.after]
    if not changes:
        click.echo(words(lang, "workshop.fix.none"), err=True)
        return
    if not _agreed([(one.path, one.before, one.after) for one in changes], yes, lang):
        return
    for one in changes:
        _write(one.path, one.before, one.after)
        mends = max(1, len(one.mends))
        click.echo(words(lang, "workshop.fix.done", path=one.path, mends=mends), err=True)


def _agreed(changes: Sequence[tuple[Path, bytes, bytes]], yes: bool, lang: Lang) -> bool:
    """Shows what would change, and asks on a terminal; elsewhere only `--yes` agrees."""
    from game.workshop.mending_text import difference

    for path, before, after in changes:
        click.echo(difference(path, before, after), nl=False)
    if yes:
        return True
    if not sys.stdin.isatty():
        click.echo(words(lang, "workshop.yes"), err=True)
        return False
    try:
        said = input(f"{words(lang, 'workshop.ask')} ").strip().casefold()
    except (EOFError, UnicodeDecodeError):
        said = ""
    if said not in YES:
        click.echo(words(lang, "workshop.kept"), err=True)
    return said in YES


def _write(path: Path, before: bytes | None, after: bytes) -> None:
    from game.workshop.mending_text import place_new, replace_file

    if before is None:
        place_new(path, after)
    else:
        replace_file(path, before, after)


def _case_file(case: str) -> Path:
    """The file of a case by its path or its id; raises DangolError."""
    path = Path(case)
    if path.suffix in (".yaml", ".yml"):
        if not path.is_file():
            raise DangolError("workshop.file.none", path=path)
        return path
    found = {one.id: one.path for one in library().found()}
    if case not in found:
        library().load(case)  # raises with the nearest name
    return found[case]
