"""Bodies: the list on a day, and one of them with its memberships."""

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from accede.foundation.access import ANONYMOUS, PUBLIC, opens_to
from accede.foundation.exports import Link
from accede.foundation.fields import shown_fields
from accede.foundation.listings import LISTED, Leads, Listing, PageParameters, ShownTable, answer, field_filters
from accede.foundation.pages import NotHere, Suggestion, public_page
from accede.foundation.pages.parameters import shortened, unknown_parameters
from accede.foundation.texts import nearest
from accede.modules.coordination.fields.bodies import KIND, NAME, SHOWN, BodyFacts
from accede.modules.coordination.fields.codes import BELONGINGS
from accede.modules.coordination.queries.bodies import all_bodies, bodies_on, body_name, body_on


class BodiesQuestion(PageParameters):
    """What an address asks of bodies: the day, and what every list can be asked."""

    def __init__(self, request: HttpRequest, *, knows: tuple[str, ...] = ()) -> None:
        super().__init__()
        self.query = request.GET
        self.language = get_language() or "en"
        self.day_asked = self.as_at(on=self.as_written("on"), known=self.as_written("known"))
        self.problems += unknown_parameters(self.query, {"on", "known", "format", *knows})
        self.format = self.wanted_format()


@opens_to(PUBLIC)
@public_page
def bodies(request: HttpRequest) -> HttpResponseBase:
    """List the bodies with which the programme consults and coordinates, as they are on a day."""
    question = BodiesQuestion(request, knows=(*LISTED, NAME.key, KIND.key))
    leads = Leads[BodyFacts](lambda one: question.here("coordination:body", one.key))
    listing = Listing(request, question, SHOWN, filters=field_filters(question, SHOWN), leads=leads)
    question.done()
    title = _("Bodies with which the programme works")

    def page(table: ShownTable) -> HttpResponse:
        return render(request, "coordination/bodies.html", {"title": title, "table": table})

    return answer(listing, bodies_on(question.day_asked.on), name="bodies", title=title, page=page)


@opens_to(PUBLIC)
@public_page
def body(request: HttpRequest, body: str) -> HttpResponseBase:
    """Show one body: what it is, whose member it is on a day, and which documents say so."""
    question = BodiesQuestion(request)
    question.done()
    found = body_on(body, question.day_asked.on)
    if found is None:
        near = [
            Suggestion(f"{body_name(key)} ({key})", question.here("coordination:body", key))
            for key in nearest(body[:40], all_bodies())
        ]
        raise NotHere(_("There is no body “%(text)s” here.") % {"text": shortened(body)}, near)
    others = [(_("It took over from"), found.follows), (_("Its work went over to"), found.followed_by)]
    context = {
        "title": found.name,
        "found": found,
        "rows": [row for row in shown_fields(SHOWN, found, ANONYMOUS) if row.words or row.day],
        "memberships": [
            (one, BELONGINGS[one.standing], question.here("coordination:body", one.group)) for one in found.memberships
        ],
        "others": [
            (words, Link(body_name(key), question.here("coordination:body", key))) for words, key in others if key
        ],
        "members": [
            (Link(one.name, question.here("coordination:body", one.key)), BELONGINGS[each.standing])
            for one in bodies_on(question.day_asked.on)
            for each in one.memberships
            if each.group == found.key
        ],
    }
    return render(request, "coordination/body.html", context)


urlpatterns = [
    path("bodies/", bodies, name="bodies"),
    path("bodies/<slug:body>/", body, name="body"),
]
