"""A stored file as an answer, for who may have it; and deleting it."""

from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext_lazy as _

from accede.foundation import clock
from accede.foundation.access import PUBLIC, Refused, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.files.access import FILES_DELETE
from accede.foundation.files.keeping import is_kept
from accede.foundation.files.sending import send
from accede.foundation.files.storing import FileFacts, delete_file, file_for, note_opened
from accede.foundation.forms.base import Form
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo


class DeleteForm(Form):
    """Why a file is deleted."""

    because = forms.CharField(label=_("Reason"), required=False, max_length=500)


@opens_to(PUBLIC)
@takes()
def stored_file(request: HttpRequest, file: UUID) -> HttpResponseBase:
    """Send a file."""
    found = _found(request, file)
    note_opened(found.id, by=actor_of(request), at=clock.now())
    return send(found.sha256, kind=found.kind, name=found.name)


@opens_to(FILES_DELETE)
@takes()
def delete(request: HttpRequest, file: UUID) -> HttpResponse:
    """Ask why, then delete a file."""
    found = _found(request, file)
    form = DeleteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            delete_file(found.id, because=form.cleaned_data["because"], by=actor_of(request), at=clock.now())
        except UnableTo as error:
            form.add_problems(error.problems)
        else:
            return render(request, "files/delete.html", {"file": found, "is_deleted": True})
    return render(request, "files/delete.html", {"form": form, "file": found, "is_deleted": False})


def _found(request: HttpRequest, file: UUID) -> FileFacts:
    found = file_for(actor_of(request), file)
    if found is None or not is_kept(found.sha256):
        raise Refused
    return found


app_name = "files"
urlpatterns = [
    path("files/<uuid:file>/", stored_file, name="file"),
    path("files/<uuid:file>/delete/", delete, name="delete"),
]
