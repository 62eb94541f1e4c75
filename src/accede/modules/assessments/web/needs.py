"""Needs: as the State and the programme see them, and as those see them with whom they are shared."""

from collections.abc import Iterator
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from accede.foundation import clock
from accede.foundation.access import Actor, Permission, Refused, Scope, can, opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.files.form import DocumentForm
from accede.foundation.forms.base import FieldsForm, Form, answer_form, sent
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.modules.assessments.access import ASSESSMENTS_ANSWER, ASSESSMENTS_KEEP, ASSESSMENTS_READ, NEEDS_SHARED
from accede.modules.assessments.fields.needs import (
    AGREED,
    ASSESSMENT,
    FINDING,
    INSTRUMENTS,
    SHARED_SHOWN,
    SHOWN,
    STATE,
    STATED,
    NeedFacts,
    SharedNeedFacts,
    need_of,
    priority_of,
)
from accede.modules.assessments.queries.assessments import assessments_to_choose
from accede.modules.assessments.queries.findings import findings_to_choose
from accede.modules.assessments.queries.needs import (
    need_visible_to,
    needs_shared_with,
    needs_visible_to,
    organisations_shown,
    shared_need_for,
)
from accede.modules.assessments.services.consents import organisations_to_name
from accede.modules.assessments.services.needs import (
    agree_priority,
    change_need,
    note_need_opened,
    record_need,
    share_need,
    unshare_need,
)
from accede.modules.assessments.web.consents import file_address
from accede.modules.assessments.web.parts import (
    instruments_for,
    section,
    states_for,
)


class ShareForm(Form):
    """With whom a need is to be shared."""

    organisation = forms.ChoiceField(label=gettext_lazy("With whom"))

    def __init__(self, request: HttpRequest, known: dict[str, str]) -> None:
        super().__init__(sent(request))
        self.fields["organisation"] = forms.ChoiceField(
            label=gettext_lazy("With whom"), choices=[("", _("Choose")), *known.items()]
        )


@opens_to(ASSESSMENTS_READ)
def needs(request: HttpRequest) -> HttpResponseBase:
    """List the needs that the reader may see whole."""
    actor = actor_of(request)
    ways = [Link(_("Record a need"), reverse("assessments:need-new"))]
    page = ListPage[NeedFacts](
        name="needs",
        title=pgettext("assessments", "Needs"),
        empty=_("What States need appears here, as far as you may see it."),
        context={
            **section(request, "needs"),
            "ways": ways if can(actor, ASSESSMENTS_KEEP) else [],
            "lede": _("The priority is the one to which the State agreed; States are not compared by it."),
        },
        leads=Leads(lambda one: _address(one.id)),
    )
    return page.answer(request, SHOWN, needs_visible_to(actor, on=clock.today()))


@opens_to(ASSESSMENTS_READ)
@takes()
def need(request: HttpRequest, need: UUID) -> HttpResponse:
    """Show a need, and with whom it is shared."""
    actor, today = actor_of(request), clock.today()
    found = or_refuse(need_visible_to(actor, need, on=today))
    note_need_opened(need, by=actor, at=clock.now())
    may_share = _may(actor, found, ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER)
    context = {
        **section(request, "needs"),
        "title": found.title,
        "rows": shown_fields(SHOWN, found, actor),
        "ways": list(_ways(found, actor)),
        "letter": file_address(actor, found.priority_document),
        "shared": [
            (name, reverse("assessments:need-unshare", args=[need, key]) if may_share else "")
            for key, name in organisations_shown(actor, need, on=today).items()
        ],
    }
    return render(request, "assessments/need.html", context)


@opens_to(ASSESSMENTS_KEEP)
@takes("state", "assessment")
def need_new(request: HttpRequest) -> HttpResponse:
    """Record a need."""
    state = request.GET.get("state", "")
    form = FieldsForm(STATED, request, choices=_choices(request, state))
    form.initial = {STATE.key: state, ASSESSMENT.key: request.GET.get("assessment", "")}

    def act() -> str:
        return _address(record_need(need_of(form.given), by=actor_of(request), at=clock.now()))

    context = {**section(request, "needs"), "title": _("Record a need"), "button": _("Record")}
    return answer_form(request, form, act, context)


@opens_to(ASSESSMENTS_KEEP)
@takes()
def need_change(request: HttpRequest, need: UUID) -> HttpResponse:
    """Change what is said of a need."""
    found = _found(request, need, ASSESSMENTS_KEEP)
    form = FieldsForm(STATED, request, thing=found, choices=_choices(request, found.state))

    def act() -> str:
        change_need(need, need_of(form.given), by=actor_of(request), at=clock.now())
        return _address(need)

    return answer_form(request, form, act, _context(request, found))


@opens_to(ASSESSMENTS_ANSWER)
@takes()
def need_priority(request: HttpRequest, need: UUID) -> HttpResponse:
    """Record the priority to which the State agrees."""
    found = _found(request, need, ASSESSMENTS_ANSWER)
    form = DocumentForm(AGREED, request, label=_("The State’s letter, where its focal point does not say it here"))

    def act() -> str:
        agree_priority(need, priority_of(form.given), form.document, by=actor_of(request), at=clock.now())
        return _address(need)

    return answer_form(request, form, act, _context(request, found))


