"""Who somebody is: the account with which they sign in."""

import uuid
from typing import ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Person(AbstractBaseUser):
    """Somebody who can sign in.

    Nobody is deleted: the record says who did what. Where the rules allow, a person is pseudonymised: name and address
    go, the key stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.TextField(pgettext_lazy("person", "Name"))
    email = models.EmailField(_("E-mail address"), max_length=254)
    preferred_language = models.CharField(_("Language"), max_length=8, default="en")
    time_zone = models.CharField(_("Time zone"), max_length=64, default="UTC")
    is_active = models.BooleanField(default=True)
    is_sample = models.BooleanField(default=False)
    joined_at = models.DateTimeField()
    pseudonymised_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[BaseUserManager[Self]] = BaseUserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        """Constraints in the database."""

        constraints = [
            models.UniqueConstraint(Lower("email"), name="person_has_an_address_of_their_own"),
            models.CheckConstraint(
                condition=models.Q(pseudonymised_at__isnull=True) | models.Q(is_active=False),
                name="person_without_name_cannot_sign_in",
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="person_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name
