"""Every address × every role × own and other State: outsiders find nothing, and nobody finds a fault.

Made from the URL configuration and from the API's description; a new address or role is in it by existing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from django.test import Client
from django.urls import get_resolver
from pytest_django.plugin import DjangoDbBlocker

from accede.foundation.access import PUBLIC, SIGNED_IN, Address, addresses_below, audiences_of, roles
from accede.foundation.access.declaring import is_secret
from accede.foundation.pages.public import is_public_page
from accede.foundation.pages.public import pages as kept_pages
from accede.modules.identity.models import Person
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.site.api import api
from tests.factories.nine_people import Side, signed_in, two_sides
from tests.factories.small_record import AT, small_record
from tests.support.many_requests import many_requests, shared_record

pytestmark = pytest.mark.django_db

#: Parts of addresses that name no confidential thing.
COMMON = {"code": "FRA", "key": "FINANCING-1999", "state": "FRA", "instrument": "FINANCING-1999", "pk": "1",
          "provider_id": "nobody", "token": "nonsense", "uidb36": "1", "number": "1",
          "reference": "E-RES-2007-18", "other": "E-RES-2007-18", "place": "0", "duty": "2a", "step": "confirm",
          "body": "CTITF", "subject": "1", "plan": "1", "brought": "1",
          "follow_up": "00000000-0000-4000-8000-000000000000",
          "lesson": "00000000-0000-4000-8000-000000000000",
          "stage": "cabinet",
          "document": "1", "section": "1", "version": "1.2",
          "kind": "opinion-letter", "paper": "contact", "language": "en", "task": "what",
          "line": "00000000-0000-4000-8000-000000000000",
          "exception": "00000000-0000-4000-8000-000000000000", "figure": "adherences-new", "report": "implementation",
          "law": "00000000-0000-4000-8000-000000000000", "obligation": "financing.offence",
          "provision": "00000000-0000-4000-8000-000000000000",
          "activity": "1", "session": "00000000-0000-4000-8000-000000000000", "deed": "confirm",
          "followup": "00000000-0000-4000-8000-000000000000", "certificate": "NONE",
          "draft": "00000000-0000-4000-8000-000000000000",
          "notice": "00000000-0000-4000-8000-000000000000", "file": "00000000-0000-4000-8000-000000000000"}  # fmt: skip
THINGS = (
    "person",
    "organisation",
    "membership",
    "grant",
    "invitation",
    "scenario",
    "fund",
    "contribution",
    "entry",
    "asked",
    "letter",
    "question",
    "consent",
    "need",
    "shared",
    "office",
    "consultation",
    "call",
    "nominee",
    "outcome",
    "way",
)
#: Roles that act for one State or one organisation, and so are outsiders on the other side.
OF_ONE_SIDE = ("focal_point", "partner_coordinator", "donor_representative")
_PART = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>[^)]*\)")
_REFUSED, _WAY_IN, _FAULT, _OPEN, _NO_METHOD = "refused", "way in", "fault", "open", "no such method"
#: Addresses that open to nobody here, and why.
OPEN_TO_NOBODY = {
    "api:api-root": "the API's bare address holds nothing",
    "openid_connect_login": "no partner is set up",
    "openid_connect_callback": "no partner is set up",
    "api:act_detail": "the small record holds no acts",
    "api:source_detail": "the small record holds no source of that key",
    "treaties:act-detail": "the small record holds no acts",
    "treaties:state-picture": "the small record holds no acts",
    "cooperation:treaty-detail": "the small record holds no treaty of that key",
    "api:regional_treaty_detail": "the small record holds no treaty of that key",
    "treaties:source-detail": "the small record holds no source of that key",
    "api:fault_list": "the mandate that ships has no text to check",
    "mandates:paragraph-correct": "the mandate that ships has no text to correct",
    "api:comparison": "the mandate that ships has no text to compare",
    "identity:invitation-accept": "the link is nonsense",
    "identity:address-take": "the link is nonsense",
    "treaties:act-import": "the officers here work for one State each, and acts are of all",
    "treaties:refresh-list": "the officers here work for one State each, and acts are of all",
    "treaties:refresh-detail": "the officers here work for one State each, and acts are of all",
    "treaties:import-list": "the officers here work for one State each, and acts are of all",
    "treaties:import-detail": "the officers here work for one State each, and acts are of all",
    "cooperation:import-detail": "nobody has imported treaties",
    "treaties:proposed-list": "the officers here work for one State each, and acts are of all",
    "treaties:proposed-detail": "nobody has proposed an import",
    "treaties:proposed-file": "nobody has proposed an import",
    "cooperation:proposed-detail": "nobody has proposed an import",
    "cooperation:proposed-file": "nobody has proposed an import",
    "api:proposed_act_import": "nobody has proposed an import",
    "api:proposed_treaty_list": "nobody has proposed an import",
    "assistance:import": "the officers here work for one State each, and a register is of all",
    "assistance:tasks": "no request is being written",
    "assistance:task": "no request is being written",
    "resources:bank-line": "no line of the bank has that key",
    "resources:bank-aside": "no line of the bank has that key",
    "assessments:assessment": "nobody has planned a visit",
    "assessments:assessment-change": "nobody has planned a visit",
    "assessments:assessment-report": "nobody has planned a visit",
    "assessments:assessment-comment": "nobody has planned a visit",
    "assessments:team-new": "nobody has planned a visit",
    "assessments:finding-new": "nobody has planned a visit",
    "assessments:recommendation-new": "nobody has planned a visit",
    "assessments:follow-up": "nobody has recommended anything",
    "assessments:need-unshare": "the needs here are shared with nobody whom their State sees",
    "outcomes:new-in-state": "the officers here work for one State each, and none for France",
    "outcomes:follow-up": "no outcome is looked at again here",
    "outcomes:respond": "nothing was learned here",
    "outcomes:new-from": "the assistance here has no State that the officers act for",
    "legislation:law": "nobody has brought a law in",
    "legislation:law-confirm": "nobody has brought a law in",
    "legislation:law-discard": "nobody has brought a law in",
    "legislation:provision": "nobody has brought a law in",
    "legislation:review": "nobody has brought a law in",
    "legislation:obligation": "nobody has brought a law in",
    "legislation:law-akn": "nobody has brought a law in",
    "legislation:draft": "nobody has drafted an article",
    "legislation:draft-change": "nobody has drafted an article",
    "legislation:draft-new": "nobody has brought a law in",
    "legislation:gaps": "nobody has brought a law in",
    "legislation:second-reading": "nobody has brought a law in",
    "legislation:ask": "nobody has brought a law in",
    "legislation:wording-new": "nobody has brought a law in",
    "legislation:changes": "nobody has brought a law in",
    "legislation:question-answer": "nobody has asked about a law",
    "api:law_detail": "nobody has brought a law in",
    "api:law_akn": "nobody has brought a law in",
    "api:review_gaps": "nobody has brought a law in",
    "api:review_gaps_docx": "nobody has brought a law in",
    "api:visit_detail": "nobody has planned a visit",
    "coordination:consult": "no kind of thing is named",
    "coordination:answer-by-link": "the link is nonsense",
    "coordination:note": "the officers here work for one State each, and bodies are of all",
    "coordination:settle": "the officers here work for one State each, and bodies are of all",
    "coordination:focal-point-end": "the officers here work for one State each, and bodies are of all",
    "coordination:plan": "no body has entered a plan",
    "coordination:plan-change": "no body has entered a plan",
    "coordination:plan-withdraw": "no body has entered a plan",
    "coordination:plan-import-back": "no body has brought a file in",
    "api:plan_detail": "no body has entered a plan",
    "api:plan_overlaps": "no body has entered a plan",
    "api:thing_overlaps": "no kind of thing is named",
    "assistance:activity": "nobody has planned an activity",
    "assistance:activity-change": "nobody has planned an activity",
    "assistance:activity-fund": "nobody has planned an activity",
    "assistance:exception-confirm": "nobody has planned an activity",
    "assistance:outcome": "nobody has planned an activity",
    "assistance:paper-new": "nobody has planned an activity",
    "assistance:partner-new": "nobody has planned an activity",
    "api:activity_detail": "nobody has planned an activity",
    "training:event": "nobody has prepared an event",
    "training:event-new": "nobody has planned an activity",
    "training:event-change": "nobody has prepared an event",
    "training:session-new": "nobody has prepared an event",
    "training:participants": "nobody has prepared an event",
    "training:selection": "nobody has prepared an event",
    "training:day": "nobody has prepared an event",
    "training:sheet": "nobody has prepared an event",
    "training:session-drop": "nobody has prepared an event",
    "training:answer-down": "nobody was asked anything",
    "training:certificate": "nobody has a certificate",
    "training:certificate-file": "nobody has a certificate",
    "training:answer-by-link": "the link is nonsense",
    "api:training_event_detail": "nobody has prepared an event",
    "api:training_nomination_list": "nobody has prepared an event",
    "resources:commitment": "no purpose is named",
    "resources:commitment-release": "no purpose is named",
    "resources:commitment-spend": "no purpose is named",
    "reporting:document": "nobody has begun a report",
    "reporting:document-head": "nobody has begun a report",
    "reporting:document-freeze": "nobody has begun a report",
    "reporting:document-new": "the officers here work for one State each, and reports are of all",
    "reporting:section": "nobody has begun a report",
    "reporting:section-languages": "nobody has begun a report",
    "reporting:versions": "nobody has begun a report",
    "reporting:comments": "nobody has begun a report",
    "reporting:translations": "nobody has begun a report",
    "reporting:translation-sent": "nobody has begun a report",
    "api:report_detail": "nobody has begun a report",
    "files:file": "no file lies under that key",
    "files:delete": "no file lies under that key",
    "outbox:notice": "nobody was told of anything under that key",
    "outbox:stop": "the link is nonsense",
    "calendar:own-feed": "the address is nonsense",
    "mfa_deactivate_totp": "nobody has set up an app",
    "mfa_view_recovery_codes": "nobody has codes",
    "mfa_remove_webauthn": "nobody has a passkey",
}


@dataclass(frozen=True, slots=True)
class Visitor:
    """One who comes: their role, the side they are of, and their browser."""

    role: str
    side: Side | None
    client: Client

    def may_enter(self, address: Address) -> bool:
        openings = audiences_of(address.view)
        held = next((role for role in roles() if role.key == self.role), None)
        if PUBLIC in openings or (SIGNED_IN in openings and self.side is not None):
            return True
        return held is not None and any(permission in openings for permission in held.permissions)

    def is_outside(self, side: Side | None, owner: str) -> bool:
        """Return whether a thing of that side's owner is none of theirs."""
        return side is not None and self.role in OF_ONE_SIDE and (self.side is not side or self.role != owner)


