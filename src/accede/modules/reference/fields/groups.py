"""The regional groups of United Nations Member States."""

from django.utils.translation import gettext_lazy as _

GROUPS = {
    "african": _("African States"),
    "asia-pacific": _("Asia-Pacific States"),
    "eastern-european": _("Eastern European States"),
    "grulac": _("Latin American and Caribbean States"),
    "weog": _("Western European and other States"),
}
"""The regional groups of United Nations Member States, by the key that data/memberships.csv uses."""
