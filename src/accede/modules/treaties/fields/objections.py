"""What the rules object to about a report, as sentences of the reader's language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from accede.core.treaties.problems import ProblemCode

OBJECTIONS: Mapping[ProblemCode, str | Promise] = {
    ProblemCode.UNKNOWN_INSTRUMENT: _("“%(given)s” is no instrument of the record."),
    ProblemCode.UNKNOWN_STATE: _("“%(given)s” is no State or area that the record knows."),
    ProblemCode.BEFORE_ADOPTION: _("The instrument was adopted on %(adopted_on)s; nobody could act on %(on)s."),
    ProblemCode.BEFORE_OPENING: _("The instrument was opened on %(opened_on)s; nobody could act on %(on)s."),
    ProblemCode.IN_FUTURE: _("%(on)s lies in the future; today is %(today)s."),
    ProblemCode.SOURCE_IN_FUTURE: _("The source is of %(attested_on)s, which lies in the future; today is %(today)s."),
    ProblemCode.AFTER_ITS_SOURCE: _("%(on)s is later than the day of its source, %(attested_on)s."),
    ProblemCode.STATE_NOT_YET: _("%(state)s did not exist on %(on)s; it exists since %(begins_on)s."),
    ProblemCode.STATE_NO_MORE: _("%(state)s no longer existed on %(on)s; it ended on %(ended_on)s."),
    ProblemCode.DUPLICATE: _("The record has this already from the source %(source)s."),
    ProblemCode.ALREADY_BOUND: _(
        "The State consented on %(earlier_on)s (%(earlier_kind)s) already: a second consent on %(on)s (%(kind)s) has "
        "nothing to add."
    ),
    ProblemCode.OTHER_KIND: _("For %(on)s the record has another kind of act: %(earlier_kind)s. Here: %(kind)s."),
    ProblemCode.OTHER_DAY: _("The record has this consent on %(earlier_on)s. Here: %(on)s (%(kind)s)."),
    ProblemCode.NOT_SIGNED: _("The record has no signature before this act (%(kind)s)."),
    ProblemCode.SIGNATURE_CLOSED: _("The instrument could be signed until %(closed_on)s only; here: %(on)s."),
    ProblemCode.ACCESSION_NOT_OPEN: _("The instrument was not yet open for accession on %(on)s."),
    ProblemCode.KIND_NOT_PROVIDED: _("The instrument does not provide for this kind of act: %(kind)s."),
    ProblemCode.PARENT_NOT_JOINED: _("Only a State bound by %(parent)s can join; the State had not joined that one."),
    ProblemCode.PARENT_NOT_KNOWN: _(
        "Only a State bound by %(parent)s can join; the record does not know whether the State is."
    ),
    ProblemCode.NO_PREDECESSOR: _("The record knows no predecessor of %(state)s to which it could succeed."),
    ProblemCode.PREDECESSOR_NOT_BOUND: _(
        "The record has no act of a predecessor under this instrument: %(predecessors)s."
    ),
    ProblemCode.NOTHING_TO_WITHDRAW: _("The record has nothing that this would take back: %(withdraws)s."),
    ProblemCode.WITHDRAWN_BEFORE_MADE: _("Taken back on %(on)s, before it was made on %(made_on)s."),
    ProblemCode.NOT_A_PARTY: _("%(state)s had not consented by %(on)s, so it had nothing to denounce."),
    ProblemCode.IN_FORCE_BEFORE_ACT: _("Taking effect on %(in_force_on)s, before the act itself on %(on)s."),
    ProblemCode.IN_FORCE_BEFORE_INSTRUMENT: _(
        "Taking effect on %(in_force_on)s, before the instrument entered into force on %(general_on)s."
    ),
    ProblemCode.EFFECTIVE_AFTER_ACT: _("Effective from %(effective_on)s, after the act itself on %(on)s."),
    ProblemCode.EFFECTIVE_BEFORE_STATE: _("Effective from %(effective_on)s, before the State began on %(begins_on)s."),
}
