"""Whether a model keeps to a given form: second opinions and drafts need that, voices do not."""

from contextlib import closing
from typing import Final, Literal

from pydantic import Field

from game.customers.asking import Asker, Form, Rung
from game.customers.servers import Server
from game.doctor.findings import Finding, State
from game.errors import CustomerUnavailable

TIMES: Final = 3
_SAID: Final = "The parcel has not come, and nobody could tell me where it is."


class _Heard(Form):
    quote: str = Field(max_length=80)
    feeling: Literal["annoyed", "calm", "glad"]


def kept_form(server: Server, key: str | None) -> Finding:
    """How often of three times, and by which means; raises CustomerUnavailable without a server."""
    with closing(Asker(server, key)) as asker:
        rung = asker.rung()
        kept = sum(_keeps(asker, seed) for seed in range(TIMES)) if rung is not Rung.OFF else 0
    values = {"rung": rung.value, "kept": kept, "of": TIMES}
    if kept < TIMES:
        return Finding("form", State.WARN, "doctor.llm.form.bad", values)
    if rung is Rung.SCHEMA:
        return Finding("form", State.OK, "doctor.llm.form", values)
    return Finding("form", State.WARN, "doctor.llm.form.weak", values)


def _keeps(asker: Asker, seed: int) -> bool:
    question = "Quote the customer's words that show how they feel, then name the feeling."
    message = {"role": "user", "content": f"{question}\n{_SAID}"}
    try:
        asker.ask([message], _Heard, 200, seed)
    except CustomerUnavailable:
        return False
    return True
