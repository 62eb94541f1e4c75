"""Every address of the product. Pages begin with their language; the API does not."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from accede.modules.identity.web.account_urls import provider_urlpatterns
from accede.site import crawlers, views
from accede.site.api import api

urlpatterns = [
    path("", views.choose_language, name="choose-language"),
    path("robots.txt", crawlers.robots_txt, name="robots"),
    path("sitemap.xml", crawlers.sitemap_xml, name="sitemap"),
    path("api/v1/", api.urls),
    path("", include(provider_urlpatterns)),
    *i18n_patterns(
        path("", include("accede.site.pages", namespace="site")),
        path("", include("accede.modules.identity.web.account_urls")),
        path("", include("accede.modules.identity.web.urls", namespace="identity")),
        path("", include("accede.foundation.outbox.pages", namespace="outbox")),
        path("", include("accede.foundation.files.pages", namespace="files")),
        path("", include("accede.foundation.calendar.page", namespace="calendar")),
        path("", include("accede.foundation.search.pages", namespace="search")),
        path("", include("accede.foundation.documents.templates.pages", namespace="documents")),
        path("", include("accede.modules.mandates.web.urls", namespace="mandates")),
        path("cooperation/", include("accede.modules.cooperation.web.urls", namespace="cooperation")),
        path("coordination/", include("accede.modules.coordination.web.urls", namespace="coordination")),
        path("assessments/", include("accede.modules.assessments.web.urls", namespace="assessments")),
        path("legislation/", include("accede.modules.legislation.web.urls", namespace="legislation")),
        path("resources/", include("accede.modules.resources.web.urls", namespace="resources")),
        path("", include("accede.modules.reporting.web.urls", namespace="reporting")),
        path("", include("accede.modules.outcomes.web.urls", namespace="outcomes")),
        path("requests/", include("accede.modules.assistance.web.urls", namespace="assistance")),
        path("", include("accede.modules.treaties.web.urls", namespace="treaties")),
    ),
]

handler400 = "accede.site.errors.bad_request"
handler403 = "accede.site.errors.forbidden"
handler404 = "accede.site.errors.not_found"
handler500 = "accede.site.errors.server_error"
