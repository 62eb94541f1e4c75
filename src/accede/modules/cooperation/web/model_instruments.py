"""The model of the instrument by which a State would join, as a document to complete."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from accede.foundation.access import PUBLIC, opens_to
from accede.foundation.pages import public_page
from accede.modules.cooperation.web.question import CooperationPageQuestion
from accede.modules.cooperation.words.model_instruments import ModelInstrument, model_instrument


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
    # Imported now: slow to load, and needed for documents only.
    from accede.modules.cooperation.web.documents import MEDIA_TYPE  # noqa: PLC0415  (as above)

    response = HttpResponse(_document(model, question.language), content_type=MEDIA_TYPE)
    name = f"model-{code}-{key}.docx"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or ""
    response.headers["Content-Language"] = question.language
    return response


def _document(model: ModelInstrument, language: str) -> bytes:
    from accede.modules.cooperation.web.documents import Writer  # noqa: PLC0415  (as above)

    writer = Writer(language)
    writer.heading(model.title, 0)
    writer.line(_("A model to be completed by the State. It decides nothing and binds nobody."))
    for paragraph in model.paragraphs:
        writer.line(paragraph)
    if model.papers:
        writer.heading(_("Declarations and notifications"), 1)
    for paper in model.papers:
        choice = _("Required.") if paper.is_required else _("At the State’s choice.")
        writer.line(f"{paper.words} {choice} [{paper.article}]", "List Bullet")
        writer.line(_("[Text, or to be struck out]"))
    for line in model.signature:
        writer.line(line)
    writer.line(model.deposit)
    return writer.bytes()
