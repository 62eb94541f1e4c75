"""Made-up reports and acts for the laws of the rules."""

from datetime import date
from itertools import product

from hypothesis import strategies as st

from accede.core.treaties.acts import ActKind, RecordedAct, SettledAct

RANKS = {"depositary": 0, "gazette": 1, "gazette-2": 1, "press": 4}


def _between(first: date, last: date) -> st.SearchStrategy[date]:
    """Draw a day in one draw; `st.dates` takes three, and most of the time of a law goes into drawing."""
    return st.integers(first.toordinal(), last.toordinal()).map(date.fromordinal)


def _perhaps(first: date, last: date, *, absent: int = 1) -> st.SearchStrategy[date | None]:
    """Draw a day or, `absent` times as often, none."""
    low, high = first.toordinal(), last.toordinal()
    return st.integers(low - absent * (high - low + 1), high).map(lambda n: date.fromordinal(n) if n >= low else None)


#: Narrow, around the adoption and the entry into force of SUA (1988, 1992), so that days often meet.
_DAYS = (date(1986, 1, 1), date(1993, 12, 31))
DAYS, MAYBE, SELDOM = _between(*_DAYS), _perhaps(*_DAYS), _perhaps(*_DAYS, absent=2)
KNOWN = _between(date(2021, 1, 1), date(2026, 1, 1))
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
#: What is chosen from lists, at once.
_OF_REPORTS = st.sampled_from(
    list(product(("SUA-1988", "HAGUE-1970"), KINDS, sorted(RANKS), ("", "art. 16(2)"), ("", "", "USA")))
)
_OF_ACTS = st.sampled_from(
    list(
        product(
            ("SUA-1988", "SUA-1988", "FIXEDPLATFORMS-1988"), (STATE, STATE, STATE, "OLD"), KINDS, (None, "a0", "a1")
        )
    )
)


@st.composite
def reports(draw: st.DrawFn) -> RecordedAct:
    """Reports of one State under one instrument; keys are to be set by the test."""
    instrument, kind, source, subject, depositary = draw(_OF_REPORTS)
    return RecordedAct(
        key="",
        instrument=instrument,
        state=STATE,
        kind=kind,
        source=source,
        attested_on=draw(DAYS),
        known_on=draw(KNOWN),
        on=draw(MAYBE),
        in_force_on=draw(MAYBE),
        effective_on=draw(SELDOM),
        subject=subject,
        depositary=depositary,
    )


@st.composite
def acts(draw: st.DrawFn) -> SettledAct:
    """Settled acts of one State; keys are to be set by the test."""
    instrument, state, kind, withdraws = draw(_OF_ACTS)
    first = draw(DAYS)
    return SettledAct(
        key="",
        instrument=instrument,
        state=state,
        kind=kind,
        first_attested_on=first,
        last_attested_on=max(first, draw(DAYS)),
        known_on=draw(KNOWN),
        on=draw(MAYBE),
        in_force_on=draw(MAYBE),
        effective_on=draw(SELDOM),
        withdraws=withdraws,
    )
