"""Persons are found again across spellings, scripts and orders of names, with reasons; a person decides."""

from collections.abc import Sequence
from typing import Any

import pytest

from accede.core.training.matching import Decision, PersonName, Proposal, persons_of, persons_range, propose

OTHERS = [
    "Salma Idrissi",
    "Omar Bennani",
    "ياسين العلوي",
    "Petr Sidorov",
    "Светлана Лебедева",
    "孙国栋",
    "Kim Jisoo",
    "Marisol Quispe",
    "Jean Dupont",
    "Grace Wanjiru",
    "Nadia Mansouri",
    "طارق الفاسي",
    "Oleg Fomin",
    "陈静",
    "Lucía Ortega",
    "Paul Martin",
    "Tendai Moyo",
    "هدى قاسم",
    "Игорь Зайцев",
    "赵建国",
]


def row(key: str, name: str, **more: Any) -> PersonName:
    return PersonName(key, name, "XAA", **more)


def among_others(*names: str, **more: Any) -> list[PersonName]:
    rows = [row(f"o{at}", name) for at, name in enumerate(OTHERS)]
    return rows + [row(f"p{at}", name, **more) for at, name in enumerate(names)]


def proposed(rows: Sequence[PersonName]) -> dict[tuple[str, str], Proposal]:
    return {(one.a, one.b): one for one in propose(rows)}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("محمد عبد الله الحسن", "Mohamed Abdallah El-Hassan"),
        ("حسين بن علي", "ALI Houcine"),
        ("عبدالرحمن الجزائري", "Abd al-Rahman Djazairi"),
        ("نور الدين بوعزيز", "Noureddine Bouaziz"),
        ("Khrouchtchev Nikita", "Никита Сергеевич Хрущёв"),
        ("Щербакова Анжела", "Angela Shcherbakova"),
        ("Жуков Евгений", "Evgeny Zhukov"),
        ("王小明", "Xiao Ming WANG"),
        ("曾国强", "Zeng Guoqiang"),
        ("박근혜", "PARK Geun-hye"),
        ("이순신", "Lee Sun Sin"),
        ("Αντώνης Παπαδόπουλος", "Antonis Papadopoulos"),
        ("გიორგი მაისურაძე", "Giorgi Maisuradze"),
        ("José María Núñez Peña", "NUNEZ Jose Maria"),
        ("Fatoumata Diallo", "Fatumata Dialo"),
        ("Cristina Echevarria", "Cristina Echevaria"),
        ("Ruth Otieno", "Otieno Ruth"),
    ],
)
def test_the_same_name_is_found_in_another_spelling_script_or_order(a, b):
    rows = among_others(a, b, birth_year=1977, organisation="Supreme Court")

    found = proposed(rows)

    assert [pair for pair, one in found.items() if one.band == "sure"] == [("p0", "p1")]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Anna Viktorovna Lebedeva", "Anna Viktorovna Gromova"),  # married
        ("J. Kamau", "Joseph Kamau"),
        ("Maria Fernandez", "Maria Fernandez Salazar"),
    ],
)
def test_what_marriage_initials_or_short_forms_hide_is_at_least_looked_at(a, b):
    rows = among_others(a, b, birth_year=1980, sex="f", organisation="Supreme Court")

    assert ("p0", "p1") in proposed(rows)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("سعيد عبد الله", "محمود عبد الله"),
        ("Ivan Petrov", "Pyotr Petrov"),
        ("李旭", "李强"),
    ],
)
def test_names_that_only_look_alike_are_never_sure(a, b):
    found = proposed(among_others(a, b))

    assert all(one.band != "sure" for one in found.values())


def test_each_proposal_says_why_in_terms_that_add_up():
    rows = among_others(
        "محمد الحسن", "Mohamed Hassan", birth_year=1977, organisation="Supreme Court", post="Judge", sex="m"
    )

    only = proposed(rows)["p0", "p1"]

    assert {one.code for one in only.reasons} == {
        "like_part", "same_birth_year", "same_organisation", "same_post", "same_sex", "namesakes",
    }  # fmt: skip
    assert ("محمد", "mohamed") in {(one.a, one.b) for one in only.reasons}
    assert only.weight == pytest.approx(sum(one.weight for one in only.reasons), abs=0.1)


