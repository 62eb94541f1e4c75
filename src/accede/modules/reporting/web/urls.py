"""Addresses of figures and reports."""

from accede.modules.reporting.web import comments, documents, figures, reports, sections

app_name = "reporting"
urlpatterns = [
    *figures.urlpatterns,
    *documents.urlpatterns,
    *sections.urlpatterns,
    *comments.urlpatterns,
    *reports.urlpatterns,
]
