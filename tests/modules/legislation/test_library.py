"""Laws are brought in, looked at, asked and reviewed; another State's focal point finds nothing of it on any face."""

import json
from uuid import UUID

import pytest

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.legislation.models import Answer, Law, Rating
from tests.modules.legislation.conftest import STATED, TEXT, file, provision, sent

pytestmark = pytest.mark.django_db


def test_a_law_is_read_looked_at_and_confirmed(officer, law):
    page = officer.get(law).content.decode()
    assert "After 2 comes 5" in page
    assert "Financement du terrorisme" in page
    assert officer.get("/en/legislation/reviews/XSA/financing.offence/").content.decode().count("<blockquote") == 0

    sent(officer, f"{law}confirm/")

    assert "After 2 comes 5" not in officer.get(law).content.decode()
    with acting(SYSTEM):
        row = Law.objects.get()
        assert (row.language, row.is_confirmed, row.text) == ("fr", True, TEXT)
        assert [one.number for one in row.provisions.order_by("place_in_law")] == ["1", "2", "5"]
    assert officer.post(f"{law}discard/").status_code == 400
    again = officer.post("/en/legislation/laws/new/", {**STATED, "document": file()})
    assert again.status_code == 400
    assert "here already" in again.content.decode()


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("loi.md", "# Loi (sample)\n\n## Article 1er\nObjet.\n"),
        ("loi.html", "<html><body><p>Article 1er</p><p>Objet de la loi.</p></body></html>"),
        ("loi.json", '{"title": "Loi", "a": [{"條號": "第 1 條", "條文內容": "本法。"}]}'),
    ],
)
def test_a_law_is_kept_in_whatever_it_was_read_from(officer, name, text):
    assert (
        officer.get(sent(officer, "/en/legislation/laws/new/", **STATED, document=file(text, name))).status_code == 200
    )


def test_the_words_of_a_law_are_searched(officer, law):
    found = officer.get(f"{law}?words=blancs").content.decode()

    assert "Phares" in found
    assert "Financement du terrorisme" not in found
    assert "No provision has these words" in officer.get(f"{law}?words=nowhere").content.decode()


def test_what_was_not_confirmed_can_be_discarded(officer, law):
    kept = officer.get(law).content.decode().split("/files/")[1].split("/")[0]

    sent(officer, f"{law}discard/")

    assert officer.get(law).status_code == 404
    assert officer.get(f"/en/files/{kept}/").status_code == 404


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"document": file("a letter to a friend")}, "No numbered provision was found"),
        ({}, "Add the file with the text of the law"),
        ({"document": file(), "in_force_until": "2019-12-31"}, "before the first one"),
        ({"document": file(), "checked_on": "2999-01-01"}, "lies ahead"),
        ({"document": file(), "title": ""}, "Write what the law is called"),
    ],
)
def test_bad_input_is_said_and_nothing_is_kept(officer, changed, said):
    answered = officer.post("/en/legislation/laws/new/", {**STATED, **changed})

    assert answered.status_code == 400
    assert said in answered.content.decode()
    with acting(SYSTEM):
        assert not Law.objects.exists()


def test_an_obligation_is_answered_and_rated(officer, focal, confirmed):
    where = "/en/legislation/reviews/XSA/financing.offence/"
    page = officer.get(where).content.decode()
    assert "Financement du terrorisme" in page
    assert "fonds" in page
    refused = officer.post(where, {"rating": "full", "comment": ""})
    assert refused.status_code == 400
    assert "Accept the provision first" in refused.content.decode()

    sent(officer, where, provision=str(provision("2").id), verdict="accepted")
    sent(officer, where, rating="partial", comment="Collection only.")

    board = focal.get("/en/legislation/reviews/XSA/").content.decode()
    assert "Loi modèle (sample), 2" in board
    assert "In part" in board
    assert officer.post(where, {"rating": "none", "comment": ""}).status_code == 400
    sent(officer, where, provision=str(provision("2").id), verdict="rejected")
    with acting(SYSTEM):
        assert [one.verdict for one in Answer.objects.all()] == ["rejected"]
        assert [one.rating for one in Rating.objects.all()] == ["partial"]


def test_who_only_reads_decides_nothing(focal, confirmed):
    where = "/en/legislation/reviews/XSA/financing.offence/"

    assert focal.get(where).status_code == 200
    assert "It answers" not in focal.get(where).content.decode()
    assert focal.post(where, {"provision": str(provision("2").id), "verdict": "accepted"}).status_code == 404
    with acting(SYSTEM):
        assert not Answer.objects.exists()


def test_another_state_finds_nothing_on_any_face(officer, focal, other, confirmed):
    key, article = UUID(confirmed.split("/")[-2]), provision("2").id
    sent(officer, "/en/legislation/reviews/XSA/financing.offence/", provision=str(article), verdict="accepted")
    faces = [
        confirmed,
        f"{confirmed}{article}/",
        "/en/legislation/reviews/XSA/",
        "/en/legislation/reviews/XSA/financing.offence/",
        f"/api/v1/laws/{key}/",
    ]
    for face in faces:
        assert focal.get(face).status_code == 200, face
        assert other.get(face).status_code == 404, face
    for lists in ("/en/legislation/laws/", "/en/legislation/reviews/", "/en/legislation/laws/?format=csv"):
        listed = other.get(lists)
        found = b"".join(listed.streaming_content) if listed.streaming else listed.content
        assert "sample" not in found.decode().replace("Otherland (sample)", ""), lists
    assert json.loads(other.get("/api/v1/laws/").content)["items"] == []
    assert len(json.loads(focal.get("/api/v1/laws/").content)["items"]) == 1
    assert len(json.loads(focal.get(f"/api/v1/laws/{key}/").content)["provisions"]) == 3


def test_a_law_of_other_days_is_not_asked(officer):
    past = {**STATED, "in_force_until": "2021-01-01"}
    address = sent(officer, "/en/legislation/laws/new/", **past, document=file())
    sent(officer, f"{address}confirm/")

    assert "<blockquote" not in officer.get("/en/legislation/reviews/XSA/financing.offence/").content.decode()
