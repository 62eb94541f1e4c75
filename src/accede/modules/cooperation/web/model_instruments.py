"""The model of the instrument by which a State would join, as a document to complete."""

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.documents.writing import DocumentFormat, file_response
from accede.foundation.pages import public_page
from accede.modules.cooperation.web.question import CooperationPageQuestion
from accede.modules.cooperation.words.model_instruments import model_instrument, model_tree


@opens_to(PUBLIC)
@public_page
def model_docx(request: HttpRequest, code: str, key: str) -> HttpResponseBase:
    """Return the model as a document; 404 where the State has no act open to it."""
    question = CooperationPageQuestion(request)
    question.done()
    snapshot = question.snapshot
    if code not in snapshot.facts.world.place or key not in snapshot.register.instruments:
        raise Http404
    model = model_instrument(snapshot, code, key, question.day_asked.on, language=question.language)
    if model is None:
        raise Http404
    return file_response(model_tree(model, question.language), DocumentFormat.DOCX, name=f"model-{code}-{key}")
