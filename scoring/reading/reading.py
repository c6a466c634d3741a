"""What was read in a reply: levels, acts, the words they rest on, and what was held against it."""

from dataclasses import dataclass

from scoring.transcript import Act


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words a level rests on: `quote` is `reply[start:end]`, counted in code points.

    `axis` is er, ip, ex, gratitude or resolution.
    """

    axis: str
    quote: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Flag:
    """A guard that spoke: `quote` is `reply[start:end]`.

    `caps` names what it holds down, divided by spaces: empathy, gratitude, resolution or all.
    """

    name: str
    quote: str
    start: int
    end: int
    caps: str


@dataclass(frozen=True, slots=True)
class Reading:
    """One reply as read: expected levels from 0 to 2, and what they rest on.

    `er`, `ip` and `ex` are emotional reaction, interpretation and exploration [EPITOME, arXiv
    2009.08441]. `ack` is the chance, 0 to 1, that the person is acknowledged at all. `empathy` is
    0 to 100: our rule, the three levels over their 6 in the weights .4, .4, .2. `confidence` is 0
    to 1; below `UNSURE` the turn is better left out. `tier` is rules, plain or vectors.
    """

    er: float
    ip: float
    ex: float
    gratitude: float
    resolution: float
    ack: float
    empathy: float
    acts: tuple[Act, ...]
    evidence: tuple[Evidence, ...]
    flags: tuple[Flag, ...]
    confidence: float
    tier: str


AXES = ("er", "ip", "ex", "gratitude", "resolution")
UNSURE = 0.35
