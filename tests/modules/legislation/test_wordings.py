"""A new wording of a law: what was decided is carried over or marked, nothing is lost, and what changed is shown."""

import pytest

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.legislation.models import Answer, Law, LawProvision
from tests.modules.legislation.conftest import STATED, TEXT, file, provision, sent

pytestmark = pytest.mark.django_db

WHERE = "/en/legislation/reviews/XSA/financing.offence/"
NEXT = TEXT.replace("de dix ans", "de douze ans").replace("Article 5. Phares", "Article 6. Phares")
NEW = {**STATED, "in_force_from": "2025-01-01"}


@pytest.fixture
def followed(officer, confirmed):
    for number in ("1", "2", "5"):
        sent(officer, WHERE, provision=str(provision(number).id), verdict="accepted" if number == "2" else "rejected")
    sent(officer, WHERE, rating="full", comment="")
    new = sent(officer, f"{confirmed}new-wording/", **NEW, document=file(NEXT))
    with acting(SYSTEM):
        assert Answer.objects.count() == 3
    return sent(officer, f"{new}confirm/")


def test_decisions_are_carried_over_or_marked(officer, confirmed, followed):
    with acting(SYSTEM):
        rows = {row.provision.number: row for row in Answer.objects.filter(carried_from__isnull=False)}
        assert {number: (row.verdict, row.look_again) for number, row in rows.items()} == {
            "1": ("rejected", False),
            "2": ("accepted", True),
            "6": ("rejected", True),
        }
        assert Answer.objects.filter(carried_from__isnull=True).count() == 3
        assert str(Law.objects.get(replaces=None).in_force_until) == "2024-12-31"
    gaps = "/en/legislation/reviews/XSA/gaps/"
    assert "look again" in officer.get(gaps).content.decode()
    assert "look again" not in officer.get(f"{gaps}?on=2024-06-01").content.decode()
    changes = officer.get(f"{followed}changes/").content.decode()
    assert "<del>dix</del><ins>douze</ins>" in changes
    assert "Another number, the same words" in changes
    assert "What changed" in officer.get(WHERE).content.decode()
    with acting(SYSTEM):
        newer = LawProvision.objects.get(number="2", law__replaces__isnull=False)

    sent(officer, WHERE, provision=str(newer.id), verdict="accepted")

    assert "look again" not in officer.get(gaps).content.decode()
    assert officer.get(f"{confirmed}new-wording/").status_code == 200
    again = officer.post(f"{confirmed}new-wording/", {**NEW, "document": file(NEXT + "x")})
    assert "A newer wording of this law is here already" in again.content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"in_force_from": ""}, "the one before ends then"),
        ({"in_force_from": "2019-01-01"}, "does not lie after the first one"),
        ({"document": file("Section 1. Object\nThis Act concerns the lighthouses of the land.\n")}, "another language"),
    ],
)
def test_what_cannot_follow_is_said(officer, confirmed, changed, said):
    answered = officer.post(f"{confirmed}new-wording/", {**NEW, "document": file(NEXT), **changed})

    assert answered.status_code == 400
    assert said in answered.content.decode()


def test_another_state_sees_no_wording(focal, other, followed):
    assert focal.get(f"{followed}changes/").status_code == 200
    assert focal.get(f"{followed}new-wording/").status_code == 404
    assert other.get(f"{followed}changes/").status_code == 404
