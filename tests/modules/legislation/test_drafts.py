"""An article is drafted for a gap: begun with a model, placed in the law, with its instruction; of its State alone."""

import io
import zipfile

import pytest

from accede.core.legislation.drafting import number_after
from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.legislation.models import Draft
from accede.modules.legislation.queries.catalogue import catalogue, model_provision
from tests.modules.legislation.conftest import provision, sent


@pytest.mark.parametrize(
    ("number", "language", "taken", "free"),
    [
        ("3", "fr", set(), "3bis"),
        ("3", "es", {"3bis"}, "3ter"),
        ("3", "en", {"3A"}, "3B"),
        ("3", "ru", set(), "3.1"),
        ("98", "zh", {"98-1"}, "98-2"),
        ("3", "ar", set(), "3bis"),
    ],
)
def test_a_new_article_bears_a_free_number_of_its_tradition(number, language, taken, free):
    assert number_after(number, language, taken) == free


def test_every_model_answers_an_obligation_in_six_languages():
    found = [one for one in catalogue().obligations if model_provision(one, "en")]

    assert len(found) == 10
    assert all(model_provision(one, language) for one in found for language in ("ar", "en", "es", "fr", "ru", "zh"))


@pytest.mark.django_db
def test_an_article_is_drafted_in_its_law(officer, focal, other, confirmed):
    new = f"/en/legislation/drafts/new/general.legal_persons/{provision('2').id}/"
    assert "Responsabilité des personnes morales" in officer.get(new).content.decode()
    assert focal.get(new).status_code == 404
    assert "what the new article is to say" in officer.post(new, {"number": "5", "text": ""}).content.decode()
    assert "of this number already" in officer.post(new, {"number": "5", "text": "x"}).content.decode()

    page = sent(officer, new, number="2bis", heading="Personnes morales", text="La personne morale est responsable.")

    shown = focal.get(page).content.decode()
    assert "La personne morale est responsable." in shown
    assert "après" in shown
    assert "Les phares sont blancs." in shown
    assert "model provision" in shown
    with zipfile.ZipFile(io.BytesIO(focal.get(f"{page}?format=docx").content)) as found:
        assert "La personne morale est responsable." in found.read("word/document.xml").decode()
    assert focal.get(f"{page}?format=odt").status_code == 400
    assert other.get(page).status_code == 404
    assert other.get(f"{page}?format=docx").status_code == 404
    assert "number already" in officer.post(new, {"number": "2bis", "heading": "", "text": "x"}).content.decode()
    sent(officer, f"{page}change/", number="2ter", heading="", text="Autre texte.")
    assert focal.get(f"{page}change/").status_code == 404
    with acting(SYSTEM):
        assert [(one.number, one.text) for one in Draft.objects.all()] == [("2ter", "Autre texte.")]
    board = focal.get("/en/legislation/reviews/XSA/general.legal_persons/").content.decode()
    assert "Drafts that would answer" in board
    assert "2ter" in board
