"""Made-up reports and acts for the laws of the rules."""

from datetime import date

from accede.core.treaties.acts import ActKind, RecordedAct, SettledAct
from accede.core.treaties.instruments import CompleteList
from tests.core.chance import Chance, made_of

RANKS = {"depositary": 0, "gazette": 1, "gazette-2": 1, "press": 4}


#: Narrow, around the adoption and the entry into force of SUA (1988, 1992), so that days often meet.
_DAYS = (date(1986, 1, 1), date(1993, 12, 31))
_KNOWN = (date(2021, 1, 1), date(2026, 1, 1))
KNOWN = made_of(2, lambda chance: chance.day(_KNOWN))
STATE = "XXA"
KINDS = (
    ActKind.SIGNATURE,
    ActKind.DEFINITIVE_SIGNATURE,
    ActKind.RATIFICATION,
    ActKind.ACCEPTANCE,
    ActKind.ACCESSION,
    ActKind.SUCCESSION,
    ActKind.CONSENT_UNSPECIFIED,
    ActKind.DENUNCIATION,
    ActKind.DECLARATION,
    ActKind.WITHDRAWAL,
)
_INSTRUMENTS = ("SUA-1988", "SUA-1988", "FIXEDPLATFORMS-1988")


def _report(chance: Chance, key: str) -> RecordedAct:
    return RecordedAct(
        key=key,
        instrument=chance.one_of(("SUA-1988", "HAGUE-1970")),
        state=STATE,
        kind=chance.one_of(KINDS),
        source=chance.one_of(tuple(RANKS)),
        attested_on=chance.day(_DAYS),
        known_on=chance.day(_KNOWN),
        on=chance.perhaps(_DAYS),
        in_force_on=chance.perhaps(_DAYS),
        effective_on=chance.perhaps(_DAYS, absent=2),
        subject=chance.one_of(("", "art. 16(2)")),
        depositary=chance.one_of(("", "", "USA")),
    )


def _act(chance: Chance, key: str) -> SettledAct:
    first = chance.day(_DAYS)
    return SettledAct(
        key=key,
        instrument=chance.one_of(_INSTRUMENTS),
        state=chance.one_of((STATE, STATE, STATE, "OLD")),
        kind=chance.one_of(KINDS),
        first_attested_on=first,
        last_attested_on=max(first, chance.day(_DAYS)),
        known_on=chance.day(_KNOWN),
        on=chance.perhaps(_DAYS),
        in_force_on=chance.perhaps(_DAYS),
        effective_on=chance.perhaps(_DAYS, absent=2),
        withdraws=chance.one_of((None, "a0", "a1")),
    )


def some_acts(chance: Chance, most: int) -> tuple[SettledAct, ...]:
    """Make acts of one State, or of the one before it, with the keys a0, a1 and so on."""
    return tuple(_act(chance, f"a{number}") for number in range(chance.up_to(most)))


def some_lists(chance: Chance) -> tuple[CompleteList, ...]:
    """Make complete lists of the parties, up to two."""
    return tuple(CompleteList(f"list-{day}", day) for day in chance.ordered_days(_DAYS, least=0, most=2))


#: How many bytes an act or a report takes at most.
OF_ONE = 20
an_act = made_of(OF_ONE, lambda chance: _act(chance, "other"))
a_report = made_of(OF_ONE, lambda chance: _report(chance, "other"))
reports = made_of(8 * OF_ONE + 1, lambda chance: [_report(chance, f"r{number}") for number in range(chance.up_to(8))])
"""Reports of one State under two instruments."""
