from importlib import import_module

import django.db.models.deletion
from django.db import migrations, models

periods = import_module("accede.modules.treaties.migrations.0003_periods_of_knowledge")
_TABLES = ("nationalrule", "regionalreport", "bilateralreport")

FILL = "\n".join(
    f"""
    update cooperation_{table} r set known_on = s.checked_on
        from reference_source s where s.key = r.source_id;
    """
    for table in _TABLES
) + """
update cooperation_nationalrule set edition_id =
    (select coalesce(max(id) filter (where face = 'shipped cooperation'), max(id)) from treaties_edition);
update cooperation_regionalreport set edition_id =
    (select coalesce(max(id) filter (where face = 'shipped cooperation'), max(id)) from treaties_edition);
update cooperation_bilateralreport r set known_on = e.made_at::date
    from treaties_edition e where e.id = r.edition_id and not r.is_shipped;
update treaties_edition set part = 'treaties' where face = 'shipped cooperation'
    or id in (select edition_id from cooperation_bilateralreport);
set constraints all immediate;
set constraints all deferred;
"""

GUARD = "\n".join(
    f"""
    create trigger cooperation_{table}_stays before update or delete on cooperation_{table}
        for each row execute function accede_known_row_stays();
    """
    for table in _TABLES
)

BACK = "\n".join(f"drop trigger cooperation_{table}_stays on cooperation_{table};" for table in _TABLES)


class Migration(migrations.Migration):
    """Treaties beside the nineteen and rules of States are known from a day until a day, and never deleted."""

    dependencies = [
        ("cooperation", "0002_saved_scenarios"),
        ("treaties", "0003_periods_of_knowledge"),
    ]

    operations = [
        migrations.AddField("regionaltreaty", "is_shipped", models.BooleanField(default=True)),
        migrations.RemoveConstraint("bilateralreport", "bilateral_report_is_recorded_once"),
        migrations.AddField("bilateralreport", "known_on", models.DateField(null=True)),
        migrations.AddField(
            "bilateralreport",
            "retracted_on",
            models.DateField(blank=True, null=True, help_text=periods.RETRACTED_ON),
        ),
        *periods.periods_of("bilateralreport", is_new=False),
        *periods.periods_of("regionalreport", is_new=True),
        *periods.periods_of("nationalrule", is_new=True),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AlterField(
            "nationalrule",
            "state",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="reference.state"
            ),
        ),
        migrations.AlterField(
            "bilateralreport",
            "key",
            models.CharField(
                help_text="Digest of what the row says: of the same row one is known at a time.", max_length=24
            ),
        ),
        migrations.AlterField("bilateralreport", "edition", models.ForeignKey(**periods.EDITION)),
        *periods.held_to_periods("cooperation", "bilateralreport", is_new=False),
        *periods.held_to_periods("cooperation", "regionalreport", is_new=True),
        *periods.held_to_periods("cooperation", "nationalrule", is_new=True),
        periods.known_once("bilateralreport", "bilateral_report_is_known_once", ["key"]),
        periods.known_once("nationalrule", "national_rule_is_known_once", ["state"]),
        migrations.RunSQL(GUARD, BACK),
    ]
