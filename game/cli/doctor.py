"""`dangol doctor`: the installation, and with `--llm` or `--judge` a language model."""

from typing import TYPE_CHECKING

import click

from game.cli.desk import as_json_text, lang_option, language
from game.cli.language_model import server_options
from game.errors import DangolError
from game.words import LANGUAGES, Lang, words

if TYPE_CHECKING:
    from game.doctor.findings import Finding

ILL = 1


@click.command()
@click.option("--llm", is_flag=True, help="고객을 맡길 언어 모델 시험 / try a model as a customer")
@click.option("--judge", is_flag=True, help="참고 의견을 맡길 모델 시험 / try a model as a judge")
@server_options
@click.option(
    "--lines", type=click.IntRange(1, 100), default=10, show_default=True,
    help="언어마다 몇 대사 / how many lines in each language",
)  # fmt: skip
@click.option(
    "--sample", type=click.IntRange(10, 1000), default=40, show_default=True,
    help="언어마다 예문 몇 개 / how many examples in each language",
)  # fmt: skip
@click.option(
    "--only", type=click.Choice(LANGUAGES), help="이 언어만 시험 / try this language alone"
)
@click.option("--yes", is_flag=True, help="묻지 않고 보내기 / send without asking")
@click.option("--json", "as_json", is_flag=True, help="JSON으로 / as JSON")
@lang_option
def doctor(
    llm: bool, judge: bool, base_url: str | None, model: str | None, lines: int, sample: int,
    only: Lang | None, yes: bool, as_json: bool, lang: Lang | None,
) -> int:  # fmt: skip
    """설치를 살펴봅니다: 지장이 없으면 0 / look over the installation: 0 if all is well"""
    chosen = language(lang)
    if llm and judge:
        raise DangolError("cli.llm.one")
    if judge:
        from game.cli.doctor_judge import try_judge

        return try_judge(base_url, model, sample, only, yes, as_json, chosen)
    if llm:
        from game.cli.doctor_model import try_model

        return try_model(base_url, model, lines, only, yes, as_json, chosen)
    return _look_over(as_json, chosen)


def _look_over(as_json: bool, lang: Lang) -> int:
    from game.doctor.findings import is_well
    from game.doctor.installation import installation

    found: list[Finding] = []
    for one in installation():
        found.append(one)
        if not as_json:
            click.echo(line_of(one, lang))
    if as_json:
        findings = [one.to_json(lang) for one in found]
        click.echo(as_json_text({"well": is_well(found), "findings": findings}))
    else:
        broken = sum(one.state == "fail" for one in found)
        key = "doctor.ill" if broken else "doctor.well"
        click.echo(words(lang, key, number=broken), err=True)
    return 0 if is_well(found) else ILL


def line_of(finding: "Finding", lang: Lang) -> str:
    """A finding as a line of the terminal."""
    return f"{words(lang, f'doctor.state.{finding.state}'):<6}{finding.sentence(lang)}"
