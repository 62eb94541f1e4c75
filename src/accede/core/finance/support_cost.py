"""Programme support cost: a share of what is spent, never of what was given."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from accede.core.finance.money import rounded

STANDARD = Decimal("0.13")
"""13 per cent of expenditure (ST/AI/286; report of the Advisory Committee, A/35/544); others by exception only."""


@dataclass(frozen=True, slots=True)
class Split:
    """An amount in cents as direct cost and the support cost upon it."""

    direct: int
    support: int

    @property
    def gross(self) -> int:
        """Both together."""
        return self.direct + self.support


def support_upon(direct: int, rate: Decimal = STANDARD) -> Split:
    """Return a direct cost with the programme support cost upon it, rounded to the cent.

    Raises:
        ValueError: the rate does not lie between 0 and 1.
    """
    return Split(direct, rounded(direct * _share(rate)))


def split_of(gross: int, rate: Decimal = STANDARD) -> Split:
    """Return the largest direct cost that a gross amount pays for with the support cost upon it, and the rest.

    1,130,000 at 13 per cent are 1,000,000 and 130,000: the share is of the expenditure, not of the gross.

    Raises:
        ValueError: the rate does not lie between 0 and 1.
    """
    share = _share(rate)
    whole = 1 + share
    direct = gross * whole.denominator // whole.numerator
    # Rounding the support cost down by up to half a cent can leave room for one cent more, and never takes one back.
    if support_upon(direct + 1, rate).gross <= gross:
        direct += 1
    return Split(direct, gross - direct)


def _share(rate: Decimal) -> Fraction:
    if not rate.is_finite() or not 0 <= rate < 1:
        raise ValueError(f"{rate} is no share of expenditure")
    return Fraction(rate)
