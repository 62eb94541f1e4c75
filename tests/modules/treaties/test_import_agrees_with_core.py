"""The import's statements and the core's checks are two ways of saying one thing; here they are held together."""

import itertools
from datetime import date
from pathlib import Path

import pytest

from accede.core.treaties.acts import ActKind, RecordedAct
from accede.core.treaties.checks import mismatches_of
from accede.foundation.access import SYSTEM
from accede.modules.treaties.queries.register import current_register
from accede.modules.treaties.services.import_acts import Given, check_acts
from accede.modules.treaties.services.import_remarks import known_record
from tests.factories.small_record import AT, DEPOSITARY, complete_list, recorded, small_record

pytestmark = pytest.mark.django_db

STATES = ("FRA", "MAR", "RUS", "CSK", "HRV")
INSTRUMENTS = ("TOKYO-1963", "SUA-1988", "FIXEDPLATFORMS-1988", "FINANCING-1999")
KINDS = (
    ActKind.SIGNATURE,
    ActKind.RATIFICATION,
    ActKind.ACCESSION,
    ActKind.SUCCESSION,
    ActKind.CONSENT_UNSPECIFIED,
    ActKind.DENUNCIATION,
    ActKind.WITHDRAWAL,
    ActKind.DECLARATION,
)
DAYS = (
    date(1950, 1, 1),
    date(1963, 9, 14),
    date(1988, 3, 11),
    date(1995, 6, 1),
    date(2002, 1, 8),
    date(2020, 1, 1),
    None,
)


@pytest.fixture(autouse=True)
def record(db) -> None:
    small_record()
    complete_list("SUA-1988", "2014-07-10")
    recorded("TOKYO-1963", "FRA", ActKind.RATIFICATION, "1970-09-11")
    recorded("SUA-1988", "FRA", ActKind.APPROVAL, "1991-12-02")
    recorded("SUA-1988", "MAR", ActKind.ACCESSION, "2002-01-08")
    recorded("FINANCING-1999", "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded("FINANCING-1999", "MAR", ActKind.ACCESSION, "2001-01-07")
    recorded("FINANCING-1999", "MAR", ActKind.DENUNCIATION, "2001-06-07")
    recorded("TOKYO-1963", "FRA", ActKind.DECLARATION, "1970-09-11")


def test_a_row_is_refused_for_the_reasons_that_the_core_gives(tmp_path: Path):
    register = current_register()
    rows = list(itertools.product(INSTRUMENTS, STATES, KINDS, DAYS))
    differences, seen = [], set()

    for instrument, state, kind, on in rows[::9]:
        path = tmp_path / "row.csv"
        path.write_text(f"instrument,state,kind,on,source\n{instrument},{state},{kind},{on or ''},{DEPOSITARY}\n")
        outcome = check_acts(path, Given(), by=SYSTEM, at=AT)
        report = RecordedAct(
            key="new",
            instrument=instrument,
            state=state,
            kind=kind,
            source=DEPOSITARY,
            attested_on=date(2014, 7, 10),
            known_on=AT.date(),
            on=on,
        )
        expected = {
            p.code.value for p in mismatches_of(report, known_record(register, [], today=AT.date())) if p.blocks
        }
        if outcome.known:
            continue
        seen |= expected
        if set(outcome.by_code) != expected:
            differences.append((instrument, state, kind, on, dict(outcome.by_code), expected))

    assert not differences
    assert len(seen) >= 8
