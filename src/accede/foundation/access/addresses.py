"""Every address of the product, found by walking its URL configuration."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from accede.foundation.access.declaring import audiences_of


@dataclass(frozen=True, slots=True)
class Address:
    """One line of the URL configuration: its route, its full name, and the view that answers."""

    route: str
    name: str
    view: Callable[..., Any]


def addresses_below(resolver: URLResolver | None = None) -> Iterator[Address]:
    """Yield every address below `resolver`, by default of the whole product."""
    yield from _walk(resolver or get_resolver(), route="", namespace="")


def undeclared(resolver: URLResolver | None = None) -> list[Address]:
    """Return the addresses whose views do not say for whom they open."""
    return [address for address in addresses_below(resolver) if not audiences_of(address.view)]


def _walk(resolver: URLResolver, *, route: str, namespace: str) -> Iterator[Address]:
    for entry in resolver.url_patterns:
        below = f"{route}{entry.pattern}"
        if isinstance(entry, URLPattern):
            yield Address(below, f"{namespace}{entry.name or ''}", entry.callback)
        else:
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from _walk(entry, route=below, namespace=inner)
