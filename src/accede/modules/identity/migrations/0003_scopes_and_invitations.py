import django.db.models.functions.text
from django.contrib.postgres.operations import AddConstraintNotValid
from django.db import migrations, models


class Migration(migrations.Migration):
    """What a role reaches is written as one of its kind is; each body has one open invitation to an address.

    Older rows are not looked at: a role over what does not exist opens nothing, and an administrator can end it.
    """

    dependencies = [
        ('identity', '0002_shared_store'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='invitation',
            name='invitation_is_open_once',
        ),
        AddConstraintNotValid(
            model_name='grant',
            constraint=models.CheckConstraint(condition=models.Q(('ended_at__isnull', False), models.Q(('scope_key', ''), ('scope_kind', 'all')), models.Q(('scope_key__regex', '^[A-Z]{3}$'), ('scope_kind', 'state')), models.Q(('scope_key__regex', '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'), ('scope_kind', 'organisation')), models.Q(('scope_key__in', ['joining', 'legislation', 'cooperation', 'training']), ('scope_kind', 'theme')), _connector='OR'), name='grant_scope_is_of_its_kind'),
        ),
        AddConstraintNotValid(
            model_name='invitation',
            constraint=models.CheckConstraint(condition=models.Q(('accepted_at__isnull', False), ('revoked_at__isnull', False), ('role', ''), models.Q(('scope_key', ''), ('scope_kind', 'all')), models.Q(('scope_key__regex', '^[A-Z]{3}$'), ('scope_kind', 'state')), models.Q(('scope_key__regex', '^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$'), ('scope_kind', 'organisation')), models.Q(('scope_key__in', ['joining', 'legislation', 'cooperation', 'training']), ('scope_kind', 'theme')), _connector='OR'), name='invitation_scope_is_of_its_kind'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('email'), models.F('organisation'), condition=models.Q(('accepted_at__isnull', True), ('revoked_at__isnull', True)), name='invitation_is_open_once_from_each_body', nulls_distinct=False),
        ),
    ]
