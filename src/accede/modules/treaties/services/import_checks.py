"""Checks of rows against the record and against each other: each one statement, whatever the number of rows.

The meaning is that of the core's obstacles (`core.treaties.checks`), with the same codes and facts; a test holds the
two against each other. They run on those rows of `import_acts` that the record does not have yet.
"""

from collections.abc import Collection, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from psycopg import sql

from accede.core.treaties.instruments import Instrument
from accede.core.treaties.joining_clauses import AccessionFrom
from accede.core.treaties.mismatches import MismatchCode
from accede.foundation.imports import FileRefused, Problem, Staging
from accede.modules.reference.queries import StateFacts
from accede.modules.reference.queries.sources import RANKS
from accede.modules.treaties.fields.objections import OBJECTIONS
from accede.modules.treaties.queries.instruments import InstrumentFacts

TWICE = "row.twice"
TWO_DAYS = "row.two_days"
HEAP = "file.heap"
MOST_OF_PAIR = 1000
WORDS: Mapping[str, str | Promise] = {
    HEAP: _(
        "This file holds more than %(most)s acts of %(state)s under %(instrument)s; no State did so many. "
        "Check that part of the list."
    ),
    TWICE: _("The same act is in row %(first)s."),
    TWO_DAYS: _("The same source gives the same act another day in row %(first)s."),
    **{code.value: words for code, words in OBJECTIONS.items()},
}

_HEAPS = sql.SQL(
    "select instrument, state from import_acts where not is_known group by 1, 2 having count(*) > {most} limit 20"
)
_RATIFYING = sql.SQL("'ratification', 'acceptance', 'approval'")
_CONSENT = sql.SQL(
    "'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent_unspecified'"
)
ONCE = sql.SQL("{}, 'signature'").format(_CONSENT)
"""Kinds of act that a State does once, unless it denounced in between."""
_CONTINUATION = "continuation"
_NEVER = "-infinity"


def check_rows(
    staging: Staging,
    *,
    instruments: Mapping[str, InstrumentFacts],
    states: Mapping[str, StateFacts],
    leaving: Collection[MismatchCode] = (),
) -> None:
    """Add what is wrong with the rows of `import_acts` to the problems, apart from obstacles that are left out.

    Raises:
        FileRefused: too much is wrong, or one State is said to have done more than any State did.
    """
    _refuse_heaps(staging)
    _put_facts(staging, instruments, states)
    staging.make("import_said", _SAID.format(ranks=sql.Literal(list(RANKS))))
    staging.make("import_consents", _CONSENTS)
    staging.refuse(TWICE, _TWICE)
    staging.refuse(TWO_DAYS, _TWO_DAYS)
    for code, statement in _OBSTACLES.items():
        if code not in leaving:
            staging.refuse(code.value, statement)


def _refuse_heaps(staging: Staging) -> None:
    """Refuse a file that says of one State and instrument more than a thousand things: each is compared with each."""
    heaps = staging.fetch(_HEAPS.format(most=sql.Literal(MOST_OF_PAIR)))
    if heaps:
        raise FileRefused(
            Problem(HEAP, params={"most": str(MOST_OF_PAIR), "state": state, "instrument": instrument})
            for instrument, state in heaps
        )


def _put_facts(staging: Staging, instruments: Mapping[str, InstrumentFacts], states: Mapping[str, StateFacts]) -> None:
    """Put what the checks need of instruments and States into temporary tables."""
    staging.make(
        "import_instruments",
        sql.SQL(
            "select null::text as key, null::date as adopted_on, null::date as opened_on, null::date as closed_on,"
            " null::text as parent, null::date as parent_complete_on limit 0"
        ),
    )
    staging.copy_into(
        sql.Identifier("import_instruments"), (_instrument(facts.core, instruments) for facts in instruments.values())
    )
    staging.make(
        "import_states",
        sql.SQL("select null::text as code, null::date as begins_on, null::date as ended_on limit 0"),
    )
    # What the State that another continues did is the other's own, so its existence has no beginning here.
    staging.copy_into(
        sql.Identifier("import_states"),
        (
            (state.code, state.exists.start, state.exists.end)
            for state in states.values()
            if not any(succession.kind == _CONTINUATION for succession in state.predecessors)
        ),
    )


def _instrument(core: Instrument, instruments: Mapping[str, InstrumentFacts]) -> tuple[object, ...]:
    parent = core.parent if core.needs_parent else None
    complete_on = instruments[parent].core.last_complete_on if parent and parent in instruments else None
    return (core.key, core.adopted_on, core.opened_on, _signature_closed_on(core), parent, complete_on)


def _signature_closed_on(core: Instrument) -> object:
    clause = core.joining
    if clause is None:
        return None
    if clause.accession_from is AccessionFrom.NEVER:
        return _NEVER
    return clause.signature_until or (core.in_force_on if clause.signs_until_in_force else None)


