"""What the rules object to about a report, as sentences of the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accede.core.treaties.mismatches import MismatchCode

OBJECTIONS: Mapping[MismatchCode, str | Promise] = {
    MismatchCode.UNKNOWN_INSTRUMENT: _("“%(given)s” is no instrument of the record."),
    MismatchCode.UNKNOWN_STATE: _("“%(given)s” is no State or area that the record knows."),
    MismatchCode.BEFORE_ADOPTION: _("The instrument was adopted on %(adopted_on)s; nobody could act on %(on)s."),
    MismatchCode.BEFORE_OPENING: _("The instrument was opened on %(opened_on)s; nobody could act on %(on)s."),
    MismatchCode.IN_FUTURE: _("%(on)s lies in the future; today is %(today)s."),
    MismatchCode.SOURCE_IN_FUTURE: _("The source is of %(attested_on)s, which lies in the future; today is %(today)s."),
    MismatchCode.AFTER_ITS_SOURCE: _("%(on)s is later than the day of its source, %(attested_on)s."),
    MismatchCode.STATE_NOT_YET: _("%(state)s did not exist on %(on)s; it exists since %(begins_on)s."),
    MismatchCode.STATE_NO_MORE: _("%(state)s no longer existed on %(on)s; it ended on %(ended_on)s."),
    MismatchCode.DUPLICATE: _("The record has this already from the source %(source)s."),
    MismatchCode.ALREADY_BOUND: _(
        "The State consented on %(earlier_on)s (%(earlier_kind)s) already: a second consent on %(on)s (%(kind)s) has "
        "nothing to add."
    ),
    MismatchCode.OTHER_KIND: _("For %(on)s the record has another kind of act: %(earlier_kind)s. Here: %(kind)s."),
    MismatchCode.OTHER_DAY: _("The record has this consent on %(earlier_on)s. Here: %(on)s (%(kind)s)."),
    MismatchCode.NOT_SIGNED: _("The record has no signature before this act (%(kind)s)."),
    MismatchCode.SIGNATURE_CLOSED: _("The instrument could be signed until %(closed_on)s only; here: %(on)s."),
    MismatchCode.ACCESSION_NOT_OPEN: _("The instrument was not yet open for accession on %(on)s."),
    MismatchCode.KIND_NOT_PROVIDED: _("The instrument does not provide for this kind of act: %(kind)s."),
    MismatchCode.PARENT_NOT_JOINED: _("Only a State bound by %(parent)s can join; the State had not joined that one."),
    MismatchCode.PARENT_NOT_KNOWN: _(
        "Only a State bound by %(parent)s can join; the record does not know whether the State is."
    ),
    MismatchCode.NO_PREDECESSOR: _("The record knows no predecessor of %(state)s to which it could succeed."),
    MismatchCode.PREDECESSOR_NOT_BOUND: _(
        "The record has no act of a predecessor under this instrument: %(predecessors)s."
    ),
    MismatchCode.NOTHING_TO_WITHDRAW: _("The record has nothing that this would take back: %(withdraws)s."),
    MismatchCode.WITHDRAWN_BEFORE_MADE: _("Taken back on %(on)s, before it was made on %(made_on)s."),
    MismatchCode.NOT_A_PARTY: _("%(state)s had not consented by %(on)s, so it had nothing to denounce."),
    MismatchCode.IN_FORCE_BEFORE_ACT: _("Taking effect on %(in_force_on)s, before the act itself on %(on)s."),
    MismatchCode.IN_FORCE_BEFORE_INSTRUMENT: _(
        "Taking effect on %(in_force_on)s, before the instrument entered into force on %(general_on)s."
    ),
    MismatchCode.EFFECTIVE_AFTER_ACT: _("Effective from %(effective_on)s, after the act itself on %(on)s."),
    MismatchCode.EFFECTIVE_BEFORE_STATE: _("Effective from %(effective_on)s, before the State began on %(begins_on)s."),
}
