"""What tells that a case was saved, whatever editor saved it."""

from pathlib import Path

from game.case.library import Stamp, stamp_of, yaml_files
from game.case.shared import FOLDER


def stamps_of(path: Path | None) -> Stamp:
    """What changes when a case, a table beside it or a shared scene near it is saved."""
    if path is None:
        return ()
    shared = [folder / FOLDER.rstrip("/") for folder in (path.parent, path.parent.parent)]
    beside = [one for folder in shared if folder.is_dir() for one in yaml_files(folder)]
    return (*stamp_of(path), *(stamp for one in beside for stamp in stamp_of(one)))
