"""Addresses of figures."""

from accede.modules.reporting.web import figures

app_name = "reporting"
urlpatterns = [*figures.urlpatterns]
