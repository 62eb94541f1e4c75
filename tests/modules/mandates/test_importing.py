import pytest

from accede.foundation.access import ANONYMOUS, SYSTEM, Refused
from accede.foundation.audit.models import Event
from accede.foundation.imports.problems import FileRefused
from accede.modules.mandates.models import Correction, Duty, Mandate, Paragraph, Reading
from accede.modules.mandates.queries.duties import duties_due, duties_under
from accede.modules.mandates.queries.mandates import (
    Wanted,
    mandate_at,
    mandate_lines,
    paragraphs_of,
    series_of,
)
from accede.modules.mandates.services.correcting import Correcting, UnableToCorrect, correct_duty, correct_paragraph
from accede.modules.mandates.services.document_lines import document_of
from accede.modules.mandates.services.importing import apply_import, preview_import
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.conftest import TODAY
from tests.core.mandates.days import day
from tests.core.mandates.texts import FERRIES, LIGHTHOUSES

pytestmark = pytest.mark.django_db


def bring_in(text: str, *, series: str = "") -> bool:
    preview = preview_import(document_of(text.encode(), name="sample.txt"))
    return apply_import(preview, by=SYSTEM, at=TODAY, series=series)


def test_a_preview_writes_nothing():
    preview = preview_import(document_of(LIGHTHOUSES.encode(), name="sample.txt"))

    assert (preview.reading.symbol, preview.is_known, preview.faults) == ("A/RES/74/901", False, ())
    assert not Mandate.objects.exists()


def test_an_import_stores_the_mandate_its_paragraphs_and_duties():
    assert bring_in(LIGHTHOUSES)

    line = mandate_at("A/RES/74/901")
    assert line is not None
    assert (line.reference, line.adopted_on, line.standing) == ("A-RES-74-901", day("2019-12-12"), "adopted")
    assert line.imported_id is not None
    assert [one.path for one in paragraphs_of(line.imported_id)][:4] == ["PP1", "PP2", "PP3", "1"]
    assert [one.key for one in duties_under(line)] == ["2a", "2b", "3a", "3b", "4"]


def test_the_same_document_again_changes_nothing_even_with_other_blank_lines():
    bring_in(LIGHTHOUSES)

    assert not bring_in(LIGHTHOUSES)
    assert not bring_in(LIGHTHOUSES.replace("\n\n", "\n\n\n"))
    assert Reading.objects.count() == 1


def test_another_text_of_the_same_resolution_is_a_new_reading_and_the_old_one_stays():
    bring_in(LIGHTHOUSES)

    assert bring_in(LIGHTHOUSES.replace("electric", "gas").replace("Electric", "Gas"))
    assert Mandate.objects.count() == 1
    assert Reading.objects.count() == 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Dear colleague, the lamps are out.", "mandate.no_resolution"),
        ("The General Assembly,\n\n1. Urges States to pay.", "mandate.no_symbol"),
        ("12/34. Lamps\n\nThe Society of Lamps,\n\n1. Urges States to pay.", ""),
    ],
)
def test_what_is_no_resolution_is_refused_and_nothing_is_stored(text, code):
    if code:
        with pytest.raises(FileRefused) as refused:
            bring_in(text)
        assert [one.code for one in refused.value.problems] == [code]
        assert not Mandate.objects.exists()
        assert not Paragraph.objects.exists()


def test_a_draft_is_stored_as_recommended():
    bring_in(FERRIES)

    line = mandate_at("E-RES-2021-901")
    assert line is not None
    assert (line.standing, line.adopting_organ) == ("recommended", "GA")


def test_due_duties_come_in_the_order_of_their_days():
    bring_in(LIGHTHOUSES)
    bring_in(FERRIES)

    due = [(one.symbol, one.key, one.due_until) for one in duties_due(mandate_lines())]
    assert due == [
        ("A/RES/74/901", "4", day("2022-09-12")),
        ("A/RES/74/901", "3b", day("2023-12-31")),
        ("A/RES/74/901", "4", None),
        ("E/RES/2021/901", "2", None),
    ]


def test_mandates_are_found_by_words_organ_and_series():
    bring_in(LIGHTHOUSES, series="sample-lamps")
    bring_in(FERRIES)

    assert [one.symbol for one in mandate_lines(Wanted(words="keepers"))] == ["A/RES/74/901"]
    assert [one.symbol for one in mandate_lines(Wanted(words="2021/901"))] == ["E/RES/2021/901"]
    assert [one.symbol for one in mandate_lines(Wanted(organ="ECOSOC"))] == ["E/RES/2021/901"]
    assert [one.symbol for one in mandate_lines(Wanted(series="sample-lamps"))] == ["A/RES/74/901"]
    assert mandate_lines(Wanted(words="zeppelin")) == []


