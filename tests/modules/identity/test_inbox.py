"""The inbox: at once or together, in the reader's language, stopped with one click, never of what one may not see."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.test import Client
from django.utils import translation

from accede.foundation import clock
from accede.foundation.access import SYSTEM, Actor
from accede.foundation.access.acting import acting
from accede.foundation.outbox.delivering import note_bounce
from accede.foundation.outbox.inbox import choice_of, choose, inbox_of
from accede.foundation.outbox.models import How, Notice
from accede.foundation.outbox.stopping import stop_address
from accede.foundation.outbox.things import mailbox_of
from accede.modules.identity.models import Grant, Invitation
from accede.modules.identity.services.grants import NewGrant, confirm_grant, end_grant, give_role
from accede.modules.identity.services.invitations import NewInvitation, accept_as_new_person, invite
from accede.modules.identity.services.people import close_account, pseudonymise
from accede.modules.identity.services.reminding import remind
from accede.modules.mandates.queries.duties import duties_due
from accede.modules.mandates.queries.mandates import mandate_lines
from accede.modules.mandates.services.reminding import remind as remind_of_duties
from accede.modules.mandates.services.shipped import load_shipped_mandates
from tests.conftest import TODAY
from tests.factories import people

pytestmark = pytest.mark.django_db


def give(by, to, role="programme_officer", *, until: date | None = None):
    wish = NewGrant(to.id, role, "all", "", valid_from=TODAY.date(), valid_until=until, because="A letter.")
    return give_role(wish, by=by.actor, at=TODAY)


def told(person) -> list[str]:
    mailbox = mailbox_of(person.id)
    assert mailbox is not None
    return [one.sentence for one in inbox_of(person.id, actors=mailbox.actors)]


def test_whoever_is_given_a_role_is_told_on_their_page_and_by_mail(client, ada, nil, outbox):
    give(ada, nil)

    nil.with_app().sign_in(client)
    assert "You now hold the role Programme officer." in client.get("/en/inbox/").text
    letter = outbox.to(nil.email)
    assert letter.subject == "Accede: You now hold the role Programme officer."
    assert len(outbox) == 1


def test_a_notice_is_told_in_the_language_in_which_it_is_read(client, ada, outbox):
    luc = people.person("Luc Laval", language="fr")
    give(ada, luc)

    assert "Programme officer" not in outbox[0].body
    assert outbox[0].extra_headers["Content-Language"] == "fr"
    assert outbox[0].body != ""
    with translation.override("ar"):
        assert re.search("[؀-ۿ]", told(luc)[0])


def test_a_proposed_role_is_told_to_those_who_can_confirm_it_until_it_is_confirmed(ada, alma, nil, outbox):
    grant = give(ada, nil, "auditor")

    assert told(alma) == ["The role Auditor for Nil Novak waits for your confirmation."]
    assert (told(ada), told(nil)) == ([], [])

    confirm_grant(grant.id, by=alma.actor, at=TODAY)
    assert told(alma) == []
    assert told(nil) == ["You now hold the role Auditor."]


def test_what_one_may_not_see_any_more_is_neither_listed_nor_counted_nor_mailed(client, ada, alma, nil, outbox):
    grant = give(ada, nil, "auditor")
    end_grant(grant.id, because="A mistake.", by=ada.actor, at=TODAY)

    alma.with_app().sign_in(client)
    assert "waits for your confirmation" not in client.get("/en/inbox/").text
    assert "unread notice" not in client.get("/en/work/").text
    kept = Notice.objects.get(person=alma.id)
    assert client.get(f"/en/inbox/{kept.id}/").status_code == 404
    assert [letter.to for letter in outbox] == [[nil.email]]


def test_a_notice_of_another_person_is_not_there(client, ada, nil, bela):
    give(ada, nil)
    kept = Notice.objects.get(person=nil.id)

    bela.with_app().sign_in(client)
    assert client.get(f"/en/inbox/{kept.id}/").status_code == 404
    assert client.post(f"/en/inbox/{kept.id}/").status_code == 404
    with acting(bela.actor):
        assert not Notice.objects.exists()


def test_read_and_unread(client, ada, nil):
    give(ada, nil)
    nil.with_app().sign_in(client)
    kept = Notice.objects.get(person=nil.id)
    assert "1 unread notice in your inbox" in client.get("/en/work/").text

    led_to = client.post(f"/en/inbox/{kept.id}/", {"read": "go"}).headers["location"]
    assert led_to == "/en/grants/"
    assert "Unread: 0" in client.get("/en/inbox/").text
    client.post(f"/en/inbox/{kept.id}/", {"read": "no"})
    assert "Unread: 1" in client.get("/en/inbox/").text
    client.post("/en/inbox/read/")
    assert "Unread: 0" in client.get("/en/inbox/").text


def test_what_was_read_before_its_letter_went_is_not_mailed(client, ada, nil, outbox):
    give(ada, nil)
    nil.with_app().sign_in(client)
    client.post("/en/inbox/read/")

    assert outbox == []


@pytest.mark.parametrize(("how", "days"), [(How.DAILY, 1), (How.WEEKLY, 6)])
def test_together_they_come_in_one_letter_in_the_morning_of_the_readers_own_clock(ada, nil, outbox, how, days):
    """The tests' today is a Tuesday; the reader's morning is at seven, in UTC here."""
    choose(nil.id, how, at=TODAY)
    give(ada, nil)
    give(ada, nil, "report_drafter")
    assert outbox == []

    morning = TODAY.replace(hour=7) + timedelta(days=days)
    with clock.stopped_at(morning - timedelta(minutes=1)):
        assert outbox == []
    with clock.stopped_at(morning):
        assert outbox[0].subject == "Accede: 2 notices"
        assert len(outbox) == 1


def test_a_choice_counts_for_what_waits_already(client, ada, nil, outbox):
    choose(nil.id, How.WEEKLY, at=TODAY)
    give(ada, nil)
    assert outbox == []

    nil.with_app().sign_in(client)
    assert client.post("/en/inbox/", {"how": "at-once"}).status_code == 302
    assert len(outbox) == 1


def test_one_click_without_signing_in_stops_notices_and_no_letter_of_safety(ada, nil, outbox):
    give(ada, nil)
    header = outbox[0].extra_headers["List-Unsubscribe"].strip("<>").removeprefix("http://testserver")
    assert outbox[0].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    strict = Client(enforce_csrf_checks=True)

    assert "Stop notices by mail?" in strict.get(header).text
    assert choice_of(nil.id) is How.AT_ONCE
    assert strict.post(header, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert choice_of(nil.id) is How.NEVER

    give(ada, nil, "report_drafter")
    Client().post("/en/password/forgotten/", {"email": nil.email})
    assert [("/password/new/" in letter.body) for letter in outbox] == [False, True]
    assert "List-Unsubscribe" not in outbox[1].extra_headers


def test_a_link_to_stop_letters_that_is_not_whole_stops_nothing(client, nil, ada):
    path = stop_address(nil.id, "en").removeprefix("http://testserver")

    assert client.post(path.replace(str(nil.id), str(ada.id))).status_code == 404
    assert client.post("/en/notices/stop/nonsense/").status_code == 404
    assert choice_of(ada.id) is How.AT_ONCE


def test_notices_do_not_go_where_letters_come_back_from(ada, nil, outbox):
    give(ada, nil)
    assert len(outbox) == 1
    note_bounce(nil.email)

    give(ada, nil, "report_drafter")
    assert len(outbox) == 1
    assert len(told(nil)) == 2


def test_an_inviter_is_told_who_came(amal, ministry):
    invited = invite(NewInvitation("guest@example.org", "en", organisation=ministry), by=amal.actor, at=TODAY)
    accept_as_new_person(invited.token, name="Gala Guest", language="en", password=people.PASSWORD, at=TODAY)

    assert told(amal) == ["Gala Guest accepted your invitation."]


def test_reminders_are_written_once_however_often_they_are_looked_for(ada, alma, nil, amal, ministry):
    with acting(SYSTEM):
        give(ada, nil, until=date(2026, 12, 10))
        give(ada, nil, "auditor")
        invite(NewInvitation("guest@example.org", "en", organisation=ministry), by=amal.actor, at=TODAY)
    Notice.objects.all().delete()
    later = TODAY + timedelta(days=12)

    for moment in (TODAY, TODAY, later, later):
        remind(at=moment)

    assert told(nil) == ["Your role Programme officer ends on 10 December 2026."]
    assert told(amal) == ["An invitation that you sent has not been accepted, and ends on 15 December 2026."]
    assert told(alma) == ["The role Auditor for Nil Novak waits for your confirmation."]
    assert told(ada) == []


def test_duties_of_mandates_are_told_before_they_are_due_to_those_who_work_on_them(ada, nil, shipped_mandates):
    give(ada, nil, "report_drafter")
    Notice.objects.all().delete()
    Grant.objects.filter(person=nil.id).update(valid_from=shipped_mandates.date())

    remind_of_duties(at=shipped_mandates)
    remind_of_duties(at=shipped_mandates)

    first = Notice.objects.filter(person=nil.id).count()
    assert len(told(nil)) == len(set(told(nil))) == first >= 1
    assert not Notice.objects.exclude(person=nil.id).exists()


@pytest.fixture
def shipped_mandates(db):
    """A moment just before something that ships is due."""
    load_shipped_mandates(at=TODAY)
    days = [one.due_until for one in duties_due(mandate_lines()) if one.due_until is not None]
    return datetime.combine(days[0] - timedelta(days=3), time(9), tzinfo=UTC)


def test_an_invitation_that_was_not_delivered_is_shown_to_its_inviter(client, amal, ministry, outbox):
    amal.sign_in(client)
    amal.with_app()
    client.post("/en/invitations/", {"email": "guest@example.org", "language": "en", "organisation": str(ministry)})
    assert "The letter waits to be sent." in client.get("/en/invitations/").text
    assert len(outbox) == 1
    note_bounce("guest@example.org")

    text = client.get("/en/invitations/").text
    assert "Letter not delivered." in text
    assert "The letter came back." in text


def test_an_invitation_taken_back_before_its_letter_went_is_not_sent(client, amal, ministry, outbox):
    amal.sign_in(client)
    amal.with_app()
    client.post("/en/invitations/", {"email": "guest@example.org", "language": "en", "organisation": str(ministry)})
    client.post(f"/en/invitations/{Invitation.objects.get().id}/revoke/")

    assert outbox == []


def test_an_administrator_notes_that_a_letter_came_back_and_others_find_no_such_page(client, ada, nil, bela, outbox):
    give(ada, nil)
    assert len(outbox) == 1
    ada.with_app().sign_in(client)

    wrong = client.post("/en/letters/", {"email": "nobody@example.org"})
    assert "No letter that was sent to this address is known" in wrong.text
    assert client.post("/en/letters/", {"email": nil.email, "because": "5.1.1"}).status_code == 302
    assert "The letter came back." in client.get("/en/letters/").text
    assert bela.with_app().sign_in(Client()).get("/en/letters/").status_code == 404


def test_a_name_taken_out_takes_letters_and_notices_along(ada, alma, nil, outbox):
    give(ada, nil)
    assert len(outbox) == 1
    close_account(nil.id, because="Left.", by=ada.actor, at=TODAY)
    pseudonymise(nil.id, by=ada.actor, at=TODAY)

    with acting(SYSTEM):
        assert not Notice.objects.filter(person=nil.id).exists()
    assert mailbox_of(nil.id) is None
    assert Actor(person=nil.id).is_signed_in


def test_the_inbox_asks_a_constant_number_of_queries(client, ada, nil, django_assert_max_num_queries):
    nil.with_app().sign_in(client)
    for role in ("programme_officer", "report_drafter", "finance_officer"):
        give(ada, nil, role)

    with django_assert_max_num_queries(60) as few:
        client.get("/en/inbox/")
    for _again in range(4):
        give(ada, nil)
    with django_assert_max_num_queries(len(few)):
        client.get("/en/inbox/")
