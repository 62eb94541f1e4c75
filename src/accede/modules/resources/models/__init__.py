"""Tables of money."""

from accede.modules.resources.models.bank import BankLine
from accede.modules.resources.models.contributions import Contribution, Instalment
from accede.modules.resources.models.funds import ExchangeRate, Fund
from accede.modules.resources.models.ledger import Balance, LedgerEntry, LedgerLine

__all__ = ["Balance", "BankLine", "Contribution", "ExchangeRate", "Fund", "Instalment", "LedgerEntry", "LedgerLine"]
