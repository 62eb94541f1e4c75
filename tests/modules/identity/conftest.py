import pytest
from django.core import mail

from tests.factories import people
from tests.factories.people import TestPerson


@pytest.fixture
def outbox(mailoutbox: list[mail.EmailMessage]) -> list[mail.EmailMessage]:
    """The letters that were sent."""
    return mailoutbox


@pytest.fixture
def ministry(db):
    return people.organisation()


@pytest.fixture
def other_ministry(db):
    return people.organisation("Ministry of Justice of Examplia (sample)", state="XSB")


@pytest.fixture
def ada(db) -> TestPerson:
    """An administrator."""
    return people.person("Ada Adeyi", role="administrator")


@pytest.fixture
def alma(db) -> TestPerson:
    """Another administrator."""
    return people.person("Alma Alves", role="administrator")


@pytest.fixture
def amal(ministry) -> TestPerson:
    """The focal point of Samplonia, coordinator of its ministry."""
    return people.person(
        "Amal Abara", acts_for=ministry, is_coordinator=True, role="focal_point", scope=("state", "XSA")
    )


@pytest.fixture
def bela(other_ministry) -> TestPerson:
    """The focal point of Examplia."""
    return people.person("Bela Benak", acts_for=other_ministry, role="focal_point", scope=("state", "XSB"))


@pytest.fixture
def nil(db) -> TestPerson:
    """Somebody who may do nothing."""
    return people.person("Nil Novak")
