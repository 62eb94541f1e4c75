"""A filled database of the release before periods of knowledge comes up to date, and loses nothing."""

import uuid
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from accede.foundation.access import Actor
from accede.foundation.audit import Face
from accede.foundation.audit.recording import record
from accede.modules.cooperation.models import BilateralReport, NationalRule, RegionalReport
from accede.modules.treaties import events
from accede.modules.treaties.models import Absence, Coverage, Edition, Gap, Report
from tests.factories.small_record import DEPOSITARY, small_record

pytestmark = pytest.mark.django_db
BEFORE = [("treaties", "0002_absences"), ("cooperation", "0002_saved_scenarios")]
AFTER = [("treaties", "0003_periods_of_knowledge"), ("cooperation", "0003_periods_of_knowledge")]
MADE = datetime(2026, 11, 28, 9, tzinfo=UTC)


def migrate(targets: list[tuple[str, str]]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("set constraints all immediate")
    executor = MigrationExecutor(connection)
    executor.migrate(targets)
    return MigrationLoader(connection).project_state(targets).apps


def test_rows_of_the_release_before_are_carried_over():
    old = migrate(BEFORE)
    small_record()
    person = uuid.uuid4()
    model = old.get_model
    shipped, shipped_beside, brought = (
        model("treaties", "Edition").objects.create(made_at=MADE, face=face, reason="r").pk
        for face in ("shipped", "shipped cooperation", "web")
    )
    by = Actor(person=person)
    about = events.edition_subject(brought)
    record(events.RECORD_EXTENDED, about=about, by=by, at=MADE, face=Face.WEB, file="f", edition=brought)
    fill(model, shipped=shipped, shipped_beside=shipped_beside, brought=brought)

    migrate(AFTER)

    checked = Report.objects.get(key="taken-back").source.checked_on
    assert (Report.objects.get(key="taken-back").retracted_on, Report.objects.known().count()) == (
        date(2026, 11, 29),
        1,
    )
    assert [row.key for row in Report.objects.known(date(2026, 11, 25)).order_by("key")] == ["stands", "taken-back"]
    lists = [*Coverage.objects.all(), *Absence.objects.all(), *Gap.objects.all()]
    assert {(row.known_on, row.edition_id) for row in lists} == {(checked, shipped)}
    beside = [*RegionalReport.objects.all(), *NationalRule.objects.all()]
    assert {(row.known_on, row.edition_id) for row in beside} == {(checked, shipped_beside)}
    assert dict(BilateralReport.objects.values_list("key", "known_on")) == {"ships": checked, "brought": MADE.date()}
    assert Edition.objects.get(pk=brought).made_by == person
    assert [e.part for e in Edition.objects.order_by("pk")] == ["acts", "treaties", "treaties"]


def fill(model: Any, *, shipped: int, shipped_beside: int, brought: int) -> None:
    """Put rows of every table into the tables as they were."""
    from_source = {"source_id": DEPOSITARY}
    act = {"instrument_id": "FINANCING-1999", "kind": "ratification", "attested_on": MADE.date(), **from_source}
    report = model("treaties", "Report").objects
    report.create(key="stands", state_id="FRA", known_on="2026-11-23", edition_id=shipped, **act)
    report.create(
        key="taken-back", state_id="MAR", known_on="2026-11-24", retracted_on="2026-11-29", edition_id=shipped, **act
    )
    model("treaties", "Coverage").objects.create(
        instrument_id="FINANCING-1999", complete_on="2014-07-10", **from_source
    )
    model("treaties", "Absence").objects.create(
        instrument_id="FINANCING-1999", state_id="BOL", on="2014-07-10", **from_source
    )
    model("treaties", "Gap").objects.create(subject="s", note="n", **from_source)
    model("cooperation", "RegionalTreaty").objects.create(key="R", place=0, terms={})
    model("cooperation", "RegionalReport").objects.create(
        treaty_id="R", state_id="FRA", kind="ratification", **from_source
    )
    model("cooperation", "NationalRule").objects.create(
        state_id="FRA", needs_treaty="yes", nationals="no", **from_source
    )
    for key, edition, ships in (("ships", shipped_beside, True), ("brought", brought, False)):
        model("cooperation", "BilateralReport").objects.create(
            key=key,
            first_id="FRA",
            second_id="MAR",
            kind="mla",
            status="named",
            is_shipped=ships,
            edition_id=edition,
            **from_source,
        )


def test_the_way_back_is_open():
    migrate(BEFORE)
    assert migrate(AFTER).get_model("treaties", "Edition").objects.count() == 0
