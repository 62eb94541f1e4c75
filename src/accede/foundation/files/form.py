"""A form of declared fields that takes a document too."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _

from accede.foundation.fields import Field
from accede.foundation.files.documents import FIELD, Document
from accede.foundation.forms.base import FieldsForm


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
