"""An evidence package: whatever byte is changed in it, it no longer verifies, and says where."""

import io
import json
import zipfile
from datetime import date

import pytest

from accede.core.indicators.definitions import Counting, Definition, Span, Unit
from accede.core.indicators.figures import Counted, Record, figure_of
from accede.core.indicators.packages import NoPackage, packed, unpacked

NEW = Definition("adherences-new", 1, Unit.ADHERENCES, Span.PERIOD, Counting.EACH, (), "Pairs.")
FIGURE = figure_of(
    NEW, {"from": "2008-01-01", "until": "2008-12-31"}, Counted((Record("act:a", "FIN/XSA", date(2008, 1, 2)),))
)
PACKAGE = packed({"template": "sample"}, {"report.html": b"<p>1</p>"}, [FIGURE])


def places(package: bytes) -> list[tuple[str, str]]:
    return [(place, one.code) for place, one in unpacked(package).faults]


def rewritten(change: str, content: bytes | None) -> bytes:
    """Return the package with one entry changed, added or left out."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(PACKAGE)) as archive, zipfile.ZipFile(stream, "w") as other:
        for entry in archive.infolist():
            if entry.filename != change:
                other.writestr(entry, archive.read(entry))
        if content is not None:
            other.writestr(change, content)
    return stream.getvalue()


def test_a_package_is_whole_and_holds_its_figures():
    found = unpacked(PACKAGE)

    assert found.faults == ()
    assert [one.digest for one in found.figures.values()] == [FIGURE.digest]


def test_the_same_is_packed_into_the_same_bytes():
    assert packed({"template": "sample"}, {"report.html": b"<p>1</p>"}, [FIGURE]) == PACKAGE


def test_each_byte_that_is_changed_is_seen():
    unseen = []
    for place in range(len(PACKAGE)):
        changed = bytearray(PACKAGE)
        changed[place] ^= 1
        try:
            if not unpacked(bytes(changed)).faults:
                unseen.append(place)
        except NoPackage:
            continue

    assert unseen == []


def test_a_changed_file_is_named():
    assert places(rewritten("report.html", b"<p>2</p>")) == [("report.html", "package.changed")]


def test_a_file_that_is_missing_or_was_added_is_named():
    assert places(rewritten("report.html", None)) == [("report.html", "package.missing")]
    assert places(rewritten("more.html", b"x")) == [("more.html", "package.added")]


def test_a_manifest_that_says_something_else_is_named():
    with zipfile.ZipFile(io.BytesIO(PACKAGE)) as archive:
        said = archive.read("manifest.json").replace(b"sample", b"simple")

    assert places(rewritten("manifest.json", said))[0] == ("manifest.json", "package.changed")


def test_a_proof_that_was_made_to_fit_the_manifest_alone_is_named():
    name = "figures/0001-adherences-new.json"
    proof = {"proof": {**FIGURE.as_values(), "value": "2"}, "digest": FIGURE.digest}
    found = places(rewritten(name, json.dumps(proof).encode()))

    assert found == [(name, "package.changed"), (name, "package.no_proof")]


@pytest.mark.parametrize(
    "file", [b"", b"PK", b"PK\x05\x06" + bytes(18), PACKAGE[:200], rewritten("manifest.json", b"[]")]
)
def test_what_is_no_package_is_refused(file):
    with pytest.raises(NoPackage):
        unpacked(file)
