"""Where cases are found: every YAML file under some folders whose first key is `case`."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from glob import escape
from pathlib import Path
from typing import TypeAlias

from game import content
from game.case.checks import checked
from game.case.checks.neighbours import neighbour_problems
from game.case.checks.others import check_page, check_shared
from game.case.headings import NODES, Heading, heading_of
from game.case.kinds import ID
from game.case.language import PAGES
from game.case.model import Case
from game.case.pages import Page, PageReading, read_page
from game.case.problems import Place, Problem, nearest
from game.case.reading import Reading, read_case
from game.case.shared import FOLDER, SharedScene, read_shared, unreadable_shared
from game.case.tree import MAX_BYTES
from game.errors import CaseError
from game.words import LANGUAGES

_FIRST_KEY = re.compile(
    rb"\A(?:\xef\xbb\xbf)?(?:[ \t]*(?:#[^\r\n]*)?[\r\n])*([\w-]+)[ \t]*:[ \t]*([^\s#]*)"
)
Stamp: TypeAlias = tuple[tuple[Path, int, int], ...]

_HEAD_BYTES = 16_384
SUFFIXES = (".yaml", ".yml")
LISTS = ("curriculum.yaml", "sources.yaml")
"""Files beside the cases that are no cases."""
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
    """The translation tables of a file: `name.<language>.yaml` beside `name.yaml`."""
    found = path.parent.glob(f"{escape(path.stem)}.[a-z][a-z].*")
    return sorted(one for one in found if one.suffix in SUFFIXES)


def read_file(path: Path) -> Reading:
    """Reads a case file and the tables beside it; a file that cannot be read is a problem too."""
    data = data_of(path)
    if isinstance(data, Problem):
        return Reading(None, (data,))
    tables, lost = _tables_of(path)

    def find(name: str) -> SharedScene | None:
        return shared_scene(path, name)

    reading = read_case(str(path), data, tables, find)
    told = sorted([*reading.problems, *lost], key=lambda problem: problem.sort_key)
    return replace(reading, problems=tuple(told))


def _tables_of(path: Path) -> tuple[dict[str, bytes], list[Problem]]:
    """The bytes of the tables beside a file, and what kept others from being read."""
    beside = {str(table): data_of(table) for table in tables_beside(path)}
    lost = [one for one in beside.values() if isinstance(one, Problem)]
    return {file: one for file, one in beside.items() if isinstance(one, bytes)}, lost


def _head_of(path: Path) -> bytes:
    """What stands before the nodes of a case, or all; nothing where it cannot be read."""
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES)
            return head if NODES in head else head + file.read(MAX_BYTES)
    except OSError:
        return b""


def _tables(path: Path) -> dict[str, bytes]:
    """The tables beside a file by their language, without a look through the whole folder."""
    beside = {lang: path.with_name(f"{path.stem}.{lang}{path.suffix}") for lang in LANGUAGES}
    read = {lang: data_of(one) for lang, one in beside.items() if one.is_file()}
    return {lang: one for lang, one in read.items() if isinstance(one, bytes)}


def shared_scene(case: Path, name: str) -> SharedScene | None:
    """The shared scene that a case may call: beside it, a folder above, or a shipped one."""
    folders = (case.parent, case.parent.parent, content.scenarios())
    paths = (folder / FOLDER / f"{name}{suffix}" for folder in folders for suffix in SUFFIXES)
    path = next((one for one in paths if one.is_file()), None) if ID.fullmatch(name) else None
    return None if path is None else read_shared_file(path)


def read_shared_file(path: Path) -> SharedScene:
    """Reads a shared scene and the tables beside it; one that did not change is read once."""
    return _read_shared(path, stamp_of(path))


@lru_cache(maxsize=64)
def _read_shared(path: Path, stamp: Stamp) -> SharedScene:
    data = data_of(path)
    if isinstance(data, Problem):
        return unreadable_shared(str(path), data)
    tables, lost = _tables_of(path)
    scene = read_shared(str(path), data, tables)
    return replace(scene, problems=(*scene.problems, *lost))


def stamp_of(path: Path) -> Stamp:
    """What tells that a file or a table beside it was changed."""
    stamps = []
    for one in (path, *tables_beside(path)):
        try:
            found = one.stat()
        except OSError:
            continue
        stamps.append((one, found.st_mtime_ns, found.st_size))
    return tuple(stamps)


def data_of(path: Path) -> bytes | Problem:
    """What is in a file, no more of a large one than shows it; or why it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        said = error.strerror or str(error)
        return Problem("F001", Place(1, 1), {"said": said}, str(path))


def check_file(path: Path) -> list[Problem]:
    """All problems of one file with its tables, or of a table with what it translates."""
    source = source_of(path)
    if source is None:
        return _check_source(path)
    found = _check_source(source)
    own = [one for one in found if one.file == str(path)]
    # A file that cannot be read leaves its tables unchecked: silence would read as praise.
    return own or [one for one in found if one.file == str(source) and _hides_tables(source)]


