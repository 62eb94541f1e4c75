"""Addresses of figures and reports."""

from accede.modules.reporting.web import figures, reports

app_name = "reporting"
urlpatterns = [*figures.urlpatterns, *reports.urlpatterns]
