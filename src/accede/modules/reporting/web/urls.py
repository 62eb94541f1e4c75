"""Addresses of figures and reports."""

from accede.modules.reporting.web import comments, documents, figures, reports, sections, translations

app_name = "reporting"
urlpatterns = [
    *figures.urlpatterns,
    *documents.urlpatterns,
    *sections.urlpatterns,
    *translations.urlpatterns,
    *comments.urlpatterns,
    *reports.urlpatterns,
]
