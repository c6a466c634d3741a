"""What can go wrong, each with one sentence for the user and the next step in it."""


class DangolError(Exception):
    """An error that is shown to the user: `key` names the sentence in the words table.

    `values` fill its places. Raised anywhere, caught only by the command line and the window.
    """

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key, values)
        self.key = key
        self.values = values


class CaseError(DangolError):
    """A case cannot be found or has problems that keep it from being played."""


class IllegalMove(DangolError):
    """An input that is not possible now; the play is as it was."""


class StoreError(DangolError):
    """The data folder cannot be read or written, or what is in it is damaged."""


class CustomerUnavailable(DangolError):
    """The voice of a customer cannot speak now; the authored line stands in."""
