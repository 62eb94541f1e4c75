"""How old the documents are that a text cites."""

import pytest

from accede.core.mandates.clauses.citing import Cited, years_cited


@pytest.mark.parametrize(
    ("citation", "year"),
    [
        (("60/901", "A/RES/60/901", "8 September 2006"), 2006),
        (("60/901", "A/RES/60/901", ""), 2005),
        (("2901 (2024)", "S/RES/2901(2024)", ""), 2024),
        (("2007/901", "E/RES/2007/901", ""), 2007),
        (("Lamp Convention", "", ""), None),
    ],
)
def test_the_year_of_a_document_is_that_of_its_day_else_of_its_symbol(citation, year):
    found = years_cited([citation])

    assert (found.oldest if found is not None else None) == year


def test_each_document_counts_once_and_half_of_them_are_of_the_middle_year_or_later():
    cited = [("1/1", f"E/RES/{year}/1", "") for year in (1994, 1994, 2015, 2020, 2023)]

    assert years_cited([*cited, ("Lamp Convention", "", "")]) == Cited(4, 1994, 2023, 2020)
