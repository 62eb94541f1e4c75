"""What notices can be about: of each kind, who may see a thing now, and where it is shown. A module adds its own."""

from functools import partial

from django.urls import reverse

from accede.foundation.outbox.things import Thing
from accede.modules.assistance.events import THING as REQUEST
from accede.modules.assistance.queries.requests import requests_seen
from accede.modules.cooperation.access import TREATIES_IMPORT
from accede.modules.coordination.events import THING as CONSULTATION
from accede.modules.coordination.queries.consultations import consultations_seen
from accede.modules.identity.queries.mailboxes import grants_seen, invitations_seen, proposals_seen
from accede.modules.mandates.queries.mandates import mandates_seen
from accede.modules.mandates.services.conversations import READINGS
from accede.modules.outcomes.events import THING as OUTCOME
from accede.modules.outcomes.queries.outcomes import outcomes_seen
from accede.modules.reporting.events import CONVERSATION as REPORT_CONVERSATION
from accede.modules.reporting.services.conversations import CONVERSATIONS
from accede.modules.treaties import events as treaties
from accede.modules.treaties.access import ACTS_IMPORT
from accede.modules.treaties.knowledge import Part
from accede.modules.treaties.queries import proposals
from accede.modules.treaties.services.following import marks_seen
from accede.modules.treaties.web.following import address_of_followed

THINGS = {
    "identity.grant": Thing(grants_seen, lambda _key: reverse("identity:grants")),
    "identity.proposal": Thing(proposals_seen, lambda _key: reverse("identity:work")),
    "identity.invitation": Thing(invitations_seen, lambda _key: reverse("identity:invitations")),
    treaties.FOLLOWED_ACTS: Thing(marks_seen, address_of_followed),
    "mandates.conversation": Thing(
        READINGS.seen, lambda key: f"{reverse('mandates:correction-list', args=[key])}#conversations"
    ),
    REPORT_CONVERSATION: Thing(
        CONVERSATIONS.seen, lambda key: f"{reverse('reporting:comments', args=[key])}#conversations"
    ),
    "mandates.mandate": Thing(mandates_seen, lambda key: reverse("mandates:mandate-detail", args=[key])),
    REQUEST: Thing(requests_seen, lambda key: reverse("assistance:request", args=[key])),
    CONSULTATION: Thing(consultations_seen, lambda key: reverse("coordination:consultation", args=[key])),
    OUTCOME: Thing(outcomes_seen, lambda key: reverse("outcomes:outcome", args=[key])),
    treaties.thing_of(Part.ACTS): Thing(
        partial(proposals.proposals_seen, part=Part.ACTS, permission=ACTS_IMPORT),
        lambda key: reverse("treaties:proposed-detail", args=[key]),
    ),
    treaties.thing_of(Part.TREATIES): Thing(
        partial(proposals.proposals_seen, part=Part.TREATIES, permission=TREATIES_IMPORT),
        lambda key: reverse("cooperation:proposed-detail", args=[key]),
    ),
}
