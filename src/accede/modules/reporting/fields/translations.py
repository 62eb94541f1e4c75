"""What is wrong with a translation that came back, in words."""

from collections.abc import Mapping

from django.utils.translation import gettext_lazy as _

from accede.foundation.fields import Words

XLIFF_FAULTS: Mapping[str, Words] = {
    "xliff.no_xml": _("This is no XML that can be read safely. Send the XLIFF file as the translators’ tool saved it."),
    "xliff.no_xliff": _("This is no XLIFF of version 1.2 or 2."),
    "xliff.languages": _(
        "The file has to say one language from which and one into which it translates, not: %(languages)s."
    ),
    "xliff.twice": _("The unit %(unit)s stands in the file twice."),
    "xliff.lost": _("%(figure)s is lost."),
    "xliff.doubled": _("%(figure)s stands there once too often."),
    "xliff.moved": _("%(figure)s belongs to the unit %(unit)s."),
    "xliff.strange": _("%(figure)s is no figure of this unit."),
    "xliff.bracket": _("A bracket stands alone."),
}
