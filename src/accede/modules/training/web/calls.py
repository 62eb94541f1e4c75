"""Calls for nominations as a State's authority sees them: the list, one of them, nominating, bringing in a list."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.forms.base import FieldsForm, answer_form
from accede.foundation.imports import Bringing, Outcome
from accede.foundation.imports.bringing import Brought
from accede.foundation.imports.page import ImportPage, Wording
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.modules.training.access import OFFICIALS_NOMINATE, TRAINING_KEEP, TRAINING_READ
from accede.modules.training.fields.codes import FUNCTIONS, LANGUAGES, STANDINGS
from accede.modules.training.fields.events import CALL_SHOWN, CALL_TITLE, CallFacts
from accede.modules.training.fields.people import FUNCTION, LANGUAGE, STATED, nomination_of
from accede.modules.training.queries.events import call_visible_to, calls_visible_to
from accede.modules.training.queries.people import participants_of
from accede.modules.training.services import import_nominations
from accede.modules.training.services.import_nominations import check_nominations
from accede.modules.training.services.nominating import nominate
from accede.modules.training.web.parts import section, to_choose


@opens_to(OFFICIALS_NOMINATE, TRAINING_READ)
def calls(request: HttpRequest) -> HttpResponseBase:
    """List the calls for nominations that the reader may see."""
    page = ListPage[CallFacts](
        name="calls",
        title=_("Calls for nominations"),
        empty=_("When the programme calls for nominations, the call appears here."),
        context=section(request, "calls"),
        leads=Leads(lambda one: _address(one.id)),
    )
    return page.answer(request, CALL_SHOWN, calls_visible_to(actor_of(request)))


@opens_to(OFFICIALS_NOMINATE, TRAINING_READ)
@takes()
def call(request: HttpRequest, call: UUID) -> HttpResponse:
    """Show a call with what its State has nominated."""
    actor = actor_of(request)
    found = or_refuse(call_visible_to(actor, call))
    ways = []
    if found.is_open and clock.today() <= found.nominate_until and _may_nominate(actor, found):
        ways = [
            Link(_("Nominate an official"), reverse("training:nominate", args=[call])),
            Link(_("Bring in a list of officials"), reverse("training:call-import", args=[call])),
        ]
    people = participants_of(actor, found.event, state=found.state).all()
    context = {
        **section(request, "calls"),
        "title": found.title,
        "rows": shown_fields([one for one in CALL_SHOWN if one is not CALL_TITLE], found, actor),
        "ways": ways,
        "people": [(one, STANDINGS[one.standing], reverse("training:participant", args=[one.id])) for one in people],
    }
    return render(request, "training/call.html", context)


@opens_to(OFFICIALS_NOMINATE, TRAINING_KEEP)
@takes()
def nominate_one(request: HttpRequest, call: UUID) -> HttpResponse:
    """Nominate an official."""
    found = _found(request, call)
    choices = {FUNCTION.key: to_choose(FUNCTIONS), LANGUAGE.key: to_choose(LANGUAGES)}
    form = FieldsForm(STATED, request, choices=choices)
    form.initial.setdefault(LANGUAGE.key, get_language() or "en")

    def act() -> str:
        nominate(call, nomination_of(form.given), by=actor_of(request), at=clock.now())
        return _address(call)

    context = {
        **section(request, ""),
        "title": found.title,
        "lede": _("Nominate an official"),
        "ways": [Link(_("The notice for the official"), reverse("training:notice"))],
        "button": _("Nominate"),
        "back": Link(_("Leave it as it is"), _address(call)),
    }
    return answer_form(request, form, act, context, done=_("The official is nominated."))


@opens_to(OFFICIALS_NOMINATE, TRAINING_KEEP)
@takes()
def call_import(request: HttpRequest, call: UUID) -> HttpResponse:
    """Bring in a list of officials: see what it holds and what is wrong with it, then say so."""
    found = _found(request, call)
    page = ImportPage(
        key="training.import-nominations",
        words=import_nominations.WORDS,
        wording=lambda: _wording(found),
        check=check_brought,
        carry_out=bring,
        onwards=lambda: _address(call),
        columns=import_nominations.COLUMNS,
        fixed={"call": str(call)},
    )
    return page.answer(request)


def check_brought(brought: Brought, bringing: Bringing) -> Outcome:
    """Return what a list would add, and change nothing."""
    key = UUID(brought.said["call"])
    return check_nominations(brought.path, brought.options, key, by=bringing.by, at=bringing.at)


def bring(brought: Brought, bringing: Bringing) -> Outcome:
    """Bring a list in."""
    key = UUID(brought.said["call"])
    return import_nominations.import_nominations(
        brought.path, brought.options, key, bringing, good_rows=brought.good_rows
    )


def _wording(found: CallFacts) -> Wording:
    return Wording(
        title=_("Bring in a list of officials"),
        lede=_("%(event)s: one official a row. Give each official the notice on what is kept before.")
        % {"event": found.title},
        columns=", ".join(import_nominations.COLUMNS),
        fields=[],
    )


def _found(request: HttpRequest, key: UUID) -> CallFacts:
    actor = actor_of(request)
    found = or_refuse(call_visible_to(actor, key))
    return or_refuse(found if _may_nominate(actor, found) else None)


def _may_nominate(actor: Actor, found: CallFacts) -> bool:
    return can(actor, OFFICIALS_NOMINATE, on=found.owner) or can(actor, TRAINING_KEEP, on=found.owner)


def _address(key: UUID) -> str:
    return reverse("training:call", args=[key])


urlpatterns = [
    path("calls/", calls, name="calls"),
    path("calls/<uuid:call>/", call, name="call"),
    path("calls/<uuid:call>/nominate/", nominate_one, name="nominate"),
    path("calls/<uuid:call>/import/", call_import, name="call-import"),
]
