from django.db import migrations, models


class Migration(migrations.Migration):
    """What was taken back is found without reading all that is known."""

    dependencies = [("treaties", "0003_periods_of_knowledge")]

    operations = [
        migrations.AddIndex(
            "report",
            models.Index(
                condition=models.Q(("retracted_by__isnull", False)), fields=["retracted_by"], name="report_taken_back"
            ),
        ),
    ]
