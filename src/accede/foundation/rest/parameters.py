"""What addresses of the API may ask, as its description tells it; `foundation.pages.parameters` reads it."""

from typing import Any

from pydantic import Field

from accede.foundation.rest.documents import Schema

PER_PAGE = 100
MOST_PER_PAGE = 500


def described(description: str, **schema: Any) -> Any:
    """Return a parameter that may be left out, with what the API's description says of it."""

    def replaced(generated: dict[str, Any]) -> None:
        generated.clear()
        generated.update(schema or {"type": "string"})

    return Field("", description=description, json_schema_extra=replaced)


class AsAtQuery(Schema):
    """The day of which the answer is to speak."""

    on: str = described("The day of which the answer speaks; today if left out.", type="string", format="date")
    known: str = described("As the record knew it on that day.", type="string", format="date")


class PagedQuery(Schema):
    """Which page of a list."""

    page: str = described("The page, from 1.", type="integer", minimum=1, default=1)
    per_page: str = described("Items on a page.", type="integer", minimum=1, maximum=MOST_PER_PAGE, default=PER_PAGE)
