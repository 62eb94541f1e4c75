"""Reports that people draft: two in one section, figures that freeze, a second person, and what is issued stays."""

import hashlib
import re
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client

from accede.core.treaties.acts import ActKind
from accede.foundation.access import ANONYMOUS, SYSTEM
from accede.foundation.access.acting import acting
from accede.foundation.audit import Face
from accede.foundation.files import keeping
from accede.foundation.problems import UnableTo
from accede.foundation.workflow.stepping import take_step
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.reporting.fields.reports import HeadDetails, ReportDetails
from accede.modules.reporting.models import Report, SectionVersion
from accede.modules.reporting.queries.drafted import frozen_answers, would_differ_now
from accede.modules.reporting.queries.drafts import draft_visible_to, issued_files, report_visible_to
from accede.modules.reporting.services.drafting import begin_report, change_head
from accede.modules.reporting.services.editing import Clashed, Entry, Written, save_section
from accede.modules.reporting.services.flow import REPORTS
from accede.modules.reporting.services.freezing import freeze_figures
from accede.modules.reporting.services.suggesting import suggest_sentences
from accede.modules.treaties.queries.register import forget_snapshots
from tests.conftest import TODAY
from tests.factories import people
from tests.factories.small_record import recorded, small_record, two_parties
from tests.support.commands import called

pytestmark = pytest.mark.django_db
PERIOD = ReportDetails("implementation", date(2001, 1, 1), date(2002, 12, 31), date(2003, 1, 15))


class World:
    """Two drafters, an officer who clears, a focal point who sees nothing, and a report."""

    def __init__(self) -> None:
        small_record()
        two_parties()
        forget_snapshots()
        load_shipped_mandates(at=TODAY)
        self.drafter = people.person("Dana Drafter", role="report_drafter")
        self.second = people.person("Simo Second", role="report_drafter")
        self.officer = people.person("Pia Prado", role="programme_officer")
        ministry = people.organisation("Ministry of Justice of Examplia (sample)", state="XSB")
        self.focal = people.person("Bela Benak", acts_for=ministry, role="focal_point", scope=("state", "XSB"))
        with acting(self.drafter.actor):
            self.number = begin_report(PERIOD, by=self.drafter.actor, at=TODAY)

    def text(self, place: int = 2, language: str = "en") -> list[Entry]:
        with acting(self.drafter.actor):
            draft = draft_visible_to(self.drafter.actor, self.number)
        assert draft is not None
        return [Entry(one.key, one.text) for one in draft.sections[place].text_in(language)]

    def save(self, who: people.TestPerson, *entries: Entry, base: int = 1, place: int = 2, language: str = "en") -> int:
        with acting(who.actor):
            wanted = Written(place, language, base, entries)
            return save_section(self.number, wanted, by=who.actor, at=TODAY)

    def step(self, who: people.TestPerson, key: str, reason: str = "") -> None:
        with acting(who.actor):
            take_step(REPORTS, key, self.number, by=who.actor, at=TODAY, face=Face.WEB, reason=reason)

    def issued(self, *languages: str) -> None:
        with acting(self.drafter.actor):
            head = HeadDetails(languages=languages or ("en",), symbol="A/SAMPLE/1")
            change_head(self.number, head, by=self.drafter.actor, at=TODAY)
            freeze_figures(self.number, by=self.drafter.actor, at=TODAY)
        for who, key in ((self.second, "review"), (self.officer, "clear"), (self.officer, "issue")):
            self.step(who, key)


@pytest.fixture
def world() -> World:
    return World()


def browser(person: people.TestPerson) -> Client:
    return person.with_app().sign_in(Client())


def test_a_report_begins_with_the_text_of_its_template_in_six_languages(world):
    with acting(world.drafter.actor):
        draft = draft_visible_to(world.drafter.actor, world.number)

    assert draft is not None
    assert [len(one.versions) for one in draft.sections] == [6] * 6
    assert draft.languages_behind() == []
    assert "{figure: adherences-new from=$from until=$until}" in draft.sections[2].text_in("ar")[0].text


def test_what_two_write_at_once_in_two_paragraphs_is_put_together(world):
    first = world.text()[0]
    world.save(world.drafter, first, Entry("", "A new paragraph (sample)."))
    world.save(world.second, Entry(first.key, f"{first.text} More (sample)."))

    assert [one.text[-15:] for one in world.text()] == ["More (sample).".rjust(15), "graph (sample)."]


def test_one_paragraph_that_two_changed_keeps_both_texts_and_the_second_is_told(world):
    first = world.text()[0]
    world.save(world.drafter, Entry(first.key, "Theirs (sample)."))

    with pytest.raises(Clashed) as clashed:
        world.save(world.second, Entry(first.key, "Mine (sample)."))
    assert [(one.mine, one.theirs) for one in clashed.value.merged.clashes] == [("Mine (sample).", "Theirs (sample).")]
    assert [one.text for one in world.text()] == ["Theirs (sample)."]
    world.save(world.second, Entry(first.key, "Both (sample)."), base=clashed.value.newest)
    assert [one.text for one in world.text()] == ["Both (sample)."]


