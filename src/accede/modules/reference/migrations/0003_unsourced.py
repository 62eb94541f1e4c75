from django.db import migrations, models

AUTHORITIES = ["depositary", "government", "organisation", "secondary", "press", "derived", "unsourced"]


class Migration(migrations.Migration):
    """What was read without its address being kept ranks below all that can be looked up."""

    dependencies = [("reference", "0002_other_names_territories")]

    operations = [
        migrations.RemoveConstraint("source", "source_authority_is_known"),
        migrations.AlterField(
            "source",
            "authority",
            models.TextField(
                choices=[
                    ("depositary", "Depositary's own record"),
                    ("government", "Government gazette or treaty office"),
                    ("organisation", "International organisation"),
                    ("secondary", "Secondary literature"),
                    ("press", "Press"),
                    ("derived", "Derived from other sources"),
                    ("unsourced", "Read, but the address was not kept"),
                ]
            ),
        ),
        migrations.AddConstraint(
            "source",
            models.CheckConstraint(
                condition=models.Q(authority__in=AUTHORITIES), name="source_authority_is_known"
            ),
        ),
    ]
