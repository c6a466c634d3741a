"""Where cases are found: every YAML file under some folders whose first key is `case`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from glob import escape
from pathlib import Path

from game.case.checks import checked
from game.case.model import Case
from game.case.problems import Place, Problem, nearest
from game.case.reading import Reading, read_case
from game.case.tree import MAX_BYTES
from game.errors import CaseError

_FIRST_KEY = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*([\w-]+)[ \t]*:[ \t]*([^\s#]*)"
)
_SUFFIXES = (".yaml", ".yml")
_TABLE_NAME = re.compile(r"^(?P<case>.+)\.(?P<language>[a-z]{2})$")


@dataclass(frozen=True, slots=True)
class Found:
    """A case that was found: its id as the file says, and the file."""

    id: str
    path: Path


def kind_of(path: Path) -> tuple[str, str]:
    """The first key of a file and its value: its kind and its id, "" where it has none."""
    try:
        with path.open("rb") as file:
            match = _FIRST_KEY.match(file.read(4096))
    except OSError:
        return "", ""
    kind, name = (match[1], match[2]) if match else (b"", b"")
    return kind.decode("utf-8", "replace"), name.decode("utf-8", "replace")


def tables_beside(path: Path) -> list[Path]:
    """The translation tables of a case file: `name.<language>.yaml` beside `name.yaml`."""
    found = path.parent.glob(f"{escape(path.stem)}.[a-z][a-z].*")
    return sorted(one for one in found if one.suffix in _SUFFIXES)


def read_file(path: Path) -> Reading:
    """Reads a case file and the tables beside it; a file that cannot be read is a problem too."""
    data = _data_of(path)
    if isinstance(data, Problem):
        return Reading(None, (data,))
    beside = {str(table): _data_of(table) for table in tables_beside(path)}
    lost = [one for one in beside.values() if isinstance(one, Problem)]
    tables = {file: one for file, one in beside.items() if isinstance(one, bytes)}
    reading = read_case(str(path), data, tables)
    told = sorted([*reading.problems, *lost], key=lambda problem: problem.sort_key)
    return replace(reading, problems=tuple(told))


def _data_of(path: Path) -> bytes | Problem:
    """What is in a file, no more of a large one than shows it; or why it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        said = error.strerror or str(error)
        return Problem("F001", Place(1, 1), {"said": said}, str(path))


def check_file(path: Path) -> list[Problem]:
    """All problems of one case file with its tables, or of a table with its case."""
    source = _case_of(path)
    if source is None:
        return checked(str(path), read_file(path))
    reading = read_file(source)
    found = checked(str(source), reading)
    # A case that cannot be played leaves its tables unchecked: silence would read as praise.
    return [one for one in found if one.file == str(path)] if reading.case else found


def _case_of(path: Path) -> Path | None:
    """The case file beside a translation table; None where the file is no table."""
    named = _TABLE_NAME.match(path.stem)
    beside = [path.with_name(named["case"] + suffix) for suffix in _SUFFIXES] if named else []
    return next((one for one in beside if one.is_file()), None)


class Library:
    """The cases under some folders; where two have the same id, the first folder's counts.

    A case that was loaded from a file of its own is known by its id from then on.
    """

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folders)
        self._opened: dict[str, Path] = {}

    def found(self) -> list[Found]:
        """Every case file by its id, sorted."""
        cases = {name: Found(name, path) for name, path in self._opened.items()}
        for folder in self.folders:
            for path in _yaml_files(folder):
                kind, name = kind_of(path)
                if kind == "case":
                    cases.setdefault(name, Found(name, path))
        return sorted(cases.values(), key=lambda one: one.id)

    def load(self, wanted: str) -> Case:
        """The case with this id, or in this file; raises CaseError with the mend."""
        path = Path(wanted)
        if wanted.endswith(_SUFFIXES) and path.is_file():
            case = _playable(path)
            self._opened[case.id] = path
            return case
        known = {one.id: one.path for one in self.found()}
        if wanted not in known:
            near = nearest(wanted, known)
            if near:
                raise CaseError("case.unknown.near", case=wanted, near=near)
            raise CaseError("case.unknown", case=wanted, known=", ".join(known))
        return _playable(known[wanted])

    def playable(self) -> Iterator[Case]:
        """Every case that can be played; those with problems are left to `check`."""
        for one in self.found():
            case = read_file(one.path).case
            if case is not None:
                yield case


def _playable(path: Path) -> Case:
    reading = read_file(path)
    if reading.case is None:
        own = [one for one in reading.problems if one.file == str(path)]
        place = f"{path}:{own[0].place.line}:{own[0].place.column}"
        raise CaseError("case.broken", place=place, path=path, problems=len(own))
    return reading.case


def yaml_files(path: Path) -> list[Path]:
    """The files to check under a path: itself, or every case and table below a folder."""
    return list(_yaml_files(path)) if path.is_dir() else [path]


def _yaml_files(folder: Path) -> Iterator[Path]:
    files = (one for one in folder.rglob("*") if one.suffix in _SUFFIXES)
    yield from sorted(one for one in files if one.is_file() and one.name != "sources.yaml")
