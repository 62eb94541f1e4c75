"""What the pages of laws have in common: the tabs, the form with a file, the States to choose from."""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Scope, can
from accede.foundation.access.acting import actor_of
from accede.foundation.access.tabs import tabs_for
from accede.foundation.forms.base import FieldsForm
from accede.modules.identity.queries.scopes import state_names
from accede.modules.legislation.access import LAWS_KEEP, LAWS_READ
from accede.modules.legislation.fields.laws import STATE, STATED
from accede.modules.legislation.services.importing import FIELD, LawFile


def section(request: HttpRequest, current: str) -> dict[str, object]:
    """Return what the pages of laws have in common: the tabs that open to the reader."""
    parts = (
        ("legislation:laws", _("Laws"), (LAWS_READ,)),
        ("legislation:reviews", _("Reviews"), (LAWS_READ,)),
    )
    return {"tabs": tabs_for(request, parts, f"legislation:{current}"), "tabs_label": _("Laws")}


class LawForm(FieldsForm):
    """The form by which a law is brought in with its file."""

    def __init__(self, request: HttpRequest, **options: Any) -> None:
        super().__init__(STATED, request, choices={STATE.key: _states_for(request)}, **options)
        self.files = request.FILES if request.method == "POST" else self.files
        self.fields[FIELD] = forms.FileField(
            label=_("The text of the law"),
            required=False,
            help_text=_("Text, HTML, Word, PDF with a text layer, or JSON of an official publisher."),
        )

    @property
    def file(self) -> LawFile | None:
        """What was brought."""
        upload = self.cleaned_data.get(FIELD)
        return LawFile(upload.file, upload.name) if upload else None


def _states_for(request: HttpRequest) -> dict[str, str]:
    actor, names = actor_of(request), state_names(on=clock.today())
    found = {code: f"{name} ({code})" if name else code for code, name in names.items()}
    return {
        "": _("Choose"),
        **{code: words for code, words in found.items() if can(actor, LAWS_KEEP, on=Scope("state", code))},
    }
