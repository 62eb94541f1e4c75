"""Addresses of coordination."""

from accede.modules.coordination.web import bodies, consultations, focal_points, links

app_name = "coordination"
urlpatterns = [*bodies.urlpatterns, *focal_points.urlpatterns, *links.urlpatterns, *consultations.urlpatterns]
