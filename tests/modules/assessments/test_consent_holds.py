"""A State's consent holds everywhere: in the steps, in the database, in every face, from its withdrawal on."""

import random
import re
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.test import Client
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation.access import SYSTEM, Refused
from accede.foundation.access.acting import acting
from accede.foundation.problems import UnableTo
from accede.foundation.search.rebuilding import rebuild
from accede.modules.assessments.fields.assessments import CommentDetails
from accede.modules.assessments.fields.findings import FollowUpDetails, RecommendationDetails, TeamDetails
from accede.modules.assessments.models import Assessment, Consent, Need, SharedNeed
from accede.modules.assessments.services.assessments import comment, keep_report
from accede.modules.assessments.services.findings import follow_up, name_team, recommend
from accede.modules.assessments.services.needs import share_need, unshare_need
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.factories import money, people, visits
from tests.factories.small_record import AT, small_record
from tests.support.many_requests import many_requests, shared_record

pytestmark = pytest.mark.django_db

STATE, OTHER = "XSA", "XSB"
WORD = "lanternlaw"
VISITS, NEEDS, SHARED, SHARED_API, SEARCH = (
    "/en/assessments/?format=csv",
    "/api/v1/assessments/needs/",
    "/en/assessments/needs/shared/",
    "/api/v1/assessments/shared-needs/",
    f"/api/v1/search/?q={WORD}",
)
FACES = (
    VISITS,
    NEEDS,
    SHARED,
    SHARED_API,
    SEARCH,
    "/api/v1/calendar/own/?since=2026-10-01&until=2027-12-31",
    "/en/work/",
)
_OF_ONE_ANSWER = re.compile(r'csrfmiddlewaretoken" value="[^"]*"|nonce="[^"]*"')


@dataclass(frozen=True, slots=True)
class Everybody:
    """The people around a State, each with a browser, and the bodies that take part or give."""

    body: UUID
    donor: UUID
    other_donor: UUID
    clients: dict[str, Client]
    people: dict[str, people.TestPerson]


@pytest.fixture(scope="module")
def everybody(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Everybody]:
    with shared_record(django_db_blocker):
        small_record()
        load_shipped_mandates(at=AT)
        ministry, other = people.organisation(), people.organisation("Ministry of Examplia (sample)", state=OTHER)
        body = people.organisation("Directorate (sample)", state="")
        donor, other_donor = money.donor(), money.donor("Donor of Examplia (sample)")
        made = {
            "focal": people.person("Amal A", acts_for=ministry, role="focal_point", scope=("state", STATE)),
            "other focal": people.person("Bela B", acts_for=other, role="focal_point", scope=("state", OTHER)),
            "officer": people.person("Olu O", role="programme_officer"),
            "named officer": people.person("Nour N", role="programme_officer", scope=("state", STATE)),
            "donor": _represents("Dora D", donor),
            "other donor": _represents("Eda E", other_donor),
            "finance": people.person("Faye F", role="finance_officer"),
        }
        clients = {name: person.with_app().sign_in(Client()) for name, person in made.items()}
        rebuild()
        yield Everybody(body, donor, other_donor, {**clients, "visitor": Client()}, made)


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    with many_requests():
        yield


@pytest.fixture
def visited(everybody: Everybody) -> visits.Visited:
    return visits.visited(STATE, body=everybody.body, donor=everybody.donor, title=f"Help with a {WORD} (sample)")


def _represents(name: str, donor: UUID) -> people.TestPerson:
    return people.person(name, acts_for=donor, role="donor_representative", scope=("organisation", str(donor)))


def faces(everybody: Everybody, *names: str) -> dict[tuple[str, str], tuple[int, str]]:
    """Return what some people are shown by every face, without the marks of one answer."""
    shown = {}
    for name in names:
        for face in FACES:
            response = everybody.clients[name].get(face)
            body = b"".join(response) if response.streaming else response.content
            shown[name, face] = (response.status_code, _OF_ONE_ANSWER.sub("", body.decode()))
    return shown


def tells(everybody: Everybody, name: str) -> set[str]:
    """Return the faces that tell somebody of the need."""
    asked = {face: shown for (_who, face), (_status, shown) in faces(everybody, name).items()}
    return {face for face, shown in asked.items() if f"with a {WORD}" in shown}


OUTSIDE = ("other focal", "donor", "other donor")


