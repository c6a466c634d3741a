"""`dangol check --fix`: one way to mend it, or none; every other letter stays."""

from pathlib import Path

import pytest

from game.case.library import check_file
from game.case.telling import good_case, good_file, good_table
from game.cli import main
from game.errors import DangolError
from game.workshop.mending import mended
from game.workshop.mending_text import replace_file
from tests.plays import edited_text


def put(folder: Path, text: str, name: str = "late-parcel.yaml") -> Path:
    path = folder / name
    path.write_bytes(text.encode())
    return path


def changed(old: str, new: str) -> str:
    return edited_text((old, new), text=good_case())


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("start: opens", "start: open"),
        ("acts: [deflect]", "acts: [deflec]"),
        ("acts: [deflect]", "acts: [deflect]\n        if: moood >= 60"),
        ("acts: [deflect]", "acts: [deflect]\n        if: mood == 60"),
        ("channel: phone", "channel: phones"),
        ("better: 오늘", "beter: 오늘"),
        ("title: 늦은 택배", "title: 늦은 택배  \t"),
        ("title: 늦은 택배", "title: 고객 전화: 늦은 택배"),
        ("title: 늦은 택배", 'title: "늦은" 택배'),
        ("title: 늦은 택배", "title: 늦은\a 택배"),
        ("  mood: 50", "\tmood: 50"),
        ("    replies:", "    timer: {after: 40초, go: end-upset}\n    replies:"),
    ],
)
def test_what_has_one_mend_is_mended(old: str, new: str, tmp_path: Path) -> None:
    path = put(tmp_path, changed(old, new))
    found = mended(path)
    assert found.after != found.before
    replace_file(path, found.before, found.after)
    assert check_file(path) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("start: opens", "start: quite-another"),
        ("mood: 50", "mood: 500"),
        ("title: 늦은 택배", "title:"),
    ],
)
def test_what_has_none_is_left(old: str, new: str, tmp_path: Path) -> None:
    text = good_case().replace(old, new)
    found = mended(put(tmp_path, text))
    assert found.after == found.before


def test_two_near_names_are_left_to_the_author(tmp_path: Path) -> None:
    text = changed("go: end-thanks", "go: end-thankz") + "  end-thank: {end: lost, letter: 끝.}\n"
    found = mended(put(tmp_path, text))
    assert found.after == found.before


def test_a_name_that_was_is_followed(tmp_path: Path) -> None:
    text = good_case().replace("  end-thanks: {", "  grateful: {was: end-thanks, ")
    path = put(tmp_path, text)
    put(tmp_path, good_table(), "late-parcel.en.yaml")
    for name in (path, tmp_path / "late-parcel.en.yaml"):
        found = mended(name)
        replace_file(name, found.before, found.after)
    assert b"go: grateful" in path.read_bytes()
    assert check_file(path) == []


def test_stale_translations_wait_for_the_trainer(tmp_path: Path) -> None:
    put(tmp_path, changed("title: 늦은 택배", "title: 많이 늦은 택배"))
    table = put(tmp_path, good_table(), "late-parcel.en.yaml")
    found = mended(table)
    assert found.after == found.before
    found = mended(table, accept_translations=True)
    replace_file(table, found.before, found.after)
    assert check_file(table) == []


def test_everything_else_stays_byte_for_byte(tmp_path: Path) -> None:
    text = changed("start: opens", "# 여기서 시작한다  # 두 번\nstart: open   # 처음")
    data = text.replace("\n", "\r\n").encode("utf-8-sig")
    path = tmp_path / "late-parcel.yaml"
    path.write_bytes(data)
    assert mended(path).after == data.replace(b"start: open ", b"start: opens ")


def test_nothing_is_written_without_a_yes_and_no_other_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = put(tmp_path, changed("start: opens", "start: open"))
    other = put(tmp_path, good_file("caller").replace("start: opens", "start: open"), "other.yaml")
    before = path.read_bytes(), other.read_bytes()
    assert main(["check", str(path), "--fix", "--lang", "en"]) == 1
    assert "-start: open\n+start: opens\n" in capsys.readouterr().out
    assert (path.read_bytes(), other.read_bytes()) == before
    assert main(["check", str(path), "--fix", "--yes", "--lang", "en"]) == 0
    assert other.read_bytes() == before[1]


def test_a_link_and_a_file_saved_meanwhile_are_left(tmp_path: Path) -> None:
    path = put(tmp_path, good_case())
    link = tmp_path / "link.yaml"
    link.symlink_to(path)
    with pytest.raises(DangolError, match=r"file\.link"):
        replace_file(link, path.read_bytes(), b"x")
    with pytest.raises(DangolError, match=r"file\.changed"):
        replace_file(path, b"what was read", b"x")
    assert path.read_text("utf-8") == good_case()


def test_tab_becomes_the_indent_of_the_line_below(tmp_path: Path) -> None:
    case = put(tmp_path, changed("        say: 조금만", "\tsay: 조금만"))
    assert mended(case).after == good_case().encode()
