"""Draws a register of attendances of which it is known who is who; the same seed gives the same register.

Six scripts: Arabic, Cyrillic, Han, Hangul, Greek, Latin. A State has one people; a sheet one language, either the people's own letters
or Latin ones in one romanization. What differs between two rows of a person: spelling and script, order of parts,
fathers' and second family names that come and go, a married name, an initial, a slip of a letter or of the birth year,
another office or function. Relatives and namesakes are in it.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from person_register import names, romanizing
from person_register.words import FUNCTIONS, LANGUAGES, OFFICES

PEOPLES = (
    "arabic",
    "arabic",
    "arabic",
    "russian",
    "russian",
    "chinese",
    "korean",
    "greek",
    "spanish",
    "french",
    "english",
)
LATIN = {"spanish": ("es_MX", "es_CO", "es_AR"), "french": ("fr_FR", "fr_CH"), "english": ("en_GB", "en_NG", "en_KE")}
OWN = {
    "arabic": "ar",
    "russian": "ru",
    "chinese": "zh",
    "korean": "ko",
    "greek": "el",
    "spanish": "es",
    "french": "fr",
    "english": "en",
}
LETTERS = "abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True)
class Drawn:
    """One attendance and who it is of."""

    key: str
    person: int
    name: str
    state: str
    event: str
    sex: str
    birth_year: int | None
    organisation: str
    post: str
    kind: str


@dataclass
class Person:
    number: int
    people: str
    state: str
    country: str
    sex: str
    given: str
    father: str
    family: str
    second: str
    maiden: str
    born: int
    office: int
    function: int


def weighted(chance: Random, of: Sequence[str]) -> str:
    """Draw by the rank's inverse, as names are spread."""
    at = int(len(of) * chance.random() ** 2.2)
    return of[at]


def new_person(number: int, state: str, people: str, country: str, chance: Random, half: int | None) -> Person:
    sex = chance.choice("fmm")
    source = names.arabic(country, half) if people == "arabic" else names.listed(country, half)
    given = weighted(chance, source.women if sex == "f" else source.men)
    father = weighted(chance, source.men)
    if people == "chinese" and chance.random() < 0.7:
        given = (given + weighted(chance, source.men))[:2]
    family = weighted(chance, source.families)
    if people == "arabic" and chance.random() < 0.3:
        given = (
            "عبد " + chance.choice(("الله", "الرحمن", "العزيز", "الكريم", "القادر", "الرحيم")) if sex == "m" else given
        )
    second = weighted(chance, source.families)
    maiden = weighted(chance, source.families) if sex == "f" and chance.random() < 0.15 else ""
    return Person(number, people, state, country, sex, given, father, family, second, maiden, chance.randint(1955, 1998),
                  chance.randrange(len(OFFICES)), chance.randrange(len(FUNCTIONS)))  # fmt: skip


def feminine(family: str) -> str:
    for end, instead in (("ов", "ова"), ("ев", "ева"), ("ин", "ина"), ("ский", "ская"), ("цкий", "цкая")):
        if family.endswith(end):
            return family[: -len(end)] + instead
    return family


def patronymic(father: str, sex: str) -> str:
    if father[-1] in "йь":
        stem = father[:-1] + "ев"
    elif father[-1] in "ая":
        return father[:-1] + ("ична" if sex == "f" else "ич")
    else:
        stem = father + "ов"
    return stem + ("на" if sex == "f" else "ич")


def spelled(name: str, country: str, chance: Random) -> str:
    """Return one attested Latin spelling of a name in Arabic letters."""
    compound = {
        "الله": "llah",
        "الرحمن": "Rahman",
        "العزيز": "Aziz",
        "الكريم": "Karim",
        "القادر": "Kader",
        "الرحيم": "Rahim",
    }
    first, _, rest = name.partition(" ")
    if first == "عبد" and rest in compound:
        second = compound[rest]
        if rest == "الله":
            return chance.choice(("Abdullah", "Abdallah", "Abdalla", "Abd Allah", "Abdellah"))
        western = country in {"DZ", "MA", "TN"}
        styles = ("Abdel {}", "Abdel{}", "Abd El {}") if western else ("Abdul {}", "Abdul{}", "Abd al-{}", "Abdel {}")
        return chance.choice(styles).format(second)
    table = names.arabic_spellings()[name]
    found = table.get(country) or table[""]
    if chance.random() < 0.2:
        found = table[""]
    return chance.choices(list(found), list(found.values()))[0]


def parts_in_latin(one: Person, scheme: str, chance: Random, *, married: bool) -> tuple[list[str], list[str]]:
    """Return given and family parts in Latin letters."""
    family = one.maiden if married else one.family
    if one.people == "arabic":
        said = [spelled(part, one.country, chance) for part in (one.given, one.father, family)]
        if chance.random() < 0.2:
            said[2] = chance.choice(("Al-", "El ", "Al ")) + said[2]
        middle = [said[1]] if chance.random() < 0.45 else []
        if middle and chance.random() < 0.15:
            middle = [chance.choice(("bin", "Ben", "ibn")), *middle]
        return [said[0], *middle], [said[2]]
    if one.people == "russian":
        ending = feminine(family) if one.sex == "f" else family
        middle = [patronymic(one.father, one.sex)] if chance.random() < 0.4 else []
        return [romanizing.russian(part, scheme) for part in (one.given, *middle)], [romanizing.russian(ending, scheme)]
    if one.people == "chinese":
        last, first = names.latin_of_han(family, one.given, chance, dialect=chance.random() < 0.1)
        return [first], [last]
    if one.people == "korean":
        last, first = names.latin_of_hangul(family, one.given, chance)
        return [first], [last]
    if one.people == "greek":
        return [romanizing.greek(one.given)], [romanizing.greek(family)]
    middle = [one.father] if one.people != "spanish" and chance.random() < 0.2 else []
    both = [family, one.second] if one.people == "spanish" and chance.random() < 0.6 else [family]
    return [one.given, *middle], both