def test_a_need_without_consent_changes_nothing_that_others_are_shown(everybody):
    before = faces(everybody, *OUTSIDE, "officer")

    with acting(SYSTEM):
        wanted = visits.agreed(visits.need(STATE, visit=None, title=f"Help with a {WORD} (sample)"))
        with pytest.raises(UnableTo, match="No consent"):
            share_need(wanted, everybody.donor, by=SYSTEM, at=AT)

    assert faces(everybody, *OUTSIDE, "officer") == before
    for name in ("focal", "named officer"):
        assert tells(everybody, name) == {NEEDS, SEARCH}
    for name in (*OUTSIDE, "officer", "finance", "visitor"):
        for address in (f"/en/assessments/needs/{wanted}/", f"/api/v1/assessments/needs/{wanted}/"):
            response = everybody.clients[name].get(address)
            assert response.status_code in {302, 404}
            assert WORD not in response.content.decode()


def test_a_withdrawal_by_raw_sql_hides_what_was_shown_in_every_face(everybody):
    made = visits.visited(STATE, body=everybody.body, donor=everybody.donor, title=f"Help with a {WORD} (sample)")
    assert tells(everybody, "donor") == {SHARED, SHARED_API, SEARCH}
    assert tells(everybody, "officer") == {NEEDS, SEARCH}
    page = f"/en/assessments/{made.visit}/"
    assert everybody.clients["officer"].get(page).status_code == 200

    with acting(everybody.people["focal"].actor), connection.cursor() as cursor:  # not even by a service of ours
        cursor.execute(
            "update assessments_consent set withdrawn_on = '2026-12-01', withdrawn_at = now(), withdrawal = 'x'"
            " where id = %s",
            [made.consent],
        )
    # The index of the search follows with the service of the product, which the next test calls.
    assert tells(everybody, "donor") | tells(everybody, "officer") <= {SEARCH}
    assert everybody.clients["officer"].get(page).status_code == 404
    assert everybody.clients["focal"].get(page).status_code == 200


def test_a_withdrawal_by_the_focal_point_takes_it_out_of_the_search_too(everybody):
    before = faces(everybody, *OUTSIDE, "officer")
    made = visits.visited(STATE, body=everybody.body, donor=everybody.donor, title=f"Help with a {WORD} (sample)")
    where = f"/en/assessments/consents/{made.consent}/withdraw/"
    assert everybody.clients["other focal"].post(where, {}).status_code == 404

    response = everybody.clients["focal"].post(where, {"withdrawn_on": "2026-12-01", "withdrawal": "Note 9 (sample)"})

    assert response.status_code == 302, response.content.decode()
    assert faces(everybody, *OUTSIDE, "officer") == before
    page = everybody.clients["named officer"].get(f"/en/assessments/{made.visit}/").content.decode()
    assert "The State has withdrawn its consent" in page
    with pytest.raises(UnableTo, match="withdrew its consent"):
        recommend(made.visit, RecommendationDetails("recommendation", "More.", "state"), by=SYSTEM, at=AT)
    with pytest.raises(UnableTo, match="withdrew its consent on"), acting(SYSTEM):
        visits.moved(made.visit, "draft")
    with acting(SYSTEM):
        again = visits.consent(STATE, body=everybody.body, donor=everybody.donor)
        with pytest.raises(UnableTo, match="has withdrawn"):
            share_need(made.need, everybody.donor, by=SYSTEM, at=AT)
    assert again != made.consent


def test_no_walk_leads_on_from_a_plan_without_a_consent_that_covers_it(everybody):
    chance = random.Random(20071218)  # noqa: S311  (a walk, no secret)
    on_its_way = {"agreed", "made", "commenting", "reported"}
    reached = set()
    with acting(SYSTEM):
        for _walk in range(8):
            covers = chance.random() < 0.7
            topics = ("legislation",) if covers else ("training",)
            given = visits.consent(STATE, body=everybody.body, topics=topics) if chance.random() < 0.8 else None
            number = visits.planned(STATE, body=everybody.body, consent=given)
            stands = given is not None
            for _step in range(10):
                what = chance.choice(
                    ["agree", "agree", "team", "make", "make", "draft", "report", "replan", "withdraw", "report-file"]
                )
                with nullcontext() if what == "withdraw" else _allowed():
                    if what == "withdraw" and stands and given is not None and chance.random() < 0.3:
                        visits.withdrawn(given)
                        stands = False
                    elif what == "report-file":
                        keep_report(number, visits.note(), by=SYSTEM, at=AT)
                    elif what == "team":
                        name_team(number, TeamDetails(everybody.body, "Expert"), by=SYSTEM, at=AT)
                    elif what != "withdraw":
                        before = Assessment.objects.get(id=number).state
                        visits.moved(number, what, reason="Because (sample).")
                        after = Assessment.objects.get(id=number).state
                        reached.add(after)
                        assert after not in on_its_way or (stands and covers), (before, what)
    assert "made" in reached


