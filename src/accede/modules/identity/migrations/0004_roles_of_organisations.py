import uuid
from typing import Any

import django.db.models.deletion
from django.db import migrations, models



def begin_roles(apps: Any, _schema: Any) -> None:
    """What an organisation was by its kind it is by a role, from the day on which it was recorded."""
    roles = apps.get_model("identity", "OrganisationRole")
    roles.objects.bulk_create(
        roles(organisation=row, role=row.kind, valid_from=row.recorded_at.date())
        for row in apps.get_model("identity", "Organisation").objects.all()
    )


class Migration(migrations.Migration):
    """Organisations have several roles in time in place of one kind; they can end, and be joined into another."""

    dependencies = [("identity", "0003_scopes_and_invitations")]

    operations = [
        migrations.CreateModel(
            name="OrganisationRole",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("role", models.TextField()),
                ("valid_from", models.DateField()),
                ("valid_until", models.DateField(blank=True, null=True)),
                (
                    "organisation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="roles", to="identity.organisation"
                    ),
                ),
            ],
        ),
        migrations.RunPython(begin_roles, migrations.RunPython.noop),
        migrations.RunSQL("set constraints all immediate", migrations.RunSQL.noop),
        migrations.RemoveConstraint(model_name="organisation", name="organisation_kind_is_known"),
        migrations.RemoveConstraint(model_name="organisation", name="organisation_of_a_state_names_it"),
        migrations.RemoveField(model_name="organisation", name="kind"),
        migrations.AddField(
            model_name='organisation',
            name='ended_on',
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='organisation',
            name='joined_into',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='identity.organisation'),
        ),
        migrations.AddField(
            model_name='organisation',
            name='names',
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='acronym',
            field=models.CharField(blank=True, max_length=32),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='name',
            field=models.TextField(),
        ),
        migrations.AlterField(
            model_name='organisation',
            name='state_code',
            field=models.CharField(blank=True, max_length=3),
        ),
        migrations.AddIndex(
            model_name='organisation',
            index=models.Index(fields=['name', 'id'], name='organisation_by_name'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='organisation_has_a_name'),
        ),
        migrations.AddConstraint(
            model_name='organisation',
            constraint=models.CheckConstraint(condition=models.Q(('joined_into__isnull', True), models.Q(('ended_on__isnull', False), models.Q(('joined_into', models.F('id')), _negated=True)), _connector='OR'), name='organisation_that_was_joined_has_ended'),
        ),
        migrations.AddConstraint(
            model_name='organisationrole',
            constraint=models.UniqueConstraint(condition=models.Q(('valid_until__isnull', True)), fields=('organisation', 'role'), name='organisation_role_is_open_once'),
        ),
        migrations.AddConstraint(
            model_name='organisationrole',
            constraint=models.CheckConstraint(condition=models.Q(('valid_until__gte', models.F('valid_from')), ('valid_until__isnull', True), _connector='OR'), name='organisation_role_is_a_period'),
        ),
    ]
