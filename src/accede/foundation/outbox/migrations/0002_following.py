import uuid

from django.db import migrations, models


class Migration(migrations.Migration):
    """What people want to be told of."""

    dependencies = [("outbox", "0001_letters_notices_choices")]

    operations = [
        migrations.CreateModel(
            name="Following",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("person", models.UUIDField()),
                ("kind", models.TextField()),
                ("about", models.TextField()),
                ("begun_at", models.DateTimeField()),
                ("told_up_to", models.BigIntegerField(default=0)),
            ],
            options={
                "abstract": False,
                "indexes": [models.Index(fields=["kind", "told_up_to"], name="following_to_be_told")],
                "constraints": [
                    models.UniqueConstraint(fields=("person", "kind", "about"), name="following_of_one_thing_is_one")
                ],
            },
        ),
    ]
