"""The books as a file of beancount, so that a separate program, `bean-check`, confirms that they add up."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby

from accede.core.finance.accounts import Account
from accede.modules.resources.fields.money import LineFacts

_PLACES = {
    Account.CASH: "Assets:{}:Cash",
    Account.RECEIVABLE: "Assets:{}:Receivable",
    Account.REVENUE: "Income:{}:Contributions",
    Account.EXPENSE: "Expenses:{}:Expenditure",
    Account.SUPPORT: "Expenses:{}:Support",
    Account.EXCHANGE: "Income:{}:Exchange",
    Account.WRITTEN_OFF: "Expenses:{}:WrittenOff",
    Account.COMMITTED: "Equity:{}:Committed",
    Account.RESERVED: "Equity:{}:Reserved",
}


def beancount(lines: Iterable[LineFacts], *, title: str, on: date) -> Iterator[str]:
    """Yield the lines of the file: accounts, entries, and what each account has to hold at the end of the day.

    Amounts in other currencies bear the dollars at which they are booked as their total price. `lines` in the order in
    which they were booked, those of an entry together.
    """
    known = list(lines)
    yield f'option "title" "{_quoted(title)}"'
    yield 'option "operating_currency" "USD"'
    first = min((line.booked_on for line in known), default=on)
    for account in sorted({_account(line) for line in known}):
        yield f"{first} open {account}"
    sums: dict[tuple[str, str], Decimal] = defaultdict(Decimal)
    for _entry, found in groupby(known, key=lambda line: line.entry):
        posted = list(found)
        yield f'\n{posted[0].booked_on} * "{_quoted(posted[0].contribution)}" "{posted[0].kind}"'
        yield f'  entry: "{posted[0].entry}"'
        for line in posted:
            sums[_account(line), line.currency] += line.amount
            price = "" if line.currency == "USD" else f" @@ {abs(line.dollars):f} USD"
            yield f"  {_account(line)}  {line.amount:f} {line.currency}{price}"
    yield ""
    for (account, currency), amount in sorted(sums.items()):
        yield f"{on + timedelta(days=1)} balance {account}  {amount:f} {currency}"


def _account(line: LineFacts) -> str:
    fund = re.sub(r"[^A-Z0-9]+", "-", line.fund.upper()).strip("-")
    return _PLACES[Account(line.account)].format(f"F{fund}")


def _quoted(text: str) -> str:
    return text.replace("\\", "").replace('"', "'").replace("\n", " ")
