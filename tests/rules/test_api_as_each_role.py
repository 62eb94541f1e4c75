"""Questions that the API's description allows, made by Schemathesis and asked as each role.

No question is a fault, none is answered with what the description does not say, and people of two States are answered
alike wherever an address is public.
"""

from collections.abc import Iterator
from typing import Any

import hypothesis
import pytest
import schemathesis
from django.test import Client
from hypothesis import HealthCheck
from hypothesis import strategies as st
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation.access import PUBLIC, addresses_below, audiences_of
from accede.site.api import api
from tests.factories.nine_people import signed_in, two_sides
from tests.factories.small_record import small_record
from tests.support.many_requests import many_requests, shared_record

pytestmark = pytest.mark.django_db
FOUND_OF_WHAT_THEY_MAY_SEE = frozenset({"search", "search_suggestions", "figure_list", "figure_detail"})
"""Public operations that find more for whoever may see more; what they refuse is the same for all."""
QUESTIONS = 6
"""Asked at each public operation, as a visitor and as one of each State: who asks makes no difference there."""
QUESTIONS_OF_ALL = 3
"""Asked at each of the others, as everybody."""

OF_EACH_SIDE = ("visitor", "focal_point of XSA", "auditor of XSB")


def described() -> list[Any]:
    """Return the operations of the API's description."""
    schema = schemathesis.openapi.from_dict(api.get_openapi_schema())
    found: list[Any] = list(schema.get_all_operations())
    return [result.ok() for result in found]


def ask(client: Client, case: Any) -> Any:
    """Put a question as it would come over HTTP."""
    address = f"{case.formatted_path}".replace("\\", "%5C")
    return client.generic(case.method.upper(), address, query_params=case.query or {}, headers=dict(case.headers or {}))


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[dict[str, Client]]:
    """A browser for each role of both States, and for a visitor."""
    with shared_record(django_db_blocker), many_requests():
        small_record()
        found = {"visitor": signed_in(None)}
        for side in two_sides():
            found.update({f"{role} of {side.state}": signed_in(person) for role, person in side.people.items()})
        yield found


def told(operation: Any, answer: Any) -> tuple[int, bytes]:
    """Return what of an answer must be the same for everybody."""
    finds_more = answer.status_code == 200 and operation.definition.raw["operationId"] in FOUND_OF_WHAT_THEY_MAY_SEE
    return answer.status_code, b"" if finds_more else answer.content


@pytest.mark.parametrize("operation", described(), ids=lambda operation: operation.label)
def test_no_question_is_a_fault_or_tells_one_more_than_another(operation, everybody):
    statuses = {int(code) for code in operation.definition.raw["responses"]} | {400, 404, 405}
    public = {address.name for address in addresses_below() if PUBLIC in audiences_of(address.view)}
    is_public = f"api:{operation.definition.raw['operationId']}" in public

    asking = {who: client for who, client in everybody.items() if not is_public or who in OF_EACH_SIDE}

    @hypothesis.settings(
        max_examples=QUESTIONS if is_public else QUESTIONS_OF_ALL,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
    )
    @hypothesis.given(case=st.one_of(operation.as_strategy()))
    def question(case: Any) -> None:
        answers = {who: ask(client, case) for who, client in asking.items()}
        for who, answer in answers.items():
            assert answer.status_code < 500, f"{who}: {answer.status_code}"
            assert answer.status_code in statuses, f"{who}: {answer.status_code}"
        if is_public:
            assert len({told(operation, answer) for answer in answers.values()}) == 1

    question()


def test_every_operation_is_asked():
    assert len(described()) >= 14
