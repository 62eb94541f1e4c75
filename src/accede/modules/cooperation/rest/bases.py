"""The finder, and the catalogue of offences."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.pages import BadInput, public_page
from accede.foundation.rest import AsAtQuery, described
from accede.modules.cooperation.rest import schemas
from accede.modules.cooperation.rest.question import CooperationApiQuestion, PurposeQuery
from accede.modules.cooperation.words.opinion_question import Asked, understand
from accede.modules.cooperation.words.opinion_tree import Answered, opinion_tree
from accede.modules.cooperation.words.opinions import offence_document, opinions_document, opinions_on
from accede.modules.cooperation.words.question import LONGEST

router = Router(tags=["Cooperation"])


def _of_file(chosen: DocumentFormat) -> dict[str, object]:
    """Describe an answer that is a file."""
    content = {chosen.media_type: {"schema": {"type": "string", "format": "binary"}}}
    return {"responses": {200: {"description": "The file.", "content": content}}}


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
    question, asked = _understood(query)
    return {**opinions_document(question.snapshot, asked, question.language), **question.document}


@router.get("bases/opinion.docx", response={200: None}, openapi_extra=_of_file(DocumentFormat.DOCX))
@opens_to(PUBLIC)
@public_page
def opinion_docx(request: HttpRequest, query: Query[BasesQuery]) -> HttpResponse:
    """Give the same answer as a document to keep, to change and to sign."""
    return _opinion_file(query, DocumentFormat.DOCX)


@router.get("bases/opinion.pdf", response={200: None}, openapi_extra=_of_file(DocumentFormat.PDF))
@opens_to(PUBLIC)
@public_page
def opinion_pdf(request: HttpRequest, query: Query[BasesQuery]) -> HttpResponse:
    """Give the same answer as a PDF file that everybody can read (PDF/UA-1)."""
    return _opinion_file(query, DocumentFormat.PDF)


def _opinion_file(query: BasesQuery, chosen: DocumentFormat) -> HttpResponse:
    question, asked = _understood(query)
    answered = Answered(asked, opinions_on(question.snapshot, asked))
    return file_response(opinion_tree(answered, question.speaker), chosen, name=answered.name)


def _understood(query: BasesQuery) -> tuple[CooperationApiQuestion, Asked]:
    """Return the question and what was asked in words.

    Raises:
        BadInput: it cannot be answered; all that is wrong with it.
    """
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
    return question, asked


@router.get("offences/", response=schemas.OffenceList)
@opens_to(PUBLIC)
@public_page
def offence_list(request: HttpRequest, query: Query[AsAtQuery]) -> dict[str, object]:
    """List the offences that the universal instruments define, with every text that defines each."""
    question = CooperationApiQuestion(query)
    question.done()
    offences = question.snapshot.catalogue.offences
    return {**question.document, "items": [offence_document(question.speaker, offence) for offence in offences]}
