"""Forms of the second factor: allauth's work, our words."""

from typing import Any

from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import forms as library
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.contrib.auth.base_user import AbstractBaseUser
from django.utils.translation import gettext_lazy as _

from accede.foundation.forms.base import ListsProblems
from accede.modules.identity.services.one_time_codes import note_used, was_used_up
from accede.modules.identity.web.form_words import with_words

_CODE_ATTRIBUTES = {"autocomplete": "one-time-code", "inputmode": "numeric"}


class _WithCode(ListsProblems):
    """A form in which a code is written."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_words(
            self, {"code": _("Code")}, {"code": _("Six digits from your authenticator app, or a recovery code.")}
        )
        self.fields["code"].widget.attrs |= _CODE_ATTRIBUTES
        self.fields["code"].error_messages["required"] = _("Write the code.")


class _OnceOnly(_WithCode):
    """A form in which a code of an authenticator app counts once."""

    user: AbstractBaseUser
    authenticator: Authenticator

    def clean_code(self) -> str:
        """Refuse a code that has let somebody in before, in the words for a wrong one."""
        if was_used_up(self.user.pk, self.cleaned_data["code"]):
            raise get_adapter().validation_error("incorrect_code")
        code: str = super().clean_code()  # type: ignore[misc]  # (of the library's form beside this one)
        note_used(self.authenticator, code)
        return code


class CodeForm(_OnceOnly, library.AuthenticateForm):
    """The code, while signing in."""


class ConfirmCodeForm(_OnceOnly, library.ReauthenticateForm):
    """The code once more, before something that matters."""


class ActivateAppForm(_WithCode, ActivateTOTPForm):
    """The first code of an authenticator app."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].help_text = _("Six digits that the app shows after it has read the picture.")


class AddPasskeyForm(ListsProblems, AddWebAuthnForm):
    """A new passkey: always one with which its holder can sign in alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_words(
            self,
            {"name": _("Name of this passkey")},
            {"name": _("For your own list, for example “Office computer”.")},
        )
        self.fields.pop("passwordless", None)
        self.fields["credential"].widget = forms.HiddenInput(attrs={"id": "passkey-credential"})
        self.fields["credential"].error_messages["required"] = _("The passkey was not made. Try again.")
