"""The guides for trainers as files: their examples, each with the files as they have grown so far.

In `scenarios/README*.md` a block of `yaml` whose first key is `case`, `shared`, `of`, `principle`,
`season` or `page` is a file of its own. Every other block is put into the case before it. Words
behind `yaml` tell of exceptions: `allow=` and `wrong=` name the codes of the problems that the
check finds there, `aside` and `wrong=` that the block is not kept.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.case.schema import KINDS
from tests.plays import ROOT

GUIDES = {"en": ROOT / "scenarios/README.md", "ko": ROOT / "scenarios/README.ko.md"}

BLOCK = re.compile(r"^```(\w*)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_FIRST = re.compile(rf"({'|'.join(KINDS)}|of): (\S+)\n")


@dataclass(frozen=True, slots=True)
class Example:
    """One block of YAML, at a line of the guide; `codes` are the problems it must have."""

    line: int
    text: str
    is_kept: bool
    codes: frozenset[str]


@dataclass(frozen=True, slots=True)
class Stage:
    """An example in its place: the file it belongs to, among all files of the guide so far."""

    language: str
    example: Example
    file: str
    files: dict[str, str]

    def laid_out(self, folder: Path) -> Path:
        """Writes the files into a folder and gives the one that the example belongs to."""
        for name, text in self.files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return folder / self.file

    @property
    def is_case(self) -> bool:
        """Whether it makes a case that can be played."""
        return self.files[self.file].startswith("case:") and not self.example.codes


def examples(guide: str) -> Iterator[Example]:
    """The examples of a guide, in order."""
    for found in BLOCK.finditer(guide):
        language, info, text = found[1], found[2], found[3]
        if language != "yaml":
            continue
        words = {name: of for name, _, of in (word.partition("=") for word in info.split())}
        assert words.keys() <= {"allow", "wrong", "aside"}, info
        codes = words.get("wrong", words.get("allow", ""))
        yield Example(
            line=guide.count("\n", 0, found.start()) + 1,
            text=text,
            is_kept=not words.keys() & {"wrong", "aside"},
            codes=frozenset(codes.split(",")) - {""},
        )


def stages(language: str) -> Iterator[Stage]:
    """Every example of a guide with all files as they have grown so far."""
    files: dict[str, str] = {}
    case = ""
    for one in examples(GUIDES[language].read_text(encoding="utf-8")):
        first = _FIRST.match(one.text)
        if first is None:
            name, text = case, grown(files[case], one.text)
        else:
            name, text = _name_of(first[1], first[2], language, files), one.text
        now = {**files, name: text}
        yield Stage(language, one, name, now)
        if one.is_kept:
            files = now
            case = name if text.startswith("case:") else case


def _name_of(kind: str, name: str, language: str, files: dict[str, str]) -> str:
    """The file that a block with a first key of its own belongs into."""
    if kind == "of":
        (source,) = (one for one in files if Path(one).stem == name)
        return source.replace(".yaml", ".ko.yaml" if language == "en" else ".en.yaml")
    return f"shared/{name}.yaml" if kind == "shared" else f"{name}.yaml"


@cache
def last_stages(language: str) -> dict[str, Stage]:
    """Every file that the examples of a guide make in the end."""
    kept = [stage for stage in stages(language) if stage.example.is_kept]
    return {stage.file: stage for stage in kept}


@cache
def whole_case(language: str, name: str = "one-glove") -> str:
    """A case that the examples of a guide make in the end."""
    return last_stages(language)[f"{name}.yaml"].files[f"{name}.yaml"]


# Putting an example into the case, letter by letter as the guide has it.


def grown(case: str, example: str) -> str:
    """The case with an example in it: fields replaced, what has parts joined part by part."""
    parts = _parts(case)
    for name, new in _parts(example).items():
        old = parts.get(name, "")
        parts[name] = _joined(old, new) if _has_parts(old) and _has_parts(new) else new
    return "".join(parts.values())


def _parts(block: str) -> dict[str, str]:
    """The text of every field of a mapping, or of every reply of a list, by its name."""
    parts: dict[str, str] = {}
    name = ""
    for line in block.splitlines(keepends=True):
        if re.match(r"[^\s#]", line):
            name = line.removeprefix("- id:").strip() if line[0] == "-" else line.split(":")[0]
        parts[name] = parts.get(name, "") + line
    return parts


def _has_parts(block: str) -> bool:
    """Whether it is a reply, or a field that holds fields or replies."""
    head, _, rest = block.partition("\n")
    first = rest.lstrip(" ")
    return head.startswith("- id:") or (
        head.endswith(":") and (first.startswith("- id:") or first[:1] not in ("-", ""))
    )


def _joined(old: str, new: str) -> str:
    head, _, rest = old.partition("\n")
    inner = grown(_moved(rest, -2), _moved(new.partition("\n")[2], -2))
    return f"{head}\n{_moved(inner, 2)}"


def _moved(block: str, by: int) -> str:
    if by < 0:
        return re.sub(rf"^ {{{-by}}}", "", block, flags=re.MULTILINE)
    return re.sub(r"^(?=.)", " " * by, block, flags=re.MULTILINE)
