"""Forms of the second factor: allauth's work, our words."""

from typing import Any

from allauth.mfa.base import forms as library
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.utils.translation import gettext_lazy as _

from accede.foundation.forms.base import ListsProblems
from accede.modules.identity.web.telling import with_words

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


class CodeForm(_WithCode, library.AuthenticateForm):
    """The code, while signing in."""


class ConfirmCodeForm(_WithCode, library.ReauthenticateForm):
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
