"""Reasons that stand below the name of their treaty, and so do not name it again.

A reason that is not here keeps its sentence; where that has the name in brackets, the brackets go.
"""

from django.utils.translation import gettext_lazy as lazy

from accede.core.cooperation.reasons import Code

BELOW_ITS_NAME = {
    Code.DEFINES: lazy("It defines the offence: %(offence)s."),
    Code.BOTH_BOUND: lazy(
        "Both States are bound by it. %(requesting)s: since %(requesting_since)s. %(requested)s: since "
        "%(requested_since)s."
    ),
    Code.PERHAPS_BOUND: lazy("Whether this State was bound by it on this day is not known: %(state)s."),
    Code.NOT_BOUND: lazy("Not bound by it on this day: %(state)s (%(standing)s)."),
    Code.SUSPENDED: lazy(
        "A party by succession; until it gave notice, on %(until)s, the operation between this State and the other "
        "parties was suspended: %(state)s."
    ),
    Code.NOT_IN_FORCE: lazy("It was not in force on this day. Entry into force: %(in_force_on)s."),
    Code.INCLUDED: lazy("It deems the offence included as extraditable in the treaty between the two: %(treaties)s."),
    Code.INCLUSION_UNDERTAKEN: lazy(
        "It deems the offence included only in extradition treaties that existed before its entry into force; for "
        "later ones the parties undertook to include it. Treaty in force: %(treaties)s."
    ),
    Code.OPTION: lazy(
        "The requested State makes extradition conditional on a treaty and may, at its option, consider it as the "
        "legal basis: %(requested)s."
    ),
    Code.TREATY_IN_FORCE: lazy("In force between the two. Since: %(since)s."),
    Code.TREATY_TERMS: lazy(
        "Whether it covers the offence is for its own terms to say: list of offences or level of penalty, and double "
        "criminality."
    ),
    Code.TEXT_NOT_READ: lazy("Its articles were not read for this record."),
    Code.ASSISTANCE: lazy("It obliges its parties to afford one another the greatest measure of assistance."),
    Code.NO_DUTY: lazy("Nothing in it creates an obligation to grant extradition."),
    Code.PLACE: lazy(
        "For extradition, the offence is treated as committed also in the territory of States that have jurisdiction "
        "under it."
    ),
    Code.MODIFIES: lazy(
        "Extradition treaties between the parties are modified as far as they are incompatible with it."
    ),
    Code.DOES_NOT_SERVE: lazy("Both States are bound by it, but the offence is outside its scope."),
    Code.NO_COOPERATION_RULE: lazy("It has no rule for this purpose."),
    Code.JURISDICTION: lazy(
        "It names the cases in which parties are to establish their jurisdiction, and those in which they may."
    ),
    Code.NAMED_ONLY: lazy("Not counted as in force. What the source says: %(status)s."),
    Code.TREATY_ENDED: lazy("No longer in force. Ended: %(until)s."),
}
BELOW_ITS_NAME_AT_THE_LATEST = {
    Code.TREATY_IN_FORCE: lazy(
        "In force between the two. Its first day is not known; it was in force at the latest on %(since)s."
    )
}
