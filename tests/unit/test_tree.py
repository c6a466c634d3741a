"""The tree of a YAML text: texts stay as written, and everything has its place."""

import pytest

from game.case.problems import Place
from game.case.tree import MAX_BYTES, MAX_DEPTH, Fields, Items, Scalar, Unreadable, grow, text_of


def top(text: str) -> Fields:
    tree, problems = grow(text)
    assert problems == []
    return tree


def scalar(text: str) -> Scalar:
    (one,) = top(text).values.values()
    assert isinstance(one, Scalar)
    return one


def refused(text: str) -> tuple[str, Place]:
    with pytest.raises(Unreadable) as unreadable:
        grow(text)
    return unreadable.value.problem.code, unreadable.value.problem.place


def refused_bytes(data: bytes) -> tuple[str, Place]:
    with pytest.raises(Unreadable) as unreadable:
        text_of(data)
    return unreadable.value.problem.code, unreadable.value.problem.place


@pytest.mark.parametrize(
    "written",
    ["no", "yes", "off", "null", "~", "true", "12:30", "010", "1_000", "0x1f", "1e3", ".inf",
     "2026-11-21", "3.10", "+1", "=", "알겠습니다~"],
)  # fmt: skip
def test_a_scalar_stays_the_text_that_was_written(written: str) -> None:
    assert scalar(f"key: {written}\n").text == written
    assert scalar(f"key: {written}\n").bare
    assert not scalar(f'key: "{written}"\n').bare


def test_folded_and_literal_texts() -> None:
    assert scalar("key: >-\n  one\n  two\n").text == "one two"
    assert scalar("key: |-\n  one\n  two\n").text == "one\ntwo"


def test_every_value_and_key_knows_its_place() -> None:
    tree = top("# note\ncase: 하나\nnodes:\n  opens:\n    - {id: a, 말: 네}\n")
    nodes = tree.values["nodes"]
    assert isinstance(nodes, Fields)
    opens = nodes.values["opens"]
    assert isinstance(opens, Items)
    reply = opens.items[0]
    assert isinstance(reply, Fields)
    assert tree.at("case") == Place(2, 7)
    assert tree.keys["nodes"] == Place(3, 1)
    assert nodes.keys["opens"] == Place(4, 3)
    assert reply.place == Place(5, 7)
    assert reply.flow
    assert not nodes.flow
    assert reply.keys["말"] == Place(5, 15)
    assert reply.at("말") == Place(5, 18)  # columns count letters, not bytes
    assert reply.at("nothing") == reply.place


def test_a_letter_beyond_the_first_plane_counts_as_one() -> None:
    assert top("{a: 😀, b: 1}").at("b") == Place(1, 11)


def test_a_duplicate_key_is_a_problem_and_the_first_counts() -> None:
    tree, problems = grow("a: 1\nb: 2\na: 3\n")
    assert [(one.code, one.place, one.values) for one in problems] == [
        ("Y007", Place(3, 1), {"key": "a", "line": 1})
    ]
    first = tree.values["a"]
    assert isinstance(first, Scalar)
    assert first.text == "1"


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", "Y010", Place(1, 1)),
        ("# only a note\n", "Y010", Place(1, 1)),
        ("- a\n", "Y014", Place(1, 1)),
        ("just text\n", "Y014", Place(1, 1)),
        ("a: 1\n---\nb: 2\n", "Y009", Place(2, 1)),
        ("a: &x 1\n", "Y006", Place(1, 4)),
        ("a: *x\n", "Y006", Place(1, 4)),
        ("a:\n  <<: {b: 1}\n", "Y008", Place(2, 3)),
        ("? [a, b]\n: 1\n", "Y015", Place(1, 3)),
        ("a: !!python/object:os.system 1\n", "Y016", Place(1, 4)),
        ("a:\n\tb: 1\n", "Y017", Place(2, 1)),
        ('a: "네" 하고\n', "Y018", Place(1, 4)),
        ("a: @home\n", "Y019", Place(1, 4)),
        ("a: [1, 2\n", "Y019", Place(1, 4)),
    ],
)
def test_what_no_case_may_hold_is_refused_at_its_place(text: str, code: str, place: Place) -> None:
    assert refused(text) == (code, place)


def test_deep_nesting_is_refused_before_it_hurts() -> None:
    assert refused("a: " + "[" * 1_000_000)[0] == "Y004"
    top("a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1))
    assert refused("a: " + "[" * MAX_DEPTH + "]" * MAX_DEPTH)[0] == "Y004"


def test_bytes_of_other_editors() -> None:
    assert text_of(b"\xef\xbb\xbfa: 1\r\nb: 2\rc: 3\n") == "a: 1\nb: 2\nc: 3\n"


@pytest.mark.parametrize(
    ("data", "code", "place"),
    [
        ("a: 1\nb: 알겠습니다\n".encode("cp949"), "Y001", Place(2, 4)),
        ("a: 1\n".encode("utf-16"), "Y001", Place(1, 1)),
        (b"a: 1\nb: \x00\n", "Y002", Place(2, 4)),
        (b"a: \x1b[31m\n", "Y002", Place(1, 4)),
        (b"a" * (MAX_BYTES + 1), "Y003", Place(1, 1)),
    ],
)
def test_bytes_that_are_no_text(data: bytes, code: str, place: Place) -> None:
    assert refused_bytes(data) == (code, place)
