"""People who sign in through the OpenID Connect provider of their own organisation."""

from allauth.socialaccount.models import SocialLogin
from django.db import transaction

from accede.modules.identity.models import Person


@transaction.atomic
def connect_partner_account(login: SocialLogin, *, email: str) -> bool:
    """Connect the provider's key with the open account of this verified address; return whether there is one."""
    person = Person.objects.select_for_update().filter(email__iexact=email.strip(), is_active=True).first()
    if person is None:
        return False
    login.user = person
    login.account.user = person
    login.account.save()
    return True
