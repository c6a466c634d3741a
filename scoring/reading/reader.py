"""The reader: a typed reply in, a reading out. Holds the models; nothing else here has state."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from scoring.reading import vectors
from scoring.reading.context import Context
from scoring.reading.guards import guards
from scoring.reading.heads import MODELS, PLAIN, VECTORS, BrokenModel, Tier, load_tiers
from scoring.reading.normal import normalise, plain
from scoring.reading.overlap import share
from scoring.reading.reading import Reading
from scoring.reading.result import Judged, Text, reading_of
from scoring.reading.rules import weigh_by_rule
from scoring.reading.sentences import sentences
from scoring.reading.thanks import Thanks
from scoring.reading.ties import against
from scoring.reading.units import Unit, units
from scoring.reading.weighing import look, weigh

RULES: Final = "rules"


class Reader:
    """Reads typed replies. `open()` is at once ready; `warm()` makes it sharper.

    `trouble` says, in English, which model is broken and why, "" where none is.
    """

    def __init__(
        self, tiers: Mapping[str, Tier], thanks: Thanks | None = None, trouble: str = ""
    ) -> None:
        self._tiers = tiers
        self._thanks = thanks
        self._vectors: vectors.Vectors | None = None
        self.trouble = trouble

    @classmethod
    def open(cls, folder: Path = MODELS) -> "Reader":
        """A reader with the plain tier; with rules alone where the model of levels is broken."""
        tiers: Mapping[str, Tier] = {}
        thanks, trouble = None, []
        try:
            tiers = load_tiers(folder / "levels.json")
        except BrokenModel as broken:
            trouble.append(str(broken))
        try:
            thanks = Thanks.open(folder / "thanks.json")
        except BrokenModel as broken:
            trouble.append(str(broken))
        return cls(tiers, thanks, "; ".join(trouble))

    def warm(self) -> bool:
        """Loads the sentence vectors, and says whether it worked.

        Takes about 1.5 s the first time: call it off the main thread.
        """
        self._vectors = vectors.load()
        return self._vectors is not None

    @property
    def tier(self) -> str:
        """What reads now: rules, plain or vectors."""
        if not self._tiers:
            return RULES
        return PLAIN if self._vectors is None or VECTORS not in self._tiers else VECTORS

    def similarity(self, one: str, others: Sequence[str]) -> list[float] | None:
        """The cosine, -1 to 1, of one text with each of the others; None when not warm."""
        if self._vectors is None:
            return None
        return self._vectors.nearness(plain(one), [plain(other) for other in others])

    def near(self, text: str, others: Sequence[str]) -> Sequence[float]:
        """How near a text is to each of the others: by vectors, else by letters."""
        found = self.similarity(text, others)
        return found if found is not None else [share(plain(one), plain(text)) for one in others]

    def thanks_in(self, text: str) -> bool | None:
        """Whether a text of anybody's, a customer's say, speaks of gratitude; None without a model.

        For how well a trainee thanks, read the reply instead.
        """
        return None if self._thanks is None else self._thanks.in_text(text, self._vectors)

    def read(self, reply: str, lang: str, context: Context) -> Reading:
        """What a reply says and does. Never raises, whatever the text.

        `lang` is the language of the play; the reply may be in another, or in both.
        """
        normal = normalise(reply)
        said = sentences(normal)
        held = guards(said, context)
        text = Text(reply, normal, said, held)
        return reading_of(text, self._judged(units(said, held), context), context, self.near)

    def _judged(self, parts: Sequence[Unit], context: Context) -> Judged:
        if not self._tiers:
            return Judged(RULES, weigh_by_rule(parts), None, None)
        tier = self.tier
        meaning = self._vectors if tier == VECTORS else None
        seen = look(parts, against(context), meaning)
        other = weigh(seen, self._tiers[PLAIN]) if tier == VECTORS else None
        return Judged(tier, weigh(seen, self._tiers[tier]), other, self._tiers[tier])
