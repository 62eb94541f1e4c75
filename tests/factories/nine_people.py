"""People of every role around two invented States, as rows, with what belongs to each State's side."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from allauth.mfa.adapter import get_adapter
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client

from accede.core.finance.facts import of_agreement
from accede.core.finance.money import DOLLAR
from accede.core.finance.rates import Rate
from accede.foundation.access import roles
from accede.foundation.numbers import number_by_chance
from accede.modules.assessments.models import Consent, Need, SharedNeed
from accede.modules.assistance.models import AssistanceRequest, RequestLetter, RequestQuestion
from accede.modules.cooperation.models import SavedScenario
from accede.modules.coordination.models import BodyFocalPoint, Consultation
from accede.modules.identity.models import Grant, Invitation, Membership, Organisation, OrganisationRole, Person
from accede.modules.outcomes.models import JoiningWay, Outcome
from accede.modules.resources.models import Contribution, Fund
from accede.modules.resources.services.posting import Fact, place_of, post

AT = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
FROM = date(2026, 1, 1)
STATES = ("XSA", "XSB")
_ROLES = {"focal_point": "authority", "partner_coordinator": "un-body", "donor_representative": "donor"}


@dataclass(frozen=True, slots=True)
class Side:
    """What belongs to one State's side: its people by role, and a thing of each sort, named as in addresses."""

    state: str
    people: dict[str, Person]
    things: dict[str, dict[str, object]]
    """For each role's organisation: person, organisation, membership, invitation, grant."""


def two_sides() -> tuple[Side, Side]:
    """Make everybody."""
    first, second = (_side(state) for state in STATES)
    return first, second


def signed_in(person: Person | None) -> Client:
    """Return a client as which the person has signed in with a second factor; None: a visitor."""
    client = Client(raise_request_exception=False)
    if person is not None:
        client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
        with_app(person)
    return client


def with_app(person: Person) -> None:
    """Give a person an authenticator app, whose secret nobody needs."""
    data = {"secret": get_adapter().encrypt("JBSWY3DPEHPK3PXP")}
    Authenticator.objects.get_or_create(user=person, type=Authenticator.Type.TOTP, defaults={"data": data})


def _side(state: str) -> Side:
    people: dict[str, Person] = {}
    things: dict[str, dict[str, object]] = {}
    for role in roles():
        if not role.is_granted:
            continue
        organisation = Organisation.objects.create(
            name=f"{role.key} of {state} (sample)",
            state_code=state if role.key == "focal_point" else "",
            is_sample=True,
            recorded_at=AT,
        )
        held = _ROLES.get(role.key, "secretariat")
        OrganisationRole.objects.create(organisation=organisation, role=held, valid_from=FROM)
        person = Person.objects.create(
            name=f"{role.key} {state} (sample)",
            email=f"{role.key}.{state}@sample.invalid",
            joined_at=AT,
            is_sample=True,
        )
        membership = Membership.objects.create(person=person, organisation=organisation, valid_from=FROM)
        grant = Grant.objects.create(
            person=person,
            role=role.key,
            **_scope(role.scope_kinds, state=state, organisation=organisation.pk),
            valid_from=FROM,
            because="A sample.",
            given_at=AT,
            by_operator=True,
        )
        people[role.key] = person
        things[role.key] = {
            "person": person.pk,
            "organisation": organisation.pk,
            "membership": membership.pk,
            "grant": grant.pk,
            "invitation": _invitation(organisation.pk),
            "scenario": _scenario(person.pk),
            **_money(organisation.pk),
            **_request(state if role.key == "focal_point" else "", organisation.pk),
            **_consulted(organisation.pk),
            **_came_about(state if role.key == "focal_point" else f"{state[:2]}{len(things)}", organisation.pk),
            **_needed(state if role.key == "focal_point" else f"{state[:2]}{len(things)}", organisation.pk),
        }
    return Side(state, people, things)


def _scenario(person: UUID) -> UUID:
    row = SavedScenario.objects.create(
        made_by_id=person,
        name="A sample",
        purpose="extradition",
        accessions="FRA FINANCING-1999",
        level="restricted",
        owner=f"person:{person}",
        readers=[person],
        saved_at=AT,
        changed_at=AT,
    )
    return row.pk


def _money(donor: UUID) -> dict[str, object]:
    """Return a fund, a contribution to it that is agreed, and the entry that says so."""
    fund, _made = Fund.objects.get_or_create(
        code="SAMPLE", defaults={"name": "A sample", "category": "special_purpose", "recorded_at": AT}
    )
    row = Contribution.objects.create(
        reference=str(donor),
        donor_id=donor,
        fund=fund,
        pledged_on=FROM,
        currency="USD",
        amount=100,
        agreed_on=FROM,
        agreement="A sample.",
        level="programme",
        owner=f"organisation:{donor}",
        recorded_at=AT,
    )
    lines = of_agreement(place_of(row), row.amount, DOLLAR, Rate("USD", FROM, Decimal(1)))
    entry = post(row, Fact("agreement", FROM), lines, at=AT)
    return {"fund": fund.pk, "contribution": row.pk, "entry": entry.pk}


