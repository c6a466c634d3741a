"""The case of the cake as files in a folder, with all that it calls and remembers."""

from pathlib import Path

from tests.plays import CASES
from tests.steps.conftest import put_cases


def put_cake(home: Path) -> Path:
    """Puts the case of the cake, and the lamp, where a user keeps their own; gives the folder."""
    folder = put_cases(home).parent
    (folder / "shared").mkdir(exist_ok=True)
    for path in (*CASES.glob("journey*.yaml"), *CASES.glob("shared/*.yaml")):
        (folder / path.relative_to(CASES)).write_bytes(path.read_bytes())
    return folder
