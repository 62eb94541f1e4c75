"""Laws of reading: nothing is lost, and what is put together from paragraphs is taken apart into the same ones."""

import re

from hypothesis import given
from hypothesis import strategies as st

from accede.core.mandates.cutting.structure import Kind
from accede.core.mandates.reading import Reading
from accede.core.mandates.text.lines import plain, read_lines, without_italics
from accede.core.mandates.text.looks import Look
from accede.core.mandates.text.segments import title_words
from accede.core.mandates.words.numbering import Levels, read_mark
from accede.core.mandates.words.verbs import read_lead
from tests.core.mandates.texts import FERRIES, LIGHTHOUSES, reading

OBJECTS = st.sampled_from(
    ["lamps", "the care of ferries", "States that keep bridges", "reports, letters and stamps", "its own work"]
)
PARTICIPLES = st.sampled_from(
    ["Recalling", "Noting also", "Deeply concerned at", "Bearing in mind", "Convinced of", "Having considered"]
)
FINITE = st.sampled_from(
    ["Requests", "Also urges", "Takes note of", "Strongly encourages", "Expresses its thanks for", "Welcomes"]
)
PREAMBLE = st.lists(st.builds(lambda verb, what: f"{verb} {what},", PARTICIPLES, OBJECTS), min_size=1, max_size=6)
OPERATIVE = st.lists(st.builds(lambda verb, what: f"{verb} {what}", FINITE, OBJECTS), min_size=1, max_size=8)
GAP = st.sampled_from(["\n\n", "\n\n\n"])


def written(preamble: list[str], operative: list[str], gap: str) -> str:
    numbered = [f"{number}. {text};" for number, text in enumerate(operative, 1)]
    numbered[-1] = f"{numbered[-1][:-1]}."
    return gap.join(["The General Assembly,", *preamble, *numbered, "3rd plenary meeting", "5 May 2005"])


@given(PREAMBLE, OPERATIVE, GAP)
def test_paragraphs_put_together_are_taken_apart_into_the_same(preamble, operative, gap):
    found = reading(written(preamble, operative, gap))

    kinds = [(one.block.kind, one.block.text.rstrip(";.,")) for one in found.paragraphs]
    assert kinds == [
        *((Kind.PREAMBULAR, text.rstrip(",")) for text in preamble),
        *((Kind.OPERATIVE, text) for text in operative),
    ]


@given(PREAMBLE, OPERATIVE, GAP)
def test_every_paragraph_has_a_verb_and_a_place(preamble, operative, gap):
    text = written(preamble, operative, gap)
    found = reading(text)

    lines = text.split("\n")
    for one in found.paragraphs:
        assert one.lead is not None
        assert one.block.text.split()[0] in lines[one.block.first_line - 1]


LINES = st.one_of(
    st.sampled_from([*LIGHTHOUSES.split("\n"), *FERRIES.split("\n")]),
    st.text(alphabet="abcABC 12.,;:()“”*’\t\u00a0-", max_size=40),
)


def words_of(text: str) -> str:
    return re.sub(r"[\W_]", "", without_italics(plain(text))[0])


def everything_of(found: Reading) -> str:
    """Return all words that a reading holds, in whichever place."""
    kept = [f"{one.block.prefix} {one.block.text}" for one in found.paragraphs]
    kept += [one.text for one in found.headings] + [one.text for one in found.apart]
    kept += [f"{one.mark} {one.text}" for one in found.footnotes]
    kept += [found.title, found.opening, *found.closing, found.symbol]
    if found.framing is not None:
        kept += [found.framing.text, "The General Assembly The Economic and Social Council"]
    return words_of(" ".join(kept))


@given(st.lists(LINES, max_size=25), st.sampled_from(["\n", "\n\n"]))
def test_all_words_of_all_lines_end_up_somewhere(lines, gap):
    text = gap.join(lines)
    everything = everything_of(reading(text))
    for line in read_lines(text.split("\n")):
        mark = read_mark(line.text)
        words = title_words(line.text) if line.look is Look.TITLE else mark.rest if mark else line.text
        assert words_of(words) in everything


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text):
    reading(text)
    read_lead(text)


@given(st.integers(min_value=1, max_value=26))
def test_letters_stay_on_their_level_however_many_there_are(count):
    levels = Levels()
    marks = [read_mark(f"({chr(96 + number)}) Lamps") for number in range(1, count + 1)]

    assert [levels.place(mark) for mark in marks if mark] == [2] * count
