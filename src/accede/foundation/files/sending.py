"""A kept file as an answer, in a form in which no browser runs it."""

from django.http import FileResponse

from accede.foundation.files.checking import MEDIA_TYPES, Kind
from accede.foundation.files.keeping import opened

#: What a browser shows without running anything of it. PDF is not among them: it can hold programs.
_SHOWN = frozenset({Kind.PNG, Kind.JPEG, Kind.TEXT})


def send(sha256: str, *, kind: Kind, name: str) -> FileResponse:
    """Return the file under `name`: shown if that is safe, else as something to be saved.

    Whether the reader may have it is decided before: the row that names the file is guarded like any other.
    """
    response = FileResponse(opened(sha256), as_attachment=kind not in _SHOWN, filename=name)
    response.headers["Content-Type"] = MEDIA_TYPES[kind]
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["Cache-Control"] = "private, no-store"
    return response
