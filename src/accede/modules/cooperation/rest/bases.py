"""The finder, and the catalogue of offences."""

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import BadInput, public_page
from accede.foundation.rest import AsAtQuery, described
from accede.modules.cooperation.rest import schemas
from accede.modules.cooperation.rest.question import CooperationApiQuestion, PurposeQuery
from accede.modules.cooperation.words.opinion_question import understand
from accede.modules.cooperation.words.opinions import offence_document, opinions_document
from accede.modules.cooperation.words.question import LONGEST

router = Router(tags=["Cooperation"])


class BasesQuery(PurposeQuery):
    """Two States and an offence."""

    requesting: str = described("The State that asks, by code or name.")
    requested: str = described("The State that is asked, by code or name.")
    offence: str = described("An offence by code or title, or an instrument for all its offences.")


@router.get("bases/", response=schemas.Opinions)
@opens_to(PUBLIC)
@public_page
def legal_bases(request: HttpRequest, query: Query[BasesQuery]) -> dict[str, object]:
    """Say on which bases one State can turn to another for an offence, with reasons, articles and what is not known."""
    question = CooperationApiQuestion(query, query.purpose)
    for name, text in (("requesting", query.requesting), ("requested", query.requested), ("offence", query.offence)):
        if not text:
            question.problems.append(_("“%(name)s” is needed.") % {"name": name})
    question.done()
    asked, wrong = understand(
        question.snapshot,
        requesting=query.requesting[:LONGEST],
        requested=query.requested[:LONGEST],
        offence=query.offence[:LONGEST],
        on=question.day_asked.on,
        purpose=question.purpose,
        language=question.language,
    )
    if asked is None:
        raise BadInput(
            f"{fault.words} {_('Perhaps you mean: %(near)s.') % {'near': ', '.join(fault.near)}}"
            if fault.near
            else fault.words
            for fault in wrong
        )
    return {**opinions_document(question.snapshot, asked, question.language), **question.document}


@router.get("offences/", response=schemas.OffenceList)
@opens_to(PUBLIC)
@public_page
def offence_list(request: HttpRequest, query: Query[AsAtQuery]) -> dict[str, object]:
    """List the offences that the universal instruments define, with every text that defines each."""
    question = CooperationApiQuestion(query)
    question.done()
    offences = question.snapshot.catalogue.offences
    return {**question.document, "items": [offence_document(question.speaker, offence) for offence in offences]}
