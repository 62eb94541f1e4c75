import pytest
from django.db import transaction

from accede.foundation.access import SYSTEM
from accede.modules.mandates.models import Reading
from accede.modules.mandates.queries.rereading import read_again
from accede.modules.mandates.services.document_lines import document_of
from accede.modules.mandates.services.importing import apply_import, preview_import
from tests.conftest import TODAY
from tests.core.mandates.texts import FERRIES, LIGHTHOUSES

pytestmark = pytest.mark.django_db


def stored(text: str) -> Reading:
    apply_import(preview_import(document_of(text.encode(), name="sample.txt")), by=SYSTEM, at=TODAY)
    return Reading.objects.get()


def test_a_number_given_to_another_document_does_not_bring_back_the_earlier_one():
    with transaction.atomic():
        number = stored(LIGHTHOUSES).pk
        assert read_again(number).symbol == "A/RES/74/901"
        transaction.set_rollback(True)

    other = stored(FERRIES)
    Reading.objects.create(
        pk=number, mandate=other.mandate, kind="imported", digest="another", lines=other.lines, read_at=TODAY
    )

    assert read_again(number).symbol == other.mandate.symbol
