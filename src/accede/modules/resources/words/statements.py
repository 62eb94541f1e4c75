"""Statements as documents: one tree for the page, DOCX, PDF and XLSX, in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from accede.core.finance.accounts import SPENT, Account
from accede.core.finance.balances import Spending
from accede.core.finance.statements import FundStatement, Sum, in_dollars_shown, spending_by
from accede.foundation.documents.tree import Block, Column, Document, Heading, Listing, Paragraph, Table, Words, said
from accede.foundation.texts import format_amount, format_day, isolated
from accede.modules.resources.fields.codes import ACCOUNTS, OBJECTS
from accede.modules.resources.fields.contributions import ContributionFacts
from accede.modules.resources.fields.funds import FundFacts


def fund_document(fund: FundFacts, found: FundStatement, first: date, until: date, language: str) -> Document:
    """Return the statement of a fund over a period, on the accrual basis, with what is committed below it."""
    objects = [code for code in OBJECTS if found.spent.get(code)]
    rows = [
        (_("Net assets at the beginning"), found.opening),
        (_("Voluntary contributions, less refunds"), found.contributions),
        (_("Exchange differences"), found.exchange),
        *((str(OBJECTS[code]), -found.spent[code]) for code in objects),
        (_("Written off"), -found.written_off),
        (_("Net assets at the end"), found.closing),
    ]
    held = [
        (str(ACCOUNTS[Account.CASH]), found.cash),
        (str(ACCOUNTS[Account.RECEIVABLE]), found.receivable),
        (_("Net assets at the end"), found.closing),
        (_("Of the cash, committed and not yet spent"), found.committed),
        (_("Of the cash, free"), found.cash - found.committed),
    ]
    return Document(
        title=_("Statement of the fund: %(fund)s") % {"fund": isolated(fund.name)},
        language=language,
        blocks=(
            _period(first, until, language),
            Paragraph(said(_("United States dollars. Brackets: less; a dash: nil."), " ", _accrual()), "small"),
            _two_columns(_("What came in and what was used"), rows),
            _two_columns(_("What there is at the end"), held),
        ),
        about=_("A statement from the books."),
        author="Accede",
    )


def trial_document(fund: FundFacts, balance: Mapping[Account, int], on: date, language: str) -> Document:
    """Return the trial balance of a fund at the end of a day."""
    sides = [(str(ACCOUNTS[account]), max(0, cents), max(0, -cents)) for account, cents in balance.items()]
    sides.append((_("Total"), sum(one[1] for one in sides), sum(one[2] for one in sides)))
    table = Table(
        _("Trial balance"),
        (
            Column(_("Account"), 2, is_header=True),
            Column(_("Debit, US$"), is_number=True),
            Column(_("Credit, US$"), is_number=True),
        ),
        tuple((said(name), _figure(debit), _figure(credit)) for name, debit, credit in sides),
    )
    day = _("At the end of %(day)s.") % {"day": format_day(on, language)}
    return Document(
        title=_("Trial balance: %(fund)s") % {"fund": isolated(fund.name)},
        language=language,
        blocks=(Paragraph(said(day), "lead"), table),
        about=_("A statement from the books."),
        author="Accede",
    )


def donor_document(
    donor: str, contributions: Sequence[ContributionFacts], sums: Iterable[Sum], on: date, language: str
) -> Document:
    """Return what a donor gave, what became of it, what is left, and what is due."""
    known = list(sums)
    due = [(one, part) for one in contributions if one.owed for part in one.instalments if part.due_on > on]
    thanks = _("The programme thanks %(donor)s for its contributions.") % {"donor": isolated(donor)}
    day = _("As the books stand at the end of %(day)s.") % {"day": format_day(on, language)}
    blocks: list[Block] = [
        Paragraph(said(thanks), "lead"),
        Paragraph(said(day, " ", _("What is pledged is not counted as money.")), "small"),
        _given(contributions, language),
        _became(contributions, known),
    ]
    if any(one.account in SPENT for one in known):
        blocks += [
            _spent_on(_("On what it was spent"), _("Object of expenditure"), spending_by(known, _object), OBJECTS),
            _spent_on(_("For what it was spent"), _("Activity or request"), spending_by(known, _purpose), {}),
        ]
    if due:
        items = [
            f"{format_day(part.due_on, language)}: {isolated(f'{format_amount(part.amount)} {one.currency}')} "
            f"({isolated(one.reference)})"
            for one, part in due
        ]
        blocks += [Heading(_("Instalments still to come")), Listing(tuple(said(item) for item in items))]
    return Document(
        title=_("Statement to the donor: %(donor)s") % {"donor": isolated(donor)},
        language=language,
        blocks=tuple(blocks),
        about=_("A statement from the books."),
        author="Accede",
    )


def _given(contributions: Sequence[ContributionFacts], language: str) -> Table:
    columns = (
        Column(_("Contribution"), 2, is_header=True),
        Column(_("Pledged on"), 2),
        Column(_("Agreed on"), 2),
        Column(_("Currency")),
        Column(_("Amount"), 2, is_number=True),
        Column(_("Still owed"), 2, is_number=True),
    )
    return Table(
        _("What was pledged and agreed, in the currency of the donor"),
        columns,
        tuple(
            (
                said(isolated(one.reference)),
                said(format_day(one.pledged_on, language)),
                said(format_day(one.agreed_on, language) if one.agreed_on else "–"),
                said(one.currency),
                said(format_amount(one.amount)),
                said(format_amount(one.owed)),
            )
            for one in contributions
        ),
    )


def _became(contributions: Sequence[ContributionFacts], sums: Sequence[Sum]) -> Table:
    """Return what became of each contribution; a row is cash that came, less what was spent and is committed."""
    headings = (_("Received"), _("Direct cost"), _("Support cost"), _("Committed"), _("Free"))
    rows = []
    totals = [0] * len(headings)
    for one in contributions:
        mine = [found for found in sums if found.contribution == str(one.id)]
        direct, support, committed, cash = (
            sum(found.cents for found in mine if found.account is account)
            for account in (Account.EXPENSE, Account.SUPPORT, Account.COMMITTED, Account.CASH)
        )
        amounts = (cash + direct + support, direct, support, committed, cash - committed)
        totals = [total + amount for total, amount in zip(totals, amounts, strict=True)]
        rows.append((said(isolated(one.reference)), *map(_figure, amounts)))
    rows.append((said(_("Total")), *map(_figure, totals)))
    columns = (Column(_("Contribution"), 2, is_header=True), *(Column(one, 2, is_number=True) for one in headings))
    return Table(_("What became of it, US$"), columns, tuple(rows))


def _spent_on(caption: str, heading: str, found: Mapping[str, Spending], words: Mapping[str, object]) -> Table:
    order = {code: place for place, code in enumerate(words)}
    names = sorted(found, key=lambda name: (order.get(name, len(order)), name))
    rows = [
        (said(isolated(str(words.get(name, name)))), _figure(found[name].accrued), _figure(found[name].committed))
        for name in names
    ]
    totals = Spending(sum(one.accrued for one in found.values()), sum(one.committed for one in found.values()))
    rows.append((said(_("Total")), _figure(totals.accrued), _figure(totals.committed)))
    columns = (
        Column(heading, 3, is_header=True),
        Column(_("Spent, US$"), 2, is_number=True),
        Column(_("Still committed, US$"), 2, is_number=True),
    )
    return Table(caption, columns, tuple(rows))


def _two_columns(caption: str, rows: Sequence[tuple[str, int]]) -> Table:
    columns = (Column(_("What"), 3, is_header=True), Column(_("US$"), 2, is_number=True))
    return Table(caption, columns, tuple((said(label), _figure(cents)) for label, cents in rows))


def _figure(cents: int) -> Words:
    return said(in_dollars_shown(cents))


def _period(first: date, until: date, language: str) -> Paragraph:
    words = _("From %(first)s to %(until)s.")
    days = {"first": format_day(first, language), "until": format_day(until, language)}
    return Paragraph(said(words % days), "lead")


def _accrual() -> str:
    return _("Accrual basis: a contribution counts when its agreement binds, expenditure when it was spent.")


def _object(one: Sum) -> str:
    return one.spent_on


def _purpose(one: Sum) -> str:
    return one.purpose
