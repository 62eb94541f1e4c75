"""What may be done with assessments."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

ASSESSMENTS_READ = Permission(
    "assessments.read", _("See visits, desk reviews, consents and needs of States"), changes=False
)
ASSESSMENTS_KEEP = Permission("assessments.keep", _("Plan and report visits and desk reviews, record needs"))
ASSESSMENTS_ANSWER = Permission(
    "assessments.answer", _("Give and withdraw a State’s consent, agree its priorities, comment on reports about it")
)
NEEDS_SHARED = Permission(
    "assessments.needs-shared", _("See the needs that States share with one’s organisation"), changes=False
)
