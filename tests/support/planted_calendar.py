"""A calendar of many agencies with collisions planted in it: what a detector of overlaps is held against.

How it plants. Time is cut into slots of a hundred and twenty days, and each country has its own cell in each slot;
one scene stands in a cell, with all its days in the first twenty-five, so that nothing collides but what a scene
says. Scenes: a lone plan; a pair of agencies on one subject (a collision); a pair on kindred subjects (a collision:
those who see to surrender of fugitives and those who man the offices through which it is asked for; those who bring a
country into the conventions and those who write its statutes); a pair on different subjects (a decoy); a pair of
which the later is two months on (a decoy); the same agency twice (a decoy); neighbours, one subject (a decoy); a plan
for a whole area with a country of it on the same subject (a collision) and another on a different one (a decoy), in
slots of the areas alone.

Who made this did so from what agencies print in their calendars, in six languages, and knows nothing of how the
detector reads: half of the plans carry tags, the others nothing but a headline. What collides is what was planted; it
is not computed from days and tags.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

AREAS = {
    "african": "KEN UGA TZA NER MLI BFA SEN GHA NGA TCD CMR ETH SOM MOZ ZMB BWA NAM TUN MAR DZA EGY TGO BEN CIV",
    "asia-pacific": "IDN MYS PHL THA VNM LAO KHM NPL BGD LKA PAK KAZ UZB KGZ TJK JOR IRQ LBN YEM FJI MNG MDV",
    "grulac": "COL PER ECU BOL CHL ARG URY PRY BRA PAN CRI GTM HND SLV NIC DOM JAM TTO GUY SUR BLZ HTI",
    "eastern-european": "ALB BIH MKD MNE SRB MDA UKR GEO ARM AZE BGR ROU HRV SVN SVK POL",
}
AGENCIES = ("CTED", "IMF", "INTERPOL", "ICAO", "IMO", "OHCHR", "WORLD-BANK", "OSCE", "OAS", "AU")
KIN = (("surrender", "offices"), ("conventions", "statutes"))
TAGS = {
    "money": "financing",
    "surrender": "cooperation",
    "offices": "authorities",
    "statutes": "legislation",
    "conventions": "joining",
    "bench": "justice",
}
HEADLINES = {
    "money": (
        "Workshop on the suppression of terrorist financing",
        "Seminar: anti-money laundering for supervisors",
        "Financial intelligence units: peer exchange",
        "Atelier national sur le financement du terrorisme",
        "Lutte contre le blanchiment de capitaux : journées d’échange",
        "Taller contra el lavado de activos",
        "Encuentro de unidades de inteligencia financiera",
        "Семинар по противодействию отмыванию денег",
        "Пресечение финансирования терроризма: круглый стол",
        "حلقة عمل عن غسل الأموال",
        "اجتماع الخبراء بشأن تمويل الإرهاب",
        "反洗钱工作坊",
        "制止向恐怖主义提供资助：资助恐怖主义问题研讨会",
    ),
    "surrender": (
        "Extradition practice: a round table",
        "Mutual legal assistance requests in terrorism cases",
        "Atelier régional sur l’extradition et l’entraide judiciaire",
        "Réunion d’experts : entraide pénale internationale",
        "Taller de extradición para fiscales de enlace",
        "Curso práctico de asistencia judicial recíproca",
        "Практика выдачи лиц: рабочая встреча",
        "Взаимная правовая помощь по делам о терроризме",
        "ورشة عمل حول تسليم المطلوبين",
        "المساعدة القانونية المتبادلة في قضايا الإرهاب",
        "引渡实务圆桌会议",
        "刑事司法协助专家会议",
    ),
    "offices": (
        "Strengthening central authorities",
        "Renforcer les autorités centrales",
        "Fortalecimiento de las autoridades centrales",
        "Укрепление центральных органов",
        "تعزيز السلطات المركزية",
        "加强中央机关能力",
    ),
    "statutes": (
        "Drafting session: counter-terrorism legislation",
        "Legislative assistance mission",
        "Mission d’assistance législative",
        "Appui à la rédaction d’un projet de loi antiterroriste",
        "Misión de asistencia legislativa",
        "Подготовка законодательства о борьбе с терроризмом",
        "دعم صياغة التشريعات الوطنية",
        "反恐立法咨询",
    ),
    "conventions": (
        "Ratification of the universal instruments: briefing for parliament",
        "Accession to the conventions against terrorism",
        "Ratification des instruments universels : séance d’information",
        "Ratificación de los instrumentos universales",
        "Ратификация универсальных документов: брифинг",
        "التصديق على الصكوك العالمية",
        "批准反恐公约情况介绍会",
    ),
    "bench": (
        "Criminal justice responses to terrorism",
        "Training judges and prosecutors on terrorism trials",
        "Justice pénale et terrorisme : formation des magistrats",
        "Réponses de la justice pénale au terrorisme",
        "Respuestas de la justicia penal al terrorismo",
        "Уголовное правосудие и терроризм",
        "العدالة الجنائية في مواجهة الإرهاب",
        "刑事司法应对恐怖主义",
    ),
}
_SLOT, _WITHIN = timedelta(days=120), 25
_BEGIN = date(2020, 1, 6)


@dataclass(frozen=True)
class Stated:
    """A plan as an agency states it."""

    ident: str
    agency: str
    opens: date
    closes: date
    headline: str
    countries: tuple[str, ...] = ()
    area: tuple[str, ...] = ()
    lies_in: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass
class Planting:
    """The plans, the pairs of them that collide, and how many pairs look like it and do not."""

    plans: list[Stated] = field(default_factory=list)
    overlapping: set[frozenset[str]] = field(default_factory=set)
    decoys: int = 0


def planted(*, seed: int, plans: int) -> Planting:
    """Return a calendar of about as many plans, the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311  (a sample, no secret)
    planting = Planting()
    homes = [(country, area) for area, line in AREAS.items() for country in line.split()]
    slots = max(2, plans // len(homes))
    for slot in range(slots):
        for area, line in AREAS.items():
            _area_scene(planting, dice, area, line.split(), _BEGIN + _SLOT * (2 * slot + 1))
        for country, area in homes:
            _country_scene(planting, dice, country, area, _BEGIN + _SLOT * 2 * slot)
    dice.shuffle(planting.plans)
    return planting


def _country_scene(planting: Planting, dice: random.Random, country: str, area: str, slot: date) -> None:
    one, other = dice.sample(AGENCIES, 2)
    subject = dice.choice(list(HEADLINES))
    scene = dice.choices(("lone", "pair", "kin", "differ", "late", "own", "next door"), (40, 15, 5, 14, 10, 8, 8))[0]
    first = _state(planting, dice, one, subject, slot, (country,), area)
    if scene == "pair":
        _collide(planting, first, _state(planting, dice, other, subject, slot, (country,), area))
    elif scene == "kin":
        left, right = dice.choice(KIN)
        pair = [
            _state(planting, dice, who, what, slot, (country,), area) for who, what in ((one, left), (other, right))
        ]
        _collide(planting, *pair)
        planting.plans.remove(first)
    elif scene == "differ":
        strange = [what for what in HEADLINES if what != subject and not _kindred(what, subject)]
        _state(planting, dice, other, dice.choice(strange), slot, (country,), area)
        planting.decoys += 1
    elif scene == "late":
        _state(planting, dice, other, subject, slot + timedelta(days=62), (country,), area, span=3)
        planting.decoys += 1
    elif scene == "own":
        _state(planting, dice, one, subject, slot, (country,), area)
        planting.decoys += 1
    elif scene == "next door":
        # Kept for a country that has no cell of its own.
        _state(planting, dice, other, subject, slot, ("LUX",), "weog", apart=True)
        planting.decoys += 1


def _area_scene(planting: Planting, dice: random.Random, area: str, countries: list[str], slot: date) -> None:
    one, other, third = dice.sample(AGENCIES, 3)
    subject = dice.choice(list(HEADLINES))
    strange = [what for what in HEADLINES if what != subject and not _kindred(what, subject)]
    here, there = dice.sample(countries, 2)
    whole = _state(planting, dice, one, subject, slot, (), area)
    _collide(planting, whole, _state(planting, dice, other, subject, slot, (here,), area))
    _state(planting, dice, third, dice.choice(strange), slot, (there,), area)
    planting.decoys += 1


def _kindred(one: str, other: str) -> bool:
    return any({one, other} == set(pair) for pair in KIN)


def _collide(planting: Planting, one: Stated, other: Stated) -> None:
    planting.overlapping.add(frozenset((one.ident, other.ident)))


def _state(
    planting: Planting,
    dice: random.Random,
    agency: str,
    subject: str,
    slot: date,
    countries: tuple[str, ...],
    area: str,
    *,
    span: int = _WITHIN,
    apart: bool = False,
) -> Stated:
    opens = slot + timedelta(days=dice.randrange(span - 2))
    number = len(planting.plans) + len(planting.overlapping) + planting.decoys
    stated = Stated(
        ident=f"{agency}-{number}-{dice.randrange(10**9)}",
        agency=agency if not apart else "UNICRI",
        opens=opens,
        closes=min(opens + timedelta(days=dice.choice((0, 1, 2, 4))), slot + timedelta(days=span)),
        headline=dice.choice(HEADLINES[subject]),
        countries=countries,
        area=() if countries else (area,),
        lies_in=(area,) if countries else (),
        tags=(TAGS[subject],) if dice.random() < 0.5 else (),
    )
    planting.plans.append(stated)
    return stated
