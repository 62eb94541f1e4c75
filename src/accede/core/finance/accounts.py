"""The accounts of the books: few, since dimensions on each line say the rest."""

from enum import StrEnum


class Account(StrEnum):
    """An account. Debits are above nought, credits below, on every account alike."""

    CASH = "cash"
    RECEIVABLE = "receivable"
    REVENUE = "revenue"
    EXPENSE = "expense"
    SUPPORT = "support"
    EXCHANGE = "exchange"
    WRITTEN_OFF = "written_off"
    COMMITTED = "committed"
    RESERVED = "reserved"


MEMORANDUM = frozenset({Account.COMMITTED, Account.RESERVED})
"""What is promised to be spent and not yet spent: the budget basis counts it, the accrual basis does not know it."""
SPENT = frozenset({Account.EXPENSE, Account.SUPPORT})
RESULT = SPENT | {Account.REVENUE, Account.EXCHANGE, Account.WRITTEN_OFF}
"""What the statement of financial performance tells; cash and receivables stand in that of financial position."""
FREE = {Account.CASH: 1, Account.COMMITTED: -1}
"""What is free to spend: cash, less what is committed."""
