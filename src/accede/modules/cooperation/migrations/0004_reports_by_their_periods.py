import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Reports on a regional treaty are asked for as known on a day, not from the treaty."""

    dependencies = [("cooperation", "0003_periods_of_knowledge")]

    operations = [
        migrations.AlterField(
            "regionalreport",
            "treaty",
            models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cooperation.regionaltreaty"
            ),
        ),
    ]
