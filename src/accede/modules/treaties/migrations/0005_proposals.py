import django.contrib.postgres.fields
import django.db.models.deletion
from django.db import migrations, models


HOLDS = """
create or replace function accede_follows_workflow() returns trigger language plpgsql as $$
declare
    step text := case tg_op when 'INSERT' then '' else old.state || '>' || new.state end;
    edge text;
    person text;
begin
    if tg_op = 'INSERT' then
        if new.state = tg_argv[0] then
            return new;
        end if;
        raise exception '% begins as %, not as %.', tg_table_name, tg_argv[0], new.state
            using errcode = 'check_violation', constraint = tg_name;
    end if;
    foreach edge in array tg_argv loop
        person := split_part(edge, '!', 2);
        if person <> '' and to_jsonb(new) -> person is distinct from to_jsonb(old) -> person then
            raise exception '% of % stays.', person, tg_table_name
                using errcode = 'check_violation', constraint = tg_name;
        end if;
    end loop;
    if new.state = old.state then
        if (new.moved_at, new.moved_by) is distinct from (old.moved_at, old.moved_by) then
            raise exception 'Nothing moved in %.', tg_table_name
                using errcode = 'check_violation', constraint = tg_name;
        end if;
        return new;
    end if;
    foreach edge in array tg_argv loop
        if split_part(edge, '!', 1) = step then
            person := split_part(edge, '!', 2);
            if person <> '' and to_jsonb(new) ->> person is not distinct from new.moved_by::text then
                raise exception 'In %, % is for another person.', tg_table_name, step
                    using errcode = 'check_violation', constraint = tg_name;
            end if;
            return new;
        end if;
    end loop;
    raise exception '% has no step %.', tg_table_name, step
        using errcode = 'check_violation', constraint = tg_name;
end
$$;
create or replace trigger treaties_proposal_follows_workflow before insert or update on treaties_proposal
    for each row execute function accede_follows_workflow('proposed', 'proposed>confirmed!proposed_by', 'proposed>declined');
"""


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
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('edition__isnull', False), ('state', 'confirmed')), models.Q(models.Q(('state', 'confirmed'), _negated=True), ('edition__isnull', True)), _connector='OR'), name='proposal_is_confirmed_with_an_edition'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('reason', ''), _negated=True), _connector='OR'), name='proposal_is_declined_with_a_reason'), models.CheckConstraint(condition=models.Q(('part__in', ['acts', 'treaties'])), name='proposal_part_is_known')],
            },
        ),
        migrations.RunSQL(HOLDS, 'drop trigger treaties_proposal_follows_workflow on treaties_proposal'),
    ]
