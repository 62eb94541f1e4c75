"""Forms of signing in and of passwords: allauth's work, our words."""

from typing import Any

from allauth.account import forms as library
from allauth.account.adapter import get_adapter
from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from accede.foundation.forms.base import ListsProblems
from accede.modules.identity.queries.signing_in import account_with_address, ask_as_for_a_token
from accede.modules.identity.web.form_words import with_words

_PASSWORD_HINT = _("At least 12 characters. A sentence that only you would think of is easy to keep and hard to guess.")
_TWO_DIFFER = _("The two passwords are not the same. Write the new password twice.")


class SignInForm(ListsProblems, library.LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_words(self, {"login": _("E-mail address"), "password": _("Password")})
        self.fields.pop("remember", None)
        self.fields["login"].widget = forms.EmailInput(attrs={"autocomplete": "username webauthn"})
        self.fields["login"].error_messages["required"] = _("Write your e-mail address.")
        self.fields["password"].error_messages["required"] = _("Write your password.")


class ForgottenPasswordForm(ListsProblems, library.ResetPasswordForm):
    """The address to which a link for a new password is to be sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_words(self, {"email": _("E-mail address")})
        self.fields["email"].widget = forms.EmailInput(attrs={"autocomplete": "username"})
        self.fields["email"].error_messages |= {
            "required": _("Write your e-mail address."),
            "invalid": _("Write an e-mail address, such as name@example.org."),
        }

    def clean_email(self) -> str:
        """Look for the open account of the address, by one question whatever the answer."""
        email = str(self.cleaned_data["email"]).lower()
        found = account_with_address(email)
        self.users = [found] if found else []
        return email

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Send a letter in any case, so that neither the page nor the time it takes tells who has an account."""
        email = str(self.cleaned_data["email"])
        if self.users:
            return str(super().save(request, **kwargs))
        ask_as_for_a_token(email)
        get_adapter(request).send_mail("account/email/unknown_account", email, {})
        return email


class _TwoNewPasswords(ListsProblems):
    """A new password, twice."""

    def clean(self) -> dict[str, Any]:
        """Compare the two, in our words."""
        cleaned: dict[str, Any] = forms.Form.clean(self) or {}
        first, second = cleaned.get("password1"), cleaned.get("password2")
        if first and second and first != second:
            self.add_error("password2", _TWO_DIFFER)
        return cleaned


class NewPasswordForm(_TwoNewPasswords, library.ResetPasswordKeyForm):
    """A new password, by a link that was sent."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _new_password_words(self)


class SetPasswordForm(_TwoNewPasswords, library.SetPasswordForm):
    """A first password, for somebody who has signed in without one until now."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _new_password_words(self)


class ChangePasswordForm(_TwoNewPasswords, library.ChangePasswordForm):
    """The present password and a new one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_words(self, {"oldpassword": _("Present password")})
        _new_password_words(self)


class ConfirmPasswordForm(ListsProblems, library.ReauthenticateForm):
    """The password once more, before something that matters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        with_words(self, {"password": _("Password")})
        self.fields["password"].error_messages["required"] = _("Write your password.")


def _new_password_words(form: forms.BaseForm) -> None:
    with_words(
        form,
        {"password1": _("New password"), "password2": _("New password, once more")},
        {"password1": _PASSWORD_HINT},
    )
    form.fields["password1"].error_messages["required"] = _("Write a new password.")
    form.fields["password2"].error_messages["required"] = _("Write the new password once more.")
