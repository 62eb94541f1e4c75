"""Amounts as the tables of the United Nations show them."""

from decimal import Decimal

_SPACE = "\u00a0"
"""Between thousands, and never the end of a line."""


def format_amount(amount: Decimal) -> str:
    """Return an amount with spaces between thousands, in brackets below nought; an en dash for nought."""
    if not amount:
        return "–"
    figures = f"{abs(amount):,f}".replace(",", _SPACE)
    return f"({figures})" if amount < 0 else figures
