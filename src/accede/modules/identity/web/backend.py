"""Who signs in by address and password: the database is asked the same, whoever has an account."""

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.base_user import AbstractBaseUser

from accede.modules.identity.queries.signing_in import anybody_with_address


class ByAddress(AuthenticationBackend):
    """Looks for the one person with an address by one question; the library asks another one where there is nobody."""

    def _authenticate_by_email(self, email: str, password: str) -> AbstractBaseUser | None:
        found: AbstractBaseUser | None = self._check_password(anybody_with_address(email), password)
        return found