def _request(state: str, organisation: UUID) -> dict[str, object]:
    """Return a request of a State, else of an organisation, that was received, with a question and a letter."""
    owner = {"level": "programme", "owner": f"state:{state}" if state else f"organisation:{organisation}"}
    row = AssistanceRequest.objects.create(
        **owner, id=number_by_chance(), state_code=state, organisation_id=None if state else organisation,
        subject="A sample", channel="form",
        state="draft", waits_for="state", begun_at=AT, language="en",
    )  # fmt: skip
    AssistanceRequest.objects.filter(pk=row.pk).update(
        state="received", moved_at=AT, received_on=FROM, series=owner["owner"], year=2026, running=1,
        reference=f"{owner['owner']}/2026/1",
    )  # fmt: skip
    question = RequestQuestion.objects.create(**owner, request=row, text="A sample?", asked_at=AT, due_on=FROM)
    words = {"title": "A sample", "day": "", "to": [], "facts": [], "paragraphs": [], "signature": ""}
    letter = RequestLetter.objects.create(
        **owner, request=row, running=1, kind="acknowledgement", language="en", words=words, made_at=AT
    )
    return {"asked": row.pk, "question": question.pk, "letter": letter.pk}


def _needed(state: str, organisation: UUID) -> dict[str, object]:
    """Return a State's consent, a need, and what of it is shown to an organisation."""
    belongs = {"state_code": state, "owner": f"state:{state}", "recorded_at": AT}
    consent = Consent.objects.create(
        **belongs,
        level="programme",
        authority="A sample.",
        reference="A sample.",
        given_on=FROM,
        valid_from=FROM,
        valid_until=date(2027, 12, 31),
        topics=["training"],
        may_share=["needs"],
        share_with=[str(organisation)],
        document=uuid4(),
    )
    about = {"title": "A sample.", "topic": "training", "what": "A sample.", "priority": "low"}
    need = Need.objects.create(**belongs, **about, level="owner_confidential", priority_agreed_on=FROM)
    shared = SharedNeed.objects.create(
        need=need,
        consent=consent,
        organisation=organisation,
        state_code=state,
        shared_on=FROM,
        until=consent.valid_until,
        **about,
    )
    return {"consent": consent.pk, "need": need.pk, "shared": shared.pk}


def _consulted(organisation: UUID) -> dict[str, object]:
    """Return the focal point of a body, and a consultation that was sent to it."""
    belongs = {"level": "programme", "owner": f"organisation:{organisation}", "body": "CTED"}
    office = BodyFocalPoint.objects.create(
        **belongs, organisation_id=organisation, office="A sample", email="office@sample.invalid", language="en",
        week="mon_fri", valid_from=FROM, recorded_at=AT,
    )  # fmt: skip
    row = Consultation.objects.create(
        **belongs, focal_point=office, subject_kind="visit", subject_key=str(organisation), strength="consulted",
        words="A sample?", working_days=3, opened_at=AT, state="draft",
    )  # fmt: skip
    letter = {
        "title": "A sample",
        "language": "en",
        "day": "",
        "to": [],
        "facts": [],
        "paragraphs": [],
        "signature": "",
    }
    Consultation.objects.filter(pk=row.pk).update(
        state="sent", moved_at=AT, sent_on=FROM, object_until=date(2027, 12, 31), letter=letter
    )
    return {"office": office.pk, "consultation": row.pk}


def _came_about(state: str, organisation: UUID) -> dict[str, object]:
    """Return an outcome in a State, and its way to joining an instrument."""
    row = Outcome.objects.create(
        level="programme", owner=f"state:{state}", state_code=state, kind="law", title="A sample",
        reference=str(organisation), happened_on=FROM, contributed=["visit:1"], how="A sample.",
        said_by="A sample", recorded_at=AT,
    )  # fmt: skip
    way = JoiningWay.objects.create(
        level="programme",
        owner=f"state:{state}",
        state_code=state,
        instrument=str(organisation),
        request=1,
        opened_at=AT,
    )
    return {"outcome": row.pk, "way": way.pk}


def _scope(kinds: tuple[str, ...], *, state: str, organisation: UUID) -> dict[str, str]:
    if "state" in kinds:
        return {"scope_kind": "state", "scope_key": state}
    if "organisation" in kinds:
        return {"scope_kind": "organisation", "scope_key": str(organisation)}
    return {"scope_kind": "all", "scope_key": ""}


def _invitation(organisation: UUID) -> UUID:
    made = Invitation.objects.create(
        token_hash=uuid4().bytes * 2,
        email=f"{uuid4().hex}@sample.invalid",
        language="fr",
        organisation_id=organisation,
        invited_at=AT,
        expires_at=AT + timedelta(days=7),
    )
    key: UUID = made.pk
    return key
