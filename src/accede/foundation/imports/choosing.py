"""What a person says that the headings of a file mean, where the program does not know them; and keeps it for the next.

Kept in a signed cookie of the page, by the words of the heading: the same ministry sends the same list again.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from django.core import signing
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext as _

from accede.foundation.imports.bounds import LONGEST_HEADING, MOST_HEADINGS
from accede.foundation.imports.opening import open_table
from accede.foundation.imports.problems import FileRefused
from accede.foundation.imports.tables import LEFT_ASIDE, Options
from accede.foundation.listings import Option
from accede.foundation.texts import folded

AS_IT_SAYS = "as-it-says"
_A_YEAR = 365 * 24 * 3600
_MOST_KEPT = 60


@dataclass(frozen=True, slots=True)
class HeadingChoice:
    """A heading of a file, with what it is taken for; `name` is the field of the form."""

    name: str
    heading: str
    chosen: str


def headings_of(path: Path, options: Options) -> Sequence[str]:
    """Return the headings of a file as they stand there, none where it cannot be opened."""
    try:
        table = open_table(path, replace(options, columns=()))
    except FileRefused:
        return ()
    header = tuple(table.header)
    table.close()
    return header


def choices(header: Iterable[str], said: Mapping[str, str]) -> list[HeadingChoice]:
    """Return a field for each heading, with what was said of it."""
    return [
        HeadingChoice(f"column-{place}", heading, said.get(folded(heading), AS_IT_SAYS))
        for place, heading in enumerate(header)
        if heading
    ]


def chosen(form: QueryDict, header: Sequence[str], known: Iterable[str]) -> dict[str, str]:
    """Return what the form says of the headings, by their folded words; what is no column is left out."""
    names = {*known, LEFT_ASIDE}
    found = {}
    for place, heading in enumerate(header[:MOST_HEADINGS]):
        name = form.get(f"column-{place}", AS_IT_SAYS)
        if heading and name in names:
            found[folded(heading)[:LONGEST_HEADING]] = name
    return found


def options_of(known: Iterable[str]) -> list[Option]:
    """Return what a heading may be taken for."""
    first = [Option(AS_IT_SAYS, _("As it says")), Option(LEFT_ASIDE, _("Leave this column aside"))]
    return [*first, *(Option(name, name) for name in known)]


def remembered(request: HttpRequest, key: str) -> dict[str, str]:
    """Return what this browser's person said of headings before."""
    try:
        kept = signing.loads(request.COOKIES.get(_cookie(key), ""), salt=key, max_age=_A_YEAR)
    except signing.BadSignature:
        return {}
    return {str(heading): str(name) for heading, name in kept.items()} if isinstance(kept, dict) else {}


def remember(request: HttpRequest, response: HttpResponse, key: str, said: Mapping[str, str]) -> None:
    """Keep what was said of headings for the next file."""
    kept = dict(list((remembered(request, key) | dict(said)).items())[-_MOST_KEPT:])
    response.set_cookie(
        _cookie(key),
        signing.dumps(kept, salt=key, compress=True),
        max_age=_A_YEAR,
        secure=request.is_secure(),
        httponly=True,
        samesite="Lax",
    )


def written(said: Mapping[str, str]) -> str:
    """Return what was said of headings as one text, for a sealed form."""
    return json.dumps(said, ensure_ascii=False) if said else ""


def read(text: str) -> dict[str, str]:
    """Return what `written` wrote."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return {}
    return {str(heading): str(name) for heading, name in found.items()} if isinstance(found, dict) else {}


def _cookie(key: str) -> str:
    return f"columns-{key}"
