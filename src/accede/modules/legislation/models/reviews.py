"""What was decided: which provision answers an obligation, how far a State's law does, what the State was asked."""

import uuid
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from accede.foundation.access.tables import Guarded, RowRules
from accede.modules.legislation.models.laws import OF_ITS_STATE, LawProvision

_SCALE = ["full", "partial", "none", "not_applicable", "unclear"]


class Answer(Guarded):
    """That a provision answers an obligation, or that it was looked at and does not. The newest decision stands.

    `carried_from`: the provision of the wording before of which it was decided; `look_again`: its words, or its number,
    are others since, and nobody has looked.
    """

    state_code = models.CharField(max_length=3)
    obligation = models.TextField()
    provision = models.ForeignKey(LawProvision, on_delete=models.PROTECT, related_name="+")
    verdict = models.TextField()
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    carried_from = models.ForeignKey(LawProvision, null=True, on_delete=models.PROTECT, related_name="+")
    look_again = models.BooleanField(default=False)

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
    """How far the law of a State answers an obligation, by the judgement of whoever reviews it.

    `second_…`: what a second person thinks who read the same; never the one who decided.
    """

    state_code = models.CharField(max_length=3)
    obligation = models.TextField()
    rating = models.TextField()
    comment = models.TextField(blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.UUIDField(null=True)
    second_rating = models.TextField(blank=True)
    second_comment = models.TextField(blank=True)
    second_at = models.DateTimeField(null=True)
    second_by = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = OF_ITS_STATE

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(fields=["state_code", "obligation"], name="rating_of_an_obligation_is_one"),
            models.CheckConstraint(condition=Q(rating__in=_SCALE), name="rating_is_of_the_scale"),
            models.CheckConstraint(
                condition=Q(second_rating="", second_comment="", second_at__isnull=True, second_by__isnull=True)
                | Q(second_rating__in=_SCALE, second_at__isnull=False, second_by__isnull=False),
                name="second_reading_is_of_the_scale",
            ),
            models.CheckConstraint(
                condition=Q(second_by__isnull=True) | Q(decided_by__isnull=True) | ~Q(second_by=F("decided_by")),
                name="second_reader_is_another_person",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.obligation} {self.rating}"


class LawQuestion(Guarded):
    """What a reviewer asks a State about an obligation, and what its focal point answers, in the State's language."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    state_code = models.CharField(max_length=3)
    obligation = models.TextField()
    text = models.TextField()
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)

    row_rules: ClassVar[RowRules] = OF_ITS_STATE

    class Meta(Guarded.Meta):
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(condition=~Q(text=""), name="law_question_asks_something"),
            models.CheckConstraint(
                condition=Q(answer="", answered_at__isnull=True) | (~Q(answer="") & Q(answered_at__isnull=False)),
                name="law_question_is_answered_by_words_on_a_day",
            ),
        ]
        indexes = [models.Index(fields=["state_code", "obligation"], name="law_question_of_a_state")]

    def __str__(self) -> str:
        return str(self.pk)
