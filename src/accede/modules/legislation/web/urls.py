"""Addresses of laws."""

from accede.modules.legislation.web import gaps, laws, reviews, second

app_name = "legislation"
urlpatterns = [*laws.urlpatterns, *gaps.urlpatterns, *second.urlpatterns, *reviews.urlpatterns]
