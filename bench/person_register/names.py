"""Names by people and script, from published lists: Faker (MIT), arabic-name-romanizer's table of single names (its
sources are CC0 and MIT; the table of full names is not read), name-variants (MIT), pypinyin (MIT).

`half` splits each list by a hash of the name: 0 to tune on, 1 held out. A name of one half never stands in the other.
"""

import importlib
import sqlite3
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from random import Random

from name_variants import CHINESE_SURNAME_VARIANTS, KOREAN_GIVEN_NAME_VARIANTS, KOREAN_SURNAME_VARIANTS
from pypinyin import lazy_pinyin

from person_register import romanizing


@dataclass(frozen=True)
class Names:
    """What persons of one people are called."""

    women: Sequence[str]
    men: Sequence[str]
    families: Sequence[str]


def in_half(names: Iterable[str], half: int | None) -> list[str]:
    return [name for name in dict.fromkeys(names) if half is None or zlib.crc32(name.encode()) % 2 == half]


@cache
def listed(locale: str, half: int | None) -> Names:
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider

    def of(*tables: str) -> list[str]:
        for table in tables:
            if found := getattr(provider, table, None):
                return in_half(found, half)
        return []

    families = of("last_names_male", "last_names") or of("last_names_common")
    return Names(of("first_names_female", "first_names"), of("first_names_male", "first_names"), families)


@cache
def arabic_spellings() -> dict[str, dict[str, dict[str, int]]]:
    """Return by name in Arabic letters, by country ("" is all): Latin spellings with how often each is met."""
    found: dict[str, dict[str, dict[str, int]]] = defaultdict(lambda: defaultdict(lambda: defaultdict(int)))
    table = files("arabic_name_romanizer") / "resources" / "names.sqlite3"
    with closing(sqlite3.connect(f"file:{table}?mode=ro", uri=True)) as database:
        for name, latin, country, often in database.execute("SELECT arabic_key, latin, country, count FROM units"):
            if " " not in latin and len(name) > 2:
                found[name][country][latin.title()] += often
                found[name][""][latin.title()] += often
    return found


ARAB_COUNTRIES = ("EG", "DZ", "MA", "IQ", "SA", "SY", "TN", "SD", "YE", "JO")


@cache
def arabic(country: str, half: int | None) -> Names:
    table = files("arabic_name_romanizer") / "resources" / "names.sqlite3"
    question = (
        "SELECT arabic_key, role, sum(count) AS often FROM units WHERE country = ? AND role <> 'unknown'"
        " GROUP BY 1, 2 HAVING often >= 2 ORDER BY often DESC, arabic_key"
    )
    by_role: dict[str, list[str]] = defaultdict(list)
    with closing(sqlite3.connect(f"file:{table}?mode=ro", uri=True)) as database:
        for name, role, _ in database.execute(question, [country]):
            if len(name) > 2 and arabic_spellings().get(name):
                by_role[role].append(name)
    women = set(listed("ar_SA", None).women)
    given = in_half(by_role["given"][:400], half)
    called = [name for name in given if name in women or name.endswith(("ه", "اء"))]
    return Names(called, [name for name in given if name not in set(called)], in_half(by_role["surname"][:500], half))


@cache
def _simplified_surnames() -> dict[str, list[str]]:
    return {
        entry["forms"][-1] if not entry["forms"][-1].isascii() else head: [f for f in entry["forms"] if f.isascii()]
        for head, entry in CHINESE_SURNAME_VARIANTS.items()
    }


def plain(syllable: str) -> str:
    """Return a syllable as passports have it: lu for lü."""
    return syllable.replace("v", "u").replace("ü", "u")


def latin_of_han(family: str, given: str, chance: Random, *, dialect: bool) -> tuple[str, str]:
    """Return family and given name in pinyin, as `Xiaoming`, `Xiao Ming` or `Xiao-ming`."""
    variants = _simplified_surnames().get(family)
    said = "".join(plain(part) for part in lazy_pinyin(family))
    if dialect and variants:
        said = chance.choice(variants)
    syllables = [plain(part) for part in lazy_pinyin(given)]
    style = chance.random()
    if style < 0.6:
        return said.title(), "".join(syllables).title()
    if style < 0.8:
        return said.title(), " ".join(syllables).title()
    return said.title(), "-".join(syllables).capitalize()


def latin_of_hangul(family: str, given: str, chance: Random) -> tuple[str, str]:
    """Return family and given name as Koreans and their offices spell them."""
    scheme = chance.choice(("rr", "rr", "mr"))
    entry = KOREAN_SURNAME_VARIANTS.get(family)
    usual = [form for form in entry["forms"] if form.isascii()] if entry else []
    said = chance.choices(usual, [1 / (at + 1) for at in range(len(usual))])[0] if usual else ""
    said = said or romanizing.korean(family, scheme)[0]
    syllables = romanizing.korean(given, scheme)
    for at, letter in enumerate(given):
        if letter in KOREAN_GIVEN_NAME_VARIANTS and chance.random() < 0.4:
            syllables[at] = chance.choice([f for f in KOREAN_GIVEN_NAME_VARIANTS[letter]["forms"] if f.isascii()])
    style = chance.random()
    joined = "-".join(syllables).capitalize() if style < 0.5 else "".join(syllables).title()
    return said.title(), joined if style < 0.8 else " ".join(syllables).title()