def test_another_birth_year_speaks_against_and_a_slip_hardly():
    def with_years(one: int, other: int | None) -> list[PersonName]:
        return [row("a", "Giorgi Maisuradze", birth_year=one), row("b", "Giorgi Maisuradze", birth_year=other)]

    weights = [
        next((one.weight for one in propose([*among_others(), *with_years(1970, year)])), -99.0)
        for year in (1970, None, 1971, 1984)
    ]

    assert weights == sorted(weights, reverse=True)
    assert len(set(weights)) == 4


def test_rows_of_one_event_or_of_two_states_are_never_proposed():
    same = [row("a", "Tendai Chigumba", event="E1"), row("b", "Tendai Chigumba", event="E1")]
    elsewhere = [row("a", "Tendai Chigumba"), PersonName("b", "Tendai Chigumba", "XBB")]

    assert propose(same) == []
    assert propose(elsewhere) == []


def test_what_is_proposed_does_not_depend_on_the_order_of_the_rows():
    rows = among_others("محمد الحسن", "Mohamed Hassan", "Hassan Mohammed", "Salma Idrisi", "Omar Benani")
    turned = [*rows[1::2], *reversed(rows[::2])]

    assert propose(rows) == propose(turned)
    assert all(one.a < one.b for one in propose(rows))


def test_a_sheet_is_compared_with_the_register_and_itself_but_not_the_register_with_itself():
    register = among_others("Tendai Chigumba", "Chigumba Tendai")
    sheet = [row("s0", "T. Chigumba Tendai"), row("s1", "Grace Wanjirú")]

    found = {(one.a, one.b) for one in propose(sheet, register=register)}

    assert ("o9", "s1") in found
    assert {("p0", "s0"), ("p1", "s0")} <= found
    assert ("p0", "p1") not in found


@pytest.mark.parametrize(
    "name", ["", "???", "١٢٣", "-", "A", "·", "de la", "王", "عبد", "ابن", "a" * 400, "😀", "O'", "\u02bc"]
)
def test_what_is_no_name_is_borne(name):
    assert isinstance(propose(among_others(name, name)), list)


def test_rows_need_keys_of_their_own():
    with pytest.raises(ValueError, match="same key"):
        propose([row("a", "X Y"), row("a", "X Z")])
    assert propose([]) == []


def three() -> list[PersonName]:
    return [
        row("a", "Giorgi Maisuradze", birth_year=1970),
        row("b", "გიორგი მაისურაძე", birth_year=1970),
        row("c", "Maisuradze G."),
    ]


def test_persons_are_counted_as_a_range_until_somebody_has_decided():
    rows = [*among_others(), *three()]

    many, few = persons_range(rows)

    assert (many, few) == (len(OTHERS) + 2, len(OTHERS) + 1)
    assert persons_range(rows, [Decision("b", "c", same=True)]) == (few, few)
    assert persons_range(rows, [Decision("b", "c", same=False)]) == (many, many)
    assert persons_range(rows, [Decision("a", "b", same=False)])[0] == many + 1


def test_what_was_decided_stands_against_every_proposal_and_goes_when_it_is_undone():
    rows = [*among_others(), *three()]
    proposals = propose(rows)
    decisions = [Decision("b", "c", same=True), Decision("a", "c", same=False)]

    decided = persons_of(rows, proposals, decisions, sure_only=False)

    assert decided["b"] == decided["c"] != decided["a"]
    assert len(set(persons_of(rows, proposals, [], sure_only=False).values())) == len(OTHERS) + 1


def test_no_chain_of_proposals_puts_two_rows_of_one_event_into_one_person():
    rows = [
        row("a", "Giorgi Maisuradze", event="E1"),
        row("b", "Giorgi Maisuradze", event="E2"),
        row("c", "Giorgi Maisuradze", event="E1"),
    ]

    groups = persons_of(rows, propose([*among_others(), *rows]), sure_only=False)

    assert groups["a"] != groups["c"]
