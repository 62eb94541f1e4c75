"""Tokens of links for a new password; for ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR."""

from allauth.account.forms import EmailAwarePasswordResetTokenGenerator
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.http import base36_to_int

from accede.foundation import clock


class ResetTokens(EmailAwarePasswordResetTokenGenerator):
    """Tokens that are refused, too, when they come from a time that is still to come: the clock was set back."""

    def check_token(self, user: AbstractBaseUser | None, token: str | None) -> bool:
        """Return whether the token is whole, the person's, and of the last two hours."""
        if not super().check_token(user, token):
            return False
        made = base36_to_int(str(token).partition("-")[0])
        return bool(made - self._num_seconds(self._now()) <= clock.MAY_DIFFER.total_seconds())
