"""The trained heads: int8 weights in a JSON file, and the sum they stand for. Plain Python.

A head gives the log odds that a stretch reaches a level on an axis, or that it holds contempt.
"""

import base64
import json
import math
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul
from pathlib import Path
from typing import Any, Final

from scoring.reading.features import DENSE, NEAR
from scoring.reading.reading import AXES
from scoring.reading.stretch import BUCKETS

FORMAT: Final = 1
MODELS: Final = Path(__file__).parent / "models"
CONTEMPT: Final = "contempt"
ACK: Final = "ack"
NAMES: Final = (*(f"{axis}{level}" for axis in AXES for level in (1, 2)), ACK, CONTEMPT)
PLAIN: Final = "plain"
VECTORS: Final = "vectors"

Vector = Any  # a float32 array of 512, or None in the plain tier


class BrokenModel(Exception):
    """A model file that is missing, damaged, or made for other features."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Int8 weights with their scale."""

    scale: float
    values: Sequence[int]

    @classmethod
    def read(cls, packed: Sequence[Any], size: int) -> "Weights":
        """The weights as `[scale, base64]`; raises BrokenModel where they are not `size`."""
        values = array("b")
        values.frombytes(base64.b64decode(packed[1], validate=True))
        if len(values) != size:
            raise BrokenModel(f"{len(values)} weights, not {size}")
        return cls(float(packed[0]), values)


@dataclass(frozen=True, slots=True)
class Head:
    """One head; `near` and `vector` are empty in the plain tier."""

    bias: float
    dense: Sequence[float]
    hashed: Weights
    near: Sequence[float]
    vector: Vector

    def log_odds(self, dense: Sequence[float], hashed: Sequence[int]) -> float:
        """The sum over the named numbers and the n-grams, these by the root of their number."""
        grams = sum(map(self.hashed.values.__getitem__, hashed))
        grams_part = self.hashed.scale * grams / math.sqrt(len(hashed) or 1)
        return float(self.bias + sum(map(mul, self.dense, dense)) + grams_part)

    def by_meaning(self, near: Sequence[float], vector: Vector) -> float:
        """What the sentence vector adds."""
        return float(sum(map(mul, self.near, near)) + self.vector @ vector)


@dataclass(frozen=True, slots=True)
class Tier:
    """The heads of one tier, and how their sums become levels.

    `cuts`: the raw sums, for each axis, that stand for levels .5 and 1.5. `doubt`: bias and weights
    of margin and agreement for the confidence. `contempt`: from which chance on it is flagged.
    """

    heads: Mapping[str, Head]
    cuts: Mapping[str, tuple[float, float]]
    doubt: tuple[float, float, float]
    contempt: float


def load_tiers(path: Path) -> dict[str, Tier]:
    """The tiers of a model file; raises BrokenModel with what is wrong.

    The tier of the sentence vectors is left out where numpy is missing.
    """
    try:
        model = json.loads(path.read_text("utf-8"))
        if model["format"] != FORMAT or model["buckets"] != BUCKETS:
            raise BrokenModel(f"{path.name}: another format")
        if tuple(model["dense"]) != DENSE or tuple(model["near"]) != NEAR:
            raise BrokenModel(f"{path.name}: made for other features")
        tiers = {PLAIN: _tier(model["tiers"][PLAIN], False)}
        if _has_numpy():
            tiers[VECTORS] = _tier(model["tiers"][VECTORS], True)
    except BrokenModel as broken:
        named = str(broken).startswith(path.name)
        raise BrokenModel(f"{'' if named else f'{path.name}: '}{broken}") from broken
    except (OSError, ValueError, KeyError, IndexError, TypeError, AttributeError) as error:
        raise BrokenModel(f"{path.name}: {type(error).__name__}: {error}") from error
    return tiers


def _has_numpy() -> bool:
    try:
        import numpy  # noqa: F401
    except ImportError:
        return False
    return True


def _tier(packed: Mapping[str, Any], has_vectors: bool) -> Tier:
    bias, margin, agreement = map(float, packed["doubt"])
    cuts = {axis: (float(packed["cuts"][axis][0]), float(packed["cuts"][axis][1])) for axis in AXES}
    heads = {name: _head(packed["heads"][name], has_vectors) for name in NAMES}
    return Tier(heads, cuts, (bias, margin, agreement), float(packed["contempt"]))


def _head(packed: Mapping[str, Any], has_vectors: bool) -> Head:
    dense = _numbers(packed["dense"], len(DENSE))
    hashed = Weights.read(packed["hashed"], BUCKETS)
    if not has_vectors:
        return Head(float(packed["bias"]), dense, hashed, (), None)
    near = _numbers(packed["near"], len(NEAR))
    return Head(float(packed["bias"]), dense, hashed, near, _vector(packed["vector"]))


def _numbers(packed: Sequence[Any], size: int) -> tuple[float, ...]:
    if len(packed) != size:
        raise BrokenModel(f"{len(packed)} numbers, not {size}")
    return tuple(map(float, packed))


def _vector(packed: Sequence[Any]) -> Vector:
    import numpy as np

    weights = Weights.read(packed, 512)
    return np.array(weights.values, dtype=np.float32) * np.float32(weights.scale)