# What the record says of the pairs that the file touches, the strongest source first.
_SAID = sql.SQL(
    """
    select r.key, r.instrument_id as instrument, r.state_id as state, r.kind, r."on", r.in_force_on, r.effective_on,
        r.subject, array_position({ranks}::text[], s.authority) as rank, r.attested_on, r.source_id as source
    from treaties_report r join reference_source s on s.key = r.source_id
    where r.retracted_on is null and r.state_id in (select distinct state from import_acts where not is_known)
    """
)

# The consent that the record takes for each pair: the strongest day and the strongest kind that is named.
_CONSENTS = sql.SQL(
    """
    select instrument, state,
        (array_agg("on" order by rank, attested_on desc, source, key) filter (where "on" is not null))[1] as "on",
        coalesce((array_agg(kind order by rank, attested_on desc, source, key)
            filter (where kind <> 'consent_unspecified'))[1], 'consent_unspecified') as kind
    from import_said where kind in ({consent}) group by instrument, state
    """
).format(consent=_CONSENT)

_TWICE = sql.SQL(
    """
    select row, 'on', json_build_object('first', first)::text from (
        select row, row_number() over same as place, first_value(row) over same as first
        from import_acts window same as (partition by key order by row)) numbered
    where place > 1
    """
)

_TWO_DAYS = sql.SQL(
    """
    select row, 'on', json_build_object('first', first)::text from (
        select row, instrument, state, "on",
            first_value(row) over same as first, first_value("on") over same as first_on
        from import_acts where kind in ({once}) and "on" is not null and not is_known
        window same as (partition by instrument, state, kind, source, depositary, subject order by row)) a
    where "on" <> first_on
    and not exists (select from import_acts d
        where d.kind = 'denunciation' and d.instrument = a.instrument and d.state = a.state)
    and not exists (select from import_said d
        where d.kind = 'denunciation' and d.instrument = a.instrument and d.state = a.state)
    """
).format(once=ONCE)

_AFTER_ITS_SOURCE = sql.SQL(
    """
    select row, 'on', json_build_object('on', "on", 'attested_on', attested_on)::text
    from import_acts where not is_known and "on" > attested_on
    """
)

_BEFORE_ADOPTION = sql.SQL(
    """
    select a.row, 'on', json_build_object('on', a."on", 'adopted_on', i.adopted_on)::text
    from import_acts a join import_instruments i on i.key = a.instrument
    where not a.is_known and a."on" < i.adopted_on
    """
)

_BEFORE_OPENING = sql.SQL(
    """
    select a.row, 'on', json_build_object('on', a."on", 'opened_on', i.opened_on)::text
    from import_acts a join import_instruments i on i.key = a.instrument
    where not a.is_known and a."on" >= i.adopted_on and a."on" < i.opened_on
    """
)

_STATE_NOT_YET = sql.SQL(
    """
    select a.row, 'on', json_build_object('state', a.state, 'on', a."on", 'begins_on', s.begins_on)::text
    from import_acts a join import_states s on s.code = a.state
    where not a.is_known and a."on" < s.begins_on
    """
)

_STATE_NO_MORE = sql.SQL(
    """
    select a.row, 'on', json_build_object('state', a.state, 'on', a."on", 'ended_on', s.ended_on)::text
    from import_acts a join import_states s on s.code = a.state
    where not a.is_known and a."on" >= s.ended_on
    """
)

# The record's consent, or one that the same source gives in this file.
_ALREADY_BOUND = sql.SQL(
    """
    with earlier as (
        select instrument, state, kind, "on", null as source from import_consents
        union all
        select instrument, state, kind, "on", source from import_acts where kind in ({consent}) and not is_known
    )
    select distinct on (a.row, a.key) a.row, 'kind', json_build_object(
        'kind', a.kind, 'on', a."on", 'earlier_kind', e.kind, 'earlier_on', e."on")::text
    from import_acts a
    join earlier e on e.instrument = a.instrument and e.state = a.state and coalesce(e.source, a.source) = a.source
    where not a.is_known and a.kind in ({consent}) and a.kind not in ('succession', 'consent_unspecified')
        and e."on" < a."on" and e.kind <> 'consent_unspecified' and e.kind <> a.kind
        and not (a.kind in ({ratifying}) and e.kind in ({ratifying}))
        and not exists (select from import_said d where d.kind = 'denunciation' and d.instrument = a.instrument
            and d.state = a.state and d."on" > e."on" and d."on" < a."on")
        and not exists (select from import_acts d where d.kind = 'denunciation' and d.instrument = a.instrument
            and d.state = a.state and d."on" > e."on" and d."on" < a."on")
    order by a.row, a.key, e."on"
    """
).format(consent=_CONSENT, ratifying=_RATIFYING)

_SIGNATURE_CLOSED = sql.SQL(
    """
    select a.row, 'on', json_build_object(
        'on', a."on", 'closed_on', coalesce(nullif(i.closed_on::text, '-infinity'), '–'))::text
    from import_acts a join import_instruments i on i.key = a.instrument
    where not a.is_known and a.kind in ('signature', 'definitive_signature') and a."on" > i.closed_on
    """
)