def _hides_tables(source: Path) -> bool:
    kind = kind_of(source)[0]
    return kind != "shared" and kind not in PAGES and read_file(source).case is None


def _check_source(path: Path) -> list[Problem]:
    kind = kind_of(path)[0]
    if kind == "shared":
        return _sorted([*check_shared(read_shared_file(path))])
    if kind in PAGES:
        return _sorted([*check_page(str(path), _read_page_file(kind, path))])
    return check_reading(path, read_file(path))


def check_reading(path: Path, reading: Reading) -> list[Problem]:
    """All problems of a case file, with its tables, that has been read already."""
    found = checked(str(path), reading)
    if reading.case is not None:
        near = [Problem(code, place, values, str(path)) for code, place, values in
                neighbour_problems(reading.case, Files(path))]  # fmt: skip
        found = _sorted([*found, *near])
    return found


def _read_page_file(kind: str, path: Path) -> PageReading:
    return _read_page(kind, path, stamp_of(path))


@lru_cache(maxsize=256)
def _read_page(kind: str, path: Path, stamp: Stamp) -> PageReading:
    data = data_of(path)
    if isinstance(data, Problem):
        return PageReading(None, (data,))
    tables, lost = _tables_of(path)
    reading = read_page(kind, str(path), data, tables)
    return replace(reading, problems=(*reading.problems, *lost))


def _folders_in(folder: Path) -> list[Path]:
    """The folders in a folder; none where it may not be looked into."""
    try:
        return sorted(one for one in folder.iterdir() if one.is_dir())
    except OSError:
        return []


class Files:
    """The files that a case may name: in its own folder, in those beside it, and the shipped."""

    def __init__(self, path: Path) -> None:
        self.path = path

    @cached_property
    def paths(self) -> dict[tuple[str, str], Path]:
        """The files by their kind and id, looked for when a case first names another file."""
        near = self.path.parent
        found: dict[tuple[str, str], Path] = {}
        for folder in (near, *_folders_in(near.parent)):
            for one in sorted(folder.glob("*.yaml")):
                if one.is_file():  # a pipe would wait for a writer for ever
                    found.setdefault(kind_of(one), one)
        for one in _yaml_files(content.scenarios()):
            found.setdefault(kind_of(one), one)
        return found

    def ids(self, kind: str) -> list[str]:
        """The ids of all files of a kind."""
        return [name for one, name in self.paths if one == kind]

    def endings(self, case: str) -> list[str]:
        """The nodes at which a case can end; none where it cannot be read."""
        found = read_file(self.paths["case", case]).case
        return [node.id for node in found.nodes.values() if node.end] if found else []


def _sorted(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda problem: problem.sort_key)


def source_of(path: Path) -> Path | None:
    """The file that a translation table translates; None where the file is no table."""
    named = _TABLE_NAME.match(path.stem)
    beside = [path.with_name(named["case"] + suffix) for suffix in SUFFIXES] if named else []
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
        if wanted.endswith(SUFFIXES) and path.is_file():
            case = _playable(path)
            self._opened[case.id] = path
            return case
        known = {one.id: one.path for one in self.found()}
        if wanted not in known:
            _expect_no_other_file(wanted)
            near = nearest(wanted, known)
            if near:
                raise CaseError("case.unknown.near", case=wanted, near=near)
            raise CaseError("case.unknown", case=wanted, known=", ".join(known))
        return _playable(known[wanted])

    def pages(self, *kinds: str) -> list[Page]:
        """Every page of these kinds (all where none is named) that reads well, seasons by order."""
        wanted = kinds or tuple(PAGES)
        pages: dict[tuple[str, str], Page] = {}
        for folder in self.folders:
            for path in _yaml_files(folder):
                kind, name = kind_of(path)
                if kind in wanted and (kind, name) not in pages:
                    page = _read_page_file(kind, path).page
                    if page is not None:
                        pages[kind, name] = page
        return sorted(pages.values(), key=lambda one: (one.kind, one.order, one.id))

    def headings(self) -> list[Heading]:
        """What a list says of every case, by id; those whose heading is not whole are left out."""
        found = []
        for one in self.found():
            data = _head_of(one.path)
            heading = heading_of(data, _tables(one.path)) if data else None
            if heading is not None:
                found.append(heading)
        return found

    def playable(self) -> Iterator[Case]:
        """Every case that can be played; those with problems are left to `check`."""
        for one in self.found():
            case = read_file(one.path).case
            if case is not None:
                yield case


def _expect_no_other_file(wanted: str) -> None:
    """Raises CaseError where somebody means a file, and it is none that holds one case."""
    path = Path(wanted)
    if path.is_dir():
        raise CaseError("case.unknown.folder", path=wanted)
    if path.exists():
        raise CaseError("case.unknown.kind", path=wanted)
    if wanted.endswith(SUFFIXES):
        raise CaseError("case.unknown.file", path=wanted)


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
    files = (one for one in folder.rglob("*") if one.suffix in SUFFIXES)
    yield from sorted(one for one in files if one.is_file() and one.name not in LISTS)
