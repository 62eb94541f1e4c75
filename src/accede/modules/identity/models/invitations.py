"""Links that let somebody in once: invitations, and the sign-in links of a local installation."""

import uuid

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower

from accede.foundation.access import Level
from accede.foundation.access.roles import ORGANISATION
from accede.foundation.access.tables import Guarded, RowRules
from accede.modules.identity.models.grants import ScopeKind, scope_is_of_its_kind


class Invitation(Guarded):
    """A letter that lets one person in, once, until it expires; only the hash of its token is kept.

    Seen by those who act for the organisation, and by those who work for the programme: whoever wrote it no longer,
    once they do neither.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token_hash = models.BinaryField(max_length=32, unique=True)
    email = models.EmailField(max_length=254)
    name = models.TextField(blank=True)
    language = models.CharField(max_length=8)
    organisation = models.ForeignKey(
        "identity.Organisation", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    is_coordinator = models.BooleanField(default=False)
    role = models.SlugField(max_length=40, blank=True)
    scope_kind = models.TextField(choices=ScopeKind, blank=True)
    scope_key = models.TextField(blank=True)
    because = models.TextField(blank=True)
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey("identity.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(
        "identity.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey("identity.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    row_rules = RowRules(
        level=Level.PROGRAMME,
        owner=(ORGANISATION, "organisation_id"),
        readers=(),
        changed_by_readers=True,
    )

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True, accepted_by__isnull=True)
                | Q(accepted_at__isnull=False, accepted_by__isnull=False),
                name="invitation_acceptance_is_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=True) | Q(revoked_at__isnull=True),
                name="invitation_is_accepted_or_revoked",
            ),
            models.CheckConstraint(
                condition=Q(revoked_at__isnull=False) | Q(revoked_by__isnull=True),
                name="invitation_revocation_is_who_and_when",
            ),
            models.CheckConstraint(
                condition=Q(role="", scope_kind="") | (~Q(role="") & Q(scope_kind__in=ScopeKind.values)),
                name="invitation_role_has_a_scope",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at__isnull=False)
                | Q(revoked_at__isnull=False)
                | Q(role="")
                | scope_is_of_its_kind(),
                name="invitation_scope_is_of_its_kind",
            ),
            # One letter of each body: that another body has invited an address as well concerns neither of them.
            models.UniqueConstraint(
                Lower("email"),
                "organisation",
                condition=Q(accepted_at__isnull=True, revoked_at__isnull=True),
                nulls_distinct=False,
                name="invitation_is_open_once_from_each_body",
            ),
        ]

    def __str__(self) -> str:
        return str(self.id)


class SignInLink(Guarded):
    """A link that signs a sample person in once; made on the machine itself, for local installations only."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    token_hash = models.BinaryField(max_length=32, unique=True)
    person = models.ForeignKey("identity.Person", on_delete=models.CASCADE, related_name="+")
    made_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    row_rules = RowRules(level=Level.RESTRICTED, owner=("person", "person_id"), readers=())

    def __str__(self) -> str:
        return str(self.id)
