"""What may be done with people, organisations and grants."""

from django.utils.translation import gettext_lazy as _

from accede.foundation.access import Permission

PEOPLE_READ = Permission(
    "identity.people-read", _("See all people and the organisations for which they act"), changes=False
)
PEOPLE_INVITE = Permission("identity.people-invite", _("Invite people and take invitations back"))
PEOPLE_CLOSE = Permission("identity.people-close", _("Close an account and take a person’s name out of it"))
ORGANISATIONS_RECORD = Permission("identity.organisations-record", _("Record organisations and who acts for them"))
LETTERS_READ = Permission("identity.letters-read", _("See which letters were not delivered, and why"), changes=False)
LETTERS_NOTE = Permission("identity.letters-note", _("Note that a letter came back"))
GRANTS_READ = Permission("identity.grants-read", _("See who holds which role, and why"), changes=False)
GRANTS_GIVE = Permission("identity.grants-give", _("Give, confirm and end roles"))
