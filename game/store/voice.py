"""The file that says which server words the customers' lines; see `game.customers.choosing`."""

import json
from pathlib import Path

from game.customers.choosing import FILE, Choice, read_choice
from game.store.files import write_atomically


class VoiceFile:
    """That file in a data folder."""

    def __init__(self, home: Path) -> None:
        self._home = home

    def read(self) -> Choice:
        """What was chosen; raises CustomerUnavailable where the file makes no sense."""
        return read_choice(self._home)

    def write(self, choice: Choice) -> None:
        """Writes what was chosen; raises StoreError."""
        text = json.dumps(choice.to_json(), ensure_ascii=False, indent=2)
        write_atomically(self._home / FILE, text + "\n")
