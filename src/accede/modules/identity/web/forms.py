"""Forms of people, organisations, invitations and grants; what is right is decided by the services."""

from types import SimpleNamespace
from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.forms.base import Form, ListsProblems
from accede.modules.identity.web.form_words import choices

_NOT_A_DAY = _("This is not a day. Write it as year-month-day, for example 2026-11-24.")


class AcceptForm(Form):
    """Name, language, and a password unless a passkey is set next."""

    name = forms.CharField(label=_("Your name"), widget=forms.TextInput(attrs={"autocomplete": "name"}), max_length=200)
    language = forms.ChoiceField(label=_("Your language"), choices=settings.LANGUAGES)
    password = forms.CharField(
        label=_("Password"),
        help_text=_("At least 12 characters. Leave it empty to use a passkey only."),
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, about: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._about = about
        self.fields["name"].error_messages["required"] = _("Write your name.")

    def clean_password(self) -> str:
        """Hold a password against the rules for passwords; it must not be the name or the address."""
        password: str = self.cleaned_data["password"]
        if password:
            validate_password(password, SimpleNamespace(email=self._about, name=self.cleaned_data.get("name", "")))  # type: ignore[arg-type]  # (there is no account yet)
        return password


class AccountForm(Form):
    """One's own name, language and time zone."""

    name = forms.CharField(
        label=pgettext_lazy("person", "Name"), widget=forms.TextInput(attrs={"autocomplete": "name"}), required=False
    )
    language = forms.ChoiceField(label=_("Language"), choices=settings.LANGUAGES)
    time_zone = forms.ChoiceField(label=_("Time zone"))

    def __init__(self, *args: Any, time_zones: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["time_zone"].choices = [(zone, zone.replace("_", " ")) for zone in time_zones]  # type: ignore[attr-defined]  # (a field of choices)


class AddressForm(Form):
    """The address with which somebody wants to sign in."""

    email = forms.CharField(
        label=_("New e-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        required=False,
        max_length=254,
    )


class BounceForm(Form):
    """The address whose letters came back."""

    email = forms.CharField(label=_("E-mail address"), required=False, max_length=254)
    because = forms.CharField(
        label=_("What the letter that came back says"),
        help_text=_("For example 5.1.1, unknown user. May be left empty."),
        required=False,
        max_length=40,
    )


class InviteForm(Form):
    """Whom to invite."""

    email = forms.CharField(
        label=_("E-mail address"),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
        required=False,
        max_length=254,
    )
    name = forms.CharField(label=_("Name, if it is known"), required=False, max_length=200)
    language = forms.ChoiceField(label=_("Language of the invitation"), choices=settings.LANGUAGES, required=False)
    organisation = forms.TypedChoiceField(label=_("Organisation for which the person acts"), required=False)
    is_coordinator = forms.BooleanField(label=_("This person may invite others into the organisation"), required=False)

    def __init__(self, *args: Any, organisations: list[tuple[str, str]], may_leave_out: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        empty = str(_("No organisation")) if may_leave_out else None
        self.fields["organisation"].choices = choices(organisations, empty=empty)  # type: ignore[attr-defined]  # (a field of choices)


class GrantForm(Form):
    """A role for somebody."""

    role = forms.ChoiceField(label=_("Role"), required=False)
    scope_kind = forms.ChoiceField(label=_("Over what it reaches"), required=False)
    # No field of choices: that it is one of them the service checks, with all else that is wrong.
    scope_key = forms.CharField(
        label=_("Which one"),
        help_text=_("The State, the organisation or the theme. None for everything."),
        required=False,
        widget=forms.Select,
    )
    valid_from = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    valid_until = forms.DateField(
        label=_("Until (the first day on which it no longer counts)"),
        widget=forms.DateInput(attrs={"type": "date"}),
        required=False,
    )
    organisation = forms.ChoiceField(label=_("Counts while acting for"), required=False)
    because = forms.CharField(label=_("Reason"), required=False, max_length=500)

    def __init__(
        self,
        *args: Any,
        roles: list[tuple[str, str]],
        scope_kinds: list[tuple[str, str]],
        scopes: list[tuple[str, list[tuple[str, str]]]],
        organisations: list[tuple[str, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = roles  # type: ignore[attr-defined]  # (a field of choices)
        self.fields["scope_kind"].choices = scope_kinds  # type: ignore[attr-defined]  # (a field of choices)
        self.fields["scope_key"].widget = forms.Select(choices=[("", str(_("Everything"))), *scopes])
        self.fields["organisation"].choices = choices(organisations, empty=str(_("Whomever they act for")))  # type: ignore[attr-defined]  # (a field of choices)
        self.fields["valid_from"].error_messages |= {
            "invalid": _NOT_A_DAY,
            "required": _("Write from which day it counts."),
        }
        self.fields["valid_until"].error_messages["invalid"] = _NOT_A_DAY


class ReasonForm(Form):
    """Why something ends."""

    because = forms.CharField(label=_("Reason"), required=False, max_length=500)


class MemberForm(Form):
    """Who is to act for an organisation."""

    person = forms.ChoiceField(label=_("Person"))
    valid_from = forms.DateField(label=_("From"), widget=forms.DateInput(attrs={"type": "date"}))
    is_coordinator = forms.BooleanField(label=_("This person may invite others into the organisation"), required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]  # (a field of choices)
        self.fields["valid_from"].error_messages |= {
            "invalid": _NOT_A_DAY,
            "required": _("Write from which day it counts."),
        }


class RecordForm(ListsProblems, forms.Form):
    """Which events of the record are wanted."""

    person = forms.ChoiceField(label=_("Who"), required=False)
    key = forms.ChoiceField(label=_("What happened"), required=False)
    since = forms.DateField(label=_("From"), required=False, widget=forms.DateInput(attrs={"type": "date"}))
    until = forms.DateField(label=_("Until"), required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, people: list[tuple[str, str]], kinds: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = choices(people, empty=str(_("Everybody")))  # type: ignore[attr-defined]  # (a field of choices)
        self.fields["key"].choices = choices(kinds, empty=str(_("Everything")))  # type: ignore[attr-defined]  # (a field of choices)
        for name in ("since", "until"):
            self.fields[name].error_messages["invalid"] = _NOT_A_DAY