def parts_as_own(one: Person, chance: Random, *, married: bool) -> tuple[list[str], list[str]]:
    """Return given and family parts in the people's own letters."""
    family = one.maiden if married else one.family
    if one.people == "arabic":
        if chance.random() < 0.2:
            family = "ال" + family
        given = one.given.replace(" ", "") if chance.random() < 0.3 else one.given
        return [given, *([one.father] if chance.random() < 0.55 else [])], [family]
    if one.people == "russian":
        ending = feminine(family) if one.sex == "f" else family
        return [one.given, *([patronymic(one.father, one.sex)] if chance.random() < 0.6 else [])], [ending]
    return [one.given], [family]


def slip(part: str, chance: Random) -> str:
    if len(part) < 4 or not part.isascii():
        return part
    at, kind = chance.randrange(1, len(part) - 1), chance.randrange(4)
    if kind == 0:
        return part[:at] + part[at + 1 :]
    if kind == 1:
        return part[:at] + part[at + 1] + part[at] + part[at + 2 :]
    if kind == 2:
        return part[:at] + chance.choice(LETTERS) + part[at:]
    return part[:at] + chance.choice(LETTERS) + part[at + 1 :]


def without_marks(text: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", text) if not unicodedata.combining(letter))


def written(one: Person, language: str, scheme: str, chance: Random, *, married: bool) -> str:
    """Return the person's name as this sheet has it."""
    own = OWN[one.people] == language
    glued = own and one.people in {"chinese", "korean"}
    if own and one.people in {"arabic", "russian", "chinese", "korean", "greek"}:
        given, family = parts_as_own(one, chance, married=married)
    else:
        given, family = parts_in_latin(one, scheme, chance, married=married)
        if chance.random() < 0.5:
            given, family = [without_marks(part) for part in given], [without_marks(part) for part in family]
    given, family = ([slip(p, chance) if chance.random() < 0.06 else p for p in of] for of in (given, family))
    if not glued and chance.random() < 0.03:
        given = [given[0][0] + ".", *given[1:]]
    if chance.random() < 0.2:
        family = [part.upper() for part in family]
    if glued:
        return family[0] + given[0]
    family_first = (one.people in {"chinese", "korean"}) != (chance.random() < 0.1)
    return " ".join([*family, *given] if family_first else [*given, *family])


def attendances(chance: Random) -> int:
    count = 1
    while count < 12 and chance.random() < 0.4:
        count += 1
    return count


def draw(seed: int, size: int, states: int, *, half: int | None = None, years: float = 0.55) -> list[Drawn]:
    """Return about `size` attendances of persons of `states` States; `half` keeps to one half of each list of names."""
    chance = Random(seed)
    made: list[Drawn] = []
    countries = []
    for at in range(states):
        people = PEOPLES[at % len(PEOPLES)]
        of = {"arabic": names.ARAB_COUNTRIES, "russian": ("ru_RU", "ru_RU", "uk_UA"), "chinese": ("zh_CN",),
              "korean": ("ko_KR",), "greek": ("el_GR",)}.get(people) or LATIN[people]  # fmt: skip
        countries.append((f"X{at:02d}", people, chance.choice(of)))
    number = 0
    families: dict[str, Person] = {}
    while len(made) < size:
        state, people, country = chance.choice(countries)
        one = new_person(number, state, people, country, chance, half)
        if number > 20 and chance.random() < 0.04 and state in families:
            kin = families[state]
            one.family, one.father, one.second = kin.family, kin.father, kin.second
        families[state] = one
        number += 1
        events = chance.sample(range(max(12, size // 40)), attendances(chance))
        changed = bool(one.maiden) and len(events) > 1
        for turn, event in enumerate(sorted(events)):
            made.append(row(one, len(made), event, chance, years=years, married=changed and turn >= len(events) // 2))
    chance.shuffle(made)
    return made


def row(one: Person, at: int, event: int, chance: Random, *, years: float, married: bool) -> Drawn:
    own = chance.random() < 0.5
    language = OWN[one.people] if own else chance.choice(("en", "en", "fr"))
    scheme = "fr" if language == "fr" else chance.choice(("icao", "icao", "bgn", "iso"))
    if chance.random() < 0.15:
        one.office = chance.randrange(len(OFFICES))
    if chance.random() < 0.25:
        one.function = chance.randrange(len(FUNCTIONS))
    tongue = LANGUAGES.index(language)
    born = one.born + (chance.choice((-1, 1, -10, 10)) if chance.random() < 0.02 else 0)
    return Drawn(
        f"R{at}",
        one.number,
        written(one, language, scheme, chance, married=married),
        one.state,
        f"E{event}",
        one.sex if chance.random() < 0.8 else "",
        born if chance.random() < years else None,
        OFFICES[one.office][tongue] if chance.random() < 0.9 else "",
        FUNCTIONS[one.function][tongue] if chance.random() < 0.7 else "",
        f"{one.people}-{'own' if own else 'latin'}",
    )