@opens_to(ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER)
@takes()
def need_share(request: HttpRequest, need: UUID) -> HttpResponse:
    """Share a need with an organisation that the State's consent names."""
    found = _found(request, need, ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER)
    form = ShareForm(request, organisations_to_name(on=clock.today()))

    def act() -> str:
        share_need(need, UUID(form.cleaned_data["organisation"]), by=actor_of(request), at=clock.now())
        return _address(need)

    lede = _("Only with organisations that a consent of the State names, and for as long as it counts.")
    context = {**_context(request, found), "button": _("Share"), "lede": lede}
    return answer_form(request, form, act, context)


@opens_to(ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER)
@takes()
def need_unshare(request: HttpRequest, need: UUID, organisation: UUID) -> HttpResponse:
    """Stop sharing a need with an organisation."""
    found = _found(request, need, ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER)
    shown = organisations_shown(actor_of(request), need, on=clock.today())
    if str(organisation) not in shown:
        raise Refused
    form = Form(sent(request))

    def act() -> str:
        unshare_need(need, organisation, by=actor_of(request), at=clock.now())
        return _address(need)

    lede = _("From now on it is no longer shown to: %(name)s.") % {"name": shown[str(organisation)]}
    context = {**_context(request, found), "button": _("Stop sharing it"), "lede": lede}
    return answer_form(request, form, act, context)


@opens_to(NEEDS_SHARED)
def shared_needs(request: HttpRequest) -> HttpResponseBase:
    """List the needs that States share with the organisation in whose name the reader acts."""
    page = ListPage[SharedNeedFacts](
        name="shared-needs",
        title=_("Needs shared with us"),
        empty=_("What a State lets your organisation see appears here, for as long as its consent lasts."),
        context=section(request, "shared-needs"),
        leads=Leads(lambda one: reverse("assessments:shared-need", args=[one.id])),
    )
    return page.answer(request, SHARED_SHOWN, needs_shared_with(actor_of(request), on=clock.today()))


@opens_to(NEEDS_SHARED)
@takes()
def shared_need(request: HttpRequest, shared: UUID) -> HttpResponse:
    """Show what a State shares of a need."""
    actor = actor_of(request)
    found = or_refuse(shared_need_for(actor, shared, on=clock.today()))
    context = {
        **section(request, "shared-needs"),
        "title": found.title,
        "rows": shown_fields(SHARED_SHOWN, found, actor),
        "lede": _("Shown with the consent of the State, to your organisation. Do not pass it on."),
    }
    return render(request, "records/detail.html", context)


def _found(request: HttpRequest, need: UUID, *any_of: Permission) -> NeedFacts:
    actor = actor_of(request)
    found = or_refuse(need_visible_to(actor, need, on=clock.today()))
    if not _may(actor, found, *any_of):
        raise Refused
    return found


def _may(actor: Actor, found: NeedFacts, *any_of: Permission) -> bool:
    return any(can(actor, one, on=Scope("state", found.state)) for one in any_of)


def _ways(found: NeedFacts, actor: Actor) -> Iterator[Link]:
    if _may(actor, found, ASSESSMENTS_KEEP):
        yield Link(_("Change it"), reverse("assessments:need-change", args=[found.id]))
    if _may(actor, found, ASSESSMENTS_ANSWER):
        yield Link(_("Record the State’s priority"), reverse("assessments:need-priority", args=[found.id]))
    if found.priority and _may(actor, found, ASSESSMENTS_KEEP, ASSESSMENTS_ANSWER):
        yield Link(_("Share it"), reverse("assessments:need-share", args=[found.id]))


def _context(request: HttpRequest, found: NeedFacts) -> dict[str, object]:
    back = Link(_("Leave it as it is"), _address(found.id))
    return {**section(request, "needs"), "title": found.title, "button": _("Record"), "back": back}


def _choices(request: HttpRequest, state: str) -> dict[str, dict[str, str]]:
    actor, none = actor_of(request), {"": _("None")}
    asked = state or request.POST.get(STATE.key, "")
    return {
        STATE.key: states_for(request, ASSESSMENTS_KEEP),
        INSTRUMENTS.key: instruments_for(),
        ASSESSMENT.key: {**none, **assessments_to_choose(actor, state=asked)},
        FINDING.key: {**none, **findings_to_choose(actor, state=asked)},
    }


def _address(need: UUID) -> str:
    return reverse("assessments:need", args=[need])


urlpatterns = [
    path("needs/", needs, name="needs"),
    path("needs/new/", need_new, name="need-new"),
    path("needs/shared/", shared_needs, name="shared-needs"),
    path("needs/shared/<uuid:shared>/", shared_need, name="shared-need"),
    path("needs/<uuid:need>/", need, name="need"),
    path("needs/<uuid:need>/change/", need_change, name="need-change"),
    path("needs/<uuid:need>/priority/", need_priority, name="need-priority"),
    path("needs/<uuid:need>/share/", need_share, name="need-share"),
    path("needs/<uuid:need>/shared/<uuid:organisation>/stop/", need_unshare, name="need-unshare"),
]