def test_our_coded_reading_ships_with_duties_and_days_and_without_text():
    assert load_shipped_mandates(at=TODAY) == 1
    assert load_shipped_mandates(at=TODAY) == 0

    line = mandate_at("E-RES-2007-18")
    assert line is not None
    assert (line.standing, line.imported_id) == ("recommended", None)
    duties = {one.key: one for one in duties_under(line)}
    assert len(duties) == 16
    assert (duties["10"].due_from, duties["10"].due_until) == (day("2008-09-16"), day("2009-09-14"))
    assert (duties["9"].due_from, duties["9"].due_certainty) == (day("2009-12-01"), "unverified")
    assert series_of(line) == []


def test_a_correction_holds_beside_what_was_read():
    bring_in(LIGHTHOUSES)
    line = mandate_at("A-RES-74-901")
    assert line is not None
    assert line.imported_id is not None
    reading = line.imported_id

    place = next(one.place for one in paragraphs_of(reading) if one.path == "2")
    correct_paragraph(reading, place, Correcting({"addressees": ["the sea"]}, "misread"), by=SYSTEM, at=TODAY)
    correct_duty(reading, "4", Correcting({"due_until": "2022-12-31"}, "decided later"), by=SYSTEM, at=TODAY)
    correct_duty(reading, "4", Correcting({"due_until": "2022-12-30"}, "decided again"), by=SYSTEM, at=TODAY)

    paragraph = next(one for one in paragraphs_of(reading) if one.path == "2")
    assert paragraph.data["addressees"] == ["the sea"]
    duty = next(one for one in duties_under(line) if one.key == "4")
    assert duty.due_until == day("2022-12-30")
    assert [one.why for one in duty.corrected] == ["decided again"]
    assert Correction.objects.count() == 3
    assert Duty.objects.get(reading_id=reading, key="4").due_until == day("2022-09-12")


@pytest.mark.parametrize(
    ("key", "field", "value", "why"),
    [
        ("99", "what", "x", "why"),
        ("4", "colour", "x", "why"),
        ("4", "due_until", "31 January", "why"),
        ("4", "evidence", ["lamps"], "why"),
        ("4", "strength", "begged", "why"),
        ("4", "what", "x", " "),
        ("4", "due_until", "2021-01-31", "before the first day of the session"),
        ("4", "strength", "requested", "nothing differs"),
    ],
)
def test_a_correction_that_cannot_be_is_refused(key, field, value, why):
    bring_in(LIGHTHOUSES)
    reading = Reading.objects.get().pk

    with pytest.raises(UnableToCorrect):
        correct_duty(reading, key, Correcting({field: value}, why), by=SYSTEM, at=TODAY)
    assert not Correction.objects.exists()


def test_an_adopted_text_takes_the_place_of_the_draft_that_was_recommended():
    bring_in(FERRIES)
    adopted = LIGHTHOUSES.replace("Care of lighthouses", "Ferries between islands").replace(
        "12 December 2019", "12 December 2021"
    )
    bring_in(adopted.replace("74/901", "76/902"))

    assert {one.symbol: one.standing for one in mandate_lines()} == {
        "A/RES/76/902": "adopted",
        "E/RES/2021/901": "superseded",
    }
    bring_in(FERRIES.replace("far from each other", "far apart"))
    assert Mandate.objects.get(symbol="E/RES/2021/901").standing == "superseded"


def test_an_import_and_a_correction_are_on_the_timeline_of_the_mandate_with_before_and_after():
    bring_in(LIGHTHOUSES)
    bring_in(LIGHTHOUSES)
    reading = Reading.objects.get().pk
    correct_duty(reading, "4", Correcting({"due_until": "2022-12-31"}, "decided later"), by=SYSTEM, at=TODAY)

    events = Event.objects.filter(about_kind="mandate", about_key="A-RES-74-901").order_by("pk")
    assert sorted(one.key for one in events) == ["mandates.reading-corrected", "mandates.text-imported"]
    corrected = next(one for one in events if one.key == "mandates.reading-corrected")
    assert corrected.detail.body is not None
    assert corrected.detail.body["changes"] == {"due_until": ["2022-09-12", "2022-12-31"]}


def test_who_may_not_neither_imports_nor_corrects():
    preview = preview_import(document_of(LIGHTHOUSES.encode(), name="sample.txt"))

    with pytest.raises(Refused):
        apply_import(preview, by=ANONYMOUS, at=TODAY)
    with pytest.raises(Refused):
        correct_duty(1, "4", Correcting({"what": "x"}, "why"), by=ANONYMOUS, at=TODAY)
    assert not Mandate.objects.exists()
