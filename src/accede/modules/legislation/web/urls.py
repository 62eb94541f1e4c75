"""Addresses of laws."""

from accede.modules.legislation.web import laws, reviews

app_name = "legislation"
urlpatterns = [*laws.urlpatterns, *reviews.urlpatterns]
