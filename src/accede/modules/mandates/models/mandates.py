"""A mandate: a resolution under its symbol."""

from django.db import models

from accede.core.mandates.identity import Genre, Standing


class Mandate(models.Model):
    """A resolution. Title and day are those of its newest reading; `series` joins those that follow each other.

    `titles` holds the title in other languages, where we know them; `genre` tells resolutions from decisions and
    statements; `sponsors` are those who submitted a draft.
    """

    symbol = models.TextField(unique=True)
    reference = models.SlugField(unique=True, max_length=80)
    organ = models.TextField(blank=True)
    adopting_organ = models.TextField(blank=True)
    title = models.TextField(blank=True)
    titles = models.JSONField(default=dict, blank=True)
    adopted_on = models.DateField(null=True, blank=True)
    session = models.PositiveSmallIntegerField(null=True, blank=True)
    standing = models.TextField(default="adopted")
    genre = models.TextField(default="resolution")
    sponsors = models.JSONField(default=list, blank=True)
    series = models.SlugField(blank=True, max_length=80)

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=models.Q(standing__in=[str(one) for one in Standing]), name="mandate_standing_is_known"
            ),
            models.CheckConstraint(
                condition=models.Q(genre__in=[str(one) for one in Genre]), name="mandate_genre_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.symbol
