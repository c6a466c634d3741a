"""`dangol read`, `match` and `score`: answers in order, and one sentence for whatever is wrong."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from game.cli import main
from game.cli.json_lines import LONGEST
from game.words import words
from scoring.reading.reader import Reader
from tests.plays import LAMP, ROOT, environment

Printed = tuple[int, str, str]
READ = {
    "id": "a",
    "lang": "en",
    "customer": "My lamp flickers.",
    "reply": "Thank you for telling us.",
}
MATCH = {
    "id": 1,
    "lang": "ko",
    "reply": "바꿔 드릴게요",
    "options": ["바꿔 드릴게요", "언제 사셨어요?"],
}
ROW = json.dumps(READ).encode() + b"\n"
TALK = """고객: 스탠드가 가끔 깜빡여서 전화했어요. 이런 것도 말해도 되나요?
상담원: 네, 신경 쓰이셨겠어요. 언제 깜빡이는지 알려 주시겠어요?
고객: 비 오는 날만요. 달력에 적어 뒀어요.
상담원: 달력에 적어 두기까지 하셨네요. 알려 주셔서 고맙습니다. 방금 접수했어요.
"""


@pytest.fixture
def dangol(capsys: pytest.CaptureFixture[str]) -> Callable[..., Printed]:
    """Runs a command in this process: its exit code, what it printed, what it complained of."""

    def run(*arguments: str | Path) -> Printed:
        capsys.readouterr()
        code = main([str(one) for one in arguments])
        printed = capsys.readouterr()
        return code, printed.out, printed.err

    return run


@pytest.fixture
def lines(tmp_path: Path) -> Callable[..., Path]:
    """Writes lines to a file: JSON values, or bytes as they are."""

    def write(*given: Any) -> Path:
        path = tmp_path / "lines.jsonl"
        written = [
            one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode()
            for one in given
        ]
        path.write_bytes(b"\n".join(written) + b"\n")
        return path

    return write


def answers(printed: Printed) -> list[dict[str, Any]]:
    return [json.loads(line) for line in printed[1].splitlines()]


def piped(*arguments: str, data: bytes, home: Path) -> subprocess.CompletedProcess[bytes]:
    command = (sys.executable, "-m", "game.cli", *arguments)
    return subprocess.run(
        command, cwd=ROOT, env=environment(home), input=data, capture_output=True, check=False
    )


# Answers


def test_every_line_is_answered_in_order(dangol: Callable[..., Printed], lines: Any) -> None:
    rows = [{**READ, "id": number} for number in range(5)]
    printed = dangol("read", "--plain", lines(*rows))
    assert (printed[0], printed[2]) == (0, "")
    assert [one["id"] for one in answers(printed)] == [0, 1, 2, 3, 4]


def test_a_reading_has_its_levels_acts_and_quotes(
    dangol: Callable[..., Printed], lines: Any
) -> None:
    told = {**READ, "thank_for": {"told": "told us of the fault"}, "feels": ["annoyed"]}
    (found,) = answers(dangol("read", "--plain", lines(told)))
    assert {
        "id", "er", "ip", "ex", "gratitude", "resolution", "ack", "empathy", "acts", "evidence",
        "flags", "confidence",
    } <= found.keys()  # fmt: skip
    assert found["gratitude"] >= 1
    assert all(0 <= found[axis] <= 2 for axis in ("er", "ip", "ex", "gratitude", "resolution"))
    assert 0 <= found["ack"] <= 1
    assert 0 <= found["empathy"] <= 100
    for one in found["evidence"]:
        assert READ["reply"][one["start"] : one["end"]] == one["quote"]


def test_the_context_of_all_lines_stands_in_a_file_of_its_own(
    dangol: Callable[..., Printed], lines: Any, tmp_path: Path
) -> None:
    shared = tmp_path / "context.json"
    shared.write_text(json.dumps({"lang": "en", "customer": "My lamp flickers.", "feels": ["x"]}))
    printed = dangol("read", "--plain", "--context", shared, lines({"id": 1, "reply": "Sorry."}))
    assert printed[0] == 0
    assert [one["id"] for one in answers(printed)] == [1]


def test_a_clear_reply_is_chosen_and_an_unclear_one_asked_about(
    dangol: Callable[..., Printed], lines: Any
) -> None:
    unclear = {**MATCH, "id": 2, "reply": "바꿔 드릴 수 없습니다"}
    nothing = {**MATCH, "id": 3, "options": []}
    first, second, third = answers(dangol("match", "--plain", lines(MATCH, unclear, nothing)))
    assert (first["choice"], first["ask"], len(first["scores"])) == (0, [], 2)
    assert (second["choice"], second["ask"]) == (None, [0])
    assert (third["choice"], third["ask"], third["scores"], third["confidence"]) == (
        None,
        [],
        [],
        0,
    )


# Wrong lines


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    ("line", "key", "values"),
    [
        (b"not json", "json", {}),
        (b"\xff\xfe\x00", "binary", {}),
        (b"[1, 2]", "object", {}),
        (b"[" * 100_000, "json", {}),
        ({"lang": "en"}, "missing", {"name": "reply"}),
        ({"reply": "x"}, "missing", {"name": "lang"}),
        ({"lang": "fr", "reply": "x"}, "lang", {"spoken": "fr"}),
        ({"lang": "en", "reply": 5}, "text", {"name": "reply"}),
        ({"lang": "en", "reply": "x", "customer": []}, "text", {"name": "customer"}),
        ({"lang": "en", "reply": "x", "feels": 3}, "texts", {"name": "feels"}),
        ({"lang": "en", "reply": "x", "feels": [3]}, "texts", {"name": "feels"}),
        ({"lang": "en", "reply": "x", "facts": {"a": 1}}, "texts", {"name": "facts"}),
    ],
)  # fmt: skip
def test_a_wrong_line_is_told_by_its_number_and_passed_over(
    dangol: Callable[..., Printed], lines: Any, line: Any, key: str, values: Mapping[str, str],
    lang: Any,
) -> None:  # fmt: skip
    printed = dangol("read", "--plain", "--lang", lang, lines(READ, line, {**READ, "id": "b"}))
    assert printed[0] == 1
    assert [one["id"] for one in answers(printed)] == ["a", "b"]
    said = words(lang, f"cli.lines.{key}", **values)
    assert words(lang, "cli.lines.wrong", line=2, said=said) in printed[2]
    assert words(lang, "cli.lines.some", wrong=1, lines=2) in printed[2]
    assert "Traceback" not in printed[2]


@pytest.mark.parametrize("options", [None, "a", [1], {"a": "b"}])
def test_options_are_a_list_of_texts(
    dangol: Callable[..., Printed], lines: Any, options: Any
) -> None:
    printed = dangol("match", "--plain", "--lang", "en", lines({**MATCH, "options": options}))
    assert printed[:2] == (1, "")
    assert words("en", "cli.lines.options") in printed[2]


@pytest.mark.parametrize("command", ["read", "match"])
@pytest.mark.parametrize("lang", ["ko", "en"])
def test_an_empty_file_is_said_to_be_empty(
    dangol: Callable[..., Printed], tmp_path: Path, command: str, lang: Any
) -> None:
    path = tmp_path / "empty"
    path.write_text("\n\n")
    printed = dangol(command, "--plain", "--lang", lang, path)
    assert printed == (1, "", words(lang, "cli.lines.none") + "\n")


def test_a_megabyte_in_one_line_is_read(dangol: Callable[..., Printed], lines: Any) -> None:
    printed = dangol("read", "--plain", lines({**READ, "reply": "Thank you. " * 100_000}))
    (found,) = answers(printed)
    assert printed[0] == 0
    assert [one["name"] for one in found["flags"]][-1:] == ["unread"]


def test_a_line_without_end_is_passed_over(dangol: Callable[..., Printed], lines: Any) -> None:
    printed = dangol("read", "--plain", "--lang", "en", lines(b"x" * (LONGEST + 10), READ))
    assert printed[0] == 1
    assert [one["id"] for one in answers(printed)] == ["a"]
    assert words("en", "cli.lines.long", most=LONGEST // 1_000_000) in printed[2]


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize("name", ["nowhere.jsonl", os.fsdecode(b"\xff\xfe.jsonl"), ""])
def test_a_file_that_is_not_there(dangol: Callable[..., Printed], name: str, lang: Any) -> None:
    code, out, said = dangol("read", "--plain", "--lang", lang, f"./{name}")
    assert (code, out) == (2, "")
    assert said.count("\n") == 1
    assert "Traceback" not in said


def test_a_context_that_is_none(dangol: Callable[..., Printed], tmp_path: Path) -> None:
    for number, text in enumerate(("[]", "{", '{"feels": 3}', '{"customer": 1}')):
        path = tmp_path / f"{number}.json"
        path.write_text(text)
        code, out, said = dangol("read", "--plain", "--context", path, path)
        assert (code, out, said.count("\n")) == (2 if "cli" in said else code, "", 1)
        assert "Traceback" not in said


def test_bytes_that_are_no_text_on_standard_input(home: Path) -> None:
    data = b"\xff\n" + json.dumps(READ).encode() + b"\n"
    done = piped("read", "--plain", "--lang", "en", data=data, home=home)
    assert done.returncode == 1
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a"]
    assert words("en", "cli.lines.binary").encode() in done.stderr


@pytest.fixture
def reading(home: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`dangol read` at work in a process of its own, after its first answer."""
    command = (sys.executable, "-m", "game.cli", "read", "--plain", "--lang", "en")
    pipes: dict[str, Any] = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    with subprocess.Popen(command, cwd=ROOT, env=environment(home), **pipes) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(ROW)
        process.stdin.flush()
        assert json.loads(process.stdout.readline())["id"] == "a"
        yield process


