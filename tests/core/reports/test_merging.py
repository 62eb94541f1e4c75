"""Two persons in one section, and translations that know what they are translations of."""

from accede.core.reports.comparing import How, differences
from accede.core.reports.merging import merged
from accede.core.reports.paragraphs import Paragraph, Standing, by_key, split, standing_of, text_hash, words_in


def text(**paragraphs: str) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(key, words) for key, words in paragraphs.items())


BASE = text(a="One.", b="Two.", c="Three.")


def test_what_two_changed_in_different_paragraphs_is_put_together():
    found = merged(BASE, text(a="One!", b="Two.", c="Three."), text(a="One.", b="Two?", c="Three.", d="Four."))

    assert [one.text for one in found.paragraphs] == ["One!", "Two?", "Three.", "Four."]
    assert (found.clashes, found.taken_over) == ((), 2)


def test_one_paragraph_that_both_changed_is_a_clash_that_holds_both_texts():
    found = merged(BASE, text(a="Mine.", b="Two.", c="Three."), text(a="Theirs.", b="Two.", c="Three."))

    (clash,) = found.clashes
    assert (clash.key, clash.mine, clash.theirs) == ("a", "Mine.", "Theirs.")


def test_what_one_takes_out_while_the_other_changes_it_is_a_clash():
    out_by_me = merged(BASE, text(a="One.", c="Three."), text(a="One.", b="Two, changed.", c="Three."))
    out_by_them = merged(BASE, text(a="One.", b="Two, changed.", c="Three."), text(a="One.", c="Three."))

    assert [(one.mine, one.theirs) for one in out_by_me.clashes] == [(None, "Two, changed.")]
    assert [(one.mine, one.theirs) for one in out_by_them.clashes] == [("Two, changed.", None)]
    assert "Two, changed." in [one.text for one in out_by_them.paragraphs]


def test_what_nobody_else_changed_goes_as_i_say():
    assert [one.key for one in merged(BASE, text(a="One.", c="Three."), BASE).paragraphs] == ["a", "c"]


def test_new_paragraphs_of_both_stay_behind_what_they_were_written_behind():
    found = merged(
        BASE, text(a="One.", x="Mine.", b="Two.", c="Three."), text(a="One.", b="Two.", y="Theirs.", c="Three.")
    )

    assert [one.key for one in found.paragraphs] == ["a", "x", "b", "y", "c"]


def test_an_empty_line_makes_two_paragraphs_and_no_words_none():
    assert [one.key for one in split(Paragraph("a", "One.\r\n \r\nTwo.\n\n\n"), iter("xyz"))] == ["a", "x"]
    assert split(Paragraph("a", " \n\n "), iter("x")) == []


def test_a_translation_is_out_of_date_once_its_paragraph_changed():
    was, now = Paragraph("a", "One."), Paragraph("a", "One and a half.")
    translated = {"a": Paragraph("a", "Un.", of=text_hash("One."))}

    assert standing_of(was, translated) is Standing.CURRENT
    assert standing_of(Paragraph("a", " One. "), translated) is Standing.CURRENT
    assert standing_of(now, translated) is Standing.STALE
    assert standing_of(now, by_key(text(b="Un."))) is Standing.MISSING
    assert standing_of(now, by_key(text(a="  "))) is Standing.MISSING


def test_a_figure_is_one_word_and_so_is_a_chinese_character():
    assert words_in(text(a="States: {figure: parties on=$until}.", b="caso n.o 7, c’est-à-dire")) == 2 + 4
    assert words_in(text(a="条约。")) == 2


def test_versions_differ_in_words_and_each_text_can_be_read_out_of_the_pieces():
    (pieces,) = differences(BASE, text(a="One.", b="Two or more.", c="Three."))

    assert [(one.how, one.words) for one in pieces] == [(How.KEPT, "Two"), (How.IN, " or more"), (How.KEPT, ".")]
    (out,) = differences(BASE, text(a="One.", c="Three."))
    assert [(one.how, one.words) for one in out] == [(How.OUT, "Two.")]