def test_the_second_in_a_paragraph_sees_both_texts_and_finds_theirs_again(world):
    first = world.text()[0]
    client, here = browser(world.second), f"/en/reports/documents/{world.number}/sections/2/en/"
    world.save(world.drafter, Entry(first.key, "Theirs (sample)."))

    sent = {"base": "1", "key": first.key, f"text-{first.key}": "Mine (sample).", "do": "save"}
    told = client.post(here, sent)
    again = client.get(here)

    assert told.status_code == 409
    for answer in (told, again):
        assert "Mine (sample)." in answer.content.decode()
    assert "Theirs (sample)." in told.content.decode()
    assert client.post(here, {**sent, "base": "2"}).status_code == 302
    assert [one.text for one in world.text()] == ["Mine (sample)."]
    assert "did not save" not in client.get(here).content.decode()


def test_what_is_being_written_is_kept_for_its_writer_alone_and_others_are_told_that_somebody_writes(world):
    first = world.text()[0]
    here = f"/en/reports/documents/{world.number}/sections/2/en/"
    sent = {"base": "1", "key": first.key, f"text-{first.key}": "Not ready (sample).", "do": "keep"}

    assert browser(world.drafter).post(here, sent).json()["words"]
    other = browser(world.second).get(here).content.decode()

    assert "Dana Drafter" in other
    assert "Not ready" not in other
    assert [one.text for one in world.text()] == [first.text]


def test_a_figure_that_there_is_not_is_refused_with_its_place_and_the_words_stay(world):
    first = world.text()[0]
    client, here = browser(world.drafter), f"/en/reports/documents/{world.number}/sections/2/en/"
    wrong = "So many: {figure: visitors} (sample)."

    told = client.post(here, {"base": "1", "key": first.key, f"text-{first.key}": wrong})

    assert told.status_code == 400
    page = told.content.decode()
    assert "Paragraph 1, character 10" in page
    assert wrong in page
    assert [one.text for one in world.text()] == [first.text]


def test_a_figure_by_its_name_alone_is_asked_for_the_days_of_the_report(world):
    world.save(world.drafter, Entry("", "Held: {figure:adherences-held}; new: {figure: adherences-new geography=FRA}."))

    assert world.text()[-1].text == (
        "Held: {figure: adherences-held on=$until}; "
        "new: {figure: adherences-new from=$from until=$until geography=FRA}."
    )


def test_suggested_sentences_are_marked_until_accepted_and_hold_no_number_of_their_own(world):
    world.save(world.drafter, *[Entry(one.key, "") for one in world.text()])
    with acting(world.drafter.actor):
        assert suggest_sentences(world.number, 2, by=world.drafter.actor, at=TODAY) == 2
        draft = draft_visible_to(world.drafter.actor, world.number)
    assert draft is not None
    suggested = draft.sections[2].text_in("en")

    assert [one.is_suggested for one in suggested] == [True, True]
    assert all(re.search(r"\{figure: [\w-]+ ", one.text) and not re.search(r"\d", one.text) for one in suggested)
    page = browser(world.drafter).get(f"/en/reports/documents/{world.number}/").content.decode()
    assert page.count("[Suggested, not accepted]") == 2
    world.save(world.drafter, *[Entry(one.key, one.text, is_accepted=True) for one in suggested], base=3)
    with acting(SYSTEM):
        draft = draft_visible_to(SYSTEM, world.number)
    assert draft is not None
    assert draft.suggestions == 0


def test_a_changed_paragraph_marks_its_translations_and_shuts_the_way_until_they_follow(world):
    first = world.text()[0]
    world.save(world.drafter, Entry(first.key, "Changed (sample)."))
    with acting(world.drafter.actor):
        draft = draft_visible_to(world.drafter.actor, world.number)
        assert draft is not None
        assert draft.languages_behind() == ["ar", "zh-hans", "fr", "ru", "es"]
        freeze_figures(world.number, by=world.drafter.actor, at=TODAY)
    world.step(world.second, "review")
    with pytest.raises(UnableTo, match="Español"):
        world.step(world.officer, "clear")


def test_nobody_reviews_or_clears_what_they_wrote(world):
    with acting(world.drafter.actor):
        freeze_figures(world.number, by=world.drafter.actor, at=TODAY)
    with pytest.raises(UnableTo, match="another person"):
        world.step(world.drafter, "review")
    world.save(world.second, Entry(world.text()[0].key, "Written by the second (sample)."))
    with pytest.raises(UnableTo, match="You wrote in this report"):
        world.step(world.second, "review")
    world.step(world.officer, "review")
    with pytest.raises(UnableTo, match="right that you do not hold"):
        world.step(world.second, "clear")


