"""Addresses of laws."""

from accede.modules.legislation.web import gaps, laws, reviews, second, wordings

app_name = "legislation"
urlpatterns = [*laws.urlpatterns, *wordings.urlpatterns, *gaps.urlpatterns, *second.urlpatterns, *reviews.urlpatterns]
