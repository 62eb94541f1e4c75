"""Archives without moments: the same content gives the same bytes, whenever it is written."""

import io
import zipfile

# The first day that the format can hold; readers of archives take it for "not said".
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)


def undated(archive: bytes) -> bytes:
    """Return a ZIP archive (DOCX, XLSX) with the same entries, none of which says when it was written.

    Raises:
        zipfile.BadZipFile: the bytes are no archive.
    """
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as dated,
        zipfile.ZipFile(stream, "w", compression=zipfile.ZIP_DEFLATED) as written,
    ):
        for entry in dated.infolist():
            plain = zipfile.ZipInfo(entry.filename, date_time=_NO_MOMENT)
            plain.external_attr = entry.external_attr
            written.writestr(plain, dated.read(entry), compress_type=zipfile.ZIP_DEFLATED)
    return stream.getvalue()
