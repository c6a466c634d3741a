"""Where a finding points: the turn it names and the words it quotes."""

from scoring.transcript import Chance, Speaker, Transcript


def quote_at(transcript: Transcript, turn: int) -> str:
    """The trainee's words at `turn`, else the last said in it; "" where nobody spoke."""
    said = [line for line in transcript.lines if line.turn == turn]
    own = [line for line in said if line.speaker is Speaker.AGENT]
    return (own or said)[-1].text if said else ""


def chance_of(transcript: Transcript, chance: Chance | None) -> tuple[int, str, str | None]:
    """The turn, quote and stronger wording for an opportunity that was not taken.

    Points at the turn where those words were on offer, else at the trainee's last turn.
    """
    last = max((line.turn for line in transcript.lines), default=0)
    if chance is None:
        return last, quote_at(transcript, last), None
    turn = chance.turn or last
    return turn, quote_at(transcript, turn), chance.better
