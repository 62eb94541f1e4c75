from django.db import migrations, models


class Migration(migrations.Migration):
    """What was taken back is found without reading all that is known."""

    dependencies = [("cooperation", "0003_periods_of_knowledge")]

    operations = [
        migrations.AddIndex(
            "nationalrule",
            models.Index(
                condition=models.Q(("retracted_by__isnull", False)), fields=["retracted_by"], name="nationalrule_taken_back"
            ),
        ),
        migrations.AddIndex(
            "regionalreport",
            models.Index(
                condition=models.Q(("retracted_by__isnull", False)), fields=["retracted_by"], name="regionalreport_taken_back"
            ),
        ),
        migrations.AddIndex(
            "bilateralreport",
            models.Index(
                condition=models.Q(("retracted_by__isnull", False)), fields=["retracted_by"], name="bilateralreport_taken_back"
            ),
        ),
    ]
