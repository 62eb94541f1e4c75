"""Record what became of a draft, on a page."""

from datetime import date

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.listings import Option
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.fields.codes import ADOPTIONS, in_words
from accede.modules.mandates.queries.adoptions import adoptions_of
from accede.modules.mandates.services.adopting import Outcome, UnableToRecord, record_adoption
from accede.modules.mandates.web.question import MandatePageQuestion, trail

_OUTCOMES = ("adopted", "said_adopted", "not_adopted")


@opens_to(MANDATES_CORRECT)
def adoption_record(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what is recorded of a draft, and record what became of it."""
    question = MandatePageQuestion(request)
    line = question.mandate(reference)
    question.done()
    problems: tuple[str, ...] = ()
    if request.method == "POST":
        try:
            record_adoption(line.reference, _outcome(request), by=actor_of(request), at=clock.now())
        except UnableToRecord as refusal:
            problems = refusal.reasons
        else:
            return HttpResponseRedirect(question.here("mandates:mandate-detail", line.reference))
    context = {
        "title": _("What became of %(symbol)s") % {"symbol": line.symbol},
        "trail": trail(question, line),
        "problems": problems,
        "recorded": [(in_words(ADOPTIONS, one.code), one) for one in adoptions_of(line.reference)],
        "outcomes": [Option(code, in_words(ADOPTIONS, code)) for code in _OUTCOMES],
        "values": {name: request.POST.get(name, "") for name in ("outcome", "symbol", "adopted_on", "source")},
        "back": question.here("mandates:mandate-detail", line.reference),
    }
    return render(request, "mandates/adoption.html", context, status=400 if problems else 200)


def _outcome(request: HttpRequest) -> Outcome:
    """Return what the form says.

    Raises:
        UnableToRecord: no outcome was chosen, or the day is none.
    """
    given = {name: request.POST.get(name, "").replace("\x00", "").strip()[:300] for name in ("symbol", "source")}
    chosen, day = request.POST.get("outcome", ""), request.POST.get("adopted_on", "").strip()
    reasons = [] if chosen in _OUTCOMES else [_("Choose what became of the draft.")]
    adopted_on = None
    if day:
        try:
            adopted_on = date.fromisoformat(day)
        except ValueError:
            reasons.append(_("“%(text)s” is no day. Write it as 2007-12-18.") % {"text": day[:40]})
    if chosen != "not_adopted" and not given["symbol"]:
        reasons.append(_("Give the symbol of the adopted text."))
    if reasons:
        raise UnableToRecord(reasons)
    return Outcome(given["symbol"], adopted_on, given["source"], is_verified=chosen == "adopted")
