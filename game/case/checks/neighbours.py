"""What a case says of other files: the cases it remembers, its twin, the principles it teaches."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from game.case.checks.structure import Found
from game.case.model import Case
from game.case.problems import nearest


class Neighbours(Protocol):
    """The files beside a case."""

    def ids(self, kind: str) -> Sequence[str]:
        """The ids of all files of a kind."""
        ...

    def endings(self, case: str) -> Sequence[str]:
        """The nodes at which a case can end; none where it cannot be read."""
        ...


def neighbour_problems(case: Case, files: Neighbours) -> Iterator[Found]:
    """Problems of what a case says of the files beside it."""
    if not (case.remembers or case.twin or case.teaches):
        return
    cases = [one for one in files.ids("case") if one != case.id]
    for memory in case.remembers.values():
        if memory.case not in cases:
            near = nearest(memory.case, cases)
            yield "S021", memory.at.at("case"), {"case": memory.case, "near": near}
            continue
        endings = list(files.endings(memory.case))
        for ending in memory.endings:
            if endings and ending not in endings:
                values: dict[str, object] = {
                    "case": memory.case,
                    "node": ending,
                    "near": nearest(ending, endings),
                }
                yield "S022", memory.at.at("endings"), values
    if case.twin is not None and case.twin not in cases:
        near = nearest(case.twin, cases)
        yield "S021", case.at.at("twin"), {"case": case.twin, "near": near}
    principles = list(files.ids("principle"))
    for name in case.teaches:
        if name not in principles:
            near = nearest(name, principles)
            yield "S023", case.at.at("teaches"), {"name": name, "near": near}
