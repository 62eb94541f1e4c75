import pytest
from django.core.mail import EmailMessage

from tests.factories import people
from tests.factories.people import TestPerson
from tests.support.letters import Letters


@pytest.fixture
def outbox(db: None, mailoutbox: list[EmailMessage]) -> Letters:
    """The letters that were sent; what waits is sent when somebody looks."""
    mailoutbox.clear()
    return Letters()


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
