"""What was decided: which provision answers an obligation, and how far a State's law answers it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from accede.foundation.access.tables import Guarded, RowRules
from accede.modules.legislation.models.laws import OF_ITS_STATE, LawProvision


class Answer(Guarded):
    """That a provision answers an obligation, or that it was looked at and does not. The newest decision stands."""

    state_code = models.CharField(max_length=3)
    obligation = models.TextField()
    provision = models.ForeignKey(LawProvision, on_delete=models.PROTECT, related_name="+")
    verdict = models.TextField()
    decided_at = models.DateTimeField()

    row_rules: ClassVar[RowRules] = OF_ITS_STATE

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(
                fields=["state_code", "obligation", "provision"], name="answer_is_decided_once_for_a_provision"
            ),
            models.CheckConstraint(condition=Q(verdict__in=["accepted", "rejected"]), name="answer_has_a_verdict"),
        ]

    def __str__(self) -> str:
        return f"{self.obligation} {self.verdict}"


class Rating(Guarded):
    """How far the law of a State answers an obligation, by the judgement of whoever reviews it."""

    state_code = models.CharField(max_length=3)
    obligation = models.TextField()
    rating = models.TextField()
    comment = models.TextField(blank=True)
    decided_at = models.DateTimeField()

    row_rules: ClassVar[RowRules] = OF_ITS_STATE

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["state_code", "obligation"], name="rating_of_an_obligation_is_one"),
            models.CheckConstraint(
                condition=Q(rating__in=["full", "partial", "none", "not_applicable", "unclear"]),
                name="rating_is_of_the_scale",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation} {self.rating}"
