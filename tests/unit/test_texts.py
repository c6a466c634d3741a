"""Translations and spreadsheets: what is missing or stale, out to a table and in again."""

import csv
import io
from pathlib import Path

import pytest

from game.case.library import check_file, read_file
from game.case.telling import good_case, good_table
from game.case.translation import fingerprint
from game.cli import main
from game.errors import DangolError
from game.workshop.texts import HEADER, spreadsheet, taken_in
from game.workshop.translating import State, completed, translation_of


@pytest.fixture
def case(tmp_path: Path) -> Path:
    path = tmp_path / "late-parcel.yaml"
    path.write_text(good_case(), "utf-8")
    (tmp_path / "late-parcel.en.yaml").write_text(good_table(), "utf-8")
    return path


def table_of(case: Path) -> Path:
    return case.with_name("late-parcel.en.yaml")


def changed(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


# dangol translate


def test_missing_stale_and_strange_are_shown_with_the_old_source(
    case: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed(case, ("title: 늦은 택배", "title: 많이 늦은 택배"))
    changed(table_of(case), ("  opens.wait.why:", "  opens.wait.whi:"))
    assert main(["translate", str(case), "--lang", "en"]) == 1
    printed = capsys.readouterr().out
    assert "title: source has changed" in printed
    assert "source when it was translated: 늦은 택배" in printed
    assert "opens.wait.why: not translated" in printed
    assert "Did you mean 'opens.wait.why'?" in printed


def test_a_table_is_made_in_the_order_of_the_case(case: Path) -> None:
    table_of(case).unlink()
    assert main(["translate", str(case), "--yes", "--lang", "en"]) == 1
    assert {one.code for one in check_file(table_of(case))} == {"H001"}
    found = read_file(case)
    assert found.case is not None
    assert list(found.tables[0].entries) == list(found.case.texts["ko"])


def test_a_missing_text_gets_its_place_and_comments_stay(case: Path) -> None:
    table = table_of(case)
    old = "  opens.say:\n    text: My parcel was due yesterday, and it still is not here.\n"
    changed(table, (old + "    from: 어제 온다던 택배가 아직도 안 왔어요.\n", "  # the opening\n"))
    after = completed(translation_of(case)).decode()
    assert (
        after.index("problem.arrives") < after.index("opens.say:") < after.index("opens.find.say")
    )
    assert "  # the opening\n" in after
    assert "  # 어제 온다던 택배가 아직도 안 왔어요.\n  opens.say:\n" in after


def test_sources_become_fingerprints_where_they_agree(case: Path) -> None:
    changed(case, ("title: 늦은 택배", "title: 많이 늦은 택배"))
    after = completed(translation_of(case)).decode()
    assert "from: 늦은 택배" in after
    assert f'from: "{fingerprint("김하나")}"' in after
    assert after.count("from: ") == good_table().count("from: ")


# dangol texts


def rows_of(data: bytes) -> dict[str, dict[str, str]]:
    rows = csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    return {row["id"]: row for row in rows}


def sheet(case: Path, changes: dict[str, dict[str, str]]) -> Path:
    rows = rows_of(spreadsheet(translation_of(case), "en"))
    for key, cells in changes.items():
        rows.setdefault(key, {"id": key, "ko": "", "en": "", "state": ""}).update(cells)
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, ["id", "ko", "en", "state"])
    writer.writeheader()
    writer.writerows(rows.values())
    path = case.with_name("texts.csv")
    path.write_bytes(out.getvalue().encode("utf-8-sig"))
    return path


def test_a_spreadsheet_opens_right_and_goes_in_again_without_a_change(case: Path) -> None:
    changed(case, ("title: 늦은 택배", 'title: "=늦은 택배, 맞죠"'))
    data = spreadsheet(translation_of(case), "en")
    assert data.startswith(HEADER)
    assert rows_of(data)["title"]["ko"] == "'=늦은 택배, 맞죠"
    assert rows_of(data)["title"]["state"] == "source has changed"
    case.with_name("texts.csv").write_bytes(data)
    taken = taken_in(case, case.with_name("texts.csv"), own_too=True)
    assert (taken.files, taken.left, taken.changed) == ({}, [], 0)


def test_a_translation_comes_in_and_all_else_stays(case: Path) -> None:
    table = table_of(case)
    changed(table, ("  brief:\n", "  # brief\n  brief:\n"))
    before = table.read_text("utf-8")
    taken = taken_in(case, sheet(case, {"opens.say": {"en": 'Where\'s my parcel, "please"?'}}))
    ((old, new),) = taken.files.values()
    assert old == before.encode()
    text = "My parcel was due yesterday, and it still is not here."
    expected = before.replace(text, '"Where\'s my parcel, \\"please\\"?"').replace(
        "from: 어제 온다던 택배가 아직도 안 왔어요.",
        f'from: "{fingerprint("어제 온다던 택배가 아직도 안 왔어요.")}"',
    )
    assert new.decode() == expected


def test_a_translation_of_an_older_source_is_marked_stale(case: Path) -> None:
    path = sheet(case, {"opens.say": {"en": "Where is it?"}})
    changed(case, ("say: 어제 온다던", "say: 그제 온다던"))
    taken = taken_in(case, path)
    assert taken.stale == ["opens.say"]
    assert taken.left == [("opens.say", "workshop.texts.own")]
    assert main(["texts", str(case), "--in", str(path), "--yes", "--lang", "en"]) == 1
    assert [one.code for one in check_file(table_of(case))] == ["T002"]


def test_the_case_itself_changes_only_when_asked(case: Path) -> None:
    path = sheet(case, {"opens.say": {"ko": "택배가 안 왔어요: 어제 거요.", "en": "No parcel."}})
    assert case not in taken_in(case, path).files
    assert main(["texts", str(case), "--in", str(path), "--own", "--yes", "--lang", "en"]) == 0
    assert 'say: "택배가 안 왔어요: 어제 거요."' in case.read_text("utf-8")
    assert check_file(case) == []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp949"])
@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_what_spreadsheets_save_is_read(case: Path, encoding: str, between: str) -> None:
    path = case.with_name("texts.csv")
    rows = f"id{between}ko{between}en\r\ntitle{between}늦은 택배{between}Late\r\n"
    path.write_bytes(rows.encode(encoding))
    assert taken_in(case, path).changed == 1


@pytest.mark.parametrize("text", ["", "a,b\n1,2\n", "\0", '"never closed'])
def test_what_is_no_such_table_is_refused_in_words(case: Path, text: str) -> None:
    path = case.with_name("texts.csv")
    path.write_text(text, "utf-8")
    with pytest.raises(DangolError, match=r"workshop\.texts"):
        taken_in(case, path)


def test_unknown_ids_are_told(case: Path) -> None:
    taken = taken_in(case, sheet(case, {"no.such.text": {"en": "x"}}))
    assert taken.left == [("no.such.text", "workshop.texts.unknown")]


def test_every_shipped_case_goes_out_and_in_unchanged(tmp_path: Path) -> None:
    from tests.broken import shipped_cases

    for case in shipped_cases():
        found = translation_of(case)
        assert {row.state for row in found.rows} == {State.GOOD}
        path = tmp_path / f"{case.stem}.csv"
        path.write_bytes(spreadsheet(found, "ko"))
        assert taken_in(case, path, own_too=True).files == {}
