"""What is wrong with a figure, or in what it differs, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Words

FAULTS: Mapping[str, Words] = {
    "figure.counted_twice": _("Counted twice: %(count)s, the first of them %(what)s."),
    "figure.left_out": _("Not looked at: %(count)s, the first of them %(what)s."),
    "figure.total_falls": _("A cumulative total falls: it was %(before)s on %(on)s and would now be %(after)s."),
    "figure.definition_changed": _(
        "The definition %(code)s is not the one that was published as version %(version)s. Give it a higher version."
    ),
    "figure.value_not_of_records": _("The value is %(value)s, and its records make %(made)s."),
    "figure.outside": _("Records outside the days of the figure: %(count)s, the first of them %(what)s."),
    "figure.definition_differs": _("The definition has changed: version %(before)s then, version %(after)s now."),
    "figure.value_differs": _("The value was %(before)s and is %(after)s now."),
    "figure.records_differ": _("Records that came: %(came)s; that went: %(went)s."),
}
