"""The interface's words: both tables alike, particles that agree, nothing asked for that is not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from game import content
from game.case.tree import Fields, Scalar, grow
from game.filling import agreeing, fill, places_in, strange_particles_in
from game.words import LANGUAGES, Lang, knows, words
from scoring.acts import ACTS, Group, Mechanism
from tests.plays import ROOT

# Where a key stands in a call of such a name, and what is put before it: `words(lang, "key")`.
CALLS = {
    "words": (1, ""), "say": (0, ""), "Reason": (0, ""), "DangolError": (0, ""),
    "CaseError": (0, ""), "IllegalMove": (0, ""), "StoreError": (0, ""),
    "CustomerUnavailable": (0, ""), "word": (0, "screen."),
}  # fmt: skip
PLACE = re.compile(r"<([^<>:\s]+)(?::[^<>]+)?>")


def table(lang: Lang) -> dict[str, str]:
    """A table as it is written, without a key twice."""
    text = (content.assets() / "words" / f"{lang}.yaml").read_text("utf-8")
    tree, problems = grow(text)
    assert problems == []
    found = {key: one.text for key, one in tree.values.items() if isinstance(one, Scalar)}
    assert found.keys() == tree.values.keys()
    return found


KO, EN = table("ko"), table("en")


def sources() -> list[Path]:
    return sorted(path for folder in ("game", "scoring") for path in (ROOT / folder).rglob("*.py"))


def keys_in(path: Path) -> Iterator[tuple[int, str]]:
    """Every key asked for: whole, or up to its first place where it is put together."""
    for call in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(call, ast.Call):
            continue
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        at, before = CALLS.get(name, (0, None))
        if before is not None and len(call.args) > at:
            yield from ((call.lineno, before + key) for key in keys_of(call.args[at]))


def keys_of(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.Constant(str(key)):
            yield key
        case ast.IfExp(_, one, other):
            yield from keys_of(one)
            yield from keys_of(other)
        case ast.JoinedStr():
            parts = [one.value if isinstance(one, ast.Constant) else "*" for one in node.values]
            yield "".join(map(str, parts))
        case _:
            pass


def is_known(key: str) -> bool:
    if "*" not in key:
        return key in KO
    pattern = ".+".join(re.escape(part) for part in key.split("*"))
    return any(re.fullmatch(pattern, one) for one in KO)


def looks_like_a_key(key: str) -> bool:
    """Whether a text is a key and not, say, what a trainee says: `say("hello there")`."""
    return re.fullmatch(r"[a-z0-9.*-]+", key) is not None


@pytest.mark.parametrize("path", sources(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_key_that_the_source_asks_for_exists(path: Path) -> None:
    asked = [(line, key) for line, key in keys_in(path) if looks_like_a_key(key)]
    assert [(line, key) for line, key in asked if not is_known(key)] == []


def test_the_search_for_keys_finds_them() -> None:
    found = {key for path in sources() for _, key in keys_in(path)}
    assert {"move.exam", "case.unknown", "store.full", "why.critical.*", "console.saved"} <= found


def test_both_tables_have_the_same_keys() -> None:
    assert KO.keys() == EN.keys()


def test_both_tables_have_the_same_places() -> None:
    differ = {
        key: (PLACE.findall(KO[key]), PLACE.findall(EN[key]))
        for key in KO
        if set(PLACE.findall(KO[key])) != set(PLACE.findall(EN[key]))
    }
    assert differ == {}


def test_every_table_speaks_its_own_language() -> None:
    shared = {"screen.name", "screen.language.ko"}
    assert [
        key for key, text in EN.items() if re.search("[가-힣]", text) and key not in shared
    ] == []
    assert not any(re.search(r"<[^<>]+:[^<>]+>", text) for text in EN.values())
    assert all(text.strip() for text in (*KO.values(), *EN.values()))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_words_for_everything_that_is_counted(lang: Lang) -> None:
    critical = [act.name for act in ACTS.values() if act.group is Group.CRITICAL]
    breaches = ["privacy", "safety", "compliance", "business", "wrong-fact", "self"]
    wanted = [f"why.critical.{one}" for one in (*critical, *breaches)]
    wanted += [f"mechanism.{one}" for one in Mechanism]
    wanted += [f"why.{how}.{one}" for how in ("met", "generic", "missed") for one in Mechanism]
    assert [key for key in wanted if not knows(lang, key)] == []


# Particles


@pytest.mark.parametrize(
    ("word", "particle", "form"),
    [
        ("고객", "을", "을"), ("의자", "을", "를"),
        ("고객", "를", "을"), ("의자", "를", "를"),
        ("손님", "이", "이"), ("아이", "이", "가"),
        ("손님", "가", "이"), ("아이", "가", "가"),
        ("손님", "은", "은"), ("아이", "은", "는"),
        ("손님", "는", "은"), ("아이", "는", "는"),
        ("손님", "과", "과"), ("아이", "과", "와"),
        ("손님", "와", "과"), ("아이", "와", "와"),
        ("부산", "으로", "으로"), ("서울", "으로", "로"),
        ("제주", "으로", "로"), ("서울", "로", "로"),
        ("부산", "로", "으로"), ("손님", "이에요", "이에요"),
        ("아이", "이에요", "예요"), ("아이", "예요", "예요"),
        ("손님", "예요", "이에요"), ("손님", "이나", "이나"),
        ("아이", "이나", "나"), ("손님", "이랑", "이랑"),
        ("아이", "이랑", "랑"), ("손님", "아", "아"),
        ("철수", "아", "야"), ("1", "을", "을"),
        ("2", "을", "를"), ("3", "을", "을"),
        ("4", "을", "를"), ("5", "을", "를"),
        ("6", "을", "을"), ("7", "을", "을"),
        ("8", "을", "을"), ("9", "을", "를"),
        ("10", "을", "을"), ("1", "으로", "로"),
        ("3", "으로", "으로"), ("6", "으로", "으로"),
        ("lamp.yaml", "을", "을"), ("'고객'", "을", "을"),
        ("의견.", "을", "을"), ("", "을", "를"),
        ("'gift'", "을", "를"), ("drawer", "은", "는"),
        ("end-found", "이", "가"), ("file", "으로", "로"),
        ("shop", "으로", "으로"), ("listen", "이라는", "이라는"),
        ("sunday", "이라는", "라는"), ("table.csv", "을", "를"),
        ("case.html", "과", "과"), ("Tom", "아", "아"),
        ("Anna", "아", "야"), ("check", "을", "를"),
        ("late", "은", "는"), ("time", "은", "은"),
        ("ticket", "을", "을(를)"), ("ticket", "으로", "(으)로"),
        ("type", "이나", "(이)나"), ("…", "은", "은(는)"),
    ],
)  # fmt: skip
def test_a_particle_agrees_with_what_stands_before_it(word: str, particle: str, form: str) -> None:
    assert agreeing(word, particle) == form


def test_every_particle_of_the_korean_table_has_two_forms() -> None:
    used = {found for text in KO.values() for found in re.findall(r"<[^<>:\s]+:([^<>]+)>", text)}
    assert used
    one_form = [p for p in used if agreeing("손님", p) == agreeing("아이", p) and p != "입니다"]
    assert one_form == []


def test_places_are_filled_and_unknown_ones_stay() -> None:
    assert fill("<name:을> <name> <other>", {"name": "고객"}) == "고객을 고객 <other>"
    assert fill("a < b > c", {"b": "x"}) == "a < b > c"
    assert fill("<name>", {"name": "<other>", "other": "x"}) == "<other>"


def test_a_particle_may_follow_what_stands_before_it() -> None:
    assert fill("'<id>'<:을> 연다", {"id": "gift"}) == "'gift'를 연다"
    assert fill("'<id>'<:을>", {"id": "손님"}) == "'손님'을"
    assert places_in("'<id>'<:을> <to:으로>") == {"id", "to"}
    assert strange_particles_in("'<id>'<:을> <to:로> <to>") == set()
    assert strange_particles_in("<id:은는> <:을를>") == {"은는", "을를"}


def test_a_missing_key_is_an_error_and_not_an_empty_text() -> None:
    assert words("en", "console.you") == "You"
    assert not knows("en", "no.such.key")
    with pytest.raises(KeyError):
        words("en", "no.such.key")


def test_the_tables_are_flat() -> None:
    for lang in LANGUAGES:
        tree, _ = grow((content.assets() / "words" / f"{lang}.yaml").read_text("utf-8"))
        assert not any(isinstance(one, Fields) for one in tree.values.values())
