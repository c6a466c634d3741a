"""The records of this computer, opened behind the first picture: loading SQLAlchemy takes a while.

This module loads nothing heavy; what it opens is `learners`.
"""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.store.learners import Learners


class Store:
    """The records in a data folder. `begin` opens them in the background, `learners` waits."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self._learners: Learners | None = None
        self._failed: BaseException | None = None
        self._opening: threading.Thread | None = None

    @property
    def is_open(self) -> bool:
        """Whether `learners` can be asked without waiting."""
        return self._learners is not None or self._failed is not None

    def begin(self) -> None:
        """Begins to open the records, if nobody has yet."""
        if self._opening is None and not self.is_open:
            self._opening = threading.Thread(target=self._open, name="records", daemon=True)
            self._opening.start()

    @property
    def learners(self) -> "Learners":
        """Who practises here, with all that is theirs."""
        if not self.is_open:
            if self._opening:
                self._opening.join()
            else:
                self._open()
        if self._learners is None:
            assert self._failed is not None
            raise self._failed
        return self._learners

    def _open(self) -> None:
        try:
            from game.store.learners import Learners

            self._learners = Learners(self.home)
        except BaseException as error:  # told where it is waited for, not in a thread
            self._failed = error
