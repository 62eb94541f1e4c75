"""A table as an answer to `?format=csv`, `xlsx` or `json`."""

from django.http import HttpResponse, QueryDict, StreamingHttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from accede.foundation.exports.formats import Format, named_format, pieces
from accede.foundation.exports.table import Table
from accede.foundation.pages.errors import BadInput


def wanted_format(query: QueryDict) -> Format | None:
    """Return the format that an address asks for, None for the page itself.

    Raises:
        BadInput: there is no such format.
    """
    name = query.get("format", "").strip()
    if not name or name == "html":
        return None
    chosen = named_format(name)
    if chosen is None:
        raise BadInput(
            [
                _("There is no format “%(name)s”. Tables can be had as %(formats)s.")
                % {"name": name[:40], "formats": ", ".join(Format)}
            ]
        )
    return chosen


def export_response(table: Table, chosen: Format, *, stream: bool = False) -> HttpResponse | StreamingHttpResponse:
    """Return the table as a file to keep.

    With `stream` the rows are sent while they are made, for tables too large to hold; what is not streamed can be
    kept by the page cache and gets an entity tag.
    """
    headers = {
        "Content-Type": chosen.media_type,
        "Content-Language": table.language,
        "Content-Disposition": content_disposition_header(
            as_attachment=chosen is not Format.JSON, filename=f"{table.name}.{chosen.value}"
        )
        or "",
    }
    if stream:
        return StreamingHttpResponse(pieces(table, chosen), headers=headers)
    return HttpResponse(b"".join(pieces(table, chosen)), headers=headers)
