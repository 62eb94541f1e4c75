"""What is wrong with a figure that is called in a text, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Words

CALL_FAULTS: Mapping[str, Words] = {
    "call.no_figure": _("“%(text)s” calls no figure. Write it as {figure: code name=value}."),
    "call.bracket": _("The bracket “%(text)s” stands alone."),
    "call.unknown": _("There is no figure “%(code)s”."),
    "call.parameter": _("The figure “%(code)s” is not asked with “%(text)s”."),
    "call.day": _("“%(text)s” is no day of the report: $from, $until and $before are."),
    "call.missing": _("The figure “%(code)s” needs “%(name)s”."),
}
