"""A small record of cooperation: who holds what, one bilateral treaty, two national rules, one regional treaty."""

from typing import Any

from accede.core.treaties.acts import ActKind
from accede.modules.cooperation.models import BilateralReport, NationalRule, RegionalReport, RegionalTreaty
from tests.factories.small_record import DEPOSITARY, complete_list, edition_of_a_test, recorded, small_record

HOSTAGES, FINANCING, MONTREAL, AIRPORTS = "HOSTAGES-1979", "FINANCING-1999", "MONTREAL-1971", "AIRPORTS-1988"
TREATY = "treaty-of-the-test"
LAST_LIST = "2014-07-10"


def cooperation_record() -> None:
    """Make the record: France, Morocco and Czechia under the Hostages Convention; Morocco and France have a treaty."""
    small_record()
    for state, on in (("FRA", "2000-06-09"), ("MAR", "2007-05-09"), ("CZE", "2001-01-10")):
        recorded(HOSTAGES, state, ActKind.ACCESSION, on)
    recorded(FINANCING, "FRA", ActKind.RATIFICATION, "2002-01-07")
    recorded(FINANCING, "MAR", ActKind.RATIFICATION, "2002-09-19")
    recorded(MONTREAL, "FRA", ActKind.ACCESSION, "1976-06-30")
    for instrument in (HOSTAGES, FINANCING, MONTREAL, AIRPORTS):
        complete_list(instrument, LAST_LIST)
    bilateral("FRA", "MAR", in_force_on="2011-05-01")
    for state, words in (("CZE", ""), ("FRA", "Words.")):
        NationalRule.objects.create(
            state_id=state, needs_treaty="no", nationals="no", source_id=DEPOSITARY, words=words, **known_since()
        )
    RegionalTreaty.objects.create(
        key="REGIONAL-1", place=0, terms={"key": "REGIONAL-1", "title": "A regional treaty", "serves": ["mla"]}
    )
    RegionalReport.objects.create(
        treaty_id="REGIONAL-1",
        state_id="FRA",
        kind="ratification",
        attested_on="2010-01-01",
        source_id=DEPOSITARY,
        **known_since(),
    )


def known_since() -> dict[str, Any]:
    """Return since when the rows of the test are known, and by which edition."""
    return {"known_on": "2026-11-23", "edition": edition_of_a_test()}


def bilateral(first: str, second: str, *, in_force_on: str | None = None, status: str = "in_force") -> None:
    """Put a bilateral extradition treaty into the record."""
    BilateralReport.objects.create(
        key=TREATY,
        first_id=first,
        second_id=second,
        kind="extradition",
        status=status,
        signed_on="2008-04-18",
        in_force_on=in_force_on,
        attested_on="2014-07-10",
        source_id=DEPOSITARY,
        **known_since(),
    )
