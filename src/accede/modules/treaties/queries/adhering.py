"""Adherences and parties as figures count them, from the register: all of it is public."""

from collections.abc import Collection, Mapping
from datetime import date

from accede.core.indicators.figures import Counted, Record
from accede.core.treaties.acts import CONSENT_KINDS, SettledAct
from accede.core.treaties.positions import BOUND, Standing
from accede.modules.treaties.queries.register import Pair, Register

_HELD = BOUND | {Standing.CONTRACTING}
_STATES = frozenset({"member", "observer", "state", "former"})
"""Kinds of State: no area, and no organisation that can join treaties."""


def new_adherences(register: Register, first: date, last: date, *, states: Collection[str] | None) -> Counted:
    """Return the pairs whose first dated consent lies in a period; those without any day are unknown."""
    consents = _first_consents(register, states)
    dated = [(pair, act) for pair, act in consents.items() if act.on is not None and first <= act.on <= last]
    records = tuple(Record(f"act:{act.key}", "/".join(pair), act.on) for pair, act in dated)
    looked_at = _looked_at(register, states, last)
    return Counted(records, *looked_at, unknown=sum(act.on is None for act in consents.values()))


def adherences_given(register: Register, on: date, *, states: Collection[str] | None) -> Counted:
    """Return the pairs whose first consent was given by the end of a day."""
    records = []
    for pair, act in _first_consents(register, states).items():
        day = act.on or act.first_attested_on
        if day <= on:
            records.append(Record(f"act:{act.key}", "/".join(pair), day))
    return Counted(tuple(records), *_looked_at(register, states, on))


def adherences_held(register: Register, on: date, *, states: Collection[str] | None) -> Counted:
    """Return the pairs of Members of the United Nations that hold at the end of a day."""
    members = [code for code, facts in register.states.items() if facts.is_member_on(on)]
    wanted = [code for code in members if states is None or code in states]
    records, looked_at, unknown = [], set(), 0
    for code in wanted:
        for instrument in register.instruments:
            timeline = register.timelines.get((instrument, code))
            if timeline is None:
                continue
            looked_at.add(f"{instrument}/{code}")
            standing = timeline.on(on).position.standing
            unknown += standing is Standing.NOT_KNOWN
            if standing in _HELD:
                records.append(Record(f"standing:{code}/{instrument}", f"{instrument}/{code}"))
    expected = frozenset(f"{instrument}/{code}" for code in wanted for instrument in register.instruments)
    return Counted(tuple(records), expected, frozenset(looked_at), unknown)


def parties(register: Register, on: date, *, states: Collection[str] | None, instrument: str) -> Counted:
    """Return the States that are bound at the end of a day, by one instrument or by any."""
    keys = [instrument] if instrument else [*register.instruments]
    return _bound_by(register, on, states, keys, by_all=False)


def parties_to_all(register: Register, on: date, *, states: Collection[str] | None, of: int) -> Counted:
    """Return the States that are bound at the end of a day by each of the first so many instruments."""
    return _bound_by(register, on, states, [*register.instruments][:of], by_all=True)


def _bound_by(
    register: Register, on: date, states: Collection[str] | None, keys: Collection[str], *, by_all: bool
) -> Counted:
    expected, looked_at = _looked_at(register, states, on)
    records, unknown = [], 0
    for code in sorted(looked_at):
        standings = {key: register.timelines[key, code].on(on).position.standing for key in keys}
        bound = [key for key, standing in standings.items() if standing in BOUND]
        silent = [key for key, standing in standings.items() if standing is Standing.NOT_KNOWN]
        if len(bound) == len(keys) if by_all else bound:
            records.append(Record(f"standing:{code}/{bound[0]}", code))
        elif silent and (len(bound) + len(silent) == len(keys) or not by_all):
            unknown += 1
    return Counted(tuple(records), expected, looked_at, unknown)


def _first_consents(register: Register, states: Collection[str] | None) -> Mapping[Pair, SettledAct]:
    """Return of each pair the first act of consent: the first with a day, else the first that a source names."""
    found: dict[Pair, SettledAct] = {}
    for pair, acts in register.acts.items():
        _instrument, state = pair
        facts = register.states.get(state)
        if facts is None or facts.kind not in _STATES or (states is not None and state not in states):
            continue
        consents = [act for act in acts if act.kind in CONSENT_KINDS]
        if consents:
            found[pair] = min(consents, key=lambda act: (act.on is None, act.on or act.first_attested_on, act.key))
    return found


def _looked_at(register: Register, states: Collection[str] | None, on: date) -> tuple[frozenset[str], frozenset[str]]:
    """Return the States of a day that had to be looked at, and those of which the register has a time line."""
    expected = frozenset(
        code
        for code, facts in register.states.items()
        if facts.kind in _STATES and (states is None or code in states) and on in facts.exists
    )
    told = {code for _key, code in register.timelines}
    return expected, expected & told
