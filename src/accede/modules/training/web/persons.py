"""The figures of training, and the deciding of pairs of nominations that may be of one official."""

from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from accede.foundation import clock
from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.exports import Link
from accede.foundation.listings import LISTED, Listing, PageParameters, ShownTable, answer
from accede.foundation.pages import AsAt
from accede.foundation.pages.parameters import key_written, takes, unknown_parameters
from accede.foundation.problems import UnableTo
from accede.foundation.texts import readers_language
from accede.modules.training.access import TRAINING_COUNT, TRAINING_KEEP
from accede.modules.training.fields.persons import BANDS, SHOWN
from accede.modules.training.queries.persons import decisions, pairs_to_decide
from accede.modules.training.services.deciding import decide, undo
from accede.modules.training.web.parts import section
from accede.modules.training.words.figures import figures_between

_MOST = 50
_FIRST = date(2000, 1, 1)


class FiguresQuestion(PageParameters):
    """What an address asks of the figures: from which day to which, both included."""

    def __init__(self, request: HttpRequest) -> None:
        super().__init__()
        self.query = request.GET
        today = clock.today()
        self.day_asked = AsAt(on=today, today=today)
        self.language = readers_language()
        self.problems += unknown_parameters(self.query, {*LISTED, "format", "from", "until"})
        self.first, self.last = self._day("from", date(today.year - 1, 1, 1)), self._day("until", today)
        if self.last < self.first:
            self.problems.append(_("The last day lies before the first one."))
        self.format = self.wanted_format()

    def _day(self, name: str, otherwise: date) -> date:
        text = self.text(name)
        try:
            return date.fromisoformat(text) if text else otherwise
        except ValueError:
            self.problems.append(_("Write a day such as 2008-12-31."))
            return otherwise


@opens_to(TRAINING_COUNT)
def figures(request: HttpRequest) -> HttpResponseBase:
    """Show persons and attendances of a time, in each way to look at them, with the rule."""
    question = FiguresQuestion(request)
    listing = Listing(request, question, SHOWN)
    question.done()
    rows = figures_between(actor_of(request), question.first, question.last)
    title = _("Persons and attendances")

    def page(table: ShownTable) -> HttpResponse:
        context = {
            **section(request, "figures"),
            "title": title,
            "table": table,
            "first": question.first,
            "last": question.last,
            "has_range": any(one.least != one.most for one in rows),
        }
        return render(request, "training/figures.html", context)

    return answer(listing, rows, name="training-figures", title=title, page=page)


@opens_to(TRAINING_KEEP)
@takes()
def persons(request: HttpRequest) -> HttpResponse:
    """Show pairs of nominations that may be of one official, with what speaks for it, and what was decided."""
    actor = actor_of(request)
    context = {
        **section(request, "persons"),
        "title": _("Is this one official?"),
        "pairs": [(one, BANDS[one.band]) for one in pairs_to_decide(actor, most=_MOST)],
        "decisions": decisions(actor, most=_MOST),
        "ways": [Link(_("Persons and attendances"), reverse("training:figures"))],
    }
    return render(request, "training/persons.html", context)


@opens_to(TRAINING_KEEP)
@require_POST
@takes()
def person_decide(request: HttpRequest) -> HttpResponse:
    """Decide of two nominations, or take a decision back."""
    do = request.POST.get("do", "")
    by, at = actor_of(request), clock.now()
    try:
        if do in {"same", "different"}:
            one, other = (or_refuse(key_written(request.POST.get(name, ""))) for name in ("one", "other"))
            decide(one, other, is_same=do == "same", by=by, at=at)
        else:
            key: UUID = or_refuse(key_written(request.POST.get("decision", "")))
            undo(key, by=by, at=at)
    except UnableTo as unable:
        messages.error(request, str(unable))
    else:
        messages.success(request, _("It is recorded."))
    return HttpResponseRedirect(reverse("training:persons"))


urlpatterns = [
    path("figures/", figures, name="figures"),
    path("persons/", persons, name="persons"),
    path("persons/decide/", person_decide, name="person-decide"),
]
