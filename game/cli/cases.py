"""`dangol cases`, `check` and `schema`: what there is, whether it is right, and the language."""

from pathlib import Path

import click

from game.case.library import SUFFIXES, tables_beside, yaml_files
from game.case.schema import KINDS, schema_of
from game.cli.desk import as_json_text, lang_option, language, library
from game.errors import DangolError
from game.words import Lang


@click.command()
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@lang_option
def cases(as_json: bool, lang: Lang | None) -> None:
    """있는 사례를 봅니다 / list the cases"""
    from game.view.catalogue import catalogue_of

    rows = catalogue_of(library(), language(lang))
    if as_json:
        click.echo(as_json_text(rows))
        return
    for row in rows:
        about = (row["season"], row["channel"], f"{row['level']}", "/".join(row["languages"]))
        click.echo(f"{row['id']:<20} {row['title']}  ({', '.join(about)})")


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--deep", is_flag=True, help="대화를 모두 해 보기까지 / play it through as well")
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@click.option("--all", "every", is_flag=True, help="번역표의 문제도 하나씩 / every line of a table")
@click.option("--fix", is_flag=True, help="저절로 고칠 수 있는 것 고치기 / mend what can be mended")
@click.option(
    "--accept-translations",
    is_flag=True,
    help="낡은 번역을 맞추어 보았음 / stale translations were looked at",
)
@click.option("--yes", is_flag=True, help="묻지 않고 쓰기 / write without asking")
@lang_option
def check(
    paths: tuple[str, ...], deep: bool, as_json: bool, every: bool, fix: bool,
    accept_translations: bool, yes: bool, lang: Lang | None,
) -> int:  # fmt: skip
    """사례 파일을 살펴봅니다: 없으면 0, 있으면 1 / check case files"""
    from game.case.telling import as_json as problem_json
    from game.cli.checking import check_files, tell

    chosen = language(lang)
    files = [file for path in paths for file in _files_under(path)]
    if fix or accept_translations:
        from game.cli.drafting import fix as mend

        cases = (one for one in files if one.suffix != ".feature")
        whole = dict.fromkeys(one for case in cases for one in (case, *tables_beside(case)))
        mend(list(whole), accept_translations, yes, chosen)
    found = check_files(files, chosen)
    if deep:
        from game.cli.trying import checked_deeply

        deep_problems, deep_hints = checked_deeply(files, chosen)
        found.problems += deep_problems
        found.hints += deep_hints
    if as_json:
        hints = [{**problem_json(one, chosen), "hint": True} for one in found.hints]
        click.echo(as_json_text([problem_json(one, chosen) for one in found.problems] + hints))
    else:
        tell(found, len(files), chosen, every)
    return 1 if found.problems else 0


def _files_under(path: str) -> list[Path]:
    if not Path(path).is_dir() and not Path(path).is_file():  # a pipe would wait for ever
        raise DangolError("cli.path.none", path=path)
    files = yaml_files(Path(path))
    if not files:
        raise DangolError("cli.no-yaml", path=path)
    if files == [Path(path)] and files[0].suffix not in (*SUFFIXES, ".feature"):
        raise DangolError("cli.check.kind", path=path)
    return files


@click.command()
@click.argument("kind", type=click.Choice(KINDS), default="case")
def schema(kind: str) -> None:
    """사례 언어의 JSON 스키마 / the JSON Schema of the case language"""
    click.echo(as_json_text(schema_of(kind)))
