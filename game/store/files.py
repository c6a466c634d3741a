"""Files that are never half-written, and one sentence for every way in which writing can fail."""

import errno
import os
import shutil
import tempfile
from pathlib import Path

from game.errors import StoreError

_READ_ONLY = (errno.EACCES, errno.EPERM, errno.EROFS)


def write_atomically(path: Path, text: str) -> None:
    """Writes a file so that it holds either the old text or the new; raises StoreError.

    The text goes to a new file beside it, to the disk, and only then into its place.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".new")
    except OSError as error:
        raise store_error(path, error) from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise store_error(path, error) from error


def set_aside(path: Path) -> Path | None:
    """Moves a damaged file out of the way, never over another; None where that cannot be done."""
    for number in range(1, 100):
        aside = path.with_name(f"{path.name}.damaged-{number}")
        if not aside.exists():
            try:
                os.replace(path, aside)
            except OSError:
                return None
            return aside
    return None


def free_name(path: Path) -> Path:
    """`path`, or one like it with a number where that is taken."""
    number, free = 1, path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.stem}-{number}{path.suffix}")
    return free


def delete_folder(folder: Path) -> None:
    """Deletes a folder with all that is in it; raises StoreError. One that is not there is fine."""
    try:
        shutil.rmtree(folder)
    except FileNotFoundError:
        pass
    except OSError as error:
        raise store_error(folder / "any", error) from error


def delete_file(path: Path) -> None:
    """Deletes a file; raises StoreError. One that is not there is fine."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise store_error(path, error) from error


def store_error(path: Path, error: OSError) -> StoreError:
    """The sentence for an error of the operating system."""
    if error.errno in _READ_ONLY:
        return StoreError("store.read-only", folder=path.parent)
    if error.errno in (errno.ENOSPC, errno.EDQUOT if hasattr(errno, "EDQUOT") else errno.ENOSPC):
        return StoreError("store.full", folder=path.parent)
    return StoreError("store.failed", folder=path.parent, said=error.strerror or str(error))