def visitors(sides: tuple[Side, Side]) -> Iterator[Visitor]:
    """Yield everybody, each with a browser of their own; the public visitor is of no side.

    Of the second side those whose role is for one State or one body: whoever else is there, is as on the first.
    """
    yield Visitor("public_visitor", None, signed_in(None))
    first, second = sides
    for role, person in first.people.items():
        yield Visitor(role, first, signed_in(person))
    for role in (*OF_ONE_SIDE, "programme_officer"):
        yield Visitor(role, second, signed_in(second.people[role]))


def readers(address: Address, everybody: list[Visitor]) -> list[Visitor]:
    """Return who asks for an address: everybody, where it is not open to all and the same for all."""
    if PUBLIC not in audiences_of(address.view):
        return everybody
    return [one for one in everybody if one.role in {"public_visitor", "focal_point", "auditor"}]


def things_in(route: str) -> list[str]:
    return [name for name in parts_of(route) if name in THINGS]


def parts_of(route: str) -> list[str]:
    return [first or second for first, second in _PART.findall(route)]


def filled(route: str, values: dict[str, object]) -> str:
    named = _PART.sub(lambda part: str(values[part[1] or part[2]]), route)
    return "/" + named.replace("^", "").rstrip("$").lstrip("/")


def targets(address: Address, sides: tuple[Side, Side]) -> Iterator[tuple[str, Side | None, str]]:
    """Yield the address with each side's things in it, and whose they are: the side and the role."""
    if not things_in(address.route):
        yield filled(address.route, dict(COMMON)), None, ""
        return
    for side in sides:
        for role in OF_ONE_SIDE[:2]:
            yield filled(address.route, {**COMMON, **side.things[role]}), side, role


