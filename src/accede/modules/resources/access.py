"""What may be done with money."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

LEDGER_READ = Permission("resources.ledger-read", _("See the funds and their books"), changes=False)
CONTRIBUTIONS_READ = Permission(
    "resources.contributions-read", _("See contributions: all of them, or one’s own donor’s"), changes=False
)
MONEY_RECORD = Permission(
    "resources.money-record", _("Record funds, rates of exchange, contributions and what happens to their money")
)
