"""Hints: what is no mistake and may not be what was meant. They stop nobody."""

from pathlib import Path

from game.case.library import Files, data_of, kind_of
from game.case.problems import Problem, nearest
from game.case.tree import Scalar, Unreadable, grow, text_of


def hints_of(path: Path) -> list[Problem]:
    """The hints for a case file; none for other files, and for one that cannot be read."""
    data = data_of(path) if kind_of(path)[0] == "case" else b""
    try:
        top, _ = grow(text_of(data if isinstance(data, bytes) else b""))
    except Unreadable:
        return []
    season = top.values.get("season")
    seasons = Files(path).ids("season")
    if not isinstance(season, Scalar) or season.text in seasons:
        return []
    values = {"season": season.text, "near": nearest(season.text, seasons)}
    return [Problem("N001", season.place, values, str(path))]
