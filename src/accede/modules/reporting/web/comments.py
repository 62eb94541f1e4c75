"""Conversations about a report."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.utils.translation import gettext as _

from accede.foundation.access import opens_to, or_refuse
from accede.foundation.access.acting import actor_of
from accede.foundation.comments.page import conversations
from accede.foundation.pages.parameters import takes
from accede.modules.reporting.access import REPORTS_READ
from accede.modules.reporting.queries.drafts import report_visible_to
from accede.modules.reporting.services.conversations import CONVERSATIONS
from accede.modules.reporting.web.parts import section, to_document


@opens_to(REPORTS_READ)
@takes()
def comments(request: HttpRequest, document: int) -> HttpResponse:
    """Show the conversations about a report; write in one, begin one, resolve one."""
    report = or_refuse(report_visible_to(actor_of(request), document))
    found = conversations(request, CONVERSATIONS, str(document))
    if isinstance(found, HttpResponseRedirect):
        return found
    context = {
        **section(""),
        "title": _("Conversations"),
        "lede": report.title,
        "ways": [to_document(document)],
        "conversations": found,
        "summary": found.summary,
    }
    return render(request, "reporting/comments.html", context, status=found.status)


urlpatterns = [path("reports/documents/<int:document>/comments/", comments, name="comments")]
