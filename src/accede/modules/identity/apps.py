"""The app of people and organisations."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IdentityConfig(AppConfig):
    """People, organisations, memberships, grants, invitations."""

    name = "accede.modules.identity"
    label = "identity"
    verbose_name = _("People and organisations")
