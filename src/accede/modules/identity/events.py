"""What can happen to people, organisations and grants, each with the sentence that tells it.

No event holds a name or an address: people are kept by key, so that a name can be taken out and the record holds.
"""

from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.access import Scope
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.audit import EventType, Subject
from accede.foundation.fields import Named
from accede.foundation.outbox.notices import NoticeType
from accede.modules.identity.fields.organisations import ENDED_IN_RECORD, ROLES_SINCE, STATED

MAY_INVITE = Named("coordinator", _("May invite others into the organisation"))

PERSON_JOINED = EventType("identity.person-joined", _("%(who)s opened an account."))
ACCOUNT_CHANGED = EventType(
    "identity.account-changed",
    _("%(who)s changed the account."),
    fields=(
        Named("name", pgettext_lazy("person", "Name")),
        Named("language", _("Language"), dict(settings.LANGUAGES)),
        Named("time_zone", _("Time zone")),
    ),
)
ADDRESS_CHANGED = EventType("identity.address-changed", _("%(who)s changed the address with which they sign in."))
ACCOUNT_CLOSED = EventType(
    "identity.account-closed", _("%(who)s closed the account of %(person)s, because: %(because)s")
)
ACCOUNT_REOPENED = EventType("identity.account-reopened", _("%(who)s opened a closed account again, by an invitation."))
PERSON_PSEUDONYMISED = EventType(
    "identity.person-pseudonymised", _("%(who)s took the name out of the account of %(person)s.")
)
DATA_EXPORTED = EventType("identity.data-exported", _("%(who)s exported their own data."), is_reading=True)
RECORD_OPENED = EventType("identity.record-opened", _("%(who)s looked at the record."), is_reading=True)

SIGNED_IN = EventType("identity.signed-in", _("%(who)s signed in."))
SIGNED_OUT_EVERYWHERE = EventType("identity.signed-out-everywhere", _("%(who)s ended all their sessions."))
STANDPOINT_CHOSEN = EventType("identity.standpoint-chosen", _("%(who)s went over to acting for %(organisation)s."))
PASSWORD_CHANGED = EventType("identity.password-changed", _("%(who)s set a new password."))
PASSKEY_ADDED = EventType("identity.passkey-added", _("%(who)s added a passkey."))
PASSKEY_REMOVED = EventType("identity.passkey-removed", _("%(who)s removed a passkey."))
APP_ADDED = EventType("identity.app-added", _("%(who)s added an authenticator app."))
APP_REMOVED = EventType("identity.app-removed", _("%(who)s removed the authenticator app."))
CODES_MADE = EventType("identity.codes-made", _("%(who)s had recovery codes made."))
CODES_REMOVED = EventType("identity.codes-removed", _("%(who)s had the recovery codes removed."))

_OF_AN_ORGANISATION = (*(field.named for field in STATED), ROLES_SINCE)
ORGANISATION_RECORDED = EventType(
    "identity.organisation-recorded",
    _("%(who)s recorded the organisation %(organisation)s."),
    fields=_OF_AN_ORGANISATION,
)
ORGANISATION_CHANGED = EventType(
    "identity.organisation-changed",
    _("%(who)s changed what is recorded of the organisation %(organisation)s."),
    fields=_OF_AN_ORGANISATION,
)
ORGANISATION_ENDED = EventType(
    "identity.organisation-ended",
    _("%(who)s recorded that the organisation %(organisation)s has ended."),
    fields=ENDED_IN_RECORD,
)
MEMBERSHIP_BEGUN = EventType(
    "identity.membership-begun",
    _("%(who)s recorded that %(person)s acts for %(organisation)s, from %(since)s."),
    fields=(MAY_INVITE,),
)
MEMBERSHIP_ENDED = EventType(
    "identity.membership-ended",
    _("%(who)s recorded that %(person)s no longer acts for %(organisation)s, from %(since)s."),
)

_OF_AN_INVITATION = (Named("role", _("Role")), MAY_INVITE)
INVITATION_SENT = EventType("identity.invitation-sent", _("%(who)s invited a person."), fields=_OF_AN_INVITATION)
INVITATION_REVOKED = EventType(
    "identity.invitation-revoked", _("%(who)s took an invitation back."), fields=_OF_AN_INVITATION
)
INVITATION_ACCEPTED = EventType(
    "identity.invitation-accepted", _("%(who)s accepted an invitation."), fields=_OF_AN_INVITATION
)

_UNTIL = (Named("until", _("Until")),)
GRANT_PROPOSED = EventType(
    "identity.grant-proposed",
    _("%(who)s proposed the role %(role)s (%(scope)s) for %(person)s, because: %(because)s"),
    fields=_UNTIL,
)
GRANT_GIVEN = EventType(
    "identity.grant-given",
    _("%(who)s gave %(person)s the role %(role)s (%(scope)s), because: %(because)s"),
    fields=_UNTIL,
)
GRANT_CONFIRMED = EventType(
    "identity.grant-confirmed",
    _("%(who)s confirmed the role %(role)s (%(scope)s) for %(person)s."),
    fields=_UNTIL,
)
GRANT_ENDED = EventType(
    "identity.grant-ended",
    _("%(who)s ended the role %(role)s (%(scope)s) of %(person)s, because: %(because)s"),
    fields=_UNTIL,
)

BOUNCE_NOTED = EventType("identity.bounce-noted", _("%(who)s noted that letters to an address came back."))

ROLE_GIVEN = NoticeType("identity.role-given", _("You now hold the role %(role)s."), thing="identity.grant")
ROLE_ENDED = NoticeType(
    "identity.role-ended", _("You no longer hold the role %(role)s, because: %(because)s"), thing="identity.grant"
)
ROLE_ENDS_SOON = NoticeType("identity.role-ends-soon", _("Your role %(role)s ends on %(day)s."), thing="identity.grant")
ROLE_PROPOSED = NoticeType(
    "identity.role-proposed",
    _("The role %(role)s for %(person)s waits for your confirmation."),
    thing="identity.proposal",
)
INVITATION_TAKEN_UP = NoticeType(
    "identity.invitation-taken-up", _("%(person)s accepted your invitation."), thing="identity.invitation"
)
INVITATION_ENDS_SOON = NoticeType(
    "identity.invitation-ends-soon",
    _("An invitation that you sent has not been accepted, and ends on %(day)s."),
    thing="identity.invitation",
)


def letter_about(invitation: UUID) -> str:
    """Return the mark of the letter of an invitation."""
    return f"invitation:{invitation}"


def person_subject(person: UUID) -> Subject:
    """Return a person as the thing that an event is about; they read their own timeline."""
    return Subject("person", str(person), readers=(person,))


def organisation_subject(organisation: UUID) -> Subject:
    """Return an organisation as the thing that an event is about; whoever acts for it reads its timeline."""
    return Subject("organisation", str(organisation), owner=Scope(ORGANISATION, str(organisation)))


def invitation_subject(invitation: UUID, *, organisation: UUID | None) -> Subject:
    """Return an invitation as the thing that an event is about."""
    if organisation is None:
        return Subject("invitation", str(invitation))
    return Subject("invitation", str(invitation), owner=Scope(ORGANISATION, str(organisation)))
