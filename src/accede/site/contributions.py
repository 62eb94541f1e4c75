"""What modules add to pages of modules below them, on one page, typed; nothing registers itself.

A State's page, evidence of duties, the list of own work, the calendar and the search ask the lists that are put in
here: they know nobody above.
"""

from collections.abc import Callable, Collection, Mapping
from functools import partial

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.access import ALL, PUBLIC, SIGNED_IN
from accede.foundation.access.errands import Desk, Errand, install_errands
from accede.foundation.access.onward import Onward, install_onward
from accede.foundation.calendar.entries import EntryKind, Facet, install_calendar
from accede.foundation.comments.threads import open_threads_naming
from accede.foundation.documents.templates.access import TEMPLATES_USE
from accede.foundation.fields import Words
from accede.foundation.search import install_search
from accede.foundation.texts import readers_language
from accede.modules.assessments.access import ASSESSMENTS_READ, NEEDS_SHARED
from accede.modules.assessments.fields.codes import TOPICS
from accede.modules.assessments.queries.evidence import count_consents
from accede.modules.assessments.words.calendar import assessments_in, follow_up_in, times_in
from accede.modules.assessments.words.found import ASSESSMENTS, CONSENTS, NEEDS, SHARED_NEEDS
from accede.modules.assistance.access import ACTIVITIES_READ, REQUESTS_FILE, REQUESTS_HANDLE, REQUESTS_READ
from accede.modules.assistance.queries.activities import count_activities, count_waiting, delivery_of_activities
from accede.modules.assistance.queries.delivery import Counting as CountingActivities
from accede.modules.assistance.queries.delivery import install_delivery
from accede.modules.assistance.queries.evidence import count_requests
from accede.modules.assistance.queries.requests import waiting_for
from accede.modules.assistance.words.activities import ACTIVITIES, activities_in
from accede.modules.assistance.words.calendar import steps_due
from accede.modules.assistance.words.found import REQUESTS
from accede.modules.assistance.words.waiting import activities_waiting, requests_waiting
from accede.modules.cooperation.access import TREATIES_IMPORT
from accede.modules.cooperation.words.found import OFFENCES, SCENARIOS, TREATIES, pairs_asked
from accede.modules.cooperation.words.state_part import links_of_state
from accede.modules.coordination.access import CONSULTATIONS_ANSWER, COORDINATION_KEEP, COORDINATION_READ, PLANS_READ
from accede.modules.coordination.queries.bodies import body_name
from accede.modules.coordination.queries.consultations import count_consultations
from accede.modules.coordination.queries.consultations import waiting_for as consultations_waiting
from accede.modules.coordination.queries.subjects import install_subjects
from accede.modules.coordination.words.calendar import answers_due, plans_in
from accede.modules.identity.words.calendar import invitations_in, memberships_in, roles_ending, roles_waiting
from accede.modules.identity.words.found import ORGANISATIONS, PEOPLE
from accede.modules.legislation.access import LAWS_ANSWER, LAWS_READ
from accede.modules.legislation.queries.evidence import count_laws
from accede.modules.legislation.queries.questions import count_unanswered
from accede.modules.mandates.access import MANDATES_CORRECT, MANDATES_IMPORT
from accede.modules.mandates.queries.evidence import Counting, install_evidence
from accede.modules.mandates.words.calendar import duties_in
from accede.modules.mandates.words.found import DUTIES, MANDATES, PARAGRAPHS
from accede.modules.outcomes.access import JOINING_KEEP, OUTCOMES_KEEP, OUTCOMES_READ
from accede.modules.outcomes.queries.joining import waiting_for as ways_waiting
from accede.modules.outcomes.queries.outcomes import count_outcomes
from accede.modules.outcomes.queries.outcomes import waiting_for as follow_ups_waiting
from accede.modules.outcomes.words.calendar import follow_ups_in, follow_ups_to_answer
from accede.modules.outcomes.words.found import OUTCOMES
from accede.modules.outcomes.words.state_part import file_of_state
from accede.modules.reference.fields.groups import GROUPS
from accede.modules.reference.queries.states import short_names
from accede.modules.reporting.access import REPORTS_READ
from accede.modules.reporting.services.flow import install_printer
from accede.modules.reporting.words.drafts import printed
from accede.modules.resources.access import CONTRIBUTIONS_READ, LEDGER_READ
from accede.modules.resources.queries.evidence import count_contributions, count_funds_available
from accede.modules.resources.words.calendar import instalments_in, spending_in
from accede.modules.resources.words.found import CONTRIBUTIONS, FUNDS
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP, TRAINING_READ
from accede.modules.training.queries.counting import count_training
from accede.modules.training.queries.events import calls_to_answer
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries.evidence import count_acts
from accede.modules.treaties.queries.proposals import waiting
from accede.modules.treaties.words.acts_found import acts_asked
from accede.modules.treaties.words.calendar import imports_waiting, lists_of_parties
from accede.modules.treaties.words.found import INSTRUMENTS, SOURCES, STATES, standings_asked
from accede.modules.treaties.words.state_parts import StatePart, install_state_parts
from accede.site.findable import PAGES
from accede.site.subjects import (
    SUBJECTS,
    address_of_new_outcome,
    address_of_new_way,
    address_to_consult,
    address_to_train,
)

