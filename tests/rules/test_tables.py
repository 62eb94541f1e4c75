"""Tables: references point down the order of modules, and migrations are one line that ends where the tables are."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState
from django.test.utils import isolate_apps

from tests.rules import codebase


def module_order() -> list[str]:
    """Return the modules, lowest first, from the one place where their order is written."""
    settings = tomllib.loads((codebase.ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["name"] == "Modules stand in order")
    return list(reversed(layers))


def pointing_up(tables: Iterable[type[models.Model]], order: Sequence[str]) -> Iterator[str]:
    """Yield the references from a module to one that stands above it, or beside the order."""
    for table in tables:
        for field in table._meta.get_fields():
            target: Any = getattr(field, "remote_field", None) and field.related_model
            if target is None or field.auto_created or target == "self":
                continue
            here, there = table._meta.app_label, target._meta.app_label
            if here in order and (there not in order or order.index(there) > order.index(here)):
                yield f"{table._meta.label}.{field.name} → {target._meta.label}"


def several_ends(leaves: Iterable[tuple[str, str]]) -> list[str]:
    """Return the apps whose migrations end in more than one place."""
    named = [app for app, _ in leaves]
    return sorted({app for app in named if named.count(app) > 1})


def changes_without_migration(loader: MigrationLoader, tables: ProjectState) -> set[str]:
    """Return the apps of ours whose tables have changed since their last migration."""
    questioner = NonInteractiveMigrationQuestioner(specified_apps=set(), dry_run=True)
    detector = MigrationAutodetector(loader.project_state(), tables, questioner)
    return set(detector.changes(graph=loader.graph)) & set(module_order())


def test_references_point_down():
    assert list(pointing_up(apps.get_models(), module_order())) == []


@isolate_apps("accede.modules.reference", "accede.modules.treaties")
def test_a_reference_that_points_up_is_seen():
    class High(models.Model):
        class Meta:
            app_label = "treaties"

    class Low(models.Model):
        high = models.ForeignKey(High, on_delete=models.CASCADE)

        class Meta:
            app_label = "reference"

    assert list(pointing_up([Low, High], ["reference", "treaties"])) == ["reference.Low.high → treaties.High"]
    assert list(pointing_up([Low, High], ["treaties", "reference"])) == []


def test_every_module_has_its_place_in_the_order():
    installed = {config.label for config in apps.get_app_configs() if config.name.startswith("accede.modules.")}

    assert installed == set(module_order())


def test_migrations_are_one_line():
    assert several_ends(MigrationLoader(None).graph.leaf_nodes()) == []
    assert several_ends([("reference", "0002_a"), ("reference", "0002_b"), ("treaties", "0001")]) == ["reference"]


def test_migrations_end_where_the_tables_are():
    assert changes_without_migration(MigrationLoader(None), ProjectState.from_apps(apps)) == set()


def test_a_table_without_migration_is_seen():
    loader = MigrationLoader(None)
    planted = ProjectState.from_apps(apps)
    planted.add_field("reference", "state", "planted", models.TextField(default=""), preserve_default=True)

    assert "reference" in changes_without_migration(loader, planted)


@pytest.mark.parametrize("module", module_order())
def test_migrations_use_no_code_of_ours(module: str):
    """A migration must mean the same for ever: what it imports may change."""
    folder = codebase.PACKAGE / "modules" / module / "migrations"

    found = [
        path.name
        for path in folder.glob("*.py")
        if "import accede" in (text := path.read_text("utf-8")) or "from accede" in text
    ]

    assert found == []
