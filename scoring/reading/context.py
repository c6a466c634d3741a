"""What a reply is read against: the customer's turn and what the case knows of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Context:
    """One moment of a conversation, before the trainee answers.

    `customer` is what was said to the trainee. `feels`, `thank_for` and `harms` give the text of
    each id. `steps` solve the problem, `facts` are true, `false_claims` sound right and are not.
    `said` are the trainee's earlier replies, in order. All but the customer may be left out.
    """

    customer: str = ""
    feels: Mapping[str, str] = field(default_factory=dict)
    thank_for: Mapping[str, str] = field(default_factory=dict)
    harms: Mapping[str, str] = field(default_factory=dict)
    steps: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    false_claims: tuple[str, ...] = ()
    said: tuple[str, ...] = ()