EVIDENCE: Mapping[str, Counting] = {
    "treaty_acts": count_acts,
    "contributions": count_contributions,
    "funds_available": count_funds_available,
    "legislation": count_laws,
    "requests": count_requests,
    "consents": count_consents,
    "consultations": count_consultations,
    "activities": count_activities,
    "training": count_training,
    "outcomes": count_outcomes,
}
"""How records are counted as evidence of duties, by kind."""

DELIVERY: tuple[CountingActivities, ...] = (delivery_of_activities,)
"""Who counts the activities that deliver a request."""

STATE_PARTS = (
    StatePart(_("Cooperation"), links_of_state),
    StatePart(pgettext_lazy("page of a State", "Assistance"), file_of_state),
)
"""What stands on a State's page beside its standing."""

ERRANDS = (
    Errand(
        _("Requests for assistance"),
        "assistance:requests",
        REQUESTS_READ,
        waiting=waiting_for,
        items=requests_waiting,
    ),
    Errand(_("Ask for assistance"), "assistance:new", REQUESTS_FILE),
    Errand(_("Register a request that came as a paper"), "assistance:register", REQUESTS_HANDLE),
    Errand(_("Import a resolution"), "mandates:mandate-import", MANDATES_IMPORT, desk=Desk.REPORTS),
    Errand(
        _("Correct what was misread in a resolution"),
        "mandates:correction-choice",
        MANDATES_CORRECT,
        waiting=partial(open_threads_naming, "mandate"),
        desk=Desk.REPORTS,
    ),
    Errand(_("Bring acts into the record"), "treaties:act-import", ACTS_IMPORT, ALL, desk=Desk.RECORD),
    Errand(_("Bring the record up to date"), "treaties:refresh-list", ACTS_IMPORT, ALL, desk=Desk.RECORD),
    Errand(_("Imports of acts"), "treaties:import-list", ACTS_IMPORT, ALL, desk=Desk.RECORD),
    Errand(
        _("Proposed imports of acts"),
        "treaties:proposed-list",
        ACTS_IMPORT,
        ALL,
        waiting=partial(waiting, part=Part.ACTS, permission=ACTS_IMPORT),
        desk=Desk.RECORD,
    ),
    Errand(
        _("Bring a list of bilateral treaties into the record"),
        "cooperation:treaty-import",
        TREATIES_IMPORT,
        desk=Desk.RECORD,
    ),
    Errand(_("Imports of bilateral treaties"), "cooperation:import-list", TREATIES_IMPORT, desk=Desk.RECORD),
    Errand(
        _("Proposed lists of bilateral treaties"),
        "cooperation:proposed-list",
        TREATIES_IMPORT,
        waiting=partial(waiting, part=Part.TREATIES, permission=TREATIES_IMPORT),
        desk=Desk.RECORD,
    ),
    Errand(_("Covering letter with an opinion on legal bases"), "cooperation:letter", TEMPLATES_USE, desk=Desk.OFFICE),
    Errand(_("The templates of the office"), "documents:templates", TEMPLATES_USE, desk=Desk.OFFICE),
    Errand(
        _("Activities"),
        "assistance:activities",
        ACTIVITIES_READ,
        waiting=count_waiting,
        items=activities_waiting,
    ),
    Errand(_("Training events"), "training:events", TRAINING_READ),
    Errand(_("Calls for nominations"), "training:calls", OFFICIALS_NOMINATE, waiting=calls_to_answer),
    Errand(
        _("What came of assistance"),
        "outcomes:outcomes",
        OUTCOMES_READ,
        waiting=follow_ups_waiting,
        items=follow_ups_to_answer,
    ),
    Errand(_("On the way to joining"), "outcomes:ways", OUTCOMES_READ, waiting=ways_waiting),
    Errand(_("Visits and desk reviews"), "assessments:assessments", ASSESSMENTS_READ),
    Errand(_("Consents of States"), "assessments:consents", ASSESSMENTS_READ),
    Errand(_("Needs of States"), "assessments:needs", ASSESSMENTS_READ),
    Errand(_("Needs shared with us"), "assessments:shared-needs", NEEDS_SHARED, desk=Desk.BODIES),
    Errand(_("Laws of States"), "legislation:laws", LAWS_READ),
    Errand(_("Questions about the laws of your State"), "legislation:questions", LAWS_ANSWER, waiting=count_unanswered),
    Errand(
        _("Coordination with other bodies"),
        "coordination:desk",
        COORDINATION_READ,
        waiting=consultations_waiting,
        desk=Desk.BODIES,
    ),
    Errand(
        _("Consultations that your body is asked in"),
        "coordination:desk",
        CONSULTATIONS_ANSWER,
        waiting=consultations_waiting,
        desk=Desk.BODIES,
    ),
    Errand(_("Plans of bodies, and overlaps"), "coordination:plans", PLANS_READ, desk=Desk.BODIES),
    Errand(
        _("Reports that are drafted"),
        "reporting:documents",
        REPORTS_READ,
        waiting=partial(open_threads_naming, "report"),
        desk=Desk.REPORTS,
    ),
    Errand(_("Finance desk"), "resources:desk", LEDGER_READ, desk=Desk.MONEY),
    Errand(_("Contributions"), "resources:contributions", CONTRIBUTIONS_READ, desk=Desk.MONEY),
)
"""Where people's work begins."""

