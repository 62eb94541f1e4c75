"""What must hold before the product starts."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.core.checks import CheckMessage, Error, register

from accede.foundation.access import undeclared

_OWN_MACHINE = {"127.0.0.1", "localhost", "[::1]", "testserver"}


@register("access")
def every_address_declares_for_whom_it_opens(
    app_configs: Sequence[AppConfig] | None = None, **options: Any
) -> list[CheckMessage]:
    """Refuse to start with an address that does not say for whom it opens."""
    del app_configs, options  # the URL configuration is looked at whole
    return [
        Error(
            f"The address “{address.route}” does not say for whom it opens.",
            hint="Put @opens_to(…) above its view.",
            obj=address.name or address.route,
            id="accede.E001",
        )
        for address in undeclared()
    ]


@register("access")
def sample_people_stay_on_ones_own_machine(
    app_configs: Sequence[AppConfig] | None = None, **options: Any
) -> list[CheckMessage]:
    """Refuse to start a server that others reach with people who sign in by a printed link."""
    del app_configs, options  # a setting of the whole installation
    others = sorted(set(settings.ALLOWED_HOSTS) - _OWN_MACHINE)
    if not (settings.ACCEDE_SAMPLE_PEOPLE and others):
        return []
    return [
        Error(
            f"ACCEDE_SAMPLE_PEOPLE is on, and the site answers to {', '.join(others)}.",
            hint="Sample people are for one’s own machine: use the settings “production”.",
            obj="ACCEDE_SAMPLE_PEOPLE",
            id="accede.E002",
        )
    ]
