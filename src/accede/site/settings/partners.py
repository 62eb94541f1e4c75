"""Providers of OpenID Connect through which staff and partner bodies sign in, as the environment names them.

ACCEDE_OIDC names them, separated by commas: `ACCEDE_OIDC=secretariat,partner`. For each one, in capitals:
ACCEDE_OIDC_SECRETARIAT_NAME (shown to people), …_ISSUER, …_CLIENT_ID, …_CLIENT_SECRET, and optionally
…_SECOND_FACTOR=yes where that provider itself asks for a second factor of everybody.
"""

import os
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

_NEEDED = ("NAME", "ISSUER", "CLIENT_ID", "CLIENT_SECRET")


def partners_from_environment(environment: Mapping[str, str] = os.environ) -> list[dict[str, Any]]:
    """Return the providers for allauth.

    Raises:
        ImproperlyConfigured: a provider is named whose variables are not all set; all that are absent are told.
    """
    keys = [key.strip() for key in environment.get("ACCEDE_OIDC", "").split(",") if key.strip()]
    absent = [_variable(key, part) for key in keys for part in _NEEDED if not environment.get(_variable(key, part))]
    if absent:
        raise ImproperlyConfigured(f"ACCEDE_OIDC needs these environment variables as well: {', '.join(absent)}.")
    return [_provider(key, environment) for key in keys]


def origins_of(partners: Iterable[Mapping[str, Any]]) -> list[str]:
    """Return the origins of the providers, for the content-security policy."""
    addresses = [urlsplit(partner["settings"]["server_url"]) for partner in partners]
    return sorted({f"{address.scheme}://{address.netloc}" for address in addresses})


def _provider(key: str, environment: Mapping[str, str]) -> dict[str, Any]:
    return {
        "provider_id": key,
        "name": environment[_variable(key, "NAME")],
        "client_id": environment[_variable(key, "CLIENT_ID")],
        "secret": environment[_variable(key, "CLIENT_SECRET")],
        "settings": {
            "server_url": environment[_variable(key, "ISSUER")],
            "oauth_pkce_enabled": True,
            "second_factor": environment.get(_variable(key, "SECOND_FACTOR"), "") == "yes",
        },
    }


def _variable(key: str, part: str) -> str:
    return f"ACCEDE_OIDC_{key.upper().replace('-', '_')}_{part}"
