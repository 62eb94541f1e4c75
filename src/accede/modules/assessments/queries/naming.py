"""Names of organisations, by their keys as rows hold them."""

from collections.abc import Collection
from uuid import UUID

from accede.modules.identity.queries.people import names_of


def names_of_keys(keys: Collection[str]) -> dict[str, str]:
    """Return the names of organisations by their keys as rows hold them; the key itself where there is none."""
    names = {str(key): name for key, name in names_of({UUID(key) for key in keys}).items()} if keys else {}
    return {key: names.get(key, key) for key in keys}
