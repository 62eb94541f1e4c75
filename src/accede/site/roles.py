"""The roles of the product, on one page. Nothing is allowed to anybody but by one of these.

A role is granted over a scope: one State, one organisation, one theme, or everything; for a time; by somebody; because
of something. What it opens, it opens within that scope only.
"""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Level, Permission, Role, permissions
from accede.foundation.audit import access as audit
from accede.foundation.documents.templates import access as templates
from accede.foundation.files import access as files
from accede.modules.assessments import access as assessments
from accede.modules.assistance import access as assistance
from accede.modules.cooperation import access as cooperation
from accede.modules.coordination import access as coordination
from accede.modules.identity import access as identity
from accede.modules.legislation import access as legislation
from accede.modules.mandates import access as mandates
from accede.modules.outcomes import access as outcomes
from accede.modules.reporting import access as reporting
from accede.modules.resources import access as resources
from accede.modules.training import access as training
from accede.modules.treaties import access as treaties

PROGRAMME = frozenset({Level.PUBLIC, Level.PROGRAMME})
OF_ITS_OWNER = PROGRAMME | {Level.OWNER_CONFIDENTIAL}
EVERY_LEVEL = frozenset(Level)


def _those_that_change_nothing() -> frozenset[Permission]:
    return frozenset(permission for permission in permissions() if not permission.changes)


