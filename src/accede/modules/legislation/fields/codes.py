"""The codes of laws in words: kinds of obligations, places in a law, what the reader is unsure of, languages."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

KINDS: Mapping[str, Promise] = {
    "criminalises": _("Offence"),
    "definition": _("Definition"),
    "legal_persons": _("Legal persons"),
    "jurisdiction": _("Jurisdiction"),
    "freezing": _("Freezing and forfeiture"),
    "extradite_or_prosecute": _("Extradite or prosecute"),
    "extradition": _("Extradition"),
    "mla": _("Mutual legal assistance"),
    "other": _("Other measures"),
}
PLACES: Mapping[str, Promise] = {
    "body": _("Provisions of the law"),
    "quoted": _("Provisions of another code that the act quotes"),
    "schedule": _("Provisions of schedules"),
    "treaty": _("Articles of treaties in schedules: not provisions of the State"),
    "notes": _("Numbers in notes of the publisher"),
}
DOUBTS: Mapping[str, Promise] = {
    "repeated": _("Number %(number)s stands more than once: look which wording is in force."),
    "gap": _("After %(other)s comes %(number)s: see whether something was not read as a provision."),
    "empty": _("Number %(number)s says nothing: it may be repealed."),
    "long": _("Number %(number)s is very long: see whether it holds several provisions."),
}
