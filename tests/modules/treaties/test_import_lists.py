"""Lists of parties in the shapes in which depositaries and others publish them; the rows are invented."""

from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
import yaml

from accede.foundation.imports import CellRefused, Problem, day_reader, open_table
from accede.modules.treaties.services.import_participants import as_acts, without_notes

TODAY = date(2026, 12, 1)


def acts(tmp_path: Path, text: str) -> tuple[list[tuple[str, ...]], list[Problem]]:
    """Return state, kind, day and day of effect of each act that a list tells."""
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    table = as_acts(open_table(path))
    refused: list[Problem] = []
    read = day_reader(latest=None)
    places = [
        table.header.index(name) if name in table.header else None for name in ("state", "kind", "on", "in_force_on")
    ]
    found = []
    with closing(table):
        for _number, cells in table.rows(refused.append):
            state, kind, *days = ("" if place is None else cells[place] for place in places)
            found.append((state, kind, *((read(day) or "") if day else "" for day in days)))
    return found, refused


LISTS = yaml.safe_load((Path(__file__).parent / "cases" / "lists.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("row", [pytest.param(row, id=row["case"]) for row in LISTS])
def test_a_list_is_read_by_its_shape(tmp_path, row):
    found, refused = acts(tmp_path, row["table"])

    assert found == [tuple(act) for act in row["acts"]]
    assert refused == []


def test_one_row_an_act_is_left_as_it_is(tmp_path):
    path = tmp_path / "uns.csv"
    path.write_text(
        "Participant,Action,Date of Notification/Deposit,Date of Effect\nChad,Accession,04/06/2004,04/07/2004\n",
        "utf-8",
    )

    with closing(as_acts(open_table(path))) as table:
        assert table.header == ("Participant", "Action", "Date of Notification/Deposit", "Date of Effect")


def test_a_letter_that_means_nothing_is_told_with_its_row(tmp_path):
    found, refused = acts(tmp_path, "Participant,Signature,Accession(a)\nChad,, 4 Jun 2004 r\n")

    assert found == []
    assert [(problem.row, problem.code) for problem in refused] == [(2, "participants.letter")]


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Tonga (3)(6)", "Tonga"),
        ("Czech Republic 2, 5", "Czech Republic"),
        ("France*", "France"),
        ("Bolivia (Plurinational State of)", "Bolivia (Plurinational State of)"),
        ("Bosnia and Herzegovina (4) [7]", "Bosnia and Herzegovina"),
        ("Denmark(*)", "Denmark"),
    ],
)
def test_the_signs_of_footnotes_are_no_part_of_a_name(printed, name):
    assert without_notes(printed) == name


@pytest.mark.parametrize("text", ["03/04/2005", "12-07-1972"])
def test_figures_with_two_readings_are_still_asked_about(text):
    with pytest.raises(CellRefused) as caught:
        day_reader(latest=TODAY)(text)

    assert caught.value.code == "day.ambiguous"
