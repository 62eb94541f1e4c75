"""Reports that go to translators and come back."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from accede.core.reports.paragraphs import text_hash
from accede.core.reports.xliff.writing import Version
from accede.foundation.access.acting import acting
from accede.foundation.problems import UnableTo
from accede.modules.reporting.queries.drafts import Draft, draft_visible_to
from accede.modules.reporting.services.editing import Entry
from accede.modules.reporting.services.translating import Taken, take_translation, translation_file
from tests.conftest import TODAY
from tests.modules.reporting.test_drafts import World, browser

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    made = World()
    text = "New: {figure: adherences-new}. Held: {figure: adherences-held} (sample)."
    made.save(made.drafter, Entry(made.text()[0].key, text))
    return made


def sent(world: World, version: Version = Version.TWELVE, language: str = "fr") -> str:
    with acting(world.drafter.actor):
        return translation_file(world.number, language, version, by=world.drafter.actor).decode()


def taken(world: World, text: str) -> Taken:
    with acting(world.second.actor):
        return take_translation(world.number, text.encode(), by=world.second.actor, at=TODAY)


def translated(text: str) -> str:
    """Translate the paragraph of this test; the figures change places."""
    source = re.search(r"<source>New: (<[^>]+>)\. Held: (<[^>]+>) \(sample\)\.</source>", text)
    assert source is not None
    new, held = source.groups()
    at = text.index("<target", source.end())
    end = text.index("</target>", at)
    return f"{text[:at]}<target>Détenues : {held} ; nouvelles : {new} (exemple).{text[end:]}"


def draft(world: World) -> Draft:
    with acting(world.drafter.actor):
        found = draft_visible_to(world.drafter.actor, world.number)
    assert found is not None
    return found


@pytest.mark.parametrize("version", list(Version))
def test_a_translation_that_comes_back_is_taken_and_stands(world, version):
    assert "fr" in draft(world).languages_behind()

    found = taken(world, translated(sent(world, version)))

    assert (found.language, found.taken, found.older, found.gone) == ("fr", 1, 0, 0)
    after = draft(world)
    assert "fr" not in after.languages_behind()
    assert after.sections[2].text_in("fr")[0].text == (
        "Détenues : {figure: adherences-held on=$until} ; "
        "nouvelles : {figure: adherences-new from=$from until=$until} (exemple)."
    )
    assert taken(world, translated(sent(world, version))).taken == 0


def test_what_was_sent_and_comes_back_as_it_was_changes_nothing(world):
    found = taken(world, sent(world))

    assert found.taken == 0
    assert "fr" in draft(world).languages_behind()


def test_a_file_that_lost_a_figure_is_refused_whole_with_its_unit(world):
    text = translated(sent(world))
    lost = re.sub(r"Détenues : <[^>]+>", "Détenues", text)
    other = lost.replace("Visites effectuées", "Visites faites")

    with pytest.raises(UnableTo, match=r"2\.1 \([0-9a-f]{12}\): \S*\{figure: adherences-held on=\$until\}\S* is lost"):
        taken(world, other)
    assert draft(world).sections[1].versions["fr"].number == 1


def test_another_language_pair_or_another_report_is_refused(world):
    text = translated(sent(world))
    with pytest.raises(UnableTo, match="from en into de"):
        taken(world, text.replace('target-language="fr"', 'target-language="de"'))
    with pytest.raises(UnableTo, match="from fr into es"):
        taken(
            world,
            text.replace('source-language="en" target-language="fr"', 'source-language="fr" target-language="es"'),
        )
    with pytest.raises(UnableTo, match="paragraph of this report"):
        taken(world, re.sub(r'id="([0-9a-f])', r'id="z\1', text))


def test_a_translation_of_a_text_that_changed_since_is_taken_and_stays_marked(world):
    text = translated(sent(world))
    key = world.text()[0].key
    changed = "Newly given: {figure: adherences-new}. Held: {figure: adherences-held} (sample)."
    world.save(world.drafter, Entry(key, changed), base=2)

    found = taken(world, text)

    assert (found.taken, found.older) == (1, 1)
    assert "fr" in draft(world).languages_behind()


def test_the_page_gives_the_file_takes_it_back_and_says_what_is_wrong(world):
    client, here = browser(world.second), f"/en/reports/documents/{world.number}/translations/"
    file = client.get(f"{here}fr/2.0/")
    good = translated(file.content.decode())

    bad = client.post(here, {"document": SimpleUploadedFile("x.xlf", good.replace("<ph", "<q", 1).encode())})
    wrong = client.post(here, {"document": SimpleUploadedFile("x.xlf", b"no")})
    done = client.post(here, {"document": SimpleUploadedFile("x.xlf", good.encode())}, follow=True)

    assert (bad.status_code, wrong.status_code, done.status_code) == (400, 400, 200)
    assert "This is no XML" in wrong.content.decode()
    assert "paragraphs taken: 1" in done.content.decode()
    assert client.get(f"{here}fr/3.0/").status_code == 404
    assert client.get(f"{here}en/1.2/").status_code == 404
    assert browser(world.focal).get(f"{here}fr/2.0/").status_code == 404
    assert Client().get(f"{here}fr/2.0/").status_code in {302, 404}


def test_a_translator_who_changes_a_figure_on_the_page_is_told(world):
    original = draft(world).sections[2].text_in("en")[0]
    entry = Entry(original.key, "Sans chiffre (exemple).", of=text_hash(original.text))
    with pytest.raises(UnableTo, match="calls other figures"):
        world.save(world.second, entry, base=1, language="fr")
