"""The site as a Django app, so that its checks and templates are found."""

from django.apps import AppConfig


class SiteConfig(AppConfig):
    """Puts together what must stand before the first page."""

    name = "accede.site"
    label = "accede_site"
    verbose_name = "Accede"

    def ready(self) -> None:
        """Load the checks, the roles and what listens to sign-ins; have the tables guarded after each migration."""
        import accede.modules.identity.web.signals  # noqa: PLC0415  (receivers register themselves)
        import accede.site.checks  # noqa: F401, PLC0415  (checks register themselves, once apps are ready)
        from accede.foundation.access import install_roles  # noqa: PLC0415  (as above)
        from accede.foundation.access.protecting import protect_after_migrations  # noqa: PLC0415  (as above)
        from accede.site.contributions import install  # noqa: PLC0415  (as above)
        from accede.site.roles import ROLES  # noqa: PLC0415  (as above)

        install_roles(ROLES)
        install()
        protect_after_migrations()
