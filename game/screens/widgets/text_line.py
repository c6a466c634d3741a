"""A line being typed: committed text, the caret, and Hangul still being composed.

Three traps of input methods are dealt with here (seen with fcitx5 under SDL 2.32; ibus sends
nothing at all, and Windows sends the events in the order one would expect):

- The key that ends a composition arrives BEFORE the commit. Return while composing therefore
  only asks for the submit; it happens once the commit is in.
- So does the letter such a key types: " " comes, then "글". A single ASCII letter that arrives
  while something is composed waits until the end of the batch, and a Hangul commit overtakes it.
- `TEXTEDITING` with "" may come before the commit as well as after: it never drops or submits text.
  And `event.start` is unreliable: the caret stands after the composition, whatever it says.
"""

from game.screens.lettering import composed

LIMIT = 200
_PATIENCE = 3  # batches that a wanted submit waits for a commit that never comes


class TextLine:
    """The state of a text entry; `limit` is the most letters it takes."""

    def __init__(self, limit: int = LIMIT) -> None:
        self.limit = limit
        self.text = ""
        self.caret = 0
        self.composition = ""
        self._waiting = ""
        self._submit_in = 0

    @property
    def is_composing(self) -> bool:
        """Whether the input method still holds letters."""
        return bool(self.composition)

    def edit(self, composition: str) -> None:
        """The input method shows what it composes."""
        if composition:
            self._flush()
            self._submit_in = 0  # writing went on: Return meant something to the input method
        self.composition = composed(composition)

    def commit(self, text: str) -> None:
        """Letters are final."""
        if self.composition and len(text) == 1 and text.isascii():
            self._waiting += text
            return
        self.composition = ""
        self._insert(text)
        self._flush()
        self._submit_in = min(1, self._submit_in)

    def want_submit(self) -> bool:
        """Return was pressed: whether the text may be sent at once."""
        if self.composition or self._waiting:
            self._submit_in = _PATIENCE
            return False
        return True

    def settle(self) -> bool:
        """The batch of events is over: whether a submit that had to wait is due now."""
        self._flush()
        if not self._submit_in or self.composition:
            return False
        self._submit_in -= 1
        return self._submit_in == 0

    def leave(self) -> None:
        """The focus goes: what is being composed stays as text."""
        rest, self.composition = self.composition, ""
        self._insert(rest)
        self._flush()
        self._submit_in = 0

    def take(self) -> str:
        """The whole text, and an empty line after it."""
        text, self.text, self.caret = self.text.strip(), "", 0
        self._submit_in = 0
        return text

    def paste(self, text: str) -> None:
        """Insert a text from outside, on one line."""
        self._insert(" ".join(text.split()))

    def erase(self, forward: bool = False) -> None:
        """Take away the letter before the caret, or the one after it."""
        at = self.caret if forward else self.caret - 1
        if not self.composition and 0 <= at < len(self.text):
            self.text = self.text[:at] + self.text[at + 1 :]
            self.caret = at

    def move(self, by: int) -> None:
        """Move the caret by letters, as far as there are any."""
        if not self.composition:
            self.caret = min(len(self.text), max(0, self.caret + by))

    def _flush(self) -> None:
        waiting, self._waiting = self._waiting, ""
        self._insert(waiting)

    def _insert(self, text: str) -> None:
        """Put letters at the caret; NFC may join them with the one before."""
        text = "".join(letter for letter in text if letter.isprintable())
        room = self.limit - len(self.text)
        before = composed(self.text[: self.caret] + text[: max(0, room)])
        self.text = before + self.text[self.caret :]
        self.caret = len(before)
