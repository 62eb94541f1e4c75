"""Bodies in time, and the clock of their working days."""

from datetime import date

import pytest

from accede import data
from accede.core.assistance.gate_facts import Contact
from accede.core.coordination.bodies import Belonging, belonging_on, spoken_for, successor_of
from accede.core.coordination.consultations import ConsultationState, claimants, contact_of
from accede.core.coordination.reading_bodies import bodies_in
from accede.core.coordination.working_days import day_after

BODIES = bodies_in(data.document("coordination/bodies.yaml"))


def belonging(body: str, group: str, day: date) -> Belonging:
    found = next(one for one in BODIES[body].memberships if one.of == group)
    return belonging_on(found, BODIES[group], day)


def test_the_task_force_ends_on_the_day_on_which_the_compact_begins():
    eve, day = date(2018, 2, 22), date(2018, 2, 23)

    assert BODIES["CTITF"].exists_on(eve)
    assert not BODIES["CTITF"].exists_on(day)
    assert not BODIES["GCTCC"].exists_on(eve)
    assert BODIES["GCTCC"].exists_on(day)
    assert successor_of("CTITF", BODIES.values()) is BODIES["GCTCC"]


@pytest.mark.parametrize(
    ("body", "group", "day", "expected"),
    [
        ("INTERPOL", "CTITF", date(2009, 10, 30), Belonging.NOT_KNOWN),
        ("INTERPOL", "CTITF", date(2009, 10, 31), Belonging.MEMBER),
        ("INTERPOL", "CTITF", date(2018, 2, 22), Belonging.MEMBER),
        ("INTERPOL", "CTITF", date(2018, 2, 23), Belonging.ENDED),
        ("INTERPOL", "CTITF", date(2004, 12, 31), Belonging.NOT_YET),
        ("INTERPOL", "GCTCC", date(2018, 2, 22), Belonging.NOT_YET),
        ("WCO", "GCTCC", date(2018, 2, 23), Belonging.MEMBER),
        ("FATF", "GCTCC", date(2020, 1, 1), Belonging.NOT_KNOWN),
        ("OHCHR", "CTITF", date(2010, 1, 1), Belonging.NOT_KNOWN),
    ],
)
def test_membership_is_of_a_day_and_unknown_is_not_no(body, group, day, expected):
    assert belonging(body, group, day) is expected


def test_the_compact_answers_for_the_task_force_once_that_has_ended():
    assert spoken_for(BODIES["GCTCC"], BODIES.values(), date(2026, 12, 1)) == ("GCTCC", "CTITF")
    assert spoken_for(BODIES["CTED"], BODIES.values(), date(2026, 12, 1)) == ("CTED",)


def test_every_body_has_a_name_in_each_language_and_says_whether_a_document_was_read():
    assert all(set(one.names) == {"en", "fr", "es", "ru", "ar", "zh-hans"} for one in BODIES.values())
    assert {one.key for one in BODIES.values() if not one.is_verified} == {"OHCHR", "IAEA", "ICAO", "IMO"}


def test_a_document_with_a_strange_source_or_group_is_refused():
    names = {"en": "A sample"}
    strange = {"key": "X", "kind": "group", "themes": [], "source": "a", "names": names}
    with pytest.raises(ValueError, match="no such source"):
        bodies_in({"sources": {}, "bodies": [strange]})
    with pytest.raises(ValueError, match="no such body: Y"):
        bodies_in({"sources": {"a": {"is_read": True}}, "bodies": [{**strange, "follows": "Y"}]})


@pytest.mark.parametrize(
    ("sent", "days", "week", "closed", "until"),
    [
        (date(2026, 12, 1), 3, "mon_fri", (), date(2026, 12, 4)),
        (date(2026, 12, 1), 4, "mon_fri", (), date(2026, 12, 7)),
        (date(2026, 12, 1), 4, "sun_thu", (), date(2026, 12, 7)),
        (date(2026, 12, 1), 3, "sun_thu", (), date(2026, 12, 6)),
        (date(2026, 12, 1), 3, "mon_fri", (date(2026, 12, 3),), date(2026, 12, 7)),
        (date(2026, 12, 4), 1, "mon_fri", (date(2026, 12, 5),), date(2026, 12, 7)),
    ],
)
def test_the_clock_counts_the_working_days_of_the_office(sent, days, week, closed, until):
    assert day_after(sent, days, week=week, closed=closed) == until


@pytest.mark.parametrize("days", [0, -1, 91])
def test_a_time_of_no_days_is_none(days):
    with pytest.raises(ValueError, match="working days"):
        day_after(date(2026, 12, 1), days, week="mon_fri")


def test_what_the_gates_read_of_a_consultation():
    sent, until = date(2026, 12, 1), date(2026, 12, 4)

    def contact(state: ConsultationState) -> Contact | None:
        return contact_of("CTC", state, sent_on=sent, object_until=until, has_document=True)

    assert contact(ConsultationState.DRAFT) is None
    assert contact(ConsultationState.CALLED_OFF) is None
    assert contact(ConsultationState.SILENT) == Contact("CTC", sent, until, "", has_document=True)
    assert contact(ConsultationState.OBJECTED) == Contact("CTC", sent, until, "objected", has_document=True)
    assert contact(ConsultationState.RESOLVED) == Contact("CTC", sent, until, "agreed", has_document=True)


def test_several_who_want_to_lead_are_named_and_one_is_not():
    assert claimants([("CTC", True), ("CTED", False)]) == ()
    assert claimants([("CTC", True), ("CTED", True), ("CTC", True)]) == ("CTC", "CTED")
