"""Reports made from the records: on a page, as files, by command, from templates that people write."""

from pathlib import Path

import pytest
from django.conf import settings
from docx import Document as WordFile

from accede import data
from accede.core.treaties.acts import ActKind
from accede.modules.identity.models import Person
from accede.modules.mandates.services.shipped import load_shipped_mandates
from accede.modules.reporting.queries.templates import UnsoundTemplate, shipped_template, template_in
from accede.modules.treaties.queries.register import forget_snapshots
from tests.conftest import TODAY
from tests.factories import people, requests
from tests.factories.small_record import recorded, small_record, two_parties
from tests.support.commands import called

pytestmark = pytest.mark.django_db
PERIOD = "from=2002-01-01&until=2002-12-31"
OWN = """
key: annual
mandate: E-RES-2007-18
title: {en: Annual report}
introduction: []
sections:
  - heading: {en: Joining}
    clauses: ["2a"]
    paragraphs:
      - {en: "Party to one: {figure: parties on=$until}."}
annexes: []
"""


@pytest.fixture
def record():
    small_record()
    two_parties()
    load_shipped_mandates(at=TODAY)
    forget_snapshots()


def test_the_shipped_template_is_sound_and_in_six_languages(record):
    template = shipped_template("implementation")
    languages = {code for code, _name in settings.LANGUAGES}

    assert template is not None
    texts = [template.title, *template.introduction, *(one.heading for one in template.sections)]
    texts += [text for one in template.sections for text in one.paragraphs]
    texts += [one.title for one in template.annexes] + [col.title for one in template.annexes for col in one.columns]
    assert [sorted(one) for one in texts if set(one) != languages] == []


def test_every_clause_of_the_mandate_is_told_of_once(record):
    template = shipped_template("implementation")
    wanted = [str(one["key"]) for one in data.document("mandates/ecosoc-2007-18.yaml")["duties"]]

    assert template is not None
    assert sorted(clause for one in template.sections for clause in one.clauses) == sorted(wanted)


def test_every_number_leads_to_its_figure(record, client):
    page = client.get(f"/en/reports/implementation/?{PERIOD}").content.decode()

    address = "/en/figures/adherences-new/?from=2002-01-01&amp;until=2002-12-31"
    assert f'<a href="{address}"><bdi><strong>2</strong></bdi></a>' in page
    assert client.get(address.replace("&amp;", "&")).status_code == 200
    assert "No figure is defined over these kinds of record yet" in page


def test_a_visitor_is_told_no_confidential_number(record, client):
    officer = people.person("Pia Prado", role="programme_officer")
    requests.registered(officer.actor, state="FRA")

    asked = "from=2026-01-01&until=2026-12-01"
    outside = client.get(f"/en/reports/implementation/?{asked}").content.decode()
    inside = officer.with_app().sign_in(client).get(f"/en/reports/implementation/?{asked}").content.decode()

    assert "Requests received: <a" in outside
    assert "not told to everybody" in outside
    address = "/en/figures/requests-received/?from=2026-01-01&amp;until=2026-12-01"
    assert f'<a href="{address}"><bdi><strong>1</strong></bdi></a>' in inside


def test_where_the_sample_programme_is_what_rests_on_records_of_it_says_sample(record, client, tmp_path: Path):
    told = "Sample: what this installation holds of requests, visits and money is invented."
    addresses = (
        f"/en/reports/implementation/?{PERIOD}",
        "/en/figures/requests-received/?from=2002-01-01&until=2002-12-31",
        "/en/figures/adherences-new/?from=2002-01-01&until=2002-12-31",
    )
    assert [told in client.get(one).content.decode() for one in addresses] == [False, False, False]

    people.person("Nil Novak (sample)")
    Person.objects.update(is_sample=True)

    assert [told in client.get(one).content.decode() for one in addresses] == [True, True, False]
    file = tmp_path / "report.docx"
    file.write_bytes(client.get(f"{addresses[0]}&format=docx").content)
    assert any(told in one.text for one in WordFile(str(file)).paragraphs)


def test_the_report_is_a_word_file_and_a_pdf_file(record, client):
    word = client.get(f"/ar/reports/implementation/?{PERIOD}&format=docx")
    pdf = client.get(f"/fr/reports/implementation/?{PERIOD}&format=pdf")

    assert word.headers["Content-Language"] == "ar"
    assert pdf.content.startswith(b"%PDF-")


