"""Letters to whoever asked: written in the language of the request, numbered, and kept as they were written."""

from datetime import date, datetime
from typing import Any

from django.db.models import Max
from django.utils import translation
from django.utils.translation import gettext as _

from accede.foundation.access import Actor
from accede.foundation.texts import format_day, listed
from accede.modules.assistance.fields.codes import KINDS
from accede.modules.assistance.models import AssistanceRequest, RequestLetter
from accede.modules.assistance.queries.requests import facts_of
from accede.modules.reference.queries.states import short_names


def write_acknowledgement(row: AssistanceRequest, *, screened_by: date | None, by: Actor, at: datetime) -> None:
    """Write the letter that acknowledges a request, in its language; its words are kept and never made anew."""
    language = row.language or "en"
    with translation.override(language):
        words = _acknowledgement(row, language, screened_by=screened_by, on=at.date())
    last = RequestLetter.objects.filter(request=row).aggregate(last=Max("running"))["last"] or 0
    RequestLetter.objects.create(
        level=row.level,
        owner=row.owner,
        readers=list(row.readers),
        request=row,
        running=last + 1,
        kind="acknowledgement",
        language=language,
        words=words,
        made_at=at,
        made_by=by.person,
    )


def _acknowledgement(row: AssistanceRequest, language: str, *, screened_by: date | None, on: date) -> dict[str, Any]:
    number = {"number": row.reference}
    received = {"day": format_day(row.received_on or on, language), "paper": row.paper}
    paragraphs = [
        _("The programme received your request on %(day)s. It thanks you for it.") % received,
        _("The request is registered under the number %(number)s. Please give this number whenever you write about it.")
        % number,
    ]
    if row.paper:
        dated = format_day(row.dated_on, language) if row.dated_on else ""
        paper = {"paper": row.paper, "day": dated}
        paragraphs.append(
            _("It came with your letter %(paper)s of %(day)s.") % paper
            if dated
            else _("It came with your letter %(paper)s.") % paper
        )
    if screened_by is not None:
        words = _("It will be looked at by %(day)s. Until then the programme may turn to you with questions.")
        paragraphs.append(words % {"day": format_day(screened_by, language)})
    return {
        "title": _("Acknowledgement of a request for assistance"),
        "day": format_day(on, language),
        "to": [_requester(row, language), row.beneficiary],
        "facts": [
            [_("Number"), row.reference],
            [_("Subject"), row.subject],
            [_("Kinds of assistance"), listed((str(KINDS.get(one, one)) for one in row.kinds), language)],
        ],
        "paragraphs": paragraphs,
        "signature": _("[Signature]"),
    }


def _requester(row: AssistanceRequest, language: str) -> str:
    """Return what whoever asks is called in the language of the letter."""
    if not row.state_code:
        return facts_of([row])[0].requester
    return short_names({row.state_code}, language=language).get(row.state_code, row.state_code)
