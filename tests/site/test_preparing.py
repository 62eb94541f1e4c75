from pathlib import Path

import polib
import pytest

from accede.site import preparing


def test_catalogues_are_compiled_when_they_have_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = tmp_path / "locale" / "fr" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.append(polib.POEntry(msgid="Treaty", msgstr="Traité"))
    catalogue.save(str(folder / "django.po"))
    monkeypatch.setattr(preparing, "PACKAGE", tmp_path)

    assert preparing.compile_messages() == 1
    assert preparing.compile_messages() == 0

    assert polib.mofile(str(folder / "django.mo"))[0].msgstr == "Traité"
