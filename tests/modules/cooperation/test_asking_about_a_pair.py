"""An opinion about two States needs what concerns them, and nothing of the others."""

from datetime import date

import pytest

from accede.core.cooperation.effects import Purpose
from accede.modules.cooperation.queries.snapshot import Cooperation, cooperation_about, current_cooperation
from accede.modules.cooperation.words.opinion_question import understand
from accede.modules.cooperation.words.opinions import opinions_document
from tests.factories.cooperation_record import cooperation_record

pytestmark = pytest.mark.django_db


def answered(snapshot: Cooperation, pair: tuple[str, str], purpose: Purpose) -> object:
    asked, wrong = understand(
        snapshot,
        requesting=pair[0],
        requested=pair[1],
        offence="FINANCING-1999",
        on=date(2014, 7, 10),
        purpose=purpose,
        language="en",
    )
    return opinions_document(snapshot, asked, "en") if asked else [fault.words for fault in wrong]


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("pair", [("FRA", "MAR"), ("MAR", "FRA"), ("RUS", "FRA"), ("FRA", "Atlantis"), ("FRA", "FRA")])
def test_it_is_the_one_that_the_whole_record_gives(pair, purpose):
    cooperation_record()

    assert answered(cooperation_about(pair), pair, purpose) == answered(current_cooperation(), pair, purpose)
