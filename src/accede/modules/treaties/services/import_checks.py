"""Checks of rows against the record and against each other: set-based, each one statement, whatever the number of rows.

They run on `import_acts`, the rows whose cells could be read. The codes are those that the CLI, the preview and the
consistency checks of the record share.
"""

from django.utils.translation import gettext_lazy as _
from psycopg import sql

from accede.core.treaties.instruments import ParentLink
from accede.foundation.imports import Staging

WORDS = {
    "act.before_state": _("%(state)s did not exist on %(on)s; it exists since %(begins)s."),
    "act.after_state": _("%(state)s no longer existed on %(on)s; it ended on %(ended)s."),
    "act.before_adoption": _("%(instrument)s was adopted on %(adopted)s; nobody could act under it on %(on)s."),
    "act.in_force_before_deposit": _("Taking effect on %(in_force)s, before the act itself on %(on)s."),
    "act.accession_after_ratification": _(
        "Accession on %(on)s, and the same source has %(other)s on %(other_on)s: a State that has ratified has nothing "
        "to accede to."
    ),
    "act.protocol_without_parent": _(
        "%(instrument)s may be joined only by a State that is or becomes party to %(parent)s; neither the record nor "
        "this file has %(state)s's consent to that one by %(on)s."
    ),
    "act.twice": _("The same act is in row %(first)s."),
    "act.two_days": _("The same source gives the same act another day in row %(first)s."),
    "act.after_source": _("%(on)s is later than the day of its source, %(attested)s: the source cannot know of it."),
}

_RATIFYING = sql.SQL("'ratification', 'acceptance', 'approval'")
_CONSENT = sql.SQL(
    "'definitive_signature', 'ratification', 'acceptance', 'approval', 'accession', 'succession', 'consent_unspecified'"
)
ONCE = sql.SQL("{}, 'signature'").format(_CONSENT)
"""Kinds of act that a State does once, unless it denounced in between."""

_FIRST_ROW = sql.SQL("select a.row, 'on', json_build_object('first', a.first)::text from ({}) a")


def check_rows(staging: Staging) -> None:
    """Add what is wrong with the rows of `import_acts` to the problems."""
    for code, statement in (
        ("act.before_state", _BEFORE_STATE),
        ("act.after_state", _AFTER_STATE),
        ("act.before_adoption", _BEFORE_ADOPTION),
        ("act.in_force_before_deposit", _IN_FORCE_BEFORE),
        ("act.accession_after_ratification", _ACCESSION),
        ("act.protocol_without_parent", _WITHOUT_PARENT),
        ("act.after_source", _AFTER_SOURCE),
        ("act.twice", _TWICE),
        ("act.two_days", _TWO_DAYS),
    ):
        staging.refuse(code, statement)


_BEFORE_STATE = sql.SQL(
    """
    select a.row, 'on', json_build_object('state', a.state, 'on', a."on", 'begins', s.exists_from)::text
    from import_acts a join reference_state s on s.code = a.state
    where a."on" < s.exists_from
    """
)
_AFTER_STATE = sql.SQL(
    """
    select a.row, 'on', json_build_object('state', a.state, 'on', a."on", 'ended', s.exists_until)::text
    from import_acts a join reference_state s on s.code = a.state
    where a."on" >= s.exists_until
    """
)
_BEFORE_ADOPTION = sql.SQL(
    """
    select a.row, 'on', json_build_object(
        'instrument', a.instrument, 'on', coalesce(a."on", a.in_force_on), 'adopted', i.adopted_on)::text
    from import_acts a join treaties_instrument i on i.key = a.instrument
    where coalesce(a."on", a.in_force_on) < i.adopted_on
    """
)
_IN_FORCE_BEFORE = sql.SQL(
    """
    select a.row, 'in_force_on', json_build_object('on', a."on", 'in_force', a.in_force_on)::text
    from import_acts a
    where a.in_force_on < a."on" and a.kind <> 'succession'
    """
)

_AFTER_SOURCE = sql.SQL(
    """
    select a.row, 'on', json_build_object('on', a."on", 'attested', a.attested_on)::text
    from import_acts a
    where a."on" > a.attested_on
    """
)

# What one source says of one State under one instrument: the record and the file together, consents only.
_SAID = sql.SQL(
    """
    (select instrument, state, source, kind, "on" from import_acts where kind in ({consent}, 'denunciation')
     union all
     select r.instrument_id, r.state_id, r.source_id, r.kind, r."on" from treaties_report r
     join (select distinct instrument, state from import_acts) touched
         on touched.instrument = r.instrument_id and touched.state = r.state_id
     where r.retracted_on is null and r.kind in ({consent}, 'denunciation'))
    """
).format(consent=_CONSENT)

_ACCESSION = sql.SQL(
    """
    with said as materialized {said}
    select distinct on (a.row) a.row, 'kind', json_build_object(
        'on', a."on", 'other', o.kind, 'other_on', o."on")::text
    from import_acts a
    join said o on o.instrument = a.instrument and o.state = a.state and o.source = a.source
        and o.kind in ({ratifying}) and o."on" <= a."on"
    where a.kind = 'accession' and not exists (
        select from said d
        where d.kind = 'denunciation' and d.instrument = a.instrument and d.state = a.state
            and d."on" between o."on" and a."on")
    """
).format(said=_SAID, ratifying=_RATIFYING)

_WITHOUT_PARENT = sql.SQL(
    """
    with depends as (
        select key, parent_id as parent from treaties_instrument
        where parent_id is not null and terms->>'parent_link' in ({must}, {together})
    ), bound as materialized (
        select instrument, state, min(coalesce("on", in_force_on, '-infinity'::date)) as since
        from import_acts where kind in ({consent}) group by instrument, state
        union all
        select instrument_id, state_id, min(coalesce("on", in_force_on, '-infinity'::date))
        from treaties_report where retracted_on is null and kind in ({consent}) group by instrument_id, state_id
    )
    select a.row, 'instrument', json_build_object(
        'instrument', a.instrument, 'parent', d.parent, 'state', a.state,
        'on', coalesce(a."on"::text, a.in_force_on::text, '…'))::text
    from import_acts a join depends d on d.key = a.instrument
    where a.kind in ({consent}) and not exists (
        select from bound b
        where b.instrument = d.parent and b.state = a.state
            and b.since <= coalesce(a."on", a.in_force_on, 'infinity'::date))
    """
).format(
    consent=_CONSENT,
    must=sql.Literal(ParentLink.MUST_BE_PARTY.value),
    together=sql.Literal(ParentLink.JOIN_TOGETHER.value),
)

_TWICE = _FIRST_ROW.format(
    sql.SQL(
        """
        select row, place, first_value(row) over same as first from (
            select row, key, row_number() over (partition by key order by row) as place from import_acts) numbered
        window same as (partition by key order by row)
        """
    )
) + sql.SQL(" where a.place > 1")

_TWO_DAYS = _FIRST_ROW.format(
    sql.SQL(
        """
        select row, instrument, state, "on",
            first_value(row) over same as first, first_value("on") over same as first_on
        from import_acts where kind in ({once}) and "on" is not null
        window same as (partition by instrument, state, kind, source, depositary, subject order by row)
        """
    ).format(once=ONCE)
) + sql.SQL(
    """
    where a."on" <> a.first_on and not exists (
        select from import_acts d where d.kind = 'denunciation' and d.instrument = a.instrument and d.state = a.state)
    and not exists (
        select from treaties_report r where r.kind = 'denunciation' and r.retracted_on is null
            and r.instrument_id = a.instrument and r.state_id = a.state)
    """
)
