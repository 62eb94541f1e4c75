from django.db import migrations, models


class Migration(migrations.Migration):
    """Expenditure names its document and partner; what was done for a purpose is found at once."""

    dependencies = [
        ("resources", "0002_what_the_books_refuse"),
    ]

    operations = [
        migrations.AddField("ledgerentry", "document", models.TextField(blank=True, default="")),
        migrations.AddField("ledgerentry", "partner", models.TextField(blank=True, default="")),
        migrations.AddIndex(
            "ledgerentry",
            models.Index(
                condition=models.Q(("document", ""), _negated=True),
                fields=["document"],
                name="ledger_entry_of_a_document",
            ),
        ),
        migrations.AddIndex(
            "ledgerline",
            models.Index(
                condition=models.Q(("purpose", ""), _negated=True),
                fields=["purpose", "account"],
                name="ledger_line_of_a_purpose",
            ),
        ),
    ]
