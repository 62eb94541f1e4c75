"""What the pages of assessments have in common: the tabs, and forms that take a document."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import get_language, pgettext
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Permission, Scope, can
from accede.foundation.access.acting import actor_of
from accede.foundation.access.tabs import tabs_for
from accede.foundation.fields import Field
from accede.foundation.forms.base import FieldsForm
from accede.modules.assessments.access import ASSESSMENTS_READ, NEEDS_SHARED
from accede.modules.assessments.services.documents import FIELD, Document
from accede.modules.identity.queries.scopes import state_names
from accede.modules.treaties.queries.instruments import all_instruments


def section(request: HttpRequest, current: str) -> dict[str, object]:
    """Return what the pages of assessments have in common: the tabs that open to the reader."""
    parts = (
        ("assessments:assessments", _("Visits and desk reviews"), (ASSESSMENTS_READ,)),
        ("assessments:consents", _("Consents"), (ASSESSMENTS_READ,)),
        ("assessments:needs", pgettext("assessments", "Needs"), (ASSESSMENTS_READ,)),
        ("assessments:shared-needs", _("Needs shared with us"), (NEEDS_SHARED,)),
    )
    return {"tabs": tabs_for(request, parts, f"assessments:{current}"), "tabs_label": _("Assessments")}


class DocumentForm(FieldsForm):
    """A form of declared fields that takes a document too."""

    def __init__(self, fields: Sequence[Field[Any]], request: HttpRequest, *, label: str, **options: Any) -> None:
        super().__init__(fields, request, **options)
        self.files = request.FILES if request.method == "POST" else self.files
        self.fields[FIELD] = forms.FileField(
            label=label, required=False, help_text=_("PDF, Word, a picture or a text.")
        )

    @property
    def document(self) -> Document | None:
        """What was brought."""
        upload = self.cleaned_data.get(FIELD)
        return Document(upload.file, upload.name) if upload else None


def states_for(request: HttpRequest, permission: Permission) -> dict[str, str]:
    """Return the States for which the reader holds a permission, by code and name, for a form."""
    actor, names = actor_of(request), state_names(on=clock.today())
    found = {code: f"{name} ({code})" if name else code for code, name in names.items()}
    return {
        "": _("Choose"),
        **{code: words for code, words in found.items() if can(actor, permission, on=Scope("state", code))},
    }


def instruments_for() -> dict[str, str]:
    """Return the instruments, by key and short title, for a form."""
    language = get_language() or "en"
    return {key: one.title(language).short for key, one in all_instruments().items()}
