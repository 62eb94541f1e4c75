"""Figures over activities, consultations and reviews of laws, and the published figures beside ours."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from accede import data
from accede.core.treaties.acts import ActKind
from accede.foundation import clock
from accede.foundation.access import ANONYMOUS, SYSTEM
from accede.foundation.access.acting import acting
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.reporting.queries.definitions import definitions
from accede.modules.reporting.queries.figures import answer_for, definitions_for
from accede.modules.reporting.queries.published import published_figures
from accede.modules.treaties.queries.register import forget_snapshots
from accede.site.sample_programme import make_sample_programme
from tests.conftest import TODAY
from tests.factories.small_record import recorded, small_record, two_parties

pytestmark = pytest.mark.django_db


def counted(code: str, **parameters: str) -> list[str]:
    """Return what the records of a figure count."""
    with acting(SYSTEM):
        figure = answer_for(SYSTEM, definitions()[code], parameters, today=TODAY.date()).figure
    assert figure is not None
    return [one.counts for one in figure.records]


def test_activities_states_consultations_and_bodies_are_counted_each_by_its_rule(settings):
    settings.ACCEDE_SAMPLE_PEOPLE = True
    small_record()
    load_shipped_mandates(at=TODAY)
    make_sample_programme(at=TODAY)
    always = {"from": "2000-01-01", "until": "2030-12-31"}

    activities, states = counted("activities-delivered", **always), counted("states-assisted", **always)
    consultations, bodies = counted("consultations-sent", **always), counted("bodies-consulted", **always)

    assert all(one.startswith("activity:") for one in activities)
    assert len(set(activities)) == len(activities) <= len(states)
    assert all(one.startswith("state:") for one in states)
    assert len(consultations) == len(bodies)
    assert counted("activities-delivered", **always, geography="FRA") == []
    assert {one.partition("/")[0] for one in counted("obligations-unanswered", on="2030-12-31")} <= {"rating:XSA"}
    assert counted("obligations-unanswered", on="2000-01-01") == []


def test_how_a_law_answers_is_told_to_nobody_outside(client):
    assert "obligations-unanswered" not in {one.definition.code for one in definitions_for(ANONYMOUS)}
    assert client.get("/en/figures/obligations-unanswered/").status_code == 404


def test_published_figures_are_counted_again_and_the_difference_is_shown(client):
    small_record()
    two_parties()
    recorded("TOKYO-1963", "FRA", ActKind.RATIFICATION, "1970-09-11")
    forget_snapshots()

    found = {one.key: one for one in published_figures(today=date(2026, 12, 1))}
    page = client.get("/en/figures/published/").content.decode()

    assert found["2001-tokyo"].difference == Decimal(1 - 172)
    assert found["2022-new"].difference == Decimal(-21)
    assert found["2008-supported"].difference is None
    assert "−171" in page
    assert "The records of those years are not here." in page
    assert "no page" not in page


def test_each_published_figure_has_its_source_and_either_a_figure_or_a_reason():
    for row in data.rows("figures/published.csv"):
        assert row["source"]
        assert row["said"]
        assert bool(row["code"]) or bool(row["why"]), row["key"]


def test_the_day_of_the_page_is_not_asked_for_and_nothing_else_is(client):
    with clock.stopped_at(datetime(2026, 12, 1, tzinfo=UTC)):
        assert client.get("/en/figures/published/?on=2020-01-01").status_code == 400