def test_bad_questions_are_told_what_is_wrong(record, client):
    response = client.get("/en/reports/implementation/?from=2009-01-01&until=2008-01-01&format=odt")

    assert response.status_code == 400
    assert "lies before the first one" in response.content.decode()
    assert "There is no format" in response.content.decode()
    assert client.get("/en/reports/nonsense/").status_code == 404


def test_a_report_and_its_package_are_written_and_verified(record, tmp_path: Path):
    period = ("--from", "2002-01-01", "--until", "2002-12-31", "--lang", "en")
    built = called("report", "build", "implementation", str(tmp_path), *period, "--symbol", "SAMPLE/1")

    assert built.exit_code == 0, built.output
    files = {one.suffix: one for one in tmp_path.iterdir()}
    assert sorted(files) == [".docx", ".html", ".pdf", ".zip"]
    tables = WordFile(str(files[".docx"])).tables
    assert any("SAMPLE/1" in cell.text for table in tables for cell in table._cells)
    assert "SAMPLE/1" in files[".html"].read_text("utf-8")
    verified = called("figures", "verify", str(files[".zip"]), "--lang", "en")
    assert (verified.exit_code, "The package is whole" in verified.output) == (0, True), verified.output

    changed = bytearray(files[".zip"].read_bytes())
    changed[changed.index(b"<h1>") + 5] ^= 1
    files[".zip"].write_bytes(changed)
    verified = called("figures", "verify", str(files[".zip"]), "--lang", "en")
    assert (verified.exit_code, "report.html: was changed" in verified.output) == (1, True), verified.output


def test_a_package_tells_what_would_differ_now(record, tmp_path: Path):
    period = ("--from", "2002-01-01", "--until", "2002-12-31", "--as", "package", "--lang", "en")
    assert called("report", "build", "implementation", str(tmp_path), *period).exit_code == 0
    recorded("HOSTAGES-1979", "FRA", ActKind.ACCESSION, "2002-06-09")
    forget_snapshots()

    (package,) = tmp_path.iterdir()
    verified = called("figures", "verify", str(package), "--lang", "en")

    assert verified.exit_code == 1
    assert "The package is whole" in verified.output
    assert "0001-" not in verified.output.partition("would differ now")[0]
    assert "The value was 2 and is 3 now." in verified.output


def test_a_drafter_makes_another_report_without_code(record, tmp_path: Path):
    own = tmp_path / "annual.yaml"
    own.write_text(OWN, "utf-8")
    period = ("--from", "2002-01-01", "--until", "2002-12-31", "--as", "html", "--lang", "en")

    assert called("report", "check", str(own), "--lang", "en").exit_code == 0
    assert called("report", "build", str(own), str(tmp_path / "out"), *period).exit_code == 0
    (page,) = (tmp_path / "out").iterdir()
    assert "Party to one: " in page.read_text("utf-8")


@pytest.mark.parametrize(
    ("wrong", "right", "place", "code"),
    [
        ("figure: parties", "figure: partys", "sections 1, paragraphs 1, en, 15", "call.unknown"),
        ('clauses: ["2a"]', 'clauses: ["2z"]', "sections 1, clauses 1", "template.no_clause"),
        ("E-RES-2007-18", "E-RES-1907-18", "mandate", "template.no_mandate"),
        ("{en: Joining}", "{fr: Adhésion}", "sections 1, heading", "template.no_english"),
        ("introduction: []", "introduction: words", "introduction", "template.no_list"),
        ("annexes: []", "annexe: []", "1", "template.unknown"),
        ("key: annual", "key: []", "key", "template.missing"),
        ("annexes: []", "annexes: [", "12", "template.no_yaml"),
    ],
)
def test_what_is_wrong_with_a_template_is_told_with_its_place(record, wrong, right, place, code):
    with pytest.raises(UnsoundTemplate) as caught:
        template_in(OWN.replace(wrong, right))

    assert (place, code) in [(one.place, one.reason.code) for one in caught.value.faults]


@pytest.mark.parametrize("text", ["", "[]", "a: *b", "\x00", "- " * 5000, "key: 1\nsections: 3"])
def test_whatever_a_file_holds_it_is_refused_with_words(record, tmp_path: Path, text: str):
    own = tmp_path / "own.yaml"
    own.write_text(text, "utf-8")

    assert called("report", "check", str(own), "--lang", "fr").exit_code == 1
