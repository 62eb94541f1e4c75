"""The site as a Django app, so that its checks and templates are found."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Registers the start-up checks."""

    name = "accede.site"
    label = "accede_site"
    verbose_name = "Accede"

    def ready(self) -> None:
        """Load the start-up checks."""
        import accede.site.checks  # noqa: F401, PLC0415  (checks register themselves, once apps are ready)
