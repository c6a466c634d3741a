"""The look: colours, type, spacing and radii, in design units (720 = the window's height).

Only constants and the small values they are made of; nothing here draws. A colour is a name for
what it means: the canvas passes each through its palette, which high contrast exchanges.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

Colour: TypeAlias = tuple[int, int, int]


class Weight(StrEnum):
    """The three weights of Pretendard that ship."""

    REGULAR = "Regular"
    SEMIBOLD = "SemiBold"
    BOLD = "Bold"


@dataclass(frozen=True, slots=True)
class Style:
    """A step of the type scale: size and line height in design units."""

    size: float
    line: float
    weight: Weight = Weight.REGULAR

    @property
    def is_large(self) -> bool:
        """Whether contrast of 3:1 is enough (WCAG: from 24 px, or 18.5 px in bold)."""
        return self.size >= 24 or (self.size >= 18.5 and self.weight is Weight.BOLD)


DISPLAY = Style(48, 56, Weight.BOLD)
H1 = Style(24, 32, Weight.BOLD)
H2 = Style(18, 24, Weight.BOLD)
H3 = Style(16, 24, Weight.BOLD)
FIGURE_LARGE = Style(28, 32, Weight.BOLD)
FIGURE = Style(20, 24, Weight.BOLD)
SPOKEN = Style(17, 27)
BODY = Style(15, 24)
LETTER = Style(15, 28)
SIGNATURE = Style(15, 28, Weight.SEMIBOLD)
BODY_STRONG = Style(15, 24, Weight.SEMIBOLD)
SMALL = Style(14, 22)
SMALL_STRONG = Style(14, 22, Weight.SEMIBOLD)
CAPTION = Style(13, 20)
CAPTION_STRONG = Style(13, 20, Weight.SEMIBOLD)
MICRO = Style(12, 16, Weight.SEMIBOLD)

INK: Colour = (23, 32, 51)
INK_SOFT: Colour = (58, 69, 92)
MUTED: Colour = (88, 99, 120)
DISABLED: Colour = (170, 178, 196)
LINE: Colour = (226, 231, 241)
LINE_STRONG: Colour = (200, 208, 224)
EDGE: Colour = (130, 140, 162)
GROUND: Colour = (243, 245, 250)
SUNKEN: Colour = (247, 249, 252)
TRACK: Colour = (229, 233, 242)
TILE: Colour = (240, 243, 249)
WHITE: Colour = (255, 255, 255)
PRIMARY: Colour = (52, 84, 235)
PRIMARY_DEEP: Colour = (38, 64, 196)
PRIMARY_SOFT: Colour = (236, 240, 255)
PRIMARY_PALE: Colour = (178, 193, 252)
ON_PRIMARY_QUIET: Colour = (222, 229, 255)
NAVY: Colour = (22, 31, 56)
NAVY_LINE: Colour = (56, 68, 104)
ON_NAVY: Colour = (232, 237, 250)
ON_NAVY_QUIET: Colour = (176, 187, 216)
PAPER: Colour = (255, 251, 242)
PAPER_EDGE: Colour = (240, 228, 204)
PAPER_INK: Colour = (58, 46, 28)
PAPER_LINE: Colour = (240, 230, 210)
THUMB: Colour = (150, 160, 182)
SHADE: Colour = (20, 30, 60)


@dataclass(frozen=True, slots=True)
class Tone:
    """One meaning in colour: `mark` for shapes, `word` for text, `soft` as ground, and its icon."""

    mark: Colour
    word: Colour
    soft: Colour
    icon: str


RESOLUTION = Tone((0, 114, 178), (0, 86, 138), (226, 241, 251), "check-circle")
EMPATHY = Tone((190, 84, 132), (146, 50, 94), (252, 233, 242), "heart")
GRATITUDE = Tone((0, 140, 105), (0, 98, 74), (222, 244, 236), "hand-heart")
PATIENCE = Tone((201, 92, 10), (140, 60, 2), (255, 238, 219), "hourglass-medium")
BETTER = Tone((0, 140, 105), (0, 98, 74), (222, 244, 236), "lightbulb")
AGAIN = Tone((201, 92, 10), (140, 60, 2), (255, 238, 219), "circle-dashed")
HINT = Tone((201, 150, 20), (112, 76, 0), (255, 243, 214), "warning-circle")
HANDLED = Tone((108, 119, 142), MUTED, TRACK, "clipboard-text")
CRITICAL = Tone((176, 44, 20), (134, 34, 16), (255, 228, 220), "x-circle")

AXES = {
    "resolution": RESOLUTION,
    "empathy": EMPATHY,
    "gratitude": GRATITUDE,
    "patience": PATIENCE,
}


def tone_of(axis: str) -> Tone:
    """The tone of an axis or meter; conduct and anything else read as a critical matter."""
    return AXES.get(axis, CRITICAL)


@dataclass(frozen=True, slots=True)
class Mood:
    """How a customer's mood shows as a chip: words on ground, beside an icon."""

    word: Colour
    soft: Colour
    icon: str


MOODS = {
    "furious": Mood((122, 32, 16), (255, 214, 204), "smiley-angry"),
    "irritated": Mood((110, 58, 0), (255, 226, 190), "smiley-meh"),
    "sad": Mood((24, 52, 120), (214, 228, 255), "smiley-sad"),
    "neutral": Mood((40, 50, 70), (228, 232, 240), "smiley-meh"),
    "smiling": Mood((8, 84, 58), (208, 240, 226), "smiley"),
    "grateful": Mood((8, 84, 58), (208, 240, 226), "hand-heart"),
}

CHANNEL_ICONS = {
    "phone": "phone",
    "chat": "chat-circle-dots",
    "email": "envelope-simple",
    "dm": "paper-plane-right",
    "counter": "storefront",
    "board": "clipboard-text",
    "self-service": "monitor",
}

MODE_ICONS = {"exam": "exam", "coach": "chalkboard-teacher", "explore": "compass"}

MARGIN = 24.0
GUTTER = 24.0
GAP = 16.0
PADDING = 24.0
NEAR = 8.0

RADIUS_KEY = 6.0
RADIUS_NUMBER = 8.0
RADIUS_ROW = 10.0
RADIUS_BUTTON = 12.0
RADIUS_CARD = 16.0
RADIUS_HERO = 20.0
RADIUS_SCENE = 24.0


@dataclass(frozen=True, slots=True)
class Shadow:
    """A soft shadow: how far it spreads (design units) and how dark it is (alpha, 0 to 255)."""

    spread: float
    alpha: int


CARD_SHADOW = Shadow(8, 26)
LIFTED = Shadow(14, 46)
TITLE_SHADOW = Shadow(24, 90)
BUTTON_SHADOW = Shadow(6, 40)

SYLLABLES_A_SECOND = 30.0
TYPING = {"off": 1e6, "slow": 15.0, "normal": SYLLABLES_A_SECOND, "fast": 60.0}
TEXT_SIZES = (1.0, 1.1, 1.25, 1.5)
LARGEST_ICON_GROWTH = 1.25
