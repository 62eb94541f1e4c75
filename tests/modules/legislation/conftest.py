"""A small record with a State that has a law, people of it, of another State and of the programme."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accede.foundation.access import SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.legislation.models import LawProvision
from tests.factories import people
from tests.factories.small_record import small_record

TEXT = (
    "Loi modèle (sample)\n"
    "Article 1er. Objet\nLa présente loi concerne les phares.\n"
    "Article 2. Financement du terrorisme\n"
    "Quiconque fournit ou réunit des fonds en sachant qu'ils serviront à un acte de terrorisme est puni de dix ans.\n"
    "Article 5. Phares\nLes phares sont blancs.\n"
)
STATED = {
    "state": "XSA", "title": "Loi modèle (sample)", "source": "Gazette 12 (sample)", "checked_on": "2026-11-01",
    "in_force_from": "2020-01-01",
}  # fmt: skip


@pytest.fixture
def record(db: None) -> None:
    small_record()
    people.organisation()
    people.organisation("Ministry of Otherland (sample)", state="XSB")


@pytest.fixture
def officer(record: None) -> Client:
    return people.person("Olu Okoro", role="programme_officer").with_app().sign_in(Client())


@pytest.fixture
def second(record: None) -> Client:
    return people.person("Sam Sato", role="programme_officer").with_app().sign_in(Client())


@pytest.fixture
def focal(record: None) -> Client:
    return people.person("Amal Abara", role="focal_point", scope=("state", "XSA")).with_app().sign_in(Client())


@pytest.fixture
def other(record: None) -> Client:
    return people.person("Bo Berg", role="focal_point", scope=("state", "XSB")).with_app().sign_in(Client())


def file(text: str = TEXT, name: str = "law.txt") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, text.encode())


def sent(client: Client, address: str, **fields: Any) -> str:
    response = client.post(address, fields)
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


@pytest.fixture
def law(officer: Client) -> str:
    return sent(officer, "/en/legislation/laws/new/", **STATED, document=file())


@pytest.fixture
def confirmed(officer: Client, law: str) -> str:
    return sent(officer, f"{law}confirm/")


def provision(number: str) -> LawProvision:
    with acting(SYSTEM):
        return LawProvision.objects.get(number=number)
