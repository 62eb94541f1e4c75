"""Addresses of requests for assistance."""

from accede.modules.assistance.web import filing, handling, requests

app_name = "assistance"
urlpatterns = [*filing.urlpatterns, *handling.urlpatterns, *requests.urlpatterns]