def outcome(client: Client, method: str, where: str) -> str:
    # What the API is sent is JSON: without it, an address with a body says that it cannot read it, whoever asks.
    body = {"data": {}, "content_type": "application/json"} if method == "post" and where.startswith("/api/") else {}
    response = getattr(client, method)(where, **body)
    location = response.headers.get("Location", "")
    if response.status_code >= 500:
        return f"{_FAULT} {response.status_code}"
    if response.status_code in {404, 405}:
        return _REFUSED if response.status_code == 404 else _NO_METHOD
    return _WAY_IN if "/sign-in/?next=" in location else _OPEN


def allowed(visitor: Visitor, address: Address, side: Side | None, owner: str) -> frozenset[str]:
    """Return the outcomes that are right."""
    if not visitor.may_enter(address):
        is_led_in = visitor.side is None and not is_secret(address.view)
        return frozenset({_WAY_IN if is_led_in else _REFUSED})
    # An address that takes no GET says so before it looks for the thing, whoever asks: that tells nothing.
    right = frozenset({_REFUSED, _NO_METHOD})
    return right if visitor.is_outside(side, owner) else right | {_OPEN}


@dataclass(frozen=True, slots=True)
class Cell:
    """Who came where and how, what would be right, and what happened."""

    name: str
    what: str
    right: frozenset[str]
    happened: str

    @property
    def is_wrong(self) -> bool:
        return self.happened not in self.right

    def __str__(self) -> str:
        return f"{self.what}: {self.happened}, not {' or '.join(sorted(self.right))}"


