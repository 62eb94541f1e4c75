"""Ask for assistance as a list of tasks; register what came as a paper; attach files."""

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accede.foundation import clock
from accede.foundation.access import Refused, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.access.people import Scope
from accede.foundation.exports import Link
from accede.foundation.files import FileNotTaken
from accede.foundation.forms.base import FieldsForm, Form, answer_form, carry_out, form_page, sent
from accede.foundation.forms.tasks import Task, TaskList
from accede.foundation.pages.parameters import takes
from accede.foundation.problems import UnableTo
from accede.modules.assistance.access import REQUESTS_FILE, REQUESTS_HANDLE
from accede.modules.assistance.fields.requests import (
    INSTRUMENTS,
    LETTER,
    ORGANISATION,
    REGISTERED,
    WHAT,
    WHOM,
    WORDS,
    RequestFacts,
    paper_of,
    request_of,
)
from accede.modules.assistance.queries.beside import files_with
from accede.modules.assistance.queries.requests import request_visible_to, scopes_to_ask_for
from accede.modules.assistance.services.filing import (
    attach_file,
    begin_request,
    organisations_that_ask,
    register_request,
    send_request,
)
from accede.modules.assistance.web.parts import section
from accede.modules.assistance.web.requests import address_of
from accede.modules.assistance.words.instruments import instrument_names
from accede.modules.identity.queries.scopes import names_of

TASKS = (
    Task("what", gettext_lazy("What is asked"), WHAT),
    Task("whom", gettext_lazy("Who is to be helped, and when"), WHOM),
    Task("words", gettext_lazy("In your own words"), WORDS),
    Task("letter", gettext_lazy("The letter, if there is one"), LETTER),
)


class BeginForm(Form):
    """In whose name a request is begun."""

    owner = forms.ChoiceField(label=gettext_lazy("In whose name"))


class AttachForm(Form):
    """A file that is to be kept with a request."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "A scan or a picture of the letter, or another file: PDF, PNG, JPEG, Word, Excel, text."
        ),
    )


@opens_to(REQUESTS_FILE)
@takes()
def new(request: HttpRequest) -> HttpResponse:
    """Begin a request in the name of a State or an organisation."""
    actor = actor_of(request)
    scopes = scopes_to_ask_for(actor)
    names = names_of(scopes)
    form = BeginForm(sent(request))
    form.fields["owner"].choices = [(str(one), names.get(one, one.value)) for one in scopes]  # type: ignore[attr-defined]

    def act() -> str:
        asked = begin_request(Scope.read(form.cleaned_data["owner"]), by=actor, at=clock.now())
        return reverse("assistance:tasks", args=[asked])

    context = {
        **section(request),
        "title": _("Ask for assistance"),
        "lede": _("Four short tasks. What you write is kept for 90 days, so that you can stop and go on another day."),
        "button": _("Begin"),
    }
    return answer_form(request, form, act, context)


@opens_to(REQUESTS_FILE)
@takes()
def tasks(request: HttpRequest, asked: int) -> HttpResponse:
    """Show the tasks of a request that is being written; send it."""
    found, listed = _draft(request, asked)
    form = Form(sent(request))

    def act() -> str:
        send_request(asked, request_of(listed.given(request)), by=actor_of(request), at=clock.now())
        listed.forget(request)
        return address_of(asked)

    done = carry_out(request, form, act, done=_("The request is sent to the programme."))
    if done is not None:
        return done
    context = {
        **section(request),
        "title": _("Ask for assistance"),
        "lede": found.requester,
        "tasks": listed.shown(request, lambda task: reverse("assistance:task", args=[asked, task.key])),
        "files": [(one, reverse("files:file", args=[one.id])) for one in files_with(actor_of(request), asked)],
        "attach": reverse("assistance:attach", args=[asked]),
        "button": _("Send the request"),
    }
    return form_page(request, form, "assistance/tasks.html", context)


@opens_to(REQUESTS_FILE)
@takes()
def task(request: HttpRequest, asked: int, task: str) -> HttpResponse:
    """Show one task; keep what was written, whatever it is, and lead back where all of it is right."""
    _found, listed = _draft(request, asked)
    wanted = or_refuse(next((one for one in listed.tasks if one.key == task), None))
    form = listed.form(request, wanted)
    back = reverse("assistance:tasks", args=[asked])
    if request.method == "POST":
        listed.save(request, wanted)
        if form.is_valid() or "later" in request.POST:
            return HttpResponseRedirect(back)
    context = {
        **section(request),
        "title": str(wanted.title),
        "button": _("Save and go on"),
        "back": Link(_("The list of tasks"), back),
    }
    return form_page(request, form, "assistance/task.html", context)


@opens_to(REQUESTS_HANDLE)
@takes()
def register(request: HttpRequest) -> HttpResponse:
    """Register a request that came as a paper."""
    actor = actor_of(request)
    choices = {
        INSTRUMENTS.key: instrument_names(),
        ORGANISATION.key: {"": _("No organisation"), **organisations_that_ask(actor, on=clock.now())},
    }
    form = FieldsForm(REGISTERED, request, choices=choices)

    def act() -> str:
        given = form.given
        return address_of(register_request(paper_of(given), request_of(given), by=actor, at=clock.now()))

    context = {
        **section(request),
        "title": _("Register a request that came as a paper"),
        "lede": _("It gets its number at once. The paper itself is attached on its page."),
        "button": _("Register the request"),
    }
    done = _("The request is registered. Attach the paper by which it came.")
    return answer_form(request, form, act, context, done=done)


@opens_to(REQUESTS_FILE, REQUESTS_HANDLE)
@takes()
def attach(request: HttpRequest, asked: int) -> HttpResponse:
    """Attach a file to a request."""
    actor = actor_of(request)
    found = or_refuse(request_visible_to(actor, asked))
    if not (can(actor, REQUESTS_FILE, on=found.owner) or can(actor, REQUESTS_HANDLE, on=found.owner)):
        raise Refused
    form = AttachForm(sent(request), request.FILES or None)

    def act() -> str:
        file = form.cleaned_data["file"]
        try:
            attach_file(asked, file.file, name=file.name, by=actor, at=clock.now())
        except FileNotTaken as refused:
            raise UnableTo({"file": " ".join(refused.problems)}) from None
        return reverse("assistance:tasks", args=[asked]) if found.state == "draft" else address_of(asked)

    context = {
        **section(request),
        "title": _("Attach a file"),
        "lede": found.called,
        "button": _("Attach"),
        "back": Link(_("Leave it as it is"), address_of(asked)),
    }
    return answer_form(request, form, act, context)


def _draft(request: HttpRequest, asked: int) -> tuple[RequestFacts, TaskList]:
    """Return a request that the reader is writing, with its tasks."""
    found = or_refuse(request_visible_to(actor_of(request), asked))
    if found.state != "draft" or not can(actor_of(request), REQUESTS_FILE, on=found.owner):
        raise Refused
    return found, TaskList(f"request:{asked}", TASKS, {INSTRUMENTS.key: instrument_names()})


urlpatterns = [
    path("new/", new, name="new"),
    path("register/", register, name="register"),
    path("<int:asked>/tasks/", tasks, name="tasks"),
    path("<int:asked>/tasks/<slug:task>/", task, name="task"),
    path("<int:asked>/attach/", attach, name="attach"),
]