CALENDAR = (
    EntryKind("duty", _("Duties under mandates"), PUBLIC, (duties_in,)),
    EntryKind("list-age", _("Lists of parties that become a year old"), PUBLIC, (lists_of_parties,)),
    EntryKind("request", _("Next steps for requests"), REQUESTS_READ, (steps_due,)),
    EntryKind("instalment", _("Instalments that are due"), CONTRIBUTIONS_READ, (instalments_in,)),
    EntryKind("spending", _("Last days to spend contributions"), CONTRIBUTIONS_READ, (spending_in,)),
    EntryKind("activity", _("Activities of assistance"), ACTIVITIES_READ, (activities_in,)),
    EntryKind("visit", _("Visits and desk reviews"), ASSESSMENTS_READ, (assessments_in,)),
    EntryKind("report-time", _("Comments and responses of States"), ASSESSMENTS_READ, (times_in,)),
    EntryKind("follow-up", _("Recommendations that are due"), ASSESSMENTS_READ, (follow_up_in,)),
    EntryKind("outcome", _("Outcomes that are looked at again"), OUTCOMES_READ, (follow_ups_in,)),
    EntryKind("consultation", _("Answers of bodies that are due"), SIGNED_IN, (answers_due,)),
    EntryKind("plan", _("Plans of bodies"), PLANS_READ, (plans_in,)),
    EntryKind("ending", _("Ends of roles and memberships"), SIGNED_IN, (roles_ending, memberships_in)),
    EntryKind("invitation", _("Invitations that lapse"), SIGNED_IN, (invitations_in,)),
    EntryKind(
        "waiting",
        _("What waits for a second person"),
        SIGNED_IN,
        (
            roles_waiting,
            partial(imports_waiting, part=Part.ACTS, permission=ACTS_IMPORT, url_name="treaties:proposed-detail"),
            partial(
                imports_waiting,
                part=Part.TREATIES,
                permission=TREATIES_IMPORT,
                url_name="cooperation:proposed-detail",
            ),
        ),
    ),
)
"""What stands in the calendar, in this order on one day."""


def _codes_in(words: Mapping[str, Words]) -> Callable[[Collection[str]], Mapping[str, str]]:
    """Return what calls codes by their words."""
    return lambda codes: {code: str(words[code]) for code in codes if code in words}


FACETS = (
    Facet("state", _("State"), lambda codes: short_names(codes, language=readers_language())),
    Facet("region", _("Region"), _codes_in(GROUPS)),
    Facet("theme", _("Theme"), _codes_in(TOPICS)),
    Facet("body", _("Body"), lambda codes: {code: body_name(code) for code in codes}),
)
"""By what the calendar can be asked for."""

ONWARD = (
    *(Onward(kind, _("Consult a body"), COORDINATION_KEEP, partial(address_to_consult, kind)) for kind in SUBJECTS),
    *(
        Onward(kind, _("Record an outcome"), OUTCOMES_KEEP, partial(address_of_new_outcome, kind))
        for kind in ("activity", "request", "visit")
    ),
    Onward("activity", _("Prepare a training event"), TRAINING_KEEP, address_to_train),
    Onward("request-to-join", _("Steps to joining an instrument"), JOINING_KEEP, address_of_new_way),
)
"""What can be done about a thing in a module above the one that it belongs to."""

FOUND = (
    PAGES,
    STATES,
    INSTRUMENTS,
    MANDATES,
    OFFENCES,
    REQUESTS,
    ASSESSMENTS,
    NEEDS,
    SHARED_NEEDS,
    CONSENTS,
    ACTIVITIES,
    OUTCOMES,
    FUNDS,
    CONTRIBUTIONS,
    ORGANISATIONS,
    PEOPLE,
    SCENARIOS,
    DUTIES,
    PARAGRAPHS,
    TREATIES,
    SOURCES,
)
"""What can be found, the kinds that matter most first: of two that fit equally, the first one is shown first."""

JOINED = (standings_asked, acts_asked, pairs_asked)
"""What several things together ask for: a State and an instrument, a State and a kind of act, two States."""


def install() -> None:
    """Put the contributions where they are asked for."""
    install_evidence(EVIDENCE)
    install_delivery(DELIVERY)
    install_state_parts(STATE_PARTS)
    install_errands(ERRANDS)
    install_calendar(CALENDAR, FACETS)
    install_search(FOUND, JOINED)
    install_subjects(SUBJECTS)
    install_onward(ONWARD)
    install_printer(printed)