def test_figures_are_not_frozen_before_the_cut_off_day_and_review_waits_for_them(world):
    with acting(world.drafter.actor), pytest.raises(UnableTo, match="15 January 2003"):
        freeze_figures(world.number, by=world.drafter.actor, at=datetime(2003, 1, 14, tzinfo=UTC))
    with pytest.raises(UnableTo, match="not frozen"):
        world.step(world.second, "review")


def test_a_later_correction_changes_nothing_that_was_issued_and_is_listed_as_would_differ_now(world):
    world.issued()
    found = issued_files(ANONYMOUS, world.number)
    before = {one.file: keeping.at_hand(one.sha256).read_bytes() for one in found}  # type: ignore[union-attr]  # (kept)
    assert sorted(one.format for one in found) == ["docx", "html", "pdf"]
    report = report_visible_to(ANONYMOUS, world.number)
    assert report is not None
    assert would_differ_now(report, today=TODAY.date()) == []
    new = "adherences-new from=2001-01-01 until=2002-12-31"
    told = frozen_answers(report)[new].told.value

    recorded("HOSTAGES-1979", "FRA", ActKind.ACCESSION, "2002-06-09")
    forget_snapshots()

    differing = {one.before.described.definition.code for one in would_differ_now(report, today=TODAY.date())}
    assert "adherences-new" in differing
    assert "requests-received" not in differing
    assert frozen_answers(report)[new].told.value == told
    for one in found:
        content = keeping.at_hand(one.sha256)
        assert content is not None
        assert content.read_bytes() == before[one.file]
        assert hashlib.sha256(before[one.file]).hexdigest() == one.sha256
    page = Client().get(f"/en/reports/documents/{world.number}/").content.decode()
    assert "The value was" in page
    assert found[0].sha256 in page


_CHANGES = (
    "update reporting_report set title = 'other' where id = %s",
    "update reporting_report set state = 'cleared' where id = %s",
    "update reporting_frozenfigure set value = 1 where report_id = %s",
    "delete from reporting_frozenfigure where report_id = %s",
    "update reporting_sectionversion set paragraphs = '[]' where report_id = %s",
    "update reporting_section set heading = '{}' where report_id = %s",
    "update reporting_issuedfile set sha256 = '' where report_id = %s",
    "delete from reporting_issuedfile where report_id = %s",
)


def test_the_database_refuses_to_change_what_was_issued(world):
    world.issued()
    for words in _CHANGES:
        with pytest.raises(IntegrityError, match=r"stays|no step"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(words, [world.number])


def test_outsiders_find_no_draft_and_everybody_finds_what_was_issued(world):
    here = f"/en/reports/documents/{world.number}/"
    for client in (Client(), browser(world.focal)):
        assert client.get(here).status_code == 404
        assert client.get(f"{here}sections/2/en/").status_code in {302, 404}
        assert str(world.number) not in client.get("/en/reports/documents/").content.decode()
    assert report_visible_to(ANONYMOUS, world.number) is None

    world.issued()

    visitor = Client()
    page = visitor.get(here).content.decode()
    assert "Dana" not in page
    file = visitor.get(re.findall(r'href="(/[^"]*files/[^"]+)"', page)[0])
    assert file.getvalue()
    assert str(world.number) in visitor.get("/en/reports/documents/").content.decode()
    assert visitor.get(f"{here}sections/2/en/").status_code in {302, 404}


def test_versions_are_compared_and_languages_stand_side_by_side(world):
    first = world.text()[0]
    world.save(world.drafter, Entry(first.key, f"{first.text} Further (sample)."))
    client, here = browser(world.drafter), f"/en/reports/documents/{world.number}/sections/2/"

    assert "<ins> Further (sample).</ins>" in client.get(f"{here}en/versions/").content.decode()
    page = client.get(f"{here}languages/").content.decode()
    assert page.count("out of date") == 5 + 1
    assert SectionVersion.objects.filter(report=world.number, language="en", number=2).count() == 1


def test_commands_begin_show_and_carry_a_report_on(world):
    begun = called("report", "draft", "implementation", "--from", "2001-01-01", "--until", "2002-12-31",
                   "--cut-off", "2003-01-15")  # fmt: skip
    number = re.findall(r"\d+", begun.stdout)[0]

    assert called("report", "freeze", number).exit_code == 0
    assert "review" in called("report", "show", number).stdout
    assert called("report", "review", number).exit_code != 0
    assert called("report", "freeze", "1").exit_code != 0
    wrong = called("report", "draft", "implementation", "--from", "2003-01-01", "--until", "2002-12-31",
                   "--cut-off", "2002-01-15")  # fmt: skip
    assert wrong.exit_code != 0
    assert Report.objects.count() == 2
