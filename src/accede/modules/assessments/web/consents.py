"""Consents of States: the list, one of them, a new one, its withdrawal."""

from collections.abc import Iterator
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Actor, Scope, can, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.files.form import DocumentForm
from accede.foundation.files.storing import file_for
from accede.foundation.forms.base import answer_form
from accede.foundation.listings import Leads, ListPage
from accede.foundation.pages.parameters import takes
from accede.modules.assessments.access import ASSESSMENTS_ANSWER, ASSESSMENTS_READ
from accede.modules.assessments.fields.consents import (
    PARTICIPANTS,
    SHARE_WITH,
    SHOWN,
    STATE,
    STATED,
    WITHDRAWN,
    ConsentFacts,
    consent_of,
    withdrawal_of,
)
from accede.modules.assessments.queries.consents import consent_visible_to, consents_visible_to
from accede.modules.assessments.services.consents import organisations_to_name, record_consent, withdraw_consent
from accede.modules.assessments.web.parts import section, states_for


@opens_to(ASSESSMENTS_READ)
def consents(request: HttpRequest) -> HttpResponseBase:
    """List the consents that the reader may see."""
    actor = actor_of(request)
    ways = [Link(_("Record a consent"), reverse("assessments:consent-new"))]
    page = ListPage[ConsentFacts](
        name="consents",
        title=_("Consents"),
        empty=_("What a State allows, and for how long, appears here once it is recorded with its document."),
        context={
            **section(request, "consents"),
            "ways": ways if can(actor, ASSESSMENTS_ANSWER) else [],
            "lede": _("A visit, and what is shared of it, stays within the consent of the State."),
        },
        leads=Leads(lambda one: _address(one.id)),
    )
    return page.answer(request, SHOWN, consents_visible_to(actor, on=clock.today()))


@opens_to(ASSESSMENTS_READ)
@takes()
def consent(request: HttpRequest, consent: UUID) -> HttpResponse:
    """Show a consent with its document."""
    actor = actor_of(request)
    found = or_refuse(consent_visible_to(actor, consent, on=clock.today()))
    context = {
        **section(request, "consents"),
        "title": found.reference,
        "rows": shown_fields(SHOWN, found, actor),
        "ways": list(_ways(found, actor)),
        "document": file_address(actor, found.document),
        "withdrawal_document": file_address(actor, found.withdrawal_document),
    }
    return render(request, "assessments/consent.html", context)


@opens_to(ASSESSMENTS_ANSWER)
@takes()
def consent_new(request: HttpRequest) -> HttpResponse:
    """Record a consent."""
    known = organisations_to_name(on=clock.today())
    form = DocumentForm(
        STATED,
        request,
        label=_("The note or letter of the State"),
        choices={
            STATE.key: states_for(request, ASSESSMENTS_ANSWER),
            PARTICIPANTS.key: known,
            SHARE_WITH.key: known,
        },
    )

    def act() -> str:
        return _address(record_consent(consent_of(form.given), form.document, by=actor_of(request), at=clock.now()))

    context = {
        **section(request, "consents"),
        "title": _("Record a consent"),
        "button": _("Record"),
        "lede": _("What is not named here is not allowed. The State can withdraw its consent at any time."),
    }
    return answer_form(request, form, act, context)


@opens_to(ASSESSMENTS_ANSWER)
@takes()
def consent_withdraw(request: HttpRequest, consent: UUID) -> HttpResponse:
    """Record that a State withdraws its consent."""
    actor = actor_of(request)
    found = or_refuse(consent_visible_to(actor, consent, on=clock.today()))
    require(actor, ASSESSMENTS_ANSWER, on=Scope("state", found.state))
    form = DocumentForm(WITHDRAWN, request, label=_("The note or letter of the State, if there is one"))

    def act() -> str:
        wanted = withdrawal_of(form.given)
        withdraw_consent(consent, wanted, form.document, by=actor_of(request), at=clock.now())
        return _address(consent)

    context = {
        **section(request, "consents"),
        "title": found.reference,
        "lede": _(
            "At once nothing that rests on this consent goes further, and nobody but the State and those who are named "
            "for it sees any of it. This cannot be taken back: the State would give another consent."
        ),
        "button": _("Withdraw the consent"),
        "back": Link(_("Leave it as it is"), _address(consent)),
    }
    return answer_form(request, form, act, context, done=_("The consent is withdrawn."))


def file_address(actor: Actor, file: UUID | None) -> str:
    """Return where a document can be had, as far as the actor may have it."""
    return reverse("files:file", args=[file]) if file is not None and file_for(actor, file) is not None else ""


def _ways(found: ConsentFacts, actor: Actor) -> Iterator[Link]:
    if found.withdrawn_on is None and can(actor, ASSESSMENTS_ANSWER, on=Scope("state", found.state)):
        yield Link(_("Withdraw the consent"), reverse("assessments:consent-withdraw", args=[found.id]))


def _address(consent: UUID) -> str:
    return reverse("assessments:consent", args=[consent])


urlpatterns = [
    path("consents/", consents, name="consents"),
    path("consents/new/", consent_new, name="consent-new"),
    path("consents/<uuid:consent>/", consent, name="consent"),
    path("consents/<uuid:consent>/withdraw/", consent_withdraw, name="consent-withdraw"),
]
