"""What notices can be about: of each kind, who may see a thing now, and where it is shown. A module adds its own."""

from django.urls import reverse

from accede.foundation.outbox.things import Thing
from accede.modules.identity.queries.mailboxes import grants_seen, invitations_seen, proposals_seen
from accede.modules.mandates.queries.mandates import mandates_seen

THINGS = {
    "identity.grant": Thing(grants_seen, lambda _key: reverse("identity:grants")),
    "identity.proposal": Thing(proposals_seen, lambda _key: reverse("identity:work")),
    "identity.invitation": Thing(invitations_seen, lambda _key: reverse("identity:invitations")),
    "mandates.mandate": Thing(mandates_seen, lambda key: reverse("mandates:mandate-detail", args=[key])),
}