def test_who_reads_the_answers_may_stop_reading(reading: Any) -> None:
    reading.stdout.close()
    reading.stdin.write(ROW * 200)
    reading.stdin.close()
    said = reading.stderr.read()
    assert b"Traceback" not in said
    assert b"Exception" not in said


def test_an_interrupt_says_how_far_it_came(reading: Any) -> None:
    reading.send_signal(signal.SIGINT)
    said = reading.stderr.read().decode()
    assert reading.wait() == 130
    assert said.strip() == words("en", "cli.lines.stopped", lines=1)


def test_a_broken_model_is_told_and_lines_are_answered_all_the_same(
    dangol: Callable[..., Printed], lines: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: Any = Reader.open
    monkeypatch.setattr(opened.__func__, "__defaults__", (tmp_path / "no models",))
    for command, line in (("read", READ), ("match", MATCH)):
        code, out, said = dangol(command, "--plain", "--lang", "en", lines(line))
        assert (code, out.count("\n"), said.count("\n")) == (0, 1, 1)
        assert "levels.json" in said


# Conversations from elsewhere


@pytest.fixture
def talk(tmp_path: Path) -> Path:
    """A conversation with marks of who speaks."""
    path = tmp_path / "talk.txt"
    path.write_text(TALK, "utf-8")
    return path


def test_a_conversation_is_scored_against_its_case(
    dangol: Callable[..., Printed], talk: Path
) -> None:
    code, out, _ = dangol("score", "--plain", "--case", LAMP, "--json", "--lang", "en", talk)
    (found,) = json.loads(out)
    assert (code, found["language"], found["case"], found["resolution"]) == (0, "ko", "lamp", None)
    assert found["gratitude"] > 0
    for axis in ("empathy", "gratitude"):
        points = [one["points"] for one in found["findings"] if one["axis"] == axis]
        assert sum(points) == found[axis]
    assert all(one["quote"] in TALK for one in found["findings"])
    assert words("en", "cli.score.cannot.resolution") in found["cannot"]


def test_without_a_case_only_the_language_is_read(
    dangol: Callable[..., Printed], talk: Path
) -> None:
    code, out, _ = dangol("score", "--plain", "--json", "--lang", "en", talk)
    (found,) = json.loads(out)
    assert (code, found["case"], found["empathy"], found["gratitude"]) == (0, None, None, None)
    assert {one["axis"]: one["turn"] for one in found["best"]}["gratitude"] == 2
    assert words("en", "cli.score.cannot.case") in found["cannot"]


@pytest.mark.parametrize("lang", ["ko", "en"])
def test_it_is_told_in_either_language(
    dangol: Callable[..., Printed], talk: Path, lang: Any
) -> None:
    code, out, _ = dangol("score", "--plain", "--lang", lang, "--case", LAMP, talk)
    assert code == 0
    assert words(lang, "cli.score.cannot.resolution") in out
    assert "신경 쓰이셨겠어요" in out


def test_english_and_json_are_read_too(dangol: Callable[..., Printed], tmp_path: Path) -> None:
    plain, lines = tmp_path / "talk.txt", tmp_path / "talk.json"
    plain.write_text("Customer: My lamp flickers.\nAgent: Thank you for telling us. When is it?\n")
    said = [
        {"speaker": "customer", "text": "My lamp flickers."},
        {"speaker": "agent", "text": "Thank you for telling us. When is it?"},
    ]
    lines.write_text(json.dumps({"lines": said}))
    code, out, _ = dangol("score", "--plain", "--json", plain, lines)
    one, other = json.loads(out)
    assert code == 0
    assert one["turns"] == other["turns"]
    assert one["language"] == "en"


@pytest.mark.parametrize("lang", ["ko", "en"])
@pytest.mark.parametrize(
    ("name", "data", "key", "values"),
    [
        ("a.txt", b"", "cli.score.empty", {}),
        ("a.txt", b"\xff\xfe", "cli.lines.binary", {}),
        ("a.txt", b"x" * 1_000_001, "cli.score.long", {"most": 1000}),
        ("a.txt", b"no marks here", "workshop.from.no-speakers", {}),
        ("a.json", b"{", "cli.score.json", {}),
        ("a.json", b"{}", "cli.score.lines", {}),
        ("a.json", b"[1]", "cli.score.line", {"line": 1}),
        ("a.json", b'[{"speaker": "x", "text": "y"}]', "cli.score.line", {"line": 1}),
        ("a.json", b'[{"speaker": "agent", "text": 1}]', "cli.score.line", {"line": 1}),
        ("a.json", b'[{"speaker": "customer", "text": "y"}]', "cli.score.no-agent", {}),
    ],
)  # fmt: skip
def test_a_wrong_conversation_is_told_and_the_others_are_scored(
    dangol: Callable[..., Printed], talk: Path, tmp_path: Path, name: str, data: bytes, key: str,
    values: Mapping[str, object], lang: Any,
) -> None:  # fmt: skip
    path = tmp_path / name
    path.write_bytes(data)
    code, out, said = dangol("score", "--plain", "--json", "--lang", lang, path, talk)
    assert code == 1
    assert [one["file"] for one in json.loads(out)] == [str(talk)]
    told = words(lang, key, **values)
    assert said == words(lang, "cli.score.wrong", path=path, said=told) + "\n"


def test_a_conversation_that_is_not_there(dangol: Callable[..., Printed]) -> None:
    code, out, said = dangol("score", "--plain", "--json", "--lang", "en", "nowhere.txt")
    assert (code, json.loads(out)) == (1, [])
    assert "nowhere.txt" in said
