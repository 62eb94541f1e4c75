from django.db import migrations


class Migration(migrations.Migration):
    """The table of foundation/limits. Unlogged: after a crash every count begins anew, which harms nobody."""

    dependencies = [("identity", "0001_initial")]

    operations = [
        migrations.RunSQL(
            """
            create unlogged table shared_store (
                key text primary key,
                value text not null,
                expires_at timestamptz not null
            );
            create index shared_store_expiry on shared_store (expires_at);
            """,
            "drop table shared_store;",
        ),
    ]
