"""Addresses of requests for assistance."""

from accede.modules.assistance.web import activities, filing, handling, importing, requests

app_name = "assistance"
urlpatterns = [
    *activities.urlpatterns,
    *filing.urlpatterns,
    *importing.urlpatterns,
    *handling.urlpatterns,
    *requests.urlpatterns,
]
