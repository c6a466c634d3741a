"""Reading on while a screen is shown: what is new is laid out a few times a second, not at once."""

from game.screens.desk import Desk

_EVERY = 0.25  # seconds between two layouts while there is still more to read


class Reader:
    """Asks the desk to read a little in every turn of the loop."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._has_news = False
        self._since = _EVERY

    def read(self, seconds: float) -> bool:
        """Read on; whether the screen should show what has come in."""
        more = self._desk.read_more()
        self._has_news |= more
        self._since += seconds
        if not self._has_news or (more and self._since < _EVERY):
            return False
        self._has_news, self._since = False, 0.0
        return True
