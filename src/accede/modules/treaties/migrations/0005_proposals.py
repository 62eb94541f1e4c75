import accede.foundation.workflow.constraint
import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Imports that wait for a second person. Editions that are there stay as they are."""

    dependencies = [
        ('treaties', '0004_taken_back'),
    ]

    operations = [
        migrations.CreateModel(
            name='Proposal',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('level', models.TextField(choices=[('public', 'public'), ('programme', 'programme'), ('owner_confidential', 'owner_confidential'), ('restricted', 'restricted')])),
                ('owner', models.TextField(db_index=True)),
                ('readers', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('state', models.TextField()),
                ('moved_at', models.DateTimeField(null=True)),
                ('moved_by', models.UUIDField(null=True)),
                ('reason', models.TextField(blank=True)),
                ('part', models.TextField(choices=[('acts', 'Acts under the universal instruments'), ('treaties', 'Treaties between two States')])),
                ('file_name', models.TextField()),
                ('file_digest', models.CharField(max_length=64)),
                ('said', models.JSONField()),
                ('good_rows', models.BooleanField()),
                ('rows', models.PositiveIntegerField()),
                ('new', models.PositiveIntegerField()),
                ('changed', models.PositiveIntegerField()),
                ('sources', django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ('face', models.TextField()),
                ('proposed_at', models.DateTimeField()),
                ('proposed_by', models.UUIDField(null=True)),
                ('edition', models.OneToOneField(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='proposal', to='treaties.edition')),
            ],
            options={
                'abstract': False,
                'constraints': [accede.foundation.workflow.constraint.FollowsWorkflow(edges=('proposed>confirmed!proposed_by', 'proposed>declined'), name='proposal_follows_workflow', start='proposed'), models.CheckConstraint(condition=models.Q(models.Q(('edition__isnull', False), ('state', 'confirmed')), models.Q(models.Q(('state', 'confirmed'), _negated=True), ('edition__isnull', True)), _connector='OR'), name='proposal_is_confirmed_with_an_edition'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='proposal_is_declined_with_a_reason'), models.CheckConstraint(condition=models.Q(('part__in', ['acts', 'treaties'])), name='proposal_part_is_known')],
            },
        ),
    ]
