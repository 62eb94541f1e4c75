"""XLIFF as it goes out, and as OmegaT, Weblate and translation services send it back."""

import pytest

from accede.core.reports.xliff.reading import NoXliff, is_pair, read
from accede.core.reports.xliff.units import Sheet, Unit, wrong_placeholders
from accede.core.reports.xliff.writing import Version, written

NEW, HELD = "{figure: adherences-new from=$from until=$until}", "{figure: adherences-held on=$until}"
SHEET = Sheet(
    "report-1",
    "en",
    "zh-hans",
    (
        Unit("a1", f"New: {NEW} & held: {HELD}.", note="1.1 <Joining>"),
        Unit("b2", "No figure “here”.", "没有数字。", is_current=True),
        Unit("c3", f"Held: {HELD}.", f"旧文：{HELD}。", is_current=False),
    ),
)
TWELVE = """<?xml version="1.0"?><xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="r" source-language="en-US" target-language="fr-FR" datatype="plaintext"><body>
<trans-unit id="a1"><source>New: <x id="1" equiv-text="{figure: x}"/> in all.</source>{target}</trans-unit>
</body></file></xliff>"""


def back(target: str) -> bytes:
    return TWELVE.replace("{target}", target).encode()


@pytest.mark.parametrize("version", list(Version))
def test_what_goes_out_comes_back_as_it_was(version):
    found = read(written(SHEET, version))

    assert is_pair(found, "en", "zh-hans")
    assert {one.key: one.target for one in found.units} == {"b2": "没有数字。", "c3": f"旧文：{HELD}。"}
    assert {one.key: one.is_final for one in found.units} == {"b2": True, "c3": False}
    assert {one.key: one.source for one in found.units}["c3"] == f"Held: {HELD}."
    assert found.untranslated == ("a1",)
    assert wrong_placeholders(found.units) == []


def test_figures_go_out_as_placeholders_that_tools_protect():
    text = written(SHEET, Version.TWELVE).decode()

    assert f'<source>New: <x id="1" ctype="x-figure" equiv-text="{NEW}"/> &amp; held: <x id="2"' in text
    assert '<ph id="2" equiv="{figure: adherences-held' in written(SHEET, Version.TWENTY).decode()


@pytest.mark.parametrize(
    "target",
    [
        '<target>Au total <x id="1" equiv-text="{figure: x}"/> nouveaux.</target>',
        '<target state="translated">Au total <x id="1"/> nouveaux.</target>',
        '<seg-source><mrk>New</mrk></seg-source><target><mrk>Au total <x id="1"/> nouveaux.</mrk></target>',
        "<target>Au total {figure: x} nouveaux.</target>",
        '<target state="new">Au total <x id="1"/> nouveaux.</target><alt-trans><target>Autre</target></alt-trans>',
        '<target>Au <g id="7">total</g> <x id="1"/> nouveaux.</target>',
    ],
)
def test_a_translation_is_read_as_tools_write_it(target):
    found = read(back(target))

    (one,) = found.units
    assert one.target == "Au total {figure: x} nouveaux."
    assert wrong_placeholders(found.units) == list(found.wrong) == []
    assert is_pair(found, "en", "fr")
    assert not is_pair(found, "en", "es")


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("<target>Au total, nouveaux.</target>", "xliff.lost"),
        ('<target>Au total <x id="1"/>, soit <x id="1"/>.</target>', "xliff.doubled"),
        ('<target>Au total <x id="1"/> et {figure: y}.</target>', "xliff.strange"),
        ('<target>Au total <x id="1"/> {.</target>', "xliff.bracket"),
    ],
)
def test_a_figure_that_was_lost_doubled_or_made_up_is_named_with_its_unit(target, reason):
    assert [(one.key, one.reason.code) for one in wrong_placeholders(read(back(target)).units)] == [("a1", reason)]


def test_a_placeholder_that_the_source_has_not_is_told():
    found = read(back('<target>Au total <x id="1"/> <x id="9"/>.</target>'))

    assert [(one.key, one.reason.code) for one in found.wrong] == [("a1", "xliff.strange")]


def test_a_figure_that_moved_to_another_unit_names_both():
    text = back("<target>Au total, nouveaux.</target>").decode()
    second = (
        '<trans-unit id="b2"><source>Held: <x id="1" equiv-text="{figure: y}"/>.</source>'
        '<target><x id="1"/> : {figure: x}.</target></trans-unit></body>'
    )
    found = wrong_placeholders(read(text.replace("</body>", second).encode()).units)

    assert [(one.key, one.reason.code) for one in found] == [("a1", "xliff.lost"), ("b2", "xliff.moved")]
    assert found[1].reason.facts["unit"] == "a1"


def test_two_segments_of_a_unit_are_one_text():
    text = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.1" version="2.1" srcLang="en" trgLang="fr"><file id="f">
    <unit id="a1"><segment state="initial"><source>One: <ph id="1" equiv="{figure: x}"/>.</source>
    <target>Un : <ph id="1"/>.</target></segment><ignorable><source> </source></ignorable>
    <segment><source>Two.</source><target><mrk id="m1" type="term">Deux</mrk>.</target></segment>
    </unit></file></xliff>"""

    (one,) = read(text.encode()).units
    assert (one.source, one.target) == ("One: {figure: x}. Two.", "Un : {figure: x}. Deux.")


def test_a_unit_of_which_one_segment_is_not_translated_is_not_translated():
    text = """<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="fr"><file id="f">
    <unit id="a1"><segment><source>One.</source><target>Un.</target></segment>
    <segment><source>Two.</source></segment></unit></file></xliff>"""

    assert read(text.encode()).untranslated == ("a1",)


@pytest.mark.parametrize("state", ["new", "needs-translation"])
def test_a_copy_of_the_source_and_what_needs_translation_is_none(state):
    copy = f'<target state="{state}">New: <x id="1"/> in all.</target>'

    assert read(back(copy)).untranslated == ("a1",)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "xliff.no_xml"),
        (b"\xff\xfe\x00", "xliff.no_xml"),
        (b'<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "xliff.no_xml"),
        (b"<html/>", "xliff.no_xliff"),
        (b'<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en"/>', "xliff.languages"),
    ],
)
def test_what_is_no_xliff_says_why(content, reason):
    with pytest.raises(NoXliff) as none:
        read(content)
    assert none.value.reason.code == reason


def test_a_unit_that_stands_there_twice_is_refused():
    text = back("<target>Un.</target>").decode()
    unit = text[text.index("<trans-unit") : text.index("</body>")]
    with pytest.raises(NoXliff, match=r"xliff\.twice"):
        read(text.replace("</body>", f"{unit}</body>").encode())


def test_traditional_chinese_is_another_language():
    found = read(back("<target>x</target>").replace(b"fr-FR", b"zh-TW"))

    assert not is_pair(found, "en", "zh-hans")
    assert is_pair(read(back("<target>x</target>").replace(b"fr-FR", b"zh-CN")), "en", "zh-hans")