class _allowed:  # noqa: N801  (reads as a word)
    """Let a refusal pass: the walk goes on."""

    def __enter__(self) -> None:
        self._savepoint = transaction.atomic()
        self._savepoint.__enter__()

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: object) -> bool:
        self._savepoint.__exit__(kind, error, trace)  # type: ignore[arg-type]
        return isinstance(error, UnableTo | Refused)


@pytest.mark.parametrize(
    "wrong",
    [
        "update assessments_assessment set state = 'agreed', moved_at = now() where id = %(visit)s",
        "update assessments_consent set topics = '{tools}' where id = %(consent)s",
        "update assessments_consent set withdrawn_at = null, withdrawn_on = null where id = %(gone)s",
        "update assessments_sharedneed set organisation = %(other)s where need_id = %(need)s",
        "update assessments_sharedneed set until = '2030-01-01' where need_id = %(need)s",
        "update assessments_sharedneed set found = 'more' where need_id = %(need)s",
        "update assessments_need set priority = 'low', priority_agreed_on = null where id = %(need)s",
    ],
)
def test_the_database_refuses_by_itself_what_lies_outside_the_consent(everybody, visited, wrong):
    with acting(SYSTEM):
        unasked = visits.planned(STATE, body=everybody.body, consent=None)
        gone = visits.consent(STATE, body=everybody.body)
        visits.withdrawn(gone)
        values = {"visit": unasked, "consent": visited.consent, "gone": gone, "need": visited.need}
        with pytest.raises((IntegrityError, ProgrammingError)), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(wrong, {**values, "other": everybody.other_donor})


def test_rows_are_hidden_from_raw_sql_too(everybody, visited):
    def seen(name: str) -> tuple[int, ...]:
        with acting(everybody.people[name].actor), connection.cursor() as cursor:
            counts = []
            for model in (Assessment, Consent, Need, SharedNeed):
                cursor.execute(f"select count(*) from {model._meta.db_table}")
                counts.append(cursor.fetchone()[0])
        return tuple(counts)

    assert (seen("donor"), seen("other donor"), seen("other focal")) == ((0, 0, 0, 1), (0, 0, 0, 0), (0, 0, 0, 0))
    assert (seen("focal"), seen("officer")) == ((1, 1, 1, 0), (1, 1, 1, 1))
    visits.withdrawn(visited.consent)
    assert (seen("donor"), seen("officer"), seen("focal")) == ((0, 0, 0, 0), (0, 1, 0, 0), (1, 1, 1, 0))


def test_what_is_shared_ends_with_the_consents_last_day_and_by_hand(everybody):
    with acting(SYSTEM):
        given = visits.consent(
            STATE, body=everybody.body, donor=everybody.donor, valid_until=date(2026, 12, 1), may_share=("needs",)
        )
        number = visits.planned(STATE, body=everybody.body, consent=given)
        wanted = visits.agreed(visits.need(STATE, visit=number, title=f"Help with a {WORD} (sample)"))
        with pytest.raises(UnableTo, match="does not name this organisation"):
            share_need(wanted, everybody.other_donor, by=SYSTEM, at=AT)
        share_need(wanted, everybody.donor, by=SYSTEM, at=AT)
    assert SHARED in tells(everybody, "donor")
    with acting(SYSTEM):
        unshare_need(wanted, everybody.donor, by=SYSTEM, at=AT)
    assert tells(everybody, "donor") == set()


def test_a_report_goes_out_after_the_states_comments_and_closes_with_evidence(everybody, visited):
    focal = everybody.people["focal"].actor
    with acting(SYSTEM):
        keep_report(visited.visit, visits.note("A report (sample)."), by=SYSTEM, at=AT)
        visits.moved(visited.visit, "draft")
        with pytest.raises(UnableTo, match="time runs until 2026-12-31"):
            visits.moved(visited.visit, "report")
        point = recommend(
            visited.visit, RecommendationDetails("action_point", "Write (sample).", "programme"), by=SYSTEM, at=AT
        )
    with acting(focal):
        comment(visited.visit, CommentDetails(AT.date(), "None (sample)."), by=focal, at=AT)
    with acting(SYSTEM):
        visits.moved(visited.visit, "report")
        with pytest.raises(UnableTo, match="still open: 1"):
            visits.moved(visited.visit, "close")
        with pytest.raises(UnableTo, match="document itself"):
            follow_up(point, FollowUpDetails(AT.date(), "carried_out", "Done (sample)."), by=SYSTEM, at=AT)
        done = FollowUpDetails(AT.date(), "carried_out", "Done (sample).")
        follow_up(point, done, visits.note("Evidence (sample)."), by=SYSTEM, at=AT)
        visits.moved(visited.visit, "close")
        assert Assessment.objects.get(id=visited.visit).state == "closed"
