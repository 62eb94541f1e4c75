"""Review a mandate on a page: keep it, update it or end it, and why."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from accede.foundation import clock
from accede.foundation.access import opens_to
from accede.foundation.access.acting import actor_of
from accede.foundation.listings import Option
from accede.modules.mandates.access import MANDATES_CORRECT
from accede.modules.mandates.fields.codes import VERDICTS, in_words
from accede.modules.mandates.queries.reviews import reviews_of
from accede.modules.mandates.services.adopting import UnableToRecord
from accede.modules.mandates.services.reviewing import review_mandate
from accede.modules.mandates.web.question import MandatePageQuestion, trail


@opens_to(MANDATES_CORRECT)
def mandate_review(request: HttpRequest, reference: str) -> HttpResponse:
    """Show the reviews of a mandate, and record another."""
    question = MandatePageQuestion(request)
    line = question.mandate(reference)
    question.done()
    problems: tuple[str, ...] = ()
    verdict, why = (request.POST.get(name, "").replace("\x00", "")[:4000] for name in ("verdict", "why"))
    if request.method == "POST":
        try:
            review_mandate(line.reference, verdict, why, by=actor_of(request), at=clock.now())
        except UnableToRecord as refusal:
            problems = refusal.reasons
        else:
            return HttpResponseRedirect(question.here("mandates:mandate-detail", line.reference))
    context = {
        "title": _("Review of %(symbol)s") % {"symbol": line.symbol},
        "trail": trail(question, line),
        "problems": problems,
        "reviews": [(in_words(VERDICTS, one.verdict), one) for one in reviews_of(line.reference)],
        "verdicts": [Option(code, str(words)) for code, words in VERDICTS.items()],
        "verdict": verdict,
        "why": why,
        "back": question.here("mandates:mandate-detail", line.reference),
    }
    return render(request, "mandates/review.html", context, status=400 if problems else 200)
