"""Texts that are no resolutions of the usual shape: drafts, decisions, statements, resolutions of other councils."""

import pytest

from accede.core.mandates.duties import duties_of
from accede.core.mandates.identity import Genre, Standing
from accede.core.mandates.words.numbering import Mark, Style, read_mark
from tests.core.mandates.texts import reading

DRAFT = """\
United Nations
A/C.3/79/L.901/Rev.1

General Assembly
Distr.: Limited
1 November 2024

Seventy-ninth session
Third Committee
Agenda item 106

Sample Albania, Sample Bhutan and
Sample Chad: revised draft resolution

Care of lighthouses

The General Assembly,

Recalling its resolution 70/901,

1. Requests the Office of Lamps to help Member States, upon request.
"""


def test_a_draft_with_its_sponsors_is_not_adopted():
    found = reading(DRAFT)

    assert (found.symbol, found.standing, found.organ) == ("A/C.3/79/L.901/Rev.1", Standing.DRAFT, "GA")
    assert (found.title, found.session, found.adopted_on) == ("Care of lighthouses", 79, None)
    assert found.sponsors == ("Sample Albania", "Sample Bhutan", "Sample Chad")
    assert [one.key for one in duties_of(found)] == ["1"]
    assert found.remarks == ()


@pytest.mark.parametrize("symbol", ["E/2007/L.910", "A/HRC/22/L.913", "S/2015/L.901", "E/CN.15/2008/L.904"])
def test_symbols_of_drafts_are_told_by_their_limited_distribution(symbol):
    found = reading(DRAFT.replace("A/C.3/79/L.901/Rev.1", symbol))

    assert (found.symbol, found.standing) == (symbol, Standing.DRAFT)


def test_what_a_reader_says_of_a_draft_holds():
    assert reading(DRAFT, symbol="A/C.3/79/L.902").symbol == "A/C.3/79/L.902"


DECISION = """\
79/951. Sample elections

At its 30th plenary meeting, on 12 November 2024, the General Assembly, on the proposal of its President, decided to
request the Secretary-General to report on lamps by 1 March 2025.

At the same meeting, the Assembly also requested the Office of Lamps to help Member States.
"""


def test_a_decision_tells_in_the_past_what_was_decided():
    found = reading(DECISION)

    assert (found.genre, found.symbol) == (Genre.DECISION, "A/DEC/79/951")
    assert str(found.adopted_on) == "2024-11-12"
    assert [one.lead.base for one in found.paragraphs if one.lead] == ["decide", "request"]
    assert duties_of(found)[-1].owed_by == ("the Office of Lamps",)


STATEMENT = """\
S/PRST/2024/901

Statement by the President of the Security Council

At the 9901st meeting of the Security Council, held on 1 December 2024, in connection with the Council’s consideration
of the item entitled “Sample lamps”, the President of the Security Council made the following statement on behalf of
the Council:

“The Security Council condemns the putting out of lamps.

“The Council requests the Secretary-General to report to it by 1 March 2025.”
"""


def test_a_statement_of_the_president_has_its_own_symbol_and_duties():
    found = reading(STATEMENT)

    assert (found.genre, found.symbol, found.organ) == (Genre.STATEMENT, "S/PRST/2024/901", "SC")
    assert str(found.adopted_on) == "2024-12-01"
    assert [one.lead.base for one in found.paragraphs if one.lead] == ["condemn", "request"]
    assert [(one.owed_by, str(one.due[0].due_until)) for one in duties_of(found)] == [
        (("the Secretary-General",), "2025-03-01")
    ]


COUNCIL = """\
Resolution adopted by the Human Rights Council on 4 April 2023

52/901. Keepers of lamps

The Human Rights Council,

Recalling its resolution 40/901,

1. Requests the Office of the United Nations High Commissioner for Human Rights to report to the Council at its
fifty-fifth session.

57th meeting
4 April 2023

[Adopted without a vote.]
"""


