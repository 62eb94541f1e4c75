"""Statements of a bank account, as files have them: CAMT.053 (ISO 20022, versions 02 to 12) and MT940.

CAMT is read by the paths of its schema, since each library that was tried loses a field that the books need; MT940 by a
library, asked to give a credit that was taken back (RC) the sign of a debit, which by itself it does not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Any

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from accede.foundation.imports import FileRefused, Problem

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_BOOKED = "BOOK"
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_CENTURY = "20"
_DAY_OF_LINE = re.compile(r"^:6[12]F?M?:[CD]?([0-9]{6})", re.MULTILINE)
_MT940 = re.compile(r"^\s*(\{1:.*?\}.*?)?:20:", re.DOTALL)


@dataclass(frozen=True, slots=True)
class FileLine:
    """One payment on an account, above nought where it comes in.

    Attributes:
        number: its place among the payments of the file, from one.
        reference: the bank's own, "" where it gave none; `remittance`: what the payer wrote.
        instructed: the currency and amount in which the payer gave it, where that is another one.
        is_return: money that came back, or a payment taken back.
    """

    number: int
    booked_on: date
    currency: str
    amount: Decimal
    reference: str
    payer: str
    remittance: str
    instructed: tuple[str, Decimal] | None = None
    is_return: bool = False


@dataclass(frozen=True, slots=True)
class FileStatement:
    """A statement: the account, its name, the balances (None: not told), and the booked lines; `pending`: left out."""

    account: str
    name: str
    opening: Decimal | None
    closing: Decimal | None
    lines: Sequence[FileLine] = field(default=())
    pending: int = 0

    @property
    def adds_up(self) -> bool:
        """Whether the lines lead from the opening balance to the closing one, as far as both are told."""
        if self.opening is None or self.closing is None:
            return True
        return self.opening + sum(line.amount for line in self.lines) == self.closing


def read_statements(path: Path) -> list[FileStatement]:
    """Return the statements of a file; the kind is told from what it holds.

    Raises:
        FileRefused: it is neither CAMT.053 nor MT940, or cannot be read.
    """
    content = path.read_bytes()
    start = content.lstrip(b"\xef\xbb\xbf \r\n\t")[:5].lower()
    if start.startswith(b"<"):
        return _camt(content)
    text = content.decode("utf-8-sig", errors="replace")
    if _MT940.match(text) is None:
        raise FileRefused([Problem("bank.other_kind")])
    return _mt940(text)


def _camt(content: bytes) -> list[FileStatement]:
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, DefusedXmlException, ValueError):
        raise FileRefused([Problem("bank.damaged")]) from None
    for element in root.iter():
        element.tag = str(element.tag).rpartition("}")[2]
    statements = root.findall("BkToCstmrStmt/Stmt")
    if root.tag != "Document" or not statements:
        raise FileRefused([Problem("bank.other_kind")])
    counted = _Counting()
    try:
        return [_camt_statement(one, counted) for one in statements]
    except (InvalidOperation, ValueError):
        raise FileRefused([Problem("bank.damaged")]) from None


class _Counting:
    def __init__(self) -> None:
        self.number = 0

    def next(self) -> int:
        self.number += 1
        return self.number


def _camt_statement(statement: "Element", counted: _Counting) -> FileStatement:
    lines: list[FileLine] = []
    pending = 0
    for entry in statement.findall("Ntry"):
        # Up to version 07 the state is the text itself.
        state = _text(entry, "Sts/Cd") or _text(entry, "Sts")
        if state and state != _BOOKED:
            pending += 1
            continue
        lines += _camt_lines(entry, counted)
    account = _text(statement, "Acct/Id/IBAN") or _text(statement, "Acct/Id/Othr/Id")
    return FileStatement(
        account, _text(statement, "Id"), _balance(statement, _OPENING), _balance(statement, _CLOSING), lines, pending
    )


def _camt_lines(entry: "Element", counted: _Counting) -> Iterator[FileLine]:
    """Yield the payments of an entry: one for each detail with an amount, where together they are the entry."""
    whole, currency = _amount(entry, "Amt")
    day = _text(entry, "BookgDt/Dt") or _text(entry, "BookgDt/DtTm")[:10]
    booked_on = date.fromisoformat(day or _text(entry, "ValDt/Dt"))
    sign = -1 if _text(entry, "CdtDbtInd") == "DBIT" else 1
    details = entry.findall("NtryDtls/TxDtls")
    parts = [_detail_amount(detail) for detail in details]
    is_split = len(parts) > 1 and all(part is not None for part in parts)
    if not is_split or sum(part or 0 for part in parts) != whole:
        joined = details or [entry]
        parts, details = [whole], joined[:1]
        names, texts = ("; ".join(filter(None, map(read, joined))) for read in (_payer, _remittance))
        told = [(names, texts)]
    else:
        told = [(_payer(detail), _remittance(detail)) for detail in details]
    reference = _text(entry, "AcctSvcrRef") or _text(entry, "NtryRef")
    for detail, part, (payer, remittance) in zip(details, parts, told, strict=True):
        yield FileLine(
            counted.next(),
            booked_on,
            currency,
            sign * (part or Decimal(0)),
            _text(detail, "Refs/AcctSvcrRef") or reference,
            payer,
            remittance,
            _instructed(detail, currency),
            _text(entry, "RvslInd") == "true" or detail.find("RtrInf") is not None,
        )


def _detail_amount(detail: "Element") -> Decimal | None:
    text = _text(detail, "Amt") or _text(detail, "AmtDtls/TxAmt/Amt")
    return Decimal(text) if text else None


def _instructed(detail: "Element", currency: str) -> tuple[str, Decimal] | None:
    found = detail.find("AmtDtls/InstdAmt/Amt")
    if found is None or found.get("Ccy", currency) == currency:
        return None
    return found.get("Ccy", ""), Decimal(found.text or "")


def _payer(detail: "Element") -> str:
    # From version 08 on the name stands one level deeper.
    names = [_text(detail, f"RltdPties/{who}/{path}") for who in ("Dbtr", "UltmtDbtr") for path in ("Pty/Nm", "Nm")]
    return next(filter(None, names), "")


def _remittance(detail: "Element") -> str:
    parts = [one.text or "" for one in detail.findall("RmtInf/Ustrd")]
    parts += [one.text or "" for one in detail.findall("RmtInf/Strd/CdtrRefInf/Ref")]
    end_to_end = _text(detail, "Refs/EndToEndId")
    parts += [end_to_end] if end_to_end not in {"", "NOTPROVIDED"} else []
    parts += [_text(detail, "AddtlTxInf")]
    return " ".join(filter(None, (part.strip() for part in parts)))


def _balance(statement: "Element", kinds: Sequence[str]) -> Decimal | None:
    for kind in kinds:
        for balance in statement.findall("Bal"):
            if _text(balance, "Tp/CdOrPrtry/Cd") == kind:
                amount, _currency = _amount(balance, "Amt")
                return -amount if _text(balance, "CdtDbtInd") == "DBIT" else amount
    return None


def _amount(element: "Element", path: str) -> tuple[Decimal, str]:
    found = element.find(path)
    if found is None:
        raise InvalidOperation
    return Decimal(found.text or ""), found.get("Ccy", "")


def _text(element: "Element", path: str) -> str:
    found = element.find(path)
    return (found.text or "").strip() if found is not None else ""


def _mt940(text: str) -> list[FileStatement]:
    import mt940  # noqa: PLC0415  (needed for this kind of file only)

    for day in _DAY_OF_LINE.findall(text):
        try:
            date.fromisoformat(f"{_CENTURY}{day[:2]}-{day[2:4]}-{day[4:]}")
        except ValueError:
            # The library would make another day of it.
            raise FileRefused([Problem("bank.no_day", params={"text": day})]) from None
    counted = _Counting()
    try:
        found = mt940.parse_statements(text, options=mt940.Options(reversal_sign=True))
        return [_mt940_statement(one, counted) for one in found]
    except (ValueError, KeyError, AttributeError, RuntimeError, InvalidOperation):
        raise FileRefused([Problem("bank.damaged")]) from None


def _mt940_statement(statement: Any, counted: _Counting) -> FileStatement:
    said = statement.data
    name = " ".join(str(said[key]) for key in ("transaction_reference", "statement_number") if said.get(key))
    lines = []
    for one in statement.transactions:
        told = one.data
        if "amount" not in told:
            continue
        amount = told["amount"]
        payer = str(told.get("applicant_name") or "")
        words = (told.get("purpose"), told.get("additional_purpose"), told.get("end_to_end_reference"))
        remittance = " ".join(str(word) for word in words if word) or str(told.get("transaction_details") or "")
        booked = told.get("entry_date") or told["date"]
        lines.append(
            FileLine(
                counted.next(),
                date(booked.year, booked.month, booked.day),
                str(amount.currency),
                amount.amount,
                str(told.get("bank_reference") or told.get("customer_reference") or ""),
                payer,
                remittance,
                None,
                str(told.get("status", "")).startswith("R"),
            )
        )
    opening = said.get("final_opening_balance") or said.get("intermediate_opening_balance")
    closing = said.get("final_closing_balance") or said.get("intermediate_closing_balance")
    return FileStatement(
        str(said.get("account_identification") or ""),
        name,
        opening.amount.amount if opening else None,
        closing.amount.amount if closing else None,
        lines,
    )