# Where the parent's list of parties is complete, or the State joined it later, it had not joined; else nobody knows.
_PARENT_NOT_JOINED = sql.SQL(
    """
    with bound as (
        select instrument, state, kind, "on", in_force_on, effective_on from import_said where kind in ({consent})
        union all
        select instrument, state, kind, "on", in_force_on, effective_on from import_acts where kind in ({consent})
    )
    select a.row, 'instrument', json_build_object('parent', i.parent)::text
    from import_acts a join import_instruments i on i.key = a.instrument and i.parent is not null
    where not a.is_known and a.kind in ({consent})
    and not exists (
        select from bound b where b.instrument = i.parent and b.state = a.state
            and (b."on" is null or a."on" is null or b."on" <= a."on" or b.kind = 'succession'
                or (b.kind = 'consent_unspecified' and coalesce(b.effective_on, b.in_force_on) < b."on")))
    and (coalesce(a."on", a.attested_on) <= i.parent_complete_on
        or exists (select from bound b where b.instrument = i.parent and b.state = a.state))
    """
).format(consent=_CONSENT)

_NOT_A_PARTY = sql.SQL(
    """
    select a.row, 'kind', json_build_object('state', a.state, 'on', coalesce(a."on", a.attested_on))::text
    from import_acts a
    where not a.is_known and a.kind = 'denunciation'
    and not exists (select from import_said b where b.kind in ({consent}) and b.instrument = a.instrument
        and b.state = a.state and coalesce(b."on", b.attested_on) <= coalesce(a."on", a.attested_on))
    and not exists (select from import_acts b where b.kind in ({consent}) and b.instrument = a.instrument
        and b.state = a.state and coalesce(b."on", b.attested_on) <= coalesce(a."on", a.attested_on))
    """
).format(consent=_CONSENT)

_TARGETS = sql.SQL(
    """
    (select key, instrument, state, subject, kind, "on" from import_said
     union all select key, instrument, state, subject, kind, "on" from import_acts where kind <> 'withdrawal') t
        where t.instrument = a.instrument and t.state = a.state
        and case when a.withdraws <> '' then t.key = a.withdraws else t.subject = a.subject end
    """
)

_NOTHING_TO_WITHDRAW = sql.SQL(
    """
    select a.row, 'withdraws', json_build_object('withdraws', coalesce(nullif(a.withdraws, ''), a.subject))::text
    from import_acts a where not a.is_known and a.kind = 'withdrawal' and not exists (select from {targets})
    """
).format(targets=_TARGETS)

_WITHDRAWN_BEFORE_MADE = sql.SQL(
    """
    select a.row, 'on', json_build_object('on', a."on", 'made_on', (select min(t."on") from {targets}))::text
    from import_acts a where not a.is_known and a.kind = 'withdrawal'
        and exists (select from {targets} and a."on" < t."on")
    """
).format(targets=_TARGETS)

_EFFECTIVE_AFTER_ACT = sql.SQL(
    """
    select row, 'effective_on', json_build_object('on', "on", 'effective_on', effective_on)::text
    from import_acts where not is_known and kind in ('succession', 'consent_unspecified') and effective_on > "on"
    """
)

_EFFECTIVE_BEFORE_STATE = sql.SQL(
    """
    select a.row, 'effective_on', json_build_object(
        'effective_on', a.effective_on, 'begins_on', s.begins_on)::text
    from import_acts a join import_states s on s.code = a.state
    where not a.is_known and a.kind in ({consent}) and a.effective_on < s.begins_on
        and (a."on" is null or a."on" >= s.begins_on)
    """
).format(consent=_CONSENT)

_OBSTACLES: Mapping[MismatchCode, sql.Composable] = {
    MismatchCode.AFTER_ITS_SOURCE: _AFTER_ITS_SOURCE,
    MismatchCode.BEFORE_ADOPTION: _BEFORE_ADOPTION,
    MismatchCode.BEFORE_OPENING: _BEFORE_OPENING,
    MismatchCode.STATE_NOT_YET: _STATE_NOT_YET,
    MismatchCode.STATE_NO_MORE: _STATE_NO_MORE,
    MismatchCode.ALREADY_BOUND: _ALREADY_BOUND,
    MismatchCode.SIGNATURE_CLOSED: _SIGNATURE_CLOSED,
    MismatchCode.PARENT_NOT_JOINED: _PARENT_NOT_JOINED,
    MismatchCode.NOT_A_PARTY: _NOT_A_PARTY,
    MismatchCode.NOTHING_TO_WITHDRAW: _NOTHING_TO_WITHDRAW,
    MismatchCode.WITHDRAWN_BEFORE_MADE: _WITHDRAWN_BEFORE_MADE,
    MismatchCode.EFFECTIVE_AFTER_ACT: _EFFECTIVE_AFTER_ACT,
    MismatchCode.EFFECTIVE_BEFORE_STATE: _EFFECTIVE_BEFORE_STATE,
}
