"""Pages and their tables as a reader asks for them."""

import json
from typing import Any

from django.test import Client


def page(client: Client, address: str, status: int = 200) -> str:
    """Return what stands at an address, with single spaces; it must answer with `status`."""
    response = client.get(address)
    assert response.status_code == status, response.content.decode()[:2000]
    return " ".join(response.content.decode().split())


def rows(client: Client, address: str) -> list[dict[str, Any]]:
    """Return the rows of the table at an address, as its JSON file holds them."""
    joined = f"{address}{'&' if '?' in address else '?'}format=json"
    found: list[dict[str, Any]] = json.loads(page(client, joined))["rows"]
    return found
