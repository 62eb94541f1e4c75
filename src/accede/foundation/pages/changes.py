"""What public pages show may change in any module: each app says how that is seen, and none is named anywhere else."""

from collections.abc import Mapping

from django.apps import AppConfig, apps
from django.db.models import Subquery


class ShownOnPages(AppConfig):
    """An app whose tables public pages show: kept pages are made anew when one of `changes` gives another value."""

    def changes(self) -> Mapping[str, Subquery]:
        """Return parts of a query, each with a value that is another one after every change."""
        return {}


def changes_of_all_apps() -> dict[str, Subquery]:
    """Return what tells of changes in any app."""
    shown = [config for config in apps.get_app_configs() if isinstance(config, ShownOnPages)]
    return {name: part for config in shown for name, part in config.changes().items()}
