"""Addresses of money."""

from accede.modules.resources.web import contributions, desk, funds

app_name = "resources"
urlpatterns = [*desk.urlpatterns, *funds.urlpatterns, *contributions.urlpatterns]
