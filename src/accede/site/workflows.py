"""The workflows of the product, on one page, each with the group of commands that takes its steps.

The reference is made of these, and rule tests hold the database and the commands against them.
"""

from dataclasses import dataclass
from typing import Any

from accede.foundation.console import LazyGroup
from accede.foundation.workflow.flow import Flow
from accede.modules.assessments.services.assessments import ASSESSMENTS
from accede.modules.assistance.services.activity_flow import ACTIVITIES as ACTIVITY_FLOW
from accede.modules.assistance.services.flow import REQUESTS as REQUEST_FLOW
from accede.modules.cooperation.services.import_treaties import TREATIES_PROPOSED
from accede.modules.coordination.services.flow import CONSULTATIONS as CONSULTATION_FLOW
from accede.modules.reporting.services.flow import REPORTS as REPORT_FLOW
from accede.modules.treaties.services.import_acts import ACTS_PROPOSED
from accede.site.activity_commands import ACTIVITIES
from accede.site.cli import IMPORTS
from accede.site.coordination_commands import CONSULTATIONS
from accede.site.figure_commands import REPORT
from accede.site.request_commands import REQUESTS
from accede.site.visit_commands import VISITS


@dataclass(frozen=True, slots=True)
class Worked:
    """A workflow and the commands that take its steps."""

    flow: Flow[Any]
    commands: LazyGroup


WORKFLOWS = (
    Worked(ACTS_PROPOSED, IMPORTS),
    Worked(TREATIES_PROPOSED, IMPORTS),
    Worked(REQUEST_FLOW, REQUESTS),
    Worked(ASSESSMENTS, VISITS),
    Worked(CONSULTATION_FLOW, CONSULTATIONS),
    Worked(ACTIVITY_FLOW, ACTIVITIES),
    Worked(REPORT_FLOW, REPORT),
)

FLOWS = {one.flow.table.key: one.flow for one in WORKFLOWS}
