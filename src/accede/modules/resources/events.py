"""What can happen to money, each with the sentence that tells it."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Scope
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import EventType, Subject
from accede.foundation.fields import Named
from accede.modules.resources.fields import contributions, funds, money

FUND_RECORDED = EventType(
    "resources.fund-recorded",
    _("%(who)s recorded the fund %(fund)s."),
    fields=tuple(field.named for field in funds.STATED),
)
PERIOD_CLOSED = EventType(
    "resources.period-closed", _("%(who)s closed the period of the fund %(fund)s."), fields=(funds.CLOSED.named,)
)
RATE_RECORDED = EventType(
    "resources.rate-recorded",
    _("%(who)s recorded a rate of exchange."),
    fields=tuple(field.named for field in funds.RATE_STATED),
)
RATES_BROUGHT = EventType(
    "resources.rates-brought",
    _("%(who)s brought rates of exchange into the record, %(count)s of them new, from the file %(file)s."),
)
_PLEDGE = tuple(field.named for field in contributions.STATED)
PLEDGE_RECORDED = EventType(
    "resources.pledge-recorded", _("%(who)s recorded the pledge %(contribution)s."), fields=_PLEDGE
)
PLEDGE_CHANGED = EventType(
    "resources.pledge-changed", _("%(who)s corrected the pledge %(contribution)s."), fields=_PLEDGE
)
AGREED = EventType(
    "resources.contribution-agreed",
    _("%(who)s recorded the agreement on the contribution %(contribution)s."),
    fields=tuple(field.named for field in contributions.AGREED),
)
MONEY_POSTED = EventType(
    "resources.money-posted",
    _("%(who)s recorded what happened to the money of the contribution %(contribution)s."),
    fields=tuple(field.named for field in money.STATED),
)
ENTRY_REVERSED = EventType(
    "resources.entry-reversed",
    _("%(who)s took back an entry of the contribution %(contribution)s, because: %(because)s"),
)
MONEY_COMMITTED = EventType(
    "resources.money-committed",
    _("%(who)s committed money of the contribution %(contribution)s for %(purpose)s."),
    fields=(Named("committed", contributions.COMMITTED.label),),
)
COMMITMENT_RELEASED = EventType(
    "resources.commitment-released",
    _("%(who)s released money of the contribution %(contribution)s that was committed for %(purpose)s."),
    fields=(Named("committed", contributions.COMMITTED.label),),
)
MONEY_SPENT = EventType(
    "resources.money-spent",
    _("%(who)s recorded expenditure from the contribution %(contribution)s for %(purpose)s."),
    fields=(Named("spent", contributions.SPENT.label),),
)
BANK_BROUGHT = EventType(
    "resources.bank-brought",
    _("%(who)s brought lines of the bank into the record, %(count)s of them new, from the file %(file)s."),
)
BANK_LINE_ASIDE = EventType(
    "resources.bank-line-aside",
    _("%(who)s put the line %(line)s of the bank aside, because: %(because)s"),
)
EXPENDITURE_BROUGHT = EventType(
    "resources.expenditure-brought",
    _("%(who)s brought expenditure into the record, %(count)s rows of it new, from the file %(file)s."),
)


def fund_subject(fund: UUID) -> Subject:
    """Return a fund as the thing that an event is about."""
    return Subject("fund", str(fund))


def rate_subject(rate: UUID) -> Subject:
    """Return a rate of exchange as the thing that an event is about."""
    return Subject("rate", str(rate))


def list_subject(digest: str) -> Subject:
    """Return a list of rates, by the digest of its file, as the thing that an event is about."""
    return Subject("rates", digest)


def bank_file_subject(digest: str) -> Subject:
    """Return a file of the bank, by its digest, as the thing that an event is about."""
    return Subject("bank", digest)


def bank_line_subject(line: UUID) -> Subject:
    """Return a line of the bank as the thing that an event is about."""
    return Subject("bank-line", str(line))


def extract_subject(digest: str) -> Subject:
    """Return an extract of the accounts, by the digest of its file, as the thing that an event is about."""
    return Subject("extract", digest)


def contribution_subject(contribution: UUID, *, donor: UUID) -> Subject:
    """Return a contribution as the thing that an event is about; whoever acts for the donor reads of it."""
    return Subject("contribution", str(contribution), Level.PROGRAMME, Scope(ORGANISATION, str(donor)))
