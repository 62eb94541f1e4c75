"""What somebody may do: a role over a scope for a time, given by somebody on a day because of something."""

import uuid

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from accede.foundation.access import Level
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.access.tables import Guarded, RowRules

TWO_PERSON_ROLES = ("administrator", "auditor")
"""Roles that one person proposes and another one confirms."""


class ScopeKind(models.TextChoices):
    """Over what a role reaches."""

    ALL = "all", _("Everything")
    STATE = "state", _("One State")
    ORGANISATION = "organisation", _("One organisation")
    THEME = "theme", _("One theme")


class Theme(models.TextChoices):
    """The themes of the programme: what ECOSOC resolution 2007/18 asks for, by its paragraphs.

    Paragraph 2: joining the universal instruments, and legislation; paragraph 3: cooperation in criminal matters;
    paragraph 4: training.
    """

    JOINING = "joining", _("Joining the universal instruments")
    LEGISLATION = "legislation", _("Legislation")
    COOPERATION = "cooperation", _("International cooperation in criminal matters")
    TRAINING = "training", _("Training of criminal justice officials")


_KEY_OF_A_STATE = r"^[A-Z]{3}$"
_KEY_OF_AN_ORGANISATION = r"^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$"


def scope_is_of_its_kind() -> Q:
    """Return the condition that a scope's key is written as one of its kind is; whether it exists, services know."""
    return (
        Q(scope_kind="all", scope_key="")
        | Q(scope_kind="state", scope_key__regex=_KEY_OF_A_STATE)
        | Q(scope_kind="organisation", scope_key__regex=_KEY_OF_AN_ORGANISATION)
        | Q(scope_kind="theme", scope_key__in=Theme.values)
    )


class Grant(Guarded):
    """A role given to a person; one of the two-person roles counts once another person has confirmed it.

    `by_operator` marks a grant made at the machine itself, by whoever runs the installation: the first administrator,
    and the samples of a local installation.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    person = models.ForeignKey("identity.Person", on_delete=models.PROTECT, related_name="grants")
    organisation = models.ForeignKey(
        "identity.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    role = models.SlugField(_("Role"), max_length=40)
    scope_kind = models.TextField(pgettext_lazy("role", "Scope"), choices=ScopeKind)
    scope_key = models.TextField(blank=True)
    valid_from = models.DateField(_("From"))
    valid_until = models.DateField(_("Until"), null=True, blank=True)
    because = models.TextField(_("Reason"))
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(
        "identity.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="grants_given"
    )
    by_operator = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(
        "identity.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="grants_confirmed"
    )
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        "identity.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="grants_ended"
    )
    ended_because = models.TextField(blank=True)
    counts = models.GeneratedField(
        expression=models.Case(
            models.When(Q(ended_at__isnull=False), then=models.Value(value=False)),
            models.When(~Q(role__in=TWO_PERSON_ROLES), then=models.Value(value=True)),
            models.When(Q(by_operator=True) | Q(confirmed_at__isnull=False), then=models.Value(value=True)),
            default=models.Value(value=False),
        ),
        output_field=models.BooleanField(),
        db_persist=True,
    )

    row_rules = RowRules(
        level=Level.PROGRAMME,
        owner=(ORGANISATION, "organisation_id"),
        readers=("person_id",),
    )

    class Meta:
        """Constraints in the database: the rules hold whoever writes."""

        constraints = [
            models.CheckConstraint(condition=Q(scope_kind__in=ScopeKind.values), name="grant_scope_is_known"),
            models.CheckConstraint(
                condition=Q(scope_kind="all", scope_key="") | (~Q(scope_kind="all") & ~Q(scope_key="")),
                name="grant_scope_names_its_object",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=False) | scope_is_of_its_kind(), name="grant_scope_is_of_its_kind"
            ),
            models.CheckConstraint(
                condition=Q(valid_until__gte=F("valid_from")) | Q(valid_until__isnull=True), name="grant_is_a_period"
            ),
            models.CheckConstraint(
                condition=Q(given_by__isnull=False, by_operator=False) | Q(given_by__isnull=True, by_operator=True),
                name="grant_is_given_by_somebody",
            ),
            models.CheckConstraint(condition=~Q(because=""), name="grant_has_a_reason"),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by__isnull=True)
                | Q(confirmed_at__isnull=False, confirmed_by__isnull=False, given_by__isnull=False),
                name="grant_confirmation_is_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("given_by")),
                name="grant_is_confirmed_by_another_person",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_by__isnull=True) | ~Q(confirmed_by=F("person")),
                name="grant_is_not_confirmed_by_its_holder",
            ),
            models.CheckConstraint(
                condition=Q(given_by__isnull=True) | ~Q(given_by=F("person")), name="grant_is_not_given_to_oneself"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=False) | Q(ended_by__isnull=True), name="grant_end_is_who_and_when"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role} of {self.person_id}"
