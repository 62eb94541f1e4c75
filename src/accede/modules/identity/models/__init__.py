"""Tables of the identity module."""

from accede.modules.identity.models.grants import Grant
from accede.modules.identity.models.invitations import Invitation, SignInLink
from accede.modules.identity.models.memberships import Membership
from accede.modules.identity.models.organisations import Organisation, OrganisationRole
from accede.modules.identity.models.people import Person

__all__ = ["Grant", "Invitation", "Membership", "Organisation", "OrganisationRole", "Person", "SignInLink"]
