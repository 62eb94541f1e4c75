"""Topics of the article map, who keeps an instrument and where it was adopted, as words of the reader's language."""

from collections.abc import Mapping
from functools import cache

from django.utils.translation import gettext_lazy as _

from accede import data

TOPIC_WORDS = {
    "scope": _("Scope"),
    "offence": _("Offences"),
    "penalty": _("Penalties that take account of gravity"),
    "jurisdiction_mandatory": _("Jurisdiction that must be established"),
    "jurisdiction_optional": _("Jurisdiction that may be established"),
    "jurisdiction_presence": _("Jurisdiction where the person is present and not extradited"),
    "jurisdiction_notification": _("Telling the depositary of the jurisdiction established"),
    "prosecute_or_extradite": _("Extradite or submit for prosecution"),
    "extradition": _("Extradition"),
    "mutual_legal_assistance": _("Mutual legal assistance"),
    "transfer_of_persons": _("Transfer of persons in custody"),
    "political_offence_exclusion": _("No refusal because an offence is political"),
    "fiscal_offence_exclusion": _("No refusal because an offence is fiscal"),
    "non_discrimination": _("Refusal where prosecution would discriminate"),
    "fair_treatment": _("Fair treatment of the person"),
    "notification_of_outcome": _("Telling the outcome of the proceedings"),
    "legal_persons": _("Liability of legal persons"),
    "freezing": _("Freezing and forfeiture of funds"),
    "exclusions": _("What the instrument does not cover"),
    "family_exemption": _("Exemption of family members"),
    "prevention": _("Prevention"),
    "consultation": _("Consultation"),
    "boarding": _("Boarding of ships"),
    "limits_on_interference": _("Limits on interference with an aircraft in flight"),
    "unlawful_seizure": _("Unlawful seizure of aircraft"),
    "protection_regime": _("Physical protection regime"),
    "prohibition_of_manufacture": _("Prohibition of manufacture"),
    "prohibition_of_movement": _("Prohibition of movement"),
    "control_of_stocks": _("Control of stocks"),
    "producer_declaration": _("Declaration of a producer State"),
    "prevails_over": _("Relation to other treaties"),
    "disputes": _("Settlement of disputes"),
    "disputes_opt_out": _("Declaring not to be bound by the settlement of disputes"),
    "annex_opt_out": _("Leaving treaties of the annex out"),
}


def topic_words(topic: str) -> str:
    """Return a topic in the reader's language; the topic's own word where a later record brings one not known here."""
    return str(TOPIC_WORDS.get(topic, topic.replace("_", " ")))


def depositary_name(key: str, language: str) -> str:
    """Return who keeps the instrument, in `language`, in English where that language has none."""
    return _name(_named("depositaries").get(key, {}), key, language)


def place_name(place: str, language: str) -> str:
    """Return the place of adoption, which the record keeps by its English name, in `language`."""
    return _name(_named("places").get(place, {}), place, language)


def _name(names: Mapping[str, str], key: str, language: str) -> str:
    return names.get(language) or names.get("en") or key


@cache
def _named(part: str) -> Mapping[str, Mapping[str, str]]:
    found: Mapping[str, Mapping[str, str]] = data.document("instruments.yaml")[part]
    return found
