"""Addresses of coordination."""

from accede.modules.coordination.web import bodies, consultations, focal_points, links, plan_imports, plans

app_name = "coordination"
urlpatterns = [
    *bodies.urlpatterns,
    *focal_points.urlpatterns,
    *links.urlpatterns,
    *plan_imports.urlpatterns,
    *plans.urlpatterns,
    *consultations.urlpatterns,
]