def test_a_resolution_of_the_human_rights_council_is_its_own():
    found = reading(COUNCIL)

    assert (found.symbol, found.organ, found.genre) == ("A/HRC/RES/52/901", "HRC", Genre.RESOLUTION)
    assert str(found.adopted_on) == "2023-04-04"
    assert found.session is None
    assert [one.code for one in found.remarks if one.code != "deadline_unresolved"] == []


def test_a_number_without_a_point_counts_as_the_paragraphs_number_where_a_verb_follows():
    assert read_mark("12 Requests the Secretary-General to report") == Mark(
        "12", Style.ARABIC, "Requests the Secretary-General to report"
    )
    assert read_mark("12 Member States reported") is None


MEETING = "At its 5th plenary meeting, on 18 December 2024, the General Assembly"


@pytest.mark.parametrize(
    ("head", "symbol"),
    [
        ("Decision 79/501. Sample lamps", "A/DEC/79/501"),
        ("Decision 79/501\nSample lamps", "A/DEC/79/501"),
        ("A/DEC/79/501\n\nSample lamps", "A/DEC/79/501"),
        ("79/501. Sample lamps", "A/DEC/79/501"),
    ],
)
@pytest.mark.parametrize(
    "told",
    [
        f"{MEETING}, on the proposal of its Chair, decided to request the Office to write by 1 May 2025.",
        f"{MEETING}:\n\n(a) Took note of the list;\n\n(b) Requested the Office to write by 1 May 2025.",
    ],
)
def test_a_decision_is_one_however_it_is_headed_and_told(head, symbol, told):
    found = reading(f"{head}\n\n{told}")

    assert (found.symbol, found.genre, str(found.adopted_on)) == (symbol, Genre.DECISION, "2024-12-18")
    assert [(one.owed_by, [str(due.due_until) for due in one.due]) for one in duties_of(found)] == [
        (("the Office",), ["2025-05-01"])
    ]
    assert found.remarks == ()


def test_a_decision_that_begins_with_what_it_recalls_has_its_verb():
    found = reading(
        "A/DEC/79/501\n\nSample lamps\n\nThe General Assembly, recalling its resolution 60/288, decides to put "
        "lamps on its agenda."
    )

    assert [one.lead.base for one in found.paragraphs if one.lead] == ["decide"]


@pytest.mark.parametrize(
    ("head", "sponsors"),
    [
        (
            "E/2024/L.5\n\nDraft resolution submitted by the Vice-President, Ms. Lamp, on the basis of talks\n\nLamps",
            ("the Vice-President",),
        ),
        ("Draft resolution II\nLamps", ()),
        ("A/HRC/50/L.7\n\nFreeland, Upland: draft resolution\n\n50/… Lamps", ("Freeland", "Upland")),
    ],
)
def test_a_draft_says_so_in_many_ways(head, sponsors):
    found = reading(f"{head}\n\nThe General Assembly,\n\nRecalling lamps,\n\n1. Requests the Office to write.")

    assert (found.standing, found.sponsors) == (Standing.DRAFT, sponsors)
    assert found.title in ("Lamps", "")


def test_a_resolution_of_a_commission_that_recommends_a_draft_is_that_of_the_commission():
    found = reading(
        "Resolution 33/1\n\nThe Commission on Crime Prevention and Criminal Justice recommends to the Economic "
        "and Social "
        "Council the approval of the following draft resolution for adoption by the General "
        "Assembly:\n\nSample lamps\n\n"
        "The General Assembly,\n\nRecalling lamps,\n\n1. Requests the Office to write."
    )

    assert (found.organ, found.adopting_organ, found.symbol) == ("CCPCJ", "GA", "")


def test_a_statement_of_the_council_of_human_rights_has_its_paragraphs():
    found = reading(
        "A/HRC/PRST/50/1\n\nStatement by the President\n\nAt the 5th meeting, on 1 July 2022, the President of "
        "the Human "
        "Rights Council made the following statement:\n\n“The Human Rights Council encourages States to write.”"
    )

    assert (found.genre, found.organ, len(found.paragraphs)) == (Genre.STATEMENT, "HRC", 1)
    assert [(one.owed_by, one.what) for one in duties_of(found)] == [(("States",), "to write")]
