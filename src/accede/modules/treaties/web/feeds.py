"""The latest acts as a feed to follow (Atom, RFC 4287)."""

import uuid
from datetime import UTC, datetime, time

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page
from accede.foundation.texts import format_day
from accede.modules.treaties.queries.acts import acts_by_day
from accede.modules.treaties.web.acts import FILTERS, read_filter
from accede.modules.treaties.words.chronology import ActLine, act_line
from accede.modules.treaties.words.page_question import RegisterPageQuestion

LATEST = 50
_ACTS = uuid.UUID("0b9c2a5e-5a0c-4d0e-9d5b-5b3c0f6f7a19")
"""The name space of the identifiers of acts: an act keeps its identifier on every installation, in every language."""


@opens_to(PUBLIC)
@public_page
def act_feed(request: HttpRequest) -> HttpResponse:
    """Send the latest acts, by the same filters as the list; an entry is updated when the record learned of its act."""
    question = RegisterPageQuestion(request, knows=FILTERS)
    wanted = read_filter(question)
    if question.format:
        question.problems.append(_("A feed has one format. The list of acts can be had as files."))
    question.done()
    register = question.register
    acts = acts_by_day(register, wanted, on=question.day_asked.on)[:LATEST]
    lines = [act_line(register, act, question.language) for act in acts]
    here = request.build_absolute_uri()
    feed = Atom1Feed(
        title=_("Acts under the universal instruments against terrorism"),
        link=request.build_absolute_uri(reverse("treaties:act-list")),
        description="",
        language=question.language,
        feed_url=here,
        feed_guid=uuid.uuid5(_ACTS, f"{question.language} {request.GET.urlencode()}").urn,
        author_name="Accede",
    )
    for line in lines:
        known = datetime.combine(line.known_on, time.min, tzinfo=UTC)
        feed.add_item(
            title=_("%(state)s: %(instrument)s") % {"state": line.state_name, "instrument": line.title},
            link=request.build_absolute_uri(reverse("treaties:act-detail", args=[line.key])),
            description=_summary(line, question.language),
            unique_id=uuid.uuid5(_ACTS, line.key).urn,
            pubdate=known,
            updateddate=known,
        )
    response = HttpResponse(content_type="application/atom+xml; charset=utf-8")
    response.headers["Content-Language"] = question.language
    feed.write(response, "utf-8")
    return response


def _summary(line: ActLine, language: str) -> str:
    """Say what was done and when."""
    if line.on is None:
        return _("%(act)s. The day is not known.") % {"act": line.words}
    return _("%(act)s. Day: %(on)s.") % {"act": line.words, "on": format_day(line.on, language)}
