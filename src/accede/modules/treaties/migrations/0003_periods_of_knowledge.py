from collections.abc import Iterator
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.migrations.operations.base import Operation
from django.db.models import F, Q

EDITION: dict[str, Any] = {"on_delete": django.db.models.deletion.PROTECT, "to": "treaties.edition", "related_name": "+", "db_index": False}
KNOWN_ON = "The day from which this record knew it."
RETRACTED_ON = "The day on which the record took it back, as misread or replaced."

FILL = """
update treaties_edition e set made_by = a.person from audit_event a
    where a.about_kind = 'edition' and a.about_key = e.id::text and a.key = 'treaties.record-extended';
update treaties_edition e set part = 'acts'
    where e.id in (select distinct edition_id from treaties_report) or e.face = 'shipped';
update treaties_report set retracted_on = known_on where retracted_on < known_on;

update treaties_coverage c set known_on = s.checked_on,
        edition_id = (select coalesce(max(id) filter (where face = 'shipped'), max(id)) from treaties_edition)
    from reference_source s where s.key = c.source_id;
update treaties_absence a set known_on = s.checked_on,
        edition_id = (select coalesce(max(id) filter (where face = 'shipped'), max(id)) from treaties_edition)
    from reference_source s where s.key = a.source_id;
update treaties_gap g set
        known_on = coalesce(
            (select checked_on from reference_source s where s.key = g.source_id),
            (select min(made_at)::date from treaties_edition)
        ),
        edition_id = (select coalesce(max(id) filter (where face = 'shipped'), max(id)) from treaties_edition);
set constraints all immediate;
set constraints all deferred;
"""

GUARD = r"""
create function accede_known_row_stays() returns trigger language plpgsql set search_path = public, pg_temp
as $$
begin
    if tg_op = 'UPDATE' and old.retracted_on is null and new.retracted_on is not null
        and to_jsonb(new) - 'retracted_on' - 'retracted_by_id' = to_jsonb(old) - 'retracted_on' - 'retracted_by_id'
    then
        return new;
    end if;
    raise exception 'What the record knew on a day stays: % on % is refused.', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end
$$;
create trigger treaties_report_stays before update or delete on treaties_report
    for each row execute function accede_known_row_stays();
create trigger treaties_coverage_stays before update or delete on treaties_coverage
    for each row execute function accede_known_row_stays();
create trigger treaties_absence_stays before update or delete on treaties_absence
    for each row execute function accede_known_row_stays();
create trigger treaties_gap_stays before update or delete on treaties_gap
    for each row execute function accede_known_row_stays();
"""

BACK = """
drop trigger treaties_report_stays on treaties_report;
drop trigger treaties_coverage_stays on treaties_coverage;
drop trigger treaties_absence_stays on treaties_absence;
drop trigger treaties_gap_stays on treaties_gap;
drop function accede_known_row_stays;
"""


def periods_of(model: str, *, is_new: bool) -> Iterator[Operation]:
    """Return what makes each row of a table the period for which it was known."""
    yield migrations.AddField(model, "retracted_by", models.ForeignKey(blank=True, null=True, **EDITION))
    if is_new:
        yield migrations.AddField(model, "known_on", models.DateField(null=True))
        yield migrations.AddField(
            model, "retracted_on", models.DateField(blank=True, null=True, help_text=RETRACTED_ON)
        )
        yield migrations.AddField(model, "edition", models.ForeignKey(null=True, **EDITION))


def held_to_periods(app: str, model: str, *, is_new: bool) -> Iterator[Operation]:
    """Return the constraints, once the rows that are there have been filled in."""
    yield migrations.AlterField(model, "known_on", models.DateField(help_text=KNOWN_ON))
    if is_new:
        yield migrations.AlterField(model, "edition", models.ForeignKey(**EDITION))
    else:
        yield migrations.AlterField(
            model, "retracted_on", models.DateField(blank=True, null=True, help_text=RETRACTED_ON)
        )
    yield migrations.AddConstraint(
        model,
        models.CheckConstraint(
            condition=Q(retracted_on__isnull=True, retracted_by__isnull=True)
            | Q(retracted_on__isnull=False, retracted_on__gte=F("known_on")),
            name=f"{app}_{model}_is_known_before_retracted",
        ),
    )


def known_once(model: str, name: str, fields: list[str]) -> Operation:
    """Return the constraint that of the same thing one row is known at a time."""
    return migrations.AddConstraint(
        model, models.UniqueConstraint(fields=fields, condition=Q(retracted_on__isnull=True), name=name)
    )


class Migration(migrations.Migration):
    """What was known from which day until which is a row of its own, so that a re-import leaves the past alone."""

    dependencies = [
        ("treaties", "0002_absences"),
        ("audit", "0003_what_the_tables_refuse"),
    ]

    operations = [
        migrations.AddField("edition", "retracted", models.PositiveIntegerField(default=0)),
        migrations.AddField("edition", "part", models.TextField(blank=True, default=""), preserve_default=False),
        migrations.AddField("edition", "made_by", models.UUIDField(null=True)),
        migrations.AddField(
            "edition",
            "takes_back",
            models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="taken_back_by",
                to="treaties.edition",
            ),
        ),
        migrations.AddConstraint(
            "edition",
            models.CheckConstraint(
                condition=Q(takes_back__isnull=True) | ~Q(reason=""), name="edition_says_why_it_takes_back"
            ),
        ),
        migrations.RemoveConstraint("report", "report_is_recorded_once"),
        migrations.RemoveConstraint("coverage", "coverage_is_stated_once"),
        migrations.RemoveConstraint("absence", "absence_is_stated_once"),
        *periods_of("report", is_new=False),
        *periods_of("coverage", is_new=True),
        *periods_of("absence", is_new=True),
        *periods_of("gap", is_new=True),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            "report",
            "key",
            models.CharField(
                help_text="Digest of what the row says: of the same row one is known at a time.", max_length=24
            ),
        ),
        *held_to_periods("treaties", "report", is_new=False),
        *held_to_periods("treaties", "coverage", is_new=True),
        *held_to_periods("treaties", "absence", is_new=True),
        *held_to_periods("treaties", "gap", is_new=True),
        known_once("report", "report_is_known_once", ["key"]),
        known_once("absence", "absence_is_stated_once", ["instrument", "state", "on", "source"]),
        known_once("coverage", "coverage_is_stated_once", ["instrument", "source"]),
        migrations.RunSQL(GUARD, BACK),
    ]
