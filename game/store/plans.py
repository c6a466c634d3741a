"""The plans of one learner: what they mean to do when something happens, and what came of it."""

import json
from dataclasses import asdict, dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final

from game.store.files import set_aside, write_atomically

_MOST: Final = 200  # plans kept; the oldest give way


@dataclass(frozen=True, slots=True)
class Plan:
    """One if-then plan; `day` and `asked` are ISO dates, `answer` is "", kept or dropped."""

    case: str
    when: str
    then: str
    day: str
    asked: str = ""
    answer: str = ""


class Plans:
    """The plans in `folder`, the newest last; a file that cannot be read is set aside."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "plans.json"
        self.made = _read(self.path)

    def keep(self, case: str, when: str, then: str, day: str) -> None:
        """Adds a plan made on `day`; raises StoreError, the plan stands all the same."""
        self.made = [*self.made, Plan(case, when, then, day)][-_MOST:]
        self._write()

    def open(self, day: str) -> Plan | None:
        """The newest plan that is still to be asked about: made before `day`, not asked on it."""
        newest = next(reversed(self.made), None)
        if newest is None or newest.answer or newest.day >= day or newest.asked >= day:
            return None
        return newest

    def answer(self, answer: str, day: str) -> None:
        """Answers the newest plan: kept, dropped, or "" to be asked another day."""
        if self.made:
            self.made = [*self.made[:-1], replace(self.made[-1], answer=answer, asked=day)]
            self._write()

    def _write(self) -> None:
        rows = [asdict(plan) for plan in self.made]
        write_atomically(self.path, json.dumps(rows, ensure_ascii=False, indent=1) + "\n")


def _read(path: Path) -> list[Plan]:
    try:
        rows = json.loads(path.read_text("utf-8"))
        return [_plan(row) for row in rows]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, TypeError, AttributeError, RecursionError):
        set_aside(path)
        return []


def _plan(row: dict[str, object]) -> Plan:
    plan = Plan(**{key: _text(value) for key, value in row.items()})
    date.fromisoformat(plan.day)
    return plan


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value
