"""The evidence package: a report, the proof of each figure in it, the definitions, and the hash of every byte.

An archive is packed in one way only (entries in order, not compressed, without moments), so that a byte that was
changed anywhere in it shows: in a file by the manifest, in the manifest by its own hash, and in the archive itself by
packing the entries again.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accede.core.explain import Reason
from accede.core.indicators.definitions import canonical, digest_of
from accede.core.indicators.figures import Figure, value_of

MANIFEST = "manifest.json"
FIGURES = "figures/"
MOST_BYTES = 512 * 1024 * 1024
_NO_MOMENT = (1980, 1, 1, 0, 0, 0)
_HEADER_BYTES = 30
"""What stands before the name of an entry (PKWARE APPNOTE 4.3.7)."""


class NoPackage(ValueError):  # noqa: N818  (a judgement on a file)
    """The bytes are no evidence package."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """What a package holds, and what is wrong with it, each with its place."""

    figures: Mapping[str, Figure]
    faults: tuple[tuple[str, Reason], ...]
    digest: str


def packed(about: Mapping[str, str], files: Mapping[str, bytes], figures: Sequence[Figure]) -> bytes:
    """Return a package: `about` says of what, `files` are the report as it was written."""
    held = dict(files)
    definitions = {one.definition.code: one.definition.as_values() for one in figures}
    held["definitions.json"] = canonical(definitions)
    for number, one in enumerate(figures, 1):
        proof = {"proof": one.as_values(), "digest": one.digest}
        held[f"{FIGURES}{number:04}-{one.definition.code}.json"] = canonical(proof)
    told = {"about": dict(about), "files": {name: hashlib.sha256(held[name]).hexdigest() for name in sorted(held)}}
    held[MANIFEST] = canonical({**told, "digest": digest_of(told)})
    return _archive(held)


def unpacked(package: bytes) -> Unpacked:
    """Return the figures of a package and every fault: what was changed, is missing, or was added.

    Raises:
        NoPackage: it cannot be read as one.
    """
    held = _held(package)
    faults: list[tuple[str, Reason]] = []
    try:
        manifest = json.loads(held[MANIFEST])
        told = {"about": manifest["about"], "files": manifest["files"]}
        listed, digest = dict(manifest["files"]), str(manifest["digest"])
    except (KeyError, TypeError, ValueError, RecursionError) as error:
        raise NoPackage(MANIFEST) from error
    if digest_of(told) != digest or canonical({**told, "digest": digest}) != held[MANIFEST]:
        faults.append((MANIFEST, Reason("package.changed")))
    for name in sorted({*listed, *held} - {MANIFEST}):
        if name not in held:
            faults.append((name, Reason("package.missing")))
        elif name not in listed:
            faults.append((name, Reason("package.added")))
        elif hashlib.sha256(held[name]).hexdigest() != listed[name]:
            faults.append((name, Reason("package.changed")))
    if not faults and _archive(held) != package:
        faults.append(("", Reason("package.archive")))
    figures = {}
    for name in sorted(one for one in held if one.startswith(FIGURES)):
        figure = _figure(held[name])
        if figure is None:
            faults.append((name, Reason("package.no_proof")))
        else:
            figures[name] = figure
    return Unpacked(figures, tuple(faults), digest)


def _figure(written: bytes) -> Figure | None:
    """Return the figure of a proof; None where its hash or its records do not make it."""
    try:
        values = json.loads(written)
        figure = Figure.read(values["proof"])
        is_whole = figure.digest == values["digest"]
    except (KeyError, TypeError, ValueError, ArithmeticError, RecursionError):
        return None
    return figure if is_whole and value_of(figure.definition.counting, figure.records) == figure.value else None


def _archive(held: Mapping[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression=zipfile.ZIP_STORED) as archive:
        for name in sorted(held):
            archive.writestr(zipfile.ZipInfo(name, date_time=_NO_MOMENT), held[name])
    return stream.getvalue()


def _held(package: bytes) -> dict[str, bytes]:
    """Return the entries of an archive; one that is compressed or too large is no package."""
    try:
        with zipfile.ZipFile(io.BytesIO(package)) as archive:
            entries = archive.infolist()
            if any(one.compress_type != zipfile.ZIP_STORED for one in entries):
                raise NoPackage("compressed")
            return {one.filename: _entry(package, one) for one in entries}
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError, RuntimeError) as error:
        raise NoPackage(str(error)) from error


def _entry(package: bytes, entry: zipfile.ZipInfo) -> bytes:
    """Return the bytes of an entry as they lie there, changed ones too: the manifest says which ones were."""
    start = entry.header_offset + _HEADER_BYTES + len(entry.filename.encode())
    return package[start : start + entry.file_size]
