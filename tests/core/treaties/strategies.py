"""Made-up reports and acts for the laws of the rules."""

from datetime import date

from hypothesis import strategies as st

from accede.core.treaties.acts import ActKind, RecordedAct, SettledAct

RANKS = {"depositary": 0, "gazette": 1, "gazette-2": 1, "press": 4}
DAYS = st.dates(date(1985, 1, 1), date(2020, 12, 31))
KNOWN = st.dates(date(2021, 1, 1), date(2026, 1, 1))
STATE = "XXA"
KINDS = st.sampled_from(
    [
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
    ]
)


@st.composite
def reports(draw: st.DrawFn) -> RecordedAct:
    """Reports of one State under one instrument; keys are to be set by the test."""
    return RecordedAct(
        key="",
        instrument=draw(st.sampled_from(["SUA-1988", "HAGUE-1970"])),
        state=STATE,
        kind=draw(KINDS),
        source=draw(st.sampled_from(sorted(RANKS))),
        attested_on=draw(DAYS),
        known_on=draw(KNOWN),
        on=draw(st.none() | DAYS),
        in_force_on=draw(st.none() | DAYS),
        effective_on=draw(st.none() | st.none() | DAYS),
        subject=draw(st.sampled_from(["", "art. 16(2)"])),
        depositary=draw(st.sampled_from(["", "", "USA"])),
    )


@st.composite
def acts(draw: st.DrawFn) -> SettledAct:
    """Settled acts of one State; keys are to be set by the test."""
    first = draw(DAYS)
    return SettledAct(
        key="",
        instrument=draw(st.sampled_from(["SUA-1988", "SUA-1988", "FIXEDPLATFORMS-1988"])),
        state=draw(st.sampled_from([STATE, STATE, STATE, "OLD"])),
        kind=draw(KINDS),
        first_attested_on=first,
        last_attested_on=max(first, draw(DAYS)),
        known_on=draw(KNOWN),
        on=draw(st.none() | DAYS),
        in_force_on=draw(st.none() | DAYS),
        effective_on=draw(st.none() | st.none() | DAYS),
        withdraws=draw(st.sampled_from([None, "a0", "a1"])),
    )
