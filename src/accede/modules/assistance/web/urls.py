"""Addresses of requests for assistance."""

from accede.modules.assistance.web import filing, handling, importing, requests

app_name = "assistance"
urlpatterns = [*filing.urlpatterns, *importing.urlpatterns, *handling.urlpatterns, *requests.urlpatterns]
