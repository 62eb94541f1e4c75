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
LANGUAGES: Mapping[str, Promise] = {
    "ar": _("Arabic"),
    "en": _("English"),
    "es": _("Spanish"),
    "fr": _("French"),
    "ru": _("Russian"),
    "zh": _("Chinese"),
}
STANDINGS: Mapping[str, Promise] = {
    "read": _("Read; a person has yet to look at it"),
    "confirmed": _("Looked at by a person"),
}
VERDICTS: Mapping[str, Promise] = {
    "accepted": _("Accepted"),
    "rejected": _("Looked at: no answer"),
}
RATINGS: Mapping[str, Promise] = {
    "full": _("Fully"),
    "partial": _("In part"),
    "none": _("None found: to be examined with the State"),
    "not_applicable": _("Not applicable"),
    "unclear": _("Unclear"),
}
ANSWERED: Mapping[str, Promise] = {
    "in_force": _("In force"),
    "in_part": _("In force in part"),
    "not_in_force": _("The wording cited is not in force on this day"),
    "missing": _("None found: to be examined with the State"),
    "unclear": _("Unclear"),
    "undecided": _("Not yet decided"),
    "not_applicable": _("Not applicable"),
}
READINGS: Mapping[str, Promise] = {
    "not_rated": _("Nobody has decided yet."),
    "waiting": _("A second person has yet to read it."),
    "confirmed": _("A second person confirmed it."),
    "differs": _("The second reader thinks otherwise."),
    "again": _("What it rests on has changed since the second reading."),
}
TO_DO: Mapping[str, Promise] = {
    "look_again": _("The words of a cited provision have changed: look again."),
    "decide": _("Read the candidates and decide."),
    "reconcile": _("The two readers differ: settle it together."),
    "read": _("A second person reads what was decided."),
    "follow": _("Find which wording is in force, and decide again."),
    "examine": _("Examine it with the State; draft what would answer."),
    "complete": _("Draft with the State what is open."),
    "ask": _("Ask the State."),
    "nothing": _("Nothing is open."),
}
WHEN: Mapping[str, Promise | str] = {
    "now": _("First: this binds the State"),
    "on_joining": _("When the State joins"),
    "": "",
}
CHANGES: Mapping[str, Promise] = {
    "changed": _("Other words"),
    "moved": _("Another number, the same words"),
    "gone": _("No longer there"),
    "new": _("New"),
    "same": _("The same words"),
}
RELATIONS: Mapping[str, Promise] = {
    "whole": _("Answers by itself"),
    "together": _("Answers together with the others"),
    "part": _("Answers in part"),
    "not_rated": _("Accepted; not yet rated"),
}
