"""The words of cooperation in the reader's language."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.core.cooperation.agreements import Serves, Status
from accede.core.cooperation.effects import Effect, Purpose
from accede.core.cooperation.opinions import BasisKind
from accede.core.cooperation.topics import Ground

PURPOSES = {
    Purpose.EXTRADITION: _("Extradition"),
    Purpose.MLA: _("Mutual legal assistance"),
    Purpose.PROSECUTION: _("Submission for prosecution"),
}
EFFECTS = {
    Effect.NONE: _("No basis found in this record"),
    Effect.NOT_KNOWN: _("Not known: one of the two is perhaps not bound"),
    Effect.NO_DUTY: _("The convention applies, but creates no duty to extradite"),
    Effect.TEXT_NOT_READ: _("A regional treaty binds both; its text was not read"),
    Effect.OPTION: _("The convention may serve as the basis, at the option of the requested State"),
    Effect.OPTION_OR_RECOGNITION: _(
        "The convention may serve as the basis, or the offence is recognised as extraditable"
    ),
    Effect.OWN_LAW: _("The requested State needs no treaty; its own law decides"),
    Effect.RECOGNISED: _("Recognised as extraditable between two States that need no treaty"),
    Effect.TREATY_TERMS: _("A treaty between the two applies by its own terms"),
    Effect.INCLUSION_UNDERTAKEN: _("An extradition treaty is in force; the two undertook to include the offence in it"),
    Effect.INCLUDED: _("Deemed included in the extradition treaty between the two"),
    Effect.ASSISTANCE: _("A duty to assist under the convention"),
    Effect.ASSISTANCE_BY_TREATY: _("A duty to assist under the convention, through the treaty between the two"),
    Effect.SUBMISSION: _("A duty to submit the case for prosecution if the person is not extradited"),
    Effect.SUPERSEDED: _("Another text governs between the two"),
    Effect.IF_FACTS_ALLOW: _("Serves if the facts of the case bring it within the treaty"),
}
KINDS = {
    BasisKind.UNIVERSAL: _("Universal instrument against terrorism"),
    BasisKind.UNITED_NATIONS: _("Other convention of the United Nations"),
    BasisKind.REGIONAL: _("Regional treaty"),
    BasisKind.BILATERAL: _("Bilateral treaty"),
}
STATUSES = {
    Status.IN_FORCE: _("In force"),
    Status.TERMINATED: _("Terminated"),
    Status.IN_FORCE_UNDATED: _("In force, since a day not known"),
    Status.NOT_IN_FORCE: _("Not in force"),
    Status.APPROVED: _("Approved on one side; entry into force not known"),
    Status.SIGNED: _("Signed; entry into force not known"),
    Status.NAMED: _("Only named in the source"),
}
SERVES = {
    Serves.EXTRADITION: _("Extradition"),
    Serves.MLA: _("Mutual legal assistance"),
    Serves.TERRORISM: _("Terrorism"),
    Serves.SURRENDER: _("Surrender"),
    Serves.ORGANIZED_CRIME: _("Organized crime"),
    Serves.CORRUPTION: _("Corruption"),
}

GROUNDS = {
    Ground.RACE: pgettext_lazy("ground of persecution", "race"),
    Ground.RELIGION: pgettext_lazy("ground of persecution", "religion"),
    Ground.NATIONALITY: pgettext_lazy("ground of persecution", "nationality"),
    Ground.ETHNIC_ORIGIN: pgettext_lazy("ground of persecution", "ethnic origin"),
    Ground.POLITICAL_OPINION: pgettext_lazy("ground of persecution", "political opinion"),
    Ground.GENDER: pgettext_lazy("ground of persecution", "gender"),
    Ground.SEX: pgettext_lazy("ground of persecution", "sex"),
}


def purpose_words(purpose: Purpose | str) -> str:
    """Return the name of a purpose."""
    return str(PURPOSES[Purpose(purpose)])


def effect_words(effect: Effect | str) -> str:
    """Return what an effect means."""
    return str(EFFECTS[Effect(effect)])


def kind_words(kind: BasisKind | str) -> str:
    """Return the name of a kind of basis."""
    return str(KINDS[BasisKind(kind)])


def status_words(status: Status | str) -> str:
    """Return what the sources say of a bilateral treaty."""
    return str(STATUSES[Status(status)])


def serves_words(serves: Serves | str) -> str:
    """Return what a treaty is for."""
    return str(SERVES[Serves(serves)])


def ground_words(ground: Ground | str) -> str:
    """Return on what account a request may serve persecution."""
    return str(GROUNDS[Ground(ground)])
