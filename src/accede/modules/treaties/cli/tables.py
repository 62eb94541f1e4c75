"""The tables that commands print and export: one description for the terminal, CSV, XLSX and JSON."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from accede.core.treaties.acts import SettledAct
from accede.core.treaties.standing import Position
from accede.foundation.console import Reading
from accede.foundation.exports import Cell, Column, Kind, Table
from accede.modules.treaties.fields.codes import act_words, standing_words
from accede.modules.treaties.queries.acts import ActFilter, acts_by_day
from accede.modules.treaties.queries.changes import Changed
from accede.modules.treaties.queries.register import Register
from accede.modules.treaties.words.changes import change_lines
from accede.modules.treaties.words.reasons import speaker_of


def standing_table(register: Register, state: str, instruments: Sequence[str], reading: Reading) -> Table:
    """Return where a State stands under instruments on a day, and why."""
    speaker = speaker_of(register, reading.language)

    def rows() -> Iterator[Sequence[Cell]]:
        for key in instruments:
            finding = register.standing(key, state, reading.on)
            lines = speaker.lines(finding.because)
            why = " ".join(line.in_full for line in lines)
            title = register.instruments[key].title(reading.language).short
            yield (key, title, *_position(finding.answer), why)

    return _table(
        register,
        reading,
        name=f"standing-{state}",
        title=_("Standing of %(state)s") % {"state": register.states[state].name(reading.language)},
        columns=[
            Column("instrument", _("Key")),
            Column("title", _("Instrument")),
            *_position_columns(),
            Column("why", _("Why")),
        ],
        rows=rows(),
    )


def parties_table(register: Register, instrument: str, reading: Reading) -> Table:
    """Return the States bound by an instrument on a day, in alphabetical order."""
    bound = (
        (state, position)
        for state in sorted(register.states.values(), key=lambda s: s.order(reading.language))
        if (position := register.standing(instrument, state.code, reading.on).answer).is_bound
    )
    return _table(
        register,
        reading,
        name=f"parties-{instrument}",
        title=_("Parties to %(instrument)s")
        % {"instrument": register.instruments[instrument].title(reading.language).short},
        columns=[Column("state", _("Code")), Column("name", _("State")), *_position_columns()],
        rows=((state.code, state.name(reading.language), *_position(position)) for state, position in bound),
    )


def acts_table(register: Register, wanted: ActFilter, reading: Reading) -> Table:
    """Return acts by day, the latest first; acts whose day is not known come last."""
    acts = acts_by_day(register, wanted, on=reading.on)

    def row(act: SettledAct) -> Sequence[Cell]:
        return (
            act.on,
            act.state,
            register.states[act.state].name(reading.language),
            act.instrument,
            register.instruments[act.instrument].title(reading.language).short,
            act_words(act.kind),
            act.kind.value,
            act.in_force_on,
            act.subject,
            " ".join(act.sources),
        )

    return _table(
        register,
        reading,
        name="acts",
        title=_("Acts"),
        columns=[
            Column("on", _("Day of the act"), Kind.DAY),
            Column("state", _("Code")),
            Column("name", _("State")),
            Column("instrument", _("Key")),
            Column("title", _("Instrument")),
            Column("act", _("Act")),
            Column("kind", _("Kind of act (code)")),
            Column("in_force_on", _("In force on"), Kind.DAY),
            Column("subject", _("About")),
            Column("sources", _("Sources")),
        ],
        rows=(row(act) for act in acts),
    )


def changes_table(register: Register, changes: Iterable[Changed], reading: Reading) -> Table:
    """Return what changed, the latest first."""
    lines = change_lines(register, changes, reading.language)
    return _table(
        register,
        reading,
        name="changes",
        title=_("What changed"),
        columns=[
            Column("on", _("Since"), Kind.DAY),
            Column("state", _("Code")),
            Column("name", _("State")),
            Column("instrument", _("Key")),
            Column("title", _("Instrument")),
            Column("before", _("Before")),
            Column("after", _("After")),
        ],
        rows=((one.on, one.state, one.name, one.instrument, one.title, one.before, one.after) for one in lines),
    )


def instruments_table(register: Register, reading: Reading) -> Table:
    """Return the instruments with the number of their parties on a day."""

    def row(key: str) -> Sequence[Cell]:
        facts = register.instruments[key]
        parties = sum(register.standing(key, code, reading.on).answer.is_bound for code in register.states)
        return (
            facts.core.number,
            key,
            facts.title(reading.language).short,
            facts.core.adopted_on,
            facts.core.in_force_on,
            facts.core.parent,
            parties,
        )

    return _table(
        register,
        reading,
        name="instruments",
        title=_("Instruments"),
        columns=[
            Column("number", _("Number"), Kind.NUMBER),
            Column("instrument", _("Key")),
            Column("title", _("Instrument")),
            Column("adopted_on", _("Adopted"), Kind.DAY),
            Column("in_force_on", _("In force on"), Kind.DAY),
            Column("parent", _("Supplements")),
            Column("parties", _("Parties on the day"), Kind.NUMBER),
        ],
        rows=(row(key) for key in register.instruments),
    )


def states_table(register: Register, reading: Reading) -> Table:
    """Return the States and areas that exist on a day, in alphabetical order."""
    states = sorted(register.states.values(), key=lambda state: state.order(reading.language))
    return _table(
        register,
        reading,
        name="states",
        title=_("States and areas"),
        columns=[
            Column("state", _("Code")),
            Column("name", _("State")),
            Column("formal_name", _("Formal name")),
            Column("kind", _("Kind")),
            Column("m49", "M49"),
            Column("iso2", "ISO 2"),
            Column("exists_from", _("Exists since"), Kind.DAY),
        ],
        rows=(
            (
                state.code,
                state.name(reading.language),
                state.formal_name(reading.language),
                state.kind_words,
                state.m49,
                state.iso2,
                state.exists.start,
            )
            for state in states
            if reading.on in state.exists
        ),
    )


def _position_columns() -> list[Column]:
    return [
        Column("standing", _("Standing")),
        Column("standing_code", _("Standing (code)")),
        Column("since", _("Since"), Kind.DAY),
        Column("by", _("By act")),
        Column("act_on", _("Day of the act"), Kind.DAY),
        Column("signed_on", _("Signed on"), Kind.DAY),
        Column("known_until", _("Attested until"), Kind.DAY),
        Column("not_party_on", _("Not a party on"), Kind.DAY),
        Column("not_known_from", _("Not known from"), Kind.DAY),
    ]


def _position(position: Position) -> Sequence[Cell]:
    return (
        standing_words(position.standing),
        position.standing.value,
        position.since,
        act_words(position.by) if position.by else None,
        position.act_on,
        position.signed_on,
        position.known_until,
        position.not_party_on,
        position.not_known_from,
    )


def _table(
    register: Register,
    reading: Reading,
    *,
    name: str,
    title: str,
    columns: list[Column],
    rows: Iterator[Sequence[Cell]],
) -> Table:
    meta: dict[str, Any] = {"on": reading.on.isoformat(), "edition": register.edition}
    if reading.known:
        meta["known"] = reading.known.isoformat()
    return Table(
        name=f"{name}-{reading.on}",
        title=title,
        columns=columns,
        rows=rows,
        language=reading.language,
        is_right_to_left=bool(get_language_info(reading.language)["bidi"]),
        meta=meta,
    )
