"""The register's enumerations as words of the reader's language."""

from django.utils.translation import gettext_lazy as _

from accede.core.treaties.acts import ActKind
from accede.core.treaties.standing import Standing

ACT_WORDS = {
    ActKind.SIGNATURE: _("Signature"),
    ActKind.DEFINITIVE_SIGNATURE: _("Definitive signature"),
    ActKind.RATIFICATION: _("Ratification"),
    ActKind.ACCEPTANCE: _("Acceptance"),
    ActKind.APPROVAL: _("Approval"),
    ActKind.ACCESSION: _("Accession"),
    ActKind.SUCCESSION: _("Succession"),
    ActKind.CONSENT_UNSPECIFIED: _("Act not named by the source"),
    ActKind.PROVISIONAL_APPLICATION: _("Provisional application"),
    ActKind.NOTIFICATION: _("Notification"),
    ActKind.DECLARATION: _("Declaration"),
    ActKind.RESERVATION: _("Reservation"),
    ActKind.OBJECTION: _("Objection"),
    ActKind.WITHDRAWAL: _("Withdrawal"),
    ActKind.DENUNCIATION: _("Denunciation"),
    ActKind.TERRITORIAL_EXTENSION: _("Territorial extension"),
}

STANDING_WORDS = {
    Standing.NONE: _("Invited to join"),
    Standing.SIGNED: _("Signed"),
    Standing.CONTRACTING: _("Contracting State, not yet in force"),
    Standing.PARTY: _("Party"),
    Standing.PARTY_BY_SUCCESSION: _("Party by succession"),
    Standing.WITHDRAWN: _("Withdrawn"),
    Standing.NOT_KNOWN: _("Not known to this record"),
    Standing.STATE_ABSENT: _("The State did not exist on this day"),
    Standing.INSTRUMENT_ABSENT: _("Not yet adopted"),
}


SUBJECT_WORDS = {
    "producer": _("The State declares that it is a producer of plastic explosives."),
    "not_producer": _("The State declares that it is not a producer of plastic explosives."),
    "reservation or declaration noted": _(
        "A source notes that a reservation or declaration was made; its text was not read."
    ),
    "other": _("A declaration on another matter."),
    "art. 7(3)": _("Jurisdiction that the State has established under article 7(3)."),
    "art. 24(2)": _(
        "The State does not consider itself bound to take disputes to arbitration or to the International Court of "
        "Justice (article 24(2))."
    ),
    "art. 2(2)(a)": _("Treaties in the annex to which the State is not a party are left out (article 2(2)(a))."),
}
"""What the subjects that sources give stand for; another subject is shown as the source writes it."""


def act_words(kind: ActKind | str) -> str:
    """Return the name of a kind of act in the reader's language."""
    return str(ACT_WORDS[ActKind(kind)])


def standing_words(standing: Standing | str) -> str:
    """Return the name of a standing in the reader's language."""
    return str(STANDING_WORDS[Standing(standing)])


def words_of_standings() -> dict[str, str]:
    """Return the names of all standings in the reader's language."""
    return {standing.value: str(words) for standing, words in STANDING_WORDS.items()}


def words_of_acts() -> dict[str, str]:
    """Return the names of all kinds of acts in the reader's language."""
    return {kind.value: str(words) for kind, words in ACT_WORDS.items()}


def subject_words(subject: str) -> str:
    """Return what a statement is about, in the reader's language where the record knows the subject."""
    return str(SUBJECT_WORDS.get(subject, subject))
