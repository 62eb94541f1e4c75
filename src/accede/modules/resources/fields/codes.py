"""Codes of money and their words in the reader's language."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.finance.accounts import Account
from accede.core.finance.earmarks import Tightness
from accede.core.finance.facts import SUPPORT
from accede.foundation.fields import Words

CATEGORIES: Mapping[str, Words] = {
    "general_purpose": _("General-purpose fund"),
    "special_purpose": _("Special-purpose fund"),
}
ACCOUNTS: Mapping[str, Words] = {
    Account.CASH: pgettext_lazy("account", "Cash"),
    Account.RECEIVABLE: _("Contributions receivable"),
    Account.REVENUE: _("Voluntary contributions"),
    Account.EXPENSE: _("Expenditure"),
    Account.SUPPORT: _("Programme support cost"),
    Account.EXCHANGE: _("Exchange differences"),
    Account.WRITTEN_OFF: _("Written off"),
    Account.COMMITTED: _("Commitments"),
    Account.RESERVED: _("Reserve for commitments"),
}
ENTRY_KINDS: Mapping[str, Words] = {
    "agreement": _("Agreement"),
    "receipt": _("Receipt"),
    "refund": _("Refund to the donor"),
    "write_off": _("Write-off"),
    "commitment": _("Commitment"),
    "release": _("Release of a commitment"),
    "expenditure": _("Expenditure"),
    "reversal": _("Reversal"),
}
RECORDED_KINDS: Mapping[str, Words] = {key: ENTRY_KINDS[key] for key in ("receipt", "refund", "write_off")}
"""What an officer records of a contribution's money; the other kinds follow from other deeds."""
TAKEN_BACK = frozenset({*RECORDED_KINDS, "expenditure"})
"""What is taken back by an entry with its signs turned."""
OBJECTS: Mapping[str, Words] = {
    "posts": pgettext_lazy("object of expenditure", "Posts"),
    "other_staff": _("Other staff costs"),
    "consultants": _("Consultants"),
    "experts": _("Experts"),
    "travel_representatives": _("Travel of representatives"),
    "travel_staff": _("Travel of staff"),
    "contractual": _("Contractual services"),
    "operating": _("General operating expenses"),
    "hospitality": _("Hospitality"),
    "supplies": _("Supplies and materials"),
    "furniture": _("Furniture and equipment"),
    "premises": _("Improvement of premises"),
    SUPPORT: ACCOUNTS[Account.SUPPORT],
}
"""The objects of expenditure of the official tables (A/80/6 (Sect. 16), table 16.20), and programme support cost."""
THEMES: Mapping[str, Words] = {
    "terrorism_prevention": _("Terrorism prevention"),
    "rule_of_law": _("Rule of law"),
    "policy": _("Policy and trend analysis"),
    "reintegration": _("Prevention, treatment and reintegration, alternative development"),
}
"""The themes of special-purpose contributions from 2008, and the one of the programme under the first of them."""
ACTIVITIES: Mapping[str, Words] = {
    "needs": _("Assessment of needs"),
    "joining": _("Help to join the instruments"),
    "legislation": _("Help to write laws"),
    "cooperation": _("Help to extradite and to assist in court"),
    "training": pgettext_lazy("kind of activity", "Training"),
}
TIGHTNESS: Mapping[str, Words] = {
    str(int(Tightness.FREE)): pgettext_lazy("earmark", "Free"),
    str(int(Tightness.SOFTLY)): _("Softly earmarked"),
    str(int(Tightness.EARMARKED)): _("Earmarked"),
    str(int(Tightness.TIGHTLY)): _("Tightly earmarked"),
}
STAGES: Mapping[str, Words] = {
    "coming": _("Not yet pledged on this day"),
    "pledged": pgettext_lazy("contribution", "Pledged"),
    "agreed": pgettext_lazy("contribution", "Agreed"),
    "received": pgettext_lazy("contribution", "Received in full"),
}
