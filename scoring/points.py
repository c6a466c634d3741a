"""Whole points: the hundred of an axis dealt to its opportunities, so that anyone can add up."""

from collections.abc import Sequence
from fractions import Fraction


def deal(shares: Sequence[Fraction], total: int = 100) -> list[int]:
    """`total` whole points dealt in proportion to `shares` by largest remainder (Hamilton).

    Ties go to the earlier share. Our rule: a trainee must be able to add the findings up.
    """
    whole = sum(shares)
    if not whole:
        return [0] * len(shares)
    exact = [share * total / whole for share in shares]
    points = [int(one) for one in exact]
    order = sorted(range(len(exact)), key=lambda i: (points[i] - exact[i], i))
    for i in order[: total - sum(points)]:
        points[i] += 1
    return points


def part(points: int, credit: Fraction) -> int:
    """The points that a credit of 0 to 1 earns, a half rounded up."""
    return int(points * credit + Fraction(1, 2))