ROLES = (
    Role(
        key="public_visitor",
        label=_("Public visitor"),
        about=_("Reads all that is public. Needs no account."),
        is_granted=False,
    ),
    Role(
        key="focal_point",
        label=_("Focal point of a State"),
        about=_("Acts for an authority of one State: reads and writes that State’s files, and no other’s."),
        permissions=frozenset(
            {
                cooperation.SCENARIOS_KEEP,
                assistance.REQUESTS_READ,
                assistance.ACTIVITIES_READ,
                assistance.REQUESTS_FILE,
                outcomes.OUTCOMES_READ,
                outcomes.OUTCOMES_ANSWER,
                outcomes.JOINING_KEEP,
                assessments.ASSESSMENTS_READ,
                assessments.ASSESSMENTS_ANSWER,
                legislation.LAWS_READ,
                training.OFFICIALS_NOMINATE,
                legislation.LAWS_ANSWER,
            }
        ),
        scope_kinds=("state",),
        reads=OF_ITS_OWNER,
        writes=OF_ITS_OWNER,
    ),
    Role(
        key="programme_officer",
        label=_("Programme officer"),
        about=_("Works on the programme. Reads a State’s confidential files where the grant names that State."),
        permissions=frozenset(
            {
                identity.PEOPLE_READ,
                identity.PEOPLE_INVITE,
                mandates.MANDATES_IMPORT,
                mandates.MANDATES_CORRECT,
                treaties.ACTS_IMPORT,
                assistance.REQUESTS_READ,
                assistance.ACTIVITIES_READ,
                assistance.REQUESTS_HANDLE,
                assistance.ACTIVITIES_KEEP,
                outcomes.OUTCOMES_READ,
                outcomes.OUTCOMES_KEEP,
                outcomes.JOINING_KEEP,
                cooperation.TREATIES_IMPORT,
                cooperation.SCENARIOS_KEEP,
                assessments.ASSESSMENTS_READ,
                assessments.ASSESSMENTS_KEEP,
                coordination.COORDINATION_READ,
                coordination.COORDINATION_KEEP,
                coordination.PLANS_READ,
                coordination.PLANS_KEEP,
                assessments.ASSESSMENTS_ANSWER,
                legislation.LAWS_READ,
                legislation.LAWS_KEEP,
                training.TRAINING_READ,
                training.TRAINING_COUNT,
                training.TRAINING_KEEP,
                reporting.REPORTS_READ,
                reporting.REPORTS_DRAFT,
                reporting.REPORTS_CLEAR,
                templates.TEMPLATES_USE,
                templates.TEMPLATES_KEEP,
            }
        ),
        scope_kinds=("state", "theme", "all"),
        reads=OF_ITS_OWNER,
        writes=OF_ITS_OWNER,
    ),
    Role(
        key="finance_officer",
        label=_("Finance officer"),
        about=_("Keeps the money. Reads what the programme reads, not the confidential files of States."),
        permissions=frozenset(
            {
                identity.PEOPLE_READ,
                cooperation.SCENARIOS_KEEP,
                assistance.REQUESTS_READ,
                assistance.ACTIVITIES_READ,
                outcomes.OUTCOMES_READ,
                resources.LEDGER_READ,
                resources.CONTRIBUTIONS_READ,
                resources.MONEY_RECORD,
                training.TRAINING_COUNT,
            }
        ),
        scope_kinds=("all",),
        reads=PROGRAMME,
        writes=PROGRAMME,
    ),
    Role(
        key="partner_coordinator",
        label=_("Coordinator of a partner body"),
        about=_("Acts for a body that works with the programme: keeps its people and its part of the shared calendar."),
        permissions=frozenset(
            {
                identity.PEOPLE_INVITE,
                cooperation.SCENARIOS_KEEP,
                assistance.REQUESTS_READ,
                assistance.ACTIVITIES_READ,
                assistance.REQUESTS_FILE,
                assessments.NEEDS_SHARED,
                coordination.CONSULTATIONS_ANSWER,
                coordination.PLANS_READ,
                coordination.PLANS_KEEP,
            }
        ),
        scope_kinds=("organisation",),
        reads=OF_ITS_OWNER,
        writes=OF_ITS_OWNER,
    ),
    Role(
        key="donor_representative",
        label=_("Donor’s representative"),
        about=_("Acts for a donor: reads what concerns that donor’s contributions."),
        permissions=frozenset({cooperation.SCENARIOS_KEEP, resources.CONTRIBUTIONS_READ, assessments.NEEDS_SHARED}),
        scope_kinds=("organisation",),
        reads=PROGRAMME,
    ),
    Role(
        key="report_drafter",
        label=_("Report drafter"),
        about=_("Writes reports from what the programme reads, not from the confidential files of States."),
        permissions=frozenset(
            {
                mandates.MANDATES_CORRECT,
                cooperation.SCENARIOS_KEEP,
                templates.TEMPLATES_USE,
                assistance.REQUESTS_READ,
                assessments.ASSESSMENTS_READ,
                coordination.COORDINATION_READ,
                coordination.PLANS_READ,
                assistance.ACTIVITIES_READ,
                training.TRAINING_COUNT,
                outcomes.OUTCOMES_READ,
                reporting.REPORTS_READ,
                reporting.REPORTS_DRAFT,
            }
        ),
        scope_kinds=("theme", "all"),
        reads=PROGRAMME,
        writes=PROGRAMME,
    ),
    Role(
        key="auditor",
        label=_("Auditor"),
        about=_("Reads everything, changes nothing. Each confidential file that an auditor opens is recorded."),
        permissions=_those_that_change_nothing(),
        scope_kinds=("all",),
        reads=EVERY_LEVEL,
        opens_unnamed=True,
        needs_two_persons=True,
    ),
    Role(
        key="administrator",
        label=_("Administrator"),
        about=_("Invites people, records organisations, grants roles. Sees no State’s confidential file by it."),
        permissions=frozenset(
            {
                identity.PEOPLE_READ,
                identity.PEOPLE_INVITE,
                identity.PEOPLE_CLOSE,
                identity.ORGANISATIONS_RECORD,
                identity.LETTERS_READ,
                identity.LETTERS_NOTE,
                identity.GRANTS_READ,
                identity.GRANTS_GIVE,
                audit.RECORD_READ,
                files.FILES_DELETE,
                templates.TEMPLATES_USE,
                templates.TEMPLATES_KEEP,
                cooperation.SCENARIOS_KEEP,
            }
        ),
        scope_kinds=("all",),
        reads=PROGRAMME,
        writes=PROGRAMME,
        needs_two_persons=True,
    ),
)
