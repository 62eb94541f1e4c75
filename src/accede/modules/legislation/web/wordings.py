"""The wordings of a law: bringing the next one in, and what changed from one to the next."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import Scope, opens_to, or_refuse, require
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.forms.base import answer_form
from accede.foundation.pages.parameters import takes
from accede.modules.legislation.access import LAWS_KEEP, LAWS_READ
from accede.modules.legislation.fields.codes import CHANGES
from accede.modules.legislation.fields.laws import STATE, STATED, law_of
from accede.modules.legislation.queries.laws import law_visible_to
from accede.modules.legislation.queries.versions import changes_of
from accede.modules.legislation.services.importing import bring_law_in
from accede.modules.legislation.web.parts import LawForm, obligation_says, section

_FIELDS = tuple(one for one in STATED if one is not STATE)
_MOST_SHOWN = 200


@opens_to(LAWS_KEEP)
@takes()
def wording_new(request: HttpRequest, law: UUID) -> HttpResponse:
    """Bring the next wording of a law in; what was decided is carried over when it is confirmed."""
    actor = actor_of(request)
    found = or_refuse(law_visible_to(actor, law))
    require(actor, LAWS_KEEP, on=Scope("state", found.state))
    form = LawForm(request, _FIELDS, thing=found)
    for key in ("in_force_from", "in_force_until", "checked_on"):
        form.initial.pop(key, None)

    def act() -> str:
        made = bring_law_in(law_of(form.given), form.file, by=actor, at=clock.now(), replaces=law)
        return reverse("legislation:law", args=[made])

    context = {
        **section(request, "laws"),
        "title": _("Bring a new wording in"),
        "lede": _(
            "When it is confirmed, the wording before ends on the day before. Decisions on provisions in the same "
            "words are carried over; where words or numbers changed, they are marked to be looked at again."
        ),
        "button": _("Read the law"),
        "back": Link(found.title, reverse("legislation:law", args=[law])),
    }
    return answer_form(request, form, act, context)


@opens_to(LAWS_READ)
@takes()
def changes(request: HttpRequest, law: UUID) -> HttpResponse:
    """Show what changed from the wording before, word by word."""
    actor = actor_of(request)
    found = or_refuse(law_visible_to(actor, law))
    changed = or_refuse(changes_of(actor, law))
    context = {
        **section(request, "laws"),
        "title": _("What changed: %(law)s") % {"law": found.title},
        "lede": _("Provisions in the same words are left out."),
        "changes": [
            {"one": one, "kind": CHANGES[one.kind], "decided": [obligation_says(key) for key in one.decided]}
            for one in changed[:_MOST_SHOWN]
        ],
        "more": max(0, len(changed) - _MOST_SHOWN),
        "law": law,
        "language": found.language,
        "ways": [Link(_("The law"), reverse("legislation:law", args=[law]))],
    }
    return render(request, "legislation/changes.html", context)


urlpatterns = [
    path("laws/<uuid:law>/new-wording/", wording_new, name="wording-new"),
    path("laws/<uuid:law>/changes/", changes, name="changes"),
]
