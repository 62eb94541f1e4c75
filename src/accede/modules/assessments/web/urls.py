"""Addresses of assessments."""

from accede.modules.assessments.web import assessments, consents, findings, needs

app_name = "assessments"
urlpatterns = [
    *assessments.urlpatterns,
    *consents.urlpatterns,
    *needs.urlpatterns,
    *findings.urlpatterns,
]
