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
        ("title: 늦은 택배", "title：늦은 택배"),
        ("title: 늦은 택배", "title：\u3000늦은 택배"),
        ("title: 늦은 택배", "title:\u00a0늦은 택배"),
        ("start: opens", "start\u00a0: opens\u00a0"),
        ("  mood: 50", "\u3000mood: 50"),
        ("  mood: 50", "\u00a0 mood:\u00a0 50"),
        ("      - id: wait", "\u3000\u3000\u3000-\u3000id： wait"),
        ("{end: solved,", "{end： solved,"),
        ("nodes:\n  opens:\n", "nodes：\n\u3000opens：\u3000\n"),
        ("      - id: wait", "        id: wait"),
        ("      - id: wait", "      id: wait"),
        ("      - id: find", "        id: find"),
        ("title: 늦은 택배", "title: “고객 전화: 늦은 택배”  # 제목"),
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


def test_wide_letters_of_a_whole_file_go_at_once_and_those_in_texts_stay(tmp_path: Path) -> None:
    prose = "        why: >-\n          고객：무엇을\u3000언제"
    good = changed("        why: 무엇을 언제까지 할지 알려 준다.", prose)
    lines = [line.replace("  ", "\u3000", 1) if "say:" in line else line
             for line in good.replace("mood: ", "mood：").split("\n")]  # fmt: skip
    text = "\r\n".join(lines)
    assert text.count("\u3000") > 3
    assert mended(put(tmp_path, text)).after == good.replace("\n", "\r\n").encode()


def test_a_dash_comes_back_where_it_was(tmp_path: Path) -> None:
    found = mended(put(tmp_path, changed("      - id: wait", "        id: wait")))
    assert found.after == good_case().encode()
    assert [one.code for one in found.mends] == ["Y024"]


# Texts of a table that are gone


def of_table(folder: Path, added: str, case: str = "") -> str:
    """What the good table is after a mend, to which something was added."""
    put(folder, case or good_case())
    table = put(folder, good_table() + added, "late-parcel.en.yaml")
    found = mended(table)
    assert found.before == (good_table() + added).encode()
    return found.after.decode()


def test_a_text_that_is_gone_goes_from_the_table(tmp_path: Path) -> None:
    added = (
        "  # keep this\n  bench.by-hand.say:\n    text: >-\n      Over\n      two lines\n"
        '    from: "0badc0de"\n'
        "  # 원문\n  bench.hole.say:\n    text: …\n    from: x\n"
    )
    assert of_table(tmp_path, added) == good_table() + "  # keep this\n"


def test_a_slip_in_an_id_is_mended_and_not_thrown_away(tmp_path: Path) -> None:
    put(tmp_path, good_case())
    text = good_table().replace("opens.find.why:", "opens.fnd.why:").replace("title:", "titel:", 1)
    table = put(tmp_path, text, "late-parcel.en.yaml")
    assert mended(table).after == good_table().encode()


def test_a_near_id_of_another_text_is_gone_too(tmp_path: Path) -> None:
    """`opens.wait.better` is not translated: two entries of other texts must not become it."""
    for name in ("later", "quite-another"):
        case = changed("id: wait", f"id: {name}")
        after = of_table(tmp_path, "", case)
        assert "opens.wait" not in after
        assert f"opens.{name}.why" in after  # of the same source: the id alone has changed
    edited_case = changed("id: wait", "id: later").replace(
        "조금만 더 기다려 보세요", "내일 다시 거세요"
    )
    after = of_table(tmp_path, "", edited_case)
    assert "opens.later.why" in after
    assert "opens.later.say" not in after
    assert "Please wait" not in after


def test_a_table_of_strangers_alone_is_left(tmp_path: Path) -> None:
    put(tmp_path, good_case())
    text = "of: late-parcel\nformat: 1\nlanguage: en\ntexts:\n  quite.another: {text: a, from: b}\n"
    table = put(tmp_path, text, "late-parcel.en.yaml")
    assert mended(table).after == text.encode()


def test_what_goes_is_shown_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = put(tmp_path, good_case())
    added = '  bench.say:\n    text: "It rained."\n    from: "0badc0de"\n'
    table = put(tmp_path, good_table() + added, "late-parcel.en.yaml")
    assert main(["check", str(path), "--fix", "--lang", "en"]) == 1
    assert '-    text: "It rained."' in capsys.readouterr().out
    assert table.read_text("utf-8") == good_table() + added
    assert main(["check", str(path), "--fix", "--yes", "--lang", "en"]) == 0
    assert table.read_text("utf-8") == good_table()
