"""The files of earlier imports, which lay by their digest alone, become stored files of whoever works here."""

from typing import Any

from django.core.files.storage import storages
from django.db import migrations


def keep_originals(apps: Any, _editor: object) -> None:
    """Write a row for the file of each edition whose bytes still lie here."""
    edition = apps.get_model("treaties", "Edition")
    stored = apps.get_model("files", "StoredFile")
    store = storages["files"]
    for row in edition.objects.filter(file_digest__regex=r"^[0-9a-f]{64}$"):
        place = f"{row.file_digest[:2]}/{row.file_digest}"
        if store.exists(place):
            name = row.reason.replace("/", "_").replace("\\", "_")[:200] or "_"
            stored.objects.create(
                sha256=row.file_digest,
                size=store.size(place),
                kind="xlsx" if name.lower().endswith(".xlsx") else "csv",
                name=name,
                about=f"edition:{row.pk}",
                level="programme",
                owner="all",
                stored_by=row.made_by,
                stored_at=row.made_at,
            )


class Migration(migrations.Migration):
    dependencies = [
        ("files", "0001_stored_files"),
        ("treaties", "0005_proposals"),
    ]

    operations = [migrations.RunPython(keep_originals, migrations.RunPython.noop, elidable=True)]
