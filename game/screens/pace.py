"""The pace of a dialogue: how much the customer has said, and how long the trainee has taken."""

from game.screens import theme
from game.screens.conversation import Conversation
from game.screens.countdown import counted
from game.screens.desk import Desk


class Pace:
    """Letters said of the newest lines, and the seconds that count towards a deadline."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._letters = 0.0
        self.waited = 0.0

    def restart(self) -> None:
        """New lines: nothing of them is said, no time is taken."""
        self._letters = self.waited = 0.0

    def show(self, conversation: Conversation) -> None:
        """Bring a conversation that was laid out anew to where the customer was."""
        conversation.reveal(self._letters)

    def is_saying(self, conversation: Conversation) -> bool:
        """Whether there is more to be said."""
        return self._letters < conversation.length

    def say(self, conversation: Conversation, seconds: float) -> None:
        """Say on for so long; all at once where motion is reduced."""
        self._letters += seconds * theme.TYPING[self._desk.typing]
        if self._desk.reduced_motion:
            self._letters = float(conversation.length)
        self._letters = min(self._letters, float(conversation.length))  # more may follow
        self.show(conversation)

    def take_back(self, letters: int) -> None:
        """The last letters are said otherwise after all."""
        self._letters = max(0.0, self._letters - letters)

    def finish(self, conversation: Conversation) -> None:
        """Say the rest at once."""
        self._letters = float(conversation.length)
        self.show(conversation)

    def think(self, seconds: float) -> None:
        """The trainee takes so long; with longer timers less of it counts."""
        self.waited += counted(seconds, self._desk.timers)