def cells(sides: tuple[Side, Side], everybody: list[Visitor], addresses: list[Address]) -> Iterator[Cell]:
    """Go through the matrix."""
    for address in addresses:
        for where, side, owner in targets(address, sides):
            for visitor in readers(address, everybody):
                right = allowed(visitor, address, side, owner)
                who = f"{visitor.role} of {visitor.side.state if visitor.side else 'nobody'}"
                yield Cell(address.name, f"{who} GET {where}", right, outcome(visitor.client, "get", where))
                if visitor.may_enter(address) and not visitor.is_outside(side, owner):
                    continue  # whoever may enter could change something by POST; whoever may not finds nothing
                # The API says by which methods an address can be asked before it looks for the thing, whoever asks.
                tells_methods = address.route.startswith("api/") and visitor.may_enter(address)
                refused = right if tells_methods else right - {_NO_METHOD}
                yield Cell(address.name, f"{who} POST {where}", refused, outcome(visitor.client, "post", where))


def leaves_the_session(address: Address) -> bool:
    return address.name in {"account_logout"}


@pytest.fixture(scope="module")
def sides(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[Side, Side]]:
    """Two States' sides, and a small public record."""
    with shared_record(django_db_blocker):
        small_record()
        load_shipped_mandates(at=AT)
        yield two_sides()


@pytest.fixture(autouse=True)
def quick() -> Iterator[None]:
    """Look up once what is the same for every request."""
    with many_requests():
        yield


def test_the_matrix(sides, capsys):
    everybody = list(visitors(sides))
    addresses = [address for address in addresses_below(get_resolver()) if not leaves_the_session(address)]
    found = list(cells(sides, everybody, addresses))

    with capsys.disabled():
        told = f"{len(addresses)} addresses, {len(everybody)} people of nine roles, {len(found)} cells"
        print(f"\n  URL × person: {told}")  # noqa: T201  (the size of the matrix is part of the answer)
    wrong = [str(cell) for cell in found if cell.is_wrong]
    assert not wrong, "\n".join(wrong)
    opened = {cell.name for cell in found if cell.happened in {_OPEN, _NO_METHOD}}
    assert {address.name for address in addresses} - opened <= set(OPEN_TO_NOBODY)
    assert len({visitor.role for visitor in everybody}) == 9
    assert len(found) > 1000


def test_public_pages_are_the_same_for_everybody(sides):
    """Each is made anew for each reader: what was made for one is kept for all, so it must say nothing of them."""
    readers = [signed_in(None), signed_in(sides[0].people["focal_point"]), signed_in(sides[1].people["auditor"])]
    different = []
    for address in addresses_below(get_resolver()):
        if not is_public_page(address.view):
            continue
        where = filled(address.route, dict(COMMON))
        answers = set()
        for reader in readers:
            kept_pages.clear()
            response = reader.get(where)
            # A feed of an empty record bears the moment at which it was made.
            body = re.sub(rb"<updated>[^<]*</updated>", b"", response.content)
            answers.add((response.status_code, body, response.headers.get("Vary")))
            if response.cookies or "Cookie" in response.headers.get("Vary", ""):
                different.append(f"{where} knows its reader")
        if len(answers) > 1:
            different.append(where)

    assert not different, "\n".join(different)


def test_the_matrix_knows_every_address_of_the_apis_description():
    described = {re.sub(r"\{(\w+)\}", r"<\1>", path) for path in api.get_openapi_schema()["paths"]}
    walked = {f"/{address.route}" for address in addresses_below(get_resolver()) if address.route.startswith("api/")}

    assert described <= walked


def test_a_door_left_open_is_seen(sides, monkeypatch):
    monkeypatch.setattr("accede.foundation.access.middleware.admits", lambda actor, openings: True)
    everybody = list(visitors(sides))
    guarded = [address for address in addresses_below(get_resolver()) if address.name == "identity:grant-give"]

    wrong = [cell.what for cell in cells(sides, everybody, guarded) if cell.is_wrong]

    assert any("focal_point" in what for what in wrong)


def test_people_of_the_matrix_are_samples(sides):
    assert not Person.objects.filter(is_sample=False).exists()
