"""What must hold before the product starts."""

from collections.abc import Sequence
from typing import Any

from django.apps import AppConfig
from django.core.checks import CheckMessage, Error, register

from accede.foundation.access import undeclared


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
