"""The page of an office's templates: what each is for, the fields that it may name, the ones in use, and a new one."""

from typing import cast

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.foundation import clock
from accede.foundation.access import ALL, can, opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.access.deciding import Refused
from accede.foundation.documents.templates.access import TEMPLATES_KEEP, TEMPLATES_USE
from accede.foundation.documents.templates.keeping import keep_template, template_bytes, templates_in_use
from accede.foundation.documents.templates.kinds import template_kind, template_kinds
from accede.foundation.documents.writing import DocumentFormat
from accede.foundation.files import FileNotTaken
from accede.foundation.files.access import FILES_DELETE
from accede.foundation.forms.base import Form
from accede.foundation.pages.parameters import takes


class TemplateForm(Form):
    """A template that is to be put into use."""

    kind = forms.ChoiceField(label=gettext_lazy("What it is for"))
    language = forms.ChoiceField(label=gettext_lazy("Language"), choices=settings.LANGUAGES)
    file = forms.FileField(label=gettext_lazy("File"), help_text=gettext_lazy("A file of Word (.docx), at most 5 MB."))

    def __init__(self, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        choices = [(kind.key, str(kind.label)) for kind in template_kinds()]
        cast("forms.ChoiceField", self.fields["kind"]).choices = choices


@opens_to(TEMPLATES_USE, TEMPLATES_KEEP)
@takes()
def templates(request: HttpRequest) -> HttpResponse:
    """Show the templates; put one into use."""
    actor = actor_of(request)
    may_keep = can(actor, TEMPLATES_KEEP, on=ALL)
    if request.method == "POST" and not may_keep:
        raise Refused
    form = TemplateForm(request.POST or None, request.FILES or None)
    wrong: tuple[str, ...] = ()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        kind = template_kind(given["kind"])
        assert kind is not None, "a choice of the form"  # noqa: S101  (for mypy)
        try:
            file, name = given["file"], given["file"].name
            keep_template(file.file, name=name, kind=kind, language=given["language"], by=actor, at=clock.now())
        except FileNotTaken as refused:
            wrong = refused.problems
        else:
            messages.success(request, _("The template is in use: %(name)s") % {"name": name})
            return HttpResponseRedirect(request.path)
    kinds = template_kinds()
    in_use = templates_in_use(actor, kinds)
    context = {
        "form": form,
        "wrong": wrong,
        "may_keep": may_keep,
        "may_delete": can(actor, FILES_DELETE),
        "kinds": [(kind, in_use[kind.key]) for kind in kinds],
    }
    return render(request, "documents/templates.html", context, status=400 if wrong or form.errors else 200)


@opens_to(TEMPLATES_USE, TEMPLATES_KEEP)
@takes()
def template_file(request: HttpRequest, kind: str, language: str) -> HttpResponse:
    """Send the template in use, to be changed in Word."""
    found = template_kind(kind)
    if found is None or language not in dict(settings.LANGUAGES):
        raise Refused
    body = template_bytes(found, language, actor=actor_of(request))
    response = HttpResponse(body, content_type=DocumentFormat.DOCX.media_type)
    name = f"{found.key}-{language}.docx"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response.headers["Cache-Control"] = "private, no-store"
    return response


app_name = "documents"
urlpatterns = [
    path("templates/", templates, name="templates"),
    path("templates/<slug:kind>/<slug:language>/", template_file, name="template-file"),
]
